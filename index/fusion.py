"""Merging scored lists."""

from collections import defaultdict
from collections.abc import Mapping, Sequence


def convex_combination(
    scored: Sequence[Mapping[int, float]], *, weights: Sequence[float]
) -> list[tuple[int, float]]:
    """Merge scores by their weighted mean, best first; equal ones by lower item.

    Each list is first divided by its best score, so that lists on different scales may be merged;
    an item that a list lacks, or scores below 0, has 0 there. The best possible result is 1.

    Args:
        scored: For each list its items with their scores.
        weights: One weight for each list; they need not add up to 1. All 0 gives scores of 0.

    Source: Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", ACM
    Transactions on Information Systems 2023, with 0 as the lowest score of either list.

    >>> convex_combination([{1: 0.9, 2: 0.45}, {2: 12.0}], weights=[2, 1])
    [(1, 0.6666666666666666), (2, 0.6666666666666666)]
    """
    total = sum(weights) or 1.0
    merged: dict[int, float] = defaultdict(float)
    for scores, weight in zip(scored, weights, strict=True):
        best = max(scores.values(), default=0.0)
        for item, score in scores.items():
            merged[item] += weight / total * max(score, 0.0) / best if best > 0 else 0.0
    return sorted(merged.items(), key=lambda pair: (-pair[1], pair[0]))
