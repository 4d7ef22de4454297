"""The list of documents as a page: searched and sorted by the server. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from assistant.library import DocumentSummary
from assistant.question.terms import words
from ui.document_form import render_form
from ui.frame import render_frame
from ui.language import Language
from ui.markup import escape
from ui.texts import Texts, load_texts

COLUMNS = ("title", "kind", "source", "as_of", "language", "passages")
"""What is known of a document, in the order of the list; it can be sorted by each."""

MOST_SHOWN = 500
"""Rows that the list has at most; a page of ten thousand is slow, and read by nobody."""

_KEYS: dict[str, Callable[[DocumentSummary], str]] = {
    "kind": lambda one: kind_of(one).casefold(),
    "source": lambda one: one.source.casefold(),
    "as_of": lambda one: one.as_of or "",
    "language": lambda one: one.language,
}
# First what is newest and longest; all else by the alphabet.
_DOWN = frozenset({"as_of", "passages"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a visitor wants to see of the list.

    Attributes:
        search: Words that a document's title, kind or source has to hold.
        sort: The column to sort by.
        add: Whether to show the form for adding a document.
        question: The question that a new document shall answer.
    """

    search: str = ""
    sort: str = "title"
    add: bool = False
    question: str = ""


def room() -> Texts:
    """The words of these pages."""
    return load_texts("documents")


def kind_of(summary: DocumentSummary) -> str:
    """Give what kind of thing a document is about, as its front matter says; "" if it does not."""
    return summary.metadata.get("kind", "")


def document_address(document_id: str) -> str:
    """Give the address of a document's page."""
    return f"/documents/{quote(document_id, safe='')}"


def ask_address(question: str) -> str:
    """Give the address that asks a question in the chat."""
    return f"/?{urlencode({'q': question})}"


def render_documents_page(
    summaries: Sequence[DocumentSummary], wish: Wish, language: Language
) -> str:
    """Render the whole HTML document."""
    texts = room()
    add = ""
    if not wish.add:
        add = f'<a class="button primary" href="/documents?add=1">{texts.html(language, "add")}</a>'
    body = (
        '<div class="page documents"><div class="top-line">'
        f"<h1>{texts.html(language, 'title')}</h1>{add}</div>"
        f'<p class="intro">{texts.html(language, "intro")}</p>'
        f"{render_form(wish.question, language) if wish.add else ''}"
        f"{_list(summaries, wish, language) if summaries else _empty(language)}"
        f"{texts.render_for_scripts(language)}</div>"
    )
    return render_frame(
        title=texts.say(language, "title"),
        body=body,
        current="documents",
        language=language,
        styles=("documents.css", "forms.css"),
        scripts=("documents.js",),
    )


def found(summaries: Sequence[DocumentSummary], wish: Wish) -> list[DocumentSummary]:
    """Give the documents that a wish is for, in its order; equals stand by title."""
    wanted = words(wish.search)
    chosen = [one for one in summaries if _holds(one, wanted)]
    chosen.sort(key=lambda one: (one.title.casefold(), one.document_id))
    if wish.sort == "passages":
        chosen.sort(key=lambda one: one.passages, reverse=True)
    elif wish.sort in _KEYS:
        chosen.sort(key=_KEYS[wish.sort], reverse=wish.sort in _DOWN)
    return chosen


def _holds(summary: DocumentSummary, wanted: Sequence[str]) -> bool:
    held = words(f"{summary.title} {kind_of(summary)} {summary.source}")
    return all(any(word.startswith(each) for word in held) for each in wanted)


def _empty(language: Language) -> str:
    return f'<p class="card empty">{room().html(language, "empty")}</p>'


def _list(summaries: Sequence[DocumentSummary], wish: Wish, language: Language) -> str:
    texts = room()
    chosen = found(summaries, wish)
    count = texts.html(
        language,
        "shown_one" if len(chosen) == 1 else "shown",
        count=len(chosen),
        all=len(summaries),
    )
    everything = ""
    if wish.search:
        everything = f' <a href="/documents">{texts.html(language, "search_all")}</a>'
    table = (
        _table(chosen, wish, language)
        if chosen
        else f'<p class="none">{texts.html(language, "none_found")}</p>'
    )
    return f'{_search(wish, language)}<p class="count" role="status">{count}{everything}</p>{table}'


def _search(wish: Wish, language: Language) -> str:
    texts = room()
    sort = f'<input type="hidden" name="sort" value="{escape(wish.sort)}">'
    return (
        '<form class="search" role="search" action="/documents" method="get">'
        f'<label for="search">{texts.html(language, "search")}</label>'
        f'<input id="search" type="search" name="q" maxlength="200" value="{escape(wish.search)}">'
        f"{sort}<button>{texts.html(language, 'search_button')}</button></form>"
    )


def _table(chosen: Sequence[DocumentSummary], wish: Wish, language: Language) -> str:
    head = "".join(_heading(column, wish, language) for column in COLUMNS)
    rows = "".join(_row(summary, language) for summary in chosen[:MOST_SHOWN])
    label = room().html(language, "title")
    rest = len(chosen) - MOST_SHOWN
    more = f"<p>{room().html(language, 'more', count=rest)}</p>" if rest > 0 else ""
    return (
        # On a phone the rows are no table to look at; to those who hear it they stay one.
        f'<table class="list" role="table" aria-label="{label}"><thead role="rowgroup">'
        f'<tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>{more}'
    )


def _heading(column: str, wish: Wish, language: Language) -> str:
    name = room().html(language, f"column_{column}")
    if column == wish.sort:
        way = "descending" if column in _DOWN else "ascending"
        return f'<th scope="col" role="columnheader" class="{column}" aria-sort="{way}">{name}</th>'
    address = "/documents?" + urlencode({"q": wish.search, "sort": column})
    return (
        f'<th scope="col" role="columnheader" class="{column}">'
        f'<a href="{escape(address)}">{name}</a></th>'
    )


def _row(summary: DocumentSummary, language: Language) -> str:
    texts = room()
    cells = {
        "kind": kind_of(summary),
        "source": summary.source,
        "as_of": summary.as_of or "",
        "language": summary.language,
        "passages": str(summary.passages),
    }
    title = (
        '<th scope="row" role="rowheader" class="title">'
        f'<a href="{escape(document_address(summary.document_id))}" '
        f'lang="{escape(summary.language)}">{escape(summary.title)}</a></th>'
    )
    rest = "".join(
        f'<td role="cell" class="{column}" data-label="{texts.html(language, f"column_{column}")}">'
        f"{escape(text)}</td>"
        for column, text in cells.items()
    )
    return f'<tr role="row">{title}{rest}</tr>'
