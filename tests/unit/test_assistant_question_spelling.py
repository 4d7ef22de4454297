"""Misspelt words are put right by the documents' words; words and names stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.spelling import corrected
from index.lexicon import Word, lexicon_of

KNOWN = lexicon_of(
    [
        "SmiLe Incubator takes no equity from its startups in Skåne. It opened. They open it.",
        "An open lab. Flemingsberg Science is one of the sites. Members of the network give.",
    ]
).words
_WORDS = st.text(alphabet="abcdefgh ", max_size=30)


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


def test_a_short_name_bears_one_slip_and_an_unknown_one_stays() -> None:
    assert corrected("about Startaps", KNOWN, _nothing) == "about startups"
    assert corrected("about Stratops", KNOWN, _nothing) == "about Stratops"


def test_a_long_name_bears_two_slips() -> None:
    assert corrected("about Flmeingsbergs Sience", KNOWN, _nothing) == "about Flemingsberg Science"


@pytest.mark.parametrize("word", ["givers", "networks", "networking", "membership"])
def test_a_form_of_a_known_word_stays(word: str) -> None:
    words = {"membership"}

    assert corrected(f"the {word} there", KNOWN, words.__contains__) == f"the {word} there"


def test_a_word_known_by_its_forms_stays() -> None:
    known = lexicon_of(["The base of it."]).words

    assert corrected("how to bake it", known, lambda word: word == "baking") == "how to bake it"
    assert corrected("how to bake it", known, _nothing) == "how to base it"


def test_swapped_letters_are_likelier_than_others() -> None:
    known = lexicon_of(["one one one one, then open"]).words

    assert corrected("did it opne", known, _nothing) == "did it open"


def test_forgotten_letters_are_likelier_than_wrong_ones() -> None:
    known = lexicon_of(["finger finger finger, figures"]).words

    assert corrected("the figres", known, _nothing) == "the figures"


def test_the_more_frequent_of_equally_near_words_is_meant() -> None:
    known = lexicon_of(["mentor", "mender mender"]).words

    assert corrected("a mendor", known, _nothing) == "a mender"


def test_swapped_first_letters_are_put_right() -> None:
    assert corrected("the ncieubator and the eqiuty", KNOWN, _nothing) == (
        "the ncieubator and the equity"
    )
    assert corrected("an nicubator", KNOWN, _nothing) == "an Incubator"


def test_without_words_nothing_is_changed_but_the_asking() -> None:
    assert corrected("wich incubater", {}, _nothing) == "which incubater"


@given(query=_WORDS)
def test_a_corrected_query_stays_as_it_is(query: str) -> None:
    known = lexicon_of(["abcdefg abcd bade cafe fade head beach"]).words
    once = corrected(query, known, _nothing)

    assert corrected(once, known, _nothing) == once


def test_words_of_questions_come_before_those_of_documents() -> None:
    known = {"match": Word("match", 9), "very": Word("very", 5)}
    is_word = {"how", "does", "the", "give", "much", "every", "year", "day", "what"}.__contains__
    assert corrected("how mutch does the fund give evry year", known, is_word) == (
        "how much does the fund give every year"
    )
    assert corrected("what dayt did it opn", known, is_word) == "what day did it open"


def test_a_small_word_stays_small_where_documents_write_it_as_a_name() -> None:
    known = {"agency": Word("Agency", 4)}
    assert corrected("which agancy pays", known, {"which", "pays", "agency"}.__contains__) == (
        "which agency pays"
    )
