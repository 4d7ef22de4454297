"""The insights page as HTML: numbers, what to act on, what people ask, documents."""

from collections.abc import Sequence
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from assistant.errors import UnknownTimezone
from assistant.insights.model import DocumentUse, Insights, InsightsView, Totals
from ui.frame import render_frame
from ui.insights_chart import render_chart
from ui.insights_groups import (
    MOST_FOLDED,
    bar,
    document_link,
    note_of_rest,
    render_asked,
    render_to_act_on,
)
from ui.insights_words import room, say_day, say_share, say_time
from ui.language import Language
from ui.markup import escape

PERIODS = (7, 30, 90, 0)
"""The periods to choose from, in days; 0 is all that is stored."""

DEFAULT_PERIOD = 30

TIMEZONE_COOKIE = "assistant_timezone"
"""Holds the visitor's time zone, an IANA name; `static/timezone.js` sets it."""

_MOST_USED = 10


def look(view: InsightsView, days: str, timezone: str) -> Insights:
    """Look at the period that an address names, in the visitor's time zone; UTC if unknown."""
    chosen = next((period for period in PERIODS if str(period) == days), DEFAULT_PERIOD)
    try:
        return view.look(days=chosen or None, timezone=timezone or "UTC")
    except UnknownTimezone:
        return view.look(days=chosen or None, timezone="UTC")


def was_ever_asked(view: InsightsView, insights: Insights) -> bool:
    """Say whether anything was asked, in the period that was looked at or in any other."""
    if insights.totals.asked:
        return True
    return view.look(days=None, timezone=insights.period.timezone).totals.asked > 0


def render_insights_page(
    insights: Insights, language: Language, *, is_first_use: bool = False
) -> str:
    """Render the whole document; before anything was ever asked it says what will be here."""
    if insights.totals.asked:
        content = _content(insights, language)
    elif is_first_use:
        content = _empty(language)
    else:
        content = f'<p class="card quiet">{room().html(language, "quiet")}</p>'
    body = (
        f'<div class="page insights">{_head(insights, language)}{content}'
        f"{_foot(insights, language)}{room().render_for_scripts(language)}</div>"
    )
    return render_frame(
        title=room().say(language, "title"),
        body=body,
        current="insights",
        language=language,
        styles=("insights.css", "insights_chart.css", "insights_groups.css"),
        scripts=("insights.js",),
    )


def _head(insights: Insights, language: Language) -> str:
    texts = room()
    chosen = insights.period.days or 0
    links = "".join(
        f'<li><a href="/insights?days={days}"{" aria-current=true" if days == chosen else ""}>'
        f"{texts.html(language, f'period_{days}')}</a></li>"
        for days in PERIODS
    )
    span = texts.html(
        language,
        "span",
        first=say_day(insights.period.first_day, language, with_year=True),
        last=say_day(insights.period.last_day, language, with_year=True),
        timezone=insights.period.timezone,
    )
    return (
        f'<div class="top-line"><h1>{texts.html(language, "title")}</h1>'
        f'<nav class="periods" aria-label="{texts.html(language, "period")}"><ul>{links}</ul></nav>'
        f'</div><div class="top-line"><p class="intro">{texts.html(language, "intro")}</p>'
        f'<p class="span">{span}</p></div>'
    )


def _content(insights: Insights, language: Language) -> str:
    zone = ZoneInfo(insights.period.timezone)
    return (
        f"{_numbers(insights, language)}{render_chart(insights.days, language)}"
        f"{_comparing(insights, language)}"
        '<div class="columns"><div>'
        f"{render_to_act_on(insights.declined, 'declined', language, zone)}"
        f"{render_to_act_on(insights.disliked, 'disliked', language, zone)}</div><div>"
        f"{render_asked(insights.asked, language)}{_documents(insights, language)}</div></div>"
    )


