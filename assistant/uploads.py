"""Documents taken in and out while the assistant serves: one at a time, visible at once.

Only the process that owns the data folder may; what was uploaded is also kept as it came.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from assistant.errors import (
    InvalidDocument,
    KnowledgeBaseUnavailable,
    UnknownDocument,
)
from assistant.following import Following
from assistant.originals import Originals, checked_name, reader_of
from assistant.translation import translated
from corpus.document import Document
from corpus.errors import CorpusError
from corpus.identity import path_key
from corpus.items import UNREAD_PAGES
from corpus.loader import read_document
from corpus.readers import PACKED_READERS
from index.builder import IndexBuilder
from index.catalogue import Catalogue
from index.errors import DocumentNotStored

# So long a file waits for another one to be read; more would take up all that answers requests.
_READING_SECONDS = 15.0

# Long enough for the vectors of a small knowledge base to follow; whoever waits is then told, and
# the rest is done behind them. Search by words and by what is stored finds the document at once.
_PATIENCE_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What was read from an upload.

    Attributes:
        name: The name of its file, as it is or would be kept.
        document_id: Its id.
        title: Its title.
        as_of: When its content was true, ISO 8601.
        language: ISO 639-1 code, or "und".
        characters: Length of its text.
        passages: How many passages it is cut into.
        replaces: The title of the document that it takes the place of; None if there is none.
        pages: How many pages it has; None where its format has none.
        unread_pages: Which of them are pictures without text, as "2-4, 9"; None if none is.
    """

    name: str
    document_id: str
    title: str
    as_of: str | None
    language: str
    characters: int
    passages: int
    replaces: str | None
    pages: int | None = None
    unread_pages: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An upload that is stored."""

    outcome: Literal["added", "replaced", "unchanged"]
    understood: Understood


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file as it was uploaded."""

    name: str
    content: bytes


class Uploads(Protocol):
    """Takes documents in and out; a PDF or Word file comes as bytes, all else as text."""

    def preview(self, name: str, content: str | bytes) -> Understood:
        """Read an upload and store nothing.

        Raises:
            InvalidDocument: It cannot be read.
        """
        ...

    def add(self, name: str, content: str | bytes) -> Taken:
        """Store an upload, in place of the one of the same name; questions find it at once.

        Raises:
            InvalidDocument: It cannot be read; nothing has changed then.
            DataFolderInUse: This process may not write.
            KnowledgeBaseUnavailable: It cannot be stored; nothing has changed then.
        """
        ...

    def remove(self, document_id: str) -> None:
        """Remove any stored document, and the file that was uploaded for it.

        Raises:
            UnknownDocument: No document has this id.
            DataFolderInUse: This process may not write.
        """
        ...

    def is_upload(self, document_id: str) -> bool:
        """Whether a stored document was uploaded, rather than ingested from elsewhere."""
        ...

    def original(self, document_id: str) -> Original:
        """Give the file that a document was read from.

        Raises:
            UnknownDocument: No document has this id, or it was not uploaded.
        """
        ...

    def close(self) -> None:
        """Finish what is being done."""
        ...


class StoredUploads:
    """Takes documents into the catalogue that is being served. Safe to use from several threads."""

    def __init__(
        self,
        catalogue: Catalogue,
        builder: IndexBuilder,
        originals: Originals,
        reread: Callable[[], None] | None = None,
    ) -> None:
        """Needs ownership of the data folder; `reread` is called behind each change."""
        self._catalogue = catalogue
        self._builder = builder
        self._originals = originals
        self._lock = threading.Lock()
        # A file may take a minute to read; removing must not wait for it, nor storing another.
        self._reading = threading.Lock()
        self._following = Following(translated()(builder.finish), name="follow-uploads")
        self._rereading = Following(translated()(reread or (lambda: None)), name="reread")
        originals.sweep()

    def preview(self, name: str, content: str | bytes) -> Understood:
        """Read an upload; see `Uploads.preview`."""
        name = checked_name(name)
        with translated():
            document = self._read(name, _encoded(name, content))
            with self._lock:
                return self._understood(name, document)

    def add(self, name: str, content: str | bytes) -> Taken:
        """Store an upload; see `Uploads.add`."""
        name = checked_name(name)
        data = _encoded(name, content)
        document = self._read(name, data)
        with translated(), self._lock:
            understood = self._understood(name, document)
            self._builder.check_manifest()
            stored = self._store(document, data, name)
        if stored != "unchanged":
            self._changed()
        return Taken(outcome=stored, understood=understood)

    def remove(self, document_id: str) -> None:
        """Remove a document; see `Uploads.remove`."""
        with translated(), self._lock:
            location = self._catalogue.location_of(document_id)
            self._builder.remove(document_id)
            self._originals.forget(location)
        self._changed()

    def _changed(self) -> None:
        self._rereading.changed()
        self._following.changed(patience_seconds=_PATIENCE_SECONDS)

    def is_upload(self, document_id: str) -> bool:
        """Whether a document was uploaded; see `Uploads.is_upload`."""
        with translated():
            return self._originals.holds(self._catalogue.location_of(document_id))

    def original(self, document_id: str) -> Original:
        """Give a file back; see `Uploads.original`."""
        with translated(), self._lock:
            location = self._catalogue.location_of(document_id)
            content = self._originals.read(location)
        if content is None:
            raise UnknownDocument(document_id)
        return Original(name=Path(location).name, content=content)

    def close(self) -> None:
        """Finish what is being done."""
        self._following.close()
        self._rereading.close()

    def _store(
        self, document: Document, data: bytes, name: str
    ) -> Literal["added", "replaced", "unchanged"]:
        """Write the file, then the catalogue, and only then let the file take its place."""
        try:
            draft = self._originals.draft(data)
        except OSError as error:
            raise KnowledgeBaseUnavailable(
                f"The upload {name!r} cannot be kept ({error.strerror or error}); make room in the "
                "data folder."
            ) from error
        try:
            location = self._originals.path_of(name).resolve()
            stored = self._builder.put(document, str(location))
        except BaseException:
            self._originals.drop(draft)
            raise
        self._originals.keep(draft, name)
        return stored.outcome

    def _read(self, name: str, data: bytes) -> Document:
        if not self._reading.acquire(timeout=_READING_SECONDS):
            raise KnowledgeBaseUnavailable(
                f"{name!r} was not taken in: another file is being read; try again in a minute."
            )
        try:
            return read_document(
                data,
                reader=reader_of(name),
                source=name,
                name=Path(name).stem,
                key=path_key(self._originals.path_of(name)),
            )
        except CorpusError as error:
            raise InvalidDocument(error.source, error.reason) from error
        finally:
            self._reading.release()

    def _understood(self, name: str, document: Document) -> Understood:
        try:
            replaces = self._catalogue.document(document.document_id).title
        except DocumentNotStored:
            replaces = None
        return Understood(
            name=name,
            document_id=document.document_id,
            title=document.title,
            as_of=document.as_of,
            language=document.language,
            characters=len(document.text),
            passages=self._builder.count_passages(document),
            replaces=replaces,
            pages=len(document.page_starts()) or None,
            unread_pages=document.metadata.get(UNREAD_PAGES),
        )


def _encoded(name: str, content: str | bytes) -> bytes:
    if isinstance(content, bytes):
        return content
    if reader_of(name) in PACKED_READERS:
        raise InvalidDocument(name, "a PDF or Word document is no text; send it as a file.")
    try:
        return content.encode()
    except UnicodeEncodeError:
        raise InvalidDocument(
            name, "it holds a half of a surrogate pair, which is not text; save it as UTF-8."
        ) from None
