"""What can go wrong while storing and finding passages.

SearchIndexError
    EncoderUnavailable      the embedding model is missing, damaged or not the one expected
    DataFolderBusy          another process owns the data folder
    DataFolderUnusable      the data folder cannot be made, or not be written
    CatalogueUnusable       the catalogue's file is not a catalogue, or is damaged
    CatalogueBlocked        the catalogue's file cannot be read or written at the moment
    ManifestMismatch        the catalogue was made by another encoder, splitter or format
    VectorStoreBroken       the vector index cannot be opened or does not answer; it is rebuilt
    DocumentNotStored       no document has this id
"""


class SearchIndexError(Exception):
    """Base of everything this layer raises."""


class EncoderUnavailable(SearchIndexError):
    """The embedding model cannot be used."""

    def __init__(self, name: str, reason: str) -> None:
        """Remember which model, and why."""
        super().__init__(f"The embedding model {name!r} cannot be used: {reason}")
        self.name = name
        self.reason = reason


class DataFolderBusy(SearchIndexError):
    """Another process owns the data folder."""

    def __init__(self, folder: str, pid: int | None, purpose: str | None) -> None:
        """Remember the folder and who owns it, as far as the owner said."""
        who = f"process {pid}" if pid is not None else "another process"
        doing = f" ({purpose})" if purpose else ""
        super().__init__(
            f"The data folder {folder!r} is in use by {who}{doing}; wait until it is done or stop "
            "it, then try again."
        )
        self.folder = folder
        self.pid = pid
        self.purpose = purpose


class DataFolderUnusable(SearchIndexError):
    """The data folder cannot be made, or not be written."""

    def __init__(self, folder: str, reason: str) -> None:
        """Remember the folder and the reason."""
        super().__init__(
            f"The data folder {folder!r} cannot be used ({reason}); make it one that you may write "
            "in, or choose another with ASSISTANT_DATA_DIR."
        )
        self.folder = folder
        self.reason = reason


class CatalogueUnusable(SearchIndexError):
    """The catalogue's file cannot be used."""

    def __init__(self, path: str, reason: str) -> None:
        """Remember the file and the reason."""
        super().__init__(
            f"The catalogue {path!r} cannot be used ({reason}); restore it from a backup, or "
            "remove it and ingest the documents again."
        )
        self.path = path
        self.reason = reason


class CatalogueBlocked(SearchIndexError):
    """The catalogue's file is sound, as far as is known, but cannot be read or written now."""

    def __init__(self, path: str, reason: str) -> None:
        """Remember the file and the reason."""
        super().__init__(
            f"The catalogue {path!r} cannot be read or written at the moment ({reason}); see that "
            "the disk has room and that you may write there, then try again."
        )
        self.path = path
        self.reason = reason


class ManifestMismatch(SearchIndexError):
    """The catalogue was made by another encoder, splitter or format."""

    def __init__(self, what: str, stored: str, wanted: str) -> None:
        """Remember what differs."""
        super().__init__(
            f"The stored passages were made with {what} {stored!r}, the settings ask for "
            f"{wanted!r}; change the setting back, or run `assistant doctor --repair` to make "
            "them anew."
        )
        self.what = what
        self.stored = stored
        self.wanted = wanted


class VectorStoreBroken(SearchIndexError):
    """The vector index cannot be opened or does not answer."""

    def __init__(self, reason: str) -> None:
        """Remember the reason."""
        super().__init__(
            f"The vector index is unusable ({reason}); it is rebuilt at the next start."
        )
        self.reason = reason


class DocumentNotStored(SearchIndexError):
    """No document has this id."""

    def __init__(self, document_id: str) -> None:
        """Remember the id."""
        super().__init__(f"No document has the id {document_id!r}; list them to see the ids.")
        self.document_id = document_id
