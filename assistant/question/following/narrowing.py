"""Asks the last question of some of its answers: "which of them are companies?"."""

import re

from assistant.entities.kinds import is_known, kind_words, plural
from assistant.question.following.discourse import Discourse
from assistant.question.following.wording import bare
from assistant.question.grammar import AUXILIARY, with_capital

_ARE_OF_THEM = re.compile(
    r"^(?P<how>which|who|how many)\s+of\s+(?:them|these|those)\s+(?:are|is|were|was)\s+"
    r"(?:(?P<where>(?:in|from|at|near|(?:based|located)\s+in)\s+.+)|(?:an?\s+)?(?P<kind>[\w -]+))$",
    re.I,
)
_ASKS_SOME = re.compile(
    r"^(?P<asks>who|(?:which|what|how many)\s+(?P<noun>[\w-]+(?:\s+[\w-]+)??))\s+"
    rf"(?P<rest>(?:{AUXILIARY}\b|[a-z-]+(?:ed|s)\b|run\b|take\b|fund\b).+)$",
    re.I,
)
# "Founded Mobile Heights" may be said of companies; "are the founders" may not be asked so.
_DEED = re.compile(rf"(?!{AUXILIARY}\b)[a-z]", re.I)


def narrowed_to(plain: str, discourse: Discourse) -> str:
    """Ask the last question of fewer: "Who founded X?" and "which of them are companies?"."""
    last = discourse.last
    found = _ARE_OF_THEM.match(bare(plain))
    if last is None or found is None:
        return ""
    asked = _ASKS_SOME.match(bare(last.query))
    if asked is None or last.places:
        return ""
    how = found["how"].lower().replace("who", "which")
    if found["where"]:
        noun = f" {asked['noun']}" if asked["noun"] else ""
        begins = f"{how}{noun}" if noun else asked["asks"]
        return with_capital(f"{begins} {asked['rest']} {found['where']}?")
    several = kind_words(found["kind"])
    if not is_known(several) or (not asked["noun"] and asked["asks"].lower() != "who"):
        return ""
    is_of_deed = _DEED.match(asked["rest"]) is not None
    return with_capital(f"{how} {plural(' '.join(several))} {asked['rest']}?") if is_of_deed else ""
