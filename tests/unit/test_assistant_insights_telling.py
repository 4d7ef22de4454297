"""Questions that ask for something else are told apart, however alike their words are."""

import pytest

from assistant.insights.grouping import Vectors, group_alike
from assistant.insights.telling import Kind, kind_of, numbers_in
from tests.unit.test_assistant_insights_grouping import rows


def groups_of(*questions: str) -> tuple[tuple[int, ...], ...]:
    """Group questions that the encoder holds for the same."""
    same = rows(*[0] * len(questions))
    named = [numbers_in(question) for question in questions]
    kinds = [kind_of(question) for question in questions]
    return group_alike(Vectors(whole=same, rest=same), named, [1] * len(questions), kinds)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Who is the CEO of it?", "Is it a for-profit company?"),
        ("Who founded it?", "Who funds it?"),
        ("Who owns it?", "Who is the CEO of it?"),
        ("When did it open?", "Where did it open?"),
        ("Is it held every second year?", "Is it held every year?"),
        ("What was its budget in 2023?", "What was its budget in 2024?"),
    ],
)
def test_what_asks_for_something_else_is_another_question(one: str, other: str) -> None:
    assert groups_of(one, other) == ((0,), (1,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Who is the CEO of it?", "it ceo name"),
        ("Who runs it?", "Who is the CEO of it?"),
        ("When did it open?", "What year was it founded?"),
        ("Does it take equity?", "it equity?"),
        ("How many members does it have?", "it number of members"),
    ],
)
def test_what_asks_for_the_same_or_does_not_say_stays_together(one: str, other: str) -> None:
    assert groups_of(one, other) == ((0, 1),)


def test_a_question_that_does_not_say_joins_one_of_those_that_do() -> None:
    groups = groups_of("Who founded it?", "Who funds it?", "it")
    assert sorted(map(len, groups)) == [1, 2]
    assert kind_of("it") == Kind()
