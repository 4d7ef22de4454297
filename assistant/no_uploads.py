"""Where documents cannot be taken in: a process that only reads what is stored."""

from assistant.errors import DataFolderInUse, UnknownDocument
from assistant.uploads import Original, Taken, Understood


class NoUploads:
    """Takes nothing: this process only reads."""

    def preview(self, name: str, content: str | bytes) -> Understood:
        """Refuse."""
        raise _only_reading()

    def add(self, name: str, content: str | bytes) -> Taken:
        """Refuse."""
        raise _only_reading()

    def remove(self, document_id: str) -> None:
        """Refuse."""
        raise _only_reading()

    def is_upload(self, document_id: str) -> bool:
        """Whether a document was uploaded: not known here."""
        return False

    def original(self, document_id: str) -> Original:
        """Refuse: nothing was uploaded to this process."""
        raise UnknownDocument(document_id)

    def close(self) -> None:
        """Do nothing."""


def _only_reading() -> DataFolderInUse:
    return DataFolderInUse(
        "This process only reads what is stored; change documents through the server, or with "
        "`assistant ingest` while none runs."
    )
