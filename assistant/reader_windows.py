"""How passages are cut into rows for the reader's model, and spans are found in what it gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.evidence.reading import Span
from index.passage import Passage
from index.sentences import split_sentences

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

_MAX_QUESTION_TOKENS = 64
_MAX_CONTEXT_TOKENS = 32
# Training saw sequences of at most 240 tokens; positions far beyond were never learned.
_MAX_TOKENS = 256
_STRIDE = 64
_MAX_ANSWER_TOKENS = 30
_SPANS_PER_SENTENCE = 2
_NEVER = -1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A passage's tokens with where they stand in its text and in which sentence."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    sentences: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One row for the model: the tokens `first` to `first + count` of the text of that number."""

    number: int
    ids: list[int]
    text_at: int
    question_tokens: int
    first: int
    count: int


def _encode(tokenizer: "Tokenizer", text: str) -> "Encoding":
    return tokenizer.encode(text, add_special_tokens=False)


def _ids(tokenizer: "Tokenizer", text: str) -> list[int]:
    return list(_encode(tokenizer, text).ids)


def asked_ids(tokenizer: "Tokenizer", question: str) -> list[int]:
    """Give a question's tokens, as many as are read."""
    return _ids(tokenizer, question)[:_MAX_QUESTION_TOKENS]


def text_of(tokenizer: "Tokenizer", text: str) -> Text:
    """Cut a text into tokens, and say in which sentence each stands."""
    encoding = _encode(tokenizer, text)
    ends = [span.end for span in split_sentences(text)]
    starts = np.array([start for start, _ in encoding.offsets], dtype=np.int64)
    sentences = np.searchsorted(np.array(ends, dtype=np.int64), starts, side="right")
    return Text(
        ids=list(encoding.ids), offsets=list(encoding.offsets), sentences=sentences.tolist()
    )


def windows_of(
    tokenizer: "Tokenizer", number: int, context: str, text: Text, asked: list[int]
) -> Iterator[Window]:
    """Cut one text into rows of the form `[CLS] question [SEP] heading. text [SEP]`."""
    cls, sep = _ids(tokenizer, "[CLS][SEP]")
    above = _ids(tokenizer, f"{context.replace(' > ', ', ')}.")[-_MAX_CONTEXT_TOKENS:]
    head = [cls, *asked, sep, *above]
    room = _MAX_TOKENS - len(head) - 1
    for first in range(0, max(1, len(text.ids) - _STRIDE), room - _STRIDE):
        ids = text.ids[first : first + room]
        yield Window(
            number=number,
            ids=[*head, *ids, sep],
            text_at=len(head),
            question_tokens=len(asked) + 2,
            first=first,
            count=len(ids),
        )


def spans_in(
    passage: Passage,
    text: Text,
    window: Window,
    start: NDArray[np.float32],
    end: NDArray[np.float32],
) -> Iterator[Span]:
    """Give the best spans of every sentence in a window."""
    if not window.count:
        return
    part = slice(window.first, window.first + window.count)
    offsets, sentences = text.offsets[part], np.array(text.sentences[part])
    at = slice(window.text_at, window.text_at + window.count)
    scores = start[at, None] + end[None, at] - (start[0] + end[0])
    order = np.arange(window.count)
    length = order[None, :] - order[:, None]
    allowed = (length >= 0) & (length < _MAX_ANSWER_TOKENS)
    allowed &= sentences[:, None] == sentences[None, :]
    begins = [not _inside_word(passage.text, first) for first, _ in offsets]
    finishes = [not _inside_word(passage.text, last) for _, last in offsets]
    allowed &= np.array(begins)[:, None] & np.array(finishes)[None, :]
    scores = np.where(allowed, scores, _NEVER)
    for sentence in np.unique(sentences):
        rows = np.flatnonzero(sentences == sentence)
        for one, other, score in _best(scores[np.ix_(rows, rows)]):
            first, last = offsets[rows[one]][0], offsets[rows[other]][1]
            yield Span(
                start=passage.start + first,
                end=passage.start + last,
                text=passage.text[first:last],
                score=score,
            )


def _best(scores: NDArray[np.float32]) -> Iterator[tuple[int, int, float]]:
    """Give the best few cells (start, end, score), none overlapping the ones before."""
    left = scores.copy()
    for _ in range(_SPANS_PER_SENTENCE):
        one, other = divmod(int(left.argmax()), left.shape[1])
        score = float(left[one, other])
        if score <= _NEVER:
            return
        yield one, other, score
        # A span overlaps when it begins before this one's end and ends after its beginning.
        left[: other + 1, one:] = _NEVER


def _inside_word(text: str, at: int) -> bool:
    """Whether a word goes on across position `at`.

    >>> _inside_word("2015.", 2), _inside_word("2015.", 4), _inside_word("non-profit", 3)
    (True, False, False)
    """
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def without_overlaps(spans: list[Span]) -> tuple[Span, ...]:
    """Keep the better one of spans that overlap, as windows do; best first."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (-span.score, span.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return tuple(kept)
