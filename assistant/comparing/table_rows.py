"""What a table tells of a thing: the number where its row and the column asked for meet."""

import re
from collections.abc import Iterator

from assistant.citations import Part, Quoted
from assistant.comparing.known_properties import Property
from assistant.comparing.things import Thing, is_own
from assistant.comparing.values import Told
from assistant.composing.research import Research
from assistant.composing.wording import escape_markdown
from assistant.evidence.statements import Item, Statement, StatementKind, statements_of
from assistant.evidence.values import numbers_in
from assistant.question.terms import terms, words

_TOP_K = 40
_BEGAN = re.compile(
    r"^(?:started|founded|since|opened|established|year founded|founding year)$", re.I
)
_GONE = re.compile(r"\b(?:left|former|earlier|closed|gone|bankrupt|since)\b", re.I)
_NUMBER = re.compile(r"^\d[\d,. ]*$")


def told_in_row(asked: Property, thing: Thing, research: Research) -> tuple[Part, Told] | None:
    """Find the number that a table tells of a thing, with the row that proves it."""
    if not asked.is_founding and not asked.question.startswith("How many"):
        return None
    # What a table tells of many things is far from the name of each.
    for scored in (*thing.found, *research.find(f"{thing.name} {asked.label}", _TOP_K)):
        for statement in statements_of(scored.passage):
            if statement.kind is not StatementKind.TABLE or len(statement.items) <= 1:
                continue
            rows = (*_told(asked, thing, statement), *_labelled(asked, thing, statement))
            for row, header, value in rows:
                return _part(statement, row, header, value), _value(asked, value)
    return None


def _told(asked: Property, thing: Thing, statement: Statement) -> Iterator[tuple[Item, str, str]]:
    """Give the rows that begin with the thing's name, with the column asked for."""
    headers = _split(statement.items[0].text)
    at = next((place for place, each in enumerate(headers) if _is_asked(asked, each)), None)
    if at is None:
        return
    for row in statement.items[1:]:
        cells = _split(row.text)
        is_its = tuple(words(cells[0])) in thing.entity.forms
        if is_its and len(cells) == len(headers) and _NUMBER.match(cells[at]):
            yield row, headers[at], cells[at]


def _labelled(
    asked: Property, thing: Thing, statement: Statement
) -> Iterator[tuple[Item, str, str]]:
    """Give the rows of the thing's own table that a label names: "Companies in the park | 28"."""
    if asked.is_founding or not is_own(thing, statement):
        return
    for row in statement.items:
        label, *values = _split(row.text)
        is_asked = set(terms(label.split(" ")[0])) == set(terms(asked.label))
        if is_asked and len(values) == 1 and _NUMBER.match(values[0]) and not _GONE.search(label):
            yield row, label, values[0]


def _split(row: str) -> list[str]:
    # The corner above the names may be empty.
    return [each.strip() for each in row.strip().rstrip("| ").split("|")]


def _is_asked(asked: Property, header: str) -> bool:
    if asked.is_founding:
        return bool(_BEGAN.match(header))
    # "Companies or members, Dec 2022" counts either; "doctoral students" are not all students.
    kinds = (set(terms(each)) for each in re.split(r"\s+or\s+", header.split(",")[0]))
    return set(terms(asked.label)) in kinds


def _value(asked: Property, value: str) -> Told:
    found = numbers_in(value, 0, len(value))
    number = float(re.sub(r"[^\d.]", "", value)) if found is None else found.low
    scale = "year" if asked.is_founding else " ".join(terms(asked.label))
    high = number + 1 - 1 / 366 if asked.is_founding else number
    return Told(low=number, high=high, scale=scale, said=value)


def _part(statement: Statement, row: Item, header: str, value: str) -> Part:
    quoted = Quoted(passage=statement.passage, start=row.start, end=row.end, score=1.0)
    return Part(text=escape_markdown(f"{header}: {value}"), quoted=quoted)
