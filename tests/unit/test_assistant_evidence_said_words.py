"""Statements say a question's words by the same words, by paraphrases, or by words like them."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.evidence.said_words import said_words
from assistant.evidence.statements import statements_of
from assistant.question.analysis import analyse
from tests.fakes_answering import make_document, make_passage

PASSAGE = make_passage(
    make_document("Tindra", "The hall is hired for SEK 900. A garage for cars costs SEK 20.")
)
HALL, GARAGE = statements_of(PASSAGE)


class Cars:
    """Finds parking a little like cars."""

    def word_likeness(self, words: Sequence[str], texts: Sequence[str], /) -> NDArray[np.float32]:
        """Give 0.5 for "parking" where there are cars, else -0.1."""
        return np.array(
            [[0.5 if word == "parking" and "cars" in text else -0.1 for word in words]
             for text in texts],
            dtype=np.float32,
        )  # fmt: skip


def test_what_no_word_of_a_statement_is_like_is_not_said() -> None:
    asked = analyse("What does parking cost at Tindra?", [PASSAGE])

    hall, garage = said_words(asked, [HALL, GARAGE], Cars())

    assert hall.least == 0
    assert garage.least == pytest.approx(0.5)
    assert garage.mean > hall.mean


def test_names_are_not_among_the_words_asked_for_and_headings_may_say_the_others() -> None:
    asked = analyse("Tindra hall", [PASSAGE])

    hall, garage = said_words(asked, [HALL, GARAGE], None)

    assert (hall.mean, garage.mean) == (1, 0)
    assert garage.mean_in_context == 0


def test_a_question_of_names_alone_leaves_nothing_unsaid() -> None:
    [said] = said_words(analyse("Tindra", [PASSAGE]), [HALL], None)

    assert said.least_in_context == 1
