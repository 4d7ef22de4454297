import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics import (
    Decision,
    declining_figures,
    mean,
    ndcg_at,
    percentile,
    ranking_figures,
    recall_at,
    reciprocal_rank_at,
    share,
)

RANKS = st.lists(st.none() | st.integers(min_value=1, max_value=100), min_size=1, max_size=20)


def test_what_has_nothing_to_divide_by_is_undefined() -> None:
    assert share([]) is None
    assert mean([]) is None
    assert mean([None, None]) is None
    assert percentile([], 50) is None
    assert recall_at([], 5) is None
    assert reciprocal_rank_at([], 10) is None
    assert ndcg_at([], 10) is None


def test_recall_counts_what_stands_at_the_depth_itself() -> None:
    assert recall_at([5, 6, None, 1], 5) == 0.5
    assert recall_at([5, 6, None, 1], 6) == 0.75


def test_reciprocal_rank_looks_at_the_first_found_only() -> None:
    assert reciprocal_rank_at([4, 2], 10) == 0.5
    assert reciprocal_rank_at([10], 10) == 0.1
    assert reciprocal_rank_at([11], 10) == 0.0
    assert reciprocal_rank_at([None], 10) == 0.0


def test_ndcg_is_worked_out_by_hand() -> None:
    # Wanted 2, found at 1 and 3: (1 + 1/2) / (1 + 1/log2 3).
    assert ndcg_at([3, 1], 10) == pytest.approx(1.5 / (1 + 1 / math.log2(3)))
    # One of two found, at rank 3.
    assert ndcg_at([None, 3], 10) == pytest.approx(0.5 / (1 + 1 / math.log2(3)))
    # Found too deep.
    assert ndcg_at([11], 10) == 0.0
    # Twelve wanted, ten places: full marks for the ten.
    assert ndcg_at([*range(1, 11), None, None], 10) == pytest.approx(1.0)
    # Two quotes in one passage at rank 1 are one thing wanted.
    assert ndcg_at([1, 1], 10) == 1.0


@given(RANKS)
def test_ranking_measures_stay_between_0_and_1(ranks: list[int | None]) -> None:
    for measure in (recall_at, reciprocal_rank_at, ndcg_at):
        value = measure(ranks, 10)
        assert value is not None
        assert 0 <= value <= 1 + 1e-9


@given(RANKS)
def test_recall_never_falls_with_depth(ranks: list[int | None]) -> None:
    values = [recall_at(ranks, depth) or 0.0 for depth in (1, 5, 10, 20, 100)]
    assert values == sorted(values)


def test_ranking_figures_are_means_over_questions_that_want_something() -> None:
    figures = ranking_figures([[1], [None], [2, 8], []])
    assert list(figures) == [
        "recall@1",
        "recall@5",
        "recall@10",
        "recall@20",
        "recall@100",
        "mrr@10",
        "ndcg@10",
    ]
    assert figures["recall@1"] == pytest.approx(1 / 3)
    assert figures["recall@5"] == pytest.approx((1 + 0 + 0.5) / 3)
    assert figures["recall@10"] == pytest.approx(2 / 3)
    assert figures["mrr@10"] == pytest.approx((1 + 0 + 0.5) / 3)
    ndcg = (1 / math.log2(3) + 1 / math.log2(9)) / (1 + 1 / math.log2(3))
    assert figures["ndcg@10"] == pytest.approx((1 + 0 + ndcg) / 3)


def test_percentiles_lie_between_neighbours() -> None:
    assert percentile([30.0, 10.0, 20.0], 50) == 20.0
    assert percentile([10.0, 20.0, 30.0, 40.0, 50.0], 95) == pytest.approx(48.0)
    assert percentile([7.0], 95) == 7.0


def decision(*, should_decline: bool, status: str) -> Decision:
    return Decision(
        should_decline=should_decline, declined=status == "declined", answered=status == "answered"
    )


def test_declining_is_counted_with_declining_as_the_positive_class() -> None:
    decisions = [
        *[decision(should_decline=True, status="declined")] * 3,
        decision(should_decline=True, status="answered"),
        decision(should_decline=True, status="failed"),
        *[decision(should_decline=False, status="answered")] * 8,
        *[decision(should_decline=False, status="declined")] * 2,
    ]
    figures = declining_figures(decisions)
    assert (figures.answerable, figures.unanswerable) == (10, 5)
    assert figures.decline_precision == pytest.approx(3 / 5)
    assert figures.decline_recall == pytest.approx(3 / 5)
    assert figures.false_decline_rate == pytest.approx(2 / 10)
    assert figures.false_answer_rate == pytest.approx(1 / 5)


def test_declining_without_cases_of_a_sort_is_undefined() -> None:
    figures = declining_figures([decision(should_decline=False, status="answered")])
    assert figures.decline_precision is None
    assert figures.decline_recall is None
    assert figures.false_answer_rate is None
    assert figures.false_decline_rate == 0.0
