"""Each word of a query finds its likest in a text, whatever else stands there."""

import numpy as np
import pytest

from index.word_matching import match_pieces, match_words

# Two directions, one between them, and one against the first.
TABLE = np.array([[2, 0], [0, 5], [1, 1], [-1, 0]], dtype=np.float32)
HALF = 0.5**0.5


def test_a_text_that_holds_all_pieces_has_one_in_any_order_and_company() -> None:
    assert match_pieces(TABLE, [0, 1], [[1, 3, 0]])[0] == pytest.approx([1.0, 1.0])


def test_a_like_piece_counts_by_its_cosine() -> None:
    scores = match_pieces(TABLE, [0, 1], [[0, 2], [2], [3]])

    assert scores == pytest.approx(np.array([[1, HALF], [HALF, HALF], [-1, 0]]))


def test_without_pieces_on_either_side_there_is_no_match() -> None:
    assert match_pieces(TABLE, [], [[0], [1]]).shape == (2, 0)
    assert match_pieces(TABLE, [0], [[], [0], []])[:, 0].tolist() == [0, 1, 0]
    assert match_pieces(TABLE, [0], []).shape == (0, 1)


def test_a_word_of_several_pieces_counts_by_their_mean() -> None:
    scores = match_words(TABLE, [[0, 1], [2]], [[0]])

    assert scores == pytest.approx(np.array([[0.5, HALF]]))
