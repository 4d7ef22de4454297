"""Lines to items: headings, paragraphs and lists put together over lines, columns and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.items import Item
from corpus.normalising import single_line
from corpus.pdf.headings import Headings
from corpus.pdf.layout import Line
from corpus.pdf.marks import Marked, marked
from corpus.pdf.tables import Row
from corpus.pdf.wrapping import Joiner
from corpus.reading import Turn

# A step so much larger than the usual one begins a paragraph.
_WIDE_STEP = 1.35
_SAME_SIZE = 0.08
# In font sizes: what an indented first line has at least, and what an item may be out of line.
_INDENT = 0.7
_IN_LINE = 0.5
# About what a character is wide, in font sizes, to tell whether a word would have fitted.
_CHARACTER = 0.5

_ENDS_SENTENCE = (".", "!", "?", ":", ".”", '."', ".)", "…", "?”", ".’")
_ADDRESS = re.compile(r"^\+|^www\.|^https?:|.@.")
_HYPHENS = ("-", "\u2010", "\u00ad")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A line or row where it stands: its page, its column, and the usual step there, in sizes."""

    what: Line | Row
    page: int
    column: int
    pitch: float


@dataclass(slots=True)
class _Open:
    """A paragraph or an item of a list that is being put together."""

    placed: list[Placed] = field(default_factory=list)
    mark: Marked | None = None
    level: int = 0
    # Where its words begin, behind the marker.
    indent: float = 0.0

    @property
    def last(self) -> Line:
        line = self.placed[-1].what
        assert isinstance(line, Line)  # noqa: S101  only lines are put into it
        return line


class Assembler:
    """Puts the lines of one document together, in the order in which they are read."""

    def __init__(self, headings: Headings, joiner: Joiner) -> None:
        """Begin with nothing."""
        self._headings = headings
        self._joiner = joiner
        self._open: _Open | None = None
        # The depths of the list that is being read, as where their markers stand.
        self._depths: list[float] = []

    def items(self, placed: Sequence[Placed], pages: int) -> Iterator[Item]:
        """Give the items of a document and where each of its pages begins."""
        begun = 0
        at = 0
        while at < len(placed):
            one = placed[at]
            end = self._heading_end(placed, at)
            if end > at or not self._goes_on(one):
                yield from self._close()
                for page in range(begun + 1, one.page + 1):
                    yield Item(kind="page", level=page)
            begun = max(begun, one.page)
            if isinstance(one.what, Row):
                self._depths = []
                yield Item(kind="table_row", cells=tuple(map(_shown, one.what.cells)))
                at += 1
            elif end > at:
                self._depths = []
                words = self._text(placed[at:end])[0]
                yield Item(kind="heading", text=words, level=self._headings.level(one.what))
                at = end
            else:
                self._add(one, one.what)
                at += 1
        yield from self._close()
        for page in range(begun + 1, pages + 1):
            yield Item(kind="page", level=page)

    def _heading_end(self, placed: Sequence[Placed], start: int) -> int:
        """One past the last line of a heading that begins at a line; `start` where none does."""
        first = placed[start]
        if not isinstance(first.what, Line) or not self._headings.may_begin(first.what):
            return start
        if self._open is not None and self._open.placed[-1].column == first.column:
            above = self._open.last
            is_tight = first.what.top - above.top <= _WIDE_STEP * first.pitch * above.size
            if is_tight and self._headings.are_alike(above, first.what):
                return start  # in the middle of a paragraph
        lines = [first.what]
        for below in placed[start + 1 :]:
            if not _is_next_line(lines[-1], below, first) or not isinstance(below.what, Line):
                break
            if not self._headings.are_alike(lines[-1], below.what):
                break
            lines.append(below.what)
        return start + len(lines) if self._headings.is_one(lines) else start

    def _goes_on(self, placed: Placed) -> bool:
        """Whether a line belongs to what is being put together."""
        line, current = placed.what, self._open
        if current is None or isinstance(line, Row) or marked(line.text) is not None:
            return False
        above = current.last
        if abs(above.size - line.size) > _SAME_SIZE * above.size:
            return False
        if placed.column != current.placed[-1].column:
            return _is_open_ended(above) and (
                line.text[0].islower() or above.text.endswith(_HYPHENS) or _is_full(above, line)
            )
        if not 0 < line.top - above.top <= _WIDE_STEP * placed.pitch * above.size:
            return False
        if current.mark is not None:
            return line.start >= current.indent - _IN_LINE * line.size or _is_full(above, line)
        return not _begins_paragraph(above, line)

    def _add(self, placed: Placed, line: Line) -> None:
        if self._open is not None:
            self._open.placed.append(placed)
            return
        mark = marked(line.text)
        self._open = _Open([placed], mark)
        if mark is None:
            self._depths = []
            return
        self._open.indent = _words_start(line, mark)
        near = _IN_LINE * line.size
        self._depths = [at for at in self._depths if at < line.start - near] + [line.start]
        self._open.level = len(self._depths)

    def _close(self) -> Iterator[Item]:
        current, self._open = self._open, None
        if current is None:
            return
        text, turns = self._text(current.placed, current.mark)
        if not text:
            for turn in turns:
                yield Item(kind="page", level=turn.page)
            return
        if current.mark is None:
            yield Item(kind="paragraph", text=text, turns=turns)
        else:
            yield Item(
                kind="list_item",
                text=text,
                level=current.level,
                marker=current.mark.marker,
                turns=turns,
            )

    def _text(
        self, placed: Sequence[Placed], mark: Marked | None = None
    ) -> tuple[str, tuple[Turn, ...]]:
        """Join lines; also say where in the text pages begin."""
        text, turns = "", []
        above: Placed | None = None
        for one in placed:
            words = one.what.text if isinstance(one.what, Line) else ""
            words = single_line_kept(mark.words if mark and above is None else words)
            if above is not None:
                if text:
                    text, between = self._glue(text, words, above, one)
                    text += between
                begun = range(above.page + 1, one.page + 1)  # some may be empty
                turns += [Turn(at=len(text), page=page) for page in begun]
            text += words
            above = one
        return _shown(text), tuple(turns)

    def _glue(self, text: str, words: str, above: Placed, below: Placed) -> tuple[str, str]:
        assert isinstance(above.what, Line)  # noqa: S101  see `_Open.last`
        assert isinstance(below.what, Line)  # noqa: S101
        if above.column == below.column and _is_broken_by_hand(above.what, below.what):
            return text, "\n"
        return self._joiner.glue(text, words)


