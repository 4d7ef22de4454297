"""Conditions with numbers and years: "founded before 2010", "more than 50 companies"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.evidence.number_words import CURRENCIES, NUMBERS, SCALES
from assistant.question.answer_type import matches
from assistant.question.kind import AnswerType
from assistant.question.terms import terms

_CURRENCY = r"(?:SEK|EUR|USD|DKK|NOK|GBP|MSEK|MEUR|kronor|kr|euros?|dollars|pounds|€|\$|£)"
_AMOUNT = (
    rf"(?P<before>{_CURRENCY})?\s?(?P<number>\d{{1,3}}(?:[ ,.]\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?"
    rf"|\b(?:{'|'.join(NUMBERS)})\b)\s?(?P<scale>(?:thousand|million|billion|mn|bn|MSEK|MEUR|tkr|"
    rf"miljoner|miljarder|[mk])\b)?\s?(?P<after>{_CURRENCY}(?!\w)|%|per\s?cent\b)?"
)
_VALUE = re.compile(_AMOUNT, re.I)
_OVER = (
    r"more than|over|above|exceeding|greater than|larger than|bigger than|upwards of|mer än|över"
)
_AT_LEAST = r"at least|no less than|no fewer than|not less than|minimum(?: of)?|from|minst"
_UNDER = r"fewer than|less than|under|below|smaller than|mindre än|färre än"
_AT_MOST = r"at most|up to|no more than|not more than|maximum(?: of)?|högst"
_COMPARED = re.compile(
    rf"\b(?P<how>{_OVER}|{_AT_LEAST}|{_UNDER}|{_AT_MOST}|exactly)\s+{_AMOUNT}", re.I
)
_OR_MORE = re.compile(rf"{_AMOUNT}\s*(?P<what>\+|(?:or|and) (?:more|above|over)|"
                      r"(?:or|and) (?:less|fewer|under))", re.I)  # fmt: skip
_YEARS = re.compile(
    r"\b(?P<how>before|prior to|earlier than|after|later than|since|from|until|by|in|during|"
    r"between|före|efter|innan|sedan)\s+(?:the\s+years?\s+)?(?P<year>1[5-9]\d\d|20\d\d)\b"
    r"(?:\s*(?:and|to|–|-|till)\s*(?P<last>\d{4})\b"
    r"|\s+(?P<on>on(?:wards?)?|or later|or earlier)\b)?",
    re.I,
)
# What is counted stands within so many words after its number.
_REACH = 4
_HIGHEST = float("inf")
_CLAUSE = re.compile(r"[,;:.()]\s")
# "As of 2018, the members": a year counts only what stands right behind it.
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """That a value lies from `low` to `high`, both included.

    Attributes:
        is_year: Whether years are compared, else numbers.
        low: The lowest value that fits.
        high: The highest.
        currency: Of an amount of money; "%" for a share; "" for a plain number.
        counted: Terms of what is counted; () when any number will do.
    """

    is_year: bool
    low: float
    high: float
    currency: str = ""
    counted: tuple[str, ...] = ()

    def values(self, text: str) -> tuple[float, ...]:
        """Give what a text holds to compare, in order."""
        if self.is_year:
            found = matches(AnswerType.DATE, text)
            return tuple(float(each.group()) for each in found if each.group().isdecimal())
        return tuple(self._numbers(text))

    def fits(self, value: float) -> bool:
        """Whether a value lies within."""
        return self.low <= value <= self.high

    def _numbers(self, text: str) -> Iterator[float]:
        for found in _VALUE.finditer(text):
            if _currency(found) != self.currency:
                continue
            near = set(terms(" ".join(_CLAUSE.split(text[found.end() :])[0].split()[:_REACH])))
            if _YEAR.fullmatch(found.group().strip()) and self.counted:
                near &= set(terms(" ".join(text[found.end() :].split()[:1])))
            if not self.counted or near & set(self.counted):
                yield _value(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A comparison found in a question, and the question without it."""

    comparison: Comparison | None
    rest: str


