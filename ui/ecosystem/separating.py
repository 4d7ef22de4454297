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
    for _ in range(_MOST_ROUNDS):
        between = moved[None, :, :] - moved[:, None, :]
        overlap = halves[None, :, :] + halves[:, None, :] - np.abs(between)
        touching: NDArray[np.bool_] = np.logical_and(overlap[:, :, 0] > 0, overlap[:, :, 1] > 0)
        np.fill_diagonal(touching, val=False)
        if not touching.any():
            break
        # Along the axis on which less is to do; of two at one place the later goes right.
        along_x = touching & (overlap[:, :, 0] <= overlap[:, :, 1])
        along_y = touching & ~along_x
        sign = np.where(between == 0, _order(len(moved))[:, :, None], np.sign(between))
        push = np.zeros_like(moved)
        push[:, 0] = -(np.where(along_x, overlap[:, :, 0] + _SLACK, 0) * sign[:, :, 0]).sum(axis=1)
        push[:, 1] = -(np.where(along_y, overlap[:, :, 1] + _SLACK, 0) * sign[:, :, 1]).sum(axis=1)
        # Who is pushed by several at once goes as far as one push on average.
        count = np.maximum(1, touching.sum(axis=1))[:, None]
        moved = moved + push / (2 * np.sqrt(count))
    return moved


def _order(count: int) -> NDArray[np.float64]:
    at = np.arange(count)
    order: NDArray[np.float64] = np.sign(at[None, :] - at[:, None]).astype(np.float64)
    return order


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
