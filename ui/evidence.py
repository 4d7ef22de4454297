"""What proves an answer, as HTML: sources, nearest passages, coverage and conflicts. Pure."""

from collections.abc import Callable, Sequence

from assistant.model import Citation, Conflict, Coverage, NearestPassage
from ui.markup import escape, render_markdown

SHOWN_SOURCES = 5
"""Citations listed under an answer before the rest folds away; more would push the answer off."""


def render_coverage(coverage: Coverage | None) -> str:
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


def render_conflicts(conflicts: Sequence[Conflict], address: Callable[[int], str | None]) -> str:
    """Render which citations disagree."""
    lines = []
    for conflict in conflicts:
        markers = " ".join(f"[{number}]" for number in conflict.citation_numbers)
        cited = render_markdown(markers, address).removeprefix("<p>").removesuffix("</p>")
        about = escape(conflict.about)
        lines.append(f'<p class="conflict">The documents disagree about {about}&#58; {cited}</p>')
    return "".join(lines)


def render_sources(citations: Sequence[Citation], number: int) -> str:
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


def render_nearest(passages: Sequence[NearestPassage], number: int) -> str:
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


def _folded(items: Sequence[str], noun: str) -> str:
    """Put items into a list, those beyond the first few behind a line that unfolds them."""
    shown = f'<ol class="sources">{"".join(items[:SHOWN_SOURCES])}</ol>'
    rest = items[SHOWN_SOURCES:]
    if not rest:
        return shown
    more = (
        f'<summary>Show {len(rest)} more {noun}</summary><ol class="sources">{"".join(rest)}</ol>'
    )
    return f"{shown}<details>{more}</details>"


def _note(citation: Citation) -> str:
    """Say when a citation's content was true, and whether its quote was checked."""
    as_of = f"as of {citation.as_of}" if citation.as_of else ""
    unchecked = "" if citation.verified else "quote not checked"
    return " · ".join(part for part in (as_of, unchecked) if part)


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
        place += f" › {escape(show_path(heading))}"
    return f"{place}, page {page}" if page is not None else place


def show_path(heading: str | None) -> str:
    """Write a heading path as it is read."""
    return heading.replace(" > ", " › ") if heading else ""
