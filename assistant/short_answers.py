"""The few words that answer: a whole number, name or list out of the statement that holds them."""

import re

from assistant.analysis import Analysis
from assistant.answer_check import answers_in, is_answer
from assistant.question_kind import AnswerType, QuestionKind
from assistant.ranking import Candidate
from assistant.statements import StatementKind

_STRAY = " \t\n.,;:!?\"'“”‘’»«–—-*_"
_CLOSING = {"(": ")", "[": "]"}
_NUMBER_OF = re.compile(r"\b(?:how many|number of)\b", re.I)
# A longer list is no short answer.
_MAX_LIST_CHARACTERS = 400


def short_answer(analysis: Analysis, candidate: Candidate) -> str | None:
    """Give the short answer that a statement holds; None when it holds none that fits."""
    statement, wanted = candidate.statement, analysis.asked_for
    if statement.kind is not StatementKind.SENTENCE:
        if wanted.answer_type is AnswerType.NUMBER and _NUMBER_OF.search(analysis.query):
            return _count(analysis, candidate)
        if wanted.kind is QuestionKind.ENUMERATION or wanted.answer_type is AnswerType.ANY:
            return _joined(candidate)
    for span in candidate.spans:
        text = trimmed(span.text)
        if text and is_answer(analysis, statement, span):
            return text
    found = answers_in(analysis, statement.text)
    if not found or wanted.answer_type is AnswerType.NAME:
        return None
    return trimmed(found[0].group())


def trimmed(text: str) -> str:
    """Take stray punctuation off both ends, and a bracket without its partner.

    >>> trimmed("Stockholm (Sweden,"), trimmed("“2015”."), trimmed("EFL (Lund)")
    ('Stockholm', '2015', 'EFL (Lund)')
    """
    text = text.strip(_STRAY)
    for opening, closing in _CLOSING.items():
        if text.count(opening) > text.count(closing):
            text = text[: text.rindex(opening)].strip(_STRAY)
        elif text.count(closing) > text.count(opening):
            text = text[text.index(closing) + 1 :].strip(_STRAY) or text[: text.index(closing)]
    return text


def _count(analysis: Analysis, candidate: Candidate) -> str:
    """The number that the lead-in gives, else how many items there are."""
    stated = answers_in(analysis, candidate.statement.lead_in)
    return stated[0].group() if stated else str(len(candidate.statement.items))


def _joined(candidate: Candidate) -> str | None:
    joined = ", ".join(
        trimmed(item.text.replace(" | ", " – ")) for item in candidate.statement.items
    )
    return joined if len(joined) <= _MAX_LIST_CHARACTERS else None
