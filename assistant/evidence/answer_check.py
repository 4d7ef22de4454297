"""Whether a statement or a span in it can answer: of the right type, and not the question again."""

import re

from assistant.evidence.reading import Span
from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis
from assistant.question.answer_type import matches
from assistant.question.kind import AnswerType, QuestionKind
from assistant.question.terms import terms, words

# What is counted stands within so many words after its number: "nine supporting partners".
_REACH = 4
# "Mentors: 30" counts mentors, and so does "Mentors | 30".
_LABELLED = re.compile(
    r"(?:^|\n|[.;|] )(?P<label>[^:.;|\n]{2,60}?)(?::\s+| \| )(?:about |some |ca\.? )?\S+$"
)
_OF_THEM = re.compile(r"\s+(?:of|among|between) (?:them|these|those|which|whom)\b", re.I)


def answers_in(analysis: Analysis, text: str) -> tuple[re.Match[str], ...]:
    """Find what a text holds of the type asked for; () for a type without a form."""
    found = matches(analysis.asked_for.answer_type, text)
    if not analysis.counted:
        return found
    return tuple(match for match in found if _counts(analysis, text, match.end()))


def has_answer(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement holds an answer of the type; a list of what is counted can be counted."""
    if analysis.asked_for.answer_type is AnswerType.ANY:
        return True
    if statement.items and analysis.counted and _can_count_items(analysis, statement):
        return True
    return bool(answers_in(analysis, statement.text))


def is_answer(analysis: Analysis, statement: Statement, span: Span) -> bool:
    """Whether a span of a statement can be the answer."""
    if analysis.asked_for.kind is QuestionKind.YES_NO:
        return True
    if set(words(span.text)) <= set(words(analysis.query)):
        return False
    if analysis.asked_for.answer_type is AnswerType.ANY:
        return True
    first, last = span.start - statement.start, span.end - statement.start
    return any(
        match.start() < last and first < match.end()
        for match in answers_in(analysis, statement.text)
    )


def is_of_type(analysis: Analysis, statement: Statement, span: Span | None = None) -> bool:
    """Whether a statement, or a span of it, holds the type asked for, whatever it counts.

    People count in other words than documents: "workplaces" are "organisations" there.
    """
    first, last = (0, len(statement.text))
    if span is not None:
        if set(words(span.text)) <= set(words(analysis.query)):
            return False
        first, last = span.start - statement.start, span.end - statement.start
    return any(
        match.start() < last
        and first < match.end()
        and not (analysis.counted and _counts(analysis, statement.text, match.end()) is False)
        for match in matches(analysis.asked_for.answer_type, statement.text)
    )


def _counts(analysis: Analysis, text: str, at: int) -> bool | None:
    """Whether the number that ends at `at` counts what was asked; None if in other words at best.

    "Nine supporting partners" counts no collaboration partners: another word narrows them.
    """
    if _OF_THEM.match(text, at):
        return True
    labelled = _LABELLED.search(text[:at])
    if labelled and set(analysis.counted) <= set(terms(labelled["label"])):
        return True
    narrowing: set[str] = set()
    for word in text[at:].split()[:_REACH]:
        said = set(terms(word))
        head = next((place for place, term in enumerate(analysis.counted) if term in said), None)
        if head is not None:
            missing = set(analysis.counted[:head]) - narrowing
            return not missing or not narrowing - set(analysis.counted)
        narrowing = set() if word.lower() in {"and", "or"} else narrowing | said
    return None


def _can_count_items(analysis: Analysis, statement: Statement) -> bool:
    """Whether a list's lead-in ends with what is counted: "these partners:"."""
    last = terms(" ".join(statement.lead_in.split()[-_REACH:]))
    return bool(set(analysis.counted) & set(last))
