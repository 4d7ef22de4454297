"""Reading a claim out of a statement: the date, the quantity, the name or the theme asked for."""

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.composing.subject import spoken_before
from assistant.conflicts.claims import THEME, Claim
from assistant.conflicts.relations import (
    acts_in_office,
    asks_theme,
    beginning_near,
    capitalised,
    is_in_part,
    office_in,
    says_theme,
)
from assistant.evidence.orders import is_order
from assistant.evidence.quantities import (
    Quantity,
    countable,
    quantities_in,
    told_of,
)
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement, StatementKind
from assistant.evidence.subjects import asked_subjects
from assistant.evidence.values import day_of
from assistant.question.analysis import Analysis
from assistant.question.answer_type import matches
from assistant.question.kind import AnswerType, QuestionKind
from assistant.question.terms import stem, terms, words

# From this reader's score on a span answers, whatever the words around it.
_READ = 0.0
# Below this it is not even near.
_FAR = -12.0
# A longer span is not a value alone.
_LONGEST_VALUE = 6
_LISTED = re.compile(r"[,;]\s+(?:and\s+)?[A-ZÅÄÖ][\w&-]+(?:\s+[A-ZÅÄÖ][\w&-]+)*\s+[(:–-]")
# What an amount or a length of time is asked with says nothing of what it is of.
_LIGHT = frozenset(
    map(
        stem,
        words(
            "cost price charge pay fee money worth much many long take get give receive need per "
            "month year week day amount sum large big high low highest lowest most least maximum "
            "minimum currently company startup firm total does last stay time want"
        ),
    )
)


def claim_of(analysis: Analysis, one: Candidate, first: Claim | None) -> Claim | None:
    """Give what a statement claims of what is asked; None when it claims nothing of the kind.

    Args:
        analysis: The question, taken apart.
        one: The statement, with the reader's spans.
        first: The claim that answers the question; None to find that one.
    """
    wanted = analysis.asked_for
    if is_order(one.statement.text):
        return None
    if wanted.answer_type is AnswerType.DATE:
        return _dated(analysis, one, first)
    if wanted.answer_type in {AnswerType.NUMBER, AnswerType.MONEY}:
        return _measured(analysis, one, first)
    if wanted.kind is QuestionKind.YES_NO or wanted.answer_type is AnswerType.CONTACT:
        return None
    office = office_in(analysis.query)
    if office and wanted.answer_type is AnswerType.NAME:
        return _named(analysis, one, office)
    if asks_theme(analysis.query):
        return _themed(one)
    return _measured(analysis, one, first) if wanted.answer_type is AnswerType.ANY else None


def _dated(analysis: Analysis, one: Candidate, first: Claim | None) -> Claim | None:
    statement = one.statement
    if statement.kind is not StatementKind.SENTENCE:
        return None
    wanted = first.relation if first else None
    for found in _by_span(one, matches(AnswerType.DATE, statement.text)):
        relation = beginning_near(statement.text, found.start(), found.end())
        day = day_of(found.group())
        if relation and day and day.year and (wanted is None or relation == wanted):
            return Claim(
                statement=statement,
                relation=relation,
                value=day,
                when=None,
                span=found.group(),
            )
        if first is None:
            return None
    return None


