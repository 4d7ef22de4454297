"""What one tells of oneself, and the bounds that documents set, as ranges of one measure."""

import math

import pytest

from assistant.evidence.measures import measured


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("we're about 80 people", "people", 80),
        ("there are 14 of us", "people", 14),
        ("we are 7. can we join", "people", 7),
        ("a 12-person company", "people", 12),
        ("can a team of one apply", "people", 1),
        ("my son is 16 and codes", "age", 16),
        ("I'm 17, may I come", "age", 17),
        ("a 16-year-old", "age", 16),
        ("a two year old company", "years", 2),
        ("we were founded three years ago", "years", 3),
        ("our turnover is 2 million kronor", "turnover", 2e6),
        ("we need 30 000 kronor", "amount", 30000),
    ],
)
def test_what_is_told_is_one_number(text: str, measure: str, value: float) -> None:
    (one,) = measured(text)
    assert (one.measure, one.value.low, one.value.high) == (measure, value, value)
    assert not one.is_bound


@pytest.mark.parametrize(
    ("text", "measure", "inside", "outside"),
    [
        ("free for companies with fewer than 50 employees", "people", 49, 50),
        ("open to companies with at most 50 employees", "people", 50, 51),
        ("Companies must have at least five employees", "people", 5, 4),
        ("companies with 50 employees or more", "people", 50, 49),
        ("Those under 18 need an adult", "age", 17, 18),
        ("for people aged 65 and over", "age", 65, 64),
        ("Companies that are less than five years old", "years", 4, 5),
        ("have already been running for more than two years", "years", 3, 2),
        ("turnover must have been at least three million kronor", "turnover", 3e6, 2e6),
        ("apply for less than 50,000 kronor", "amount", 49999, 50000),
    ],
)
def test_a_bound_is_a_range(text: str, measure: str, inside: float, outside: float) -> None:
    (one,) = measured(text)
    assert one.measure == measure
    assert one.is_bound
    assert one.value.low <= inside <= one.value.high
    assert not one.value.low <= outside <= one.value.high


@pytest.mark.parametrize(
    "text",
    ["In May 2024 it had 112 members.", "a visit lasts 90 minutes", "limited to 15 visitors",
     "nine research groups", "three sites in Lund", "for up to 18 months", "within eight weeks"],
)  # fmt: skip
def test_numbers_of_anything_else_are_left_out(text: str) -> None:
    assert measured(text) == ()


def test_a_lower_bound_has_no_end() -> None:
    assert measured("at least two people")[0].value.high == math.inf
