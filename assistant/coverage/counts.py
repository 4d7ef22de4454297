"""How many a named thing has: a list of the documents' own is counted, item by item.

A number that the documents state is better and found as any other fact; this is for where they
only name them all: "Co-founders are A, B and C", or a list under "Supporting partners".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.coverage.scoring import INVOLVED, LIGHT, with_alike
from assistant.entities.kinds import singular
from assistant.entities.names import NAME, holds, joined_words
from assistant.evidence.enumeration import enumerated
from assistant.evidence.number_words import NUMBERS
from assistant.evidence.statements import Statement, StatementKind, statements_of
from assistant.question.terms import terms, words
from index.passage import Passage, ScoredPassage

_HOW_MANY = re.compile(r"\b(?:how many|number of|hur många)\s+(?P<what>.+)$", re.I)
# "The savings bank Quay", but not "the people who joined Quay".
_ITEM = (
    r"(?:(?:the|an?|den|det)\s+(?:(?!(?:who|that|which|with|in|at|from|by|for|to|is|are|was|has|and)\b)"
    rf"[a-zåäö-]+\s+){{0,3}})?{NAME}"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_LIST = re.compile(rf"{_ITEM}(?:,\s+{_ITEM})*,?\s+(?:and|och|&)\s+{_ITEM}")
_COMMA = re.compile(r",\s+(?:and\s+|och\s+)?")
_AND = re.compile(r"\s+(?:and|och|&)\s+(?=(?:the\s|an?\s)?(?:[a-zåäö-]+\s+){0,3}[A-ZÅÄÖ])")
# "X, together with partners A and B": X is one of them.
_TOGETHER = re.compile(rf"{NAME},?\s+(?:together|jointly|along)\s+with\s+(?:[a-zåäö-]+\s+){{0,4}}$")
_BARE = re.compile(
    rf"\b(?:is|are|was|were|have|has)\s+(?:now\s+)?(?:\d+|{'|'.join(NUMBERS)})(?=[:;]|\.?\s*$|\.\s)",
    re.I,
)
_ROW = " | "
_FEWEST = 2
_BY = re.compile(r"\b(?:by|av)(?:\s+(?:the|both))?$", re.I)
_DOING = ("ed", "ing")
# These say nothing of what is counted.
_ANY = frozenset(
    words("""
    organisation organisations organization organizations company companies party parties bodies
    actors different have has got get there altogether total exactly currently are were does did do
    name named list listed count
    """)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A list that names all, and how many it names."""

    statement: Statement
    number: int


def is_count(query: str) -> bool:
    """Whether a question asks how many there are."""
    return _HOW_MANY.search(query) is not None


def holds_bare_number(text: str) -> bool:
    """Whether a text holds a number of nothing that it names: "At present there are five: ...".

    >>> holds_bare_number("There are five: a, b."), holds_bare_number("There are five groups.")
    (True, False)
    """
    return _BARE.search(text) is not None


def states_number(query: str, named: Sequence[tuple[str, ...]], quotes: Sequence[str]) -> bool:
    """Whether quotes hold a number and what is counted: "100 members", asked for members.

    >>> states_number("How many founders has Alfa?", [("alfa",)], ["Alfa has 100 members."])
    False
    """
    text = " ".join(quotes)
    what = _counted_terms(query, named)
    # "One person" counts no supporting partners.
    has_number = any(part.isdecimal() or NUMBERS.get(part, 0) > 1 for part in words(text))
    return has_number and set(what) <= with_alike(what, set(terms(text)))


def _counted_terms(query: str, named: Sequence[tuple[str, ...]]) -> list[str]:
    """Give the terms of what is counted, without names and what says little."""
    asked = _HOW_MANY.search(query)
    text = joined_words(asked["what"]) if asked else ""
    for form in sorted(named, key=len, reverse=True):
        text = text.replace(f" {' '.join(form)} ", " ")
    said = " ".join(word for word in text.split() if word not in _ANY)
    return [term for term in terms(said) if term not in LIGHT]


