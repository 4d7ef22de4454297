"""A Word document to items, by way of HTML; runs in a process of its own, see `corpus.parsing`."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from corpus.items import Item, Parsed
from corpus.normalising import single_line
from corpus.refusals import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# How files of older Word, and encrypted ones, begin.
_OLE = b"\xd0\xcf\x11\xe0"
_BODY = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
# Text of a thick book is 5 MB of XML; what is far above it was made to fill the memory.
_MOST_XML_MB = 100
_MOST_PARTS = 10_000

# Tables of contents repeat the headings. The embedded style map is somebody else's, so not read.
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name^='toc '] => !
p[style-name^='TOC '] => !
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
p[style-name='Caption'] => p:fresh
p[style-name='caption'] => p:fresh
"""

_NOTE_MARK = re.compile(r"#(?:foot|end)note-")
_NOTE_BACK = "\u2191"
_MOST_BOLD_HEADING = 100
_ENDS = (".", ",", ";", ":", "!", "…")
_BLOCKS = {"p", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6"}
_DEEPEST = 6
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def parse_word_document(data: bytes) -> Parsed:
    """Read a .docx file; of tracked changes what was put in, without what was taken out.

    Raises:
        Refused: It cannot be read, or has no text.
    """
    if data.startswith(_OLE):
        raise Refused("old_word")
    stated = _check(data)
    walk = _Walk()
    try:
        walk.children(_as_html(data))
    except RecursionError as error:
        raise Refused("damaged_word") from error
    if not any(item.text or any(item.cells) for item in walk.items):
        raise Refused("empty")
    begins_with_heading = walk.items[0].kind == "heading"
    title = walk.title or ("" if begins_with_heading else stated)
    return Parsed(items=tuple(walk.items), title=title)


def _check(data: bytes) -> str:
    """Look into the package before anything is parsed; give the title that it states, or ""."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            names = {part.filename for part in parts}
            if _BODY not in names:
                raise Refused("not_word")
            written = sum(part.file_size for part in parts if part.filename.endswith(".xml"))
            if written > _MOST_XML_MB * 1_000_000 or len(parts) > _MOST_PARTS:
                raise Refused("too_large_inside", _MOST_XML_MB)
            return _stated_title(package.read(_PROPERTIES)) if _PROPERTIES in names else ""
    except zipfile.BadZipFile as error:
        is_word = data.startswith(b"PK") and _BODY.encode() in data
        raise Refused("damaged_word" if is_word else "not_word") from error
    except (zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError) as error:
        # A packing that nobody uses, or parts with passwords.
        raise Refused("damaged_word") from error


def _stated_title(properties: bytes) -> str:
    from lxml import etree  # see `_as_html`

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        found = etree.fromstring(properties, parser).find(_DC_TITLE)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    return single_line(found.text or "") if found is not None else ""


def _as_html(data: bytes) -> Element:
    """Give the document's text as HTML, parsed."""
    import mammoth  # slow to import, needed for Word documents only
    from lxml import html

    try:
        converted = mammoth.convert_to_html(
            BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=_no_image,
        )
    except (RecursionError, MemoryError):
        raise
    except Exception as error:
        # Whatever a broken package makes the library stumble on, the file is what is wrong.
        raise Refused("damaged_word") from error
    tree: Element = html.fragment_fromstring(converted.value or "", create_parent="div")
    return tree


def _no_image(_image: object) -> list[object]:
    return []


class _Walk:
    """One pass over the HTML, whose blocks are never within inline elements."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.title = ""
        self._level = 0

    def children(self, parent: Element) -> None:
        """Add what an element holds."""
        for child in parent:
            self._block(child)

    def _block(self, element: Element) -> None:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                words = single_line(_words(element))
                if element.get("class") == "title" and not self.title:
                    self.title = words
                self._heading(words, int(str(element.tag)[1:]))
            case "p":
                self._paragraph(element)
            case "ul" | "ol":
                self._list(element, level=1)
            case "table":
                self._table(element)
            case _:
                self.children(element)

    def _heading(self, words: str, level: int) -> None:
        if words:
            self._level = level
            self.items.append(Item(kind="heading", text=words, level=level))

    def _paragraph(self, element: Element) -> None:
        words = _words(element).strip()
        if not words:
            return
        if _is_bold_heading(element, words):
            # Not remembered as the level: the next of its kind stands beside it, not below.
            level = min(self._level + 1, _DEEPEST)
            self.items.append(Item(kind="heading", text=single_line(words), level=level))
        else:
            self.items.append(Item(kind="paragraph", text=words))

    def _list(self, element: Element, level: int) -> None:
        is_ordered = element.tag == "ol"
        for number, item in enumerate(element.iterchildren("li"), start=1):
            marker = f"{number}." if is_ordered else "-"
            words = single_line(_words(item, without_lists=True))
            if words:
                self.items.append(Item(kind="list_item", text=words, level=level, marker=marker))
            for nested in item.iterchildren("ul", "ol"):
                self._list(nested, level + 1)

    def _table(self, element: Element) -> None:
        rows = [list(row.iterchildren("td", "th")) for row in _rows(element)]
        if all(len(cells) <= 1 for cells in rows):
            # A frame around text, as forms and boxes are made.
            for cells in rows:
                for cell in cells:
                    self.children(cell)
            return
        for cells in rows:
            words = tuple(single_line(_words(cell)) for cell in cells)
            if any(words):
                self.items.append(Item(kind="table_row", cells=words))


def _rows(table: Element) -> Iterable[Element]:
    """The rows of a table itself, not those of tables in its cells."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody"}:
            yield from child.iterchildren("tr")


def _is_bold_heading(element: Element, words: str) -> bool:
    """Whether all of a short paragraph is bold: a heading made by hand."""
    if len(words) > _MOST_BOLD_HEADING or "\n" in words or words.endswith(_ENDS):
        return False
    bold = "".join("".join(_parts(each)) for each in element.iterchildren("strong"))
    has_letters = any(character.isalpha() for character in words)
    return has_letters and single_line(bold) == single_line(words)


def _words(element: Element, *, without_lists: bool = False) -> str:
    return "".join(_parts(element, without_lists=without_lists))


def _parts(element: Element, *, without_lists: bool = False) -> Iterator[str]:
    """All words of an element in order, without the marks of notes."""
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif child.tag == "a" and _is_note_mark(child):
            pass
        elif not (without_lists and child.tag in {"ul", "ol"}):
            between = "\n" if child.tag in _BLOCKS else ""
            yield between
            yield from _parts(child)
            yield between
        yield child.tail or ""


def _is_note_mark(link: Element) -> bool:
    is_note = _NOTE_MARK.match(link.get("href") or "") is not None
    return is_note or (link.text or "").strip() == _NOTE_BACK
