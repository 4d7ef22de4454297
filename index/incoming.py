"""A document on its way into the index, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeVar

from corpus.document import Document
from index.errors import SearchIndexError

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A document to be stored, and where it was read, as an absolute path."""

    document: Document
    location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What came of one document."""

    source: str
    outcome: Literal["added", "replaced", "unchanged"]
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A document that could not be stored; what was stored of it before still is."""

    source: str
    error: Exception


def attempt(document: Document, make: Callable[[], _Made]) -> _Made | Failed:
    """Do a step for a document; when that fails for a reason of its own, say so.

    Raises:
        SearchIndexError: It failed for a reason that is not about this document.
        OSError: Likewise.
    """
    try:
        return make()
    except (SearchIndexError, OSError):  # not about this document: the next would fare alike
        raise
    except Exception as error:  # noqa: BLE001 - one document must not stop the others
        return Failed(source=document.source, error=error)
