"""What stands where on a page: fragments as the file gives them, and the lines they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

# Two stretches are on one line when they share at least this much of the lower one's height.
_SHARED_HEIGHT = 0.5
# The gaps of a line that is spread out to fill its column differ by less than this.
_UNEVEN = 1.5
# In font sizes: so near to a column's edge a line begins or ends at it.
_AT_EDGE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """Words that stand together on one line, without a wide gap between them.

    Lengths are in points (1/72 inch), counted from the page's left edge and from its top.
    `size` is the font's, `bold` whether all of it is, `gap` the widest between two of its words.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    gap: float = 0.0

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Fragments on one line, from left to right; `left` and `right` are those of its column."""

    fragments: tuple[Fragment, ...]
    left: float
    right: float

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(fragment.text for fragment in self.fragments)

    @property
    def start(self) -> float:
        """Where its words begin."""
        return self.fragments[0].left

    @property
    def end(self) -> float:
        """Where its words end."""
        return self.fragments[-1].right

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(fragment.top for fragment in self.fragments)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(fragment.bottom for fragment in self.fragments)

    @property
    def size(self) -> float:
        """The font size of most of it."""
        return max(self.fragments, key=lambda fragment: len(fragment.text)).size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(fragment.bold for fragment in self.fragments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one page shows; `number` counts from 1.

    `is_picture` where there is no text on it but a picture, as when paper was scanned.
    """

    number: int
    width: float
    height: float
    fragments: tuple[Fragment, ...]
    is_picture: bool = False


def are_beside(one: Fragment, other: Fragment) -> bool:
    """Whether two fragments stand on one line."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    lower = min(one.bottom - one.top, other.bottom - other.top)
    return shared > _SHARED_HEIGHT * lower


def rows_of(fragments: Iterable[Fragment]) -> list[list[Fragment]]:
    """Group fragments by the line they stand on, from the top down and from left to right."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda one: (one.top + one.bottom) / 2):
        # A high letter may reach over more than one line, so the nearest few are looked at.
        row = next((row for row in rows[-3:][::-1] if are_beside(row[0], fragment)), None)
        if row is None:
            rows.append([fragment])
        else:
            row.append(fragment)
    for row in rows:
        row.sort(key=lambda one: one.left)
    return rows


def lines_of(fragments: Sequence[Fragment]) -> list[Line]:
    """Make the lines of one column."""
    left = min((one.left for one in fragments), default=0.0)
    right = max((one.right for one in fragments), default=0.0)
    return [
        Line(fragments=tuple(_spaced_out(row, left, right)), left=left, right=right)
        for row in rows_of(fragments)
    ]


def _spaced_out(row: list[Fragment], left: float, right: float) -> list[Fragment]:
    """Put the words of a line together whose gaps are all wide, since it fills its column."""
    gaps = [after.left - before.right for before, after in pairwise(row)]
    usual = max(one.gap for one in row)
    if usual:
        limit = _UNEVEN * usual
    else:
        near = _AT_EDGE * row[0].size
        is_full = row[0].left - left < near and right - row[-1].right < near
        limit = _UNEVEN * min(gaps) if is_full and len(gaps) > 1 else 0.0
    joined = row[:1]
    for fragment, gap in zip(row[1:], gaps, strict=True):
        if gap < limit:
            joined[-1] = _joined(joined[-1], fragment, gap)
        else:
            joined.append(fragment)
    return joined


def _joined(one: Fragment, other: Fragment, gap: float) -> Fragment:
    return Fragment(
        text=f"{one.text} {other.text}",
        left=one.left,
        right=other.right,
        top=min(one.top, other.top),
        bottom=max(one.bottom, other.bottom),
        size=max(one.size, other.size),
        bold=one.bold and other.bold,
        gap=max(one.gap, other.gap, gap),
    )


def pitch_of(lines: Sequence[Line]) -> float:
    """The usual distance from the top of a line to that of the next, in font sizes; 1.2 for few.

    It is the median of what text set tightly or loosely has; what is further apart are paragraphs.
    """
    steps = [
        (below.top - above.top) / above.size
        for above, below in pairwise(lines)
        if above.size and abs(above.size - below.size) < 0.1 * above.size
    ]
    usual = [step for step in steps if 0.8 < step < 2.2]
    return median(usual) if usual else 1.2
