"""What things have in common: names that the documents bring together with each of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.citations import StoredDocuments
from assistant.comparing.cells import Cell
from assistant.comparing.comparison import Comparison
from assistant.comparing.names import NAME
from assistant.comparing.things import Thing
from assistant.comparing.wording import part_of
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Item, Statement, statements_of
from assistant.evidence.subjects import is_about
from assistant.question.grammar import MONTHS
from assistant.question.named import mentions
from assistant.question.terms import words
from index.fulltext import STOP_WORDS

_NAME = re.compile(NAME)
# "Alfa in Elvan Park" are two names.
_IN = re.compile(r"(?<=\w)\s+(?:in|at)\s+(?=(?:the\s+)?[A-ZÅÄÖ])")
# So many rows are read at a glance.
_MAX_ROWS = 5
_MONTHS = frozenset(MONTHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonRow:
    """A name, the statement about each thing that holds it, and whether that is not shown yet."""

    label: str
    cells: tuple[Cell | None, ...]
    is_new: bool


def common_rows(
    things: Sequence[Thing],
    comparison: Comparison,
    shown: Sequence[Cell | None],
    documents: StoredDocuments,
) -> tuple[CommonRow, ...]:
    """Give a row for each name that is told of all things, the longest names first.

    Args:
        things: What is compared.
        comparison: What is asked; where a property is, its cells come first.
        shown: The cells of that property.
        documents: What is quoted from.
    """
    own = [form for thing in things for form in thing.entity.forms]
    if comparison.asked:
        texts = [cell.parts[0].text if cell else "" for cell in shown]
        folded = [{tuple(words(name)): name for name in _names(text)} for text in texts]
        same = _shared(folded, own)
        if same:
            return tuple(
                CommonRow(label=folded[0][name], cells=tuple(shown), is_new=False) for name in same
            )
    told = [_named_with(thing) for thing in things]
    return tuple(
        CommonRow(
            label=told[0][name].written,
            cells=tuple(_cell(each[name], documents) for each in told),
            is_new=True,
        )
        for name in _shared(told, own)
    )


def _shared(
    told: Sequence[Mapping[tuple[str, ...], object]], own: Sequence[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """Give the names that all hold and that name none of the things, each within no other."""
    kept: list[tuple[str, ...]] = []
    every = [name for name in told[0] if all(name in each for each in told[1:])]
    for name in sorted(every, key=lambda each: -len(each)):
        if any(set(name) <= set(other) for other in (*own, *kept)):
            continue
        kept.append(name)
    return kept[:_MAX_ROWS]


@dataclass(frozen=True, slots=True)
class _Told:
    written: str
    statement: Statement


def _named_with(thing: Thing) -> dict[tuple[str, ...], _Told]:
    """Give the names in statements about a thing, by their folded words."""
    told: dict[tuple[str, ...], _Told] = {}
    for scored in thing.found:
        for statement in statements_of(scored.passage):
            if not is_about(thing.entity, statement):
                continue
            for text in _texts(statement, thing):
                for name in _names(text):
                    told.setdefault(tuple(words(name)), _Told(name, statement))
    return told


def _texts(statement: Statement, thing: Thing) -> Iterator[str]:
    """Give the sentence, or a list's items where they are told of the thing."""
    if not statement.items:
        yield statement.text
        return
    items: list[Item] = [each for each in statement.items if mentions(thing.entity, each.text)]
    # A list that names the thing among others tells nothing of it but that it is one of them.
    if not items:
        yield from (item.text for item in statement.items)


def _names(text: str) -> Iterator[str]:
    for found in _NAME.finditer(_IN.sub(", ", text)):
        name = re.sub(r"^(?:the|The)\s+", "", found.group()).strip(".,'’")
        folded = words(name)
        begins = found.start() == 0 or _IN.sub(", ", text)[: found.start()].rstrip()[-1:] in {
            ".",
            ":",
            "-",
        }
        is_plain = len(folded) == 1 and (begins or folded[0] in _MONTHS)
        if folded and not is_plain and not set(folded) <= STOP_WORDS and not name[0].isdecimal():
            yield name


def _cell(told: _Told, documents: StoredDocuments) -> Cell:
    candidate = Candidate(statement=told.statement, spans=(), features={}, probability=1.0)
    return Cell(parts=(part_of(candidate, documents),), probability=1.0)
