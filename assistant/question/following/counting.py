"""Counts what was just asked for: "How many are they?" after "Which incubators take no equity?"."""

import re

from assistant.question.condenser import Condensed
from assistant.question.following.discourse import Discourse
from assistant.question.following.wording import AND, bare

_HOW_MANY = re.compile(
    r"^how many\s+(?:(?:are|were)\s+(?:they|those|these|there|that)|(?:is|was)\s+(?:that|this|it))"
    r"(?:\s+(?:in (?:all|total)|altogether|all together|exactly))?$",
    re.I,
)
_WHICH = re.compile(r"^(?:which|what)\s+(?P<rest>(?!is\b|are\b|was\b|were\b|of\b)\S.+)$", re.I)
_WHO = re.compile(r"^(?:who|what|which)\s+are\s+(?:the\s+|all\s+)*(?P<what>[a-zåäö].+)$", re.I)


def counted(question: str, discourse: Discourse) -> Condensed | None:
    """Ask how many there are of what was asked for; None where that was no list."""
    last = discourse.last
    if last is None or not _HOW_MANY.match(bare(AND.sub("", question))):
        return None
    asked = bare(last.query)
    which, who = _WHICH.match(asked), _WHO.match(asked)
    if which:
        return Condensed(f"How many {which['rest']}?")
    return Condensed(f"How many {who['what']} are there?") if who else None
