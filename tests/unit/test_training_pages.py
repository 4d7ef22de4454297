"""Examples from our own pages."""

import json
import random
from pathlib import Path

from eval.cases import load_dataset
from training.calibration_set import write_pages
from training.prepare_pages import examples_of, read_pages

WORDINGS = ["When did Alfa Park open?", "alfa park opening year"]
PAGE: dict[str, object] = {
    "title": "Who is who in Norvik",
    "text": (
        "Alfa Park is home to forty companies. It was opened in 1999 by the county.\n\n"
        "Beta Fund lends to founders. The fund pays out once a year and takes no equity."
    ),
    "questions": [
        {
            "q": WORDINGS,
            "a": "1999",
            "in": "It was opened in 1999 by the county.",
        },
        {"q": ["Who leads Beta Fund?"], "a": None, "in": "Beta Fund lends to founders."},
        {"q": ["Who left?"], "a": "nobody", "in": "This sentence stands nowhere."},
    ],
}


def _count(text: str) -> int:
    return 30 * len(text.split())


def test_every_wording_is_asked_of_the_passage_that_answers() -> None:
    examples, lost = examples_of([PAGE], lambda text: len(text.split()), random.Random(1))
    answered = [one for one in examples if one.is_answered]
    assert {one.question for one in answered} == set(WORDINGS)
    assert {one.text[one.start : one.end] for one in answered} == {"1999"}
    assert lost == 1


def test_what_a_page_does_not_answer_stays_unanswered() -> None:
    examples, _ = examples_of([PAGE], lambda text: len(text.split()), random.Random(1))
    (asked,) = [one for one in examples if one.origin == "pages_unanswered"]
    assert (asked.question, asked.is_answered) == ("Who leads Beta Fund?", False)


def test_other_passages_of_the_page_do_not_answer() -> None:
    examples, _ = examples_of([PAGE], _count, random.Random(1))
    mined = [one for one in examples if one.origin == "pages_mined"]
    assert mined
    assert all("1999" not in one.text for one in mined if "lfa" in one.question)


def test_held_out_pages_become_documents_and_cases(tmp_path: Path) -> None:
    count = write_pages([PAGE], tmp_path, random.Random(1))
    dataset = load_dataset(tmp_path / "cases.jsonl")
    assert count == len(dataset.cases) == 3
    first, second, _ = dataset.cases
    assert first.question in WORDINGS
    assert [one.quote for one in first.evidence] == ["It was opened in 1999 by the county."]
    assert (second.kind, second.expected_status) == ("unanswerable", "declined")
    assert "Alfa Park" in (tmp_path / "documents" / "page-00.txt").read_text(encoding="utf-8")


def test_every_tenth_page_and_all_of_the_held_out_files_are_kept_from_training(
    tmp_path: Path,
) -> None:
    pages = "".join(json.dumps({"title": str(at)}) + "\n" for at in range(12))
    (tmp_path / "pages-1.jsonl").write_text(pages, encoding="utf-8")
    (tmp_path / "held-out-1.jsonl").write_text('{"title": "kept"}\n', encoding="utf-8")

    training, held_out = read_pages(tmp_path)

    assert [one["title"] for one in held_out] == ["0", "10", "kept"]
    assert len(training) == 10
