"""Training rows have the form in which the reader is fed, and labels that name the answer."""

import random
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from assistant import models
from training.batches import MAX_TOKENS, Row, batch_of, batches_of, rows_of
from training.examples import Example, read_examples, write_examples

FILLER = "The park has many buildings and offices of all kinds. " * 40


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    folder = Path(str(models.__path__[0])) / "reader"
    return Tokenizer.from_file(str(folder / "tokenizer.json"))


def example(text: str, answer: str | None, context: str = "A Park") -> Example:
    start = text.index(answer) if answer else -1
    end = start + len(answer) if answer else -1
    return Example(
        question="When did the park open?",
        context=context,
        text=text,
        start=start,
        end=end,
        origin="squad" if answer else "real",
    )


def labelled(row: Row, tokenizer: Tokenizer) -> str:
    return str(tokenizer.decode(list(map(int, row.ids[row.start : row.end + 1]))))


@pytest.mark.parametrize("before", ["", FILLER])
@pytest.mark.parametrize("after", ["", FILLER])
@pytest.mark.parametrize("context", ["A Park", ""])
def test_labels_name_the_answer_wherever_it_stands(
    tokenizer: Tokenizer, before: str, after: str, context: str
) -> None:
    one = example(f"{before}It opened in May 2015 with a feast. {after}", "May 2015", context)

    for seed in range(5):
        (row,) = rows_of([one], tokenizer, random.Random(seed))

        assert labelled(row, tokenizer) == "may 2015"
        assert len(row.ids) <= MAX_TOKENS


def test_what_does_not_answer_is_labelled_with_the_first_token(tokenizer: Tokenizer) -> None:
    (row,) = rows_of([example(FILLER, None)], tokenizer, random.Random(0))

    assert (row.start, row.end) == (0, 0)
    assert tokenizer.id_to_token(int(row.ids[0])) == "[CLS]"


def test_the_context_stands_before_the_text_and_is_left_out_when_empty(
    tokenizer: Tokenizer,
) -> None:
    rows = rows_of([example("It opened.", None), example("It opened.", None, "")], tokenizer,
                   random.Random(0))  # fmt: skip
    texts = [tokenizer.decode(list(map(int, row.ids[row.question_tokens :]))) for row in rows]

    assert texts == ["a park. it opened.", "it opened."]


def test_batches_hold_every_row_once_and_stay_within_their_tokens(tokenizer: Tokenizer) -> None:
    examples = [example(FILLER[: 20 * at + 10], None) for at in range(40)]
    rows = list(rows_of(examples, tokenizer, random.Random(0)))

    batches = list(batches_of(rows, 600, random.Random(1)))

    assert sum(len(batch.starts) for batch in batches) == len(rows)
    assert all(batch.ids.size <= 600 for batch in batches)
    assert sorted(int(batch.mask.sum()) for batch in batches) != []
    assert sum(int(batch.mask.sum()) for batch in batches) == sum(len(row.ids) for row in rows)


def test_padding_is_masked_and_the_text_has_its_own_type(tokenizer: Tokenizer) -> None:
    rows = list(
        rows_of([example("Short.", None), example(FILLER, None)], tokenizer, random.Random(0))
    )

    batch = batch_of(rows)

    length = len(rows[0].ids)
    assert batch.mask[0].tolist() == [1] * length + [0] * (batch.ids.shape[1] - length)
    assert batch.types[0, : rows[0].question_tokens].tolist() == [0] * rows[0].question_tokens
    assert batch.types[0, rows[0].question_tokens : length].min() == 1


def test_examples_come_back_as_written(tmp_path: Path) -> None:
    examples = (example("It opened in 2015.", "2015"), example("Räksmörgås.", None))

    assert write_examples(examples, tmp_path / "some" / "examples.jsonl.gz") == 2

    assert read_examples(tmp_path / "some" / "examples.jsonl.gz") == examples
