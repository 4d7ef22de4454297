"""`python -m eval`: the command lines; asks the shipped cases, or measures on public sets."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from assistant.antecedent_reader import OnnxAntecedentReader
from assistant.errors import AssistantError
from assistant.question.following.condenser import FollowUpCondenser
from corpus.errors import CorpusError
from eval.beir import read_judged
from eval.beir_searching import Stage, measure_retrieval
from eval.cases import DatasetError, Kind, Split
from eval.document_sets import (
    SHIPPED_CASES,
    DocumentSet,
    choose_document_sets,
    find_document_sets,
)
from eval.evaluating import Selection, evaluate_sets
from eval.knowledge_base import SHIPPED_DOCUMENTS, WORK_DIR, open_knowledge_base
from eval.outcome import hold_to_baseline, open_console, say, shortest, write_pictures
from eval.progress import add_bar, progress_on
from eval.rewrites import Part, Year, load_rewrites, measure_rewrites
from eval.same_question import (
    SHIPPED_PAIRS,
    count_taken_for_same,
    load_pairs,
    measure_matching,
)
from eval.squad import load_questions
from eval.squad_reading import measure_reader, open_reader, stored_threshold
from eval.stored import evaluate_stored
from eval.terminal import show_evaluation

# Typer's own frames would bury a defect's traceback.
app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


class SplitChoice(StrEnum):
    """What `--split` takes."""

    DEV = "dev"
    TEST = "test"
    ALL = "all"


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    *,
    data: Annotated[
        Path | None,
        typer.Option(help="Your own cases: a .jsonl file, or a folder of them."),
    ] = None,
    documents: Annotated[
        Path | None, typer.Option(help="Documents that your own cases are about.")
    ] = None,
    stored: Annotated[
        Path | None,
        typer.Option(help="Ask your own cases of what this data folder holds, as it is."),
    ] = None,
    chosen_set: Annotated[
        str | None, typer.Option("--set", help="Ask only this one of the shipped sets.")
    ] = None,
    split: Annotated[SplitChoice, typer.Option(help="Ask only this split.")] = SplitChoice.ALL,
    kind: Annotated[Kind | None, typer.Option(help="Ask only this kind.")] = None,
    report: Annotated[
        Path, typer.Option(help="Where the report goes, as JSON; the page, .html, beside it.")
    ] = WORK_DIR / "report.json",
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List the wrong cases of the dev split.")
    ] = False,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Write what is reached as the new baseline.")
    ] = False,
) -> None:
    """Measure how good the answers are; by default on all shipped sets of cases and documents.

    Fails when the shipped sets' figures drop below the baseline's by more than it tolerates.
    """
    if context.invoked_subcommand is not None:
        return
    partial = data or documents or chosen_set or kind or split is not SplitChoice.ALL
    if update_baseline and partial:
        raise typer.BadParameter("--update-baseline takes a run over all cases of all sets.")
    if stored and (data is None or documents or chosen_set):
        raise typer.BadParameter("--stored goes with --data alone.")
    console = open_console(stderr=True)
    selection = Selection(split=None if split is SplitChoice.ALL else Split(split.value), kind=kind)
    with _failing_in_one_sentence(console):
        if stored and data:
            outcome = evaluate_stored(data, selection, data_dir=stored, console=console)
        else:
            sets = _sets(data, documents, chosen_set)
            outcome = evaluate_sets(
                sets, selection, open_system=open_knowledge_base, console=console
            )
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(outcome.to_json(), encoding="utf-8")
        show_evaluation(outcome, open_console(), verbose=verbose)
        say(console, f"The whole report is in {report}.")
        write_pictures(outcome, report.with_suffix(".html"), console)
    # The baseline speaks of the shipped cases, and of all kinds of them.
    if not (data or documents or kind):
        with _failing_in_one_sentence(console):
            passed = hold_to_baseline(outcome, console, update=update_baseline)
        if not passed:
            raise typer.Exit(code=1)


@app.command()
def squad2(
    file: Annotated[Path, typer.Argument(help="Questions as SQuAD has them, .json or .json.gz.")],
    *,
    limit: Annotated[int | None, typer.Option(min=1, help="Ask at most so many.")] = None,
    sample: Annotated[
        int | None, typer.Option(help="Seed to draw them by, instead of the first ones.")
    ] = None,
    threshold: Annotated[
        float | None, typer.Option(help="Answer above this score [default: stored with the model].")
    ] = None,
    reader: Annotated[
        Path | None, typer.Option(help="Measure the reader exported to this folder.")
    ] = None,
) -> None:
    """Measure the reader on SQuAD 2.0; the official figures, one line of JSON."""
    console = open_console(stderr=True)
    with _failing_in_one_sentence(console), progress_on(console) as progress:
        questions = load_questions(file, limit=limit, sample=sample)
        figures = measure_reader(
            open_reader(reader),
            questions,
            stored_threshold(reader) if threshold is None else threshold,
            add_bar(progress, "Reading"),
        )
    _print_line(figures)


@app.command()
def approved(
    file: Annotated[
        Path, typer.Argument(help="Questions with what is the same and what is not, .jsonl.")
    ] = SHIPPED_PAIRS,
    *,
    squad: Annotated[
        Path | None,
        typer.Option(help="Also tell which questions of a public set are taken for the same."),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List what is wrong in the dev split.")
    ] = False,
) -> None:
    """Measure when an approved answer is served to another question; one line of JSON each."""
    console = open_console(stderr=True)
    with _failing_in_one_sentence(console):
        if squad:
            _print_line(count_taken_for_same(load_questions(squad)))
            return
        for figures in measure_matching(load_pairs(file), show=verbose):
            _print_line(figures)


class QueryForm(StrEnum):
    """Which form of mtRAG's queries is searched for."""

    LASTTURN = "lastturn"
    REWRITE = "rewrite"


