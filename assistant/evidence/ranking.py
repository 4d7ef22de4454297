"""Which statement answers best, and how surely: evidence of several kinds, weighed together.

The reader's own score compares poorly across passages, so it is one feature beside what the words,
the names and the retrieval say. Weights are fitted on data, see `calibration`.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.evidence.answer_check import has_answer, is_answer, is_of_type
from assistant.evidence.calibration import Calibration
from assistant.evidence.reading import Reading, Span
from assistant.evidence.statements import Statement, StatementKind, statements_of
from assistant.question.analysis import Analysis
from assistant.question.clause import is_telegraphic
from assistant.question.kind import AnswerType, QuestionKind
from assistant.question.named import Named
from assistant.question.terms import terms, words
from index.passage import ScoredPassage
from index.sentences import split_sentences

# Reader scores outside say no more than the borders do.
_LOWEST, _HIGHEST = -10.0, 6.0
_SCALE = 5.0
# How much it counts where an entity is named: in the document's title, the statement, the passage.
_IN_TITLE, _IN_STATEMENT, _IN_PASSAGE = 1.0, 0.9, 0.5
# A question that names nothing known is judged as if half of a name were found.
_NOTHING_NAMED = 0.5
# Sums of weights are not exact.
_ALL = 1 - 1e-9

# What is of the type asked for but not in the reader's spans is worth so much less than they are.
_BESIDE_SPANS = 3.0
# A number that counts another word than the question's may count the same thing.
_COUNTS_OTHER, _OTHER_COUNT = 1.0, 0.5

# "Revenue: SEK 210 million" says what it is about in front.
_LABEL = re.compile(r"^(?P<label>[^\W\d_][^:.;?!\n]{1,40}):\s+\S")
_SEVERAL = re.compile(r",|\band\b|\bor\b|;|\d")

# What a statement sets aside it does not state: "In addition to its funders, it has supporters".
_ASIDE = re.compile(r"^(?:In addition to|Apart from|Besides|Other than|Except for)\b[^,]*,")

FEATURES = (
    "reader",
    "attributes_in_statement",
    "attributes_in_passage",
    "attributes_all",
    "entity",
    "about",
    "type_missing",
    "dense",
    "unknown_name",
    "list_asked",
    "one_of_many",
    "label",
    "sentence",
    "lead",
    "typed",
    "reader_high",
    "is_list",
    "is_yes_no",
    "is_description",
    "is_telegraphic",
)
"""The names of the features, in the order in which they are fitted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A statement that may answer.

    Attributes:
        statement: What may be quoted.
        spans: The reader's spans within it, best first.
        features: By name, see `FEATURES`.
        probability: That it answers, 0 to 1.
    """

    statement: Statement
    spans: tuple[Span, ...]
    features: Mapping[str, float]
    probability: float


def rank(
    analysis: Analysis,
    found: Sequence[ScoredPassage],
    readings: Sequence[Reading],
    calibration: Calibration,
) -> tuple[Candidate, ...]:
    """Weigh every statement of the passages found; the surest first.

    Args:
        analysis: The query, taken apart.
        found: The passages.
        readings: One for each passage, in the same order.
        calibration: The weights.
    """
    rows = []
    for scored, reading in zip(found, readings, strict=True):
        for statement in statements_of(scored.passage):
            spans = _spans_within(statement, reading)
            rows.append((statement, spans, _features(analysis, scored, statement, spans)))
    _compare([features for _, _, features in rows])
    candidates = [
        Candidate(
            statement=statement,
            spans=spans,
            features=features,
            probability=probability(features, calibration),
        )
        for statement, spans, features in rows
    ]
    return tuple(sorted(candidates, key=lambda candidate: -candidate.probability))


def _compare(rows: Sequence[dict[str, float]]) -> None:
    """Add by how much the reader prefers a statement to the best of the others."""
    scores = sorted((row["reader"] for row in rows), reverse=True)
    first, second = (*scores, _LOWEST / _SCALE, _LOWEST / _SCALE)[:2]
    for row in rows:
        other = second if row["reader"] == first else first
        row["lead"] = max(-1.0, min(1.0, row["reader"] - other))


def probability(features: Mapping[str, float], calibration: Calibration) -> float:
    """Give the logistic of the weighted sum of features."""
    total = calibration.bias + sum(
        weight * features[name] for name, weight in calibration.weights.items()
    )
    return 1 / (1 + math.exp(-total))


def _spans_within(statement: Statement, reading: Reading) -> tuple[Span, ...]:
    return tuple(
        span
        for span in reading.spans
        if statement.start <= span.start and span.end <= statement.end
    )


def _features(
    analysis: Analysis, scored: ScoredPassage, statement: Statement, spans: Sequence[Span]
) -> dict[str, float]:
    passage = scored.passage
    weights, attributes = analysis.weights, analysis.attributes
    in_statement = set(terms(_ASIDE.sub("", statement.text)))
    in_context = in_statement | set(terms(passage.context))
    in_passage = in_context | set(terms(passage.text))
    covered = weights.coverage(attributes, in_context) if attributes else 1.0
    wanted = analysis.asked_for
    best = max((_worth(analysis, statement, span) for span in spans), default=_LOWEST)
    is_typed = wanted.answer_type is not AnswerType.ANY
    has_type = has_answer(analysis, statement)
    return {
        "reader": max(_LOWEST, min(_HIGHEST, best)) / _SCALE,
        "attributes_in_statement": (
            weights.coverage(attributes, in_statement) if attributes else 1.0
        ),
        "attributes_in_passage": weights.coverage(attributes, in_passage) if attributes else 1.0,
        "attributes_all": float(covered >= _ALL),
        "entity": _entity((*analysis.named, *analysis.mentioned), statement),
        "about": float(any(passage.document_id == one.document_id for one in analysis.named)),
        "type_missing": (0.0 if has_type else 1 - _OTHER_COUNT * is_of_type(analysis, statement)),
        "dense": scored.dense_score or 0.0,
        "unknown_name": float(bool(analysis.unknown)),
        "list_asked": float(
            wanted.kind is QuestionKind.ENUMERATION and statement.kind is not StatementKind.SENTENCE
        ),
        "one_of_many": float(
            wanted.kind is QuestionKind.ENUMERATION
            and statement.kind is StatementKind.SENTENCE
            and not (spans and _SEVERAL.search(spans[0].text))
        ),
        "label": _label(analysis, statement),
        "sentence": _sentence_score(scored, statement),
        "typed": float(is_typed and has_type),
        "reader_high": max(0.0, min(_HIGHEST, best)) / _SCALE,
        **_of_kind(analysis),
    }


def _of_kind(analysis: Analysis) -> dict[str, float]:
    """What is the same for all statements: how surely a question is answered differs by kind."""
    kind = analysis.asked_for.kind
    return {
        "is_list": float(kind is QuestionKind.ENUMERATION),
        "is_yes_no": float(kind is QuestionKind.YES_NO),
        "is_description": float(kind is QuestionKind.DESCRIPTION),
        "is_telegraphic": float(is_telegraphic(analysis.query)),
    }


def _worth(analysis: Analysis, statement: Statement, span: Span) -> float:
    """The reader's score of a span, less where it is not what is asked for."""
    if is_answer(analysis, statement, span):
        return span.score
    if is_of_type(analysis, statement, span):
        return span.score - _COUNTS_OTHER
    if has_answer(analysis, statement) and analysis.asked_for.answer_type is not AnswerType.ANY:
        return span.score - _BESIDE_SPANS
    return _LOWEST


