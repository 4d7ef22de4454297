"""The figures on when an approved answer is served to another question."""

from pathlib import Path

import pytest

from eval.cases import DatasetError, Split
from eval.same_question import Pairs, count_taken_for_same, load_pairs, measure_matching
from eval.squad import Question
from tests.fakes_approved import AlikeEncoder

PAIRS = (
    Pairs(
        split=Split.DEV,
        question="Who funds NOME?",
        same=("Who finances NOME?", "From which purse does NOME live?"),
        different=("Who founded NOME?",),
    ),
    Pairs(split=Split.DEV, question="Who leads CAMP?", same=(), different=()),
    Pairs(split=Split.TEST, question="Who pays NOME?", same=("Whose is NOME?",), different=()),
)


def test_what_is_served_is_counted_by_split_and_shown_for_dev_alone() -> None:
    dev, test = measure_matching(PAIRS, AlikeEncoder(), show=True)

    assert (dev["same"], dev["same_served"]) == (2, 1)
    assert (dev["different"], dev["different_served"]) == (1, 0)
    assert (dev["across"], dev["across_served"]) == (4, 0)
    assert dev["wrong"] == [["Who funds NOME?", "From which purse does NOME live?"]]
    assert (test["same"], test["same_served"]) == (1, 0)
    assert "wrong" not in test


def test_the_shipped_pairs_keep_their_figures() -> None:
    """The rules alone: vectors, which can only refuse more, are measured by `eval approved`."""
    for figures in measure_matching(load_pairs(), AlikeEncoder()):
        assert figures["different_served"] == figures["across_served"] == 0
        assert int(str(figures["same_served"])) >= 0.7 * int(str(figures["same"]))


def test_each_half_is_large_enough_to_say_something() -> None:
    test = [pairs for pairs in load_pairs() if pairs.split is Split.TEST]

    assert sum(len(pairs.different) for pairs in test) >= 100
    assert sum(len(pairs.same) for pairs in test) >= 80


def test_a_line_that_is_no_pair_is_named(tmp_path: Path) -> None:
    (file := tmp_path / "pairs.jsonl").write_text('{"split": "dev"}\n', encoding="utf-8")
    with pytest.raises(DatasetError, match="line 1"):
        load_pairs(file)


def test_questions_taken_for_the_same_are_counted_by_their_answers() -> None:
    def asked(question: str, *answers: str) -> Question:
        return Question(question=question, title="Lund", paragraph="", answers=answers)

    found = count_taken_for_same(
        [
            asked("Who funds NOME?", "Novo"),
            asked("Who finances NOME?", "novo"),
            asked("By whom is NOME funded?", "Vinnova"),
            asked("Who founded NOME?", "Novo"),
        ]
    )

    assert (found["questions"], found["taken_for_same"]) == (4, 3)
    assert found["with_an_answer_in_common"] == 1
    assert len(found["with_other_answers"]) == 2  # type: ignore[arg-type]  # a list of pairs