def count_listed(
    query: str, named: Sequence[tuple[str, ...]], found: Sequence[ScoredPassage]
) -> Counted | None:
    """Count the items of the list that says of a named thing what is asked; None without one.

    Args:
        query: The question.
        named: Forms of what it names, as folded words; without any nothing is counted.
        found: The passages found, best first.
    """
    what = _counted_terms(query, named)
    if not what or not named:
        return None
    for scored in found:
        passage = scored.passage
        for statement in statements_of(passage):
            for listed in _lists_in(statement):
                context = joined_words(f"{passage.context} {listed.before} {listed.after}")
                is_of_it = any(holds(context, form) for form in named)
                is_in_it = any(holds(joined_words(listed.text), form) for form in named)
                if is_of_it and not is_in_it and _is_of_what(query, what, listed, passage, named):
                    return Counted(statement=statement, number=listed.number)
    return None


def _is_of_what(
    query: str,
    what: Sequence[str],
    listed: "_Listed",
    passage: Passage,
    named: Sequence[tuple[str, ...]],
) -> bool:
    # "A, B and C collaborate in X" says who is behind X.
    is_tied = any(holds(joined_words(listed.after), form) for form in named)
    head = set(terms(_head(query)))
    needed = [term for term in what if term in head or term not in INVOLVED]
    lead = f"{passage.heading or ''} {listed.before}"
    is_said = bool(needed) and set(needed) <= with_alike(needed, set(terms(lead)))
    if is_tied and INVOLVED.issuperset(what):
        return True
    return is_said and _lists_what(query, what, listed, passage, is_tied=is_tied)


def _lists_what(
    query: str, what: Sequence[str], listed: "_Listed", passage: Passage, *, is_tied: bool
) -> bool:
    """Whether the noun or deed that a list enumerates is what was asked for."""
    # A sentence that opens with its list tells it of what it goes on to name.
    heading = (passage.heading or "").split(" > ")[-1] if listed.is_whole or is_tied else ""
    told = enumerated(listed.before, heading, listed.number)
    is_done = _BY.search(listed.before.rstrip(" :")) is not None
    kept = [word for word in words(told) if is_done or not word.endswith(_DOING)]
    head = _head(query)
    asked = [term for term in what if term in terms(head)] or list(what)
    if head in _ANY:
        kept = words(told)
    return set(asked) <= with_alike(asked, set(terms(" ".join(kept))))


def _head(query: str) -> str:
    """Give the folded noun that is counted: the first in the plural."""
    asked = _HOW_MANY.search(query)
    said = words(asked["what"]) if asked else []
    return next((word for word in said if singular(word) != word), said[0] if said else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    before: str
    number: int
    text: str = ""
    after: str = ""
    is_whole: bool = False


def _items(listed: str) -> list[str]:
    """Part a list at its commas and the first "and" behind them; a later one is within a name."""
    *before, last = _COMMA.split(listed)
    # After ", and" comes the last item, whole.
    ends = [last] if re.search(r",\s+(?:and|och)\s+", listed) else _AND.split(last, maxsplit=1)
    return [each for each in (*before, *ends) if each.strip()]


def _lists_in(statement: Statement) -> Iterator[_Listed]:
    """Give the enumerations of a statement, each with the text that leads to it."""
    if statement.kind is StatementKind.SENTENCE:
        text = _BRACKETS.sub("", statement.text)
        for found in _LIST.finditer(text):
            items = _items(found.group())
            before = text[: found.start()]
            also = _TOGETHER.search(before) is not None
            if len(items) >= _FEWEST:
                yield _Listed(
                    before=before,
                    number=len(items) + also,
                    text=found.group(),
                    after=text[found.end() :],
                )
        return
    rows = [item.text for item in statement.items]
    if len(rows) == 1 and _ROW in rows[0]:
        rows = [cell for cell in rows[0].split(_ROW) if words(cell)]
    if len(rows) >= _FEWEST:
        yield _Listed(before=statement.lead_in, number=len(rows), is_whole=True)
