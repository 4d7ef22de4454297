"""The shipped reader: an int8 ONNX model run by onnxruntime; loaded and checked at first use."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.evidence.reading import Leaning, Reading, Span
from assistant.evidence.statements import Statement
from assistant.onnx_models import LoadedModel, ShippedModel
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

CHECKSUMS = {
    "model.onnx": "13b81f3079132ac213e7673c0e1f3ac004434bebf09a4230f31b8d26c80bd410",
    "tokenizer.json": "9114256b104cca80e04367526f03f46aa3c443c2ed174904142a73bbf13b9fbb",
}
"""SHA-256 of the shipped files; `python -m training.export_reader` prints new ones."""

# Windows of like length share a batch, so that little time goes into padding.
_BATCH = 8
# "Specialises" is written with a z in the model's words.
_BRITISH = re.compile(r"is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)")
_SPANS = ("start_logits", "end_logits")
_VERDICTS = ("verdict_logits",)


@dataclass(slots=True)
class OnnxReader:
    """Reads passages with the model in `folder`; long passages in overlapping windows."""

    folder: Path = field(default_factory=lambda: Path(str(files("assistant.models") / "reader")))
    checksums: dict[str, str] = field(default_factory=lambda: dict(CHECKSUMS))
    _model: ShippedModel = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Load nothing yet."""
        self._model = ShippedModel(folder=self.folder, checksums=self.checksums)

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

    def _loaded(self) -> LoadedModel:
        return self._model.load()


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
