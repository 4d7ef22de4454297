import json
from pathlib import Path

import pytest

from eval.cases import (
    Case,
    DatasetError,
    Kind,
    Split,
    find_unproved_evidence,
    load_dataset,
)

FACT: dict[str, object] = {
    "case_id": "fact-001",
    "kind": "fact",
    "split": "dev",
    "question": "When did NOME begin?",
    "history": [],
    "rewrite": None,
    "expected_status": "answered",
    "expected_answers": [["2015"]],
    "starts_with": None,
    "forbidden": [],
    "evidence": [{"document": "nome.md", "quote": "It began in 2015."}],
}
DECLINED: dict[str, object] = {
    **FACT,
    "case_id": "unanswerable-001",
    "kind": "unanswerable",
    "split": "test",
    "expected_status": "declined",
    "expected_answers": [],
    "evidence": [],
}


def write(path: Path, *records: dict[str, object]) -> Path:
    path.write_text(
        "\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8"
    )
    return path


def test_reads_a_file_in_order(tmp_path: Path) -> None:
    dataset = load_dataset(write(tmp_path / "a.jsonl", FACT, DECLINED))
    assert [case.case_id for case in dataset.cases] == ["fact-001", "unanswerable-001"]
    first = dataset.cases[0]
    assert (first.kind, first.split) == (Kind.FACT, Split.DEV)
    assert first.expected_answers == (("2015",),)
    assert first.evidence[0].quote == "It began in 2015."


def test_reads_every_jsonl_of_a_folder_by_name(tmp_path: Path) -> None:
    write(tmp_path / "b.jsonl", FACT)
    write(tmp_path / "a.jsonl", DECLINED)
    (tmp_path / "notes.txt").write_text("not a case")
    dataset = load_dataset(tmp_path)
    assert [case.case_id for case in dataset.cases] == ["unanswerable-001", "fact-001"]


def test_empty_lines_and_line_separators_inside_strings_are_no_line_ends(tmp_path: Path) -> None:
    question = {**FACT, "question": "When did\u2028NOME begin?"}
    file = tmp_path / "a.jsonl"
    lines = [json.dumps(question, ensure_ascii=False), "", json.dumps(DECLINED), ""]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert load_dataset(file).cases[0].question == "When did\u2028NOME begin?"


@pytest.mark.parametrize(
    ("change", "field", "problem"),
    [
        ({"kind": "quiz"}, "kind", "'fact', 'description'"),
        ({"split": "train"}, "split", "'dev' or 'test'"),
        ({"answer": "2015"}, "answer", "Extra inputs are not permitted"),
        ({"question": "  "}, "question", "String should match pattern"),
        ({"expected_answers": [["2015", 2015]]}, "expected_answers.0.1", "valid string"),
        ({"starts_with": "Maybe"}, "starts_with", "'Yes' or 'No'"),
        ({"evidence": [{"document": "nome.md"}]}, "evidence.0.quote", "Field required"),
        ({"evidence": []}, None, "an answered case needs evidence"),
        ({"kind": "small_talk"}, None, "small_talk has none"),
        ({"kind": "follow_up"}, None, "needs 'history' and 'rewrite'"),
        ({"kind": "follow_up", "history": ["What is NOME?"]}, None, "'history' and 'rewrite'"),
        ({"expected_answers": [[]]}, None, "a group of 'expected_answers' is empty"),
        ({"expected_answers": [["%"]]}, None, "'%' has no letter or digit"),
        ({"forbidden": ["!"]}, None, "'!' has no letter or digit"),
        ({"expected_answers": []}, None, "any answer would pass"),
        ({"expected_status": "declined"}, None, "a declined case has no evidence"),
        (
            {"expected_status": "declined", "evidence": []},
            None,
            "a declined case expects no answer",
        ),
    ],
)
def test_a_wrong_case_is_refused_by_file_line_and_field(
    tmp_path: Path, change: dict[str, object], field: str | None, problem: str
) -> None:
    file = write(tmp_path / "a.jsonl", DECLINED, {**FACT, **change})
    with pytest.raises(DatasetError) as caught:
        load_dataset(file)
    assert (caught.value.path, caught.value.line) == (file, 2)
    assert (caught.value.field or None) == field
    assert problem in str(caught.value)
    assert str(caught.value).startswith(f"{file}, line 2")
    assert str(caught.value).endswith("; mend this line.")


