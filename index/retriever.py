"""Hybrid retrieval: nearest vectors and best full-text matches, fused by rank."""

from typing import Protocol

from index.catalogue import Catalogue
from index.encoding import Encoder
from index.fulltext import match_expression
from index.fusion import reciprocal_rank_fusion
from index.passage import Passage, ScoredPassage
from index.retrieval_options import RetrievalOptions
from index.vectors import VectorSearch


class Retriever(Protocol):
    """Finds passages for a query."""

    def retrieve(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Give at most `top_k` passages, best first, none twice; () when nothing is stored."""
        ...


class HybridRetriever:
    """Fuses a dense ranking and a BM25 ranking. Safe across threads."""

    def __init__(
        self,
        catalogue: Catalogue,
        vectors: VectorSearch,
        encoder: Encoder,
        options: RetrievalOptions | None = None,
    ) -> None:
        """Put the parts together; nothing is read yet."""
        self._catalogue = catalogue
        self._vectors = vectors
        self._encoder = encoder
        self._options = options or RetrievalOptions()

    def retrieve(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Give at most `top_k` passages, best first, none twice; () when nothing is stored.

        `score` is the fused one; it orders passages of one query and says nothing across queries.
        """
        if top_k < 1 or not self._catalogue.count_passages():
            return ()
        depth = max(self._options.candidates, top_k)
        vector = self._encoder.encode([query])[0]
        dense = {near.number: near.score for near in self._vectors.query(vector, depth)}
        bm25 = dict(self._catalogue.search_text(match_expression(query), depth))
        fused = reciprocal_rank_fusion(
            [list(dense), list(bm25)],
            weights=[self._options.dense_weight, self._options.bm25_weight],
        )
        # A vector whose passage is gone may still be found: a few are read in reserve.
        found = self._catalogue.passages([number for number, _ in fused[: top_k * 2]])
        ranks = (
            {number: rank for rank, number in enumerate(dense, start=1)},
            {number: rank for rank, number in enumerate(bm25, start=1)},
        )
        best: list[ScoredPassage] = []
        for number, score in fused:
            passage: Passage | None = found.get(number)
            if passage is None:
                continue
            best.append(
                ScoredPassage(
                    passage=passage,
                    score=score,
                    dense_rank=ranks[0].get(number),
                    bm25_rank=ranks[1].get(number),
                    dense_score=dense.get(number),
                    bm25_score=bm25.get(number),
                )
            )
            if len(best) == top_k:
                break
        return tuple(best)
