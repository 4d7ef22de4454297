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
from assistant.question.following.wording import AND, bare, lowered
from assistant.question.grammar import AUXILIARY, base_form, with_capital

_ONLY = re.compile(
    r"^(?:(?:is|are)\s+(?:it|that|they|those)\s+)?(?:only|just|exclusively|solely)\s+(?P<what>"
    r"(?!(?:once|now|then|when|if|because|asking|curious|wondering)\b)[^,?]{1,60})$",
    re.I,
)
_WHY_ONLY = re.compile(r"^why\s+(?P<only>(?:only|just)\s+.+)$", re.I)
_POINTS = re.compile(r"^(?:those|these|that|this|them|it|they|there|here)$", re.I)
_PREPOSED = re.compile(
    r"^(?:about|for|in|at|on|from|by|with|to|during|after|before|until|since)\s", re.I
)
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
_DOES_SO = re.compile(
    rf"^(?:where|when|(?:for|to|from|with)\s+whom|since\s+when|how(?:\s+(?:much|often))?|what)\s+"
    rf"(?P<does>{AUXILIARY})\s+(?P<rest>.+)$",
    re.I,
)
_ASKS_WHERE = re.compile(r"^(?:where|when|(?:for|to|from|with)\s+whom|since\s+when)\b", re.I)
_WHO_CAN = re.compile(r"^who\s+(?P<can>can|could|may|might|must|will)\s+(?P<rest>.+)$", re.I)
_WHO_DOES = re.compile(r"^who\s+(?P<verb>[a-z]+)\s+(?P<rest>.+)$", re.I)
_WHO_ARE = re.compile(
    r"^(?:who|what|which)\s+(?P<are>are|were)\s+(?P<whom>(?:the\s+)?(?:[\w-]+\s+)??"
    rf"{_PEOPLE}\s+(?:of|in|at)\s+.+)$",
    re.I,
)


def restricted(question: str, discourse: Discourse) -> Condensed | None:
    """Ask whether what was asked for is so of some only; None where nothing was asked of that."""
    plain, last = bare(AND.sub("", question)), discourse.last
    if why := _WHY_ONLY.match(plain):
        claim = restricted(why["only"], discourse)
        is_other = claim is not None and last is not None and claim.query != last.query
        return Condensed(f"Why {lowered(claim.query)}") if claim and is_other else None
    found = _ONLY.match(plain)
    if found is None or last is None or is_question(f"_ {found['what']}"):
        return None
    what, query = found["what"].strip(), bare(last.query)
    # "Only nine months?" doubts what was told.
    is_number = any(one.start() == 0 for one in numbers_in(what))
    if _POINTS.match(what) or is_number:
        return Condensed(last.query)
    asked = _of_time_or_place(what, query) if _PREPOSED.match(what) else _of_things(what, query)
    asked = asked or _for_some(what, last)
    return Condensed(f"{with_capital(asked)}?") if asked else None


def _of_time_or_place(what: str, query: str) -> str:
    """Ask "only in Lund?" of where, when or for whom it is."""
    found = _DOES_SO.match(query)
    # "What is Alfa?" tells of no deed that may be so only there.
    is_deed = found is not None and found["does"].lower() in {"do", "does", "did"}
    if found is None or not (is_deed or _ASKS_WHERE.match(query)):
        return ""
    does, rest = found["does"].lower(), found["rest"]
    if rest.lower().endswith(what.lower()):
        return f"{does} {rest[: -len(what)]}only {what}"
    return f"{does} {rest} only {what}"


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


def _for_some(what: str, last: Spoken) -> str:
    """Ask of what was described whether it is for some only: "only for students?"."""
    is_for = what if _PREPOSED.match(what) else f"for {what}" if is_plural(head_of(what)) else ""
    return f"is {last.described} only {is_for}" if last.described and is_for else ""
