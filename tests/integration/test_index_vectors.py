"""The catalogue, Chroma following it, and retrieval, all real; only the encoder is a fake."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index.builder import IndexBuilder
from index.catalogue import Catalogue
from index.dense import ChromaIndex
from index.errors import DataFolderBusy, DocumentNotStored, ManifestMismatch
from index.ownership import current_owner, owning, take_ownership
from index.probe import find_disagreement
from index.retriever import HybridRetriever
from index.splitting_options import SplittingOptions
from index.vectors import VectorSearch
from tests.fakes_index import HashEncoder, KeywordEncoder, document_of, files_with

# One passage a paragraph.
_OPTIONS = SplittingOptions(min_tokens=0, target_tokens=16, max_tokens=200)

_INDEX_FILES = (
    "header.bin",
    "data_level0.bin",
    "link_lists.bin",
    "length.bin",
    "index_metadata.pickle",
)


class Base:
    """A data folder with all parts opened on it."""

    def __init__(self, folder: Path, encoder: KeywordEncoder) -> None:
        """Open everything; Chroma only with `open_index`."""
        self.folder = folder
        self.encoder = encoder
        self.catalogue = Catalogue.open(folder)
        self.vectors = VectorSearch(self.catalogue, folder, sync_threshold=100)
        self.builder = IndexBuilder(self.catalogue, self.vectors, encoder, _OPTIONS)
        self.retriever = HybridRetriever(self.catalogue, self.vectors, encoder)

    def put(self, name: str, *paragraphs: str) -> str:
        """Store a document; what came of it."""
        return self.builder.put(document_of(name, *paragraphs), f"/{name}").outcome

    def fill(self, documents: int, paragraphs: int = 10) -> None:
        """Store many small passages."""
        for number in range(documents):
            texts = [f"Fact {number}-{line} " + "word " * 15 for line in range(paragraphs)]
            self.put(f"document-{number}", *texts)

    def chroma_folders(self) -> list[Path]:
        """Give the index folders on disk."""
        return sorted(self.folder.glob("chroma-*"))

    def disagreement(self) -> str | None:
        """Compare the two stores after closing this process's handle."""
        self.vectors.close()
        [folder] = self.chroma_folders()
        index = ChromaIndex(folder)
        try:
            return find_disagreement(self.catalogue.log, index)
        finally:
            index.close()


@pytest.fixture
def base(tmp_path: Path) -> Base:
    return Base(tmp_path / "data", KeywordEncoder())