def single_line_kept(text: str) -> str:
    """Bring words into the form of documents, but keep the hyphens at ends of lines."""
    return "\u00ad".join(single_line(part) for part in text.split("\u00ad"))


def _shown(text: str) -> str:
    """Write what fonts call soft hyphens as the hyphens they look like."""
    return text.replace("\u00ad", "-")


def _words_start(line: Line, mark: Marked) -> float:
    """Where the words of an item begin, behind its marker."""
    if len(line.fragments) > 1:
        return line.fragments[1].left
    return line.start + (len(line.text) - len(mark.words)) * _CHARACTER * line.size


def _is_next_line(above: Line, below: Placed, first: Placed) -> bool:
    if isinstance(below.what, Row) or below.column != first.column:
        return False
    step = below.what.top - above.top
    return 0 < step <= _WIDE_STEP * max(first.pitch, 1.2) * above.size


def _is_open_ended(line: Line) -> bool:
    return not line.text.endswith(_ENDS_SENTENCE)


def _is_full(above: Line, below: Line) -> bool:
    """Whether the next line's first word had no room on the line above."""
    word = below.text.split(maxsplit=1)[0]
    return above.right - above.end < (len(word) + 1) * _CHARACTER * above.size


def _begins_paragraph(above: Line, line: Line) -> bool:
    """Whether a line at the usual step begins a paragraph: by its indent, or the room above."""
    ends = above.text.endswith(_ENDS_SENTENCE)
    has_room = not _is_full(above, line)
    shifted = abs(line.start - above.start) > _INDENT * line.size
    indented = shifted and line.start > above.start and above.start < above.left + 1
    return (ends and (indented or has_room)) or (shifted and has_room)


def _is_broken_by_hand(above: Line, below: Line) -> bool:
    """Whether a line ends early and the next begins anew, as in an address."""
    word = below.text.split(maxsplit=1)[0]
    begins_anew = word[0].isupper() or word[0].isdigit() or _ADDRESS.search(word) is not None
    return begins_anew and not _is_full(above, below) and not above.text.endswith(_HYPHENS)
