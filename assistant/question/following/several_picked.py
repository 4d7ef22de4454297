"""Follow-ups that pick some of a list by place: "the first two", "the first and the third"."""

import re

from assistant.question.condenser import Condensed
from assistant.question.following.antecedent import joined
from assistant.question.following.asking import ask_for_list
from assistant.question.following.discourse import Discourse
from assistant.question.following.picking import put_picked
from assistant.question.following.shown import last_shown

_COUNTS = ("two", "three", "four", "five")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_LEAST = 2
_COUNT = rf"(?:{'|'.join(_COUNTS)}|[2-5])"
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|1st|2nd|3rd|[4-8]th|last)"
# "The first two years" are of no list.
_FEW = re.compile(
    rf"\bthe\s+(?:(?P<side>first|last|top)\s+(?P<count>{_COUNT})|"
    rf"(?P<number>{_COUNT})\s+(?P<end>first|last))(?:\s+(?:ones|of\s+(?:them|these|those)))?"
    r"(?=\W*$|\s+(?:is|are|was|were|do|does|did|have|has|can|take|cost|offer|open|work|lie)\b)",
    re.I,
)
_EACH = re.compile(
    rf"\b(?:the\s+)?(?P<one>{_ORDINAL})(?:\s+ones?)?\s+(?:and|&)\s+(?:the\s+)?(?P<other>{_ORDINAL})"
    r"(?:\s+ones?)?(?=\W*$|\s+(?:is|are|was|were|do|does|did|have|has|can|take|cost|offer|open|work|lie)\b)",
    re.I,
)


def several_picked(question: str, plain: str, discourse: Discourse) -> Condensed | None:
    """Put those that are picked where they are; None where no two of a list are."""
    found = _FEW.search(plain) or _EACH.search(plain)
    if found is None or discourse.names(plain[: found.start()]):
        return None
    shown = last_shown(discourse)
    if shown is None:
        return Condensed(question, ask_for_list())
    members = shown.members
    if found.re is _FEW:
        count = _count(found["count"] or found["number"])
        side = (found["side"] or found["end"]).lower()
        meant = members[-count:] if side == "last" else members[:count]
    else:
        places = [_place(found[side], len(members)) for side in ("one", "other")]
        meant = tuple(members[at] for at in places if at < len(members))
    if len(meant) < _LEAST:
        return Condensed(question, ask_for_list())
    return put_picked(plain, found, joined(meant), discourse, is_several=True)


def _count(said: str) -> int:
    return int(said) if said.isdigit() else _COUNTS.index(said.lower()) + 2


def _place(said: str, count: int) -> int:
    word = said.lower()
    if word == "last":
        return count - 1
    return _ORDINALS.index(word) if word in _ORDINALS else int(re.sub(r"\D", "", word)) - 1
