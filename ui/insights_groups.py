"""Groups of questions as HTML: what to act on, and what people ask. Pure."""

from collections.abc import Callable, Sequence
from typing import Literal
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from assistant.insights.model import DocumentUse, QuestionGroup
from ui.insights_words import room, say_count, say_day
from ui.language import Language
from ui.markup import escape

List = Literal["declined", "disliked"]

SHOWN = 6
"""Groups to act on before the rest folds away: what fits in one look."""

SHOWN_ALONE = 3
"""Groups to show where none was asked twice."""

MOST_FOLDED = 100
"""Entries of a folded list; a page of thousands helps nobody."""

_MOST_ASKED = 10


def render_to_act_on(
    groups: Sequence[QuestionGroup], kind: List, language: Language, zone: ZoneInfo
) -> str:
    """Render the groups of one list with what can be done about each; what is mended comes last."""
    texts = room()
    groups = sorted(groups, key=lambda group: (group.count == 1, group.is_answered_since))
    heading = (
        f'<h2 id="{kind}-title">{texts.html(language, kind)}</h2>'
        if not groups
        else f'<div class="heading"><h2 id="{kind}-title">{texts.html(language, kind)} '
        f'<span class="count">{sum(group.count for group in groups)}</span></h2>'
        f'<button type="button" data-ask-all hidden>{texts.html(language, "ask_all_again")}'
        f'</button></div><p class="outcome" role="status"></p>'
    )
    opening = f'<section class="act-on {kind}" aria-labelledby="{kind}-title">{heading}'
    if not groups:
        return f'{opening}<p class="none">{texts.html(language, f"none_{kind}")}</p></section>'
    shown = _shown(groups)
    lead = texts.html(
        language,
        f"lead_{kind}",
        shown=len(shown),
        settled=sum(group.count for group in shown),
        all=sum(group.count for group in groups),
    )

    def items(some: Sequence[QuestionGroup]) -> str:
        return "".join(_group(group, kind, language, zone) for group in some)

    return f'{opening}<p class="lead">{lead}</p>{_folded(groups, items, language)}</section>'


def render_asked(groups: Sequence[QuestionGroup], language: Language) -> str:
    """Render what people ask most, with what became of it."""
    texts = room()
    heading = f'<h2 id="asked-title">{texts.html(language, "asked")}</h2>'
    opening = f'<section class="asked" aria-labelledby="asked-title">{heading}'
    if not groups:
        return f'{opening}<p class="none">{texts.html(language, "asked_none")}</p></section>'
    most = groups[0].count
    rows = "".join(_asked_row(group, most, language) for group in groups[:_MOST_ASKED])
    return (
        f'{opening}<p class="lead">{texts.html(language, "asked_lead")}</p>'
        f'<ol class="bars">{rows}</ol></section>'
    )


def chat_address(question: str) -> str:
    """Give the address that asks a question in the chat."""
    return f"/?{urlencode({'q': question})}"


def document_link(use: DocumentUse, language: Language) -> str:
    """Render a document's title, as a link while it can be opened."""
    if not use.is_stored:
        return f"{escape(use.title)} {room().html(language, 'removed')}"
    address = f"/documents/{quote(use.document_id, safe='')}"
    return f'<a href="{escape(address)}">{escape(use.title)}</a>'


def bar(part: int, most: int, marked: int) -> str:
    """Draw a bar that is `part` of `most` wide, the last `marked` of it in another colour."""
    width = 100 * part / most
    end = 100 * marked / most
    rects = f'<rect class="answered" width="{width - end:.1f}%" height="6"/>'
    if marked:
        rects += f'<rect class="declined" x="{width - end:.1f}%" width="{end:.1f}%" height="6"/>'
    return f'<svg class="bar" aria-hidden="true" width="100%" height="6">{rects}</svg>'


def _folded(
    groups: Sequence[QuestionGroup],
    items: Callable[[Sequence[QuestionGroup]], str],
    language: Language,
) -> str:
    """Show the first groups; fold the others, and those asked once, away."""
    shown = _shown(groups)
    rest = groups[len(shown) :]
    html = f'<ul class="groups shown">{items(shown)}</ul>'
    for key, some in (
        ("more", [group for group in rest if group.count > 1]),
        ("tail", [group for group in rest if group.count == 1]),
    ):
        if some:
            listed = f'<ul class="groups">{items(some[:MOST_FOLDED])}</ul>'
            summary = room().html(language, f"fold_{key}", count=len(some))
            rest_note = note_of_rest(len(some) - MOST_FOLDED, language)
            html += f"<details><summary>{summary}</summary>{listed}{rest_note}</details>"
    return html


