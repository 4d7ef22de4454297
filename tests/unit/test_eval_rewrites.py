"""Follow-ups beside people's rewrites: reading the file, and the figures."""

import json
from pathlib import Path

import pytest

from assistant.model import Conversation
from assistant.question.condenser import Condensed
from eval.cases import DatasetError
from eval.rewrites import Part, Year, load_rewrites, measure_rewrites, token_f1

ROWS = (
    {
        "set": "cast2019",
        "id": "3_2",
        "history": [["user", "What is NOME?"]],
        "raw": "Who funds it?",
        "rewrite": "Who funds NOME?",
    },
    {
        "set": "cast2021",
        "id": "4_2",
        "history": [["user", "What is NOME?"], ["agent", "A network."]],
        "raw": "What is CAMP?",
        "rewrite": "What is CAMP",
        "auto_rewrite": "What is CAMP?",
    },
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rewrites.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    return path


class Replacing:
    """Puts NOME for "it", and remembers what was replied before."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self.replies: list[str] = []

    def condense(self, question: str, conversation: Conversation) -> Condensed:
        """Replace."""
        self.replies += [turn.answer.text for turn in conversation.turns]
        return Condensed(question.replace(" it", " NOME"))


def test_rows_are_read_with_their_history_and_chosen_by_year_and_part(file: Path) -> None:
    first, second = load_rewrites(file)

    assert (first.year, first.part, first.history[0].reply) == (Year.Y2019, Part.DEV, "")
    assert (second.part, second.history[0].reply) == (Part.TRAIN, "A network.")
    assert load_rewrites(file, years=[Year.Y2021]) == (second,)
    assert load_rewrites(file, part=Part.DEV) == (first,)


def test_what_holds_no_rewrites_is_refused_with_its_name(tmp_path: Path, file: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text('{"question": "Who?"}', encoding="utf-8")

    with pytest.raises(DatasetError, match=r"other\.jsonl"):
        load_rewrites(other)
    with pytest.raises(DatasetError, match=r"missing\.jsonl"):
        load_rewrites(tmp_path / "missing.jsonl")
    with pytest.raises(DatasetError, match="no row"):
        load_rewrites(file, years=[Year.Y2020])


def test_the_figures_part_what_stands_alone_from_what_does_not(file: Path) -> None:
    condenser = Replacing()
    figures = measure_rewrites(condenser, load_rewrites(file))

    assert (figures["rows"], figures["f1"], figures["exact"]) == (2, 1.0, 1.0)
    assert (figures["standalone"], figures["left_alone"]) == (1, 1.0)
    assert (figures["dependent"], figures["changed"]) == (1, 1.0)
    assert figures["floor_exact"] == 0.5
    assert figures["floor_f1"] == pytest.approx((2 / 3 + 1) / 2, abs=1e-4)
    assert "A network." in condenser.replies


def test_words_count_as_often_as_they_occur() -> None:
    assert token_f1("a a b", "a b b") == pytest.approx(2 / 3)
    assert token_f1("NOME?", "nome") == 1.0
    assert token_f1("", "a") == 0.0
