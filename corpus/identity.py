"""A document's identity: its id from where it comes from, its hash from what it holds."""

import hashlib
import json
import os
import re
import unicodedata
from pathlib import Path

from corpus.normalising import single_line
from corpus.reading import Reading

_MAX_SLUG = 60
_DIGEST_LENGTH = 8
_NOT_SLUG = re.compile("[^a-z0-9]+")


def document_id(name: str, key: bytes) -> str:
    """Make an id that is readable (from `name`) and unique (from `key`, what tells sources apart).

    >>> document_id("Smile Incubator", b"/texts/Smile Incubator.md")
    'smile-incubator-f0316413'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    slug = _NOT_SLUG.sub("-", plain).strip("-")[:_MAX_SLUG].strip("-") or "document"
    return f"{slug}-{hashlib.sha256(key).hexdigest()[:_DIGEST_LENGTH]}"


def path_key(path: Path) -> bytes:
    """What tells one file from another: its resolved absolute path, whatever bytes its name has."""
    return os.fsencode(path.resolve().as_posix())


def title_from_name(stem: str) -> str:
    """Make a title from a file's name without extension, for texts that have none.

    >>> title_from_name("open_lab-skane")
    'open lab skane'
    """
    return single_line(re.sub(r"[_\-]+", " ", displayable(stem))) or "Untitled"


def displayable(name: str) -> str:
    """Make a path or file name safe to show and store; bytes that are no UTF-8 become U+FFFD."""
    decoded = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return single_line(decoded)


def content_hash(reading: Reading, *, title: str, language: str) -> str:
    """SHA-256 (hex) over everything that indexing uses."""
    content = [
        title,
        language,
        reading.as_of,
        reading.text,
        sorted(reading.metadata.items()),
        [(block.kind, block.start, block.end, block.level, block.page) for block in reading.blocks],
    ]
    return hashlib.sha256(json.dumps(content).encode("ascii")).hexdigest()
