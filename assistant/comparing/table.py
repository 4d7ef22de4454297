"""Comparisons: a table with a row for each property, a column for each thing, a quote in each cell.

Each thing is looked up by itself, so that what is written about one does not crowd out the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.citations import Draft, Part, StoredDocuments
from assistant.comparing.cells import Cell, cell_of
from assistant.comparing.comparison import Comparison
from assistant.comparing.descriptions import description
from assistant.comparing.in_common import common_rows
from assistant.comparing.known_properties import COST, FOUNDED, FUNDING, PLACE, SIZES, Property
from assistant.comparing.things import Thing, shown_name, thing_of
from assistant.comparing.verdict import Verdict, in_common, verdict_of
from assistant.composing.research import Research
from assistant.composing.wording import escape_markdown

_DEFAULT = (PLACE, FOUNDED, *SIZES[:2], FUNDING, COST)
_VERY_SURE = 0.6
_NOT_STATED = "not stated"
_WHAT = "What it is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the table: its name, and a cell for each thing."""

    label: str
    cells: tuple[Cell | None, ...]


def compare(comparison: Comparison, research: Research, documents: StoredDocuments) -> Draft | None:
    """Give the table, and the verdict where one is asked for; None when nothing is known of one.

    Args:
        comparison: What is compared, and in what.
        research: Looks things up.
        documents: What is quoted from.
    """
    things = [thing_of(name, comparison.asked, research, documents) for name in comparison.things]
    has_own = all(thing.entity.document_id for thing in things)
    if not all(thing.is_known for thing in things) or (comparison.may_be_one and not has_own):
        return None
    rows = _rows(comparison, things, research, documents)
    verdict = None
    if comparison.is_common:
        shared = common_rows(things, comparison, rows[0].cells, documents)
        rows += [Row(label=each.label, cells=each.cells) for each in shared if each.is_new]
        verdict = in_common([each.label for each in shared])
    if not any(cell for row in rows for cell in row.cells):
        return None
    names = [shown_name(thing) for thing in things]
    return _draft(things, rows, verdict or verdict_of(comparison, names, rows[0].cells))


def _rows(
    comparison: Comparison,
    things: Sequence[Thing],
    research: Research,
    documents: StoredDocuments,
) -> list[Row]:
    if comparison.measure or comparison.asked == SIZES:
        return [_measured(comparison, things, research, documents)]
    asked = [_row(each, things, research, documents) for each in comparison.asked]
    if not comparison.asked:
        opening = Row(label=_WHAT, cells=tuple(description(thing, documents) for thing in things))
        asked.append(opening)
    if not comparison.asked and not comparison.is_common:
        # What nobody asked for must be sure to be worth a row.
        more = (_row(each, things, research, documents) for each in _DEFAULT)
        asked += [row for row in more if _is_very_sure(row)]
    return asked


def _is_very_sure(row: Row) -> bool:
    return all(cell is not None and cell.probability >= _VERY_SURE for cell in row.cells)


def _measured(
    comparison: Comparison,
    things: Sequence[Thing],
    research: Research,
    documents: StoredDocuments,
) -> Row:
    """Measure in the first way in which all are measured; else in the one told most often."""
    best: Row | None = None
    for asked in comparison.asked:
        row = _row(asked, things, research, documents)
        told = [cell for cell in row.cells if cell and cell.value]
        if len(told) == len(things):
            return row
        if best is None or len(told) > len([cell for cell in best.cells if cell and cell.value]):
            best = row
    return best or Row(label="", cells=())


def _row(
    asked: Property, things: Sequence[Thing], research: Research, documents: StoredDocuments
) -> Row:
    cells = tuple(cell_of(asked, thing, research, documents) for thing in things)
    return Row(label=asked.label, cells=cells)


@dataclass(slots=True)
class _Sheet:
    """A layout as it grows, and its parts."""

    parts: list[Part] = field(default_factory=list)
    layout: list[str | int] = field(default_factory=list)

    def write(self, *pieces: str | Part) -> None:
        for piece in pieces:
            if isinstance(piece, str):
                self.layout.append(piece)
            else:
                self.layout.append(len(self.parts))
                self.parts.append(piece)


def _draft(things: Sequence[Thing], rows: Sequence[Row], verdict: Verdict | None) -> Draft:
    sheet = _Sheet()
    if verdict:
        sheet.write(*verdict.pieces, "\n\n")
    names = [escape_markdown(shown_name(thing)) for thing in things]
    sheet.write(f"| | {' | '.join(names)} |\n|{'---|' * (len(names) + 1)}")
    for row in rows:
        sheet.write(f"\n| {escape_markdown(row.label)} |")
        for cell in row.cells:
            sheet.write(" ")
            for at, part in enumerate(cell.parts if cell else ()):
                sheet.write(*([" "] if at else []), part)
            sheet.write(" |" if cell else f"{_NOT_STATED} |")
    return Draft(
        parts=tuple(sheet.parts),
        short_answer=verdict.short if verdict else None,
        layout=tuple(sheet.layout),
    )
