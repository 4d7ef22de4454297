"""Each word of a query finds its likest in a text, whatever else stands there."""

import numpy as np
import pytest

from index.word_matching import match_pieces

# Two directions, one between them, and one against the first.
TABLE = np.array([[2, 0], [0, 5], [1, 1], [-1, 0]], dtype=np.float32)


def test_a_text_that_holds_all_pieces_has_one_in_any_order_and_company() -> None:
    assert match_pieces(TABLE, [0, 1], [1, 2], [[1, 3, 0]]) == pytest.approx([1.0])


def test_a_like_piece_counts_by_its_cosine_and_each_piece_by_its_weight() -> None:
    half = 0.5**0.5
    scores = match_pieces(TABLE, [0, 1], [3, 1], [[0, 2], [2], [3]])
    assert scores == pytest.approx([(3 + half) / 4, half, -3 / 4])


def test_without_pieces_on_either_side_there_is_no_match() -> None:
    assert match_pieces(TABLE, [], [], [[0], [1]]).tolist() == [0, 0]
    assert match_pieces(TABLE, [0], [1], [[], [0], []]).tolist() == [0, 1, 0]
    assert match_pieces(TABLE, [0], [1], []).shape == (0,)
