"""Asking the documents again while an answer is put together: the same way, another question."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.entities.catalogue import EntityCatalogue
from assistant.evidence.calibration import Calibration
from assistant.evidence.ranking import Candidate, rank
from assistant.evidence.reading import Reader, Reading
from assistant.evidence.said_words import WordLikeness
from assistant.question.analysis import Analysis, analyse
from index.passage import ScoredPassage
from index.retriever import Retriever


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A question taken apart, and the statements that may answer it, the surest first."""

    analysis: Analysis
    candidates: tuple[Candidate, ...]
    threshold: float

    @property
    def sure(self) -> tuple[Candidate, ...]:
        """The statements that answer surely enough."""
        return tuple(one for one in self.candidates if one.probability >= self.threshold)


@dataclass(frozen=True, slots=True, kw_only=True)
class Research:
    """Finds, reads and ranks for a question.

    Attributes:
        retriever: Finds passages.
        reader: Finds answers in them.
        calibration: Gives the weights.
        likeness: Compares words by meaning; None to do without.
        entities: What the documents say of names; None to do without.
    """

    retriever: Retriever
    reader: Reader
    calibration: Calibration
    likeness: WordLikeness | None = None
    entities: EntityCatalogue | None = None

    def find(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Find at most `top_k` passages, best first."""
        return self.retriever.retrieve(query, top_k)

    def ask(self, question: str, found: Sequence[ScoredPassage]) -> Finding:
        """Read some passages for a question and weigh what they state."""
        readings = self.reader.read(question, [scored.passage for scored in found])
        return self.weigh(question, found, readings)

    def weigh(
        self, question: str, found: Sequence[ScoredPassage], readings: Sequence[Reading]
    ) -> Finding:
        """Take a question apart and weigh what passages state that were read for it."""
        analysis = analyse(question, [scored.passage for scored in found])
        return Finding(
            analysis=analysis,
            candidates=rank(
                analysis, found, readings, self.calibration, self.likeness, self.reader.judge
            ),
            threshold=self.calibration.threshold,
        )
