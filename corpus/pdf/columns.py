"""The order in which a page is read: columns one after the other, tables line by line.

A gutter is a stretch without text from top to bottom, crossed by few lines such as a headline.
Beside it a page is parted into bands, at crossing lines and where white space goes all the way
across; bands of running text that follow each other are read column by column, all others line by
line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby, pairwise
from statistics import median

from corpus.pdf.layout import Fragment, Line, lines_of, rows_of

# In font sizes: narrower stretches lie between the words of a table or of spaced text.
_NARROWEST_GUTTER = 0.8
# A gutter so near to the edge, as a share of the width, parts off numbers or notes, not a column.
_EDGE = 0.12
# So many of the best gutters are tried; the first that parts columns is taken.
_TRIED = 6
_FEWEST_LINES = 3
# What a column of running text has at least: the share of its width that the median line fills,
# and the characters of that line.
_FULL = 0.6
_FEWEST_CHARACTERS = 16
# Above this share of lines that have one beside them, two columns of short lines are a table.
_MOST_ALIGNED = 0.6
_SAME_BASELINE = 0.35
# In font sizes: white space so high goes between paragraphs, or between the rows of a table.
_WHITE = 0.55
# A step so much larger than a line begins a new paragraph, or a new row of a table.
_WIDE_STEP = 1.3
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class _Gutter:
    """An empty stretch between two edges, and the edges of the whole beside it."""

    left: float
    right: float
    start: float
    end: float

    def is_crossed_by(self, one: Fragment) -> bool:
        return one.left < self.right and one.right > self.left

    def is_right_of(self, one: Fragment) -> bool:
        return one.right <= self.left


class _Kind(Enum):
    """How a band is read; `OPEN` as its neighbours are."""

    COLUMNS = "columns"
    ROWS = "rows"
    OPEN = "open"
    OPEN_LINE = "open line"


@dataclass(slots=True)
class _Band:
    """What stands left and right of a gutter, between two white stretches or crossing lines."""

    left: list[Fragment] = field(default_factory=list)
    right: list[Fragment] = field(default_factory=list)
    crosses: bool = False
    bottom: float = 0.0

    def add(self, row: Sequence[Fragment], gutter: _Gutter) -> None:
        for one in row:
            is_left = self.crosses or gutter.is_right_of(one)
            (self.left if is_left else self.right).append(one)
            self.bottom = max(self.bottom, one.bottom)


def columns_of(fragments: Sequence[Fragment], depth: int = 0) -> Iterator[list[Line]]:
    """Give the lines of each column, in the order in which they are read."""
    if not fragments:
        return
    parted = _parted(fragments) if depth < _DEEPEST else None
    if parted is None:
        yield lines_of(fragments)
        return
    for part in parted:
        yield from columns_of(part, depth + 1)


def _parted(fragments: Sequence[Fragment]) -> list[list[Fragment]] | None:
    """Part what stands beside each other; None where all of it is one column."""
    for gutter in _gutters(fragments):
        bands = _bands(fragments, gutter)
        kinds = [_kind(band, gutter) for band in bands]
        if _Kind.COLUMNS in kinds:
            return _in_order(bands, _settled(kinds))
    return None


def _gutters(fragments: Sequence[Fragment]) -> list[_Gutter]:
    """The empty stretches, first those that fewest fragments cross, wide ones before narrow."""
    left = min(one.left for one in fragments)
    right = max(one.right for one in fragments)
    edge = _EDGE * (right - left)
    narrowest = _NARROWEST_GUTTER * median(one.size for one in fragments)
    steps = sorted([(one.left, 1) for one in fragments] + [(one.right, -1) for one in fragments])
    crossing = 0
    found: list[tuple[int, float, _Gutter]] = []
    for (at, step), (following, _) in pairwise(steps):
        crossing += step
        is_inside = at > left + edge / 2 and following < right - edge / 2
        is_middle = left + edge <= (at + following) / 2 <= right - edge
        if following - at >= narrowest and is_inside and is_middle:
            found.append((crossing, at - following, _Gutter(at, following, left, right)))
    return [gutter for *_, gutter in sorted(found, key=lambda one: one[:2])[:_TRIED]]


def _bands(fragments: Sequence[Fragment], gutter: _Gutter) -> list[_Band]:
    """Part a page at white space and at lines that cross a gutter, which count as left of it."""
    bands: list[_Band] = []
    for row in rows_of(fragments):
        crosses = any(gutter.is_crossed_by(one) for one in row)
        white = row[0].top - bands[-1].bottom if bands else 0.0
        if not bands or crosses != bands[-1].crosses or white > _WHITE * row[0].size:
            bands.append(_Band(crosses=crosses))
        bands[-1].add(row, gutter)
    return bands


def _kind(band: _Band, gutter: _Gutter) -> _Kind:
    if band.crosses:
        return _Kind.ROWS
    left, right = lines_of(band.left), lines_of(band.right)
    if not left or not right:
        return _Kind.OPEN if len(left) + len(right) > 1 else _Kind.OPEN_LINE
    fewest = min(len(left), len(right))
    running = [
        _is_running(left, gutter.left - gutter.start),
        _is_running(right, gutter.end - gutter.right),
    ]
    is_table = _begin_together(left, right) if all(running) else _are_aligned(left, right)
    if is_table:
        # A list beside running text may stand on the same lines by chance.
        return _Kind.OPEN if any(running) and not all(running) else _Kind.ROWS
    return _Kind.COLUMNS if fewest >= _FEWEST_LINES else _Kind.OPEN


def _settled(kinds: Sequence[_Kind]) -> list[bool]:
    """Say of each band whether it is read by columns, open ones as what is settled around them."""
    runs = [(kind, len(list(run))) for kind, run in groupby(kinds, key=_open_as_one)]
    settled: list[bool] = []
    for at, (kind, length) in enumerate(runs):
        above = runs[at - 1][0] if at else None
        below = runs[at + 1][0] if at + 1 < len(runs) else None
        if kind is not None:
            settled += [kind is _Kind.COLUMNS] * length
            continue
        beside = {_Kind.COLUMNS} & {above, below}
        mine = [bool(beside)] * length
        if below is _Kind.ROWS and kinds[len(settled) + length - 1] is _Kind.OPEN_LINE:
            mine[-1] = False  # the heading of what follows
        settled += mine
    return settled


def _open_as_one(kind: _Kind) -> _Kind | None:
    return kind if kind in (_Kind.COLUMNS, _Kind.ROWS) else None


def _in_order(bands: Sequence[_Band], by_columns: Sequence[bool]) -> list[list[Fragment]]:
    """Join bands that are read alike: columns one after the other, the rest as a whole."""
    parts: list[list[Fragment]] = []
    for is_columns, run in groupby(zip(by_columns, bands, strict=True), key=lambda one: one[0]):
        joined = [band for _, band in run]
        left = [one for band in joined for one in band.left]
        right = [one for band in joined for one in band.right]
        parts += [left, right] if is_columns else [[*left, *right]]
    return parts


def _is_running(lines: Sequence[Line], width: float) -> bool:
    """Whether lines fill a column's width, as running text does."""
    full = median((line.end - line.start) / width for line in lines) if width > 0 else 0.0
    return full >= _FULL and median(len(line.text) for line in lines) >= _FEWEST_CHARACTERS


def _are_aligned(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether most of the shorter side's lines have one beside them on the other."""
    fewer, more = sorted((left, right), key=len)
    return sum(_has_beside(line, more) for line in fewer) > _MOST_ALIGNED * len(fewer)


def _has_beside(line: Line, others: Sequence[Line]) -> bool:
    return any(abs(line.bottom - other.bottom) < _SAME_BASELINE * line.size for other in others)


def _begin_together(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the paragraphs of both sides begin on the same lines: the rows of a table do."""
    starts = [_starts(left), _starts(right)]
    fewer, more = sorted(starts, key=len)
    if len(fewer) < _FEWEST_LINES:
        return False
    beside = sum(_has_beside(line, more) for line in fewer)
    return beside > _MOST_ALIGNED * len(more)


def _starts(lines: Sequence[Line]) -> list[Line]:
    """The first line, and those that stand further below the one above than usual."""
    steps = [below.top - above.top for above, below in pairwise(lines)]
    usual = min(steps, default=0.0)
    return [lines[0]] + [
        below
        for (_, below), step in zip(pairwise(lines), steps, strict=True)
        if step > _WIDE_STEP * max(usual, below.size)
    ]
