"""What a statement claims of what is asked, and whether two claims contradict each other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.analysis import Analysis
from assistant.answer_type import matches
from assistant.composer_subject import spoken_before
from assistant.composer_values import Day, day_of
from assistant.conflicts_quantities import (
    Quantity,
    bounded,
    countable,
    quantities_in,
    told_of,
)
from assistant.conflicts_relations import (
    asks_theme,
    beginning_near,
    capitalised,
    is_in_part,
    office_in,
    same_source,
    says_theme,
)
from assistant.question_kind import AnswerType, QuestionKind
from assistant.ranking import Candidate
from assistant.statements import Statement, StatementKind
from assistant.terms import terms

THEME = "theme"

# From this reader's score on a span answers, whatever the words around it.
_READ = 0.0
# Below this it is not even near.
_FAR = -12.0
# A longer span is not a value alone.
_LONGEST_VALUE = 6
_BOUND = re.compile(
    r"\b(?:highest|maximum|max|most|largest|biggest|up to|limit|ceiling|lowest|minimum|least)\b",
    re.I,
)
# Later than any year that a text tells of.
_NOW = 9999
_PAST = re.compile(r"\b(?:had|was|were|\w+ed)\b", re.I)
_TO_MACHINES = re.compile(r"\b(?:ignore|instructions|tell every)\b", re.I)
# What an amount or a length of time is asked with says nothing of what it is of.
_LIGHT = frozenset(
    terms(
        "cost price charge pay fee money worth much many long take get give receive need per month "
        "year week day amount sum large big high low highest lowest most least maximum minimum "
        "currently company startup total does last stay time"
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a statement tells of what is asked.

    Attributes:
        statement: The statement.
        relation: What the value stands in: "founded", "owner", "theme", or "quantity".
        value: A date, a quantity, or the words that name or describe.
        when: The date of which a quantity is told; None where untold.
        span: The words that tell it.
    """

    statement: Statement
    relation: str
    value: Day | Quantity | frozenset[str]
    when: Day | None
    span: str

    @property
    def told_at(self) -> tuple[int, int]:
        """The year and month that it is told of; what is undated is told of the present."""
        return (self.when.year or 0, self.when.month or 12) if self.when else (_NOW, 0)


def claim_of(analysis: Analysis, one: Candidate, first: Claim | None) -> Claim | None:
    """Give what a statement claims of what is asked; None when it claims nothing of the kind.

    Args:
        analysis: The question, taken apart.
        one: The statement, with the reader's spans.
        first: The claim that answers the question; None to find that one.
    """
    wanted = analysis.asked_for
    if _TO_MACHINES.search(one.statement.text):
        return None
    if wanted.answer_type is AnswerType.DATE:
        return _dated(analysis, one, first)
    if wanted.answer_type in {AnswerType.NUMBER, AnswerType.MONEY}:
        return _measured(analysis, one, first)
    if wanted.kind is QuestionKind.YES_NO or wanted.answer_type is AnswerType.CONTACT:
        return None
    office = office_in(analysis.query)
    if office and wanted.answer_type is AnswerType.NAME:
        return _named(one, office)
    if asks_theme(analysis.query):
        return _themed(one)
    return _measured(analysis, one, first) if wanted.answer_type is AnswerType.ANY else None


def contradict(one: Claim, other: Claim) -> bool:
    """Whether two claims cannot both be the whole truth."""
    if one.relation != other.relation or _is_one_text(one.statement, other.statement):
        return False
    match one.value, other.value:
        case Day() as first, Day() as second:
            return bool(first.differs(second))
        case Quantity() as first, Quantity() as second:
            return _same_time(one, other) and first.contradicts(second)
        case frozenset() as first, frozenset() as second:
            if one.relation == THEME:
                return bool(first - second) and bool(second - first)
            said = capitalised(one.statement.text), capitalised(other.statement.text)
            return bool(first and second) and not (first & said[1] or second & said[0])
        case _:
            return False


def has_changed(one: Claim, other: Claim) -> bool:
    """Whether two claims tell different figures of the same at different times."""
    return (
        isinstance(one.value, Quantity)
        and isinstance(other.value, Quantity)
        and not _is_one_text(one.statement, other.statement)
        and not _same_time(one, other)
        and one.value.contradicts(other.value)
    )


def _is_one_text(one: Statement, other: Statement) -> bool:
    """Whether both stand in one passage and are not told there of different sources."""
    return one.passage.passage_id == other.passage.passage_id and same_source(one.text, other.text)


def _same_time(one: Claim, other: Claim) -> bool:
    """Whether two figures may be of the same time.

    "It had 85 members at the end of 2020" does not contradict "It has 120 members".
    """
    if one.when and other.when:
        return not one.when.differs(other.when)
    if one.when is None and other.when is None:
        return True
    dated, undated = (one, other) if one.when else (other, one)
    return not (_PAST.search(dated.statement.text) and not _PAST.search(undated.statement.text))


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
    if _BOUND.search(analysis.query):
        chosen = bounded(chosen)
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
            if _counts_same(analysis, each, told):
                return each
        elif _is_of_same(analysis, one, first, each):
            return each
    return None


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
    asked = set(analysis.attributes) - _LIGHT
    held = asked & _spoken(first.statement)
    missing = held - _spoken(one.statement)
    return not missing and (bool(held) or span.score > _READ)


def _spoken(statement: Statement) -> set[str]:
    return set(
        terms(f"{statement.passage.heading or ''} {spoken_before(statement)} {statement.text}")
    )


def _named(one: Candidate, office: str) -> Claim | None:
    """Give who holds an office, where the statement tells that office."""
    statement, span = one.statement, one.spans[0] if one.spans else None
    if span is None or span.score < _FAR or statement.kind is not StatementKind.SENTENCE:
        return None
    if office_in(statement.text) != office or is_in_part(statement.text):
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
    if span is None or span.score < _FAR or not says_theme(statement.lead_in or statement.text):
        return None
    said = " ".join(item.text for item in statement.items) or span.text
    return Claim(
        statement=statement,
        relation=THEME,
        value=frozenset(terms(said)),
        when=told_of(statement.text),
        span=said,
    )
