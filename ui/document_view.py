"""A document beside the chat, as HTML with the quote marked. Pure."""

from urllib.parse import quote as quote_address

from assistant.languages.answers import retold_source, retold_title
from assistant.library import DocumentDetail
from ui.evidence import show_page, show_path
from ui.language import Language
from ui.markup import escape
from ui.texts import load_texts

SHOWN_CHARACTERS = 20_000
"""How much of a document is shown on either side of a quote; a browser stays quick with that."""


def render_document(
    document: DocumentDetail,
    *,
    quote: str,
    start: int,
    end: int,
    heading: str | None = None,
    page: int | None = None,
    language: Language = "en",
) -> str:
    """Render a document with `text[start:end]` marked.

    When that is not `quote` (the document was replaced since), nothing is marked and a line says
    so. Far from the quote, a long document is cut, and a line says that as well.
    """
    summary, text = document.summary, document.text
    texts = load_texts("chat")
    as_of = texts.html(language, "as_of", date=summary.as_of) if summary.as_of else ""
    place = show_page(page, language) if page is not None else ""
    source = retold_source(summary.source, summary.document_id, language)
    facts = [escape(source), as_of, escape(show_path(heading)), place]
    shown = " · ".join(fact for fact in facts if fact)
    address = f"/documents/{quote_address(summary.document_id, safe='')}?start={start}&end={end}"
    library = texts.html(language, "document_whole")
    head = _head(
        escape(retold_title(summary.title, summary.document_id, language)),
        f'<p class="facts">{shown}</p>'
        f'<p class="facts"><a class="whole" href="{escape(address)}">{library}</a></p>',
        language,
    )
    if text[start:end] != quote:
        changed = texts.html(language, "document_changed")
        body = f'<p class="aside">{changed}</p>{render_text(document, 0, 0, language)}'
    else:
        body = render_text(document, start, end, language)
    return f'<div class="document">{head}{body}</div>'


def render_document_failure(message: str, language: Language = "en") -> str:
    """Render a document that cannot be opened, told in one sentence."""
    head = _head(load_texts("chat").html(language, "document_failed"), "", language)
    return f'<div class="document">{head}<p class="aside">{escape(message)}</p></div>'


def _head(title: str, facts: str, language: Language) -> str:
    """Render a title (HTML), what is known about it, and the way to close it."""
    close = load_texts("chat").html(language, "close_document")
    return (
        f'<div class="document-head"><h2 id="document-title" tabindex="-1">{title}</h2>{facts}'
        f'<a class="close" href="#close"><span class="sr-only">{close}</span></a></div>'
    )


def render_text(
    document: DocumentDetail,
    start: int,
    end: int,
    language: Language,
    *,
    most: int = SHOWN_CHARACTERS,
) -> str:
    """Render a text with one stretch marked, and `most` characters on either side of it.

    An empty stretch marks nothing. Where pages begin, a line says so that is no part of the text:
    who copies a stretch copies the text alone (the style sheet sees to it).
    """
    text = document.text
    first = max(0, start - most)
    last = min(len(text), end + most)
    pages = _Pages(document, language)
    mark = f'<mark id="quote">{pages.within(start, end)}</mark>' if end > start else ""
    cut = f'<p class="aside">{load_texts("chat").html(language, "document_cut")}</p>'
    spoken = escape(document.summary.language)
    return (
        f"{cut if first > 0 else ''}"
        f'<div class="text" lang="{spoken}">{pages.within(first, start)}{mark}'
        f"{pages.within(end, last)}</div>"
        f"{cut if last < len(text) else ''}"
    )


class _Pages:
    """Stretches of a document's text as HTML, with lines where pages begin."""

    def __init__(self, document: DocumentDetail, language: Language) -> None:
        self._text = document.text
        self._pages = document.pages
        self._language = language

    def within(self, start: int, end: int) -> str:
        """Render a stretch; a page that begins at its end belongs to the next one."""
        parts: list[str] = []
        at = start
        for begun in self._pages:
            if start <= begun.start < end:
                parts += (escape(self._text[at : begun.start]), self._line(begun.page))
                at = begun.start
        return "".join((*parts, escape(self._text[at:end])))

    def _line(self, page: int) -> str:
        name = show_page(page, self._language)
        name = name[:1].upper() + name[1:]
        return f'<span class="page-start">{name}</span>'