def _by_span(one: Candidate, found: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """Put what lies in the reader's best span first."""
    at = one.statement.start
    first, last = (one.spans[0].start - at, one.spans[0].end - at) if one.spans else (0, 0)
    return sorted(found, key=lambda each: not (each.start() < last and first < each.end()))


def _measured(analysis: Analysis, one: Candidate, first: Claim | None) -> Claim | None:
    statement = one.statement
    if statement.kind is not StatementKind.SENTENCE:
        return None
    when = told_of(statement.text)
    asked = told_of(analysis.query)
    if asked and (when is None or asked.differs(when)):
        return None
    chosen = _first(analysis, one) if first is None else _rival(analysis, one, first)
    if chosen is None:
        return None
    chosen = replace(chosen, value=chosen.value.as_asked(analysis.query))
    said = statement.text[chosen.start : chosen.end]
    return Claim(statement=statement, relation="quantity", value=chosen, when=when, span=said)


def _first(analysis: Analysis, one: Candidate) -> Quantity | None:
    """Give the quantity that the reader's best span tells."""
    if not one.spans:
        return None
    span, at = one.spans[0], one.statement.start
    if analysis.asked_for.answer_type is AnswerType.ANY and (
        len(span.text.split()) > _LONGEST_VALUE or span.score < _READ
    ):
        return None
    inside = [
        each
        for each in quantities_in(one.statement.text)
        if each.start < span.end - at and span.start - at < each.end
    ]
    if len(inside) != 1:
        return None
    is_counted = bool(analysis.counted) and inside[0].unit == ""
    return None if is_counted and not inside[0].counted & countable(analysis.query) else inside[0]


def _rival(analysis: Analysis, one: Candidate, first: Claim) -> Quantity | None:
    """Give the quantity of a statement that measures the same as the first claim's does."""
    told = first.value
    if not isinstance(told, Quantity):
        return None
    for each in quantities_in(one.statement.text):
        if each.unit != told.unit:
            continue
        if each.unit == "":
            if _counts_same(analysis, each, told) and not _is_of_another(analysis, one, each):
                return each
        elif _is_of_same(analysis, one, first, each):
            return each
    return None


def _is_of_another(analysis: Analysis, one: Candidate, told: Quantity) -> bool:
    """Whether another name is listed between the subject and the number.

    "Alfa (maps), Beta (lifts, 210 employees)" tells the employees of Beta.
    """
    before = one.statement.text[: told.start].casefold()
    firsts = [form[0] for each in asked_subjects(analysis) for form in each.forms]
    at = max((before.rfind(first) for first in firsts), default=-1)
    return at >= 0 and bool(_LISTED.search(one.statement.text[at : told.start]))


def _counts_same(analysis: Analysis, one: Quantity, told: Quantity) -> bool:
    asked = frozenset(terms(analysis.query))
    other = {term for each in one.narrowing ^ told.narrowing for term in terms(each)}
    return bool(one.counted & told.counted) and not other - asked - _ADJECTIVES


_ADJECTIVES = frozenset(terms("international national different various whole total current today"))


def _is_of_same(analysis: Analysis, one: Candidate, first: Claim, told: Quantity) -> bool:
    """Whether an amount, a share or a length is of what was asked: all words for it must be met.

    Where the question has no word for it but the subject's name, the reader must see it.
    """
    at = one.statement.start
    span = one.spans[0] if one.spans else None
    is_read = span is not None and span.start - at < told.end and told.start < span.end - at
    # The amounts of what the question itself does not say are told apart by the reader.
    if span is None or not is_read or span.score < _FAR:
        return False
    asked = _of_what(analysis)
    held = asked & _spoken(first.statement)
    # Where the reader sees it, the passage may have said before what it is of.
    around = one.statement.passage.text if span.score > _READ else ""
    missing = held - _spoken(one.statement) - set(terms(around))
    return not missing and (bool(held) or (told.unit != "%" and span.score > _READ))


def _of_what(analysis: Analysis) -> set[str]:
    """Give the asked terms but for those of words that any amount is asked with."""
    heavy = (word for word in words(analysis.query) if stem(word) not in _LIGHT)
    return set(analysis.attributes) & {term for word in heavy for term in terms(word)}


def _spoken(statement: Statement) -> set[str]:
    return set(
        terms(f"{statement.passage.heading or ''} {spoken_before(statement)} {statement.text}")
    )


def _named(analysis: Analysis, one: Candidate, office: str) -> Claim | None:
    """Give who holds an office, where the statement tells that office."""
    statement, span = one.statement, one.spans[0] if one.spans else None
    if span is None or span.score < _FAR or statement.kind is not StatementKind.SENTENCE:
        return None
    if office_in(statement.text) != office or is_in_part(statement.text):
        return None
    own = {word for each in asked_subjects(analysis) for form in each.forms for word in form}
    found = (hit for hit in re.finditer(r"[^\W_]+", statement.text) if hit.group()[0].isupper())
    if any(
        set(words(hit.group())) & own and acts_in_office(statement.text, hit.end()) for hit in found
    ):
        return None
    return Claim(
        statement=statement,
        relation=office,
        value=capitalised(span.text),
        when=told_of(statement.text),
        span=span.text,
    )


def _themed(one: Candidate) -> Claim | None:
    """Give what somebody works on, where the statement says that it tells so."""
    statement, span = one.statement, one.spans[0] if one.spans else None
    if not says_theme(statement.lead_in or statement.text):
        return None
    told = span.text if span and span.score > _FAR else statement.text
    said = " ".join(item.text for item in statement.items) or told
    return Claim(
        statement=statement,
        relation=THEME,
        value=frozenset(terms(said)),
        when=told_of(statement.text),
        span=said,
    )
