from pathlib import Path

import pytest

from eval.cases import DatasetError
from eval.document_sets import choose_document_set, find_document_sets


def make_set(folder: Path, name: str, *, documents: bool = True) -> None:
    (folder / name).mkdir()
    (folder / name / "cases.jsonl").touch()
    if documents:
        (folder / name / "documents").mkdir()


def test_the_own_set_comes_first_and_the_others_by_name(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").touch()
    (tmp_path / "notes").mkdir()
    make_set(tmp_path, "harbour")
    make_set(tmp_path, "alps")
    sets = find_document_sets(tmp_path, own_documents=Path("own"))
    assert [one.name for one in sets] == ["corpus", "alps", "harbour"]
    assert sets[0].documents == Path("own")
    assert sets[2].cases == tmp_path / "harbour" / "cases.jsonl"
    assert sets[2].documents == tmp_path / "harbour" / "documents"
    assert choose_document_set("alps", sets) == sets[1]


def test_a_set_without_documents_is_refused(tmp_path: Path) -> None:
    make_set(tmp_path, "alps", documents=False)
    with pytest.raises(DatasetError, match="has no folder 'documents'"):
        find_document_sets(tmp_path)


def test_a_folder_without_sets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"holds no cases\.jsonl"):
        find_document_sets(tmp_path)
