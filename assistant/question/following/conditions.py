"""Asks the last question under a condition: "And if we grow to 30 people?"."""

import re

from assistant.evidence.number_words import NUMBERS
from assistant.question.condenser import Condensed
from assistant.question.following.asker import told_of_oneself
from assistant.question.following.discourse import Discourse
from assistant.question.following.wording import AND, YEAR, bare, lowered
from assistant.question.grammar import article

_IF = re.compile(
    r"^(?:what\s+(?:happens\s+)?|even\s+)?(?:if|suppose|say)\s+(?P<told>[^,?]+)$", re.I
)
_NUMBER = re.compile(rf"(?<![\w-])(?:\d[\d,.]*(?<![.,])|{'|'.join(NUMBERS)})(?![\w-])", re.I)
# "And if it's a university?" after "What does a company with 30 employees pay?".
_IS_OTHER = re.compile(
    r"^(?:it|we|they|one|he|she|i)(?:[’'](?:s|re|m)|\s+(?:is|are|am|were|was))\s+(?P<what>an?\s+\w.+)$",
    re.I,
)
# "And if we are bigger?"
_IS_MORE = re.compile(
    r"^(?:it|we|you|they|one|i|(?:my|our|the) \w+)(?:[’'](?:s|re|m)|\s+(?:is|are|am|were|was))\s+"
    r"(?:(?:much|a (?:lot|bit|little)|even)\s+)*(?P<how>(?:bigg|larg|small|old|young|new)er)"
    r"(?:\s+than that)?$",
    re.I,
)
_ASKS_WHO = re.compile(r"^(?:who|where|when)\b", re.I)
_OF_ONESELF = re.compile(r"^(?:i|we|my|our)\b", re.I)
_ONE = re.compile(
    r"\ban?\s+(?:company|firm|start-?up|business|organisation|member|team|student|person)\b"
    r"(?:\s+(?:with|of)\s+[\w ]+?\s(?:employees|people|persons|staff|members)\b)?",
    re.I,
)


def conditioned(question: str, discourse: Discourse) -> Condensed | None:
    """Ask the last question with another number, or under a condition; None where none is told."""
    last = discourse.last
    found = _IF.match(bare(AND.sub("", question)))
    if last is None:
        return None
    if found is None:
        return _for_whom(bare(question), last.query)
    query = last.query
    other, one = _IS_OTHER.match(found["told"]), _ONE.search(query)
    if other and one:
        return Condensed(f"{query[: one.start()]}{other['what']}{query[one.end() :]}")
    more = _IS_MORE.match(found["told"])
    if more and one:
        who = " ".join(one.group().split()[:2]).split()[1]
        put = f"{article(more['how'])} {more['how']} {who}"
        return Condensed(f"{query[: one.start()]}{put}{query[one.end() :]}")
    said, before = numbers_in(found["told"]), numbers_in(query)
    if len(said) == len(before) == 1:
        return Condensed(f"{query[: before[0].start()]}{said[0].group()}{query[before[0].end() :]}")
    of = last.described or (last.names[0].text if last.names and _ASKS_WHO.match(query) else "")
    if of and _OF_ONESELF.match(found["told"]):
        return Condensed(f"What happens at {of} if {lowered(found['told'])}?")
    return Condensed(f"{bare(query)} if {lowered(found['told'])}?")


def _for_whom(told: str, query: str) -> Condensed | None:
    """Ask again for who tells of themselves and asks nothing: "we are 80 people"."""
    asker = told_of_oneself(told)
    if asker is None:
        return None
    said, before = numbers_in(asker.named), numbers_in(query)
    if len(said) == len(before) == 1:
        return Condensed(f"{query[: before[0].start()]}{said[0].group()}{query[before[0].end() :]}")
    put = asker.put_into(query)
    return Condensed(put) if put else None


def numbers_in(text: str) -> list[re.Match[str]]:
    """Find numbers that count; years do not."""
    return [one for one in _NUMBER.finditer(text) if not YEAR.fullmatch(one.group())]