def _sentence_score(scored: ScoredPassage, statement: Statement) -> float:
    """The best similarity of a statement's sentences; the passage's own where there is none."""
    start, end = (at - scored.passage.start for at in (statement.start, statement.end))
    spans = split_sentences(scored.passage.text)[: len(scored.sentence_scores)]
    return max(
        (
            score
            for span, score in zip(spans, scored.sentence_scores, strict=False)
            if span.start < end and start < span.end
        ),
        default=scored.dense_score or 0.0,
    )


def _label(analysis: Analysis, statement: Statement) -> float:
    """Whether "Label: value" is about what is asked: 1 or -1; 0 for what has no label."""
    found = _LABEL.match(statement.text)
    if found is None or statement.kind is not StatementKind.SENTENCE or not analysis.attributes:
        return 0.0
    return 1.0 if set(terms(found["label"])) & set(analysis.attributes) else -1.0


def _entity(named: Sequence[Named], statement: Statement) -> float:
    """How far a statement is about the entities that the question names, 0 to 1."""
    if not named:
        return _NOTHING_NAMED
    return sum(_about(entity, statement) * entity.strength for entity in named) / len(named)


def _about(entity: Named, statement: Statement) -> float:
    passage = statement.passage
    if passage.document_id == entity.document_id:
        return _IN_TITLE
    if mentions(entity, f"{passage.context}\n{statement.text}"):
        return _IN_STATEMENT
    return _IN_PASSAGE if mentions(entity, passage.text) else 0.0


def mentions(entity: Named, text: str) -> bool:
    """Whether a text holds the entity's name or one of its short forms."""
    joined = f" {' '.join(words(text))} "
    return any(f" {' '.join(form)} " in joined for form in entity.forms)
