"""Damaged, locked and unwritable data folders end in one error of ours, from reads and writes."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index import schema
from index.catalogue import CATALOGUE_FILE, Catalogue
from index.errors import CatalogueBlocked, CatalogueUnusable, DataFolderUnusable
from index.ownership import take_ownership
from tests.fakes_index import damage, filled_catalogue

_READS: dict[str, Callable[[Catalogue], object]] = {
    "documents": Catalogue.documents,
    "text": lambda catalogue: [catalogue.document(f"document-{number}") for number in range(40)],
    "search": lambda catalogue: catalogue.search_text('"mentor"', 1000),
    "vectors": lambda catalogue: list(catalogue.log.vectors()),
}


@pytest.mark.parametrize("read", _READS)
def test_reading_a_damaged_catalogue_says_that_it_is_unusable(tmp_path: Path, read: str) -> None:
    filled_catalogue(tmp_path).close()
    damage(tmp_path / CATALOGUE_FILE)
    catalogue = Catalogue.open(tmp_path)

    with pytest.raises(CatalogueUnusable, match="restore it from a backup"):
        _READS[read](catalogue)
    catalogue.close()


def test_a_file_that_is_no_catalogue_is_unusable(tmp_path: Path) -> None:
    (tmp_path / CATALOGUE_FILE).write_bytes(b"no database " * 1000)
    with pytest.raises(CatalogueUnusable, match="not a database"):
        Catalogue.open(tmp_path)


def test_a_locked_catalogue_is_blocked_and_not_to_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "BUSY_TIMEOUT_MS", 1)
    catalogue = filled_catalogue(tmp_path)
    with closing(sqlite3.connect(tmp_path / CATALOGUE_FILE)) as other:
        other.execute("BEGIN IMMEDIATE")
        with (
            pytest.raises(CatalogueBlocked, match="is locked") as caught,
            catalogue.engine.execution_options(writes=True).begin(),
        ):
            pass
    assert "remove it" not in str(caught.value)
    catalogue.close()


def test_a_full_disk_blocks_a_write_outside_of_the_catalogues_own_methods(tmp_path: Path) -> None:
    catalogue = filled_catalogue(tmp_path)
    with catalogue.engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(CatalogueBlocked, match="full"):
            connection.exec_driver_sql("CREATE TABLE more AS SELECT zeroblob(1000000) AS value")
    catalogue.close()


@pytest.mark.parametrize(
    "use", [lambda folder: take_ownership(folder, "ingesting"), Catalogue.open]
)
@pytest.mark.parametrize("where", ["file", "file/below", "/proc/missing"])
def test_a_data_folder_that_cannot_be_made_is_named(
    tmp_path: Path, use: Callable[[Path], object], where: str
) -> None:
    (tmp_path / "file").write_text("a file")
    folder = tmp_path / where
    with pytest.raises(DataFolderUnusable, match="ASSISTANT_DATA_DIR") as caught:
        use(folder)
    assert caught.value.folder == str(folder)
