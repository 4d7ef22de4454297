"""Documents uploaded to a running assistant: real catalogue and Chroma; the encoder is a fake."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant import uploads
from assistant.errors import InvalidDocument, KnowledgeBaseUnavailable, UnknownDocument
from assistant.ingestion import IngestService
from assistant.no_uploads import NoUploads
from assistant.originals import Originals
from assistant.stored_library import StoredLibrary
from assistant.uploads import StoredUploads
from index.builder import IndexBuilder
from index.catalogue import Catalogue
from index.retriever import HybridRetriever
from index.vectors import VectorSearch
from tests.fakes_index import KeywordEncoder

TEXT = "---\ntitle: Alfa\nas_of: 2026-05\n---\n\n# Equity\n\nAlfa takes no equity.\n"
OTHER = TEXT.replace("no equity", "five per cent of equity")


class House:
    """A data folder that is being served."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.catalogue = Catalogue.open(folder)
        self.vectors = VectorSearch(self.catalogue, folder)
        self.vectors.open_index()
        encoder = KeywordEncoder()
        self.originals = Originals(folder / "documents")
        self.builder = IndexBuilder(self.catalogue, self.vectors, encoder)
        self.reread = threading.Semaphore(0)
        self.uploads = StoredUploads(
            self.catalogue, self.builder, self.originals, self.reread.release
        )
        self.library = StoredLibrary(
            self.catalogue, HybridRetriever(self.catalogue, self.vectors, encoder)
        )

    def ingest(self, *locations: Path, prune: bool = False) -> tuple[int, int, int]:
        service = IngestService(self.catalogue, self.builder, self.originals)
        report = service.ingest([str(one) for one in locations], prune=prune, on_event=print)
        return report.added, report.unchanged, report.removed

    def files(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "documents").glob("*"))

    def close(self) -> None:
        self.uploads.close()
        self.vectors.close()
        self.catalogue.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path / "var")
    yield made
    made.close()


def test_an_upload_is_found_at_once_and_kept_as_it_came(house: House) -> None:
    taken = house.uploads.add("alfa.md", TEXT)

    assert (taken.outcome, taken.understood.title) == ("added", "Alfa")
    (found,) = house.library.search("equity", 5)
    assert found.passage.document_id == taken.understood.document_id
    assert found.dense_rank == 1
    assert house.vectors.state == "chroma"
    assert (house.folder / "documents" / "alfa.md").read_text(encoding="utf-8") == TEXT
    assert house.uploads.is_upload(taken.understood.document_id)


def test_a_preview_says_what_is_understood_and_stores_nothing(house: House) -> None:
    understood = house.uploads.preview("alfa", TEXT)

    assert (understood.name, understood.title, understood.as_of) == ("alfa.md", "Alfa", "2026-05")
    assert (understood.passages, understood.replaces) == (1, None)
    assert house.catalogue.count_documents() == 0
    assert house.files() == []


def test_the_same_name_replaces_and_the_same_text_changes_nothing(house: House) -> None:
    house.uploads.add("alfa.md", TEXT)

    assert house.uploads.add("alfa.md", TEXT).outcome == "unchanged"
    assert house.uploads.preview("alfa.md", OTHER).replaces == "Alfa"
    assert house.uploads.add("alfa.md", OTHER).outcome == "replaced"

    (found,) = house.library.search("equity", 5)
    assert "five per cent" in found.passage.text
    assert house.catalogue.count_documents() == 1
    assert (house.folder / "documents" / "alfa.md").read_text(encoding="utf-8") == OTHER


FORMATS = {
    "page.html": (
        "<html><head><title>Beta</title></head><body><p>Beta is a hub for all founders in the "
        "region of Lund.</p></body></html>",
        "Beta",
    ),
    "notes.txt": ("Gamma is a hub in Lund.", "notes"),
    "åäö.md": ("# Örebro\n\nEn park.", "Örebro"),
}


def test_every_format_of_text_is_read(house: House) -> None:
    for name, (text, title) in FORMATS.items():
        assert house.uploads.add(name, text).understood.title == title


BAD = [
    ("", TEXT, "no name"),
    ("...", TEXT, "no name"),
    ("../alfa.md", TEXT, "no plain name"),
    ("a/b.md", TEXT, "no plain name"),
    ("a\\b.md", TEXT, "no plain name"),
    (".hidden.md", TEXT, "no plain name"),
    ("con.md", TEXT, "no plain name"),
    ("alfa.xlsx", TEXT, "format cannot be read"),
    ("alfa.pdf", TEXT, "send it as a file"),
    ("alfa.exe", TEXT, "format cannot be read"),
    ("x" * 101 + ".md", TEXT, "longer than 100"),
    ("å" * 99 + ".md", TEXT, "longer than 100"),
    ("alfa\ud800.md", TEXT, "no name"),
    ("alfa.md", "", "empty"),
    ("alfa.md", " \n", "empty"),
    ("alfa.md", "half \ud800", "surrogate"),
    ("alfa.md", "---\nas_of: yesterday\n---\n\nText.", "no date"),
    ("alfa.md", "---\ntitle: [\n---\n\nText.", "not valid YAML"),
    ("page.html", "<html><body></body></html>", "no main text"),
]


def test_a_file_that_finds_another_one_being_read_does_not_wait_for_long(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "_READING_SECONDS", 0.01)
    with house.uploads._reading, pytest.raises(KnowledgeBaseUnavailable, match="try again"):
        house.uploads.preview("alfa.md", TEXT)

    assert house.uploads.preview("alfa.md", TEXT).title == "Alfa"


