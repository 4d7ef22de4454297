"""The vectors of passages and of their sentences, and how sentences get theirs.

A sentence's vector is the mean of its tokens' vectors, each of which has read the whole passage, so
that "It takes no equity" knows what "it" is. It costs no second run of the model.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.paragraphs import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageVectors:
    """Vectors of length 1, in the order of the passages.

    Attributes:
        whole: One for each passage, shape (passages, dimension), float32.
        sentences: For each passage those of its sentences, shape (sentences, dimension), float32;
            none for a passage whose sentences have none. () when no passage has any.
    """

    whole: NDArray[np.float32]
    sentences: tuple[NDArray[np.float32], ...] = ()

    def sentences_of(self, place: int) -> NDArray[np.float32]:
        """Give the vectors of one passage's sentences, by its place."""
        if not self.sentences:
            return np.empty((0, self.whole.shape[1]), dtype=np.float32)
        return self.sentences[place]

    def split(self, sizes: Sequence[int]) -> list["PassageVectors"]:
        """Give the vectors of consecutive groups of passages, of these sizes."""
        parts, start = [], 0
        for size in sizes:
            end = start + size
            parts.append(
                PassageVectors(whole=self.whole[start:end], sentences=self.sentences[start:end])
            )
            start = end
        return parts


def pool_sentences(
    tokens: NDArray[np.float32], offsets: Sequence[tuple[int, int]], sentences: Sequence[Span]
) -> NDArray[np.float32]:
    """Give the mean of each sentence's token vectors, of length 1; those without a token lack.

    Source: Günther et al., "Late Chunking: Contextual Chunk Embeddings Using Long-Context Embedding
    Models", 2024.

    Args:
        tokens: Shape (tokens, dimension); may be cut off before the text ends.
        offsets: Where each token stands in the text; empty stretches for tokens that are no text.
        sentences: Where the sentences stand in the text.

    >>> pool_sentences(np.eye(3, dtype=np.float32), [(0, 0), (0, 2), (3, 5)], [Span(0, 5)]).shape
    (1, 3)
    """
    kept = offsets[: len(tokens)]
    starts = np.array([start for start, _ in kept], dtype=np.int64)
    ends = np.array([end for _, end in kept], dtype=np.int64)
    rows = []
    for sentence in sentences:
        inside = (starts >= sentence.start) & (ends <= sentence.end) & (ends > starts)
        if inside.any():
            mean = tokens[inside].mean(axis=0)
            rows.append(mean / max(float(np.linalg.norm(mean)), 1e-12))
    return np.array(rows, dtype=np.float32).reshape(len(rows), tokens.shape[1])
