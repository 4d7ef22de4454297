"""Exact search over the catalogue's own vectors: the fallback while the vector index is rebuilt."""

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A passage by number, with the cosine similarity of its vector; a higher score is better."""

    number: int
    score: float


class ExactIndex:
    """All vectors in memory, read again when the catalogue has changed. Safe across threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read nothing yet."""
        self._catalogue = catalogue
        self._lock = threading.Lock()
        self._sequence = -1
        self._numbers: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._vectors: NDArray[np.float32] = np.empty((0, 0), dtype=np.float32)

    def query(self, vector: NDArray[np.float32], top_k: int) -> list[Neighbour]:
        """Give the `top_k` nearest passages, best first; fewer when there are fewer.

        Args:
            vector: L2-normalised, shape (dimension,).
            top_k: How many.
        """
        numbers, vectors = self._current()
        if not len(numbers):
            return []
        scores = vectors @ vector
        kept = min(top_k, len(numbers))
        best = np.argpartition(-scores, kept - 1)[:kept]
        ordered = best[np.lexsort((numbers[best], -scores[best]))]
        return [Neighbour(number=int(numbers[i]), score=float(scores[i])) for i in ordered]

    def forget(self) -> None:
        """Free the memory; the next query reads again."""
        with self._lock:
            self._sequence = -1
            self._numbers = np.empty(0, dtype=np.int64)
            self._vectors = np.empty((0, 0), dtype=np.float32)

    def _current(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        with self._lock:
            sequence = self._catalogue.log.last_sequence()
            if sequence != self._sequence:
                batches = list(self._catalogue.log.vectors())
                if batches:
                    self._numbers = np.concatenate([batch.numbers for batch in batches])
                    self._vectors = np.concatenate([batch.vectors for batch in batches])
                else:
                    self._numbers = np.empty(0, dtype=np.int64)
                self._sequence = sequence
            return self._numbers, self._vectors
