"""The value that a statement answers a question with, as a number or a date to compare."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.answer_check import answers_in
from assistant.evidence.quantities import Quantity, countable, quantities_in
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import StatementKind
from assistant.evidence.values import Day, Range, day_of, numbers_in
from assistant.question.analysis import Analysis
from assistant.question.answer_type import matches
from assistant.question.kind import AnswerType
from assistant.question.terms import terms

_UNIT = re.compile(r"^\s?(?:%|per\s?cent|(?:[\s-]?(?:hour|day|week|month|year)s?))\b|^\s?%", re.I)
_LIMIT = re.compile(
    r"\b(?:(?:more|less|fewer) than|at (?:least|most)|over|under|up to|about|around|nearly|almost|"
    r"some)\s+$",
    re.I,
)


def value_of(analysis: Analysis, one: Candidate) -> Range | Day | None:
    """Give the value that a statement answers with; None when it tells none or it is unclear which.

    Of several the one in the reader's best span counts.
    """
    found = found_value(analysis, one)
    if found is None:
        return None
    if analysis.asked_for.answer_type is AnswerType.DATE:
        return day_of(found.group())
    said = numbers_in(one.statement.text, found.start(), found.end())
    return said.as_asked(analysis.query) if said else None


def found_value(analysis: Analysis, one: Candidate) -> re.Match[str] | None:
    """Find the words in a statement that tell the value asked for; None as in `value_of`."""
    statement = one.statement
    if statement.kind is not StatementKind.SENTENCE:
        return None
    found = answers_in(analysis, statement.text)
    if analysis.asked_for.answer_type is not AnswerType.DATE and not analysis.counted:
        # Asked "how much" or for "the highest grant", an amount of money is meant where one stands.
        found = matches(AnswerType.MONEY, statement.text) or found
    for span in one.spans[:1]:
        first, last = span.start - statement.start, span.end - statement.start
        inside = [each for each in found if each.start() < last and first < each.end()]
        if len(inside) == 1 or analysis.asked_for.answer_type is AnswerType.ANY:
            found = tuple(inside)
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A value on a scale, as told: numbers of one `scale` can be put in order.

    Attributes:
        low: The lowest number that it may stand for; a date counts years.
        high: The highest one.
        scale: What the numbers count: "year", "days", a currency, or what is counted.
        said: The words that tell it.
        is_narrowed: Whether only some of what is asked are counted: "doctoral" students.
    """

    low: float
    high: float
    scale: str
    said: str
    is_narrowed: bool = False

    def joined(self, others: Sequence["Told"]) -> "Told":
        """Give the range of this value and others, where the documents disagree."""
        same = [self, *[one for one in others if one.scale == self.scale]]
        return Told(
            low=min(one.low for one in same),
            high=max(one.high for one in same),
            scale=self.scale,
            said=" or ".join(dict.fromkeys(one.said for one in same)),
        )


def told_by(analysis: Analysis, one: Candidate) -> Told | None:
    """Give the value that a statement answers with; None when it tells none to put in order."""
    wanted = analysis.asked_for.answer_type
    if wanted is AnswerType.DATE:
        found, value = found_value(analysis, one), value_of(analysis, one)
        if found is None or not isinstance(value, Day) or not value.year:
            return None
        low = value.year + ((value.month or 1) - 1) / 12 + ((value.day or 1) - 1) / 366
        high = low if value.month else value.year + 1 - 1 / 366
        return Told(low=low, high=high, scale="year", said=found.group())
    found = found_value(analysis, one)
    if found is None:
        return None
    return _quantity(analysis, one.statement.text, found)


def _quantity(analysis: Analysis, text: str, found: re.Match[str]) -> Told | None:
    for each in quantities_in(text):
        if not (each.start < found.end() and found.start() < each.end):
            continue
        unit = _UNIT.match(text[each.end :]) if each.unit in {"days", "%"} else None
        limit = _LIMIT.search(text[: each.start])
        said = text[limit.start() if limit else each.start : each.end + (unit.end() if unit else 0)]
        return Told(
            low=each.value.low,
            high=each.value.high,
            scale=_scale(each, text) or " ".join(analysis.counted) or "number",
            said=" ".join(said.split()),
            is_narrowed=not counts_asked(analysis, text, each.end)
            and bool(each.narrowing - countable(analysis.query)),
        )
    return None


