"""Asks of another amount, or what an amount is of: "half a day?", "per person?", "with VAT?"."""

import re

from assistant.evidence.number_words import NUMBERS
from assistant.question.condenser import Condensed
from assistant.question.following.discourse import Discourse
from assistant.question.following.spoken import Spoken
from assistant.question.following.wording import AND, YEAR, bare
from assistant.question.terms import words

_TIME = r"(?:hours?|days?|nights?|weekends?|weeks?|months?|quarters?|terms?|semesters?|years?)"
_HEAD = (
    r"(?:persons?|heads?|participants?|employees?|students?|adults?|children|seats?|desks?|compan(?:y|ies)|"
    r"teams?|members?|visitors?|guests?|groups?|square\s+met(?:re|er)s?|sq\.?\s?m|m2|pages?|items?|"
    r"pieces?|tests?|visits?|times?)"
)
_NUMBER = rf"\d+|{'|'.join(NUMBERS)}"
_COUNT = (
    rf"(?:half\s+an?|an?\s+half|an?\s+(?:couple\s+of|few|whole|full|single)|an?|several|{_NUMBER})"
)
_PER = r"(?:per|each|every)"
_AMOUNT = re.compile(
    rf"^(?:(?P<each>{_PER}\s+(?:{_TIME}|{_HEAD}))|(?:for\s+)?(?P<lasts>{_COUNT}[\s-]+{_TIME}))$",
    re.I,
)
_PERIOD = re.compile(rf"\b(?:{_PER}|an?|half\s+an?|{_NUMBER})\s+{_TIME}(?!\w)", re.I)
_PRICE = re.compile(
    r"\b(?:costs?|prices?|fees?|rent|rents|rented|charges?|charged|pay|pays|paid|tariffs?)\b|"
    r"^how\s+much\s+(?:is|are|for)\b",
    re.I,
)
_LASTS = re.compile(r"^(?:for\s+)?how\s+(?:long|often)\b|^how\s+many\s+" + _TIME, re.I)
# What a price may hold.
_TAX = r"(?:VAT|sales\s+tax|tax(?:es)?)"
_SERVED = (
    r"(?:food|meals?|lunch(?:es)?|dinners?|breakfast|coffee|drinks?|housing|accommodation|travel|"
    r"insurance|electricity|heating|water|internet|wi-?fi|cleaning|parking|furniture|support|"
    r"coaching|equipment|materials?|staff|services?)"
)
_WITH = re.compile(
    r"^(?:(?:is|are)\s+(?:that|it|this|they|those|the\s+(?:price|fee|rent|cost))\s+)?"
    rf"(?:(?:with|without|including|incl\.?|excluding|excl\.?|plus)\s+(?P<with>{_TAX}|{_SERVED})|"
    rf"(?:before|after)\s+(?P<tax>{_TAX}))$|^(?:is\s+)?(?P<in>{_TAX})\s+included(?:\s+in\s+that)?$",
    re.I,
)
# "Is that per person?" asks what the amount just told is of.
_IS_THAT = re.compile(
    rf"^(?P<is>is|was)\s+(?:(?:that|this)\s+(?P<said>(?:an?|per|each|every)\s+(?:{_TIME}|{_HEAD})\b.*|"
    r"per\s+[a-z]+|"
    r"in\s+(?:total|all|euros?|dollars?|kron(?:or|er)|[A-Z]{3})|(?:un)?usual|normal|typical|a\s+lot|"
    r"much|on\s+average|(?:the\s+)?(?:maximum|minimum|average|limit|most|least|upper\s+limit)|"
    rf"(?:for|at)\s+(?:the\s+)?whole\s+\w+)|it\s+(?P<each>{_PER}\s+(?:{_TIME}|{_HEAD})\b.*))$",
    re.I,
)
_NUMBER_ALONE = re.compile(
    r"^(?:(?:only|just|as\s+much\s+as|as\s+many\s+as)\s+)?(?:[A-Z]{3}|[€$£])?\s?(?P<number>\d[\d.,]*)\s?"
    r"(?:%|[A-Z]{3}|[a-z]+(?:\s[a-z]+)?)?$"
)
_DIGIT = re.compile(rf"\d|\b(?:{'|'.join(NUMBERS)})\b", re.I)
_LONGEST_AMOUNT = 6


def amounted(question: str, discourse: Discourse) -> Condensed | None:
    """Ask of another amount, or what the one just told is of; None where no amount is spoken of."""
    last, plain = discourse.last, bare(AND.sub("", question))
    if last is None:
        return None
    asks_price = _PRICE.search(last.query) is not None
    if found := _AMOUNT.match(plain):
        if asks_price:
            return Condensed(_of_other(found, bare(last.query)))
        # "Two years?" doubts what was told.
        return Condensed(last.query) if _LASTS.match(last.query) else None
    held = _WITH.match(plain) if asks_price else None
    if held and (where := _topic(plain, last, discourse)):
        what = held["with"] or held["tax"] or held["in"]
        return Condensed(f"Is {what} included at {where}?")
    # "60,000?" doubts what was told.
    number = _NUMBER_ALONE.match(plain)
    if number and not YEAR.fullmatch(plain) and number["number"] in last.said:
        return Condensed(last.query)
    told = _IS_THAT.match(plain)
    return _of_told(told, last, discourse) if told else None


def _of_other(asked: re.Match[str], query: str) -> str:
    """Ask the price of another time, or of each.

    >>> _of_other(_AMOUNT.match("a week"), "How much does a day at Alfa cost")
    'How much does a week at Alfa cost?'
    >>> _of_other(_AMOUNT.match("per head"), "What is the fee per day of Alfa")
    'What is the fee per day of Alfa per head?'
    """
    old, each = _PERIOD.search(query), asked["each"]
    if old is None:
        return f"{query} {each or 'for ' + asked['lasts']}?"
    is_each = re.match(_PER, old.group(), re.I) is not None
    if each and re.fullmatch(_HEAD, each.split(maxsplit=1)[1], re.I):
        return f"{query} {each}?"
    put = asked["lasts"] or (each if is_each else f"a {each.split()[-1]}")
    put = f"for {put}" if is_each and not each else put
    before = query[: old.start()]
    if put.endswith("s"):
        before = re.sub(r"\bdoes\s$", "do ", before)
    return f"{before}{put}{query[old.end() :]}?"


def _of_told(asked: re.Match[str], last: Spoken, discourse: Discourse) -> Condensed | None:
    """Ask of the amount just told: "Is EUR 900 a day per person at Alfa?"."""
    short, said = last.short, asked["said"] or asked["each"]
    if not _DIGIT.search(short) or len(short.split()) > _LONGEST_AMOUNT:
        return None
    # "A month?" is told: "SEK 1,500 a month"; "per month or per year?" offers what may be.
    unit = words(said)[-1]
    if " or " in said or (unit in words(short) and asked.re is _IS_THAT):
        return Condensed(last.query)
    where = _topic(asked.group(), last, discourse)
    said = re.sub(r"^(?=maximum|minimum|average|limit)", "the ", said, flags=re.I)
    return Condensed(f"{asked['is'].capitalize()} {short} {said} at {where}?") if where else None


def _topic(question: str, last: Spoken, discourse: Discourse) -> str:
    if last.names:
        return last.names[0].text
    topic = discourse.topic(question)
    return topic.text if topic and topic.is_name else ""
