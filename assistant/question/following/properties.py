"""Asks the last question for another property: "and the fees?", "and an office?"."""

import re

from assistant.question.following.discourse import Discourse
from assistant.question.following.phrases import head_of, is_plural
from assistant.question.following.spoken import Spoken
from assistant.question.following.wording import bare
from assistant.question.grammar import with_capital

_OF_NAME = re.compile(
    r"^(?P<asks>(?:who|what|which|when|where|how (?:much|big|large|high|old|long))\s+"
    r"(?:is|are|was|were))\s+(?:the\s+)?(?P<attribute>[^?]+?)\s+(?P<of>of|at|for|"
    r"in)\s+(?P<whole>.+)$",
    re.I,
)


def of_property(what: str, last: Spoken, discourse: Discourse) -> str:
    """Ask for another property of what was spoken of: "and the fees?"."""
    instead = _of_like(what, last)
    if instead:
        return instead
    plain = re.sub(r"^(?:the|its|their|an?)\s+", "", what, flags=re.I)
    found = _OF_NAME.match(bare(last.query))
    if found and last.names and last.names[0].text.casefold() in found["whole"].casefold():
        verb = _agreed(found["asks"], plain)
        return f"{verb} the {plain} {found['of']} {found['whole']}?"
    topic = discourse.topic(what)
    if topic is None:
        return f"What about {what}?"
    return f"{_agreed('What is', plain)} the {plain} of {topic.text}?"


def _of_like(what: str, last: Spoken) -> str:
    """Put "an office" in the place of "a bench"."""
    if not re.match(r"an?\s", what, re.I):
        return ""
    for phrase in last.phrases:
        said = last.query[phrase.start : phrase.end]
        if re.match(r"an?\s", said, re.I) and not any(name.text in said for name in last.names):
            return f"{last.query[: phrase.start]}{what}{last.query[phrase.end :]}"
    return ""


def _agreed(asks: str, noun: str) -> str:
    verb = "are" if is_plural(head_of(noun)) else "is"
    return with_capital(re.sub(r"\b(?:is|are)$", verb, asks))
