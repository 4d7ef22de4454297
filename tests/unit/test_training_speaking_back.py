"""Questions that name something are turned into follow-ups which say where it was said."""

import json
import random
from pathlib import Path

import pytest

from training.made_up_follow_ups import of_pages
from training.speaking_back import names_of, spoken_back

HISTORY = (
    "Asked: Who owns Alfa Park? Answer: Beta. Beta, founded by Ada Ek, owns Alfa Park. "
    "Asked: What is Gamma? Answer: Gamma is a mill."
)
PAGE = "Ada Ek was born in Lund. She founded Beta in 2001. Alfa Park has a canteen."


def _all_ways(question: str) -> set[str]:
    found = (spoken_back(question, HISTORY, PAGE, random.Random(seed)) for seed in range(120))
    return {one[0] for one in found if one is not None}


@pytest.mark.parametrize(
    ("question", "ways"),
    [
        ("How many shops does Beta have?", {"How many shops does it have?",
                                            "How many shops do they have?"}),
        ("Where was Ada Ek born?", {"Where was she born?"}),
        ("What is Beta's fee?", {"What is its fee?", "What is their fee?"}),
        ("How many people work at Beta?", {"How many people work?", "How many people work there?",
                                           "How many people work at it?",
                                           "How many people work at them?",
                                           "How many people work at that?"}),
    ],
)  # fmt: skip
def test_a_thing_is_spoken_of_as_known(question: str, ways: set[str]) -> None:
    assert _all_ways(question) == ways


def test_its_kind_may_stand_for_it() -> None:
    assert {"Who designed the park?", "Who designed that park?"} <= _all_ways(
        "Who designed Alfa Park?"
    )


@pytest.mark.parametrize(
    "question",
    ["How many shops does Delta have?", "Who runs the Beta bank in Rome?", "Beta opened when?"],
)
def test_what_was_not_said_or_stands_elsewhere_is_left(question: str) -> None:
    assert _all_ways(question) == set()


def test_it_is_said_where_the_thing_stands() -> None:
    found = spoken_back("Who funds Beta?", HISTORY, PAGE, random.Random(1))
    assert found is not None
    assert [HISTORY[start:end] for start, end in found[1]] == ["Beta", "Beta"]


def test_what_a_question_begins_with_is_no_name() -> None:
    assert [one["name"] for one in names_of("Does Alfa Park own Beta?")] == ["Alfa Park", "Beta"]
    assert names_of("What is open innovation?") == []


def _page(title: str, name: str) -> str:
    asked = [
        {"q": [f"Who owns {name}?"], "a": "Ada", "in": f"Ada owns {name}."},
        {"q": [f"What does {name} make?"], "a": "lamps", "in": f"{name} makes lamps."},
        {"q": [f"When was {name} founded?"], "a": None, "in": f"{name} makes lamps."},
        {"q": ["Who heads Sigma?"], "a": "Bo", "in": "Bo heads Sigma."},
    ]
    return json.dumps({"title": title, "text": f"Ada owns {name}.", "questions": asked})


def test_pages_give_follow_ups_and_questions_that_stand_alone(tmp_path: Path) -> None:
    lines = [_page(f"Page {at}", f"Alfa{at}") for at in range(12)]
    (tmp_path / "pages-1.jsonl").write_text("\n".join(lines), encoding="utf-8")
    made = list(of_pages(random.Random(3), tmp_path))
    pointing = [one for one in made if one.spans]
    assert pointing
    said = {one.history[start:end] for one in pointing for start, end in one.spans}
    assert "Alfa1" in said
    assert not any(name.lower() in one.question.lower() for one in pointing for name in said)
    alone = [one for one in made if not one.spans]
    assert 0 < len(alone) < len(pointing)
    assert {one.held_out for one in made} == {True, False}
    assert made == list(of_pages(random.Random(3), tmp_path))
