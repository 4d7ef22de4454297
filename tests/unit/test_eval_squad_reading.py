import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.errors import ModelUnavailable
from assistant.evidence.reading import Leaning, Reading, Span
from assistant.evidence.statements import Statement
from eval.squad import Question
from eval.squad_reading import measure_reader, open_reader, stored_threshold
from index.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWordReader:
    """Answers with a passage's first word, as surely as its title is long."""

    def read(self, question: str, passages: Sequence[Passage]) -> tuple[Reading, ...]:
        """Read; a passage of one word has no span."""
        readings = []
        for passage in passages:
            word, _, rest = passage.text.partition(" ")
            span = Span(start=0, end=len(word), text=word, score=float(len(passage.title)))
            readings.append(Reading(passage=passage, spans=(span,) if rest else ()))
        return tuple(readings)

    def judge(self, question: str, statements: Sequence[Statement]) -> tuple[Leaning, ...]:
        """Lean neither way."""
        return tuple(Leaning(yes=0.0, no=0.0) for _ in statements)

    def knows_word(self, word: str) -> bool:
        """Know nothing."""
        return False


def ask(paragraph: str, *answers: str, title: str = "NOME") -> Question:
    return Question(question="Where?", title=title, paragraph=paragraph, answers=answers)


def test_each_question_gets_the_best_span_of_its_own_paragraph() -> None:
    told: list[tuple[int, int]] = []
    questions = [ask("Lund it is", "Lund"), ask("Malmö it is", "Oslo"), ask("alone")]
    figures = measure_reader(
        FirstWordReader(), questions, 0.0, lambda done, total: told.append((done, total))
    )
    assert (figures["HasAns_f1"], figures["NoAns_f1"]) == (50.0, 100.0)
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert figures["seconds"] >= 0


def test_a_span_at_the_threshold_is_not_given() -> None:
    questions = [ask("Lund it is", "Lund", title="1234")]
    assert measure_reader(FirstWordReader(), questions, 4.0)["f1"] == 0.0
    assert measure_reader(FirstWordReader(), questions, 3.9)["f1"] == 100.0


def test_the_threshold_is_the_models_own_or_0(tmp_path: Path) -> None:
    assert stored_threshold(tmp_path) == 0.0
    (tmp_path / "calibration.json").write_text(json.dumps({"span_threshold": -1.5}))
    assert stored_threshold(tmp_path) == -1.5


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"no 'model\.onnx'"):
        open_reader(tmp_path)
