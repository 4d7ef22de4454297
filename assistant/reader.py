"""The shipped reader: an int8 ONNX model run by onnxruntime; loaded and checked at first use."""

import hashlib
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelUnavailable
from assistant.evidence.reading import Reading, Span
from index.passage import Passage
from index.sentences import split_sentences

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

CHECKSUMS = {
    "model.onnx": "8b49930cf27edb94bf2cebb25ddca1fe7b70f8b81c2142563c5819ca378be727",
    "tokenizer.json": "9114256b104cca80e04367526f03f46aa3c443c2ed174904142a73bbf13b9fbb",
}
"""SHA-256 of the shipped files; `python -m training.export_reader` prints new ones."""

_MAX_QUESTION_TOKENS = 64
_MAX_CONTEXT_TOKENS = 32
# Training saw sequences of at most 240 tokens; positions far beyond were never learned.
_MAX_TOKENS = 256
_STRIDE = 64
_MAX_ANSWER_TOKENS = 30
_SPANS_PER_SENTENCE = 2
# Windows of like length share a batch, so that little time goes into padding.
_BATCH = 8
_THREADS = 2
_NEVER = -1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A passage's tokens with where they stand in its text and in which sentence."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    sentences: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """One row for the model: the tokens `first` to `first + count` of a passage's text."""

    passage: int
    ids: list[int]
    text_at: int
    question_tokens: int
    first: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Model:
    session: "InferenceSession"
    tokenizer: "Tokenizer"


@dataclass(slots=True)
class OnnxReader:
    """Reads passages with the model in `folder`; long passages in overlapping windows."""

    folder: Path = field(default_factory=lambda: Path(str(files("assistant.models") / "reader")))
    checksums: dict[str, str] = field(default_factory=lambda: dict(CHECKSUMS))
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)
    _model: _Model | None = field(default=None, init=False, repr=False)

    def read(self, question: str, passages: Sequence[Passage]) -> tuple[Reading, ...]:
        """Read every passage; see `Reader.read`."""
        if not passages:
            return ()
        model = self._loaded()
        asked = _ids(model.tokenizer, question)[:_MAX_QUESTION_TOKENS]
        texts = [_text(model.tokenizer, passage.text) for passage in passages]
        windows = [
            window
            for at, (passage, text) in enumerate(zip(passages, texts, strict=True))
            for window in _windows(model.tokenizer, at, passage, text, asked)
        ]
        found: list[list[Span]] = [[] for _ in passages]
        for window, start, end in _run(model.session, windows):
            passage, text = passages[window.passage], texts[window.passage]
            found[window.passage].extend(_spans(passage, text, window, start, end))
        return tuple(
            Reading(passage=passage, spans=_without_overlaps(spans))
            for passage, spans in zip(passages, found, strict=True)
        )

    def knows_word(self, word: str) -> bool:
        """Whether a word is one of the model's; names and misspelt words are put together."""
        return self._loaded().tokenizer.token_to_id(word) is not None

    def load(self) -> None:
        """Load the model now, so that the first question does not wait for it.

        Raises:
            ModelUnavailable: A file is missing or not the one expected.
        """
        self._loaded()

    def _loaded(self) -> _Model:
        """Load the model once, whichever thread comes first."""
        with self._lock:
            if self._model is None:
                for name, checksum in self.checksums.items():
                    _check(self.folder / name, checksum)
                self._model = _load(self.folder)
            return self._model


def _check(path: Path, checksum: str) -> None:
    try:
        with path.open("rb") as stream:
            actual = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise ModelUnavailable(
            f"The reader's file {str(path)!r} cannot be read; reinstall the package."
        ) from error
    if actual != checksum:
        raise ModelUnavailable(
            f"The reader's file {str(path)!r} is not the one that was shipped (its SHA-256 is "
            f"{actual!r}); reinstall the package."
        )


def _load(folder: Path) -> _Model:
    # A tenth of a second that only answering needs.
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.inter_op_num_threads = 1
    # Threads that spin while they wait would take the other requests' processor time.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(
        str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
    )
    return _Model(session=session, tokenizer=Tokenizer.from_file(str(folder / "tokenizer.json")))


def _encode(tokenizer: "Tokenizer", text: str) -> "Encoding":
    return tokenizer.encode(text, add_special_tokens=False)


def _ids(tokenizer: "Tokenizer", text: str) -> list[int]:
    return list(_encode(tokenizer, text).ids)


def _text(tokenizer: "Tokenizer", text: str) -> _Text:
    encoding = _encode(tokenizer, text)
    ends = [span.end for span in split_sentences(text)]
    starts = np.array([start for start, _ in encoding.offsets], dtype=np.int64)
    sentences = np.searchsorted(np.array(ends, dtype=np.int64), starts, side="right")
    return _Text(
        ids=list(encoding.ids), offsets=list(encoding.offsets), sentences=sentences.tolist()
    )


def _windows(
    tokenizer: "Tokenizer", at: int, passage: Passage, text: _Text, asked: list[int]
) -> Iterator[_Window]:
    """Cut one passage into rows of the form `[CLS] question [SEP] heading. text [SEP]`."""
    cls, sep = _ids(tokenizer, "[CLS][SEP]")
    context = _ids(tokenizer, f"{passage.context.replace(' > ', ', ')}.")[-_MAX_CONTEXT_TOKENS:]
    head = [cls, *asked, sep, *context]
    room = _MAX_TOKENS - len(head) - 1
    for first in range(0, max(1, len(text.ids) - _STRIDE), room - _STRIDE):
        ids = text.ids[first : first + room]
        yield _Window(
            passage=at,
            ids=[*head, *ids, sep],
            text_at=len(head),
            question_tokens=len(asked) + 2,
            first=first,
            count=len(ids),
        )


def _run(
    session: "InferenceSession", windows: list[_Window]
) -> Iterator[tuple[_Window, NDArray[np.float32], NDArray[np.float32]]]:
    """Give each window's start and end logits, shape (tokens,) each, in order of length."""
    ordered = sorted(windows, key=lambda window: len(window.ids))
    for at in range(0, len(ordered), _BATCH):
        batch = ordered[at : at + _BATCH]
        shape = (len(batch), len(batch[-1].ids))
        ids, mask, types = (np.zeros(shape, np.int64) for _ in range(3))
        for row, window in enumerate(batch):
            length = len(window.ids)
            ids[row, :length] = window.ids
            mask[row, :length] = 1
            types[row, window.question_tokens : length] = 1
        start, end = session.run(
            ["start_logits", "end_logits"],
            {"input_ids": ids, "attention_mask": mask, "token_type_ids": types},
        )
        yield from zip(batch, start, end, strict=True)


def _spans(
    passage: Passage,
    text: _Text,
    window: _Window,
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


def _without_overlaps(spans: list[Span]) -> tuple[Span, ...]:
    """Keep the better one of spans that overlap, as windows do; best first."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (-span.score, span.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return tuple(kept)
