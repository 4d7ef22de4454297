"""A sentence's vector is the mean of its own tokens' vectors."""

import numpy as np
import pytest

from index.paragraphs import Span
from index.passage_vectors import PassageVectors, pool_sentences

TOKENS = np.array([[9, 9], [1, 0], [0, 1], [3, 4], [9, 9]], dtype=np.float32)
# A mark before the text, three words, a mark after it.
OFFSETS = [(0, 0), (0, 2), (3, 5), (6, 8), (0, 0)]


def test_each_sentence_has_the_mean_of_its_tokens_at_length_one() -> None:
    pooled = pool_sentences(TOKENS, OFFSETS, [Span(0, 5), Span(6, 8)])

    assert pooled == pytest.approx(np.array([[0.5**0.5, 0.5**0.5], [0.6, 0.8]]))
    assert pooled.dtype == np.float32


def test_a_sentence_that_was_cut_off_has_no_vector() -> None:
    assert pool_sentences(TOKENS[:3], OFFSETS, [Span(0, 5), Span(6, 8)]).shape == (1, 2)
    assert pool_sentences(TOKENS[:1], OFFSETS, [Span(0, 5)]).shape == (0, 2)


def test_no_sentences_have_no_vectors() -> None:
    assert pool_sentences(TOKENS, OFFSETS, []).shape == (0, 2)


def test_passages_without_sentences_have_none() -> None:
    vectors = PassageVectors(whole=np.eye(3, dtype=np.float32))

    assert vectors.sentences_of(2).shape == (0, 3)


def test_groups_of_passages_keep_their_vectors() -> None:
    rows = np.eye(3, dtype=np.float32)
    vectors = PassageVectors(whole=rows, sentences=(rows[:1], rows[:0], rows[1:]))

    first, none, last = vectors.split([2, 0, 1])

    assert (first.whole.tolist(), last.whole.tolist()) == (rows[:2].tolist(), rows[2:].tolist())
    assert none.whole.shape == (0, 3)
    assert [len(one) for one in first.sentences] == [1, 0]
    assert last.sentences_of(0).tolist() == rows[1:].tolist()
