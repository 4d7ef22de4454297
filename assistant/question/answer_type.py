"""Whether a text can be a short answer of a type: a date, a number, an amount, a name."""

import re
from typing import assert_never

from assistant.question.grammar import MONTHS
from assistant.question.kind import AnswerType

_MONTHS = "|".join(MONTHS)
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# The whole date where it is given, and at least a year or a day of a month.
_DATE = re.compile(
    rf"\b(?:{_DAY} (?:of )?)?(?:{_MONTHS})(?: {_DAY})?,? {_YEAR}\b|\b\d{{4}}-\d\d-\d\d\b"
    rf"|\b{_DAY} (?:of )?(?:{_MONTHS})\b|\b(?:{_MONTHS}) {_DAY}\b(?! \d)|\b{_YEAR}\b"
    r"|(?-i:\b(?:January|February|March|April|June|July|August|September|October|November|December|"
    r"(?<=in )May|(?<=until )May|(?<=every )May)\b)",
    re.I,
)
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundred|thousand|million|dozen|single|both"
)
_PARTS = (
    r"(?:half|(?:a|one|two|three|four) (?:third|quarter|fourth|fifth|tenth)s?)\b"
    r"(?! day| year| hour)"
    r"|(?:several|many|a few|some|a couple of) (?:years|months|weeks|days|hours|decades)\b"
    r"|(?:an?|one) (?:year|month|week|day|hour) and a half\b|half an? (?:year|month|day|hour)\b"
)
_NUMBER = re.compile(
    rf"(?<![\w.])(?:\d+(?:[ ,.]\d{{3}})*(?:[.,]\d+)?(?:\s?%|\s(?:million|billion|thousand)\b)?"
    rf"(?![\w])|(?:{_WORDS})(?:[- ](?:{_WORDS}))*\b|{_PARTS})",
    re.I,
)
_CURRENCY = r"SEK|EUR|USD|DKK|NOK|GBP|MSEK|kr|kronor|euros?|dollars?|€|\$|£"
_SCALE = r"(?:\s?(?:million|billion|thousand|m|bn|k|MSEK|miljoner|miljarder)\b)?"
_MONEY = re.compile(
    rf"(?:(?<!\w)(?:{_CURRENCY})\s?\d(?:[\d ,.]*\d)?{_SCALE}"
    rf"|\d(?:[\d ,.]*\d)?{_SCALE}\s?(?:{_CURRENCY})(?!\w))"
    r"(?: (?:per|a|an|each) (?:month|year|week|day|hour|person|seat|desk|square metre)\b)?"
    r"|\bfree of charge\b|\bfor free\b|\bno (?:\w+ )?(?:fee|charge|cost)s?\b"
    r"|\b(?:costs?|pays?) nothing\b|(?<=\bis )free\b|(?<=\bare )free\b"
    r"|(?<=\b(?:price|entry): )free\b|(?<=\b(?:cost|fees): )(?:free|none|nothing)\b"
    r"|(?<=\b(?:fee): )(?:free|none|nothing)\b|(?<=\b(?:tickets|charges): )(?:free|none)\b",
    re.I,
)
# What returns on a day of the week is told by that, where no date is: "Tuesdays from 13 to 15".
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_CLOCK = r"\d{1,2}(?:[.:]\d\d)?"
_DAYS = re.compile(
    rf"\b(?:(?:every|each|other|(?:the\s+)?(?:first|second|third|fourth|last))\s+)*{_WEEKDAY}"
    rf"(?:(?:,| and| or| to| until|\s?[-–])\s+{_WEEKDAY})*\b"
    rf"(?:,?\s+(?:(?:from|between|at)\s+)?{_CLOCK}(?:\s?(?:to|and|until|[-–])\s?{_CLOCK})?\b(?!\s+\w+day))?"
    r"(?:\s+(?:of|in)\s+(?:the|each|every)\s+(?:month|week|year|quarter|term))?",
    re.I,
)
# "As of 2018" and "the page of 2023" date what is said, not what is asked about.
_DATING = re.compile(
    r"\b(?:as of|pages?,? of)\s+(?:[a-z]+\s+)?\d{4}\b|\b\d{4} (?:and \d{4} )?pages?\b",
    re.I,
)
_CONTACT = re.compile(
    r"\S+@\S+\.\w+|\bwww\.\S+|https?://\S+|\b\w+\.(?:com|org|eu|se|dk|net|io)\b"
    r"|\+?\d[\d -]{6,}\d|\b\w*(?:vägen|gatan|torget|street|road)\s\d+",
    re.I,
)
_NAME = re.compile(r"(?!(?:SEK|EUR|USD|DKK|NOK|GBP|MSEK)\b)[^\W\d_a-zåäöéü]\w+")


def fits(answer_type: AnswerType, text: str) -> bool:
    """Whether a text holds what the type asks for.

    >>> fits(AnswerType.DATE, "in 2015"), fits(AnswerType.NUMBER, "three sites")
    (True, True)
    >>> fits(AnswerType.NUMBER, "in 2015"), fits(AnswerType.MONEY, "SEK 48 million")
    (False, True)
    """
    return bool(matches(answer_type, text)) if answer_type is not AnswerType.ANY else True


def matches(answer_type: AnswerType, text: str) -> tuple[re.Match[str], ...]:
    """Find what a text holds of a type, in order; () for `ANY`, which has no form."""
    match answer_type:
        case AnswerType.DATE:
            dating = [found.span() for found in _DATING.finditer(text)]
            dates = tuple(
                found
                for found in _DATE.finditer(text)
                if not any(start <= found.start() < end for start, end in dating)
            )
            return dates or tuple(_DAYS.finditer(text))
        case AnswerType.NUMBER:
            return tuple(found for found in _NUMBER.finditer(text) if not _is_year(found, text))
        case AnswerType.MONEY:
            return tuple(_MONEY.finditer(text))
        case AnswerType.CONTACT:
            return tuple(_CONTACT.finditer(text))
        case AnswerType.NAME:
            return tuple(_NAME.finditer(text))
        case AnswerType.ANY:
            return ()
        case _:
            assert_never(answer_type)


def _is_year(found: re.Match[str], text: str) -> bool:
    """Whether a number is a year by its form and nothing after it is counted."""
    if not re.fullmatch(_YEAR, found.group()):
        return False
    following = text[found.end() :].lstrip()
    return not following[:1].islower() or following.split()[0] in {"to", "and", "the", "it", "in"}
