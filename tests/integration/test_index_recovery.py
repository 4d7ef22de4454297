"""What a killed, replaced or crowded-out process leaves is understood by the next one."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index.builder import IndexBuilder
from index.catalogue import Catalogue
from index.dense import ChromaIndex
from index.ownership import current_owner, take_ownership
from index.probe import probe
from index.splitting_options import SplittingOptions
from index.vector_log import VectorBatch
from index.vectors import VectorSearch
from tests.fakes_index import KeywordEncoder, document_of, files_with

# One passage a paragraph.
_OPTIONS = SplittingOptions(min_tokens=0, target_tokens=16, max_tokens=200)

_DIE_WRITING = """
import os, pathlib, sys
from index.dense import ChromaIndex
from tests.integration.test_index_recovery import Stores
ChromaIndex.remove = lambda *_: os._exit(9)
Stores(pathlib.Path(sys.argv[1]))
"""
_START = """
import pathlib, sys
from tests.integration.test_index_recovery import Stores
Stores(pathlib.Path(sys.argv[1])).close()
"""


class Stores:
    """The stores of a data folder, with Chroma in use."""

    def __init__(self, folder: Path) -> None:
        """Open everything."""
        self.catalogue = Catalogue.open(folder)
        self.vectors = VectorSearch(self.catalogue, folder)
        self.vectors.open_index()
        self.builder = IndexBuilder(self.catalogue, self.vectors, KeywordEncoder(), _OPTIONS)

    def close(self) -> None:
        """Close everything."""
        self.vectors.close()
        self.catalogue.close()


def test_a_removal_that_was_cut_off_is_finished_by_the_next_start(tmp_path: Path) -> None:
    stores = Stores(tmp_path)
    stores.builder.put(document_of("secret", "Zyxwvut canary equity sentence."), "/secret")
    stores.builder.put(document_of("other", "A mentor programme."), "/other")
    stores.builder.finish()
    [number] = [found for found, _ in stores.catalogue.search_text('"zyxwvut"', 5)]
    vector = stores.catalogue.log.vectors_of([number]).vectors.tobytes()
    stores.builder.remove("secret")
    # It goes as far as a long ingest goes by itself, then no further.
    stores.vectors.follow()
    stores.close()
    assert files_with(tmp_path, vector)

    # In a process of its own: what this one has freed may still stand in memory that is written.
    subprocess.run([sys.executable, "-c", _START, str(tmp_path)], check=True)

    for needle in (b"canary", b"zyxwvut", b"Zyxwvut", vector):
        assert files_with(tmp_path, needle) == []


def test_an_index_whose_writing_was_cut_off_is_rebuilt_without_being_opened(
    tmp_path: Path,
) -> None:
    stores = Stores(tmp_path)
    [before] = tmp_path.glob("chroma-*")
    stores.builder.put(document_of("nome", "A mentor programme."), "/nome")
    stores.close()
    # It opens the sound index and is gone in the middle of writing what the index lacks.
    assert (
        subprocess.run([sys.executable, "-c", _DIE_WRITING, str(tmp_path)], check=False).returncode
        == 9
    )

    again = Stores(tmp_path)
    assert again.vectors.state == "chroma"
    assert before not in tmp_path.glob("chroma-*")
    again.close()

    # And once only.
    [rebuilt] = tmp_path.glob("chroma-*")
    Stores(tmp_path).close()
    assert list(tmp_path.glob("chroma-*")) == [rebuilt]


@pytest.mark.parametrize(
    ("harm", "fault"), [("remove", "1 vectors are missing"), ("change", "1 vectors differ")]
)
def test_an_index_that_was_changed_behind_the_catalogue_is_found(
    tmp_path: Path, harm: str, fault: str
) -> None:
    stores = Stores(tmp_path)
    stores.builder.put(document_of("nome", "A mentor programme."), "/nome")
    stores.builder.put(document_of("smile", "It takes no equity."), "/smile")
    stores.builder.finish()
    stores.vectors.close()
    [folder] = tmp_path.glob("chroma-*")
    index = ChromaIndex(folder)
    if harm == "remove":
        index.remove([1])
    else:
        one, other = stores.catalogue.log.vectors_of([1]), stores.catalogue.log.vectors_of([2])
        index.add(VectorBatch(numbers=one.numbers, vectors=other.vectors))
    index.close()

    assert probe(tmp_path, folder, 2, threading.Event()) == fault
    stores.close()


def test_the_number_of_a_dead_owner_may_belong_to_another_process(tmp_path: Path) -> None:
    take_ownership(tmp_path, "serving").release()
    said = {"pid": os.getpid(), "purpose": "serving", "url": "http://127.0.0.1:1"}
    (tmp_path / "owner.json").write_text(json.dumps(said))

    assert current_owner(tmp_path) is None
    take_ownership(tmp_path, "ingesting").release()


def test_asking_for_the_owner_leaves_it_the_owner(tmp_path: Path) -> None:
    ownership = take_ownership(tmp_path, "serving")

    assert [current_owner(tmp_path) is None for _ in range(3)] == [False] * 3
    ownership.release()
    assert current_owner(tmp_path) is None


def test_a_file_called_index_in_the_working_folder_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.py").write_text("open('was-run', 'w').close()")
    monkeypatch.chdir(elsewhere)
    Stores(tmp_path / "data").close()

    again = Stores(tmp_path / "data")
    assert again.vectors.find_fault() is None
    again.close()
    assert not (elsewhere / "was-run").exists()


def test_checking_an_index_in_use_lets_go_of_it_first(tmp_path: Path) -> None:
    stores = Stores(tmp_path)
    stores.builder.put(document_of("nome", "A mentor programme."), "/nome")
    stores.builder.finish()

    assert stores.vectors.find_fault() is None
    assert stores.vectors.state == "exact"
    stores.vectors.open_index()
    assert stores.vectors.state == "chroma"
    stores.close()
