"""Examples as rows for the network, in the form that `assistant/reader.py` feeds it."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.examples import Example, Verdict

MAX_QUESTION_TOKENS = 64
MAX_CONTEXT_TOKENS = 32
MAX_TOKENS = 256
"""As in `assistant/reader.py`, which splits longer passages into windows of this length."""

_SORTED_TOGETHER = 64
_VERDICTS = list(Verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One example in tokens; `start` and `end` count in `ids`, both 0 for "does not answer".

    `verdict` is the place of an example's verdict among all, -1 where it has none.
    """

    ids: NDArray[np.int32]
    question_tokens: int
    start: int
    end: int
    verdict: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows of like length: `ids`, `mask`, `types` of shape (rows, tokens), labels (rows,)."""

    ids: NDArray[np.int64]
    mask: NDArray[np.int64]
    types: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    verdicts: NDArray[np.int64]


def rows_of(examples: Sequence[Example], tokenizer: Tokenizer, rng: random.Random) -> Iterator[Row]:
    """Tokenize examples; of a long passage a window is taken, with the answer where there is one.

    An example whose answer does not begin and end with a token is left out.
    """
    at_a_time = 2_000
    for first in range(0, len(examples), at_a_time):
        some = examples[first : first + at_a_time]
        asked = tokenizer.encode_batch([one.question for one in some], add_special_tokens=False)
        contexts = tokenizer.encode_batch(
            [f"{one.context}." for one in some], add_special_tokens=False
        )
        texts = tokenizer.encode_batch([one.text for one in some], add_special_tokens=False)
        for one, question, context, text in zip(some, asked, contexts, texts, strict=True):
            labels = _labels(one, text.offsets)
            if labels is None:
                continue
            head = [*question.ids[:MAX_QUESTION_TOKENS]]
            inner = context.ids[-MAX_CONTEXT_TOKENS:] if one.context else context.ids[:0]
            row = _row(tokenizer, head, [*inner], list(text.ids), labels, rng)
            yield replace(row, verdict=_VERDICTS.index(one.verdict)) if one.verdict else row


def _labels(example: Example, offsets: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The answer's first and last token; (-1, -1) where there is none."""
    if not example.is_answered:
        return -1, -1
    inside = [
        at for at, (start, end) in enumerate(offsets) if start < example.end and example.start < end
    ]
    return (inside[0], inside[-1]) if inside else None


def _row(
    tokenizer: Tokenizer,
    question: list[int],
    context: list[int],
    text: list[int],
    labels: tuple[int, int],
    rng: random.Random,
) -> Row:
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    before = [cls, *question, sep, *context]
    room = MAX_TOKENS - len(before) - 1
    start, end = labels
    first = 0
    if len(text) > room:
        # Anywhere, as long as the whole answer is in it.
        lowest = max(0, end - room + 1) if start >= 0 else 0
        highest = min(start, len(text) - room) if start >= 0 else len(text) - room
        first = rng.randint(min(lowest, highest), max(lowest, highest))
    ids = [*before, *text[first : first + room], sep]
    shift = len(before) - first
    return Row(
        ids=np.array(ids, np.int32),
        question_tokens=len(question) + 2,
        start=start + shift if start >= 0 else 0,
        end=min(end + shift, len(ids) - 2) if start >= 0 else 0,
    )


def batches_of(rows: Sequence[Row], tokens: int, rng: random.Random) -> Iterator[Batch]:
    """Give every row once, in batches of about `tokens` tokens and of rows of like length."""
    order = rng.sample(range(len(rows)), len(rows))
    per_block = _SORTED_TOGETHER * max(1, tokens // 160)
    for first in range(0, len(order), per_block):
        block = sorted(order[first : first + per_block], key=lambda at: len(rows[at].ids))
        groups: list[list[int]] = [[]]
        for at in block:
            if groups[-1] and (len(groups[-1]) + 1) * len(rows[at].ids) > tokens:
                groups.append([])
            groups[-1].append(at)
        rng.shuffle(groups)
        for group in groups:
            yield batch_of([rows[at] for at in group])


def batch_of(rows: Sequence[Row]) -> Batch:
    """Pad rows to the longest of them."""
    shape = (len(rows), max(len(row.ids) for row in rows))
    ids, mask, types = (np.zeros(shape, np.int64) for _ in range(3))
    for at, row in enumerate(rows):
        length = len(row.ids)
        ids[at, :length] = row.ids
        mask[at, :length] = 1
        types[at, row.question_tokens : length] = 1
    return Batch(
        ids=ids,
        mask=mask,
        types=types,
        starts=np.array([row.start for row in rows], np.int64),
        ends=np.array([row.end for row in rows], np.int64),
        verdicts=np.array([row.verdict for row in rows], np.int64),
    )