@pytest.fixture
def large(tmp_path: Path) -> Base:
    return Base(tmp_path / "data", HashEncoder())


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a data folder of 300 passages that nobody has open; to be copied."""
    large = Base(tmp_path_factory.mktemp("filled") / "data", HashEncoder())
    large.vectors.open_index()
    large.fill(30)
    large.builder.finish()
    large.vectors.close()
    large.catalogue.close()
    return large.folder


def test_both_rankings_find_the_passage_that_says_it(base: Base) -> None:
    base.vectors.open_index()
    base.put("smile", "SmiLe Incubator takes no equity in the companies.")
    base.put("nome", "NOME is a mentor programme in the Nordics.")
    base.builder.finish()

    found = base.retriever.retrieve("Which one takes equity?", 5)

    assert base.vectors.state == "chroma"
    assert found[0].passage.document_id == "smile"
    assert (found[0].dense_rank, found[0].bm25_rank) == (1, 1)
    assert found[0].passage.text == "SmiLe Incubator takes no equity in the companies."


def test_exact_search_and_chroma_rank_alike(large: Base) -> None:
    large.fill(30)
    [query] = large.encoder.encode(["Fact 7-3 " + "word " * 15])
    exact = large.vectors.query(query, 10)
    large.vectors.open_index()
    chroma = large.vectors.query(query, 10)

    assert [near.number for near in chroma] == [near.number for near in exact]
    assert [near.score for near in chroma] == pytest.approx(
        [near.score for near in exact], abs=1e-5
    )


def test_nothing_stored_finds_nothing(base: Base) -> None:
    assert base.retriever.retrieve("anything", 5) == ()


def test_the_same_document_again_changes_nothing(base: Base) -> None:
    assert base.put("smile", "Takes no equity.") == "added"
    encoded, sequence = base.encoder.encoded, base.catalogue.log.last_sequence()

    assert base.put("smile", "Takes no equity.") == "unchanged"
    assert (base.encoder.encoded, base.catalogue.log.last_sequence()) == (encoded, sequence)


def test_an_edited_document_replaces_its_passages(base: Base) -> None:
    base.vectors.open_index()
    base.put("smile", "Takes equity always.", "Has a lab.")
    base.builder.finish()

    assert base.put("smile", "Takes a fund instead.") == "replaced"
    base.builder.finish()

    texts = [found.passage.text for found in base.retriever.retrieve("equity fund lab", 10)]
    assert texts == ["Takes a fund instead."]
    assert base.disagreement() is None


def test_a_removed_document_leaves_no_trace_on_disk(base: Base) -> None:
    base.vectors.open_index()
    canary = "Zyxwvut canary equity sentence."
    base.put("secret", canary)
    base.put("other", "A mentor programme.")
    base.builder.finish()
    [number] = [n for n, _ in base.catalogue.search_text('"zyxwvut"', 5)]
    [vector] = base.catalogue.log.vectors_of([number]).vectors
    assert files_with(base.folder, vector.tobytes())

    base.builder.remove("secret")
    base.builder.finish()
    base.vectors.close()
    base.catalogue.close()

    for needle in (b"canary", b"Zyxwvut", b"zyxwvut", vector.tobytes()):
        assert files_with(base.folder, needle) == []


def test_removing_what_is_not_stored_is_an_error(base: Base) -> None:
    with pytest.raises(DocumentNotStored):
        base.builder.remove("nobody")


def test_a_missing_index_is_rebuilt_without_the_encoder(large: Base) -> None:
    large.vectors.open_index()
    large.fill(30)
    large.builder.finish()
    large.vectors.close()
    [folder] = large.chroma_folders()
    shutil.rmtree(folder)

    again = Base(large.folder, HashEncoder())
    assert len(again.vectors.query(large.encoder.encode(["x"])[0], 5)) == 5
    again.vectors.open_index()

    assert again.encoder.encoded == 0
    assert again.vectors.state == "chroma"
    assert again.disagreement() is None


@pytest.mark.parametrize("harm", ["truncate", "zero", "delete"])
@pytest.mark.parametrize("name", _INDEX_FILES)
def test_a_damaged_index_is_found_and_rebuilt(
    filled: Path, tmp_path: Path, name: str, harm: str
) -> None:
    folder = shutil.copytree(filled, tmp_path / "data")
    [damaged] = folder.glob(f"chroma-*/*/{name}")
    content = damaged.read_bytes()
    match harm:
        case "truncate":
            damaged.write_bytes(content[: len(content) // 2])
        case "zero":
            damaged.write_bytes(bytes(len(content)))
        case _:
            damaged.unlink()

    [before] = folder.glob("chroma-*")

    assert _reopened(folder) == "chroma 300 None"
    assert not before.exists()


def test_a_sound_index_is_used_as_it_is(large: Base) -> None:
    large.vectors.open_index()
    large.fill(30)
    large.builder.finish()
    large.vectors.close()
    before = large.chroma_folders()

    again = Base(large.folder, HashEncoder())
    assert again.vectors.find_fault() is None
    again.vectors.open_index()

    assert (again.vectors.state, again.chroma_folders()) == ("chroma", before)


def test_a_small_index_is_used_as_it_is_whatever_its_unread_files_hold(base: Base) -> None:
    base.vectors.open_index()
    base.fill(2)
    base.builder.finish()
    base.vectors.close()
    [before] = base.chroma_folders()
    # Chroma itself leaves there what happened to stand in memory, another thing at every start.
    unread = list(before.glob("*/*.bin"))
    assert len(unread) == 4
    for path in unread:
        path.write_bytes(b"\xaa" * 999)

    said = [_reopened(base.folder) for _ in range(2)]

    assert base.chroma_folders() == [before]
    assert said == ["chroma 20 None"] * 2


def test_an_index_that_lags_behind_catches_up(large: Base) -> None:
    large.vectors.open_index()
    large.fill(5)
    large.builder.finish()
    large.vectors.close()
    before = large.chroma_folders()
    # Committed to the catalogue, then killed before the index could follow.
    late = Base(large.folder, HashEncoder())
    late.put("late", "A late fact.")
    late.put("document-1", "Another fact.")

    again = Base(large.folder, HashEncoder())
    again.vectors.open_index()

    assert (again.vectors.state, again.chroma_folders()) == ("chroma", before)
    assert again.disagreement() is None


def test_an_index_half_built_by_a_crash_is_removed(large: Base) -> None:
    stray = large.folder / "chroma-0123456789ab"
    stray.mkdir()
    large.fill(2)
    large.vectors.open_index()

    assert stray not in large.chroma_folders()
    assert len(large.chroma_folders()) == 1


def test_another_encoder_is_refused_and_a_remake_mends_it(base: Base) -> None:
    base.put("smile", "Takes no equity.")
    base.vectors.close()
    other = Base(base.folder, HashEncoder())

    with pytest.raises(ManifestMismatch, match="doctor --repair"):
        other.builder.check_manifest()
    with pytest.raises(ManifestMismatch):
        other.put("new", "Never mixed.")

    assert other.builder.remake(["smile"]) == 1
    other.builder.finish()
    other.builder.check_manifest()
    assert [f.passage.text for f in other.retriever.retrieve("equity", 1)] == ["Takes no equity."]


def test_a_remake_that_was_cut_off_is_refused_until_it_is_done(base: Base) -> None:
    base.put("smile", "Takes no equity.")
    base.catalogue.begin_remake()

    with pytest.raises(ManifestMismatch):
        base.builder.check_manifest()


def test_a_second_owner_gets_one_clear_sentence(tmp_path: Path) -> None:
    with owning(tmp_path, "serving") as ownership:
        ownership.announce("http://127.0.0.1:8000")
        owner = current_owner(tmp_path)
        assert owner is not None
        assert owner.url == "http://127.0.0.1:8000"
        with pytest.raises(DataFolderBusy, match=rf"in use by process {owner.pid} \(serving\)"):
            take_ownership(tmp_path, "ingesting")
    assert current_owner(tmp_path) is None
    take_ownership(tmp_path, "ingesting").release()


def test_what_a_dead_owner_said_is_ignored(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    said = f'{{"pid": {gone.pid}, "purpose": "serving", "url": "http://127.0.0.1:1"}}'
    (tmp_path / "owner.json").write_text(said)

    assert current_owner(tmp_path) is None


def _reopened(folder: Path) -> str:
    """Open the index in another process, as after a restart: Chroma keeps it in memory in one."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.index_reopening", str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()
