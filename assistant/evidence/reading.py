"""The Reader contract: question and passages in, spans out; the model is in `reader`."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.evidence.statements import Statement
from index.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch that may answer: `document.text[start:end]`, within one sentence of its passage.

    `score` is the start and end logits minus those of "not answered here"; above 0 the reader
    rather thinks that it answers.
    """

    start: int
    end: int
    text: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader found in one passage: spans, best first, that do not overlap."""

    passage: Passage
    spans: tuple[Span, ...]

    @property
    def answerability(self) -> float:
        """How sure the reader is that the passage answers, 0 to 1; 0 without spans."""
        if not self.spans:
            return 0.0
        # Past 30 the exponential adds nothing that a float could hold beside 1.
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.spans[0].score))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """How a statement decides a question for yes or no: probabilities; what is left is neither."""

    yes: float
    no: float


class Reader(Protocol):
    """Finds answers in passages. Safe to use from several threads."""

    def read(self, question: str, passages: Sequence[Passage]) -> tuple[Reading, ...]:
        """Read every passage; one reading each, in the order given, () for no passages.

        Every sentence of a passage has its best spans among the reading's, so that a caller can
        judge sentences. Question and heading are never part of a span.

        Raises:
            ModelUnavailable: The model's files are missing or damaged.
        """
        ...

    def judge(self, question: str, statements: Sequence[Statement]) -> tuple[Leaning, ...]:
        """Say how each statement decides a question for yes or no, in the order given.

        Raises:
            ModelUnavailable: The model's files are missing or damaged.
        """
        ...

    def knows_word(self, word: str) -> bool:
        """Whether a lower-case word without accents is one of the reader's language."""
        ...
