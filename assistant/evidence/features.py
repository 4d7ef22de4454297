"""The evidence that a statement answers, as numbers: what reader, words, names and search say."""

import re
from collections.abc import Sequence

from assistant.evidence.answer_check import has_answer, is_answer, is_of_type
from assistant.evidence.reading import Span
from assistant.evidence.said_words import Said
from assistant.evidence.statements import Statement, StatementKind, without_aside
from assistant.question.analysis import Analysis
from assistant.question.clause import is_telegraphic
from assistant.question.kind import AnswerType, QuestionKind
from assistant.question.named import Named, mentions
from assistant.question.terms import terms
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
    "said",
    "least_said",
    "said_in_context",
    "least_said_in_context",
    "name_missing",
    "name_unsure",
    "said_yes",
    "said_no",
)
"""The names of the features, in the order in which they are fitted."""


def features_of(
    analysis: Analysis,
    scored: ScoredPassage,
    statement: Statement,
    spans: Sequence[Span],
    said: Said,
) -> dict[str, float]:
    """Give all features of a statement but "lead", which compares it with the others.

    What it says by itself, yes or no, is 0 for both until the reader has judged it.

    Args:
        analysis: The query, taken apart.
        scored: The statement's passage.
        statement: What may answer.
        spans: The reader's spans within it, best first.
        said: How well it says the words asked.
    """
    best = max((_worth(analysis, statement, span) for span in spans), default=_LOWEST)
    is_typed = analysis.asked_for.answer_type is not AnswerType.ANY
    has_type = has_answer(analysis, statement)
    return {
        "reader": max(_LOWEST, min(_HIGHEST, best)) / _SCALE,
        "reader_high": max(0.0, min(_HIGHEST, best)) / _SCALE,
        "type_missing": (0.0 if has_type else 1 - _OTHER_COUNT * is_of_type(analysis, statement)),
        "typed": float(is_typed and has_type),
        "dense": scored.dense_score or 0.0,
        "sentence": _sentence_score(scored, statement),
        "unknown_name": float(bool(analysis.unknown)),
        "said": said.mean,
        "least_said": said.least,
        "said_in_context": said.mean_in_context,
        "least_said_in_context": said.least_in_context,
        "said_yes": 0.0,
        "said_no": 0.0,
        **_of_words(analysis, statement),
        **_of_form(analysis, statement, spans),
        **_of_names(analysis, statement),
        **_of_kind(analysis),
    }


def _of_words(analysis: Analysis, statement: Statement) -> dict[str, float]:
    """What share of the words asked stands in a statement and around it."""
    passage, attributes = statement.passage, analysis.attributes
    in_statement = set(terms(without_aside(statement.text)))
    in_context = in_statement | set(terms(passage.context))
    in_passage = in_context | set(terms(passage.text))

    def covered(held: set[str]) -> float:
        return analysis.weights.coverage(attributes, held) if attributes else 1.0

    return {
        "attributes_in_statement": covered(in_statement),
        "attributes_in_passage": covered(in_passage),
        "attributes_all": float(covered(in_context) >= _ALL),
    }


def _of_form(analysis: Analysis, statement: Statement, spans: Sequence[Span]) -> dict[str, float]:
    """Whether a list is given where one is asked for, or a label before what it is about."""
    is_list_asked = analysis.asked_for.kind is QuestionKind.ENUMERATION
    is_sentence = statement.kind is StatementKind.SENTENCE
    tells_several = bool(spans) and _SEVERAL.search(spans[0].text) is not None
    return {
        "list_asked": float(is_list_asked and not is_sentence),
        "one_of_many": float(is_list_asked and is_sentence and not tells_several),
        "label": _label(analysis, statement),
    }


def _of_names(analysis: Analysis, statement: Statement) -> dict[str, float]:
    """How far a statement is about the names asked for, and whether they are missing around it."""
    every = (*analysis.named, *analysis.mentioned)
    about = [_about(one, statement) for one in every]
    own = statement.passage.document_id
    return {
        "entity": _entity(every, statement),
        "about": float(any(own == one.document_id for one in analysis.named)),
        "name_missing": float(bool(about) and max(about) <= 0),
        "name_unsure": float(bool(about) and min(about) < _IN_STATEMENT),
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


def says_label(analysis: Analysis, statement: Statement) -> bool:
    """Whether "Label: value" has for its label all that is asked, of all that are named."""
    label, every = _label_terms(statement), (*analysis.named, *analysis.mentioned)
    if not label or not every or analysis.unknown:
        return False
    is_asked = label == set(analysis.attributes)
    return is_asked and all(_about(one, statement) >= _IN_STATEMENT for one in every)


def _label_terms(statement: Statement) -> set[str] | None:
    """The terms of what "Label: value" has in front; None for what has no label."""
    found = _LABEL.match(statement.text) if statement.kind is StatementKind.SENTENCE else None
    return set(terms(found["label"])) if found else None


def _label(analysis: Analysis, statement: Statement) -> float:
    """Whether "Label: value" is about what is asked: 1 or -1; 0 for what has no label."""
    label = _label_terms(statement)
    if label is None or not analysis.attributes:
        return 0.0
    return 1.0 if label & set(analysis.attributes) else -1.0


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


def compare(rows: Sequence[dict[str, float]]) -> None:
    """Add "lead": by how much the reader prefers a statement to the best of the others."""
    scores = sorted((row["reader"] for row in rows), reverse=True)
    first, second = (*scores, _LOWEST / _SCALE, _LOWEST / _SCALE)[:2]
    for row in rows:
        other = second if row["reader"] == first else first
        row["lead"] = max(-1.0, min(1.0, row["reader"] - other))
