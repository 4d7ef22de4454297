"""What a reader hands over, and the builder that all readers use to keep offsets exact."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.document import Block, BlockKind
from corpus.normalising import normalise, prose, single_line

_MAX_HEADING_LEVEL = 6
_EMPTY_LINES = re.compile("\n\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A file's content, before the loader gives it an identity.

    `title`, `as_of` and `language` are None where the file does not say. `text` and `blocks` keep
    the promises of `Document`.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    as_of: str | None = None
    language: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A page that begins within a block, before the character `at` of the block's text."""

    at: int
    page: int


Reader = Callable[[bytes, str], Reading]
"""Bytes and source (for errors) to content; raises `CorpusError`s, gives no text when empty."""


class TextBuilder:
    """Grows a text block by block and remembers where each block stands.

    Blocks are separated by an empty line; list items and table rows that follow each other, or a
    line that ends in ":", by a line break. A list item's block begins with its marker. Where
    `page` was called, blocks know their pages.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._last: BlockKind | None = None
        self._leads_in = False
        self._page: int | None = None
        self._turned: list[int] = []

    def page(self, number: int) -> None:
        """Say that a page begins, with the next block if there is one."""
        self._turned.append(number)

    def heading(self, text: str, level: int) -> None:
        """Add a heading, on one line; nothing when no visible text remains."""
        self._add(BlockKind.HEADING, single_line(text), level=min(level, _MAX_HEADING_LEVEL))

    def paragraph(self, text: str, *, turns: Sequence[Turn] = ()) -> None:
        """Add running text; line breaks stay, empty lines part it into several paragraphs.

        `turns` count in a text that is one paragraph in the form of documents already.
        """
        words = prose(text)
        for part in _EMPTY_LINES.split(words):
            self._add(BlockKind.PARAGRAPH, part)
        self._turn(turns, whole=words == text, shift=0)

    def code(self, text: str) -> None:
        """Add text whose spaces matter; only the outer white space goes."""
        self._add(BlockKind.CODE, normalise(text).strip())

    def list_item(self, text: str, *, level: int, marker: str, turns: Sequence[Turn] = ()) -> None:
        """Add a list item at nesting depth `level` (from 1), such as "- text" or "2. text"."""
        body = _EMPTY_LINES.sub("\n", prose(text))
        if body:
            words = f"{marker} {body}" if marker else body
            self._add(BlockKind.LIST_ITEM, words, level=level, indent="  " * (level - 1))
        self._turn(turns, whole=body == text, shift=len(words) - len(body) if body else 0)

    def table_row(self, cells: list[str]) -> None:
        """Add a table row, its cells joined by " | "; nothing when all cells are empty."""
        words = [single_line(cell) for cell in cells]
        if any(words):
            self._add(BlockKind.TABLE_ROW, " | ".join(words).strip())

    def end_section(self) -> None:
        """Say that what follows belongs to no heading, until the next heading."""
        self._last = BlockKind.BREAK
        self._blocks.append(Block(kind=BlockKind.BREAK, start=self._length, end=self._length))

    def build(self) -> tuple[str, tuple[Block, ...]]:
        """Give the text and its blocks, in order."""
        self._begin_pages(self._length)
        return "".join(self._parts), tuple(self._blocks)

    def _add(self, kind: BlockKind, text: str, *, level: int = 0, indent: str = "") -> None:
        if not text:
            return
        before = (self._separator(kind) if self._parts else "") + indent
        start = self._length + len(before)
        self._parts += (before, text)
        self._length = start + len(text)
        self._begin_pages(start)
        self._blocks.append(
            Block(kind=kind, start=start, end=self._length, level=level, page=self._page)
        )
        self._last = kind
        self._leads_in = kind is BlockKind.PARAGRAPH and text.endswith(":")

    def _begin_pages(self, at: int) -> None:
        """Note that the pages said to begin do so at a place."""
        for number in self._turned:
            self._page = number
            self._blocks.append(Block(kind=BlockKind.PAGE, start=at, end=at, page=number))
        self._turned = []

    def _turn(self, turns: Sequence[Turn], *, whole: bool, shift: int) -> None:
        """Note pages that begin within the last block; with the next one where places are lost."""
        start = next((b.start for b in reversed(self._blocks) if b.kind is not BlockKind.PAGE), 0)
        for turn in turns:
            self._turned.append(turn.page)
            if whole and start + shift + turn.at < self._length:
                self._begin_pages(start + shift + turn.at)

    def _separator(self, kind: BlockKind) -> str:
        if kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
            return "\n\n"
        return "\n" if self._leads_in or self._last is kind else "\n\n"


def first_heading(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The text's first heading, or None when it has none."""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            return text[block.start : block.end]
    return None
