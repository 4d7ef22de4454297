"""What speaks for a statement besides its words: the reader's sureness, and nearness in meaning."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.coverage.evidence import prepared_statements
from assistant.coverage.question import EntityQuestion
from assistant.coverage.scoring import Scored
from assistant.evidence.reading import Reader
from assistant.evidence.statements import Statement
from index.passage import Passage, ScoredPassage
from index.sentences import split_sentences

# How many passages the reader may read: some 8 ms each.
_READ = 18
# What holds so much of what is asked needs no reader.
_SETTLED = 0.6
# A sentence means nearly what is asked when its similarity is so high, and so near the highest.
_LIKE, _NEAR_LIKEST = 0.42, 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What is judged with: the query, what was found for it, and the reader.

    `wide` is what a deeper search finds, for the similarities of its sentences.
    """

    query: str
    reader: Reader
    found: Sequence[ScoredPassage]
    wide: Sequence[ScoredPassage] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What speaks for statements besides their words, by passage and statement start.

    Attributes:
        sureness: The reader's, 0 to 1.
        likeness: The similarity of their likest sentence to the query.
    """

    sureness: Mapping[tuple[str, int], float]
    likeness: Mapping[tuple[str, int], float]

    def sure(self, statement: Statement) -> float:
        """Give the reader's sureness of a statement, 0 when it read none of it."""
        return self.sureness.get((statement.passage.passage_id, statement.start), 0.0)

    def is_like(self, statement: Statement) -> bool:
        """Whether a statement means nearly what is asked."""
        like = self.likeness.get((statement.passage.passage_id, statement.start), 0.0)
        likest = max(self.likeness.values(), default=0.0)
        return like >= max(_LIKE, likest - _NEAR_LIKEST)


def find_witness(
    asked: EntityQuestion, material: Material, scored: Mapping[str, Sequence[Scored]]
) -> Witness:
    """Let the reader read the likeliest passages, and compare what a deeper search finds.

    Args:
        asked: What is asked of each entity.
        material: What is judged with.
        scored: By entity's name, its statements by their words, best first.
    """
    return Witness(
        sureness=_read(asked, material, scored),
        likeness=_likeness(material.wide or material.found),
    )


def _read(
    asked: EntityQuestion, material: Material, scored: Mapping[str, Sequence[Scored]]
) -> dict[tuple[str, int], float]:
    """Let the reader read the likeliest passages; its sureness by passage and statement start."""
    rank = {each.passage.passage_id: at for at, each in enumerate(material.found)}
    chosen: dict[str, tuple[float, Passage]] = {}
    for each in scored.values():
        for one in each[:2]:
            passage = one.evidence.prepared.statement.passage
            bonus = 0.3 / (1 + rank[passage.passage_id]) if passage.passage_id in rank else 0.0
            # What the words settle need not be read; a name beside other words settles nothing.
            is_open = one.share < _SETTLED or asked.others
            value = bonus + (one.share if is_open else 0.0)
            if value > chosen.get(passage.passage_id, (0.0, passage))[0]:
                chosen[passage.passage_id] = (value, passage)
    best = sorted(chosen.values(), key=lambda each: -each[0])[:_READ]
    readings = material.reader.read(material.query, [passage for _, passage in best])
    sureness: dict[tuple[str, int], float] = {}
    for reading in readings:
        for each in scored.values():
            for one in each:
                statement = one.evidence.prepared.statement
                if statement.passage.passage_id != reading.passage.passage_id:
                    continue
                score = max(
                    (s.score for s in reading.spans
                     if statement.start <= s.start and s.end <= statement.end),
                    default=-30.0,
                )  # fmt: skip
                key = (statement.passage.passage_id, statement.start)
                sureness[key] = 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
    return sureness


def _likeness(found: Sequence[ScoredPassage]) -> dict[tuple[str, int], float]:
    likeness: dict[tuple[str, int], float] = {}
    for each in found:
        passage = each.passage
        scores = list(zip(split_sentences(passage.text), each.sentence_scores, strict=False))
        for prepared in prepared_statements(passage):
            start, end = prepared.statement.start, prepared.statement.end
            first, last = start - passage.start, end - passage.start
            within = [s for span, s in scores if first <= span.start and span.end <= last]
            likeness[passage.passage_id, start] = max(within, default=0.0)
    return likeness
