"""How well texts say a query's words, by the words themselves or by others that mean much the same.

It looks at the vectors that a model starts from, which know of no context: cheap enough to compare
each word of a query with each of some texts.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def match_pieces(
    table: NDArray[np.float32], pieces: Sequence[int], texts: Sequence[Sequence[int]]
) -> NDArray[np.float32]:
    """Give for each text and each piece of a query the best cosine with any of the text's own.

    Source: Khattab and Zaharia, "ColBERT: Efficient and Effective Passage Search via Contextualized
    Late Interaction over BERT", 2020, here without context.

    Args:
        table: Vectors of all pieces of words, shape (vocabulary, dimension).
        pieces: Those of the query, as rows of the table.
        texts: The pieces of each text.

    Returns:
        Shape (texts, pieces), at most 1; 0 for a text without pieces.

    >>> table = np.array([[1, 0], [0, 2], [3, 0]], dtype=np.float32)
    >>> match_pieces(table, [0, 1], [[2], [1, 2], []]).tolist()
    [[1.0, 0.0], [1.0, 1.0], [0.0, 0.0]]
    """
    scores = np.zeros((len(texts), len(pieces)), dtype=np.float32)
    used, places = np.unique(
        np.concatenate([np.asarray(text, dtype=np.int64) for text in [*texts, ()]]),
        return_inverse=True,
    )
    if not len(pieces) or not len(used):
        return scores
    likeness = _unit(table[np.asarray(pieces)]) @ _unit(table[used]).T
    start = 0
    for number, text in enumerate(texts):
        end = start + len(text)
        if end > start:
            scores[number] = likeness[:, places[start:end]].max(axis=1)
        start = end
    return scores


def match_words(
    table: NDArray[np.float32], words: Sequence[Sequence[int]], texts: Sequence[Sequence[int]]
) -> NDArray[np.float32]:
    """Give the mean of `match_pieces` over the pieces of each word.

    Returns:
        Shape (texts, words); 0 for a word without pieces.

    >>> table = np.array([[1, 0], [0, 2]], dtype=np.float32)
    >>> match_words(table, [[0, 1], []], [[0]]).tolist()
    [[0.5, 0.0]]
    """
    pieces = [piece for word in words for piece in word]
    matches = match_pieces(table, pieces, texts)
    means = np.zeros((len(texts), len(words)), dtype=np.float32)
    start = 0
    for number, word in enumerate(words):
        end = start + len(word)
        if end > start:
            means[:, number] = matches[:, start:end].mean(axis=1)
        start = end
    return means


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: NDArray[np.float32] = rows / np.maximum(lengths, 1e-12)
    return unit
