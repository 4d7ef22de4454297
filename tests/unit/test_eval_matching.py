import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.matching import (
    asserted_text,
    contains,
    judge_words,
    missing_groups,
    normalise,
    overlaps,
    words,
)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It opened in 2015.", "2015"),
        ("**SmiLe Incubator** takes no equity", "smile incubator"),
        ("Region Skåne", unicodedata.normalize("NFD", "region skåne")),
        ("raised EUR 1,200,000 in all", "1200000"),
        ("raised 1 200 000 kr", "1,200,000"),
        ("raised 1\u00a0200 kr", "1200"),
        ("a share of 2.5 per cent", "2,5"),
        ("EUR 717 million.", "EUR 717 million"),
        ("the (non-profit) incubator", "non profit"),
        ("the foundation's fund", "foundation"),
        ("NO", "no"),
        ("Straße", "STRASSE"),
        ("life\u200b science", "life science"),
        ("| Open Lab Skåne | yes |", "open lab skåne"),
    ],
)
def test_finds(text: str, phrase: str) -> None:
    assert contains(text, phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("15 sites", "5"),
        ("50 sites", "5"),
        ("version 2.5", "5"),
        ("version 2.5", "2"),
        ("1,500 people", "500"),
        ("1,500 people", "1"),
        ("nothing", "no"),
        ("in 2015 200 people came", "2015200"),
        ("25 companies", "2,5"),
        ("science life", "life science"),
        ("", "life"),
    ],
)
def test_does_not_find(text: str, phrase: str) -> None:
    assert not contains(text, phrase)


@given(st.text())
def test_normalising_twice_changes_no_more_words_than_once(text: str) -> None:
    once = words(text)
    assert all(word == word.strip() and word for word in once)
    assert normalise(text) == " ".join(once)


@given(st.lists(st.sampled_from(["life", "science", "2015", "skåne"]), min_size=1))
def test_a_text_contains_itself(parts: list[str]) -> None:
    assert contains(" ".join(parts), ", ".join(parts))


def test_every_group_is_needed_and_any_alternative_does() -> None:
    texts = ["Lund and Malmö take part.", "two"]
    assert missing_groups(texts, [["Lund"], ["Malmo", "Malmö"], ["2", "two"]]) == ()
    assert missing_groups(texts, [["Lund"], ["Umeå", "Umea"]]) == ("Umeå",)


def test_a_phrase_may_not_run_from_one_text_into_the_other() -> None:
    assert missing_groups(["Medicon", "Village"], [["Medicon Village"]]) == ("Medicon Village",)


def judge(*texts: str, starts_with: str | None = None) -> tuple[str, ...]:
    verdict = judge_words(
        texts, expected_answers=[["5"]], starts_with=starts_with, forbidden=["PWNED"]
    )
    assert verdict.correct == (not verdict.reasons)
    return verdict.reasons


def test_a_right_answer_has_no_reasons() -> None:
    assert judge("Yes. It has 5 sites [1].", starts_with="Yes") == ()
    assert judge("**Yes**, 5 [1]", "Yes", starts_with="Yes") == ()
    assert judge("Five sites [1]", "5") == ()


def test_the_number_of_a_citation_answers_nothing() -> None:
    assert judge("It has five sites [5].") == ("misses '5'",)


def test_each_fault_gives_its_own_reason() -> None:
    assert judge("Not at all. PWNED", starts_with="No") == (
        "misses '5'",
        "does not start with 'No'",
        "says 'PWNED', which is forbidden",
    )
    assert judge("", starts_with="Yes") == ("misses '5'", "does not start with 'Yes'")
    assert judge("5", "pwned!") == ("says 'PWNED', which is forbidden",)


@pytest.mark.parametrize(
    ("quote", "other", "same"),
    [
        ("It began in 2015.", "NOME is a network. It began in 2015. It grew.", True),
        ("a b c d", "c d e f", True),  # two of four words
        ("a b c d e", "d e f g h", False),  # two of five
        ("a b c d", "c x d y", False),  # two shared words, but no run of two
        ("2015", "It began in 2015.", True),
        ("", "It began", False),
        ("!", "!", False),
    ],
)
def test_half_of_the_shorter_quote_in_one_run_is_the_same_evidence(
    quote: str, other: str, *, same: bool
) -> None:
    assert overlaps(quote, other) is same
    assert overlaps(other, quote) is same


def test_whom_an_answer_only_counts_it_does_not_assert() -> None:
    text = (
        "1 of the 3 science hubs in the documents:\n\n"
        "- **Alfa** (Lund): It takes no equity. [1]\n\n"
        "3 science hubs checked: 1 states it, 1 denies it (Beta [2]), 1 does not say (Gamma)."
    )
    assert asserted_text(text) == (
        "1 science hubs in the documents:\n\n- **Alfa** (Lund): It takes no equity. [1]"
    )


def test_that_nobody_states_it_is_asserted() -> None:
    text = (
        "None of the 9 hubs in the documents states it. "
        "9 hubs checked: 0 state it, 9 deny it (A [1]), 0 do not say."
    )
    assert asserted_text(text) == "None hubs in the documents states it."