def counts_asked(analysis: Analysis, text: str, end: int) -> bool:
    """Whether what is asked for stands right behind a number: "102 members (May 2024)"."""
    behind = text[end:].split()[:1]
    return bool(behind) and bool(set(terms(behind[0])) & set(analysis.counted))


def _scale(each: Quantity, text: str) -> str:
    """Give a number's unit; amounts a month and amounts a year are not put in order."""
    if each.unit in {"", "days", "%"}:
        return each.unit
    area = _AREA.search(text[each.end :][:_AFTER])
    before = _PERIODIC.search(text[: each.start])
    period = each.period or (_PERIODS[before["period"].lower()] if before else "")
    return " ".join(filter(None, (each.unit, period, "area" if area else "")))


_AREA = re.compile(r"^\s+(?:per|a) square", re.I)
_PERIODIC = re.compile(r"\b(?P<period>monthly|yearly|annual|weekly|daily)\b", re.I)
_PERIODS = {
    "monthly": "month", "yearly": "year", "annual": "year", "weekly": "week", "daily": "day",
}  # fmt: skip
_AFTER = 40
_FREE = re.compile(
    r"\b(?:prices?|costs?|fees?):\s*(?:free|none|nothing)\b|\bfree of charge\b|\bcosts? nothing\b|"
    r"\b(?:is|are) free\b|\bno (?:\w+ )?(?:fee|charge)\b|\bcharged nothing\b|\bpay nothing\b",
    re.I,
)
_NO_PRICE = re.compile(
    r"\b(?:prizes?|invest\w*|grants?|turnover|revenue|raised|budget|support(?:ed|s)|donated|wins?)\b",
    re.I,
)


def is_free(text: str) -> bool:
    """Whether a text says that nothing has to be paid.

    >>> is_free("Price: free"), is_free("The prize is SEK 20,000.")
    (True, False)
    """
    return bool(_FREE.search(text))


def is_partly_free(text: str) -> bool:
    """Whether only some pay nothing: "Students get in free of charge".

    >>> is_partly_free("Universities pay no fee."), is_partly_free("There is no fee.")
    (True, False)
    """
    return is_free(text) and bool(_SOME.search(text))


_SOME = re.compile(
    r"^(?:students|universities|members|children|pensioners|staff|researchers|schools|start-ups|"
    r"startups|visitors under)\b|\bfree (?:of charge )?for (?!all|everyone|everybody|anyone)|"
    r"\bfirst (?:\w+ )?(?:months?|weeks?|years?|days?)\b|\bexcept\b|\bfor their first\b",
    re.I,
)
NONE_TAKEN = re.compile(
    r"\b(?:takes?|asks?(?: for)?|wants?|requires?) no (?:\w+ )?(?:equity|shares?|stakes?|"
    r"ownership)\b|\b(?:not|never|n['’]t) (?:take|ask for|asks? for|want|require) (?:any )?"
    r"(?:equity|shares?|stakes?|ownership)\b|\bown nothing of\b",
    re.I,
)
"""What says that no share of a company is taken."""


def says_amount(text: str) -> bool:
    """Whether a text tells a sum of money, also in words: "two million kronor"."""
    return bool(_SUM.search(text))


_SUM = re.compile(
    r"(?:\d|\b(?:thousand|million|billion))\s?(?:kronor|kr|SEK|EUR|USD|euros?|dollars?)\b|"
    r"\b(?:SEK|EUR|USD)\s?\d",
    re.I,
)


def may_be_price(text: str) -> bool:
    """Whether some amount in a text may have to be paid: it is neither won nor invested.

    >>> may_be_price("Members pay SEK 6,000 and can invest SEK 250,000.")
    True
    >>> may_be_price("A jury hands out a prize of SEK 20,000.")
    False
    """
    amounts = matches(AnswerType.MONEY, text)
    return any(
        not _NO_PRICE.search(text[max(0, found.start() - _NEAR) : found.start()])
        # Nobody pays millions to take part; what is built may have cost them.
        and (
            not _MILLIONS.search(text[found.start() : found.end() + 1])
            or _COST.search(text[: found.start()])
        )
        for found in amounts
    )


_COST = re.compile(r"\b(?:costs?|price(?: tag)?(?: was| is)?:?)\s+(?:\w+\s+){0,3}$", re.I)
_MILLIONS = re.compile(r"\b(?:million|billion|MSEK|m)\b", re.I)
# What an amount is of, stands so many characters before it.
_NEAR = 45
