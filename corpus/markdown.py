"""Markdown to plain text and blocks. Marks go, what a reader of the rendered page sees stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.decoding import decode_text
from corpus.errors import UnreadableDocument
from corpus.front_matter import split_front_matter
from corpus.markup import HIDDEN_ELEMENTS, tag_name, visible_words
from corpus.normalising import clean
from corpus.reading import Reading, TextBuilder, first_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

# The parser drops what is nested deeper, without a word. So high, Python's recursion limit is
# reached first, which is reported; it leaves room for some 200 lists in lists.
_MAX_NESTING = 10_000


def read_markdown(data: bytes, source: str) -> Reading:
    """Read CommonMark with tables, strikethrough and YAML front matter.

    Of raw HTML the visible words stay, of an image its description.

    Raises:
        UnreadableDocument: The front matter is wrong, or the bytes are no text.
    """
    front = split_front_matter(clean(decode_text(data, source)), source)
    try:
        builder = _Walk().read(front.body)
    except RecursionError as error:
        raise UnreadableDocument(source, "it is nested too deeply; flatten its lists.") from error
    text, blocks = builder.build()
    return Reading(
        text=text,
        blocks=blocks,
        title=front.title or first_heading(text, blocks),
        as_of=front.as_of,
        language=front.language,
        metadata=front.metadata,
    )


@dataclass(slots=True)
class _OpenList:
    """A list that is being read; `number` is the next item's, None in a bullet list."""

    number: int | None
    marker: str = ""

    def next_item(self) -> None:
        self.marker = "-" if self.number is None else f"{self.number}."
        if self.number is not None:
            self.number += 1


class _Walk:
    """One pass over the parser's tokens, which come in reading order."""

    def __init__(self) -> None:
        self._builder = TextBuilder()
        self._lists: list[_OpenList] = []
        self._heading_level = 0
        self._cells: list[str] | None = None

    def read(self, text: str) -> TextBuilder:
        from markdown_it import MarkdownIt  # slow to import, needed for Markdown files only

        parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING})
        for token in parser.enable(["table", "strikethrough"]).parse(text):
            self._structure(token)
            self._content(token)
        return self._builder

    def _structure(self, token: Token) -> None:
        match token.type:
            case "heading_open" | "heading_close":
                self._heading_level = int(token.tag[1:]) if token.nesting > 0 else 0
            case "bullet_list_open":
                self._lists.append(_OpenList(number=None))
            case "ordered_list_open":
                self._lists.append(_OpenList(number=int(token.attrGet("start") or 1)))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._lists[-1].next_item()
            case "tr_open":
                self._cells = []
            case "tr_close":
                self._builder.table_row(self._cells or [])
                self._cells = None

    def _content(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._words(_visible_text(token.children or ()))
            case "fence" | "code_block":
                self._builder.code(token.content)
            case "html_block":
                for line in visible_words(token.content).split("\n"):
                    self._words(line)

    def _words(self, text: str) -> None:
        if self._cells is not None:
            self._cells.append(text)
        elif self._heading_level:
            self._builder.heading(text, self._heading_level)
        elif self._lists:
            marker, self._lists[-1].marker = self._lists[-1].marker, ""
            self._builder.list_item(text, level=len(self._lists), marker=marker)
        else:
            self._builder.paragraph(text)


def _visible_text(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    hidden_by = ""
    for token in tokens:
        if token.type == "html_inline":
            name = tag_name(token.content)
            if hidden_by and token.content.startswith(f"</{hidden_by}"):
                hidden_by = ""
            elif not hidden_by and name in HIDDEN_ELEMENTS and not token.content.startswith("</"):
                hidden_by = name
            elif name == "br":
                parts.append("\n")
        elif not hidden_by:
            parts.append(_inline_text(token))
    return "".join(parts)


def _inline_text(token: Token) -> str:
    match token.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "image":
            return _visible_text(token.children or ())
        case _:
            return token.content
