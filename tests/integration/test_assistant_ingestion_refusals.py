"""Taking folders in where files, names or folders are refused: the rest goes on."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import KnowledgeBaseUnavailable
from corpus.document import Document
from index.errors import CatalogueBlocked
from index.passage import Passage
from index.splitting import Splitter
from tests.ingest_desk import Desk, outcomes, stocked_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stocked_desk(tmp_path) as made:
        yield made


def test_a_document_that_cannot_be_stored_is_reported_and_the_others_go_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    split = Splitter.split

    def broken(splitter: Splitter, document: Document) -> tuple[Passage, ...]:
        if document.title == "NOME":
            raise ZeroDivisionError("no \udce5")
        return split(splitter, document)

    monkeypatch.setattr(Splitter, "split", broken)
    report = desk.ingest()

    assert outcomes(report) == (1, 0, 0, 0, 1)
    assert desk.titles() == ["SmiLe"]
    assert report.failures[0].source.endswith("nome.md")
    assert "ZeroDivisionError" in report.failures[0].reason
    assert report.failures[0].reason.isprintable()


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (CatalogueBlocked("path", "full"), KnowledgeBaseUnavailable),
        (OSError(28, "No space left on device"), OSError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_what_is_not_about_one_document_stops_the_ingest(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    raised: type[BaseException],
) -> None:
    def broken(_splitter: Splitter, _document: Document) -> tuple[Passage, ...]:
        raise error

    monkeypatch.setattr(Splitter, "split", broken)
    with pytest.raises(raised):
        desk.ingest()


def test_a_file_whose_name_is_no_utf_8_is_stored_kept_and_pruned(desk: Desk) -> None:
    path = Path(os.fsdecode(os.fsencode(desk.files) + b"/sk\xe5ne %.md"))
    try:
        path.write_text("# Skane\n\nSkane is a region.\n")
    except OSError:
        pytest.skip("this file system allows UTF-8 names only")

    assert outcomes(desk.ingest()) == (3, 0, 0, 0, 0)
    assert outcomes(desk.ingest(prune=True)) == (0, 0, 3, 0, 0)
    hidden = Path(os.fsdecode(os.fsencode(desk.files) + b"/.hidden"))
    path.rename(hidden)
    path.symlink_to(desk.data)  # there, but not among the files that are found

    assert outcomes(desk.ingest(prune=True)) == (0, 0, 2, 0, 0)
    path.unlink()
    assert outcomes(desk.ingest(prune=True)) == (0, 0, 2, 1, 0)


def test_prune_takes_nothing_from_a_location_that_is_missing(desk: Desk) -> None:
    desk.ingest()
    shutil.rmtree(desk.files)

    assert outcomes(desk.ingest(prune=True)) == (0, 0, 0, 0, 1)
    assert desk.titles() == ["NOME", "SmiLe"]


def test_prune_takes_nothing_from_a_folder_that_cannot_be_listed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = desk.files / "shut"
    shut.mkdir()
    for name in ("camp", "hub"):
        (shut / f"{name}.md").write_text(f"# {name}\n\nA project.\n")
    desk.ingest()
    shutil.rmtree(shut)
    shut.mkdir()
    (desk.files / "smile.md").unlink()
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path == str(shut):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    report = desk.ingest(prune=True)

    assert outcomes(report) == (0, 0, 1, 1, 1)
    assert report.failures[0].source == shut.as_posix()
    assert desk.titles() == ["camp", "hub", "NOME"]


def test_prune_keeps_what_the_system_cannot_tell_about(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.ingest()
    (desk.files / "smile.md").unlink()

    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", refuse)
    assert outcomes(desk.ingest(prune=True)) == (0, 0, 1, 0, 0)


def test_files_that_are_left_out_are_named_and_hidden_ones_are_not(
    desk: Desk, tmp_path: Path
) -> None:
    (desk.files / "scan.png").write_bytes(b"\x89PNG")
    (desk.files / ".hidden.png").write_bytes(b"\x89PNG")
    (desk.files / "out.md").symlink_to(tmp_path / "elsewhere.md")

    report = desk.ingest()

    assert outcomes(report) == (2, 0, 0, 0, 0)
    left_out = {Path(skip.source).name: skip.reason for skip in report.skipped}
    assert left_out == {
        "out.md": "link that leads out of the folder",
        "scan.png": "unreadable format '.png'",
    }
