"""One document as a page of its own, with a stretch of it marked. Pure."""

from assistant.approved.model import ID_PREFIX, is_approved_id
from assistant.library import DocumentDetail
from ui.document_view import render_text
from ui.documents import ask_address, document_address, kind_of, room
from ui.frame import render_frame
from ui.language import Language
from ui.markup import escape

# What a page may show of one document: a book of 300 pages.
_MOST_CHARACTERS = 1_000_000


def render_document_page(
    document: DocumentDetail, *, start: int, end: int, is_upload: bool, language: Language
) -> str:
    """Render the whole HTML document, `text[start:end]` marked where that is a stretch of it."""
    texts, summary = room(), document.summary
    is_stretch = 0 <= start < end <= len(document.text)
    note = ""
    if end > 0 and not is_stretch:
        note = f'<p class="aside" role="status">{texts.html(language, "no_stretch")}</p>'
    elif is_stretch:
        note = f'<p><a class="to-mark" href="#quote">{texts.html(language, "to_mark")}</a></p>'
    first, last = (start, end) if is_stretch else (0, 0)
    text = render_text(document, first, last, language, most=_MOST_CHARACTERS)
    body = (
        '<div class="page document-page"><p><a href="/documents">'
        f"{texts.html(language, 'back')}</a></p>"
        f'<h1 lang="{escape(summary.language)}">{escape(summary.title)}</h1>'
        f"{_facts(document, language, is_upload=is_upload)}"
        f"{_actions(document, language, is_upload=is_upload)}{note}"
        f'<article class="card whole">{text}</article>{texts.render_for_scripts(language)}</div>'
    )
    return _frame(summary.title, body, language)


def render_unknown_page(language: Language) -> str:
    """Render what is shown where no document has the id."""
    texts = room()
    body = (
        f'<div class="page"><h1>{texts.html(language, "unknown")}</h1>'
        f'<p class="intro">{texts.html(language, "unknown_lead")}</p>'
        f'<p><a class="button" href="/documents">{texts.html(language, "back")}</a></p></div>'
    )
    return _frame(texts.say(language, "unknown"), body, language)


def render_unavailable_page(language: Language) -> str:
    """Render what is shown while the documents cannot be read."""
    texts = room()
    body = (
        f'<div class="page"><h1>{texts.html(language, "title")}</h1>'
        f'<p class="card" role="alert">{texts.html(language, "unavailable")}</p></div>'
    )
    return _frame(texts.say(language, "title"), body, language)


def _frame(title: str, body: str, language: Language) -> str:
    return render_frame(
        title=title,
        body=body,
        current="documents",
        language=language,
        styles=("documents.css", "forms.css"),
        scripts=("documents.js",),
    )


def _facts(document: DocumentDetail, language: Language, *, is_upload: bool) -> str:
    texts, summary = room(), document.summary
    key = "passage" if summary.passages == 1 else "passages"
    facts = [
        escape(summary.source),
        texts.html(language, "uploaded") if is_upload else "",
        escape(kind_of(summary)),
        texts.html(language, "as_of", date=summary.as_of) if summary.as_of else "",
        escape(summary.language) if summary.language != "und" else "",
        _pages(document, language),
        texts.html(language, key, count=summary.passages) if not _is_approved(document) else "",
    ]
    shown = f'<p class="about">{" · ".join(fact for fact in facts if fact)}</p>'
    if document.unread_pages:
        unread = texts.html(language, "unread_pages", pages=document.unread_pages)
        shown += f'<p class="aside">{unread}</p>'
    if _is_approved(document):
        question = summary.metadata.get("question", "")
        shown += f"<p>{texts.html(language, 'answers', question=question)}</p>"
    return shown


def _pages(document: DocumentDetail, language: Language) -> str:
    """Count the pages; "" where the format has none."""
    count = document.pages[-1].page if document.pages else 0
    key = "one_page" if count == 1 else "pages"
    return room().html(language, key, count=count) if count else ""


def _actions(document: DocumentDetail, language: Language, *, is_upload: bool) -> str:
    """Render what can be done: an approved answer is changed among its like."""
    texts, summary = room(), document.summary
    if _is_approved(document):
        approved_id = summary.document_id.removeprefix(ID_PREFIX)
        question = summary.metadata.get("question", "")
        change = (
            f'<a class="button" href="/insights/approved/{escape(approved_id)}">'
            f"{texts.html(language, 'edit')}</a>"
        )
    else:
        question = texts.say(language, "ask_question", title=summary.title)
        kind = "upload" if is_upload else "file"
        change = (
            f'<button type="button" class="danger" data-remove="{kind}" hidden '
            f'data-address="/api/v1{escape(document_address(summary.document_id))}" '
            f'data-title="{escape(summary.title)}" data-source="{escape(summary.source)}">'
            f"{texts.html(language, 'remove')}</button>"
        )
        if is_upload:
            change += (
                f'<button type="button" data-original="/api/v1'
                f'{escape(document_address(summary.document_id))}/original" '
                f'data-name="{escape(summary.source)}" hidden>'
                f"{texts.html(language, 'original')}</button>"
            )
    ask = texts.html(language, "ask")
    return (
        f'<p class="actions"><a class="button primary" href="{escape(ask_address(question))}">{ask}'
        f'</a>{change}</p><div id="outcome" class="outcome" role="alert"></div>'
    )


def _is_approved(document: DocumentDetail) -> bool:
    return is_approved_id(document.summary.document_id)
