"""A folder of files with real readers and real stores; only the encoder is a fake."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.ingest_report import IngestEvent, IngestReport
from assistant.ingestion import IngestService
from assistant.stored_library import StoredLibrary
from index.builder import IndexBuilder
from index.catalogue import Catalogue
from index.retriever import HybridRetriever
from index.vectors import VectorSearch
from tests.fakes_index import KeywordEncoder

SMILE = "---\ntitle: SmiLe\nkind: incubator\n---\n\nSmiLe takes no equity in its companies.\n"
NOME = "# NOME\n\nNOME is a mentor programme of the Nordics.\n"


class Desk:
    """A folder of files and everything that takes them in."""

    def __init__(self, tmp_path: Path, encoder: KeywordEncoder | None = None) -> None:
        """Open a data folder beside the files."""
        self.files = tmp_path / "files"
        self.files.mkdir(exist_ok=True)
        self.data = tmp_path / "data"
        encoder = encoder or KeywordEncoder()
        self.catalogue = Catalogue.open(self.data)
        self.vectors = VectorSearch(self.catalogue, self.data)
        self.vectors.open_index()
        builder = IndexBuilder(self.catalogue, self.vectors, encoder)
        self.service = IngestService(self.catalogue, builder)
        retriever = HybridRetriever(self.catalogue, self.vectors, encoder)
        self.library = StoredLibrary(self.catalogue, retriever)
        self.events: list[IngestEvent] = []

    def ingest(self, *, prune: bool = False) -> IngestReport:
        """Take the whole folder in."""
        self.events.clear()
        return self.service.ingest([str(self.files)], prune=prune, on_event=self.events.append)

    def titles(self) -> list[str]:
        """Give the titles that are stored."""
        return [document.title for document in self.library.documents()]


@contextmanager
def stocked_desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk with two files, and close it."""
    made = Desk(tmp_path)
    (made.files / "smile.md").write_text(SMILE)
    (made.files / "nome.md").write_text(NOME)
    yield made
    made.vectors.close()
    made.catalogue.close()


def outcomes(report: IngestReport) -> tuple[int, int, int, int, int]:
    """Give the counts: added, replaced, unchanged, removed, failed."""
    return (
        report.added,
        report.replaced,
        report.unchanged,
        report.removed,
        len(report.failures),
    )
