"""Pushes boxes apart until none overlaps another, each as little as it takes."""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_MOST_ROUNDS = 220
# Pushed a little further than needed, so that rounding brings nothing together again.
_SLACK = 0.5


def separate(places: Points, halves: Points) -> Points:
    """Move the middles of boxes until the boxes are apart.

    Args:
        places: The middles, shape (n, 2).
        halves: Half the width and half the height of each, shape (n, 2).
    """
    moved = places.copy()
    one, other = np.triu_indices(len(moved), k=1)
    reach = halves[one] + halves[other]
    for _ in range(_MOST_ROUNDS):
        # Most pairs are far apart along one axis and need no look at the other.
        near = np.flatnonzero(np.abs(moved[other, 0] - moved[one, 0]) < reach[:, 0])
        first, second = one[near], other[near]
        between = moved[second] - moved[first]
        overlap = reach[near] - np.abs(between)
        touching = overlap[:, 1] > 0
        if not touching.any():
            break
        first, second = first[touching], second[touching]
        between, overlap = between[touching], overlap[touching]
        # Along the axis on which less is to do; of two at one place the later goes right.
        axis = (overlap[:, 0] > overlap[:, 1]).astype(np.intp)
        chosen = np.arange(len(axis)), axis
        sign = np.where(between[chosen] < 0, -1.0, 1.0)
        distance = (overlap[chosen] + _SLACK) * sign
        push = np.zeros_like(moved)
        np.add.at(push, (first, axis), -distance)
        np.add.at(push, (second, axis), distance)
        # Who is pushed by several at once goes as far as one push on average.
        met = np.bincount(np.concatenate([first, second]), minlength=len(moved))
        moved = moved + push / (2 * np.sqrt(np.maximum(1, met)))[:, None]
    return moved


def packed(places: Points, halves: Points) -> Points:
    """Draw boxes together around their middle as long as the whole becomes smaller."""
    best = separate(places, halves)
    size = _extent(best, halves)
    for _ in range(_MOST_PULLS):
        middle = best.mean(axis=0)
        tried = separate(middle + (best - middle) * _PULL, halves)
        smaller = _extent(tried, halves)
        if smaller > size * _WORTH:
            break
        best, size = tried, smaller
    return best


_MOST_PULLS = 10
_PULL = 0.88
_WORTH = 0.995


def _extent(places: Points, halves: Points) -> float:
    size = (places + halves).max(axis=0) - (places - halves).min(axis=0)
    return float(size.prod())
