"""Reading the files of an embedding model without loading it."""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import EncoderUnavailable

if TYPE_CHECKING:
    from tokenizers import Tokenizer


def brings_code(folder: Path) -> bool:
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
