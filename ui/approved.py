"""The list of approved answers as a page for staff. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.approved.listing import with_words
from assistant.approved.model import ApprovedAnswer
from ui.documents import document_address
from ui.frame import render_frame
from ui.language import Language
from ui.markup import escape, render_markdown
from ui.texts import Texts, load_texts

STATES = ("all", "served", "expired")

# What a page shows; who has more searches.
_MOST_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What staff want to see of the list: words that an answer has to hold, and its state."""

    search: str = ""
    state: str = "all"


def room() -> Texts:
    """The words of these pages."""
    return load_texts("approved")


def approved_address(approved_id: str) -> str:
    """Give the address of an approved answer's form."""
    return f"/insights/approved/{approved_id}"


def render_approved_page(
    answers: Sequence[ApprovedAnswer], wish: Wish, today: date, language: Language
) -> str:
    """Render the whole HTML document."""
    texts = room()
    export = ""
    if answers:
        export = (
            '<a class="button" href="/api/v1/approved/cases" download>'
            f"{texts.html(language, 'export')}</a>"
        )
    body = (
        f'<div class="page approved"><p><a href="/insights">{texts.html(language, "to_insights")}'
        f'</a></p><div class="top-line"><h1>{texts.html(language, "title")}</h1>'
        '<a class="button primary" href="/insights/approved/new">'
        f'{texts.html(language, "new")}</a></div><p class="intro">{texts.html(language, "intro")}'
        f"</p>{_content(answers, wish, today, language)}"
        f'<p class="foot">{export}</p>{texts.render_for_scripts(language)}</div>'
    )
    return render_approved_frame(texts.say(language, "title"), body, language)


def render_approved_frame(title: str, body: str, language: Language) -> str:
    """Put a page of approved answers into the frame."""
    return render_frame(
        title=title,
        body=body,
        current="insights",
        language=language,
        styles=("approved.css", "forms.css"),
        scripts=("approved.js",),
    )


def render_unknown_approved_page(language: Language) -> str:
    """Render what is shown where no approved answer has the id."""
    texts = room()
    body = (
        f'<div class="page"><h1>{texts.html(language, "unknown")}</h1><p>'
        f'<a class="button" href="/insights/approved">{texts.html(language, "title")}</a></p></div>'
    )
    return render_approved_frame(texts.say(language, "unknown"), body, language)


def render_state(answer: ApprovedAnswer, today: date, language: Language) -> str:
    """Render whether an answer is served, and why not."""
    texts = room()
    changed = next((source for source in answer.sources if source.changed_on), None)
    if changed:
        text = texts.html(
            language, "expired_document", title=changed.title, date=changed.changed_on
        )
    elif answer.expires_on and today >= answer.expires_on:
        text = texts.html(language, "expired_date", date=answer.expires_on.isoformat())
    else:
        return f'<p class="state served">{texts.html(language, "served")}</p>'
    return f'<p class="state expired">{text}</p>'


def render_text(text: str) -> str:
    """Render an answer as visitors see it, without the numbers of its citations."""
    return render_markdown(text, lambda _number: None)


def _content(answers: Sequence[ApprovedAnswer], wish: Wish, today: date, language: Language) -> str:
    texts = room()
    if not answers:
        return f'<p class="card empty">{texts.html(language, "empty")}</p>'
    chosen = [
        answer
        for answer in with_words(answers, wish.search)
        if wish.state == "all" or (wish.state == "expired") == bool(answer.expiry(today))
    ]
    items = "".join(_item(answer, today, language) for answer in chosen[:_MOST_SHOWN])
    listed = (
        f'<ul class="answers">{items}</ul>'
        if chosen
        else f'<p class="none">{texts.html(language, "none_found")}</p>'
    )
    rest = len(chosen) - _MOST_SHOWN
    more = f"<p>{texts.html(language, 'more', count=rest)}</p>" if rest > 0 else ""
    return f"{_search(wish, language)}{listed}{more}"


def _search(wish: Wish, language: Language) -> str:
    texts = room()
    options = "".join(
        f'<option value="{state}"{" selected" if state == wish.state else ""}>'
        f"{texts.html(language, f'state_{state}')}</option>"
        for state in STATES
    )
    return (
        '<form class="search" role="search" action="/insights/approved" method="get">'
        f'<label for="search">{texts.html(language, "search")}</label>'
        f'<input id="search" type="search" name="q" maxlength="200" value="{escape(wish.search)}">'
        f'<label class="sr-only" for="state">{texts.html(language, "state")}</label>'
        f'<select id="state" name="state">{options}</select>'
        f"<button>{texts.html(language, 'search_button')}</button></form>"
    )


def _item(answer: ApprovedAnswer, today: date, language: Language) -> str:
    texts = room()
    facts = [texts.html(language, "by", author=answer.author, date=answer.approved_at[:10])]
    if answer.expires_on:
        facts.append(texts.html(language, "until", date=answer.expires_on.isoformat()))
    if others := len(answer.other_wordings):
        key = "wording" if others == 1 else "wordings"
        facts.append(texts.html(language, key, count=others))
    sources = "".join(
        f'<li><a href="{escape(document_address(source.document_id))}">{escape(source.title)}</a>'
        "</li>"
        for source in answer.sources
    )
    address = escape(approved_address(answer.approved_id))
    return (
        f'<li class="card answer" data-question="{escape(answer.question)}" '
        f'data-address="/api/v1/approved/{escape(answer.approved_id)}">'
        f'<div class="top-line"><h2><a href="{address}">{escape(answer.question)}</a></h2>'
        f'{render_state(answer, today, language)}</div><div class="said">{render_text(answer.text)}'
        f'</div><p class="about">{" · ".join(facts)}</p>'
        f"{f'<ul class=sources-named>{sources}</ul>' if sources else ''}"
        f"{render_actions(answer, today, language)}</li>"
    )


def render_actions(answer: ApprovedAnswer, today: date, language: Language) -> str:
    """Render what can be done with an answer; the buttons work with `static/approved.js`."""
    texts = room()
    renew = ""
    if answer.expiry(today):
        renew = (
            '<button type="button" class="primary" data-renew hidden>'
            f"{texts.html(language, 'renew')}</button>"
        )
    return (
        f'<p class="actions">{renew}<a class="button" '
        f'href="{escape(approved_address(answer.approved_id))}">{texts.html(language, "edit")}</a>'
        '<button type="button" class="danger" data-delete hidden>'
        f'{texts.html(language, "remove")}</button></p><div class="outcome" role="status"></div>'
    )
