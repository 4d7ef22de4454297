"""The Document: one file or page as read, plain text plus the structure found in it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of a document's text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CODE = "code"
    BREAK = "break"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One structural stretch `text[start:end]` of a document, without surrounding white space.

    Blocks of a document are in order of `start` and do not overlap, but that a `PAGE` may stand
    within another block, and then follows it.
    `level` is 1-6 for a heading, nesting depth (1 = outermost) for a list item, 0 otherwise.
    A list item's stretch begins with its marker ("- " or "2. "), a table row's cells are joined by
    " | ". A `BREAK` is empty (`start == end`): the section ends there, and what follows belongs to
    no heading until the next one. A `PAGE` is empty, too: page `page` begins there.
    `page` counts from 1 where the format has pages; it is the one on which the stretch begins.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStart:
    """Page `page`, counted from 1, begins with the character `start`."""

    page: int
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    r"""A file or page as read.

    Attributes:
        document_id: Stable for its source: reading the same source again gives the same id.
        title: From front matter, else the first heading, else the file name.
        source: Path or URL as given.
        language: ISO 639-1 code, or "und" when it cannot be told.
        text: Plain text (NFC, "\n" line ends, no control or invisible characters). Every offset
            anywhere in the project counts characters of this text.
        content_hash: SHA-256 (hex) over everything that indexing uses; equal hash, equal passages.
        as_of: When the content was true: ISO 8601 with the precision known (YYYY, YYYY-MM or
            YYYY-MM-DD), or None.
        metadata: Other front matter as strings, for example `kind`, `region`, `origin` (where the
            facts come from, in words).
        blocks: The structure of `text`, in order.
    """

    document_id: str
    title: str
    source: str
    language: str
    text: str
    content_hash: str
    as_of: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()

    def page_starts(self) -> tuple[PageStart, ...]:
        """Where pages begin, in order; () where the format has none.

        Several begin at the same place where pages are without text.
        """
        starts: list[PageStart] = []
        for block in self.blocks:
            if block.page is not None and (not starts or starts[-1].page != block.page):
                starts.append(PageStart(page=block.page, start=block.start))
        return tuple(starts)

    def page_at(self, position: int) -> int | None:
        """The page on which a character stands; None where the format has no pages."""
        return page_at(self.page_starts(), position)


def page_at(starts: Sequence[PageStart], position: int) -> int | None:
    """The last page that begins at or before a character; None before the first one."""
    at = bisect_right(starts, position, key=lambda begun: begun.start)
    return starts[at - 1].page if at else None
