"""What a yes-or-no question claims, and how values compare however they are written."""

import math

import pytest

from assistant.composing.claim import claim_of
from assistant.composing.claimed import ClaimKind
from assistant.composing.relation import Relation
from assistant.evidence.values import Day, day_of, numbers_in, range_of


@pytest.mark.parametrize(
    ("question", "kind", "value", "open_question"),
    [
        ("Is Alfa in Lund?", ClaimKind.PLACE, "Lund", "Where is Alfa located?"),
        ("Was Alfa founded in 2012?", ClaimKind.DATE, "2012", "When was Alfa founded?"),
        ("Is Alfa from 2010?", ClaimKind.DATE, "2010", "When was Alfa founded?"),
        ("Does Alfa have 50 members?", ClaimKind.NUMBER, "50", "How many members does Alfa have?"),
        (
            "Do 300 people work at Alfa?",
            ClaimKind.NUMBER,
            "300",
            "How many people work at Alfa?",
        ),
        (
            "Does membership cost 500 kr?",
            ClaimKind.MONEY,
            "500 kr",
            "How much does membership cost?",
        ),
        ("Is Alfa funded by Beta?", ClaimKind.AGENT, "Beta", "Who is Alfa funded by?"),
        ("Did Beta help to start Alfa?", ClaimKind.AGENT, "Beta", "Who started Alfa?"),
        ("Did Beta found Alfa?", ClaimKind.AGENT, "Beta", "Who founded Alfa?"),
        (
            "Is Eva Berg the CEO of Alfa?",
            ClaimKind.ROLE,
            "Eva Berg",
            "Who is the CEO of Alfa?",
        ),
        (
            "Was Beta one of the founders of Alfa?",
            ClaimKind.MEMBER,
            "Beta",
            "Who were the founders of Alfa?",
        ),
    ],
)
def test_a_claimed_value_is_taken_out_of_the_question(
    question: str, kind: ClaimKind, value: str, open_question: str
) -> None:
    claim = claim_of(question)
    assert claim is not None
    assert (claim.kind, claim.value, claim.open_question) == (kind, value, open_question)


@pytest.mark.parametrize(
    "question",
    ["Does Alfa take equity?", "Is Alfa interested in Lund?", "Does Alfa own part of the firms?"],
)
def test_a_question_without_a_value_claims_nothing(question: str) -> None:
    assert claim_of(question) is None


def test_more_and_less_are_part_of_the_claim() -> None:
    more = claim_of("Does Alfa have more than 100 members?")
    assert more is not None
    assert (more.relation, more.value) == (Relation.MORE, "100")
    before = claim_of("Was Alfa opened before 2012?")
    assert before is not None
    assert (before.relation, before.open_question) == (Relation.LESS, "When was Alfa opened?")


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("1,500", 1500, ""),
        ("1 500 users", 1500, ""),
        ("1.5", 1.5, ""),
        ("twenty-five", 25, ""),
        ("three hundred", 300, ""),
        ("2.5 million", 2.5e6, ""),
        ("SEK 48 million", 48e6, "sek"),
        ("€5m", 5e6, "eur"),
    ],
)
def test_numbers_are_the_same_however_they_are_written(text: str, number: float, unit: str) -> None:
    said = range_of(text)
    assert said is not None
    assert (said.low, said.high, said.unit) == (number, number, unit)


def test_words_around_a_number_make_it_a_range() -> None:
    more = numbers_in("more than 100 firms", 10, 13)
    assert more is not None
    assert (more.low, more.high) == (100, math.inf)
    at_most = numbers_in("up to 12 weeks", 6, 8)
    assert at_most is not None
    assert (at_most.low, at_most.high) == (0, 12)


def test_dates_are_read_as_far_as_they_are_told() -> None:
    assert day_of("on 3 May 2019") == Day(year=2019, month=5, day=3)
    assert day_of("2021-05-03") == Day(year=2021, month=5, day=3)
    assert day_of("since 2010") == Day(year=2010, month=None, day=None)
    assert day_of("it may be") is None


def test_dates_differ_only_in_what_both_tell() -> None:
    whole, year = Day(year=2019, month=5, day=3), Day(year=2019, month=None, day=None)
    assert whole.differs(year) is False
    assert year.differs(Day(year=2020, month=None, day=None)) is True
    assert year.differs(Day(year=None, month=5, day=None)) is None
