"""A document beside the chat, as HTML with the quote marked. Pure."""

from assistant.library import DocumentDetail
from ui.evidence import show_path
from ui.markup import escape

SHOWN_CHARACTERS = 20_000
"""How much of a document is shown on either side of a quote; a browser stays quick with that."""


def render_document(
    document: DocumentDetail, *, quote: str, start: int, end: int, heading: str | None = None
) -> str:
    """Render a document with `text[start:end]` marked.

    When that is not `quote` (the document was replaced since), nothing is marked and a line says
    so. Far from the quote, a long document is cut, and a line says that as well.
    """
    summary, text = document.summary, document.text
    facts = [summary.source, f"as of {summary.as_of}" if summary.as_of else "", show_path(heading)]
    shown = " · ".join(escape(fact) for fact in facts if fact)
    head = (
        '<div class="document-head">'
        f'<h2 id="document-title" tabindex="-1">{escape(summary.title)}</h2>'
        f'<p class="facts">{shown}</p>'
        '<a class="close" href="#close"><span class="sr-only">Close the document</span>'
        '<span aria-hidden="true">&#215;</span></a></div>'
    )
    if text[start:end] != quote:
        changed = (
            "The document has changed since this answer was given, so the quote is not marked."
        )
        body = f'<p class="aside">{changed}</p>{_document_text(text, 0, 0)}'
    else:
        body = _document_text(text, start, end)
    return f'<div class="document">{head}{body}</div>'


def render_document_failure(message: str) -> str:
    """Render a document that cannot be opened, told in one sentence."""
    return (
        '<div class="document"><div class="document-head">'
        '<h2 id="document-title" tabindex="-1">This document cannot be shown</h2>'
        '<a class="close" href="#close"><span class="sr-only">Close</span>'
        '<span aria-hidden="true">&#215;</span></a></div>'
        f'<p class="aside">{escape(message)}</p></div>'
    )


def _document_text(text: str, start: int, end: int) -> str:
    """Render a text with one stretch marked; an empty stretch marks nothing."""
    first = max(0, start - SHOWN_CHARACTERS)
    last = min(len(text), end + SHOWN_CHARACTERS)
    mark = f'<mark id="quote">{escape(text[start:end])}</mark>' if end > start else ""
    cut = '<p class="aside">The document goes on; it is cut here.</p>'
    return (
        f"{cut if first > 0 else ''}"
        f'<div class="text">{escape(text[first:start])}{mark}{escape(text[end:last])}</div>'
        f"{cut if last < len(text) else ''}"
    )