def test_a_line_that_is_no_json_is_refused_by_its_number(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps(FACT) + "\n{'case_id': 1}\n")
    with pytest.raises(DatasetError, match=r"a\.jsonl, line 2: Invalid JSON"):
        load_dataset(file)


def test_an_id_used_twice_names_both_places(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", FACT, DECLINED)
    write(tmp_path / "b.jsonl", {**FACT, "split": "test"})
    with pytest.raises(DatasetError) as caught:
        load_dataset(tmp_path)
    assert f"{tmp_path / 'b.jsonl'}, line 1, field 'case_id'" in str(caught.value)
    assert f"{tmp_path / 'a.jsonl'}, line 1" in str(caught.value)


def test_a_missing_split_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no case has the split 'test'"):
        load_dataset(write(tmp_path / "a.jsonl", FACT))


@pytest.mark.parametrize("name", ["missing.jsonl", "empty.jsonl", "folder", "latin.jsonl"])
def test_nothing_to_read_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.jsonl").write_text("")
    (tmp_path / "latin.jsonl").write_bytes("å".encode("latin-1"))
    (tmp_path / "folder").mkdir()
    with pytest.raises(DatasetError):
        load_dataset(tmp_path / name)


def test_small_talk_is_answered_without_evidence() -> None:
    talk = {**FACT, "kind": "small_talk", "evidence": [], "expected_answers": []}
    assert Case.model_validate_json(json.dumps(talk)).evidence == ()


def test_the_standalone_question_is_the_rewrite_of_a_follow_up() -> None:
    follow_up = {
        **FACT,
        "kind": "follow_up",
        "question": "When did it begin?",
        "history": ["What is NOME?"],
        "rewrite": "When did NOME begin?",
    }
    case = Case.model_validate_json(json.dumps(follow_up))
    assert case.standalone_question == "When did NOME begin?"
    assert Case.model_validate_json(json.dumps(FACT)).standalone_question == FACT["question"]


def test_selection_keeps_split_and_kind_and_refuses_to_be_empty(tmp_path: Path) -> None:
    dataset = load_dataset(write(tmp_path / "a.jsonl", FACT, DECLINED))
    assert [case.case_id for case in dataset.select(split=Split.TEST).cases] == ["unanswerable-001"]
    assert [case.case_id for case in dataset.select(kind=Kind.FACT).cases] == ["fact-001"]
    assert dataset.select() == dataset
    with pytest.raises(DatasetError, match="no case has split 'test' and kind 'fact'"):
        dataset.select(split=Split.TEST, kind=Kind.FACT)


def test_evidence_must_be_verbatim_in_the_document_it_names(tmp_path: Path) -> None:
    evidence = [
        {"document": "nome.md", "quote": "It began in 2015."},
        {"document": "nome.md", "quote": "it began in 2015."},
        {"document": "smile.md", "quote": "It began in 2015."},
    ]
    dataset = load_dataset(write(tmp_path / "a.jsonl", {**FACT, "evidence": evidence}, DECLINED))
    unproved = find_unproved_evidence(dataset, {"nome.md": "NOME is here. It began in 2015."})
    assert [(item.case_id, item.quote, item.problem) for item in unproved] == [
        ("fact-001", "it began in 2015.", "the quote is not in 'nome.md'"),
        ("fact-001", "It began in 2015.", "no document is named 'smile.md'"),
    ]
