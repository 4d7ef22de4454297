"""Merging ranked lists."""

from collections import defaultdict
from collections.abc import Sequence

# Cormack, Clarke and Buettcher (SIGIR 2009) found 60 to do well and little to depend on it.
RRF_K = 60


def reciprocal_rank_fusion(
    rankings: Sequence[Sequence[int]], *, weights: Sequence[float], k: int = RRF_K
) -> list[tuple[int, float]]:
    """Merge rankings by the sum of weight / (k + rank), best first; equal scores by lower item.

    Args:
        rankings: Lists of items, each best first and without repeats.
        weights: One weight for each list.
        k: How little the first ranks stand out.

    Source: Cormack, Clarke and Buettcher, "Reciprocal Rank Fusion outperforms Condorcet and
    individual Rank Learning Methods", SIGIR 2009.

    >>> [item for item, _ in reciprocal_rank_fusion([[1, 2], [2, 3]], weights=[1, 1])]
    [2, 1, 3]
    """
    scores: dict[int, float] = defaultdict(float)
    for ranking, weight in zip(rankings, weights, strict=True):
        for rank, item in enumerate(ranking, start=1):
            scores[item] += weight / (k + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
