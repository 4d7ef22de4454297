import gzip
import json
import math
from pathlib import Path

import pytest

from eval.cases import DatasetError
from eval.squad import (
    Prediction,
    Question,
    exact_match,
    f1_score,
    load_questions,
    normalise_answer,
    squad_figures,
)


def ask(*answers: str) -> Question:
    return Question(question="Who?", title="NOME", paragraph="Some text.", answers=answers)


def test_answers_are_normalised_as_the_official_script_does() -> None:
    assert normalise_answer("The U.S.  of\tan America!") == "us of america"
    assert normalise_answer("theatre a") == "theatre"
    assert exact_match("the Nordic countries", "Nordic countries.") == 1.0
    assert f1_score("10,000 people", "about 10000 people") == pytest.approx(0.8)
    assert f1_score("", "") == f1_score("the", "a") == 1.0
    assert f1_score("", "word") == 0.0


def test_figures_are_worked_out_by_hand() -> None:
    questions = [ask("in 2015", "2015"), ask("Lund"), ask(), ask()]
    predictions = [
        Prediction(text="2015", score=3.0),
        Prediction(text="Malmö", score=-1.0),
        Prediction(text="Oslo", score=1.0),
        Prediction(text="", score=-math.inf),
    ]
    figures = squad_figures(questions, predictions, 0.0)
    # Right; declined though answerable; answered though not; rightly declined.
    assert figures["exact"] == figures["f1"] == 50.0
    assert (figures["HasAns_exact"], figures["NoAns_exact"]) == (50.0, 50.0)
    assert (figures["total"], figures["HasAns_total"], figures["NoAns_total"]) == (4, 2, 2)
    # Above 1 only the first span is given.
    assert (figures["best_f1"], figures["best_f1_threshold"]) == (75.0, 1.0)
    assert squad_figures(questions, predictions, 1.0)["f1"] == figures["best_f1"]


def test_the_best_threshold_may_be_to_answer_all() -> None:
    figures = squad_figures([ask("Lund")], [Prediction(text="Lund", score=-2.0)], 0.0)
    assert (figures["f1"], figures["best_f1"]) == (0.0, 100.0)
    assert figures["best_f1_threshold"] < -2.0
    assert "NoAns_f1" not in figures


def test_spans_of_one_score_stand_or_fall_together() -> None:
    questions = [ask("Lund"), ask(), ask()]
    predictions = [Prediction(text="Lund", score=1.0)] * 3
    figures = squad_figures(questions, predictions, 0.0)
    # All given: 1 of 3; none given: 2 of 3. The first alone would be 3 of 3.
    assert figures["best_f1"] == pytest.approx(66.667)
    assert figures["best_f1_threshold"] == 1.0


@pytest.fixture
def content() -> bytes:
    asked = [
        {"question": f" Who {n}? ", "id": str(n), "answers": [{"text": "Lund", "answer_start": 3}]}
        for n in range(20)
    ]
    asked.append({"question": "Never?", "id": "x", "answers": []})
    article = {"title": "Medicon_Village", "paragraphs": [{"context": "In Lund.", "qas": asked}]}
    return json.dumps({"version": "v2.0", "data": [article]}).encode()


def test_questions_are_read_plain_or_packed(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "dev.json").write_bytes(content)
    (tmp_path / "dev.json.gz").write_bytes(gzip.compress(content))
    questions = load_questions(tmp_path / "dev.json")
    assert questions == load_questions(tmp_path / "dev.json.gz")
    assert len(questions) == 21
    assert questions[0] == Question(
        question="Who 0?", title="Medicon Village", paragraph="In Lund.", answers=("Lund",)
    )
    assert questions[-1].answers == ()


def test_a_sample_is_the_same_for_the_same_seed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "dev.json"
    path.write_bytes(content)
    everything = load_questions(path)
    assert load_questions(path, limit=5) == everything[:5]
    drawn = load_questions(path, limit=5, sample=1)
    assert drawn == load_questions(path, limit=5, sample=1) != everything[:5]
    assert set(drawn) <= set(everything)
    assert load_questions(path, limit=99, sample=1) == everything


@pytest.mark.parametrize("wrong", [b"", b"{}", b'{"data": []}', b'{"data": [{"title": 3}]}'])
def test_other_files_are_refused(tmp_path: Path, wrong: bytes) -> None:
    (tmp_path / "dev.json").write_bytes(wrong)
    with pytest.raises(DatasetError, match=r"dev\.json"):
        load_questions(tmp_path / "dev.json")
    with pytest.raises(DatasetError, match=r"missing\.json"):
        load_questions(tmp_path / "missing.json")
