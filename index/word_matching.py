"""How well texts say a query's words, by the words themselves or by others that mean much the same.

It looks at the vectors that a model starts from, which know of no context: cheap enough to compare
each word of a query with each of some texts.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def match_pieces(
    table: NDArray[np.float32],
    pieces: Sequence[int],
    weights: Sequence[float],
    texts: Sequence[Sequence[int]],
) -> NDArray[np.float32]:
    """Give for each text the weighted mean, over pieces, of the best cosine with any of its own.

    Source of the best match for each piece: Khattab and Zaharia, "ColBERT: Efficient and Effective
    Passage Search via Contextualized Late Interaction over BERT", 2020, here without context.

    Args:
        table: Vectors of all pieces of words, shape (vocabulary, dimension).
        pieces: Those of the query, as rows of the table.
        weights: One for each piece, above 0.
        texts: The pieces of each text.

    Returns:
        Shape (texts,), at most 1; 0 for a text without pieces, and where the query has none.

    >>> table = np.array([[1, 0], [0, 2], [3, 0]], dtype=np.float32)
    >>> match_pieces(table, [0, 1], [3.0, 1.0], [[2], [1, 2], []]).tolist()
    [0.75, 1.0, 0.0]
    """
    scores = np.zeros(len(texts), dtype=np.float32)
    used, places = np.unique(
        np.concatenate([np.asarray(text, dtype=np.int64) for text in [*texts, ()]]),
        return_inverse=True,
    )
    if not len(pieces) or not len(used):
        return scores
    likeness = _unit(table[np.asarray(pieces)]) @ _unit(table[used]).T
    shares = np.asarray(weights, dtype=np.float32) / np.float32(sum(weights))
    start = 0
    for number, text in enumerate(texts):
        end = start + len(text)
        if end > start:
            scores[number] = shares @ likeness[:, places[start:end]].max(axis=1)
        start = end
    return scores


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: NDArray[np.float32] = rows / np.maximum(lengths, 1e-12)
    return unit
