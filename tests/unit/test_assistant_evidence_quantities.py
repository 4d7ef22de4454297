"""Quantities as told: what is counted, what narrows it, and what tells only a part."""

import pytest

from assistant.evidence.quantities import Quantity, quantities_in, told_of


def _first(text: str) -> Quantity:
    return next(quantities_in(text))


@pytest.mark.parametrize(
    ("one", "other", "contradicts"),
    [
        ("It has 40 members.", "It has 45 members.", True),
        ("It has 40 members.", "It has about 42 members.", False),
        ("It has 40 members.", "It has more than 30 members.", False),
        ("It costs SEK 900.", "It costs EUR 200.", False),
        ("It costs SEK 900 a month.", "It costs SEK 9,000 a year.", False),
        ("A stay of two years.", "A stay of 24 months.", False),
        ("A stay of two years.", "A stay of 30 months.", True),
        ("It takes 5 per cent.", "It takes 6 %.", True),
        ("It has 40 members.", "Of these, among them 12 members are new.", False),
        ("It has 40 members.", "Six members, the college and a company find out.", False),
        ("It has 40 members.", "Six members, no more, are there.", True),
    ],
)
def test_values_contradict_when_both_cannot_be_true(
    one: str, other: str, *, contradicts: bool
) -> None:
    assert _first(one).contradicts(_first(other)) is contradicts


@pytest.mark.parametrize(
    ("text", "narrowing"),
    [("720 doctoral students", True), ("720 students", False), ("85 member companies", False)],
)
def test_words_between_number_and_noun_narrow_it(text: str, *, narrowing: bool) -> None:
    assert bool(_first(text).narrowing) is narrowing


def test_member_companies_count_as_members_and_joined_nouns_count_both() -> None:
    assert _first("85 member companies").counted & _first("102 members").counted
    parks = _first("ten science parks and clusters").counted
    assert parks & _first("five clusters").counted


def test_the_year_of_a_source_does_not_date_a_figure() -> None:
    assert told_of("The page of 2018 says ten clusters.") is None
    assert told_of("It had 97 members at the end of 2022.") is not None