def note_of_rest(count: int, language: Language) -> str:
    """Say how many of a long list are not on the page; nothing when all are."""
    if count <= 0:
        return ""
    return f'<p class="none">{room().html(language, "rest", count=count)}</p>'


def _shown(groups: Sequence[QuestionGroup]) -> Sequence[QuestionGroup]:
    """Give the groups to show at once, of groups with the most frequent first."""
    repeated = [group for group in groups if group.count > 1]
    return repeated[:SHOWN] or groups[:SHOWN_ALONE]


def _group(group: QuestionGroup, kind: List, language: Language, zone: ZoneInfo) -> str:
    outcome = ' data-outcome="answered"' if group.is_answered_since else ""
    parts = [
        f'<li class="group" data-question="{escape(group.name)}"{outcome}>'
        f"<h3>{escape(group.name)}</h3>",
        f'<p class="tally">{_tally(group, language, zone)}</p>',
        _reasons(group, language) if kind == "disliked" else "",
        _documents(group.nearest, "nearest", language),
        _documents(group.cited, "quoted", language),
        _wordings(group, language),
        _actions(group, language),
        '<div class="outcome" role="status"></div></li>',
    ]
    return "".join(parts)


def _tally(group: QuestionGroup, language: Language, zone: ZoneInfo) -> str:
    texts = room()
    facts = [
        f"<b>{escape(say_count(group.count, language))}</b>",
        texts.html(
            language, "last_on", day=say_day(group.last_asked.astimezone(zone).date(), language)
        ),
    ]
    if group.totals.asked > group.count:
        facts.append(texts.html(language, "of_asked", count=group.totals.asked))
    if group.is_answered_since:
        facts.append(f'<span class="since">{texts.html(language, "answered_since")}</span>')
    return " · ".join(facts)


def _reasons(group: QuestionGroup, language: Language) -> str:
    texts = room()
    if not group.reasons:
        return f'<p class="none">{texts.html(language, "no_reason")}</p>'
    quotes = "".join(f"<li><q>{escape(reason)}</q></li>" for reason in group.reasons)
    label = texts.html(language, "reasons")
    return f'<ul class="reasons" aria-label="{label}">{quotes}</ul>'


def _documents(uses: Sequence[DocumentUse], label: str, language: Language) -> str:
    if not uses:
        return ""
    links = ", ".join(document_link(use, language) for use in uses)
    return f'<p class="near">{room().html(language, label)} {links}</p>'


def _wordings(group: QuestionGroup, language: Language) -> str:
    if not group.wordings:
        return ""
    summary = room().html(language, "wordings", count=len(group.wordings))
    items = "".join(f"<li>{escape(wording)}</li>" for wording in group.wordings)
    return f'<details class="wordings"><summary>{summary}</summary><ul>{items}</ul></details>'


def _actions(group: QuestionGroup, language: Language) -> str:
    """Render what can be done; for whoever hears the page, each says about which question."""
    texts = room()
    about = f'<span class="sr-only"> {texts.html(language, "about", question=group.name)}</span>'
    asked = [("question", group.name), *(("wording", wording) for wording in group.wordings)]
    write = f"/insights/approved/new?{urlencode(asked)}"
    add = f"/documents?{urlencode({'add': '1', 'question': group.name})}"
    return (
        '<div class="actions">'
        f'<a class="button primary" href="{escape(write)}">'
        f"{texts.html(language, 'write_answer')}{about}</a>"
        f'<a class="button" href="{escape(add)}">{texts.html(language, "add_document")}{about}</a>'
        # Without its script it does nothing, so the script shows it.
        f'<button type="button" data-ask hidden>{texts.html(language, "ask_again")}{about}</button>'
        f'<a class="plain" href="{escape(chat_address(group.name))}">'
        f"{texts.html(language, 'open_chat')}{about}</a></div>"
    )


def _asked_row(group: QuestionGroup, most: int, language: Language) -> str:
    texts = room()
    declined = (
        f' · <span class="warm">'
        f"{texts.html(language, 'share_declined', count=group.totals.declined)}</span>"
        if group.totals.declined
        else ""
    )
    return (
        f'<li><a href="{escape(chat_address(group.name))}">{escape(group.name)}</a>'
        f'<span class="tally">{escape(say_count(group.count, language))}{declined}</span>'
        f"{bar(group.count, most, group.totals.declined)}</li>"
    )
