"""Asks whether it is when or where is said: "on Mondays?" behind "When is it open?"."""

import re

from assistant.question.condenser import Condensed
from assistant.question.following.discourse import Discourse
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import AUXILIARY, MONTHS, WEEKDAYS, with_capital

_WHEN = re.compile(
    rf"^(?P<asks>when|where|how\s+often|(?:on\s+)?(?:which|what)\s+days?)\s+(?P<verb>{AUXILIARY})\s+"
    r"(?P<rest>.+)$",
    re.I,
)
_TIME = (
    rf"(?:{WEEKDAYS}|weekdays?|weekends?|mornings?|afternoons?|evenings?|nights?|lunch\w*|noon|midnight|"
    r"spring|summers?|autumns?|winters?|holidays?|christmas|easter|january|daytime|"
    rf"{'|'.join(MONTHS)}|\d[\d.:]*|(?:day|week|month|quarter|term|semester|year)s?)"
)
_AT_TIME = re.compile(
    r"^(?:(?:also|even|only|just)\s+)?(?P<said>(?:on|in|at|during|before|after|from|until)\s+"
    rf"(?:the\s+|a\s+|early\s+|late\s+)*{_TIME}(?:\s+(?:{_TIME}|only|to|and|or|too))*|"
    rf"(?:every|each|once|twice|(?:two|three|four|several|many)\s+times)\s+[a-z ]+|"
    r"daily|weekly|monthly|quarterly|yearly|annually|all\s+year(?:\s+round)?|all\s+day|"
    r"any\s+time|always)$",
    re.I,
)
_AT_PLACE = re.compile(
    r"^(?:(?:also|even|only|just)\s+)?(?P<said>(?:(?:in|near|at|outside)\s+(?:the\s+)?"
    r"(?-i:[A-ZÅÄÖ])[^,?]{1,40}|(?:near|outside|close\s+to|by|on)\s+(?:the|an?)\s+[a-z ]+))$",
    re.I,
)
_TIED = re.compile(r"^(?:and|but|or|so|what|how)\b", re.I)
_OFTEN = re.compile(r"^(?:every|each|once|twice|\w+\s+times|\w+ly$|all\b|always|any\b)", re.I)


def asked_whether(question: str, discourse: Discourse) -> Condensed | None:
    """Ask yes or no of the time or place said; None where the last question is of neither.

    "And in Lund?" asks of another place, "in Lund?" whether it is there.
    """
    last = discourse.last
    if last is None or _TIED.match(question):
        return None
    plain = AND.sub("", bare(question))
    asked = _WHEN.match(bare(last.query))
    if asked is None:
        return None
    is_where = asked["asks"].lower() == "where"
    found = (_AT_PLACE if is_where else _AT_TIME).match(plain)
    if found is None:
        return None
    is_often = _OFTEN.match(found["said"]) is not None
    if asked["asks"].lower().startswith("how") and not is_often:
        return None
    return Condensed(f"{with_capital(asked['verb'].lower())} {asked['rest']} {found['said']}?")
