"""A Report as tables for a person in front of a terminal. Works out nothing."""

from collections.abc import Callable, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant.terminal import one_line, printable
from eval.baseline import Drop
from eval.cases import Split
from eval.evaluation import Evaluation
from eval.report import ALL, Outcome, Report, Summary

SHOWN_CHARACTERS = 400
"""Of a wrong answer: enough to see what went wrong; the JSON holds it whole."""

UNDEFINED = "–"

Figure = Callable[[Summary], float | None]

_SHARES: Mapping[str, Figure] = {
    "answer match": lambda s: s.answers.answer_match,
    "wrong answer rate": lambda s: s.answers.wrong_answer_rate,
    "short answer match": lambda s: s.answers.short_answer_match,
    "citation precision": lambda s: s.citations.citation_precision,
    "citation support": lambda s: s.citations.citation_support,
    "citation recall": lambda s: s.citations.citation_recall,
    "quotes verbatim": lambda s: s.citations.quote_verbatim_rate,
    "decline precision": lambda s: s.declining.decline_precision,
    "decline recall": lambda s: s.declining.decline_recall,
    "false decline rate": lambda s: s.declining.false_decline_rate,
    "false answer rate": lambda s: s.declining.false_answer_rate,
}

_BY_KIND: Mapping[str, Figure] = {
    "answer": _SHARES["answer match"],
    "short": _SHARES["short answer match"],
    "support": _SHARES["citation support"],
    "passage recall@10": lambda s: s.retrieval.passage["recall@10"],
}


def show_evaluation(evaluation: Evaluation, console: Console, *, verbose: bool) -> None:
    """Print each set's tables, then those of the English ones together; see `show_report`."""
    for name, report in evaluation.sets.items():
        console.rule(name, align="left")
        show_report(report, console, verbose=verbose)
    if len(evaluation.reports()) > len(evaluation.sets):
        console.rule("all English sets together", align="left")
        show_report(evaluation.together, console, verbose=False)


def show_report(report: Report, console: Console, *, verbose: bool) -> None:
    """Print the tables; `verbose` adds the wrong cases.

    Wrong cases of the test split are counted only, unless nothing but the test split was asked:
    whoever reads them tunes on them.
    """
    size = report.knowledge_base
    splits = _splits(report)
    cases = report.splits[ALL].cases
    console.print(
        f"{cases} cases from {report.dataset}, asked of {size.documents} documents "
        f"({size.passages} passages)",
        markup=False,
        highlight=False,
    )
    console.print(_overall(splits))
    console.print(_retrieval(splits))
    console.print(_kinds(report, tuple(splits)))
    if verbose:
        _show_wrong(report, console)


def show_drops(drops: Sequence[Drop], console: Console) -> None:
    """Say that the baseline is kept, or list what dropped below it."""
    if not drops:
        console.print("No figure dropped below the baseline.", highlight=False)
        return
    table = Table(title="Dropped below the baseline", title_justify="left")
    for column in ("set, split", "figure", "before", "now", "tolerated"):
        table.add_column(column, overflow="fold")
    for drop in drops:
        table.add_row(drop.where, drop.figure, drop.before, drop.now, drop.tolerated)
    console.print(table)


def format_share(value: float | None) -> str:
    """Write a share as a percentage.

    >>> format_share(0.9312), format_share(None)
    ('93.1 %', '–')
    """
    return UNDEFINED if value is None else f"{value:.1%}".replace("%", " %")


def _splits(report: Report) -> dict[str, Summary]:
    """Give the columns: one split alone needs no column for all."""
    single = len(report.splits) == len((Split.DEV, ALL))
    return {name: s for name, s in report.splits.items() if not (single and name == ALL)}


def _table(title: str, splits: Mapping[str, Summary]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for name in splits:
        table.add_column(name, justify="right")
    return table


def _overall(splits: Mapping[str, Summary]) -> Table:
    table = _table("Overall", splits)
    table.add_row("cases", *(str(s.cases) for s in splits.values()))
    table.add_row("failed", *(str(s.failed) for s in splits.values()))
    for name, figure in _SHARES.items():
        table.add_row(name, *(format_share(figure(s)) for s in splits.values()))
    table.add_row(
        "p50 of an answer", *(format_milliseconds(s.latency_ms.p50) for s in splits.values())
    )
    table.add_row(
        "p95 of an answer", *(format_milliseconds(s.latency_ms.p95) for s in splits.values())
    )
    return table


def _retrieval(splits: Mapping[str, Summary]) -> Table:
    table = _table("Retrieval", splits)
    first = next(iter(splits.values())).retrieval
    for key in first.document:
        values = (s.retrieval.document[key] for s in splits.values())
        table.add_row(f"document {key}", *(_decimal(value) for value in values))
    table.add_section()
    for key in first.passage:
        values = (s.retrieval.passage[key] for s in splits.values())
        table.add_row(f"passage {key}", *(_decimal(value) for value in values))
    return table


def _kinds(report: Report, splits: tuple[str, ...]) -> Table:
    table = Table(title="By kind", title_justify="left")
    table.add_column("")
    for column in ("split", "cases", *_BY_KIND):
        table.add_column(column, justify="right")
    for kind in report.kinds[ALL]:
        for split in splits:
            summary = report.kinds[split].get(kind)
            if summary is not None and split != ALL:
                figures = (format_share(figure(summary)) for figure in _BY_KIND.values())
                table.add_row(kind, split, str(summary.cases), *figures)
    return table


def _show_wrong(report: Report, console: Console) -> None:
    wrong = [outcome for outcome in report.outcomes if not outcome.correct]
    listed = wrong
    if Split.DEV in report.splits:
        listed = [outcome for outcome in wrong if outcome.split is Split.DEV]
    console.print(f"Wrong: {len(wrong)}", style="bold", highlight=False)
    for outcome in listed:
        console.print(_describe(outcome), highlight=False)
    if len(listed) < len(wrong):
        console.print(
            f"{len(wrong) - len(listed)} wrong cases of the test split are not listed: "
            "tune on dev only.",
            highlight=False,
        )


def _describe(outcome: Outcome) -> Text:
    text = printable(outcome.text).strip()
    if len(text) > SHOWN_CHARACTERS:
        text = text[:SHOWN_CHARACTERS] + " ..."
    cited = ", ".join(dict.fromkeys(citation.document for citation in outcome.citations))
    wanted = ", ".join(outcome.evidence_documents)
    lines = [
        f"\n{outcome.case_id} ({outcome.kind}, {outcome.split}): {one_line(outcome.question)}",
        *([f"  query: {one_line(outcome.query)}"] if outcome.query != outcome.question else []),
        *(f"  wrong: {reason}" for reason in outcome.reasons),
        f"  {outcome.status}: {text}",
        f"  cited: {cited or UNDEFINED}; evidence: {wanted or UNDEFINED}",
    ]
    return Text("\n".join(lines))


def _decimal(value: float | None) -> str:
    return UNDEFINED if value is None else f"{value:.3f}"


def format_milliseconds(value: float | None) -> str:
    """Write a time, or a dash where it is not defined."""
    return UNDEFINED if value is None else f"{value:,.0f} ms"
