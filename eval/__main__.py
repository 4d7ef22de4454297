"""`python -m eval`: asks the cases, prints the figures, writes the report."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Protocol

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from assistant.errors import AssistantError
from assistant.ingest_report import IngestEvent, IngestFailure
from corpus.errors import CorpusError
from eval.cases import Dataset, DatasetError, Kind, Split, find_unproved_evidence, load_dataset
from eval.knowledge_base import SHIPPED_DOCUMENTS, WORK_DIR, open_knowledge_base, read_texts
from eval.report import Report
from eval.runner import System, run
from eval.terminal import show_report

SHIPPED_CASES = Path(__file__).parent / "data"
"""The cases about the shipped documents."""

SHOWN_PROBLEMS = 10
"""Of wrong evidence: more at once nobody mends."""


class SplitChoice(StrEnum):
    """What `--split` takes."""

    DEV = "dev"
    TEST = "test"
    ALL = "all"


class OpenSystem(Protocol):
    """Opens what is evaluated; see `eval.knowledge_base.open_knowledge_base`."""

    def __call__(
        self,
        documents: Path,
        *,
        on_event: Callable[[IngestEvent], None],
        on_failure: Callable[[IngestFailure], None],
    ) -> AbstractContextManager[System]:
        """Give the system, ready to be asked."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line says."""

    data: Path = SHIPPED_CASES
    documents: Path = SHIPPED_DOCUMENTS
    split: Split | None = None
    kind: Kind | None = None


def evaluate(options: Options, *, open_system: OpenSystem, console: Console) -> Report:
    """Check the cases against the documents, then ask them.

    Args:
        options: Which cases and documents.
        open_system: Opens the assistant over the documents; called only when the cases are good.
        console: Where progress goes.

    Raises:
        DatasetError: The cases are wrong, or evidence is not in the documents.
        CorpusError: There are no documents there.
        AssistantError: The knowledge base cannot be built or opened.
    """
    dataset = load_dataset(options.data).select(split=options.split, kind=options.kind)
    check_evidence(dataset, options.documents)
    with _progress(console) as progress:
        advance = _bar(progress, "Indexing")

        def on_event(event: IngestEvent) -> None:
            advance(event.done, event.total)

        def on_failure(failure: IngestFailure) -> None:
            _say(console, f"not read: {failure.source}: {failure.reason}")

        with open_system(options.documents, on_event=on_event, on_failure=on_failure) as system:
            return run(system, dataset, _bar(progress, "Asking"))


def check_evidence(dataset: Dataset, documents: Path) -> None:
    """Refuse cases whose evidence does not stand in the documents as they are read.

    Raises:
        DatasetError: Some does not; the first ten are listed.
        CorpusError: There are no documents there.
    """
    unproved = find_unproved_evidence(dataset, read_texts(documents))
    if not unproved:
        return
    lines = [f"{item.case_id}: {item.problem}: {item.quote!r}" for item in unproved]
    if len(lines) > SHOWN_PROBLEMS:
        lines[SHOWN_PROBLEMS:] = [f"and {len(lines) - SHOWN_PROBLEMS} more"]
    raise DatasetError(
        f"evidence is not in the documents of {str(documents)!r}; copy each quote from the text "
        "as it is read:\n  " + "\n  ".join(lines),
        path=dataset.path,
        field="evidence",
    )


def main(
    *,
    data: Annotated[
        Path, typer.Option(help="Cases: a .jsonl file, or a folder of them.", show_default=False)
    ] = SHIPPED_CASES,
    split: Annotated[SplitChoice, typer.Option(help="Ask only this split.")] = SplitChoice.ALL,
    documents: Annotated[
        Path, typer.Option(help="Documents that the cases are about.", show_default=False)
    ] = SHIPPED_DOCUMENTS,
    report: Annotated[Path, typer.Option(help="Where the whole report goes, as JSON.")] = WORK_DIR
    / "report.json",
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List the wrong cases of the dev split.")
    ] = False,
    kind: Annotated[Kind | None, typer.Option(help="Ask only this kind.")] = None,
) -> None:
    """Measure how good the answers are; by default on the shipped cases and documents."""
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    chosen = None if split is SplitChoice.ALL else Split(split.value)
    options = Options(data=_shortest(data), documents=_shortest(documents), split=chosen, kind=kind)
    try:
        outcome = evaluate(options, open_system=open_knowledge_base, console=console)
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(outcome.to_json(), encoding="utf-8")
    except (DatasetError, CorpusError, AssistantError, OSError) as error:
        _say(console, f"Error: {error}")
        raise typer.Exit(code=1) from None
    show_report(outcome, Console(highlight=False, markup=False, emoji=False), verbose=verbose)
    _say(console, f"The whole report is in {report}.")


def _shortest(path: Path) -> Path:
    """Give a path below the current folder relative to it: reports then look alike everywhere."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _say(console: Console, text: str) -> None:
    console.print(text, soft_wrap=True)


@contextmanager
def _progress(console: Console) -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        yield progress


def _bar(progress: Progress, description: str) -> Callable[[int, int], None]:
    """Give what moves a bar of its own, which shows once there is something to show."""
    task = progress.add_task(description, total=None, visible=False)
    return lambda done, total: progress.update(task, completed=done, total=total, visible=True)


if __name__ == "__main__":
    # Typer's own frames would bury a defect's traceback.
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(main)
    app(prog_name="python -m eval")
