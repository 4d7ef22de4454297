"""`python -m eval`: asks the cases, prints the figures, writes the report."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from assistant.errors import AssistantError
from corpus.errors import CorpusError
from eval.cases import DatasetError, Kind, Split
from eval.document_sets import (
    SHIPPED_CASES,
    DocumentSet,
    choose_document_set,
    find_document_sets,
)
from eval.evaluating import Selection, evaluate_sets
from eval.knowledge_base import SHIPPED_DOCUMENTS, WORK_DIR, open_knowledge_base
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
    *,
    data: Annotated[
        Path | None,
        typer.Option(help="Your own cases: a .jsonl file, or a folder of them."),
    ] = None,
    documents: Annotated[
        Path | None, typer.Option(help="Documents that your own cases are about.")
    ] = None,
    chosen_set: Annotated[
        str | None, typer.Option("--set", help="Ask only this one of the shipped sets.")
    ] = None,
    split: Annotated[SplitChoice, typer.Option(help="Ask only this split.")] = SplitChoice.ALL,
    kind: Annotated[Kind | None, typer.Option(help="Ask only this kind.")] = None,
    report: Annotated[Path, typer.Option(help="Where the whole report goes, as JSON.")] = WORK_DIR
    / "report.json",
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List the wrong cases of the dev split.")
    ] = False,
) -> None:
    """Measure how good the answers are; by default on all shipped sets of cases and documents."""
    console = _console(stderr=True)
    selection = Selection(split=None if split is SplitChoice.ALL else Split(split.value), kind=kind)
    try:
        outcome = evaluate_sets(
            _sets(data, documents, chosen_set),
            selection,
            open_system=open_knowledge_base,
            console=console,
        )
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(outcome.to_json(), encoding="utf-8")
    except (DatasetError, CorpusError, AssistantError, OSError) as error:
        _say(console, f"Error: {error}")
        raise typer.Exit(code=1) from None
    show_evaluation(outcome, _console(), verbose=verbose)
    _say(console, f"The whole report is in {report}.")


def _sets(data: Path | None, documents: Path | None, chosen: str | None) -> tuple[DocumentSet, ...]:
    """Give what the options ask for: one's own set, a shipped one, or all shipped ones."""
    if data is None and documents is None:
        sets = find_document_sets(
            _shortest(SHIPPED_CASES), own_documents=_shortest(SHIPPED_DOCUMENTS)
        )
        return (choose_document_set(chosen, sets),) if chosen is not None else sets
    if chosen is not None:
        raise typer.BadParameter("--set chooses a shipped set; leave it out with your own.")
    own = DocumentSet(
        name="own",
        cases=_shortest(data or SHIPPED_CASES),
        documents=_shortest(documents or SHIPPED_DOCUMENTS),
    )
    return (own,)


def _console(*, stderr: bool = False) -> Console:
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def _shortest(path: Path) -> Path:
    """Give a path below the current folder relative to it: reports then look alike everywhere."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _say(console: Console, text: str) -> None:
    console.print(text, soft_wrap=True)


if __name__ == "__main__":
    app(prog_name="python -m eval")
