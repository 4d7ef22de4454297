"""The chart of questions over time as an SVG, with the same numbers as a table. Pure.

The bars stretch with the page; what is written stands beside them as HTML, so that it stays
readable at any width. Thumbs down hang below the line, so that no colour has to be told apart.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Literal

from assistant.insights.model import DayCount, Totals
from ui.insights_words import room, say_day
from ui.language import Language
from ui.markup import escape

Step = Literal["days", "weeks", "months"]

# So many bars can be told apart on a phone.
_MOST_DAYS = 45
_MOST_WEEKS = 60
# Above the line and below it, in units of the picture; its style knows their ratio.
_HEIGHT, _DEPTH = 120, 30
_BAR, _SLOT = 8, 10
_LABELS = 5
_SEGMENTS = ("answered", "asked_back", "declined")
_COLUMNS = ("asked", "answered", "declined", "asked_back", "disliked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The totals of some days that begin with `day`."""

    day: date
    totals: Totals


def bars_of(days: Sequence[DayCount]) -> tuple[Step, tuple[Bar, ...]]:
    """Put days together to weeks, or to months, when there are too many; oldest first."""
    if len(days) <= _MOST_DAYS:
        return "days", tuple(Bar(day=each.day, totals=each.totals) for each in days)
    if len(days) <= _MOST_WEEKS * 7:
        return "weeks", _summed(days, [d.day - timedelta(days=d.day.weekday()) for d in days])
    return "months", _summed(days, [each.day.replace(day=1) for each in days])


def render_chart(days: Sequence[DayCount], language: Language) -> str:
    """Render the chart with its legend and its table."""
    texts = room()
    step, bars = bars_of(days)
    top = scale_top(
        max(max(bar.totals.asked, bar.totals.disliked * _HEIGHT // _DEPTH) for bar in bars)
    )
    busiest = max(bars, key=lambda bar: bar.totals.asked)
    asked = sum(bar.totals.asked for bar in bars)
    summary = texts.html(
        language,
        "chart_summary",
        asked=asked,
        most=busiest.totals.asked,
        when=say_day(busiest.day, language, with_year=True),
    )
    has_asked_back = any(bar.totals.asked_back for bar in bars)
    return (
        '<section class="chart" aria-labelledby="chart-title">'
        f'<h2 id="chart-title">{texts.html(language, f"chart_{step}")}</h2>'
        f"{_legend(language, has_asked_back=has_asked_back)}"
        f'<div class="plot"><span class="top" aria-hidden="true">{top}</span>'
        f'<span class="middle" aria-hidden="true">{top // 2 if top > 1 else ""}</span>'
        f"{_svg(bars, top, language, summary)}{_day_labels(bars, language)}</div>"
        f"{_table(bars, language)}</section>"
    )


def scale_top(most: int) -> int:
    """Give the round even number up to which the scale goes.

    >>> [scale_top(most) for most in (0, 1, 3, 7, 11, 26, 180)]
    [2, 2, 4, 8, 20, 40, 200]
    """
    power = int(10 ** math.floor(math.log10(max(most, 1))))
    sizes = (step * power for step in (2, 4, 6, 8, 10, 20))
    return next(size for size in sizes if size >= most and size > 1)


def _summed(days: Iterable[DayCount], begins: Iterable[date]) -> tuple[Bar, ...]:
    sums: dict[date, Totals] = {}
    for begin, each in zip(begins, days, strict=True):
        sums[begin] = _add(sums.get(begin, Totals()), each.totals)
    return tuple(Bar(day=day, totals=totals) for day, totals in sums.items())


def _add(one: Totals, other: Totals) -> Totals:
    return Totals(
        **{part.name: getattr(one, part.name) + getattr(other, part.name) for part in fields(one)}
    )


def _svg(bars: Sequence[Bar], top: int, language: Language, summary: str) -> str:
    """Draw the bars in units of their own; the page's style stretches the picture."""
    width = _SLOT * len(bars)
    lines = "".join(
        f'<line class="{kind}" x1="0" x2="{width}" y1="{y}" y2="{y}"/>'
        for kind, y in (("grid", 0), ("grid", _HEIGHT // 2), ("axis", _HEIGHT))
    )
    drawn = "".join(
        _bar(bar, at * _SLOT + (_SLOT - _BAR) / 2, top, language) for at, bar in enumerate(bars)
    )
    return (
        f'<svg viewBox="0 0 {width} {_HEIGHT + _DEPTH}" preserveAspectRatio="none" role="img" '
        f'aria-label="{summary}">{lines}{drawn}</svg>'
    )


def _bar(bar: Bar, x: float, top: int, language: Language) -> str:
    """Draw what became of the questions upwards, thumbs down downwards."""
    unit = _HEIGHT / top
    y = float(_HEIGHT)
    parts = []
    for name in _SEGMENTS:
        height = getattr(bar.totals, name) * unit
        y -= height
        if height:
            parts.append(_rect(name, x, y, height))
    if bar.totals.disliked:
        parts.append(_rect("disliked", x, _HEIGHT, bar.totals.disliked * unit))
    if not parts:
        return ""
    title = room().html(
        language,
        "bar_title",
        when=say_day(bar.day, language, with_year=True),
        asked=bar.totals.asked,
        answered=bar.totals.answered,
        declined=bar.totals.declined,
        disliked=bar.totals.disliked,
    )
    return f"<g><title>{title}</title>{''.join(parts)}</g>"


def _rect(name: str, x: float, y: float, height: float) -> str:
    return f'<rect class="{name}" x="{x:g}" y="{y:.2f}" width="{_BAR}" height="{height:.2f}"/>'


def _legend(language: Language, *, has_asked_back: bool) -> str:
    texts = room()
    shown = [
        ("answered", texts.html(language, "column_answered")),
        ("declined", texts.html(language, "column_declined")),
        ("disliked", texts.html(language, "legend_disliked")),
    ]
    if has_asked_back:
        shown.insert(1, ("asked_back", texts.html(language, "column_asked_back")))
    items = "".join(
        f'<li><svg aria-hidden="true" viewBox="0 0 10 10"><rect class="{name}" width="10" '
        f'height="10"/></svg>{label}</li>'
        for name, label in shown
    )
    return f'<ul class="legend">{items}</ul>'


def _day_labels(bars: Sequence[Bar], language: Language) -> str:
    """Write some of the days, evenly apart, the first and the last among them."""
    count = min(_LABELS, len(bars))
    last = len(bars) - 1
    places = sorted({round(number * last / max(count - 1, 1)) for number in range(count)})
    labels = "".join(f"<span>{escape(say_day(bars[at].day, language))}</span>" for at in places)
    return f'<div class="days" aria-hidden="true">{labels}</div>'


def _table(bars: Sequence[Bar], language: Language) -> str:
    texts = room()
    head = "".join(
        f'<th scope="col">{texts.html(language, f"column_{name}")}</th>'
        for name in ("from", *_COLUMNS)
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(say_day(bar.day, language, with_year=True))}</th>'
        + "".join(f"<td>{getattr(bar.totals, name)}</td>" for name in _COLUMNS)
        + "</tr>"
        for bar in bars
    )
    return (
        '<details class="numbers-table"><summary id="chart-table">'
        f"{texts.html(language, 'chart_table')}</summary>"
        '<div class="table" tabindex="0" role="region" aria-labelledby="chart-table">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></details>"
    )
