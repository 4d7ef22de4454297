"""Taking documents in: every file found is read, stored or reported, and counted."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.ingest_report import IngestEvent, IngestFailure, IngestOutcome, IngestReport
from assistant.translation import translated
from corpus.document import Document
from corpus.errors import CorpusError
from corpus.loader import LoadFailure, SourceFile, discover, load_documents
from index.builder import IndexBuilder
from index.catalogue import Catalogue

OnEvent = Callable[[IngestEvent], None]


class IngestService:
    """Brings the stored documents in line with files. Needs ownership of the data folder."""

    def __init__(self, catalogue: Catalogue, builder: IndexBuilder) -> None:
        """Store nothing yet."""
        self._catalogue = catalogue
        self._builder = builder

    def ingest(self, locations: Sequence[str], *, prune: bool, on_event: OnEvent) -> IngestReport:
        """Store what is new or changed; one bad file stops nothing and is reported.

        Args:
            locations: Files and folders. One that is missing is reported as a failure.
            prune: Also remove stored documents that stood below the locations and are gone.
            on_event: Called after each source.

        Raises:
            KnowledgeBaseUnavailable: What is stored was made by another encoder or splitter.
        """
        started = time.monotonic()
        run = _Run(on_event)
        files = self._discover(locations, run)
        with translated():
            self._builder.check_manifest()
            gone = self._gone(locations, files) if prune else []
            run.total = len(files) + len(gone)
            for file, loaded in zip(files, load_documents(files), strict=True):
                self._store(file, loaded, run)
            for document_id, source in gone:
                self._builder.remove(document_id)
                run.record(source, "removed")
            self._builder.finish()
        return run.report(time.monotonic() - started)

    def remove(self, document_id: str) -> None:
        """Remove one document without a trace.

        Raises:
            UnknownDocument: No document has this id.
        """
        with translated():
            self._builder.remove(document_id)
            self._builder.finish()

    def _discover(self, locations: Sequence[str], run: "_Run") -> list[SourceFile]:
        files: list[SourceFile] = []
        for location in locations:
            try:
                files.extend(discover([location]).files)
            except CorpusError as error:
                run.failures.append(IngestFailure(source=error.source, reason=error.reason))
        return files

    def _store(self, file: SourceFile, loaded: Document | LoadFailure, run: "_Run") -> None:
        if isinstance(loaded, LoadFailure):
            run.record(loaded.source, "failed", reason=loaded.reason)
            return
        stored = self._builder.put(loaded, str(file.path.resolve()))
        run.record(loaded.source, stored.outcome, passages=stored.passages)

    def _gone(self, locations: Sequence[str], files: Sequence[SourceFile]) -> list[tuple[str, str]]:
        """Give id and source of stored documents below the locations whose file is not there."""
        found = {file.path.resolve() for file in files}
        roots = [Path(location).resolve() for location in locations]
        gone = []
        for stored in self._catalogue.documents():
            path = Path(stored.location)
            below = any(path == root or root in path.parents for root in roots)
            if below and path not in found and not path.exists():
                gone.append((stored.document_id, stored.source))
        return gone


class _Run:
    """What happened so far in one ingest."""

    def __init__(self, on_event: OnEvent) -> None:
        self._on_event = on_event
        self._counts: Counter[IngestOutcome] = Counter()
        self.failures: list[IngestFailure] = []
        self._passages = 0
        self._done = 0
        self.total = 0

    def record(
        self, source: str, outcome: IngestOutcome, *, passages: int = 0, reason: str = ""
    ) -> None:
        """Count one source and tell about it."""
        self._done += 1
        self._counts[outcome] += 1
        self._passages += passages
        if outcome == "failed":
            self.failures.append(IngestFailure(source=source, reason=reason))
        self._on_event(
            IngestEvent(
                source=source,
                outcome=outcome,
                done=self._done,
                total=self.total,
                passages=passages,
                reason=reason,
            )
        )

    def report(self, seconds: float) -> IngestReport:
        """Sum it up."""
        return IngestReport(
            added=self._counts["added"],
            replaced=self._counts["replaced"],
            unchanged=self._counts["unchanged"],
            removed=self._counts["removed"],
            failures=tuple(self.failures),
            passages=self._passages,
            seconds=seconds,
        )
