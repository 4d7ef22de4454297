"""The form in which an approved answer is written; what it does is in `static/approved_form.js`."""

import json
from collections.abc import Sequence
from datetime import date

from assistant.approved.checking import (
    MAX_AUTHOR_CHARACTERS,
    MAX_OTHER_WORDINGS,
    MAX_TEXT_CHARACTERS,
)
from assistant.approved.model import ApprovedAnswer
from assistant.question.typed import MAX_QUESTION_CHARACTERS
from ui.approved import render_state, render_text, room
from ui.frame import render_frame
from ui.language import Language
from ui.markup import escape


def render_new_page(question: str, language: Language, *, wordings: Sequence[str] = ()) -> str:
    """Render the form for a new answer to a question, which may be empty, in some wordings."""
    return _page(None, (question, *wordings), date.min, language)


def render_edit_page(answer: ApprovedAnswer, today: date, language: Language) -> str:
    """Render the form with an answer in it."""
    return _page(answer, (answer.question, *answer.other_wordings), today, language)


def _page(
    answer: ApprovedAnswer | None, wordings: Sequence[str], today: date, language: Language
) -> str:
    texts = room()
    title = "new" if answer is None else "edit_title"
    body = (
        '<div class="page approved-form"><p><a href="/insights/approved">'
        f"{texts.html(language, 'title')}</a></p><h1>{texts.html(language, title)}</h1>"
        f"{_state(answer, today, language) if answer else ''}"
        f"<noscript><p>{texts.html(language, 'needs_script')}</p></noscript>"
        f"{_form(answer, wordings, language)}"
        f"{texts.render_for_scripts(language)}</div>"
    )
    return render_frame(
        title=texts.say(language, title),
        body=body,
        current="insights",
        language=language,
        styles=("approved.css", "forms.css"),
        scripts=("approved_form.js", "approved.js"),
    )


def _state(answer: ApprovedAnswer, today: date, language: Language) -> str:
    texts = room()
    state = render_state(answer, today, language)
    renew = ""
    if answer.expiry(today):
        renew = (
            f"<p>{texts.html(language, 'expired_lead')}</p>"
            '<button type="button" class="primary" data-renew hidden>'
            f"{texts.html(language, 'renew')}</button>"
        )
    return (
        f'<div class="card answer standing" data-question="{escape(answer.question)}" '
        f'data-address="/api/v1/approved/{escape(answer.approved_id)}" '
        f'data-then="/insights/approved">{state}{renew}'
        '<button type="button" class="danger" data-delete hidden>'
        f'{texts.html(language, "remove")}</button><div class="outcome" role="status"></div></div>'
    )


def _form(answer: ApprovedAnswer | None, wordings: Sequence[str], language: Language) -> str:
    texts = room()
    address = f"/api/v1/approved/{answer.approved_id}" if answer else "/api/v1/approved"
    question, *others = wordings
    text = answer.text if answer else ""
    expires = answer.expires_on.isoformat() if answer and answer.expires_on else ""
    return (
        f'<form id="approve" data-method="{"PATCH" if answer else "POST"}" '
        f'data-address="{escape(address)}" hidden><div class="columns"><div>'
        + _field(
            "question",
            _area("question", question, 2, MAX_QUESTION_CHARACTERS),
            language,
            hint="question_hint",
        )
        + _field(
            "other_wordings",
            _area(
                "other_wordings", "\n".join(others), 3, MAX_OTHER_WORDINGS * MAX_QUESTION_CHARACTERS
            ),
            language,
            hint="other_wordings_hint",
        )
        + _field("text", _area("text", text, 9, MAX_TEXT_CHARACTERS), language, hint="text_hint")
        + f'<div class="shown"><h2 id="preview-title">{texts.html(language, "preview")}</h2>'
        f'<div class="card said" id="preview" aria-labelledby="preview-title" role="group">'
        f"{render_text(text)}</div></div></div><div>"
        + _sources(answer, language)
        + _trying(language)
        + _field(
            "author",
            f'<input id="author" required maxlength="{MAX_AUTHOR_CHARACTERS}" '
            f'autocomplete="name" aria-describedby="author-hint" '
            f'value="{escape(answer.author if answer else "")}">',
            language,
            hint="author_hint",
        )
        + _field(
            "expires_on",
            '<input id="expires_on" type="date" aria-describedby="expires_on-hint" '
            f'value="{escape(expires)}">',
            language,
            hint="expires_hint",
        )
        + f'</div></div><div class="actions"><button class="primary">'
        f"{texts.html(language, 'save' if answer else 'save_new')}</button></div>"
        '<div id="saved" class="outcome" role="status" tabindex="-1"></div></form>'
    )


def _area(name: str, text: str, rows: int, most: int) -> str:
    required = "" if name == "other_wordings" else " required"
    # A line break right after the tag would be left out by the browser.
    return (
        f'<textarea id="{name}" rows="{rows}" maxlength="{most}" '
        f'aria-describedby="{name}-hint"{required}>{escape(text)}</textarea>'
    )


def _field(name: str, control: str, language: Language, *, hint: str) -> str:
    texts = room()
    told = texts.html(language, hint)
    return (
        f'<div class="field"><label for="{name}">{texts.html(language, name)}</label>{control}'
        f'<p class="hint" id="{name}-hint">{told}</p></div>'
    )


def _sources(answer: ApprovedAnswer | None, language: Language) -> str:
    """Render the documents it stands on, which the script shows and changes."""
    texts = room()
    chosen = [
        {
            "document_id": source.document_id,
            "title": source.title,
            "quote": source.quote,
            "start": source.start if source.quote else None,
            "end": source.end if source.quote else None,
            "changed_on": source.changed_on,
        }
        for source in (answer.sources if answer else ())
    ]
    written = escape(json.dumps(chosen, ensure_ascii=False))
    return (
        f'<fieldset class="card" id="sources" data-sources="{written}">'
        f"<legend>{texts.html(language, 'sources')}</legend>"
        f'<p class="hint">{texts.html(language, "sources_hint")}</p>'
        '<ul id="chosen" class="chosen"></ul>'
        f'<label for="find">{texts.html(language, "sources_search")}</label>'
        '<div class="find"><input id="find" type="search" maxlength="500" autocomplete="off">'
        f'<button type="button" id="find-button">{texts.html(language, "search_button")}</button>'
        '</div><ul id="found" class="found" aria-live="polite"></ul></fieldset>'
    )


def _trying(language: Language) -> str:
    texts = room()
    return (
        f'<fieldset class="card trying"><legend>{texts.html(language, "try")}</legend>'
        f'<label class="sr-only" for="try">{texts.html(language, "try")}</label>'
        '<textarea id="try" rows="3" maxlength="5000" aria-describedby="try-hint"></textarea>'
        f'<p class="hint" id="try-hint">{texts.html(language, "try_hint")}</p>'
        f'<button type="button" id="try-button">{texts.html(language, "try_button")}</button>'
        '<ul id="tried" class="tried" aria-live="polite"></ul></fieldset>'
    )
