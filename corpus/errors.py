"""What can go wrong while reading documents.

CorpusError                     knows the `source` it is about
    SourceNotFound              a location that does not exist
    UnsupportedFormat           no reader for this kind of file
    DocumentTooLarge            more bytes than a document may have
    EmptyDocument               read, but nothing to say in it
    UnreadableDocument          damaged, or not what its name says

Each message is one sentence that names the source and ends with what to do next; `reason` is the
part that does not repeat the source, for lists of failures.
"""


class CorpusError(Exception):
    """Base of everything this layer raises.

    Attributes:
        source: Path or URL as given.
        reason: What is wrong and what to do, without the source.
    """

    def __init__(self, source: str, reason: str) -> None:
        """Remember source and reason."""
        super().__init__(f"{source!r} was not read: {reason}")
        self.source = source
        self.reason = reason


class SourceNotFound(CorpusError):
    """A location that does not exist."""

    def __init__(self, source: str) -> None:
        """Remember the location."""
        super().__init__(source, "there is no such file or folder; check the path.")


class UnsupportedFormat(CorpusError):
    """No reader for this kind of file."""

    def __init__(self, source: str, found: str, supported: tuple[str, ...]) -> None:
        """Remember what was found (an extension or media type) and what can be read."""
        super().__init__(
            source,
            f"{found!r} is not a format that can be read; use one of {', '.join(supported)}.",
        )
        self.found = found
        self.supported = supported


class DocumentTooLarge(CorpusError):
    """More bytes than a document may have."""

    def __init__(self, source: str, limit: int) -> None:
        """Remember the limit in bytes."""
        super().__init__(
            source, f"it is larger than {limit:,} bytes; split it into several documents."
        )
        self.limit = limit


class EmptyDocument(CorpusError):
    """Read, but nothing to say in it."""

    def __init__(self, source: str, reason: str) -> None:
        """Remember the reason."""
        super().__init__(source, reason)


class UnreadableDocument(CorpusError):
    """Damaged, or not what its name says."""

    def __init__(self, source: str, reason: str) -> None:
        """Remember the reason."""
        super().__init__(source, reason)
