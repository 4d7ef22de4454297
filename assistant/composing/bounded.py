"""Whether a bound that documents set lets in what the question tells: "fewer than 50 employees".

Who satisfies what something is said for gets what is said; who does not gets the other, where that
follows, and else the bound itself to read.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise, product

from assistant.citations import StoredDocuments
from assistant.composing.free_of_charge import asks_for_free, tells_free, tells_price
from assistant.composing.proposition import Proposition, sentence_before
from assistant.composing.requirement import TOO
from assistant.composing.subject import is_about_all
from assistant.composing.told import Told
from assistant.evidence.measures import Measured, measured
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Item, Statement


class Fit(StrEnum):
    """How what is told of somebody stands to what a text says of whom it is for."""

    WITHIN = "within"
    OUTSIDE = "outside"
    UNSAID = "unsaid"


_TURNED = {Fit.WITHIN: Fit.OUTSIDE, Fit.OUTSIDE: Fit.WITHIN, Fit.UNSAID: Fit.UNSAID}
# A bound of a doubtful statement decides nothing.
_LEAST = 0.3
# What a statement says is looked for among so many.
_READ = 8
_CLAUSE = re.compile(r";\s+|,\s+(?=(?:and|but|it|they|we|you|the|all|others?|after)\b)|[.!?]\s+")
_ASKS_ENTRY = re.compile(
    r"\b(?:join|apply|applied|admitted|accept\w*|allowed|let\b.*\bin|eligible|qualif\w*|enter|"
    r"take part|participate|become|get|receive|come|attend|help\w*|visit\w*|invest\w*|fund\w*|"
    r"support\w*|open to|for an?)\b",
    re.I,
)
# Whom something is not for is asked otherwise.
_NEGATED = re.compile(r"n[’']t\b|\bnot\b", re.I)
_ASKS_PAYING = re.compile(r"\b(?:pay|cost|charged?|fees?)\b", re.I)
# "No more than a year ago" is a bound, and denies nothing.
_DENIES = re.compile(
    r"\b(?:not|never|cannot|can[’']?t|no|nobody|n[’']t)\b(?!\s+(?:\w+er|more|less)\s+than\b)", re.I
)
# "Those under 18 need an adult" shuts nobody out.
_DUTY = re.compile(r"^[^,;]*?\b(?:needs?|must|have to|has to|should|pays?|need not)\b", re.I)
_LETS_IN = re.compile(
    r"\b(?:must|have to|has to|needs?|requires?d?|required|only|open to|for|can|may|accepts?|"
    r"take|takes|visits?|invests?|supports?|helps?|minimum|at least|at most)\b",
    re.I,
)
# "Larger companies pay 4,000" is said of those whom the sentence before leaves out.
_OF_OTHERS = re.compile(
    r"^(?:(?:all|the)\s+)?(?:larger|bigger|smaller|older|younger|others?|everyone else|otherwise|"
    r"anyone else|the rest)\b",
    re.I,
)


def fit(query: str, statement: Statement) -> Fit:
    """Say whether what a question tells lies within what a statement is said for.

    Of those whom the sentence before it leaves out, "larger companies" tells.
    """
    said = fit_in(query, statement.text)
    if said is not Fit.UNSAID or not _OF_OTHERS.match(statement.text):
        return said
    return _TURNED[fit_in(query, sentence_before(statement))]


def fit_in(query: str, text: str) -> Fit:
    """Say whether what a question tells lies within the bound that a text sets.

    >>> fit_in("a company with 9 employees", "for those with at least ten employees").value
    'outside'
    """
    fits = (_lies(each, text) for each in measured(query))
    lies = next((each for each in fits if each is not None), None)
    return Fit.UNSAID if lies is None else Fit.WITHIN if lies else Fit.OUTSIDE


def clauses_of(statement: Statement) -> tuple[Item, ...]:
    """Give the clauses of a sentence with their places in the document."""
    text, first = statement.text, statement.start
    borders = (0, *(found.end() for found in _CLAUSE.finditer(text)), len(text))
    return tuple(
        Item(start=first + start, end=first + end, text=text[start:end])
        for start, end in pairwise(borders)
        if start < end
    )


def bounded(
    proposition: Proposition, candidates: Sequence[Candidate], documents: StoredDocuments
) -> Told | None:
    """Decide a question by a bound that is set for what it tells; None where none is set.

    Args:
        proposition: What is asked to be so.
        candidates: Statements, the surest first.
        documents: Where the whole page is looked up.
    """
    asked = f"{proposition.closed.given} {proposition.closed.question}"
    told = measured(asked)
    if not told or _NEGATED.search(asked):
        return None
    open_so: Told | None = None
    for one in candidates[:_READ]:
        is_sure = one.probability >= _LEAST
        if not is_sure or not is_about_all(proposition.analysis, one.statement, documents):
            continue
        for clause, each in product(_clauses(one.statement), told):
            lies = _lies(each, clause)
            if lies is None:
                continue
            decided = _decided(proposition.closed.question, clause, is_within=lies)
            if decided is not None:
                return Told(one=one, is_so=decided)
            if lies and open_so is None and _is_duty(clause):
                open_so = Told(one=one, is_so=None)
    return open_so if _ASKS_ENTRY.search(asked) else None


def _clauses(statement: Statement) -> Sequence[str]:
    """Give what a statement says piece by piece; of a list, only of one that sets conditions."""
    if not statement.items:
        return [each.text for each in clauses_of(statement)]
    lead = statement.lead_in
    if not _LETS_IN.search(lead):
        return ()
    return [f"{lead} {item.text}" for item in statement.items]


def others_told(query: str, one: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """Give what is said right behind a statement of those whom its bound leaves out.

    None where a question tells of none of those.
    """
    if fit(query, one.statement) is not Fit.OUTSIDE:
        return None
    passage = one.statement.passage.passage_id
    behind = [
        each
        for each in candidates
        if each.statement.passage.passage_id == passage
        and each.statement.start >= one.statement.end
        and _OF_OTHERS.match(each.statement.text)
    ]
    return min(behind, key=lambda each: each.statement.start, default=None)


def _lies(told: Measured, text: str) -> bool | None:
    """Whether what is told lies within the one bound that a text sets for it; None: unsaid."""
    bounds = [
        each.value
        for each in measured(text)
        if each.is_bound and each.measure is told.measure and _same_unit(each, told)
    ]
    if len(bounds) != 1:
        return None
    if told.value.within(bounds[0]):
        return True
    return False if told.value.apart(bounds[0]) else None


def _same_unit(one: Measured, other: Measured) -> bool:
    return one.value.unit == other.value.unit


def _decided(question: str, clause: str, *, is_within: bool) -> bool | None:
    """Whether a clause with a bound affirms what is asked of one within it, or outside."""
    is_free = tells_free(clause)
    if asks_for_free(question):
        if is_free:
            return is_within
        return False if tells_price(clause) and is_within else None
    if _ASKS_PAYING.search(question):
        if is_free:
            return not is_within
        return True if tells_price(clause) and is_within else None
    is_too = TOO.search(question) is not None
    if is_free or not (is_too or _ASKS_ENTRY.search(question)):
        return None
    if _is_duty(clause):
        return None
    if _DENIES.search(clause[: _bound(clause).start]):
        return is_too if is_within else None
    return is_within is not is_too if _LETS_IN.search(clause) else None


def _bound(clause: str) -> Measured:
    return next(each for each in measured(clause) if each.is_bound)


def _is_duty(clause: str) -> bool:
    """Whether a clause only tells what those within its bound must do."""
    return _DUTY.match(clause[_bound(clause).end :]) is not None
