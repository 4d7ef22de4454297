"""The figures, as pure functions on plain values, each with its definition and source.

A figure that is undefined (nothing to divide by) is None, never 0 or 1.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

RECALL_DEPTHS = (1, 5, 10, 20, 100)
"""Ranks at which recall is given; 100 is as deep as is searched."""

RANKING_DEPTH = 10
"""Rank at which mrr and ndcg stop: what a reader of results looks at."""

Rank = int | None
"""Where something wanted was found, from 1; None where it was not found."""


def share(flags: Iterable[bool]) -> float | None:
    """Give the share of true flags, 0 to 1; None without any flag.

    >>> share([True, False])
    0.5
    """
    values = list(flags)
    return sum(values) / len(values) if values else None


def mean(values: Iterable[float | None]) -> float | None:
    """Give the mean of the defined values; None when all are undefined.

    >>> mean([1.0, None, 0.0])
    0.5
    """
    defined = [value for value in values if value is not None]
    return sum(defined) / len(defined) if defined else None


def percentile(values: Sequence[float], percent: float) -> float | None:
    """Give a percentile, interpolated linearly between neighbours; None without values.

    Source: definition 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996.

    >>> percentile([10.0, 20.0], 50)
    15.0
    """
    return float(np.percentile(values, percent)) if values else None


def recall_at(ranks: Sequence[Rank], depth: int) -> float | None:
    """Give the share of wanted things found among the first `depth`.

    Source: Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 2008, ch. 8.

    >>> recall_at([1, 7, None, 3], 5)
    0.5
    """
    return share(rank is not None and rank <= depth for rank in ranks)


def reciprocal_rank_at(ranks: Sequence[Rank], depth: int) -> float | None:
    """Give 1 / rank of the first wanted thing found, 0 when none is among the first `depth`.

    Its mean over questions is mrr. Source: Voorhees, "The TREC-8 Question Answering Track
    Report", 1999.

    >>> reciprocal_rank_at([4, 2, None], 10)
    0.5
    """
    if not ranks:
        return None
    found = [rank for rank in ranks if rank is not None and rank <= depth]
    return 1 / min(found) if found else 0.0


def ndcg_at(ranks: Sequence[Rank], depth: int) -> float | None:
    """Give the normalised discounted cumulative gain, with gain 1 for each wanted thing.

    The gain at rank r counts 1 / log2(r + 1); the sum is divided by that of an ideal order. Wanted
    things met at the same rank (two quotes of one passage) are one, so that 1.0 can be reached and
    not passed. Source: Järvelin and Kekäläinen, "Cumulated Gain-Based Evaluation of IR
    Techniques", 2002.

    >>> ndcg_at([1], 10), ndcg_at([3], 10), ndcg_at([2, 2], 10)
    (1.0, 0.5, 0.6309297535714575)
    """
    if not ranks:
        return None
    found = {rank for rank in ranks if rank is not None}
    wanted = len(found) + sum(rank is None for rank in ranks)
    gained = sum(1 / math.log2(rank + 1) for rank in found if rank <= depth)
    ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(wanted, depth) + 1))
    return gained / ideal


def ranking_figures(rankings: Sequence[Sequence[Rank]]) -> dict[str, float | None]:
    """Give the means over questions of recall, mrr and ndcg by metric key, in a stable order.

    Args:
        rankings: For each question the ranks of everything wanted; a question that wants nothing
            counts nowhere.
    """
    figures = {
        f"recall@{depth}": mean(recall_at(ranks, depth) for ranks in rankings)
        for depth in RECALL_DEPTHS
    }
    depth = RANKING_DEPTH
    figures[f"mrr@{depth}"] = mean(reciprocal_rank_at(ranks, depth) for ranks in rankings)
    figures[f"ndcg@{depth}"] = mean(ndcg_at(ranks, depth) for ranks in rankings)
    return figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Whether declining was right, and what happened; a question that failed did neither."""

    should_decline: bool
    declined: bool
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DecliningFigures:
    """How well it knows what it does not know.

    Attributes:
        answerable: Questions that the documents answer, small talk included.
        unanswerable: Questions that must be declined.
        decline_precision: Of the declined questions, the share rightly declined.
        decline_recall: Of the unanswerable questions, the share declined.
        false_decline_rate: Of the answerable questions, the share declined.
        false_answer_rate: Of the unanswerable questions, the share answered.
    """

    answerable: int
    unanswerable: int
    decline_precision: float | None
    decline_recall: float | None
    false_decline_rate: float | None
    false_answer_rate: float | None


def declining_figures(decisions: Sequence[Decision]) -> DecliningFigures:
    """Count decisions, with declining as the positive class.

    The two error rates are those of selective question answering: Rajpurkar, Jia and Liang, "Know
    What You Don't Know: Unanswerable Questions for SQuAD", 2018.
    """
    unanswerable = [decision for decision in decisions if decision.should_decline]
    answerable = [decision for decision in decisions if not decision.should_decline]
    return DecliningFigures(
        answerable=len(answerable),
        unanswerable=len(unanswerable),
        decline_precision=share(
            decision.should_decline for decision in decisions if decision.declined
        ),
        decline_recall=share(decision.declined for decision in unanswerable),
        false_decline_rate=share(decision.declined for decision in answerable),
        false_answer_rate=share(decision.answered for decision in unanswerable),
    )
