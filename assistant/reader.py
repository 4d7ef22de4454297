"""The shipped reader: an int8 ONNX model run by onnxruntime; loaded and checked at first use."""

import hashlib
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelUnavailable
from assistant.evidence.reading import Leaning, Reading, Span
from assistant.evidence.statements import Statement
from assistant.reader_windows import (
    Window,
    asked_ids,
    spans_in,
    text_of,
    windows_of,
    without_overlaps,
)
from index.passage import Passage

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

CHECKSUMS = {
    "model.onnx": "13b81f3079132ac213e7673c0e1f3ac004434bebf09a4230f31b8d26c80bd410",
    "tokenizer.json": "9114256b104cca80e04367526f03f46aa3c443c2ed174904142a73bbf13b9fbb",
}
"""SHA-256 of the shipped files; `python -m training.export_reader` prints new ones."""

# Windows of like length share a batch, so that little time goes into padding.
_BATCH = 8
# "Specialises" is written with a z in the model's words.
_BRITISH = re.compile(r"is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)")
_THREADS = 2
_SPANS = ("start_logits", "end_logits")
_VERDICTS = ("verdict_logits",)


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
        asked = asked_ids(model.tokenizer, question)
        texts = [text_of(model.tokenizer, passage.text) for passage in passages]
        windows = [
            window
            for at, (passage, text) in enumerate(zip(passages, texts, strict=True))
            for window in windows_of(model.tokenizer, at, passage.context, text, asked)
        ]
        found: list[list[Span]] = [[] for _ in passages]
        for window, (start, end) in _run(model.session, windows, _SPANS):
            passage, text = passages[window.number], texts[window.number]
            found[window.number].extend(spans_in(passage, text, window, start, end))
        return tuple(
            Reading(passage=passage, spans=without_overlaps(spans))
            for passage, spans in zip(passages, found, strict=True)
        )

    def judge(self, question: str, statements: Sequence[Statement]) -> tuple[Leaning, ...]:
        """Say how each statement leans; see `Reader.judge`."""
        if not statements:
            return ()
        model = self._loaded()
        asked = asked_ids(model.tokenizer, question)
        windows = [
            next(
                windows_of(
                    model.tokenizer,
                    at,
                    one.passage.context,
                    text_of(model.tokenizer, " ".join(f"{one.lead_in} {one.text}".split())),
                    asked,
                )
            )
            for at, one in enumerate(statements)
        ]
        found = {
            window.number: _leaning(logits)
            for window, (logits,) in _run(model.session, windows, _VERDICTS)
        }
        return tuple(found[at] for at in range(len(statements)))

    def knows_word(self, word: str) -> bool:
        """Whether a word is one of the model's; names and misspelt words are put together."""
        tokenizer = self._loaded().tokenizer
        # Its words are spelt as in America.
        spelt = (word, _BRITISH.sub("iz", word))
        return any(tokenizer.token_to_id(each) is not None for each in spelt)

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


def _leaning(logits: NDArray[np.float32]) -> Leaning:
    """The probabilities of the verdicts neither, yes and no, in this order in training."""
    shares = np.exp(logits - logits.max())
    _, yes, no = (shares / shares.sum()).tolist()
    return Leaning(yes=yes, no=no)


def _run(
    session: "InferenceSession", windows: list[Window], outputs: Sequence[str]
) -> Iterator[tuple[Window, list[NDArray[np.float32]]]]:
    """Give what the model puts out for each window, in order of length."""
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
        given = session.run(
            outputs, {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
        )
        for row, window in enumerate(batch):
            yield window, [one[row] for one in given]
