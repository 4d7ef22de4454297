"""Puts boxes of all sizes beside each other so that together they fill a frame.

For parts of a map that nothing ties to each other: pushing them apart would leave a ring of small
ones far out. Greedy: the largest first, each where the whole fits the frame best.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ui.ecosystem.separating import Points

_FIRST = 0


def pack(sizes: Points, order: Sequence[int], wide_as_high: float) -> Points:
    """Give the middles of boxes, none overlapping another, around zero.

    Args:
        sizes: Width and height of each, shape (n, 2).
        order: In which order they are placed, the largest first.
        wide_as_high: How much wider than high the whole should be.
    """
    middles = np.zeros_like(sizes)
    placed: list[int] = []
    for at in order:
        if placed:
            middles[at] = _best_place(middles[placed], sizes[placed], sizes[at], wide_as_high)
        placed.append(at)
    return middles


def _best_place(middles: Points, sizes: Points, size: Points, wide_as_high: float) -> Points:
    tried = _beside(middles, sizes, size)
    # What only touches does not overlap.
    reach = (sizes[None] + size) / 2 - 1e-6
    between = np.abs(tried[:, None] - middles[None])
    meets: NDArray[np.bool_] = np.all(between < reach, axis=2)
    tried = tried[~np.any(meets, axis=1)]
    low = np.minimum((middles - sizes / 2).min(axis=0), tried - size / 2)
    high = np.maximum((middles + sizes / 2).max(axis=0), tried + size / 2)
    extent = high - low
    fit = np.maximum(extent[:, 0] / wide_as_high, extent[:, 1])
    # Of places that fit alike, the one nearest to the middle of the first.
    far = np.hypot(*(tried - middles[_FIRST]).T)
    best: Points = tried[np.lexsort((far.round(3), fit.round(3)))[0]]
    return best


def _beside(middles: Points, sizes: Points, size: Points) -> Points:
    """Give the places where a box touches another one, their edges or middles in line."""
    apart = (sizes + size) / 2
    slide = (sizes - size) / 2
    found = []
    for side in (-1.0, 1.0):
        for along in (-1.0, 0.0, 1.0):
            found.append(middles + np.column_stack([side * apart[:, 0], along * slide[:, 1]]))
            found.append(middles + np.column_stack([along * slide[:, 0], side * apart[:, 1]]))
    return np.concatenate(found)
