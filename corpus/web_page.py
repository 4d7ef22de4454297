"""HTML to plain text and blocks: a page's main text without menus, banners, scripts or links."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from corpus.decoding import decode_text
from corpus.errors import EmptyDocument, UnreadableDocument
from corpus.front_matter import parse_as_of
from corpus.markup import HIDDEN_ELEMENTS
from corpus.normalising import clean, single_line
from corpus.reading import Reading, TextBuilder, first_heading

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# HTML says that the declaration of the encoding stands in the first 1024 bytes.
_PROLOGUE = 1024
_CHARSET = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")

# The extractor's structured result is taken even for short pages, whose fallback has no structure.
_SHORTEST_MAIN_TEXT = 1

_DATE_PROPERTIES = ("article:modified_time", "article:published_time")


def read_web_page(data: bytes, source: str) -> Reading:
    """Read the main text of an HTML page.

    The title is the page's only `h1`, else what it tells other sites to call it, else `<title>`.
    `as_of` is the date of change, else of publication, that the page states.

    Raises:
        UnreadableDocument: The bytes are no HTML.
        EmptyDocument: The page has no main text.
    """
    page = _parse(data, source)
    title, as_of = _title(page), _as_of(page, source)
    builder = TextBuilder()
    _Walk(builder).children(_main_text(page, source))
    text, blocks = builder.build()
    return Reading(
        text=text, blocks=blocks, title=title or first_heading(text, blocks), as_of=as_of
    )


def _parse(data: bytes, source: str) -> Element:
    from lxml import etree, html  # slow to import, needed for web pages only

    declared = _CHARSET.search(data[:_PROLOGUE])
    encoding = declared.group(1).decode("ascii") if declared else None
    text = clean(decode_text(data, source, declared=encoding))
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        page: Element = html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EmptyDocument(source, "it holds no HTML; check that the page was saved.") from error
    return page


def _main_text(page: Element, source: str) -> Element:
    from lxml import etree  # see above
    from trafilatura import bare_extraction  # slow to import, needed for web pages only
    from trafilatura.settings import DEFAULT_CONFIG
    from trafilatura.settings import Document as ExtractedPage

    # Titles are read before; here they and all hidden elements would count as text.
    etree.strip_elements(page, *HIDDEN_ELEMENTS, with_tail=False)
    settings = deepcopy(DEFAULT_CONFIG)
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORTEST_MAIN_TEXT))
    try:
        found = bare_extraction(page, include_comments=False, favor_recall=True, config=settings)
    except RecursionError as error:
        raise UnreadableDocument(source, "it is nested too deeply; simplify the page.") from error
    if not isinstance(found, ExtractedPage) or found.body is None:
        raise EmptyDocument(source, "the page has no main text; save the page that shows the text.")
    body: Element = found.body
    return body


def _title(page: Element) -> str | None:
    headings = [single_line("".join(each.itertext())) for each in page.iter("h1")]
    named = [each for each in headings if each]
    if len(named) == 1:
        return named[0]
    metas = [each for each in page.iter("meta") if _property(each) == "og:title"]
    candidates = [each.get("content", "") for each in metas]
    candidates += ["".join(each.itertext()) for each in page.iter("title")]
    return next((words for each in candidates if (words := single_line(each))), None)


def _as_of(page: Element, source: str) -> str | None:
    stated = {_property(each): each.get("content", "") for each in page.iter("meta")}
    for name in _DATE_PROPERTIES:
        try:
            return parse_as_of(stated.get(name, ""), source)
        except UnreadableDocument:
            continue  # a page's wrong date is no reason to lose the page
    return None


def _property(meta: Element) -> str:
    return meta.get("property") or meta.get("name") or ""


class _Walk:
    """One pass over the extractor's tree (TEI element names, such as `head` and `list`)."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder

    def children(self, parent: Element) -> None:
        """Add what an element holds; loose text between its children counts as paragraphs."""
        self._builder.paragraph(parent.text or "")
        for child in parent:
            self._block(child)
            self._builder.paragraph(child.tail or "")

    def _block(self, element: Element) -> None:
        match element.tag:
            case "head":
                level = element.get("rend", "h2")[1:]
                self._builder.heading(_words(element), int(level) if level.isdigit() else 2)
            case "list":
                self._list(element, level=1)
            case "table":
                for row in element.iter("row"):
                    self._builder.table_row([_words(cell) for cell in row.iter("cell")])
            case "code":
                self._builder.code(_words(element))
            case "p" | "quote" | "hi" | "ab" | "item":
                self._text(element)
            case _:
                self.children(element)

    def _text(self, element: Element) -> None:
        """Add a paragraph; lists and tables inside it come after its words."""
        inner = [each for each in element if each.tag in {"list", "table", "p", "head", "quote"}]
        self._builder.paragraph(_words(element, without=inner))
        for each in inner:
            self._block(each)

    def _list(self, element: Element, level: int) -> None:
        ordered = element.get("rend") == "ol"
        for number, item in enumerate(element, start=1):
            nested = [each for each in item.iter("list") if _parent_list(each) is element]
            marker = f"{number}." if ordered else "-"
            self._builder.list_item(_words(item, without=nested), level=level, marker=marker)
            for each in nested:
                self._list(each, level + 1)


def _parent_list(element: Element) -> Element | None:
    return next(element.iterancestors("list"), None)


def _words(element: Element, *, without: list[Element] | None = None) -> str:
    """All words of an element in order; what an excluded element holds is left out."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            parts.append("\n")
        elif child not in (without or []):
            parts.append(_words(child, without=without))
        parts.append(child.tail or "")
    return "".join(parts)
