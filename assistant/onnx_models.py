"""Loads a shipped ONNX model with its tokenizer; checked, once, at first use."""

import hashlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import ModelUnavailable

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_THREADS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedModel:
    """What runs, and what cuts texts into its tokens."""

    session: "InferenceSession"
    tokenizer: "Tokenizer"


@dataclass(slots=True, eq=False)
class ShippedModel:
    """A model's folder, and what its files must be; safe to use from several threads.

    Attributes:
        folder: Holds `model.onnx` and `tokenizer.json`.
        checksums: SHA-256 by file name.
        called: As errors speak of it: "The reader".
    """

    folder: Path
    checksums: Mapping[str, str]
    called: str = "The reader"
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)
    _loaded: LoadedModel | None = field(default=None, init=False, repr=False)

    def load(self) -> LoadedModel:
        """Load the model once, whichever thread comes first.

        Raises:
            ModelUnavailable: A file is missing or not the one expected.
        """
        with self._lock:
            if self._loaded is None:
                for name, checksum in self.checksums.items():
                    self._check(self.folder / name, checksum)
                self._loaded = _load(self.folder)
            return self._loaded

    def _check(self, path: Path, checksum: str) -> None:
        try:
            with path.open("rb") as stream:
                actual = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise ModelUnavailable(
                f"{self.called}'s file {str(path)!r} cannot be read; reinstall the package."
            ) from error
        if actual != checksum:
            raise ModelUnavailable(
                f"{self.called}'s file {str(path)!r} is not the one that was shipped (its SHA-256 "
                f"is {actual!r}); reinstall the package."
            )


def _load(folder: Path) -> LoadedModel:
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
    return LoadedModel(
        session=session, tokenizer=Tokenizer.from_file(str(folder / "tokenizer.json"))
    )
