import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.loader import Discovery, discover

_NOBODY = 65534


@pytest.fixture
def shut_folder() -> Iterator[Path]:
    """A folder with a.md and shut/b.md, seen by a user whom permissions stop."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        shut = folder / "shut"
        shut.mkdir()
        (folder / "a.md").write_text("A.")
        (shut / "b.md").write_text("B.")
        is_root = os.geteuid() == 0
        if is_root:
            for path in (folder, shut):
                os.chown(path, _NOBODY, -1)
            os.seteuid(_NOBODY)
        try:
            yield folder
        finally:
            if is_root:
                os.seteuid(0)
            shut.chmod(0o700)


def names(found: Discovery) -> list[str]:
    return [file.path.name for file in found.files]


def test_links_in_a_circle_are_a_failure_and_the_rest_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A.")
    (tmp_path / "b.md").symlink_to(tmp_path / "c.md")
    (tmp_path / "c.md").symlink_to(tmp_path / "b.md")
    found = discover([tmp_path])
    assert names(found) == ["a.md"]
    assert [Path(failure.source).name for failure in found.failures] == ["b.md", "c.md"]
    assert all("symbolic links" in failure.reason for failure in found.failures)
    (failure,) = discover([tmp_path / "b.md"]).failures
    assert failure.source == (tmp_path / "b.md").as_posix()


def test_a_folder_that_cannot_be_entered_is_a_failure_per_file(shut_folder: Path) -> None:
    (shut_folder / "shut").chmod(0o400)
    found = discover([shut_folder])
    assert names(found) == ["a.md"]
    assert [Path(failure.source).name for failure in found.failures] == ["b.md"]
    assert found.unread == (shut_folder / "shut" / "b.md",)
    assert "Permission denied" in found.failures[0].reason
    (failure,) = discover([shut_folder / "shut" / "b.md"]).failures
    assert failure.source.endswith("shut/b.md")


def test_a_folder_that_cannot_be_listed_is_a_failure(shut_folder: Path) -> None:
    (shut_folder / "shut").chmod(0)
    found = discover([shut_folder])
    assert names(found) == ["a.md"]
    assert [Path(failure.source).name for failure in found.failures] == ["shut"]
    assert found.unread == (shut_folder / "shut",)


def test_a_name_that_is_too_long_is_a_failure_and_the_rest_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A.")
    found = discover(["x" * 5000, tmp_path])
    assert names(found) == ["a.md"]
    assert [failure.source for failure in found.failures] == ["x" * 5000]
    assert "too long" in found.failures[0].reason
