"""One question asked of two things or more: "Who runs X, and who runs Y?", or "... and who Y?"."""

import re
from collections.abc import Iterator

from assistant.comparing.comparison import Comparison
from assistant.comparing.frames import property_in
from assistant.comparing.names import NAME

_ASKING = r"(?:who|what|when|where|how)"
_TWICE = re.compile(
    rf"^(?P<one>(?:{_ASKING}|which)\b.+?),?\s+and\s+(?P<other>(?:{_ASKING}|which)\b.+)$", re.I
)
_NAME = re.compile(rf"(?<=\s){NAME}")
_PREPOSITION = r"(?:at|in|by|for|with|of|from|to)"
_JOINT = re.compile(r",?\s+and\s+|,\s+", re.I)
# What is left of the question where it is asked again: "how much at Beta", "where Beta", "Beta".
_AGAIN = re.compile(
    rf"^(?:(?P<asking>(?i:{_ASKING})(?:\s+[a-zåäö-]+){{0,4}}?)\s+)??"
    rf"(?:(?P<at>{_PREPOSITION})\s+)?(?P<name>{NAME})(?P<rest>(?:\s+[a-zåäö]+){{0,3}})$"
)
_TWO = 2


def asked_again(plain: str) -> Comparison | None:
    """Take a question that is asked again of another thing apart; None when it is not.

    >>> asked_again("Who pays for Alfa and who for Beta").things
    ('Alfa', 'Beta')
    >>> asked_again("Who founded Alfa and Beta")
    """
    return _in_full(plain) or _in_part(plain)


def _in_full(plain: str) -> Comparison | None:
    found = _TWICE.match(plain)
    if found is None:
        return None
    pieces = [found["one"], found["other"]]
    frames = [" ".join(_NAME.sub("{}", each, count=1).split()) for each in pieces]
    names = [hit.group() for each in pieces for hit in [_NAME.search(each)] if hit]
    # "Where is X and where is Y based?"
    first, last = (each.lower() for each in frames)
    if not (f"{last} ".startswith(f"{first} ") or f"{first} ".startswith(f"{last} ")):
        return None
    return _made(names, max(frames, key=len))


def _in_part(plain: str) -> Comparison | None:
    """Take "How much is a desk at X, and how much at Y?" apart."""
    if not re.match(rf"{_ASKING}\b", plain, re.I):
        return None
    for joint in _JOINT.finditer(plain):
        first, rest = plain[: joint.start()], plain[joint.end() :]
        named = next(_named(first), None)
        others = [_AGAIN.match(each) for each in _JOINT.split(rest)]
        if named is None or not all(others):
            continue
        frame = f"{first[: named.start()]}{{}}{first[named.end() :]}"
        if all(_is_again(frame, other, joint.group()) for other in others if other):
            return _made([named.group(), *[other["name"] for other in others if other]], frame)
    return None


def _named(first: str) -> Iterator[re.Match[str]]:
    """Give the names in a question, the last first; "I" is none."""
    every = [found for found in _NAME.finditer(first) if found.group() not in {"I", "I'm"}]
    return reversed(every)


def _is_again(frame: str, other: re.Match[str], joint: str) -> bool:
    """Whether what is left asks the same of another thing, rather than listing two of one."""
    said = frame.lower().split()
    before, _, after = frame.partition("{}")
    asking, at, rest = other["asking"], other["at"], other["rest"].strip()
    if rest and rest != after.strip():
        return False
    if asking:
        return all(word in said for word in asking.lower().split())
    if at:
        return bool(re.search(rf"\b{at}\s+(?:the\s+)?$", before)) and _tells_one(before)
    # "When did Alfa start, and Beta?"
    return bool(after.strip()) and "," in joint and "and" in joint and "{}" in frame


def _tells_one(before: str) -> bool:
    """Whether a question asks something that each thing has one of: a price, a number, a time."""
    return bool(re.match(r"(?:when|how)\b|what (?:does|do)\b.*\bcost", before, re.I))


def _made(names: list[str], frame: str) -> Comparison | None:
    things = [re.sub(r"^the\s+|['’]s$", "", each, flags=re.I) for each in names]
    if len(set(things)) < max(_TWO, len(things)):
        return None
    return Comparison(things=tuple(things), asked=(property_in(frame),))