def find_comparison(text: str) -> Compared:
    """Find the comparison that a question asks for.

    >>> found = find_comparison("founded before 2010")
    >>> found.rest, found.comparison.fits(2009), found.comparison.fits(2010)
    ('founded', True, False)
    >>> money = find_comparison("give grants over SEK 1m").comparison
    >>> money.values("Grants of up to SEK 2 million"), money.fits(2e6)
    ((2000000.0,), True)
    """
    dated = _YEARS.search(text)
    if dated:
        return Compared(comparison=_years(dated), rest=_without(text, dated))
    found = _COMPARED.search(text)
    if found:
        return Compared(comparison=_numbers(found, text), rest=_without(text, found))
    found = _OR_MORE.search(text)
    if found:
        return Compared(comparison=_or_more(found, text), rest=_without(text, found))
    return Compared(comparison=None, rest=text)


def _without(text: str, found: re.Match[str]) -> str:
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())


def _years(found: re.Match[str]) -> Comparison:
    how, year = found["how"].lower(), float(found["year"])
    if found["last"]:
        return Comparison(is_year=True, low=year, high=float(found["last"]))
    on = (found["on"] or "").lower()
    if how in {"before", "prior to", "earlier than", "före", "innan"}:
        return Comparison(is_year=True, low=0, high=year - 1)
    if how in {"after", "later than", "efter"}:
        return Comparison(is_year=True, low=year + 1, high=_HIGHEST)
    if how in {"since", "from", "sedan"} or on in {"on", "onward", "onwards", "or later"}:
        return Comparison(is_year=True, low=year, high=_HIGHEST)
    if how in {"until", "by"} or on == "or earlier":
        return Comparison(is_year=True, low=0, high=year)
    return Comparison(is_year=True, low=year, high=year)


def _numbers(found: re.Match[str], text: str) -> Comparison:
    how, value = found["how"], _value(found)
    step = 1 if value.is_integer() and not _currency(found) else value * 1e-9
    low, high = value, value
    if re.fullmatch(_OVER, how, re.I):
        low, high = value + step, _HIGHEST
    elif re.fullmatch(_AT_LEAST, how, re.I):
        high = _HIGHEST
    elif re.fullmatch(_UNDER, how, re.I):
        low, high = 0, value - step
    elif re.fullmatch(_AT_MOST, how, re.I):
        low = 0
    return Comparison(
        is_year=False, low=low, high=high, currency=_currency(found), counted=_counted(found, text)
    )


def _or_more(found: re.Match[str], text: str) -> Comparison:
    value = _value(found)
    is_less = found["what"].lower().endswith(("less", "fewer", "under"))
    low, high = (0.0, value) if is_less else (value, _HIGHEST)
    return Comparison(
        is_year=False, low=low, high=high, currency=_currency(found), counted=_counted(found, text)
    )


def _counted(found: re.Match[str], text: str) -> tuple[str, ...]:
    """The noun right after a plain number: "companies" in "more than 50 companies"."""
    if _currency(found):
        return ()
    return terms(" ".join(text[found.end() :].split()[:1]))


def _currency(found: re.Match[str]) -> str:
    said = found["before"] or found["after"] or ""
    if not said and found["scale"] and found["scale"].lower() in CURRENCIES:
        said = found["scale"]
    if said.lower().startswith(("%", "per")):
        return "%"
    return CURRENCIES.get(said.lower(), "")


def _value(found: re.Match[str]) -> float:
    number = found["number"].lower()
    scale = (found["scale"] or found["after"] or "").lower()
    if number in NUMBERS:
        value = float(NUMBERS[number])
    elif re.fullmatch(r"\d{1,3}(?:[ ,.]\d{3})+", number):
        value = float(re.sub(r"\D", "", number))
    else:
        value = float(number.replace(",", "."))
    return value * SCALES.get(scale, 1.0)
