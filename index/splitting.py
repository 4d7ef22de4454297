"""Documents to passages, along the document's structure; nothing is counted, embedded or stored.

A heading that stands directly above text is part of the passage's text, so that a quote can show
it, and is named in the passage's `heading` path too, where later passages of its section also have
it. The path leaves out a first heading that repeats the document's title.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from corpus.document import Block, BlockKind, Document, page_at
from index.paragraphs import Span, cut_text
from index.passage import Passage
from index.splitting_options import SplittingOptions

# Raise it with every change that gives other passages for the same document.
SPLITTER_VERSION = 1

_PATH_SEPARATOR = " > "
_DIGEST_LENGTH = 12
_RUNS = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)


@dataclass(slots=True)
class _Section:
    """Headings that follow each other, the text under the last one, and the path to it."""

    path: tuple[str, ...]
    headings: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)


class Splitter:
    """Splits documents; the same document, options and counter always give the same passages."""

    def __init__(
        self, count_tokens: Callable[[str], int], options: SplittingOptions | None = None
    ) -> None:
        """Remember how to count.

        Args:
            count_tokens: Length of a text in tokens of the embedding model, without special ones.
            options: Lengths of passages; the defaults fit models that read 256 tokens.
        """
        self._count = count_tokens
        self._options = options or SplittingOptions()

    def split(self, document: Document) -> tuple[Passage, ...]:
        """Cut a document into passages, in order; they do not overlap and hold all its blocks.

        A passage keeps to one section, whose headings may precede its text; a heading without text
        of its own goes with the first section below it. A lead-in that ends in ":" and the list or
        paragraph after it stay together, and a list is cut only when it alone is too long, between
        items. A document without blocks gives no passages.
        """
        passages: list[Passage] = []
        pages = document.page_starts()
        for section in _sections(document):
            for span in self._spans(document.text, section):
                page = page_at(pages, span.start)
                heading = _heading(section.path, document.title)
                passages.append(_passage(document, len(passages), span, heading, page))
        return tuple(passages)

    def _spans(self, text: str, section: _Section) -> list[Span]:
        heading, first_limit = self._heading(text, section)
        spans: list[Span] = []
        for unit in _units(text, section.body):
            limit = self._options.max_tokens if spans else first_limit
            spans += self._cut_unit(text, unit, limit)
        if heading is None:
            return self._join(text, spans)
        if spans and first_limit < self._options.max_tokens:
            spans[0] = Span(heading.start, spans[0].end)
            return self._join(text, spans)
        return [*self._cut(text, heading, self._options.max_tokens), *self._join(text, spans)]

    def _heading(self, text: str, section: _Section) -> tuple[Span | None, int]:
        """The stretch of a section's headings, and what is left of the maximum below them.

        Headings longer than half the maximum stand alone and leave the whole maximum.
        """
        maximum = self._options.max_tokens
        if not section.headings:
            return None, maximum
        span = Span(section.headings[0].start, section.headings[-1].end)
        tokens = max(self._count(text[span.start : span.end]), 1)
        return span, maximum - tokens if tokens <= maximum // 2 else maximum

    def _cut_unit(self, text: str, unit: Sequence[Block], limit: int) -> list[Span]:
        """Cut what belongs together only if longer than `limit` tokens, between blocks first."""
        whole = Span(unit[0].start, unit[-1].end)
        if self._count(text[whole.start : whole.end]) <= limit:
            return [whole]
        spans: list[Span] = []
        for block in unit:
            for span in self._cut(text, Span(block.start, block.end), limit):
                joined = Span(spans[-1].start, span.end) if spans else span
                if spans and self._count(text[joined.start : joined.end]) <= limit:
                    spans[-1] = joined
                else:
                    spans.append(span)
        return spans

    def _cut(self, text: str, span: Span, limit: int) -> list[Span]:
        if self._count(text[span.start : span.end]) <= limit:
            return [span]
        return cut_text(text, span, count_tokens=self._count, limit=limit)

    def _join(self, text: str, spans: Sequence[Span]) -> list[Span]:
        """Join neighbours up to the target; short ones join the next, else the one above."""
        forward = self._join_where(text, spans, self._fills_up)
        return self._join_where(text, forward, self._is_short_rest)

    def _join_where(
        self, text: str, spans: Sequence[Span], belong_together: Callable[[str, str, int], bool]
    ) -> list[Span]:
        joined: list[Span] = []
        for span in spans:
            if joined:
                above, below = joined[-1], span
                tokens = self._count(text[above.start : below.end])
                parts = text[above.start : above.end], text[below.start : below.end]
                if tokens <= self._options.max_tokens and belong_together(*parts, tokens):
                    joined[-1] = Span(above.start, below.end)
                    continue
            joined.append(span)
        return joined

    def _fills_up(self, above: str, _: str, tokens: int) -> bool:
        return tokens <= self._options.target_tokens or self._is_short(above)

    def _is_short_rest(self, above: str, below: str, _: int) -> bool:
        return self._is_short(below) or self._is_short(above)

    def _is_short(self, text: str) -> bool:
        return self._count(text) < self._options.min_tokens


def _sections(document: Document) -> Iterator[_Section]:
    path: list[tuple[int, str]] = []
    section = _Section(path=())
    for block in document.blocks:
        if block.kind is BlockKind.PAGE:
            continue  # text flows over pages
        if block.kind not in (BlockKind.HEADING, BlockKind.BREAK):
            section.body.append(block)
            continue
        previous = section.headings[-1].level if section.headings else 0
        is_subsection = block.kind is BlockKind.HEADING and not section.body
        headings = section.headings if is_subsection and block.level > previous else []
        if section.body or section.headings is not headings:
            yield section
        path = [entry for entry in path if entry[0] < block.level]
        if block.kind is BlockKind.HEADING:
            path.append((block.level, document.text[block.start : block.end]))
            headings = [*headings, block]
        section = _Section(path=tuple(name for _, name in path), headings=headings)
    yield section


def _units(text: str, body: Sequence[Block]) -> list[list[Block]]:
    """Group blocks that stay together: lists, tables, and a lead-in with what it leads to."""
    units: list[list[Block]] = []
    for block in body:
        if units and _continues(text, units[-1][-1], block):
            units[-1].append(block)
        else:
            units.append([block])
    return units


def _continues(text: str, above: Block, block: Block) -> bool:
    if above.kind is BlockKind.PARAGRAPH:
        return text[above.start : above.end].endswith(":")
    return above.kind in _RUNS and above.kind is block.kind


def _heading(path: tuple[str, ...], title: str) -> str | None:
    below_title = path[1:] if path and path[0].casefold() == title.casefold() else path
    return _PATH_SEPARATOR.join(below_title) or None


def _passage(
    document: Document, ordinal: int, span: Span, heading: str | None, page: int | None
) -> Passage:
    text = document.text[span.start : span.end]
    digest = hashlib.sha256(f"{span.start}\n{text}".encode()).hexdigest()
    return Passage(
        passage_id=f"{document.document_id}-{digest[:_DIGEST_LENGTH]}",
        document_id=document.document_id,
        ordinal=ordinal,
        start=span.start,
        end=span.end,
        text=text,
        title=document.title,
        heading=heading,
        page=page,
    )
