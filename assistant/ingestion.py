"""Taking documents in: every file found is read, stored or reported, and counted."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote_to_bytes

from assistant.ingest_report import (
    IngestEvent,
    IngestFailure,
    IngestOutcome,
    IngestReport,
    IngestSkip,
)
from assistant.originals import Originals
from assistant.translation import translated
from corpus.errors import CorpusError
from corpus.identity import displayable
from corpus.loader import Discovery, LoadFailure, SourceFile, discover, load_documents
from index.builder import IndexBuilder
from index.catalogue import Catalogue
from index.incoming import Failed, Incoming, Stored

OnEvent = Callable[[IngestEvent], None]

_URI = "file://"


class IngestService:
    """Brings the stored documents in line with files. Needs ownership of the data folder."""

    def __init__(
        self, catalogue: Catalogue, builder: IndexBuilder, originals: Originals | None = None
    ) -> None:
        """Store nothing yet.

        Args:
            catalogue: What is stored.
            builder: Stores.
            originals: What was uploaded; never pruned.
        """
        self._catalogue = catalogue
        self._builder = builder
        self._originals = originals

    def ingest(self, locations: Sequence[str], *, prune: bool, on_event: OnEvent) -> IngestReport:
        """Store what is new or changed; one bad file stops nothing and is reported.

        Args:
            locations: Files and folders. One that is missing is reported as a failure.
            prune: Also remove stored documents that stood below the locations and are gone. What
                lies below a location or folder that could not be looked at is left alone.
            on_event: Called after each source.

        Raises:
            KnowledgeBaseUnavailable: What is stored was made by another encoder or splitter.
        """
        started = time.monotonic()
        run = _Run(on_event)
        found = self._discover(locations, run)
        files = [file for discovery in found.values() for file in discovery.files]
        with translated():
            self._builder.check_manifest()
            gone = self._gone(found) if prune else []
            run.total = len(files) + len(gone)
            for result in self._builder.put_all(_loaded(files, run)):
                _record(result, run)
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
            location = self._catalogue.location_of(document_id)
            self._builder.remove(document_id)
            if self._originals is not None:
                self._originals.forget(location)
            self._builder.finish()

    def _discover(self, locations: Sequence[str], run: "_Run") -> dict[str, Discovery]:
        """Look at each location; one that is missing is not in the result."""
        found: dict[str, Discovery] = {}
        for location in locations:
            try:
                found[location] = discovery = discover([location])
            except CorpusError as error:
                run.failures.append(IngestFailure(source=error.source, reason=error.reason))
                continue
            run.failures += [
                IngestFailure(source=failure.source, reason=failure.reason)
                for failure in discovery.failures
            ]
            run.skipped += [
                IngestSkip(source=skip.source, reason=skip.reason) for skip in discovery.skipped
            ]
        return found

    def _gone(self, found: Mapping[str, Discovery]) -> list[tuple[str, str]]:
        """Give id and source of stored documents below the locations whose file is not there."""
        files = {_resolved(f.path) for discovery in found.values() for f in discovery.files}
        unread = [path for discovery in found.values() for path in discovery.unread]
        roots = [_resolved(Path(location)) for location in found]
        gone = []
        for stored in self._catalogue.documents():
            # For what was uploaded the catalogue is the truth, whatever became of its file.
            if self._originals is not None and self._originals.holds(stored.location):
                continue
            path = _path(stored.location)
            looked_at = _is_below(path, roots) and not _is_below(path, unread)
            if looked_at and path not in files and not _may_exist(path):
                gone.append((stored.document_id, stored.source))
        return gone


def _loaded(files: Sequence[SourceFile], run: "_Run") -> Iterator[Incoming]:
    """Read files; those that cannot be read are recorded here."""
    for file, loaded in zip(files, load_documents(files), strict=True):
        if isinstance(loaded, LoadFailure):
            run.record(loaded.source, "failed", reason=loaded.reason)
        else:
            yield Incoming(document=loaded, location=_location(file.path.resolve()))


def _record(result: Stored | Failed, run: "_Run") -> None:
    if isinstance(result, Stored):
        run.record(result.source, result.outcome, passages=result.passages)
        return
    what = f"{type(result.error).__name__}: {result.error}"
    reason = f"storing it failed ({what}); report this as a defect."
    run.record(result.source, "failed", reason=displayable(reason))


def _resolved(path: Path) -> Path:
    return Path(os.path.realpath(path))  # unlike `Path.resolve` it takes links in a circle


def _is_below(path: Path, folders: Sequence[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _may_exist(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # cannot tell
        return True


def _location(path: Path) -> str:
    """Write an absolute path so that it can be stored: as a URI when its bytes are no UTF-8."""
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return path.as_uri()
    return str(path)


def _path(location: str) -> Path:
    """Read back what `_location` wrote."""
    if location.startswith(_URI):
        return Path(os.fsdecode(unquote_to_bytes(location.removeprefix(_URI))))
    return Path(location)


class _Run:
    """What happened so far in one ingest."""

    def __init__(self, on_event: OnEvent) -> None:
        self._on_event = on_event
        self._counts: Counter[IngestOutcome] = Counter()
        self.failures: list[IngestFailure] = []
        self.skipped: list[IngestSkip] = []
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
            skipped=tuple(self.skipped),
        )
