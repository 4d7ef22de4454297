"""Follow-ups to learn from: where their words stand, and which tokens these are."""

import json
import random
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from training.follow_ups import (
    FollowUp,
    of_answered,
    of_cast,
    of_development,
    of_our_pages,
    of_standing_alone,
    put_in,
)
from training.train_follow_ups import Row, is_right, rows_of

TURN = ["Who owns Alfa?", "Alfa belongs to Beta Bank.", "Beta Bank"]


def _written(folder: Path, *lines: dict[str, object]) -> Path:
    text = "\n".join(json.dumps(line) for line in lines)
    (folder / "conversations-1.jsonl").write_text(text, encoding="utf-8")
    return folder


def _line(page: int, follow_up: str, means: list[str]) -> dict[str, object]:
    return {"page": page, "turns": [TURN], "follow_up": follow_up, "means": means}


def test_every_place_of_what_is_meant_is_right(tmp_path: Path) -> None:
    folder = _written(tmp_path, _line(1, "how old is it?", ["Beta Bank"]))
    (one,) = of_our_pages(folder)
    assert [one.history[start:end] for start, end in one.spans] == ["Beta Bank", "Beta Bank"]
    assert not one.held_out


def test_every_tenth_page_is_held_out_and_what_stands_alone_points_at_nothing(
    tmp_path: Path,
) -> None:
    folder = _written(tmp_path, _line(10, "Who runs Gamma?", []), _line(3, "why?", ["unsaid"]))
    (one,) = of_our_pages(folder)
    assert (one.spans, one.held_out) == ((), True)


def test_the_shipped_conversations_are_read() -> None:
    every = [*of_our_pages()]
    assert len(every) > 2_000
    assert sum(1 for one in every if not one.spans) < len(every) / 5


def test_follow_ups_of_development_point_at_what_a_person_put_in(tmp_path: Path) -> None:
    line = {
        "question": "how old?",
        "history": "Asked: Who owns Alfa?",
        "rewrite": "How old is Alfa?",
    }
    (tmp_path / "follow-ups-development.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (one,) = of_development(tmp_path)
    assert [one.history[start:end] for start, end in one.spans] == ["Alfa"]


def test_only_training_conversations_of_cast_are_read(tmp_path: Path) -> None:
    rows = [
        {
            "set": f"cast{year}",
            "id": f"{topic}_2",
            "history": [["user", "What is throat cancer?"]],
            "raw": "Is it treatable?",
            "rewrite": "Is throat cancer treatable?",
        }
        for year, topic in ((2019, 31), (2019, 33), (2021, 31))
    ]
    file = tmp_path / "cast.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (one,) = of_cast(file)
    assert [one.history[start:end] for start, end in one.spans] == ["throat cancer"]


def test_what_was_typed_is_not_what_was_put_in() -> None:
    history = "Asked: Who owns the lab of Alfa?"
    found = put_in(history, "How old is the lab of Alfa?", "How old is the lab?")
    assert [history[start:end] for start, end in found] == ["Alfa"]


def _tokenizer() -> Tokenizer:
    known = "how old is it ? Asked : Who owns Alfa Answer Beta Bank"
    words = ["[CLS]", "[SEP]", "[UNK]", *known.split()]
    tokenizer = Tokenizer(
        WordLevel({word: at for at, word in enumerate(words)}, unk_token="[UNK]")  # noqa: S106  # no password
    )
    tokenizer.pre_tokenizer = Whitespace()
    return tokenizer


def test_rows_mark_the_tokens_of_what_is_meant() -> None:
    history = "Asked: Who owns Alfa? Answer: Beta Bank"
    asked = FollowUp(question="how old is it?", history=history, spans=((30, 39),))
    (row,) = rows_of([asked], _tokenizer())
    assert row.asked == 7
    assert [row.ids[at] for at in (row.starts[0], row.ends[0])] == [14, 15]
    (alone,) = rows_of([FollowUp(question="how?", history=history, spans=())], _tokenizer())
    assert (alone.starts, alone.ends) == ([0], [0])


def test_what_is_cut_off_is_not_learned_from() -> None:
    history = f"{'Alfa ' * 300}Beta"
    cut_off = FollowUp(question="how?", history=history, spans=((1_500, 1_504),))
    assert not [*rows_of([cut_off], _tokenizer())]


def test_about_the_same_stretch_is_right() -> None:
    row = Row(ids=range(30), asked=5, starts=[10], ends=[13])
    assert is_right(row, 10, 13)
    assert is_right(row, 11, 13)
    assert not is_right(row, 13, 20)
    assert not is_right(row, 0, 0)
    assert is_right(Row(ids=range(30), asked=5, starts=[0], ends=[0]), 0, 0)


def test_the_same_follow_ups_are_read_behind_what_the_product_answered(tmp_path: Path) -> None:
    line = {
        "page": 4,
        "question": "how old is it?",
        "history": "Asked: Who owns Alfa? Answer: Beta Bank.",
        "means": ["Beta Bank"],
    }
    (tmp_path / "answered-1.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (one,) = of_answered(tmp_path)
    assert [one.history[start:end] for start, end in one.spans] == ["Beta Bank"]


def test_the_shipped_answers_are_read() -> None:
    assert len([*of_answered()]) > 1_000


def test_questions_of_development_stand_alone_behind_what_others_asked() -> None:
    every = [*of_standing_alone(random.Random(2))]
    assert len(every) > 500
    assert not any(one.spans for one in every)
    assert all(one.history.startswith("Asked: ") for one in every)
    written, typed = every[0].question, every[1].question
    assert typed != written
    assert typed[:1].lower() == written[:1].lower()
