"""How many, how old, how much: what one tells of oneself, and the bounds that documents set.

"Companies with fewer than 50 employees", "those under 18", "a company with 14 employees": a range
of one measure each. Two are compared only where both are of the same.
"""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.evidence.values import Range, numbers_in
from assistant.question.answer_type import matches
from assistant.question.kind import AnswerType


class Measure(StrEnum):
    """What a number may be of somebody."""

    PEOPLE = "people"
    AGE = "age"
    YEARS = "years"
    SINCE_STUDIES = "since studies"
    TURNOVER = "turnover"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A range of a measure, and where it is told.

    Attributes:
        measure: What it is of.
        value: The range; one number where it is told exactly.
        start: Where its number begins.
        end: One past its end.
    """

    measure: Measure
    value: Range
    start: int
    end: int

    @property
    def is_bound(self) -> bool:
        """Whether it leaves room for more than one value."""
        return self.value.low != self.value.high


_HEADS = (
    r"(?:employees?|staff|people|persons?|workers?|co-?workers?|colleagues?|founders?|heads?|"
    r"man\b|women|men)"
)
_PEOPLE = re.compile(rf"[\s-]*(?:(?:full-time|permanent)\s+)?(?:{_HEADS}\b|of\s+us\b)", re.I)
_TEAM_OF = re.compile(r"\b(?:team|staff|group|crew)\s+of$", re.I)
_PEOPLE_BEFORE = re.compile(r"\b(?:we|us)(?:[’']re|\s+are|\s+being)?$", re.I)
_OLD = re.compile(r"[\s-]*years?[\s-]+(?:old|olds|of age)\b|[\s-]*year-?olds?\b", re.I)
_YEARS = re.compile(r"[\s-]*(?P<unit>years?|months?|weeks?)\b", re.I)
_AGO = re.compile(r"[\s-]*(?:years?|months?|weeks?)\s+(?:ago|in business)\b", re.I)
# Of each unit, so many make a year.
_PER_YEAR = {"year": 1, "month": 12, "week": 52}
_STUDIED = re.compile(
    r"\b(?:graduat\w+|degree|diploma|(?:finished|completed|ended|left)\b.{0,20}\b(?:studies|studying|"
    r"university|college|school))\b",
    re.I,
)
_AFTER_STUDIES = re.compile(
    r"[\s-]*(?:years?|months?|weeks?)\s+(?:after|of|from|since)\s+(?:\w+\s+)?(?:graduat\w+|degree|"
    r"diploma|studies|exams?)\b",
    re.I,
)
_BEGUN = re.compile(r"\b(?:found|start|set\s+up|regist|begun|began|open)", re.I)
_RUNNING = re.compile(
    r"\b(?:running|existed|exists?|active|around|in business|going|operating|old(?:er)?)\b", re.I
)
_COMPANY = re.compile(
    r"\b(?:compan\w+|firms?|start-?ups?|business\w*|ventures?|organisations?|shops?|we|our)\b", re.I
)
_PERSON_BEFORE = re.compile(
    r"\b(?:i[’']?m|i\s+am|(?:he|she)(?:[’']s|\s+is)|(?:son|daughter|child|kid|brother|sister|boy|"
    r"girl|nephew|niece|pupil|student|friend)\s+(?:is|turned|turns)|aged?|ages|those|anyone|"
    r"any(?:body)?|people|persons|children|everyone|everybody|visitors|participants|somebody|"
    r"someone|who\s+is|one|students|pupils|adults)\s*$",
    re.I,
)
# What may stand behind a bare age: "those under 18 need an adult".
_NO_NOUN = re.compile(
    r"\s*(?:$|[.,;:!?)]|(?:and|or|needs?|may|can|must|are|is|gets?|pays?|have|has|take|travel|go|"
    r"who|enter|in|should|will|cannot|to|at|by)\b)",
    re.I,
)
_TURNED_OVER = re.compile(r"\b(?:turnover|turn(?:s|ed)?\s+over|revenues?|sales)\b", re.I)
_COUNTED = re.compile(rf"\s*(?:{_HEADS}\b|years?(?:\s+old)?\b)", re.I)
_CURRENCY = re.compile(r"\s+(?:kron(?:or|a)|euros?|dollars?|SEK|EUR)\b", re.I)
_TIMES = frozenset({Measure.YEARS, Measure.SINCE_STUDIES})
_NEAR = 60
_SIZE = 40


def _below(value: float, _: float) -> tuple[float, float]:
    return 0.0, math.nextafter(value, -math.inf)


def _above(value: float, _: float) -> tuple[float, float]:
    return math.nextafter(value, math.inf), math.inf


def _most(value: float, _: float) -> tuple[float, float]:
    return 0.0, value


def _least(value: float, _: float) -> tuple[float, float]:
    return value, math.inf


_Borders = Callable[[float, float], tuple[float, float]]
_END = r"\s+(?:the\s+age\s+of\s+|about\s+|EUR\s?|SEK\s?)?$"
_BEFORE: tuple[tuple[re.Pattern[str], _Borders], ...] = (
    (re.compile(rf"\b(?:not?\s+(?:more|older|larger)\s+than|at\s+(?:the\s+)?most|up\s+to|maximum\s+of|within|"
                rf"max\.?|not\s+over){_END}", re.I), _most),
    (re.compile(rf"\b(?:not?\s+(?:less|fewer|younger)\s+than|at\s+least|minimum\s+of|min\.?){_END}",
                re.I), _least),
    (re.compile(rf"\b(?:(?:less|fewer|younger|smaller)\s+than|under|below){_END}", re.I), _below),
    (re.compile(rf"\b(?:(?:more|older|larger|bigger)\s+than|over|above|exceed\w*){_END}", re.I),
     _above),
)  # fmt: skip
_AFTER: tuple[tuple[re.Pattern[str], _Borders], ...] = (
    (re.compile(r"\s*(?:\+|(?:or|and)\s+(?:more|over|above|older|upwards?|up)\b)", re.I), _least),
    (re.compile(r"\s*(?:or|and)\s+(?:less|fewer|under|below|younger)\b", re.I), _most),
)  # fmt: skip
_ABOUT = re.compile(
    r"\s+(?:only|just|about|around|roughly|some|already|now|almost|nearly)\s*$", re.I
)


def measured(text: str) -> tuple[Measured, ...]:
    """Give what a text measures of somebody, in order; numbers of anything else are left out.

    >>> [(one.measure.value, one.value.low) for one in measured("we're 80, my son is 16")]
    [('people', 80.0), ('age', 16.0)]
    >>> [one.is_bound for one in measured("companies with fewer than 50 employees")]
    [True]
    >>> [one.value.high for one in measured("I graduated six months ago")]
    [0.5]
    >>> measured("In 2019 it had 12 projects in 3 towns.")
    ()
    """
    return tuple(_measured(text))


def _measured(text: str) -> Iterator[Measured]:
    money = [found.span() for found in matches(AnswerType.MONEY, text)]
    money += [
        (found.start(), found.end() + unit.end())
        for found in matches(AnswerType.NUMBER, text)
        if found.group()[0].isalpha() and (unit := _CURRENCY.match(text[found.end() :]))
    ]
    for start, end in money:
        if said := _of_money(text, start, end):
            yield said
    for found in matches(AnswerType.NUMBER, text):
        start, end = found.span()
        if any(first < end and start < last for first, last in money):
            continue
        before, borders, after = _around(text, start, end)
        measure = _measure(before, after)
        value = numbers_in(text[start:end], 0, end - start)
        if measure and value:
            value = _in_years(value, after) if measure in _TIMES else value
            yield _made(measure, value, borders, start, end)


def _in_years(value: Range, after: str) -> Range:
    """Give a time in years, whatever it is told in."""
    found = _YEARS.match(after)
    per_year = _PER_YEAR[found["unit"].lower().rstrip("s")] if found else 1
    return Range(low=value.low / per_year, high=value.high / per_year, unit=value.unit)


def _of_money(text: str, start: int, end: int) -> Measured | None:
    value = numbers_in(text[start:end], 0, end - start)
    if value is None:
        return None
    near = text[max(0, start - _NEAR) : end + _NEAR]
    measure = Measure.TURNOVER if _TURNED_OVER.search(near) else Measure.AMOUNT
    return _made(measure, value, _around(text, start, end)[1], start, end)


def _made(
    measure: Measure, value: Range, borders: _Borders | None, start: int, end: int
) -> Measured:
    low, high = borders(value.low, value.high) if borders else (value.low, value.high)
    return Measured(
        measure=measure, value=Range(low=low, high=high, unit=value.unit), start=start, end=end
    )


def _around(text: str, start: int, end: int) -> tuple[str, _Borders | None, str]:
    """Give what stands before a number and behind it, without what bounds it, and the bound."""
    before, after = text[:start], text[end:]
    for pattern, borders in _BEFORE:
        if found := pattern.search(before):
            return before[: found.start()].rstrip(), borders, after
    for pattern, borders in _AFTER:
        noun = _COUNTED.match(after)
        if found := pattern.match(after, noun.end() if noun else 0):
            return before.rstrip(), borders, after if noun else after[found.end() :]
    return _ABOUT.sub("", f" {before.rstrip()}").strip(), None, after


def _time(before: str, after: str) -> Measure | None:
    """Say of what a time is told, that since somebody's studies or that of a company."""
    if _AFTER_STUDIES.match(after):
        return Measure.SINCE_STUDIES
    near, is_ago = before[-_SIZE:], _AGO.match(after) is not None
    if is_ago and _STUDIED.search(before[-_NEAR:]):
        return Measure.SINCE_STUDIES
    return Measure.YEARS if (_BEGUN if is_ago else _RUNNING).search(near) else None


def _measure(before: str, after: str) -> Measure | None:
    near = before[-_SIZE:]
    if _PEOPLE.match(after) or _TEAM_OF.search(before):
        return Measure.PEOPLE
    if _OLD.match(after):
        is_company = _COMPANY.search(near) or _COMPANY.search(after[:_SIZE])
        return Measure.YEARS if is_company else Measure.AGE
    if _YEARS.match(after):
        return _time(before, after)
    if not _NO_NOUN.match(after):
        return None
    if _PERSON_BEFORE.search(before):
        return Measure.AGE
    return Measure.PEOPLE if _PEOPLE_BEFORE.search(before) else None