def test_a_bad_document_is_refused_in_one_sentence_and_nothing_is_lost(house: House) -> None:
    house.uploads.add("alfa.md", TEXT)

    for name, text, said in BAD:
        with pytest.raises(InvalidDocument, match=said):
            house.uploads.add(name, text)
        with pytest.raises(InvalidDocument, match=said):
            house.uploads.preview(name, text)

    assert house.catalogue.count_documents() == 1
    assert house.files() == ["alfa.md"]
    assert (house.folder / "documents" / "alfa.md").read_text(encoding="utf-8") == TEXT


def test_what_cannot_be_stored_leaves_the_old_version(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.uploads.add("alfa.md", TEXT)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assistant.originals.os.fsync", full)
    with pytest.raises(KnowledgeBaseUnavailable, match="make room"):
        house.uploads.add("alfa.md", OTHER)

    assert "no equity" in house.library.search("equity", 5)[0].passage.text
    assert house.files() == ["alfa.md"]


def test_a_removed_document_is_gone_with_its_original(house: House) -> None:
    taken = house.uploads.add("alfa.md", TEXT)

    house.uploads.remove(taken.understood.document_id)

    assert house.library.search("equity", 5) == ()
    assert house.files() == []
    assert house.uploads.is_upload(taken.understood.document_id) is False
    with pytest.raises(UnknownDocument):
        house.uploads.remove(taken.understood.document_id)
    stored = b"".join(path.read_bytes() for path in house.folder.rglob("*") if path.is_file())
    assert b"takes no equity" not in stored


def test_a_document_from_a_folder_can_be_removed_and_its_file_stays(
    house: House, tmp_path: Path
) -> None:
    (folder := tmp_path / "files").mkdir()
    (folder / "alfa.md").write_text(TEXT, encoding="utf-8")
    house.ingest(folder)
    (summary,) = house.library.documents()

    assert not house.uploads.is_upload(summary.document_id)
    house.uploads.remove(summary.document_id)

    assert house.library.documents() == ()
    assert (folder / "alfa.md").exists()


def test_pruning_leaves_uploads_alone(house: House, tmp_path: Path) -> None:
    house.uploads.add("alfa.md", TEXT)
    (folder := tmp_path / "files").mkdir()

    assert house.ingest(folder, prune=True) == (0, 0, 0)
    assert house.ingest(tmp_path, prune=True)[2] == 0

    # Even where its file is lost: the catalogue is the truth.
    (house.folder / "documents" / "alfa.md").unlink()
    assert house.ingest(house.folder / "documents", prune=True)[2] == 0
    assert house.catalogue.count_documents() == 1


def test_ingesting_the_originals_changes_nothing(house: House) -> None:
    house.uploads.add("alfa.md", TEXT)

    assert house.ingest(house.folder / "documents") == (0, 1, 0)
    assert house.catalogue.count_documents() == 1


def test_removing_on_the_command_line_takes_the_original_too(house: House) -> None:
    taken = house.uploads.add("alfa.md", TEXT)

    IngestService(house.catalogue, house.builder, house.originals).remove(
        taken.understood.document_id
    )

    assert house.files() == []


def test_searches_go_on_while_documents_come_and_go(house: House) -> None:
    house.uploads.add("steady.md", "# Steady\n\nSteady is a mentor programme.\n")
    stop = threading.Event()

    def search() -> None:
        while not stop.is_set():
            found = house.library.search("mentor programme", 5)
            assert "Steady" in {scored.passage.title for scored in found}

    with ThreadPoolExecutor(3) as pool:
        searching = [pool.submit(search) for _ in range(3)]
        try:
            for number in range(6):
                text = f"{TEXT}\nAlfa has a mentor number {number}.\n"
                taken = house.uploads.add("alfa.md", text)
                if number % 2:
                    house.uploads.remove(taken.understood.document_id)
        finally:
            stop.set()
        for one in searching:
            one.result()

    assert house.vectors.state == "chroma"


def test_what_a_kill_left_is_swept_away(house: House) -> None:
    house.uploads.add("alfa.md", TEXT)
    house.originals.draft(b"half")
    assert len(house.files()) == 2

    StoredUploads(house.catalogue, house.builder, house.originals)

    assert house.files() == ["alfa.md"]


def test_uploads_outlast_the_process(house: House, tmp_path: Path) -> None:
    house.uploads.add("alfa.md", TEXT)
    house.close()

    again = House(tmp_path / "var")
    try:
        assert [one.title for one in again.library.documents()] == ["Alfa"]
        assert again.library.search("equity", 5)
    finally:
        again.close()


def test_a_process_that_only_reads_says_so() -> None:
    uploads = NoUploads()
    for attempt in (
        lambda: uploads.add("a.md", TEXT),
        lambda: uploads.preview("a.md", TEXT),
        lambda: uploads.remove("a"),
    ):
        with pytest.raises(Exception, match="only reads"):
            attempt()


def test_what_else_answers_stand_on_is_read_again_behind_each_change(house: House) -> None:
    taken = house.uploads.add("ember.md", "# Ember\n\nEmber is an incubator.\n")
    assert house.reread.acquire(timeout=5)
    house.uploads.add("ember.md", "# Ember\n\nEmber is an incubator.\n")
    assert not house.reread.acquire(blocking=False)
    house.uploads.remove(taken.understood.document_id)
    assert house.reread.acquire(timeout=5)
