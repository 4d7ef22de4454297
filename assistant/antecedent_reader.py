"""The shipped model that reads what a follow-up points at: int8 ONNX, run by onnxruntime."""

from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.onnx_models import LoadedModel, ShippedModel
from assistant.question.following.reading_back import PointedAt

CHECKSUMS = {
    "model.onnx": "73f2b1386eb7085ef623e9acb849a138f8dc01f46abe88188c0746811770eeb4",
    "tokenizer.json": "9114256b104cca80e04367526f03f46aa3c443c2ed174904142a73bbf13b9fbb",
}
"""SHA-256 of the shipped file; `python -m training.export_reader` prints a new one."""

_MAX_QUESTION_TOKENS = 64
# Training saw no longer rows.
_MAX_TOKENS = 256
_MAX_SPAN_TOKENS = 14
_SPANS = 24
# Conversations that go on now: a question is read for what it points at once.
_KEPT = 256
_NEVER = -1e9
_OUTPUTS = ("start_logits", "end_logits")


@dataclass(slots=True)
class OnnxAntecedentReader:
    """Reads back with the model in `folder`; safe to use from several threads."""

    folder: Path = field(default_factory=lambda: Path(str(files("assistant.models") / "following")))
    checksums: dict[str, str] = field(default_factory=lambda: dict(CHECKSUMS))
    _model: ShippedModel = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Load nothing yet."""
        self._model = ShippedModel(
            folder=self.folder,
            checksums=self.checksums,
            called="The reader of follow-ups",
        )

    def load(self) -> None:
        """Load the model now.

        Raises:
            ModelUnavailable: A file is missing or not the one expected.
        """
        self._model.load()

    def read_back(self, question: str, history: str) -> tuple[PointedAt, ...]:
        """Give what a question points at; see `BackReader.read_back`."""
        return _read_back(self._model, question, history) if history else ()


@lru_cache(maxsize=_KEPT)
def _read_back(shipped: ShippedModel, question: str, history: str) -> tuple[PointedAt, ...]:
    model = shipped.load()
    cls, sep = model.tokenizer.encode("", add_special_tokens=True).ids
    asked = model.tokenizer.encode(question, add_special_tokens=False).ids[:_MAX_QUESTION_TOKENS]
    said = model.tokenizer.encode(history, add_special_tokens=False)
    head = [cls, *asked, sep]
    count = min(len(said.ids), _MAX_TOKENS - len(head) - 1)
    start, end = _logits(model, [*head, *said.ids[:count], sep], len(head))
    at = slice(len(head), len(head) + count)
    shares = _shares(start[at], end[at], nothing=float(start[0] + end[0]))
    best = np.argsort(shares, axis=None)[::-1][:_SPANS]
    spans = (divmod(int(one), count) for one in best)
    return tuple(
        PointedAt(
            start=said.offsets[first][0],
            end=said.offsets[last][1],
            share=float(shares[first, last]),
        )
        for first, last in spans
    )


def _logits(
    model: LoadedModel, ids: list[int], asked: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Give how likely something begins and ends at each token."""
    row = np.array([ids], np.int64)
    types = np.zeros_like(row)
    types[0, asked:] = 1
    given = model.session.run(
        _OUTPUTS,
        {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": types},
    )
    return given[0][0], given[1][0]


def _shares(
    start: NDArray[np.float32], end: NDArray[np.float32], *, nothing: float
) -> NDArray[np.float64]:
    """Give the share of every stretch from one token to another, shape (tokens, tokens)."""
    order = np.arange(len(start))
    length = order[None, :] - order[:, None]
    allowed = (length >= 0) & (length < _MAX_SPAN_TOKENS)
    scores = np.where(allowed, start[:, None] + end[None, :], _NEVER).astype(np.float64)
    highest = max(nothing, float(scores.max(initial=_NEVER)))
    weights = np.exp(scores - highest)
    shares: NDArray[np.float64] = weights / (weights.sum() + np.exp(nothing - highest))
    return shares
