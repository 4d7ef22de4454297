"""How many a named thing has: a list of the documents' own is counted, item by item.

A number that the documents state is better and found as any other fact; this is for where they
only name them all: "Co-founders are A, B and C", or a list under "Supporting partners".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.coverage.scoring import INVOLVED, LIGHT, with_alike
from assistant.entities.names import NAME, holds, joined_words
from assistant.evidence.number_words import NUMBERS
from assistant.evidence.statements import Statement, StatementKind, statements_of
from assistant.question.terms import terms, words
from index.passage import ScoredPassage

_HOW_MANY = re.compile(r"\b(?:how many|number of|hur många)\s+(?P<what>.+)$", re.I)
_ITEM = rf"(?:the\s+|den\s+|det\s+)?{NAME}"
_LIST = re.compile(rf"{_ITEM}(?:,\s+{_ITEM})*,?\s+(?:and|och|&)\s+{_ITEM}")
_COMMA = re.compile(r",\s+(?:and\s+|och\s+)?")
_AND = re.compile(r"\s+(?:and|och|&)\s+(?=(?:the\s+)?[A-ZÅÄÖ])")
# "X, together with partners A and B": X is one of them.
_TOGETHER = re.compile(rf"{NAME},?\s+(?:together|jointly|along)\s+with\s+(?:[a-zåäö-]+\s+){{0,4}}$")
_ROW = " | "
_FEWEST = 2
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


def states_number(query: str, named: Sequence[tuple[str, ...]], quotes: Sequence[str]) -> bool:
    """Whether quotes hold a number and what is counted: "100 members", asked for members.

    >>> states_number("How many founders has Alfa?", [("alfa",)], ["Alfa has 100 members."])
    False
    """
    text = " ".join(quotes)
    what = _counted_terms(query, named)
    has_number = any(part.isdecimal() or part in NUMBERS for part in words(text))
    return has_number and set(what) <= with_alike(what, set(terms(text)))


def _counted_terms(query: str, named: Sequence[tuple[str, ...]]) -> list[str]:
    """Give the terms of what is counted, without names and what says little."""
    asked = _HOW_MANY.search(query)
    names = {term for form in named for term in terms(" ".join(form))}
    said = " ".join(word for word in words(asked["what"]) if word not in _ANY) if asked else ""
    return [term for term in terms(said) if term not in names | LIGHT]


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
        context = joined_words(f"{passage.context} {passage.text}")
        if not any(holds(context, form) for form in named):
            continue
        for statement in statements_of(passage):
            for counted in _lists_in(statement):
                lead = f"{passage.heading or ''} {statement.lead_in} {counted.before}"
                is_said = set(what) <= with_alike(what, set(terms(lead)))
                # "A, B and C collaborate in X" says who is behind X.
                is_tied = INVOLVED.issuperset(what) and any(
                    holds(joined_words(counted.after), form) for form in named
                )
                if is_said or is_tied:
                    return Counted(statement=statement, number=counted.number)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    before: str
    number: int
    after: str = ""


def _items(listed: str) -> list[str]:
    """Part a list at its commas and the first "and" behind them; a later one is within a name."""
    *before, last = _COMMA.split(listed)
    # After ", and" comes the last item, whole.
    ends = [last] if re.search(r",\s+(?:and|och)\s+", listed) else _AND.split(last, maxsplit=1)
    return [each for each in (*before, *ends) if each.strip()]


def _lists_in(statement: Statement) -> Iterator[_Listed]:
    """Give the enumerations of a statement, each with the text that leads to it."""
    if statement.kind is StatementKind.SENTENCE:
        for found in _LIST.finditer(statement.text):
            items = _items(found.group())
            before = statement.text[: found.start()]
            also = _TOGETHER.search(before) is not None
            if len(items) >= _FEWEST:
                after = statement.text[found.end() :]
                yield _Listed(before=before, number=len(items) + also, after=after)
        return
    rows = [item.text for item in statement.items]
    if len(rows) == 1 and _ROW in rows[0]:
        rows = [cell for cell in rows[0].split(_ROW) if words(cell)]
    if len(rows) >= _FEWEST:
        yield _Listed(before="", number=len(rows))
