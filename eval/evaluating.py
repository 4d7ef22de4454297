"""An evaluation from end to end: cases checked against their documents, then asked, set by set."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rich.console import Console

from assistant.ingest_report import IngestEvent, IngestFailure
from eval.cases import Dataset, DatasetError, Kind, Split, find_unproved_evidence, load_dataset
from eval.document_sets import DocumentSet
from eval.evaluation import Evaluation, build_evaluation, join
from eval.knowledge_base import read_texts
from eval.progress import add_bar, progress_on
from eval.report import Report
from eval.runner import System, run

SHOWN_PROBLEMS = 10
"""Of wrong evidence: more at once nobody mends."""


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
class Selection:
    """Which cases are asked; None takes all."""

    split: Split | None = None
    kind: Kind | None = None


def evaluate_sets(
    sets: Sequence[DocumentSet],
    selection: Selection,
    *,
    open_system: OpenSystem,
    console: Console,
) -> Evaluation:
    """Check the cases of all sets against their documents, then ask them.

    Documents that several sets are about are opened once.

    A set without a case of the selection is left out.

    Args:
        sets: At least one.
        selection: Which cases.
        open_system: Opens the assistant over documents; called only when all cases are good.
        console: Where progress goes.

    Raises:
        DatasetError: Cases are wrong, none is left, or evidence is not in the documents.
        CorpusError: There are no documents there.
        AssistantError: A knowledge base cannot be built or opened.
    """
    chosen = _selected(sets, selection)
    for one, dataset in chosen:
        check_evidence(dataset, one.documents)
    reports: dict[str, list[Report]] = {one.name: [] for one, _ in chosen}
    for documents in dict.fromkeys(one.documents for one, _ in chosen):
        together = [(one, dataset) for one, dataset in chosen if one.documents == documents]
        asked = _ask(together, open_system=open_system, console=console)
        for (one, _), report in zip(together, asked, strict=True):
            reports[one.name].append(report)
    return build_evaluation({name: join(parts) for name, parts in reports.items()})


def check_evidence(dataset: Dataset, documents: Path) -> None:
    """Refuse cases whose evidence does not stand in the documents as they are read.

    Raises:
        DatasetError: Some does not; the first ten are listed.
        CorpusError: There are no documents there.
    """
    refuse_unproved(dataset, read_texts(documents), where=repr(str(documents)))


def refuse_unproved(dataset: Dataset, texts: Mapping[str, str], *, where: str) -> None:
    """Refuse cases whose evidence does not stand in texts, given by the names of their files.

    Raises:
        DatasetError: Some does not; the first ten are listed.
    """
    unproved = find_unproved_evidence(dataset, texts)
    if not unproved:
        return
    lines = [f"{item.case_id}: {item.problem}: {item.quote!r}" for item in unproved]
    if len(lines) > SHOWN_PROBLEMS:
        lines[SHOWN_PROBLEMS:] = [f"and {len(lines) - SHOWN_PROBLEMS} more"]
    raise DatasetError(
        f"evidence is not in the documents of {where}; copy each quote from the text "
        "as it is read:\n  " + "\n  ".join(lines),
        path=dataset.path,
        field="evidence",
    )


def _selected(
    sets: Sequence[DocumentSet], selection: Selection
) -> list[tuple[DocumentSet, Dataset]]:
    """Give the sets that have cases of the selection; the last refusal if none has."""
    loaded = [(one, load_dataset(one.cases)) for one in sets]
    chosen, refusal = [], None
    for one, dataset in loaded:
        try:
            selected = dataset.select(split=selection.split, kind=selection.kind)
        except DatasetError as error:
            refusal = error
            continue
        chosen.append((one, selected))
    if not chosen and refusal is not None:
        raise refusal
    return chosen


def _ask(
    sets: Sequence[tuple[DocumentSet, Dataset]], *, open_system: OpenSystem, console: Console
) -> list[Report]:
    """Ask the cases of sets that are about the same documents."""
    first, _ = sets[0]
    with progress_on(console) as progress:
        advance = add_bar(progress, f"Indexing {first.name}")

        def on_event(event: IngestEvent) -> None:
            advance(event.done, event.total)

        def on_failure(failure: IngestFailure) -> None:
            console.print(f"not read: {failure.source}: {failure.reason}", soft_wrap=True)

        with open_system(first.documents, on_event=on_event, on_failure=on_failure) as system:
            return [
                run(
                    system,
                    dataset,
                    add_bar(progress, f"Asking {one.name}"),
                    searches=not one.is_translated,
                )
                for one, dataset in sets
            ]