_StageOption = Annotated[Stage, typer.Option(help="The ranking to measure.")]


@app.command()
def beir(
    folder: Annotated[Path, typer.Argument(help="A set in the layout of BEIR.")],
    *,
    stage: _StageOption = Stage.FUSED,
) -> None:
    """Measure retrieval on the test queries of a BEIR set; one line of JSON."""
    _measure(folder, stage, queries="queries", split="test", notes={})


@app.command()
def mtrag(
    folder: Annotated[Path, typer.Argument(help="One corpus of mtRAG, in the layout of BEIR.")],
    *,
    query: Annotated[QueryForm, typer.Option(help="Which form of the queries.")],
    stage: _StageOption = Stage.FUSED,
) -> None:
    """Measure conversational retrieval on mtRAG's pooled corpora; one line of JSON."""
    queries = f"{folder.resolve().name}_{query.value}"
    notes = {"corpus": "pooled", "query": query.value}
    _measure(folder, stage, queries=queries, split="dev", notes=notes)


@app.command()
def rewrites(
    file: Annotated[Path, typer.Argument(help="Follow-ups of TREC CAsT with rewrites, .jsonl.")],
    *,
    year: Annotated[list[Year] | None, typer.Option(help="Only this year [default: all].")] = None,
    part: Annotated[
        Part | None, typer.Option(help="Conversations that weights were fitted on, or the others.")
    ] = None,
) -> None:
    """Measure how follow-ups are made standalone against what people wrote; one line of JSON."""
    console = open_console(stderr=True)
    with _failing_in_one_sentence(console):
        rows = load_rewrites(file, years=year or (), part=part)
        condenser = FollowUpCondenser(back_reader=OnnxAntecedentReader())
        figures = measure_rewrites(condenser, rows)
    years = sorted({row.year.value for row in rows})
    _print_line({"years": years, **figures})


def _measure(
    folder: Path, stage: Stage, *, queries: str, split: str, notes: Mapping[str, str]
) -> None:
    console = open_console(stderr=True)
    with _failing_in_one_sentence(console), progress_on(console) as progress:
        figures = measure_retrieval(
            folder,
            read_judged(folder, queries=queries, split=split),
            stage,
            on_indexing=add_bar(progress, "Indexing"),
            on_searching=add_bar(progress, "Searching"),
        )
    _print_line({**figures, **notes})


def _sets(data: Path | None, documents: Path | None, chosen: str | None) -> tuple[DocumentSet, ...]:
    """Give what the options ask for: one's own set, a shipped one, or all shipped ones."""
    if data is None and documents is None:
        sets = find_document_sets(
            shortest(SHIPPED_CASES), own_documents=shortest(SHIPPED_DOCUMENTS)
        )
        return choose_document_sets(chosen, sets) if chosen is not None else sets
    if chosen is not None:
        raise typer.BadParameter("--set chooses a shipped set; leave it out with your own.")
    own = DocumentSet(
        name="own",
        cases=shortest(data or SHIPPED_CASES),
        documents=shortest(documents or SHIPPED_DOCUMENTS),
    )
    return (own,)


@contextmanager
def _failing_in_one_sentence(console: Console) -> Iterator[None]:
    try:
        yield
    except (DatasetError, CorpusError, AssistantError, OSError) as error:
        say(console, f"Error: {error}")
        raise typer.Exit(code=1) from None


def _print_line(figures: Mapping[str, object]) -> None:
    typer.echo(json.dumps(figures))


if __name__ == "__main__":
    app(prog_name="python -m eval")
