"""Hybrid retrieval: nearest vectors and best full-text matches, fused by their scores.

The words of the passages that lead are then compared with the query's one by one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from math import log
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.duplicates import without_duplicates
from index.encoding import Encoder
from index.expansion import expand
from index.fulltext import MAX_TERMS, content_words
from index.fusion import convex_combination
from index.lexicon import CorpusLexicon
from index.passage import ScoredPassage
from index.retrieval_options import RetrievalOptions
from index.vectors import VectorSearch

# Full text scores every match anyway, so that reading many costs little; candidates found by their
# vectors alone then have their true score.
_BM25_DEPTH = 1000


# The words of so many passages, those that lead by both rankings, are compared with the query's: as
# many as are read and some more. Weight and number are measured (docs/decisions).
_MATCHED = 32
_MATCH_WEIGHT = 0.5


class Retriever(Protocol):
    """Finds passages for a query."""

    def retrieve(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Give at most `top_k` passages, best first, none twice; () when nothing is stored."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidates:
    """Scores by passage number, and the ranks of those that a ranking held, from 1.

    `dense` is the similarity of the whole passage, `sentences` those of its sentences in order,
    `meaning` that of it and its best sentence.
    """

    meaning: Mapping[int, float]
    dense: Mapping[int, float]
    sentences: Mapping[int, list[float]]
    bm25: Mapping[int, float]
    dense_ranks: Mapping[int, int]
    bm25_ranks: Mapping[int, int]


class HybridRetriever:
    """Fuses a dense ranking and a BM25 ranking. Safe across threads."""

    def __init__(
        self,
        catalogue: Catalogue,
        vectors: VectorSearch,
        encoder: Encoder,
        options: RetrievalOptions | None = None,
        *,
        lexicon: CorpusLexicon | None = None,
    ) -> None:
        """Put the parts together; nothing is read yet.

        Args:
            catalogue: The passages, their vectors and full text.
            vectors: Finds the nearest vectors.
            encoder: The one that made the vectors.
            options: How passages are found.
            lexicon: That of the catalogue, where it is kept for other uses, too.
        """
        self._catalogue = catalogue
        self._vectors = vectors
        self._encoder = encoder
        self._options = options or RetrievalOptions()
        self._lexicon = lexicon or CorpusLexicon(catalogue)

    def retrieve(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Give at most `top_k` passages, best first, none twice; () when nothing is stored.

        Of passages with the same words the best alone is given. `score` is the fused one, at most
        1; it orders passages of one query and says nothing across queries.
        """
        if top_k < 1 or not self._catalogue.count_passages():
            return ()
        candidates = self._candidates(query, max(self._options.candidates, top_k))
        weights = [self._options.dense_weight, self._options.bm25_weight]
        fused = convex_combination([candidates.meaning, candidates.bm25], weights=weights)
        matches = self._match(query, [number for number, _ in fused[:_MATCHED]])
        if any(matches.values()):
            fused = convex_combination(
                [candidates.meaning, candidates.bm25, matches], weights=[*weights, _MATCH_WEIGHT]
            )
        return tuple(islice(without_duplicates(self._read(fused, candidates, top_k)), top_k))

    def _match(self, query: str, numbers: list[int]) -> Mapping[int, float]:
        """How well passages say the query's words, rare ones weighing more."""
        words = content_words(query)[:MAX_TERMS]
        total = self._catalogue.count_passages()
        counts = self._catalogue.count_matches([f'"{word}"' for word in words])
        # As BM25 weighs words, but never at or below 0.
        rarity = [log(1 + (total - count + 0.5) / (count + 0.5)) for count in counts]
        found = self._catalogue.passages(numbers)
        texts = [f"{passage.context}\n{passage.text}" for passage in found.values()]
        scores = self._encoder.match_words(dict(zip(words, rarity, strict=True)), texts)
        return dict(zip(found, map(float, scores), strict=True))

    def _candidates(self, query: str, depth: int) -> _Candidates:
        """Score the first `depth` passages of both rankings, each by vector and by words."""
        expanded = expand(query, self._lexicon.current())
        vector = self._encoder.encode([expanded.text])[0]
        dense = {near.number: near.score for near in self._vectors.query(vector, depth)}
        dense_ranks = _ranks(dense)
        found = dict(self._catalogue.search_text(expanded.expression, max(depth, _BM25_DEPTH)))
        by_words = list(found)[:depth]
        dense |= self._similarities(vector, [one for one in by_words if one not in dense])
        bm25 = {one: score for one, score in found.items() if one in dense}
        sentences = self._sentences(vector, list(dense))
        return _Candidates(
            # The mean with the best sentence, where a passage has any.
            meaning={
                number: (score + max(sentences.get(number, [score]))) / 2
                for number, score in dense.items()
            },
            dense=dense,
            sentences=sentences,
            bm25=bm25,
            dense_ranks=dense_ranks,
            bm25_ranks=_ranks(found),
        )

    def _sentences(
        self, vector: NDArray[np.float32], numbers: list[int]
    ) -> Mapping[int, list[float]]:
        """Similarities of passages' sentences, in order; passages that have none are left out."""
        held = self._catalogue.log.sentences_of(numbers, len(vector))
        scores: dict[int, list[float]] = {}
        for number, score in zip(held.numbers, held.vectors @ vector, strict=True):
            scores.setdefault(int(number), []).append(float(score))
        return scores

    def _similarities(self, vector: NDArray[np.float32], numbers: list[int]) -> Mapping[int, float]:
        """Cosine similarities of passages that the vectors did not rank high enough."""
        batch = self._catalogue.log.vectors_of(numbers)
        if not len(batch.numbers):
            return {}
        scores = batch.vectors @ vector
        return {
            int(number): float(score) for number, score in zip(batch.numbers, scores, strict=True)
        }

    def _read(
        self, fused: Iterable[tuple[int, float]], candidates: _Candidates, batch: int
    ) -> Iterator[ScoredPassage]:
        """Read passages in order, some at a time; those that are gone are passed over."""
        rest = iter(fused)
        while some := list(islice(rest, batch)):
            found = self._catalogue.passages([number for number, _ in some])
            for number, score in some:
                if number in found:
                    yield ScoredPassage(
                        passage=found[number],
                        score=score,
                        dense_rank=candidates.dense_ranks.get(number),
                        bm25_rank=candidates.bm25_ranks.get(number),
                        dense_score=candidates.dense.get(number),
                        bm25_score=candidates.bm25.get(number),
                        sentence_scores=tuple(candidates.sentences.get(number, ())),
                    )


def _ranks(numbers: Iterable[int]) -> Mapping[int, int]:
    return {number: rank for rank, number in enumerate(numbers, start=1)}
