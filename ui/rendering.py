"""Turn, Answer and DocumentDetail to HTML strings: pure, and the only place that writes the page's HTML.

Every word that comes from a document, a file name or a visitor passes through `escape`. The only
link targets are addresses within the page (`#cite-2-1`: turn 2, citation 1), which `static/page.js`
hands to the server. Each string is a single line inside one block element.
"""

from collections.abc import Callable, Iterable, Sequence

from assistant.library import DocumentDetail
from assistant.model import Answer, Citation, Conflict, Coverage, NearestPassage, Turn
from ui.markup import escape, render_markdown

SHOWN_SOURCES = 5
"""Citations listed under an answer before the rest folds away; more would push the answer off."""

SHOWN_CHARACTERS = 20_000
"""How much of a document is shown on either side of a quote; a browser stays quick with that."""

_NAME = "Ecosystem assistant"


def render_header(document_count: int) -> str:
    """Render the name of the page and what it knows."""
    noun = "document" if document_count == 1 else "documents"
    known = f"{document_count:,} {noun}" if document_count else "no documents yet"
    return (
        f'<div class="masthead"><h1>{_NAME}</h1>'
        f"<p>Answers from {known}, with the exact passage behind every statement.</p></div>"
    )


def render_welcome(document_count: int, *, has_examples: bool) -> str:
    """Render what stands where the conversation will be; for staff when there is nothing to ask."""
    if document_count == 0:
        return (
            '<div class="notice empty"><h2>There are no documents to answer from yet</h2>'
            "<p>Whoever runs this server can add a folder of documents with this command, "
            "and then reload the page:</p>"
            f"<pre><code>{escape('assistant ingest FOLDER')}</code></pre></div>"
        )
    hint = "<p>Or start with one of these.</p>" if has_examples else ""
    return (
        '<div class="welcome"><h2>What would you like to know?</h2>'
        "<p>Ask in your own words. When the documents do not say, the answer says so.</p>"
        f"{hint}</div>"
    )


def render_conversation(turns: Iterable[Turn], *, first_number: int = 1) -> str:
    """Render finished turns, oldest first; no turns give an empty string."""
    rendered = [render_turn(turn, number) for number, turn in enumerate(turns, first_number)]
    return f'<div class="turns">{"".join(rendered)}</div>' if rendered else ""


def render_turn(turn: Turn, number: int) -> str:
    """Render one exchange; `number` counts turns from 1 and is part of its citations' addresses."""
    understood = render_understood(turn.question, turn.query)
    return _exchange(turn.question, understood + _answer(turn.answer, number), number)


def render_progress(question: str, *, number: int, query: str, text: str, step: str) -> str:
    """Render an exchange that is still being answered; `step` says what is being done.

    `text` is the answer so far, its markers not yet links.
    """
    said = render_markdown(text, lambda _: None)
    working = f'<p class="working"><span class="pulse"></span>{escape(step)}</p>'
    body = f'<div class="answer">{said}</div>' if said else working
    return _exchange(question, render_understood(question, query) + body, number)


def render_failure(question: str, message: str, *, number: int) -> str:
    """Render an exchange that ended in an error, told in one sentence."""
    notice = (
        '<div class="notice failed" role="alert"><h3>That did not work</h3>'
        f"<p>{escape(message)}</p></div>"
    )
    return _exchange(question, notice, number)


def render_spoken(answer: Answer) -> str:
    """Say in a few words how a turn ended, for those who hear the page."""
    if answer.status == "declined":
        return "The documents do not answer this."
    count = len(answer.citations)
    sources = "" if count == 0 else f", {count} source{'' if count == 1 else 's'}"
    return f"Answered{sources}."


def render_understood(question: str, query: str) -> str:
    """Render what was searched, when that is not what was typed."""
    if not query or query.strip() == question.strip():
        return ""
    return f'<p class="understood"><span>Understood as:</span> {escape(query)}</p>'


def render_document(
    document: DocumentDetail, *, quote: str, start: int, end: int, heading: str | None = None
) -> str:
    """Render a document with `text[start:end]` marked.

    When that is not `quote` (the document was replaced since), nothing is marked and a line says
    so. Far from the quote, a long document is cut, and a line says that as well.
    """
    summary, text = document.summary, document.text
    facts = [summary.source, f"as of {summary.as_of}" if summary.as_of else "", heading or ""]
    shown = " · ".join(escape(fact) for fact in facts if fact)
    head = (
        '<div class="document-head">'
        f'<h2 id="document-title" tabindex="-1">{escape(summary.title)}</h2>'
        f'<p class="facts">{shown}</p>'
        '<a class="close" href="#close"><span class="sr-only">Close the document</span>'
        '<span aria-hidden="true">&#215;</span></a></div>'
    )
    if text[start:end] != quote:
        changed = "The document has changed since this answer was given, so the quote is not marked."
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


def _exchange(question: str, reply: str, number: int) -> str:
    """Put a question and what was replied into one block."""
    return (
        f'<div class="turn" id="turn-{number}">'
        f'<div class="question"><span class="sr-only">You asked&#58; </span>{escape(question)}</div>'
        f'<div class="reply">{reply}</div></div>'
    )


