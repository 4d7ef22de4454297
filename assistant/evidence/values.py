"""Values as they are compared: numbers, amounts and dates as ranges, whatever they are written as.

"More than 100" is the range from 100 on, "2010" is the whole year, "five" is 5.
"""

import math
import re
from dataclasses import dataclass, replace

from assistant.evidence.number_words import CURRENCIES, NUMBERS, SCALES
from assistant.question.answer_type import matches
from assistant.question.kind import AnswerType

_FROM = re.compile(
    r"\b(?:(?<!no )(?<!not )more than|over|above|at least|no (?:less|fewer) than|upwards of|"
    r"exceed\w*)\s*"
    r"(?:the |[A-Z]{3} |[€$£])?$",
    re.I,
)
_UP_TO = re.compile(
    r"\b(?:up to|at most|less than|fewer than|under|below|no more than|(?:a )?maximum of|nearly|"
    r"almost|just under)\s*(?:[A-Z]{3} |[€$£])?$",
    re.I,
)
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|roughly|some|circa|ca\.?)\s*(?:[A-Z]{3} |[€$£])?$", re.I
)
_OR_MORE = re.compile(r"^\s*(?:or more|\+|plus\b)", re.I)
# "About 100" says little more exactly than this share.
_SLACK = 0.1
_HUNDRED = 100
_DIGITS = re.compile(r"\d+(?:[ ,.\u00a0\u202f]\d{3})*(?:[.,]\d+)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SWEDISH = {"maj": 5, "okt": 10}
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_MONTH = re.compile(
    r"\b(?:(?P<before>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    r"(?P<month>jan|feb|mar|apr|may|maj|jun|jul|aug|sep|oct|okt|nov|dec)(?:uary|ruary|ch|il|e|y|"
    r"ust|tember|ober|ember|uari|ruari|s|i|usti)?\b(?:\s+(?P<after>\d{1,2})(?!\d))?",
    re.I,
)

_ASKS_BOUND = re.compile(
    r"\b(?:highest|maximum|max|most|largest|biggest|up to|limit|ceiling|lowest|minimum|least)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Numbers from `low` to `high`, both included; `unit` tells currencies apart, "" for none."""

    low: float
    high: float
    unit: str = ""

    def within(self, other: "Range") -> bool:
        """Whether all of it lies in another range."""
        return other.low <= self.low and self.high <= other.high

    def apart(self, other: "Range") -> bool:
        """Whether it shares nothing with another range."""
        return self.high < other.low or other.high < self.low

    def as_asked(self, query: str) -> "Range":
        """Read "up to 5" as 5 where a question asks for a bound: "the highest", "at least"."""
        if not _ASKS_BOUND.search(query):
            return self
        bound = self.low if self.high == math.inf else self.high
        return replace(self, low=bound, high=bound)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date as far as it is told: year, month and day of the month, each None where untold."""

    year: int | None
    month: int | None
    day: int | None

    def parts(self) -> tuple[int | None, int | None, int | None]:
        """Year, month, day."""
        return (self.year, self.month, self.day)

    def differs(self, other: "Day") -> bool | None:
        """Whether two dates differ in a part that both tell; None when they share no part."""
        shared = [
            (one, two)
            for one, two in zip(self.parts(), other.parts(), strict=True)
            if one is not None and two is not None
        ]
        return any(one != two for one, two in shared) if shared else None


def numbers_in(text: str, at: int, end: int) -> Range | None:
    """Give the range that `text[at:end]` says with the words around it; None without a number.

    >>> numbers_in("more than 100 firms", 10, 13)
    Range(low=100.0, high=inf, unit='')
    """
    value = _value(text[at:end])
    if value is None:
        return None
    before = text[max(0, at - 24) : at]
    unit = _currency(text[at:end])
    if _FROM.search(before) or _OR_MORE.match(text[end:]):
        return Range(low=value, high=math.inf, unit=unit)
    if _UP_TO.search(before):
        return Range(low=0.0, high=value, unit=unit)
    if _ABOUT.search(before):
        return Range(low=value * (1 - _SLACK), high=value * (1 + _SLACK), unit=unit)
    return Range(low=value, high=value, unit=unit)


def range_of(text: str) -> Range | None:
    """Give the first number or amount that a short text says; None when it says none.

    >>> range_of("SEK 48 million"), range_of("five")
    (Range(low=48000000.0, high=48000000.0, unit='sek'), Range(low=5.0, high=5.0, unit=''))
    """
    for answer_type in (AnswerType.MONEY, AnswerType.NUMBER):
        for found in matches(answer_type, text):
            said = numbers_in(text, found.start(), found.end())
            if said:
                return said
    return None


def day_of(text: str) -> Day | None:
    """Give the date that a text tells first, as far as it tells it; None when it tells none.

    >>> day_of("on 3 May 2019"), day_of("since 2010")
    (Day(year=2019, month=5, day=3), Day(year=2010, month=None, day=None))
    """
    iso = _ISO.search(text)
    if iso:
        return Day(year=int(iso[1]), month=int(iso[2]), day=int(iso[3]))
    year, month = _YEAR.search(text), _MONTH.search(text)
    # "May" and "may", "March" and "march".
    if month and not (year or month["before"] or month["after"] or month["month"][0].isupper()):
        month = None
    if year is None and month is None:
        return None
    number = _month(month["month"]) if month else None
    day = (month["before"] or month["after"]) if month else None
    return Day(
        year=int(year.group(1)) if year else None, month=number, day=int(day) if day else None
    )


def _month(name: str) -> int:
    short = name[:3].lower()
    return _SWEDISH.get(short) or _MONTHS.index(short) + 1


def _value(text: str) -> float | None:
    low = text.casefold()
    scale = next((SCALES[w] for w in re.findall(r"[^\W\d]+", low) if w in SCALES), 1.0)
    digits = _DIGITS.search(text)
    if digits:
        return _digits(digits.group()) * scale
    said = [NUMBERS[word] for word in re.findall(r"[^\W\d]+", low) if word in NUMBERS]
    if not said:
        return None
    large = [value for value in said if value >= _HUNDRED]
    small = [value for value in said if value < _HUNDRED]
    return (sum(small) or 1.0) * math.prod(large)


def _digits(text: str) -> float:
    """Read a number in digits: 1,500 and 1 500 are thousands, 1.5 and 1,5 are not."""
    plain = re.sub(r"[ \u00a0\u202f](?=\d{3})", "", text)
    plain = re.sub(r"[,.](?=\d{3}(?:\D|$))", "", plain)
    plain = plain.replace(",", ".")
    head, _, tail = plain.rpartition(".")
    return float(f"{head.replace('.', '')}.{tail}" if head else plain)


def _currency(text: str) -> str:
    found = re.findall(r"[€$£]|[^\W\d]+", text.casefold())
    return next((CURRENCIES[word] for word in found if word in CURRENCIES), "")
