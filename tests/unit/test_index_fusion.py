"""Scores are merged by their weighted mean, whatever their scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import convex_combination

_SCORES = st.dictionaries(st.integers(1, 20), st.floats(0.01, 100.0), max_size=10)


def test_the_weight_decides_between_two_firsts() -> None:
    dense, bm25 = {1: 0.9, 2: 0.6}, {2: 14.0, 1: 7.0}

    assert [item for item, _ in convex_combination([dense, bm25], weights=[1, 1])] == [2, 1]
    assert [item for item, _ in convex_combination([dense, bm25], weights=[5, 1])] == [1, 2]


def test_what_both_lists_hold_first_has_the_best_score_of_all() -> None:
    [(item, score), *_] = convex_combination([{1: 0.4, 2: 0.3}, {1: 9.0, 3: 8.0}], weights=[2, 1])

    assert (item, round(score, 9)) == (1, 1.0)


def test_a_list_that_lacks_an_item_gives_it_nothing() -> None:
    merged = dict(convex_combination([{1: 0.5}, {2: 3.0}], weights=[3, 1]))

    assert merged == {1: 0.75, 2: 0.25}


def test_a_score_below_zero_counts_as_none() -> None:
    assert dict(convex_combination([{1: 0.5, 2: -0.5}], weights=[1])) == {1: 1.0, 2: 0.0}


def test_equal_scores_stand_in_the_order_of_their_items() -> None:
    assert convex_combination([{9: 2.0, 3: 2.0, 5: 2.0}], weights=[1]) == [
        (3, 1.0),
        (5, 1.0),
        (9, 1.0),
    ]


def test_nothing_merges_to_nothing() -> None:
    assert convex_combination([{}, {}], weights=[2, 1]) == []


@given(dense=_SCORES, bm25=_SCORES)
def test_the_order_of_lists_and_items_does_not_matter(
    dense: dict[int, float], bm25: dict[int, float]
) -> None:
    turned = dict(reversed(dense.items()))

    one = convex_combination([dense, bm25], weights=[2, 1])
    other = convex_combination([bm25, turned], weights=[1, 2])

    assert dict(one) == pytest.approx(dict(other))


@given(dense=_SCORES, bm25=_SCORES)
def test_the_scale_of_a_list_does_not_matter(
    dense: dict[int, float], bm25: dict[int, float]
) -> None:
    louder = {item: score * 8 for item, score in bm25.items()}  # exact in binary

    assert convex_combination([dense, louder], weights=[2, 1]) == convex_combination(
        [dense, bm25], weights=[2, 1]
    )