def _answer(answer: Answer, number: int) -> str:
    """Render an answer with everything that proves it."""
    known = {citation.number for citation in answer.citations}

    def address(citation_number: int) -> str | None:
        return f"#cite-{number}-{citation_number}" if citation_number in known else None

    text = render_markdown(_without_lead(answer), address)
    if answer.status == "declined":
        return f'<div class="notice declined">{text}{_nearest(answer.nearest, number)}</div>'
    lead = f'<p class="short">{escape(answer.short_answer)}</p>' if answer.short_answer else ""
    parts = (
        f'<div class="answer">{lead}{text}</div>',
        _coverage(answer.coverage),
        _conflicts(answer.conflicts, address),
        _sources(answer.citations, number),
    )
    return "".join(parts)


def _without_lead(answer: Answer) -> str:
    """Give the answer's text without a first line that only repeats the short answer."""
    if not answer.short_answer:
        return answer.text
    first, _, rest = answer.text.partition("\n")
    bare = first.replace("*", "").strip()
    return rest if rest and bare == answer.short_answer.replace("*", "").strip() else answer.text


def _folded(items: Sequence[str], noun: str) -> str:
    """Put items into a list, those beyond the first few behind a line that unfolds them."""
    shown = f'<ol class="sources">{"".join(items[:SHOWN_SOURCES])}</ol>'
    rest = items[SHOWN_SOURCES:]
    if not rest:
        return shown
    more = f'<summary>Show {len(rest)} more {noun}</summary><ol class="sources">{"".join(rest)}</ol>'
    return f"{shown}<details>{more}</details>"


def _sources(citations: Sequence[Citation], number: int) -> str:
    """Render the citations under an answer."""
    if not citations:
        return ""
    items = [
        _source(
            f"#cite-{number}-{citation.number}",
            label=str(citation.number),
            place=_place(citation.title, citation.heading, citation.page),
            quote=citation.quote,
            note=_note(citation),
        )
        for citation in citations
    ]
    return f'<div class="evidence"><h3>Sources</h3>{_folded(items, "sources")}</div>'


def _note(citation: Citation) -> str:
    """Say when a citation's content was true, and whether its quote was checked."""
    as_of = f"as of {citation.as_of}" if citation.as_of else ""
    unchecked = "" if citation.verified else "quote not checked"
    return " · ".join(part for part in (as_of, unchecked) if part)


def _nearest(passages: Sequence[NearestPassage], number: int) -> str:
    """Render the passages that came nearest to a question that was declined."""
    if not passages:
        return ""
    items = [
        _source(
            f"#near-{number}-{at}",
            label="",
            place=_place(passage.title, passage.heading, passage.page),
            quote=passage.text,
            note="",
        )
        for at, passage in enumerate(passages, 1)
    ]
    folded = _folded(items, "passages")
    return f'<div class="evidence"><h3>Nearest passages</h3>{folded}</div>'


def _source(address: str, *, label: str, place: str, quote: str, note: str) -> str:
    """Render one place in a document as a link that opens it, with what stands there."""
    number = f'<span class="number">{label}</span>' if label else ""
    dated = f'<span class="note">{escape(note)}</span>' if note else ""
    return (
        f'<li><a class="source" href="{escape(address)}">{number}'
        f'<span class="place"><span class="sr-only">Open </span>{place}</span>{dated}</a>'
        f"<blockquote>{escape(quote)}</blockquote></li>"
    )


def _place(title: str, heading: str | None, page: int | None) -> str:
    """Say where a passage stands: title, heading path and page, escaped."""
    place = f"<b>{escape(title)}</b>"
    if heading:
        place += f" &#8250; {escape(heading.replace(' > ', ' › '))}"
    return f"{place}, page {page}" if page is not None else place


def _coverage(coverage: Coverage | None) -> str:
    """Render how completely a "which" question was checked."""
    if coverage is None:
        return ""
    groups = (
        ("state it", coverage.stated),
        ("deny it", coverage.denied),
        ("do not say", coverage.silent),
    )
    counts = ", ".join(f"{len(names)} {what}" for what, names in groups)
    lists = "".join(
        f"<dt>{what.capitalize()}</dt><dd>{escape(', '.join(names))}</dd>"
        for what, names in groups
        if names
    )
    return (
        f'<details class="coverage"><summary>{coverage.checked} checked&#58; {counts}</summary>'
        f"<dl>{lists}</dl></details>"
    )


def _conflicts(conflicts: Sequence[Conflict], address: Callable[[int], str | None]) -> str:
    """Render which citations disagree."""
    lines = []
    for conflict in conflicts:
        markers = " ".join(f"[{number}]" for number in conflict.citation_numbers)
        cited = render_markdown(markers, address).removeprefix("<p>").removesuffix("</p>")
        about = escape(conflict.about)
        lines.append(f'<p class="conflict">The documents disagree about {about}&#58; {cited}</p>')
    return "".join(lines)
