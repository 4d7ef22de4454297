"""Rows of cells: found by lines whose words stand below each other, wrapped cells put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.pdf.layout import Fragment, Line
from corpus.pdf.marks import is_marker

# In font sizes: cells below each other begin, or end, within this.
_ALIGNED = 0.6
# A step so much larger than the smallest one of a table parts its rows.
_WIDE_STEP = 1.25
_FEWEST_ROWS = 2
# So many cells in two lines are no chance.
_SURELY_CELLS = 3
# Figures set so much larger than what is below them are the names' numbers.
_LARGE = 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table: its cells from left to right, some perhaps ""; `line` is its first."""

    cells: tuple[str, ...]
    line: Line


def with_rows(lines: Sequence[Line]) -> list[Line | Row]:
    """Replace the lines of tables by their rows; all other lines stay as they are."""
    found: list[Line | Row] = []
    at = 0
    while at < len(lines):
        end = _table_end(lines, at)
        if end is None:
            found.append(lines[at])
            at += 1
        else:
            found += _key_figures(lines[at:end]) or _rows(lines[at:end])
            at = end
    return found


def _table_end(lines: Sequence[Line], start: int) -> int | None:
    """One past the last line of a table that begins at a line; None where none does."""
    if not _has_cells(lines[start]):
        return None
    rows, end = [lines[start]], start + 1
    while end < len(lines):
        line = lines[end]
        if line.top - lines[end - 1].bottom > 2.5 * line.size:
            break
        if _has_cells(line):
            if not any(_are_aligned(row, line) for row in rows[-3:]):
                break
            rows.append(line)
        elif not _is_wrapped_cell(line, rows[-1], lines[end - 1]):
            break
        end += 1
    return end if len(rows) >= _FEWEST_ROWS else None


def _cells(line: Line) -> Sequence[Fragment]:
    """The fragments of a line without a marker before them."""
    parts = line.fragments
    return parts[1:] if len(parts) > 1 and is_marker(parts[0].text) else parts


def _has_cells(line: Line) -> bool:
    return len(_cells(line)) > 1


def _are_aligned(above: Line, below: Line) -> bool:
    """Whether a cell beyond the first stands below another one."""
    near = _ALIGNED * max(above.size, below.size)
    if len(above.fragments) == len(below.fragments) >= _SURELY_CELLS:
        return True  # names of columns may stand left above numbers that stand right
    return any(
        abs(one.left - other.left) < near
        or abs(one.left + one.right - other.left - other.right) < near
        # The last words of all lines that fill a column end below each other.
        or (abs(one.right - other.right) < near and _has_digit(one) and _has_digit(other))
        for one in above.fragments[1:]
        for other in below.fragments[1:]
    )


def _has_digit(cell: Fragment) -> bool:
    return any(character.isdigit() for character in cell.text)


def _is_wrapped_cell(line: Line, row: Line, above: Line) -> bool:
    """Whether a line of one fragment goes on with a cell of the row above."""
    if line.top - above.bottom > 0.6 * line.size or abs(line.size - above.size) > 0.1 * line.size:
        return False
    near = _ALIGNED * line.size
    starts = [cell.left for cell in row.fragments]
    at = next((i for i, left in enumerate(starts) if abs(left - line.start) < near), None)
    if at is None:
        return False
    return at == len(starts) - 1 or line.end < starts[at + 1] - near / 2


def _rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Put the lines of a table into rows, and the parts of wrapped cells together."""
    columns = _columns(lines)
    starts = _row_starts(lines)
    for start, end in pairwise([*starts, len(lines)]):
        cells: list[list[str]] = [[] for _ in columns]
        for line in lines[start:end]:
            for cell in line.fragments:
                cells[_column_of(cell, columns)].append(cell.text)
        # The cells may hold hyphens at line ends, which are not undone: cells break anywhere.
        yield Row(cells=tuple(" ".join(parts) for parts in cells), line=lines[start])


def _key_figures(lines: Sequence[Line]) -> list[Row]:
    """Rows of large figures, each with what stands below it; none where a table is another."""
    first, *rest = lines
    figures = first.fragments
    if not rest or any(line.size * _LARGE > first.size for line in rest):
        return []
    if not all(_has_digit(figure) for figure in figures):
        return []
    columns = [(figure.left, figure.right) for figure in figures]
    words: list[list[str]] = [[] for _ in figures]
    for line in rest:
        for cell in line.fragments:
            # Names are wider than figures, so the nearest one is theirs.
            nearest = min(range(len(columns)), key=lambda at: _distance(cell, columns[at]))
            words[nearest].append(cell.text)
    return [
        Row(cells=(" ".join((figure.text, *words[at])),), line=first)
        for at, figure in enumerate(figures)
    ]


def _distance(cell: Fragment, edges: tuple[float, float]) -> float:
    """How far apart two stretches begin, or have their middles."""
    middles = abs(cell.left + cell.right - edges[0] - edges[1]) / 2
    return min(abs(cell.left - edges[0]), middles)


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The edges of a table's columns, as the rows with most cells have them."""
    most = max(len(line.fragments) for line in lines)
    whole = [line.fragments for line in lines if len(line.fragments) == most]
    columns = [
        (min(cell.left for cell in column), max(cell.right for cell in column))
        for column in zip(*whole, strict=True)
    ]
    if all(one[1] <= other[0] for one, other in pairwise(columns)):
        return columns
    return _overlapping(whole)


def _overlapping(rows: Sequence[Sequence[Fragment]]) -> list[tuple[float, float]]:
    """The edges of columns in rows that leave different cells out: what overlaps is one column."""
    columns: list[tuple[float, float]] = []
    for cell in (cell for row in rows for cell in row):
        over = [at for at, edges in enumerate(columns) if _overlap(cell, edges) > 0]
        if not over:
            columns.append((cell.left, cell.right))
        elif len(over) == 1:
            left, right = columns[over[0]]
            columns[over[0]] = (min(left, cell.left), max(right, cell.right))
    return sorted(columns)


def _overlap(cell: Fragment, edges: tuple[float, float]) -> float:
    return min(cell.right, edges[1]) - max(cell.left, edges[0])


def _column_of(cell: Fragment, columns: Sequence[tuple[float, float]]) -> int:
    """The first column that a cell stands in, be it over several, else the nearest."""
    over = (at for at, edges in enumerate(columns) if _overlap(cell, edges) > 0)
    nearest = min(range(len(columns)), key=lambda at: _distance(cell, columns[at]))
    return next(over, nearest)


def _row_starts(lines: Sequence[Line]) -> list[int]:
    """Where rows begin: after wide steps where cells are wrapped, else at each first cell."""
    steps = [below.top - above.top for above, below in pairwise(lines)]
    limit = _WIDE_STEP * min(steps, default=0.0)
    wide = [at for at, step in enumerate(steps, 1) if step > limit]
    tight = [at for at, step in enumerate(steps, 1) if step <= limit]
    first = min(line.start for line in lines) + _ALIGNED * lines[0].size
    going_on = [at for at in tight if lines[at].start > first or lines[at].text[0].islower()]
    if wide and 2 * len(going_on) >= len(tight):
        return [0, *wide]
    return [0, *(at for at in range(1, len(lines)) if lines[at].start <= first)]
