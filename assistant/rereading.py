"""Search results in the order in which the reader, too, would take them for answers.

Answering reads every passage anyway and needs no order; whoever searches sees the first few.
"""

import math
from dataclasses import dataclass, replace

from assistant.evidence.reading import Reader, Reading
from assistant.question.clause import asking_clause, asks, is_telegraphic
from index.passage import ScoredPassage
from index.retriever import Retriever

# So many passages that lead are read; each takes some 8 ms.
_READ = 24
# How much the reader counts beside a fused score of at most 1, and which of its scores are middling
# (docs/decisions, 12).
_WEIGHT = 0.2
_MIDDLE, _SCALE = -4.0, 4.0
_LOWEST = -30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RereadingRetriever:
    """Finds passages by another retriever and puts those that answer before those that do not.

    Attributes:
        retriever: Finds them.
        reader: Says how surely each answers.
    """

    retriever: Retriever
    reader: Reader

    def retrieve(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Give at most `top_k` passages, best first; `score` stays at most 1.

        The reader has learned questions, so for a statement the order stays as it was.
        """
        if not _is_question(query):
            return self.retriever.retrieve(query, top_k)
        found = self.retriever.retrieve(query, max(top_k, _READ))
        readings = self.reader.read(query, [scored.passage for scored in found[:_READ]])
        shares = [*map(_sureness, readings), *[0.0] * len(found)]
        weighed = [
            replace(scored, score=(scored.score + _WEIGHT * share) / (1 + _WEIGHT))
            for scored, share in zip(found, shares, strict=False)
        ]
        return tuple(sorted(weighed, key=lambda scored: -scored.score)[:top_k])


def _is_question(query: str) -> bool:
    """Whether something is asked, be it by keywords alone."""
    return "?" in query or is_telegraphic(query) or asks(asking_clause(query))


def _sureness(reading: Reading) -> float:
    """How surely a passage answers, 0 to 1."""
    best = max((span.score for span in reading.spans), default=_LOWEST)
    return 1 / (1 + math.exp((_MIDDLE - max(_LOWEST, best)) / _SCALE))
