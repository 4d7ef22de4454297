from pathlib import Path

import pytest

from eval.cases import DatasetError, Kind, Split, load_dataset
from eval.document_sets import choose_document_sets, find_document_sets


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
    assert choose_document_sets("alps", sets) == (sets[1],)


def test_a_set_without_documents_is_refused(tmp_path: Path) -> None:
    make_set(tmp_path, "alps", documents=False)
    with pytest.raises(DatasetError, match="has no folder 'documents'"):
        find_document_sets(tmp_path)


def test_a_folder_without_sets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"holds no cases\.jsonl"):
        find_document_sets(tmp_path)


def test_the_shipped_sets_are_found_with_all_their_documents() -> None:
    sets = find_document_sets()
    assert [one.name for one in sets] == ["corpus", "atlas", "harbour", *["swedish"] * 3]
    counts = {one.name: len(load_dataset(one.cases).cases) for one in sets[:3]}
    assert counts == {"corpus": 258, "atlas": 189, "harbour": 231}
    (atlas,) = choose_document_sets("atlas", sets)
    assert len(tuple(atlas.documents.iterdir())) == 16


def test_swedish_cases_are_asked_of_the_documents_of_the_set_they_are_named_after(
    tmp_path: Path,
) -> None:
    (tmp_path / "cases.jsonl").touch()
    make_set(tmp_path, "alps")
    (tmp_path / "swedish").mkdir()
    (tmp_path / "swedish" / "alps.jsonl").touch()
    (tmp_path / "swedish" / "corpus.jsonl").touch()
    sets = find_document_sets(tmp_path, own_documents=Path("own"))
    parts = choose_document_sets("swedish", sets)
    assert sets[2:] == parts
    assert [one.cases.name for one in parts] == ["alps.jsonl", "corpus.jsonl"]
    assert [one.documents for one in parts] == [tmp_path / "alps" / "documents", Path("own")]


def test_swedish_cases_named_after_no_set_are_refused(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").touch()
    (tmp_path / "swedish").mkdir()
    (tmp_path / "swedish" / "andes.jsonl").touch()
    with pytest.raises(DatasetError, match="named after no set; name it after one of corpus"):
        find_document_sets(tmp_path)


def test_the_shipped_swedish_cases_are_parted_by_their_number() -> None:
    for part in choose_document_sets("swedish", find_document_sets()):
        for number, case in enumerate(load_dataset(part.cases).cases, start=1):
            assert case.case_id == f"sv-{part.cases.stem}-{number:03d}"
            assert case.split is (Split.DEV if number % 2 else Split.TEST)


def test_what_proves_a_dev_case_of_the_atlas_proves_no_test_case() -> None:
    (atlas,) = choose_document_sets("atlas", find_document_sets())
    proofs: dict[Split, list[tuple[str, str]]] = {split: [] for split in Split}
    for case in load_dataset(atlas.cases).cases:
        proofs[case.split] += [(one.document, one.quote) for one in case.evidence]
    shared = [
        (dev, test)
        for document, dev in proofs[Split.DEV]
        for other, test in proofs[Split.TEST]
        if document == other and (dev in test or test in dev)
    ]
    assert shared == []


def test_both_splits_of_the_atlas_ask_the_same_kinds_alike() -> None:
    atlas = load_dataset(choose_document_sets("atlas", find_document_sets())[0].cases)
    for kind in {case.kind for case in atlas.cases} - {Kind.INJECTION}:
        dev, test = (len(atlas.select(split=split, kind=kind).cases) for split in Split)
        assert dev == test, kind
