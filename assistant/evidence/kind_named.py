"""The name of what a question asks for by its kind: "Which project ...?" by "Alfa, a project"."""

import re
from collections.abc import Iterator

from assistant.entities.kinds import (
    accepted_kinds,
    is_asked_kind,
    kind_words,
    kinds_of_phrase,
    known_kinds,
    singular,
)
from assistant.entities.names import NAME, SHORT
from assistant.question.terms import words

_ASKS_KIND = re.compile(r"^(?:(?:in|of|for|from|by|with|to)\s+)?(?:which|what)\s+", re.I)
_LONGEST_KIND = 3
_JOINED = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
# "Ada and Bo Alm's Foundation" is one name.
_OF_TWO_PEOPLE = re.compile(
    r"^(?:the\s+)?[A-ZÅÄÖ][a-zåäöé-]+\s+(?:and|&)\s+[A-ZÅÄÖ][a-zåäöé-]+(?:\s+[A-ZÅÄÖ][\w:-]*)+['’]s?\s"
)
_ARTICLE = re.compile(r"^the\s+", re.I)
_PHRASE = r"(?P<phrase>(?:an?|the|its|our|one\s+of)\s[^,.;:()|\n]{3,120})"
_TOLD = (
    re.compile(rf"(?P<name>{NAME})(?:{SHORT})?,\s+{_PHRASE}"),
    re.compile(rf"(?P<name>{NAME})(?:{SHORT})?\s+(?:is|was)\s+{_PHRASE}"),
    re.compile(
        r"\b(?P<phrase>(?:[Tt]he|[Ii]ts|[Aa]n?|[Oo]ur)\s+(?:[a-zåäö-]+\s+){0,3}?(?!(?:in|of|at|for|from|by|with|to|on|near|and|or)\s)[a-zåäö-]+)\s+"
        rf"(?:called\s+|named\s+)?(?P<name>{NAME})"
    ),
)


def named_of_kind(query: str, text: str) -> str | None:
    """Give the one name that a text gives to a thing of the kind that a question asks for.

    None where the question asks for several or for no kind that is known, and where the text tells
    of none or of several that the question does not name itself.

    >>> named_of_kind("Which project is about eels?", "Alfa funds Eelway, a project about eels.")
    'Eelway'
    >>> named_of_kind("Who is behind Eelway?", "Alfa funds Eelway, a project about eels.")
    """
    kind = _asked_kind(query)
    if kind is None:
        return None
    accepted, asked = accepted_kinds(kind), frozenset(words(query))
    told = {
        name
        for name, phrase in names_told(text)
        if is_asked_kind(kinds_of_phrase(phrase), accepted) and not asked.issuperset(words(name))
    }
    return told.pop() if len(told) == 1 else None


def of_kind_among(query: str, short: str) -> str:
    """Give of names that are joined the one that says to be of the kind asked for; else all.

    >>> of_kind_among("Which incubator is in it?", "Tide University and Ember Incubator")
    'Ember Incubator'
    >>> of_kind_among("Which foundation started it?", "Ada and Bo Alm's Foundation")
    "Ada and Bo Alm's Foundation"
    """
    kind = _asked_kind(query)
    if _OF_TWO_PEOPLE.match(short):
        return short
    names = [name for part in _JOINED.split(short) if (name := _ARTICLE.sub("", part).strip())]
    if kind is None or len(names) == 1:
        return short
    accepted = accepted_kinds(kind)
    fitting = [name for name in names if is_asked_kind(kinds_of_phrase(f"a {name}"), accepted)]
    return fitting[0] if len(fitting) == 1 else short


def _asked_kind(query: str) -> tuple[str, ...] | None:
    """Give the longest kind that a question for one of a kind begins with."""
    opening = _ASKS_KIND.match(query)
    said = words(query[opening.end() :])[:_LONGEST_KIND] if opening else []
    for size in range(len(said), 0, -1):
        kind = kind_words(" ".join(said[:size]))
        if kind in known_kinds():
            return kind if singular(said[size - 1]) == said[size - 1] else None
    return None


def names_told(text: str) -> Iterator[tuple[str, str]]:
    """Give names, each with the phrase by which a text tells what it is."""
    for pattern in _TOLD:
        for found in pattern.finditer(text):
            yield found["name"], found["phrase"]
