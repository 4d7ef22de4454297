"""How often something happens, as a number of times a year: "every second year" is one half.

"Every year" and "every second year" share their words and are not the same.
"""

import re
from dataclasses import dataclass

from assistant.evidence.number_words import NUMBERS

_PER_YEAR = {"year": 1.0, "month": 12.0, "week": 52.0, "day": 365.0, "quarter": 4.0,
             "fortnight": 26.0, "decade": 0.1}  # fmt: skip
_WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_SEASONS = r"(?:spring|summer|autumn|fall|winter|easter|christmas)"
_PERIOD = r"(?P<period>year|month|week|day|quarter|fortnight|decade)s?"
_NUMBER = r"(?P<number>\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_LY = {
    "yearly": 1.0, "annual": 1.0, "annually": 1.0, "monthly": 12.0, "weekly": 52.0, "daily": 365.0,
    "quarterly": 4.0, "fortnightly": 26.0, "biennial": 0.5, "biennially": 0.5, "triennial": 1 / 3,
    "half-yearly": 2.0, "semi-annual": 2.0, "semiannual": 2.0, "biweekly": 26.0, "nightly": 365.0,
}  # fmt: skip
_FORMS = (
    # "The last Wednesday of the month".
    re.compile(
        rf"\b(?:first|second|third|fourth|last)\s+{_WEEKDAYS}\s+(?:of|in)\s+(?:the|every|each)\s+"
        r"(?P<period>month|year|quarter)\b",
        re.I,
    ),
    # "Every second year", "every other week", "every two years", "every third Tuesday".
    re.compile(
        rf"\b(?:once |one time )?(?:every|each)\s+(?P<nth>second|other|third|fourth|fifth|"
        rf"{_NUMBER})"
        rf"\s+(?:{_PERIOD}|(?P<weekday>{_WEEKDAYS})s?)\b",
        re.I,
    ),
    # "Twice a year", "three times per month", "once every year", "two calls each year".
    re.compile(
        rf"\b(?P<times>once|twice|thrice|(?:{_NUMBER}|several|many) times)\s+(?:an?|per|every|"
        rf"each|in "
        rf"an?)\s+(?:\w+\s+)?{_PERIOD}\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:every|each)\s+(?:single\s+)?(?:{_PERIOD}|(?P<weekday>{_WEEKDAYS})|"
        rf"(?P<yearly>{_MONTHS}|{_SEASONS}))\b",
        re.I,
    ),
    re.compile(rf"\b(?P<ly>{'|'.join(sorted(_LY, key=len, reverse=True))})\b", re.I),
)
_NTH = {"second": 2.0, "other": 2.0, "third": 3.0, "fourth": 4.0, "fifth": 5.0}
_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """How often, told by `text[start:end]`; 0 times a year where it is told without a number."""

    start: int
    end: int
    per_year: float


def frequencies_in(text: str) -> tuple[Frequency, ...]:
    """Give how often a text says that something happens, in the order of its forms.

    >>> [one.per_year for one in frequencies_in("held every second year")]
    [0.5]
    >>> [one.per_year for one in frequencies_in("a yearly prize, and talks twice a month")]
    [24.0, 1.0]
    """
    found: list[Frequency] = []
    for form in _FORMS:
        for each in form.finditer(text):
            if any(each.start() < one.end and one.start < each.end() for one in found):
                continue
            found.append(Frequency(start=each.start(), end=each.end(), per_year=_rate(each)))
    return tuple(found)


def _rate(found: re.Match[str]) -> float:
    said = {name: text.lower() for name, text in found.groupdict().items() if text}
    if "ly" in said:
        return _LY[said["ly"]]
    if "yearly" in said:
        return 1.0
    period = _PER_YEAR[said["period"]] if "period" in said else _PER_YEAR["week"]
    if "nth" in said:
        return period / (_NTH.get(said["nth"]) or _count(said["nth"]))
    if "times" in said:
        return period * (_TIMES.get(said["times"]) or _count(said.get("number", "0")))
    return period


def _count(number: str) -> float:
    return float(number) if number.isdecimal() else NUMBERS.get(number, 0.0)
