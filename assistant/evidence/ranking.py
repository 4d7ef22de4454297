"""Which statement answers best, and how surely: evidence of several kinds, weighed together.

The reader's own score compares poorly across passages, so it is one feature beside what the words,
the names and the retrieval say. Weights are fitted on data, see `calibration`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.evidence.calibration import Calibration
from assistant.evidence.features import compare, features_of, says_label
from assistant.evidence.orders import is_for_machines
from assistant.evidence.reading import Leaning, Reading, Span
from assistant.evidence.responsible import names_responsible
from assistant.evidence.said_words import WordLikeness, said_words
from assistant.evidence.statements import Statement, statements_of
from assistant.question.analysis import Analysis
from index.passage import ScoredPassage

# So many statements, those that the reader takes most for answers, are judged one by one.
_JUDGED = 3

# So surely "Opening hours: 9 to 16" answers "opening hours of Alfa", however it is read.
_LABELLED = 0.9

Judge = Callable[[str, Sequence[Statement]], Sequence[Leaning]]
"""Says how statements decide a question, see `Reader.judge`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A statement that may answer.

    Attributes:
        statement: What may be quoted.
        spans: The reader's spans within it, best first.
        features: By name, see `assistant.evidence.features`.
        probability: That it answers, 0 to 1.
    """

    statement: Statement
    spans: tuple[Span, ...]
    features: Mapping[str, float]
    probability: float

    @property
    def is_read(self) -> bool:
        """Whether the reader rather thinks that it answers."""
        return bool(self.spans) and self.spans[0].score > 0


def rank(
    analysis: Analysis,
    found: Sequence[ScoredPassage],
    readings: Sequence[Reading],
    calibration: Calibration,
    likeness: WordLikeness | None = None,
    judge: Judge | None = None,
) -> tuple[Candidate, ...]:
    """Weigh every statement of the passages found but orders to machines; the surest first.

    Args:
        analysis: The query, taken apart.
        found: The passages.
        readings: One for each passage, in the same order.
        calibration: The weights.
        likeness: Compares words by meaning; None to compare them letter by letter alone.
        judge: Judges single statements, in whose own words "neither yes nor no" says that they do
            not answer, be the question for yes or no or not; None to do without.
    """
    places = [
        (scored, statement, _spans_within(statement, reading))
        for scored, reading in zip(found, readings, strict=True)
        for statement in statements_of(scored.passage)
        if not is_for_machines(statement.text)
    ]
    said = said_words(analysis, [statement for _, statement, _ in places], likeness)
    rows = [features_of(analysis, *place, one) for place, one in zip(places, said, strict=True)]
    compare(rows)
    if judge:
        first = sorted(range(len(rows)), key=lambda at: -rows[at]["reader"])[:_JUDGED]
        leanings = judge(analysis.query, [places[at][1] for at in first])
        for at, leaning in zip(first, leanings, strict=True):
            rows[at] |= {"said_yes": leaning.yes, "said_no": leaning.no}
    probabilities = calibration.probabilities(rows)
    candidates = [
        Candidate(
            statement=statement,
            spans=spans,
            features=row,
            probability=max(
                probability,
                _LABELLED
                * (says_label(analysis, statement) or names_responsible(analysis, statement)),
            ),
        )
        for (_, statement, spans), row, probability in zip(places, rows, probabilities, strict=True)
    ]
    return tuple(sorted(candidates, key=lambda candidate: -candidate.probability))


def _spans_within(statement: Statement, reading: Reading) -> tuple[Span, ...]:
    return tuple(
        span
        for span in reading.spans
        if statement.start <= span.start and span.end <= statement.end
    )
