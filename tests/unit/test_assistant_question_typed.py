import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import InvalidQuestion
from assistant.question.typed import MAX_QUESTION_CHARACTERS, check_question, searchable


@pytest.mark.parametrize("question", ["", "  \n", "\u200b\u2060", "\x00\x07", "\U000e0041"])
def test_a_question_without_a_visible_character_is_refused(question: str) -> None:
    with pytest.raises(InvalidQuestion, match="empty"):
        check_question(question)


def test_the_limit_itself_is_allowed_and_one_more_is_not() -> None:
    check_question("x" * MAX_QUESTION_CHARACTERS)

    with pytest.raises(InvalidQuestion, match="2001 characters and may have 2000"):
        check_question("x" * (MAX_QUESTION_CHARACTERS + 1))


def test_half_a_surrogate_pair_is_not_text() -> None:
    with pytest.raises(InvalidQuestion, match="surrogate"):
        check_question("What is \ud800?")


def test_composed_and_decomposed_letters_are_searched_alike() -> None:
    word = "Skåne"

    assert searchable(unicodedata.normalize("NFD", word)) == searchable(word) == word


@given(st.text())
def test_the_searched_form_is_final(text: str) -> None:
    assert searchable(searchable(text)) == searchable(text)
