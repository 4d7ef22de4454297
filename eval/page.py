"""The report as one HTML page with pictures that needs nothing from outside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from eval.cases import Split
from eval.charts import StageTime, draw_declining, draw_kinds, draw_stages
from eval.declining import declining_curve
from eval.evaluation import Evaluation
from eval.metrics import percentile
from eval.report import ALL, Outcome, Report, Summary
from eval.terminal import format_milliseconds, format_share

_TEMPLATES = Path(__file__).parent / "templates"
_TEMPLATE = "report.html.jinja"
_TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A figure to see first: the value, what it is, and the same of each split."""

    value: str
    name: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A wrong answer of the dev split, with the name of its set."""

    set_name: str
    outcome: Outcome


def write_page(evaluation: Evaluation, path: Path, *, threshold: float, now: datetime) -> None:
    """Write the page.

    Args:
        evaluation: What is shown. Of the test split only figures are.
        path: The file.
        threshold: The probability from which on the assistant answers.
        now: Stands on the page.
    """
    # Only for this page, and not installed where only questions are answered.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    report = evaluation.together
    curve = declining_curve(report.outcomes, threshold)
    stages = stage_times(report.outcomes)
    text = environment.get_template(_TEMPLATE).render(
        now=now.strftime("%Y-%m-%d %H:%M"),
        report=report,
        sets=_set_rows(evaluation),
        tiles=_tiles(report),
        kinds=draw_kinds(kind_rows(report)),
        declining=draw_declining(curve) if curve else None,
        stages=draw_stages(stages) if stages else None,
        failures=_failures(evaluation),
        dev_cases=report.splits[Split.DEV].cases if Split.DEV in report.splits else 0,
    )
    path.write_text(text, encoding="utf-8")


def kind_rows(report: Report) -> Mapping[str, Mapping[str, tuple[int, int]]]:
    """Give (right, cases) by kind, then split; kinds in their own order."""
    return {
        kind: {
            split: (round((summary.answers.answer_match or 0.0) * summary.cases), summary.cases)
            for split in map(str, Split)
            if split in report.kinds and (summary := report.kinds[split].get(kind))
        }
        for kind in report.kinds[ALL]
    }


def stage_times(outcomes: Sequence[Outcome]) -> list[StageTime]:
    """Give the times of each stage in the order in which they come, the total last."""
    times: dict[str, list[float]] = {}
    for outcome in outcomes:
        for name, milliseconds in outcome.stages_ms.items():
            times.setdefault(name, []).append(milliseconds)
    names = [
        *(name for name in times if name != _TOTAL),
        *(name for name in times if name == _TOTAL),
    ]
    return [
        StageTime(
            name=name,
            p50=percentile(times[name], 50) or 0.0,
            p95=percentile(times[name], 95) or 0.0,
        )
        for name in names
    ]


def _tiles(report: Report) -> list[Tile]:
    return [
        _tile(report, "right answers", lambda s: format_share(s.answers.answer_match)),
        _tile(
            report,
            "answerable, but declined",
            lambda s: format_share(s.declining.false_decline_rate),
        ),
        _tile(
            report,
            "not answerable, but answered",
            lambda s: format_share(s.declining.false_answer_rate),
        ),
        _tile(
            report,
            "citations of the right document",
            lambda s: format_share(s.citations.citation_precision),
        ),
        _tile(report, "quotes verbatim", lambda s: format_share(s.citations.quote_verbatim_rate)),
        _tile(report, "p50 of an answer", lambda s: format_milliseconds(s.latency_ms.p50)),
    ]


def _tile(report: Report, name: str, figure: Callable[[Summary], str]) -> Tile:
    splits = [(split, report.splits[split]) for split in map(str, Split) if split in report.splits]
    return Tile(
        value=figure(report.splits[ALL]),
        name=name,
        details=tuple(f"{split} {figure(summary)}" for split, summary in splits),
    )


def _set_rows(evaluation: Evaluation) -> list[list[str]]:
    """Give a row a set and split: names, cases and the figures that matter."""
    return [
        [
            name,
            split,
            str(summary.cases),
            format_share(summary.answers.answer_match),
            format_share(summary.declining.false_decline_rate),
            format_share(summary.declining.false_answer_rate),
            format_share(summary.citations.citation_precision),
        ]
        for name, report in evaluation.sets.items()
        for split, summary in report.splits.items()
        if split != ALL
    ]


def _failures(evaluation: Evaluation) -> list[Failure]:
    return [
        Failure(set_name=name, outcome=outcome)
        for name, report in evaluation.sets.items()
        for outcome in report.outcomes
        if outcome.split is Split.DEV and not outcome.correct
    ]
