"""Questions made from questions keep what they ask, or lose it where that is the point."""

import random

import pytest

from training.rephrasing import about_another, misspelt, telegraphic

QUESTION = "When did the research laboratory in Lund open?"


@pytest.mark.parametrize("seed", range(20))
def test_a_misspelt_question_differs_by_one_or_two_words_and_keeps_their_first_letters(
    seed: int,
) -> None:
    typed = misspelt(QUESTION, random.Random(seed))

    before, after = QUESTION.lower().split(), typed.lower().split()
    assert len(before) == len(after)
    assert [word[0] for word in before] == [word[0] for word in after]
    changed = sum(one != other for one, other in zip(before, after, strict=True))
    # Exchanging two equal letters changes nothing.
    assert changed <= 2


def test_misspelling_changes_something_for_most_seeds() -> None:
    typed = {misspelt(QUESTION, random.Random(seed)).lower() for seed in range(20)}

    assert len(typed - {QUESTION.lower()}) > 10


def test_a_question_without_long_words_is_left_alone() -> None:
    assert misspelt("Is it?", random.Random(1)).lower() == "is it?"


def test_a_telegraphic_question_keeps_names_numbers_and_the_word_that_asks() -> None:
    assert telegraphic("How many companies has SmiLe helped since 2007?") == (
        "companies smile helped since 2007"
    )
    assert telegraphic("Where is it?") == "where is it"


def test_asking_about_another_needs_the_name_as_a_whole_word() -> None:
    assert about_another("Who runs Vinnova?", "Vinnova", "Region Skåne") == "Who runs Region Skåne?"
    assert about_another("Who runs Vinnovation?", "Vinnova", "Region Skåne") is None
    assert about_another("Who runs it?", "Vinnova", "Region Skåne") is None
