"""The gate: figures that were reached before, and which of them a new evaluation misses.

Latency is left out: it is the machine's as much as ours.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from eval.cases import DatasetError, Split
from eval.document_sets import SHIPPED_CASES
from eval.evaluation import Evaluation
from eval.report import Report, Summary

BASELINE = SHIPPED_CASES / "baseline.json"

# Rounding must not look like a change.
_ALMOST = 1e-6
_DECIMALS = 4

# Of these a lower value is better.
_ERRORS = frozenset({"wrong answer rate", "false decline rate", "false answer rate"})
# A promise rather than a quality: nothing may be lost of it.
_PROMISE = "quotes verbatim"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Tolerance(_Model):
    """How much worse a figure may get; the quotes' being verbatim may not at all."""

    share: float = Field(default=0.02, ge=0, description="Of a share, 0 to 1.")
    kind_cases: int = Field(default=2, ge=0, description="Of the right answers of one kind.")


class KindFigures(_Model):
    """Cases of one kind, and how many were right."""

    cases: int
    right: int


class SplitFigures(_Model):
    """Figures of one split; shares are None where there was nothing to divide by."""

    cases: int
    shares: Mapping[str, float | None]
    kinds: Mapping[str, KindFigures]


class Baseline(_Model):
    """Figures by set (and `together`), then by split."""

    tolerance: Tolerance = Tolerance()
    sets: Mapping[str, Mapping[str, SplitFigures]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """A figure that got worse than is tolerated; `where` is set and split."""

    where: str
    figure: str
    before: str
    now: str
    tolerated: str


def load_baseline(path: Path = BASELINE) -> Baseline:
    """Read the baseline.

    Raises:
        DatasetError: It is missing or not what it should be.
    """
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise DatasetError(
            f"is no baseline ({str(error).splitlines()[0]}); write one with --update-baseline.",
            path=path,
        ) from error


def measure(evaluation: Evaluation, tolerance: Tolerance | None = None) -> Baseline:
    """Give what an evaluation reached, as a baseline."""
    return Baseline(
        tolerance=tolerance or Tolerance(),
        sets={
            name: {
                split: _figures(report, split)
                for split in map(str, Split)
                if split in report.splits
            }
            for name, report in evaluation.reports().items()
        },
    )


def to_json(baseline: Baseline) -> str:
    """Write a baseline, the same keys in the same order every time."""
    return json.dumps(baseline.model_dump(), indent=2) + "\n"


def find_drops(baseline: Baseline, evaluation: Evaluation) -> tuple[Drop, ...]:
    """Give what got worse by more than is tolerated, of the sets and splits that were asked.

    A split whose cases are other in number than they were compares with nothing and is itself a
    drop: it takes a new baseline. So is a set that has none.
    """
    return tuple(
        drop
        for name, splits in measure(evaluation).sets.items()
        for split, now in splits.items()
        for drop in _drops(
            f"{name}, {split}",
            baseline.sets.get(name, {}).get(split),
            now,
            baseline.tolerance,
        )
    )


def _figures(report: Report, split: str) -> SplitFigures:
    summary = report.splits[split]
    return SplitFigures(
        cases=summary.cases,
        shares={
            name: None if value is None else round(value, _DECIMALS)
            for name, value in _shares(summary).items()
        },
        kinds={
            kind: KindFigures(
                cases=one.cases, right=round((one.answers.answer_match or 0.0) * one.cases)
            )
            for kind, one in report.kinds[split].items()
        },
    )


def _shares(summary: Summary) -> Mapping[str, float | None]:
    return {
        "answer match": summary.answers.answer_match,
        "wrong answer rate": summary.answers.wrong_answer_rate,
        "short answer match": summary.answers.short_answer_match,
        "citation precision": summary.citations.citation_precision,
        "citation support": summary.citations.citation_support,
        "citation recall": summary.citations.citation_recall,
        _PROMISE: summary.citations.quote_verbatim_rate,
        "false decline rate": summary.declining.false_decline_rate,
        "false answer rate": summary.declining.false_answer_rate,
        "passage recall@10": summary.retrieval.passage["recall@10"],
    }


def _drops(
    where: str, before: SplitFigures | None, now: SplitFigures, tolerance: Tolerance
) -> Iterator[Drop]:
    if before is None or before.cases != now.cases:
        yield Drop(
            where=where,
            figure="cases (others now: write a new baseline)",
            before="none" if before is None else str(before.cases),
            now=str(now.cases),
            tolerated="0",
        )
        return
    for name, value in now.shares.items():
        tolerated = 0.0 if name == _PROMISE else tolerance.share
        if _loss(name, before.shares.get(name), value) > tolerated + _ALMOST:
            yield Drop(
                where=where,
                figure=name,
                before=_percent(before.shares.get(name)),
                now=_percent(value),
                tolerated=_percent(tolerated),
            )
    for kind, old in before.kinds.items():
        right = now.kinds[kind].right if kind in now.kinds else 0
        if old.right - right > tolerance.kind_cases:
            yield Drop(
                where=where,
                figure=f"right answers: {kind}",
                before=f"{old.right} of {old.cases}",
                now=str(right),
                tolerated=str(tolerance.kind_cases),
            )


def _loss(name: str, before: float | None, now: float | None) -> float:
    """Give by how much a share got worse; one that is no longer defined lost all of it."""
    if before is None:
        return 0.0
    if name in _ERRORS:
        return (1.0 if now is None else now) - before
    return before - (0.0 if now is None else now)


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"