def _numbers(insights: Insights, language: Language) -> str:
    """Render the few numbers that say how it goes."""
    texts = room()
    totals, latency = insights.totals, insights.latency
    answered = say_share(totals.answered, totals.asked, language)
    typical = say_time(latency.median_ms, language) if latency else "–"
    slowest = (
        texts.html(language, "time_p95", time=say_time(latency.p95_ms, language))
        if latency
        else texts.html(language, "no_answers")
    )
    of_all = texts.html(
        language, "of_all", share=say_share(totals.declined, totals.asked, language)
    )
    tiles = (
        ("asked", texts.say(language, "count", count=totals.asked), _trend(insights, language)),
        ("answered", answered, _share_before(insights.before, language)),
        ("declined", texts.say(language, "count", count=totals.declined), of_all),
        (
            "disliked",
            texts.say(language, "count", count=totals.disliked),
            texts.html(language, "of_answered", count=totals.liked),
        ),
        ("time", typical, slowest),
    )
    cells = "".join(
        f'<div class="{name}"><dt>{texts.html(language, f"number_{name}")}</dt>'
        f'<dd>{escape(value)}</dd><dd class="note">{note}</dd></div>'
        for name, value, note in tiles
    )
    label = texts.html(language, "numbers")
    return f'<section aria-label="{label}"><dl class="tiles">{cells}</dl></section>'


def _trend(insights: Insights, language: Language) -> str:
    texts, before = room(), insights.before
    if before is None:
        return ""
    if not before.asked:
        return texts.html(language, "before_none")
    change = insights.totals.asked - before.asked
    key = "before_more" if change > 0 else "before_fewer" if change else "before_same"
    return texts.html(language, key, count=abs(change))


def _share_before(before: Totals | None, language: Language) -> str:
    if before is None or not before.asked:
        return ""
    share = say_share(before.answered, before.asked, language)
    return room().html(language, "before_share", share=share)


def _comparing(insights: Insights, language: Language) -> str:
    grouping = insights.grouping
    if grouping.is_by_meaning:
        return ""
    note = room().html(language, "comparing", done=grouping.compared, all=grouping.distinct)
    return f'<p class="comparing" role="status" data-refresh>{note}</p>'


def _documents(insights: Insights, language: Language) -> str:
    texts = room()
    used = insights.documents
    most = used[0].count if used else 0
    rows = "".join(
        f"<li>{document_link(use, language)}"
        f'<span class="tally">{texts.html(language, "count", count=use.count)}</span>'
        f"{bar(use.count, most, 0)}</li>"
        for use in used[:_MOST_USED]
    )
    shown = (
        f'<ol class="bars">{rows}</ol>'
        if used
        else f'<p class="none">{texts.html(language, "documents_used_none")}</p>'
    )
    return (
        '<section class="documents" aria-labelledby="documents-title">'
        f'<h2 id="documents-title">{texts.html(language, "documents_used")}</h2>{shown}'
        f"{_unused(insights.unused, language)}</section>"
    )


def _unused(unused: Sequence[DocumentUse], language: Language) -> str:
    texts = room()
    if not unused:
        return f'<p class="none">{texts.html(language, "documents_unused_none")}</p>'
    items = "".join(f"<li>{document_link(use, language)}</li>" for use in unused[:MOST_FOLDED])
    return (
        f"<details><summary>{texts.html(language, 'documents_unused', count=len(unused))}"
        f'</summary><p class="lead">{texts.html(language, "documents_unused_lead")}</p>'
        f'<ul class="unused">{items}</ul>{note_of_rest(len(unused) - MOST_FOLDED, language)}'
        "</details>"
    )


def _foot(insights: Insights, language: Language) -> str:
    """Render what was left out, the download, and what nobody finds here."""
    texts, totals = room(), insights.totals
    notes = []
    if totals.asked_back:
        notes.append(texts.html(language, "asked_back", count=totals.asked_back))
    if totals.small_talk:
        notes.append(texts.html(language, "left_out", count=totals.small_talk))
    notes.append(texts.html(language, "privacy"))
    download = ""
    if totals.asked:
        wanted = {"days": insights.period.days or 0, "timezone": insights.period.timezone}
        address = f"/api/v1/insights/groups.csv?{urlencode(wanted)}"
        download = (
            f'<a class="button" href="{escape(address)}" download>'
            f"{texts.html(language, 'download')}</a>"
        )
    approved = texts.html(language, "approved")
    links = f'<a class="button" href="/insights/approved">{approved}</a>{download}'
    return f'<div class="foot"><p>{" ".join(notes)}</p><div class="links">{links}</div></div>'


def _empty(language: Language) -> str:
    texts = room()
    items = "".join(
        f"<li>{texts.html(language, f'empty_item_{number}')}</li>" for number in range(1, 5)
    )
    return (
        f'<section class="card empty" aria-labelledby="empty-title">'
        f'<h2 id="empty-title">{texts.html(language, "empty")}</h2>'
        f"<p>{texts.html(language, 'empty_lead')}</p><ul>{items}</ul>"
        f'<a class="button primary" href="/">{texts.html(language, "empty_ask")}</a></section>'
    )
