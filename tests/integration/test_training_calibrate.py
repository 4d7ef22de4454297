"""Calibration reads what the shipped parts rank: statements, and which of them answer."""

import json
from pathlib import Path

import pytest

from assistant.evidence.features import FEATURES
from training.calibrate import Source, collect


def _case(case_id: str, split: str, question: str, quote: str | None) -> dict[str, object]:
    return {
        "case_id": case_id,
        "kind": "fact" if quote else "unanswerable",
        "split": split,
        "question": question,
        "history": [],
        "rewrite": None,
        "expected_status": "answered" if quote else "declined",
        "expected_answers": [["2019"]] if quote else [],
        "starts_with": None,
        "forbidden": [],
        "evidence": [{"document": "kelp.md", "quote": quote}] if quote else [],
    }


def test_statements_of_dev_cases_are_collected_with_those_that_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    documents = tmp_path / "documents"
    documents.mkdir()
    opened = "Kelp Yard opened in 2019."
    (documents / "kelp.md").write_text(
        f"# Kelp Yard\n\n{opened} It has nine rooms.\n\nA desk costs 900 kronor a month.\n",
        encoding="utf-8",
    )
    cases = [
        _case("one", "dev", "When did Kelp Yard open?", opened),
        _case("two", "dev", "Who founded Kelp Yard?", None),
        _case("three", "test", "How many rooms does Kelp Yard have?", "It has nine rooms."),
    ]
    file = tmp_path / "cases.jsonl"
    file.write_text("".join(f"{json.dumps(case)}\n" for case in cases), encoding="utf-8")

    answered, unanswered = collect(Source(documents=documents, cases=file, weight=0.5))

    assert (answered.question, unanswered.question) == tuple(case["question"] for case in cases[:2])
    assert answered.features.shape == (len(answered.right), len(FEATURES))
    assert answered.right.sum() == 1
    assert answered.answerable
    assert not unanswered.answerable
    assert not unanswered.right.any()
    assert answered.weight == 0.5
