"""Pictures of an evaluation as SVG, in the page's own colours; works out nothing."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from io import StringIO
from typing import TYPE_CHECKING, TypeVar

from eval.declining import Curve

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Drawn = TypeVar("Drawn")

# Wide enough for a column of the page and no wider than a phone, so that no text gets small.
_WIDTH = 5.0
_BAR = 0.34

# Stand for colours of the page's style sheet, which is light or dark: no picture has these itself.
_INK, _FAINT, _FIRST, _SECOND = "#010101", "#010102", "#010103", "#010104"
_STYLE = {_INK: "var(--ink)", _FAINT: "var(--faint)", _FIRST: "var(--one)", _SECOND: "var(--two)"}

_SETTINGS: Mapping[str, object] = {
    "font.size": 11,
    "text.color": _INK,
    "axes.edgecolor": _FAINT,
    "axes.labelcolor": _INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": _INK,
    "ytick.color": _INK,
    "grid.color": _FAINT,
    "grid.linewidth": 0.6,
    "legend.frameon": False,
    # Text stays text, in the page's font, to be read aloud and found.
    "svg.fonttype": "none",
    # The same figures give the same file.
    "svg.hashsalt": "eval",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StageTime:
    """Milliseconds of one stage."""

    name: str
    p50: float
    p95: float


def _in_style(draw: Callable[[Drawn], str]) -> Callable[[Drawn], str]:
    """Let a function draw with this module's settings, which stay its own."""

    @wraps(draw)
    def drawing(what: Drawn) -> str:
        from matplotlib import rc_context

        with rc_context(dict(_SETTINGS)):  # type: ignore[arg-type]  # names are checked at run time
            return draw(what)

    return drawing


@_in_style
def draw_kinds(rows: Mapping[str, Mapping[str, tuple[int, int]]]) -> str:
    """Draw the share of right answers of each kind, a bar a split.

    Args:
        rows: For each kind, top first, (right, cases) by split; a split may be missing.
    """
    splits = list(dict.fromkeys(split for row in rows.values() for split in row))
    figure, axes = _begin(height=0.9 + 0.42 * len(rows))
    for at, (split, colour) in enumerate(zip(splits, (_FIRST, _SECOND), strict=False)):
        found = [(place, row[split]) for place, row in enumerate(rows.values()) if split in row]
        places = [place + (at - (len(splits) - 1) / 2) * _BAR for place, _ in found]
        shares = [right / cases for _, (right, cases) in found]
        axes.barh(places, shares, height=_BAR * 0.88, color=colour, label=split)
        for place, share, (_, (right, cases)) in zip(places, shares, found, strict=True):
            axes.text(share + 0.015, place, f"{right}/{cases}", va="center", fontsize=8.5)
    axes.set_yticks(range(len(rows)), [kind.replace("_", " ") for kind in rows])
    axes.set_xlim(0, 1.12)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100 %"])
    axes.invert_yaxis()
    axes.tick_params(axis="y", length=0)
    axes.grid(visible=True, axis="x")
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)
    return _svg(figure, "Share of right answers by kind of question and split")


@_in_style
def draw_declining(curve: Curve) -> str:
    """Draw both error rates over the threshold, and mark the threshold that is in use."""
    figure, axes = _begin(height=3.9)
    false_declines, false_answers = "answerable, but declined", "not answerable, but answered"
    axes.step(
        curve.thresholds, curve.false_declines, where="post", color=_FIRST, label=false_declines
    )
    axes.step(
        curve.thresholds,
        curve.false_answers,
        where="post",
        color=_SECOND,
        linestyle=(0, (5, 1.5)),
        label=false_answers,
    )
    at = curve.thresholds.index(curve.current)
    declines, answers = curve.false_declines[at], curve.false_answers[at]
    axes.axvline(curve.current, color=_INK, linewidth=1, linestyle=":")
    rates = f"{declines:.1%} declined wrongly\n{answers:.1%} answered wrongly"
    axes.annotate(
        f"in use: {curve.current:g}\n{rates}",
        (curve.current, 1.0),
        xytext=(5, -3),
        textcoords="offset points",
        va="top",
        fontsize=9.5,
    )
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100 %"])
    axes.set_xlabel("answers from this probability on")
    axes.grid(visible=True, axis="y")
    axes.legend(loc="lower center", bbox_to_anchor=(0.45, 1.0))
    return _svg(figure, "False declines and false answers over the threshold")


@_in_style
def draw_stages(stages: Sequence[StageTime]) -> str:
    """Draw for each stage, top first, the median as a bar and the 95th percentile as a mark."""
    figure, axes = _begin(height=1.1 + 0.4 * len(stages))
    places = range(len(stages))
    axes.barh(places, [one.p50 for one in stages], height=0.5, color=_FIRST, label="p50")
    p95 = [one.p95 for one in stages]
    axes.plot(p95, places, "|", color=_SECOND, markersize=14, markeredgewidth=3, label="p95")
    longest = max(p95, default=1.0)
    for place, one in zip(places, stages, strict=True):
        label = f"{one.p50:,.0f} / {one.p95:,.0f}"
        axes.text(one.p95 + longest * 0.03, place, label, va="center", fontsize=8.5)
    axes.set_yticks(places, [one.name for one in stages])
    axes.set_xlim(0, longest * 1.3)
    axes.set_xlabel("milliseconds")
    axes.invert_yaxis()
    axes.tick_params(axis="y", length=0)
    axes.grid(visible=True, axis="x")
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2, reverse=True)
    return _svg(figure, "Milliseconds of an answer by stage")


def _begin(*, height: float) -> "tuple[Figure, Axes]":
    # Half a second to import, and needed for the report alone.
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_WIDTH, height), layout="constrained")
    axes = figure.add_subplot()
    axes.set_axisbelow(True)
    return figure, axes


def _svg(figure: "Figure", title: str) -> str:
    """Write a figure as an SVG element that fills its place and takes the page's colours."""
    stream = StringIO()
    figure.savefig(stream, format="svg", transparent=True, metadata={"Date": None})
    svg = stream.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", svg, count=1)
    svg = re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", svg, count=1)
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = svg.replace("<svg", f'<svg role="img" aria-label="{title}"', 1)
    # The page chooses the font, and holds several pictures, in which the same names come again.
    svg = re.sub(r" font-family: [^;]*;", "", svg)
    svg = re.sub(r'<g id="[^"]*"', "<g", svg)
    for colour, variable in _STYLE.items():
        svg = svg.replace(colour, variable)
    return svg
