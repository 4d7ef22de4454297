"""What proves an answer, as HTML: sources, nearest passages and conflicts. Pure."""

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.approved.model import is_approved_id
from assistant.model import Citation, Conflict, NearestPassage
from ui.language import Language
from ui.markup import escape, render_markdown, unescape_markdown
from ui.texts import load_texts

SHOWN_SOURCES = 5
"""Citations listed under an answer before the rest folds away; more would push the answer off."""

_MARKER = re.compile(r" ?\[\d{1,4}\]")
_LIST_SIGN = re.compile(r"^[ \t]*(?:[-*•]|\d{1,3}[.)])[ \t]+", re.MULTILINE)

Address = Callable[[int], str | None]
"""Gives the address that a citation's number opens, or None when there is none."""


def render_conflicts(
    conflicts: Sequence[Conflict],
    citations: Iterable[Citation],
    address: Address,
    language: Language,
) -> str:
    """Render which statements disagree, each conflict as a table with a row for each source."""
    texts = load_texts("chat")
    by_number = {citation.number: citation for citation in citations}
    heads = "".join(
        f'<th scope="col">{texts.html(language, key)}</th>'
        for key in ("conflict_source", "conflict_as_of", "conflict_quote")
    )
    tables = []
    for conflict in conflicts:
        cited = [by_number[n] for n in conflict.citation_numbers if n in by_number]
        rows = "".join(_conflict_row(citation, address) for citation in cited)
        about = texts.html(language, "conflict", about=conflict.about)
        tables.append(
            f'<div class="conflict table"><table><caption>{about}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )
    return "".join(tables)


def _conflict_row(citation: Citation, address: Address) -> str:
    """Render what one source says."""
    return (
        f'<tr><th scope="row">{escape(citation.title)} {render_marker(citation.number, address)}'
        f"</th><td>{escape(citation.as_of or '–')}</td><td>{escape(citation.quote)}</td></tr>"
    )


def render_marker(number: int, address: Address) -> str:
    """Render one `[n]` by itself."""
    return render_markdown(f"[{number}]", address).removeprefix("<p>").removesuffix("</p>")


def render_sources(
    citations: Sequence[Citation], number: int, language: Language, *, text: str = ""
) -> str:
    """Render the citations under an answer; what its `text` says word for word is not repeated."""
    if not citations:
        return ""
    said = _read(text)
    items = [
        _source(
            f"#cite-{number}-{citation.number}",
            label=str(citation.number),
            place=_place(citation.title, citation.heading, citation.page, language),
            quote=citation.quote,
            note=_note(citation, language),
            language=language,
            is_verbatim=citation.verified and _read(citation.quote) in said,
        )
        for citation in citations
    ]
    heading = load_texts("chat").html(language, "sources")
    folded = _folded(items, "more_sources", language)
    return f'<div class="evidence"><h3>{heading}</h3>{folded}</div>'


def render_nearest(passages: Sequence[NearestPassage], number: int, language: Language) -> str:
    """Render the passages that came nearest to a question that was declined."""
    if not passages:
        return ""
    items = [
        _source(
            f"#near-{number}-{at}",
            label="",
            place=_place(passage.title, passage.heading, passage.page, language),
            quote=_without_heading(passage),
            note="",
            language=language,
        )
        for at, passage in enumerate(passages, 1)
    ]
    heading = load_texts("chat").html(language, "nearest")
    folded = _folded(items, "more_passages", language)
    return f'<div class="evidence"><h3>{heading}</h3>{folded}</div>'


def _without_heading(passage: NearestPassage) -> str:
    """Give a passage without a first line that repeats the place above it."""
    first, found, rest = passage.text.partition("\n")
    heading = (passage.heading or "").split(" > ")[-1]
    is_repeated = first.strip() in {heading, passage.title}
    return rest.strip() if found and is_repeated and rest.strip() else passage.text


def _folded(items: Sequence[str], key: str, language: Language) -> str:
    """Put items into a list, those beyond the first few behind a line that unfolds them."""
    shown = f'<ol class="sources">{"".join(items[:SHOWN_SOURCES])}</ol>'
    rest = items[SHOWN_SOURCES:]
    if not rest:
        return shown
    label = load_texts("chat").html(language, key, count=len(rest))
    more = f'<summary>{label}</summary><ol class="sources">{"".join(rest)}</ol>'
    return f"{shown}<details>{more}</details>"


def _read(text: str) -> str:
    """Give a text as it is read, without the signs of Markdown and of lists."""
    plain = _MARKER.sub("", unescape_markdown(_LIST_SIGN.sub("", text)))
    return " ".join(plain.replace("**", "").split())


def _note(citation: Citation, language: Language) -> str:
    """Say when a citation's content was true, and whether its quote was checked; escaped.

    Of an approved answer it is said who approved it, and when.
    """
    texts = load_texts("chat")
    as_of = texts.html(language, "as_of", date=citation.as_of) if citation.as_of else ""
    if is_approved_id(citation.document_id):
        as_of = escape(citation.source)
    unchecked = "" if citation.verified else texts.html(language, "not_verified")
    return " · ".join(part for part in (as_of, unchecked) if part)


def _source(
    address: str,
    *,
    label: str,
    place: str,
    quote: str,
    note: str,
    language: Language,
    is_verbatim: bool = False,
) -> str:
    """Render one place in a document as a link that opens it, with what stands there.

    A quote that the answer says already is there for the scripts alone.
    """
    verbatim, kept = "", ""
    if is_verbatim:
        told = load_texts("chat").html(language, "verbatim")
        verbatim, kept = f'<span class="verbatim">{told}</span>', ' class="kept"'
    number = f'<span class="number">{label}</span>' if label else ""
    dated = f'<span class="note">{note}</span>' if note else ""
    opens = load_texts("chat").html(language, "open")
    return (
        f'<li><a class="source" href="{escape(address)}">{number}'
        f'<span class="place"><span class="sr-only">{opens} </span>{place}</span>'
        f"{dated}{verbatim}</a>"
        f"<blockquote{kept}>{escape(quote)}</blockquote></li>"
    )


def _place(title: str, heading: str | None, page: int | None, language: Language) -> str:
    """Say where a passage stands: title, heading path and page, escaped."""
    place = f"<b>{escape(title)}</b>"
    if heading:
        place += f" › {escape(show_path(heading))}"
    return f"{place}, {show_page(page, language)}" if page is not None else place


def show_page(page: int, language: Language) -> str:
    """Name a page of a document, escaped."""
    # As text: a page's number is never written with its thousands apart.
    return load_texts("chat").html(language, "page", page=str(page))


def show_path(heading: str | None) -> str:
    """Write a heading path as it is read."""
    return heading.replace(" > ", " › ") if heading else ""
