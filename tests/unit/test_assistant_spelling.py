"""Misspelt words are put right by the documents' words; words and names stay."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.spelling import corrected, differences, vocabulary

KNOWN = vocabulary(["SmiLe Incubator takes no equity from its start-ups in Skåne. It opened."])
_WORDS = st.text(alphabet="abc", max_size=6)


def _nothing(_word: str) -> bool:
    return False


def test_what_is_no_word_becomes_the_nearest_word_of_the_documents() -> None:
    assert corrected("wich incubater takes eqity", KNOWN, _nothing) == (
        "which Incubator takes equity"
    )


def test_a_word_of_the_language_stays() -> None:
    assert corrected("a quilty incubator", KNOWN, lambda word: word == "quilty") == (
        "a quilty incubator"
    )


def test_an_unknown_name_stays() -> None:
    assert corrected("about Startaps", KNOWN, _nothing) == "about Startaps"


@given(one=_WORDS, other=_WORDS)
def test_differences_are_symmetric_and_none_only_for_equals(one: str, other: str) -> None:
    assert differences(one, other) == differences(other, one)
    assert (differences(one, other) == 0) == (one == other)
    assert differences(one, other) <= max(len(one), len(other))
