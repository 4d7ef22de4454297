"""Asks whether an answer was all: "only big firms?" behind "What members does Alfa have?"."""

import re

from assistant.question.condenser import Condensed
from assistant.question.following.asked_noun import is_deed
from assistant.question.following.conditions import numbers_in
from assistant.question.following.discourse import Discourse
from assistant.question.following.phrases import head_of, is_plural
from assistant.question.following.properties import is_question
from assistant.question.following.spoken import Spoken
from assistant.question.following.verbs import past_base
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import AUXILIARY, base_form, with_capital

_ONLY = re.compile(
    r"^(?:(?:is|are)\s+(?:it|that|they|those)\s+)?(?:only|just|exclusively|solely)\s+(?P<what>"
    r"(?!(?:once|now|then|when|if|because|asking|curious|wondering)\b)[^,?]{1,60})$",
    re.I,
)
_POINTS = re.compile(r"^(?:those|these|that|this|them|it|they|there|here)$", re.I)
_PREPOSED = re.compile(r"^(?:for|in|at|on|from|by|with|to|during|after|before|until|since)\s", re.I)
_PEOPLE = (
    r"(?:members?|partners?|founders?|funders?|owners?|supporters?|sponsors?|participants?|tenants?|"
    r"investors?|customers?|speakers?|mentors?|employees?)"
)
_HAS = re.compile(
    r"^(?:(?:what|which)\s+(?:(?:kinds?|types?|sorts?)\s+of\s+)?|how\s+many\s+)"
    r"(?:[\w-]+\s+){1,2}?(?P<does>do|does|did)\s+(?P<who>.+?)\s+have$",
    re.I,
)
_WHAT = re.compile(
    r"^(?:what|which(?:\s+[\w-]+){1,2}?|whom)\s+(?P<does>do|does|did|can|could|may|will)\s+"
    r"(?P<rest>.+)$",
    re.I,
)
_WHERE = re.compile(
    rf"^(?:where|when|for\s+whom|since\s+when)\s+(?P<does>{AUXILIARY})\s+(?P<rest>.+)$", re.I
)
_WHO_CAN = re.compile(r"^who\s+(?P<can>can|could|may|might|must|will)\s+(?P<rest>.+)$", re.I)
_WHO_DOES = re.compile(r"^who\s+(?P<verb>[a-z]+)\s+(?P<rest>.+)$", re.I)
_WHO_ARE = re.compile(
    r"^(?:who|what|which)\s+(?P<are>are|were)\s+(?P<whom>(?:the\s+)?(?:[\w-]+\s+)??"
    rf"{_PEOPLE}\s+(?:of|in|at)\s+.+)$",
    re.I,
)
_IS = re.compile(r"^(?:what|who)(?:[’']s|\s+(?P<is>is|are|was|were))\s+(?P<name>.+)$", re.I)


def restricted(question: str, discourse: Discourse) -> Condensed | None:
    """Ask whether what was asked for is so of some only; None where nothing was asked of that."""
    plain, last = bare(AND.sub("", question)), discourse.last
    found = _ONLY.match(plain)
    if found is None or last is None or is_question(f"_ {found['what']}"):
        return None
    what, query = found["what"].strip(), bare(last.query)
    # "Only nine months?" doubts what was told.
    is_number = any(one.start() == 0 for one in numbers_in(what))
    if _POINTS.match(what) or is_number:
        return Condensed(last.query)
    asked = _of_time_or_place(what, query) if _PREPOSED.match(what) else _of_things(what, query)
    asked = asked or _for_some(what, query, last)
    return Condensed(f"{with_capital(asked)}?") if asked else None


def _of_time_or_place(what: str, query: str) -> str:
    """Ask "only in Lund?" of where, when or for whom it is."""
    found = _WHERE.match(query)
    return f"{found['does'].lower()} {found['rest']} only {what}" if found else ""


def _of_things(what: str, query: str) -> str:
    """Ask "only big firms?" of who or what was asked for."""
    if has := _HAS.match(query):
        return f"{has['does'].lower()} {has['who']} have only {what}"
    if are := _WHO_ARE.match(query):
        return f"{are['are'].lower()} {are['whom']} only {what}"
    if told := _WHAT.match(query):
        return f"{told['does'].lower()} {told['rest']} only {what}"
    if can := _WHO_CAN.match(query):
        return f"{can['can'].lower()} only {what} {can['rest']}"
    who = _WHO_DOES.match(query)
    if who is None or not is_deed(who["verb"].lower()):
        return ""
    verb, past = who["verb"].lower(), past_base(who["verb"].lower())
    does = "did" if past else "do" if is_plural(head_of(what)) else "does"
    return f"{does} only {what} {past or base_form(verb)} {who['rest']}"


def _for_some(what: str, query: str, last: Spoken) -> str:
    """Ask of what was described whether it is for some only: "only for students?"."""
    found = _IS.match(query)
    is_name = found and len(last.names) == 1 and last.names[0].end >= len(query)
    if found is None or not is_name:
        return ""
    is_for = what if _PREPOSED.match(what) else f"for {what}" if is_plural(head_of(what)) else ""
    return f"{(found['is'] or 'is').lower()} {found['name']} only {is_for}" if is_for else ""
