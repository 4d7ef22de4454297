"""Files and folders to Documents. One bad file never stops the rest; it is reported, with why."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.document import BlockKind, Document
from corpus.errors import (
    CorpusError,
    DocumentTooLarge,
    EmptyDocument,
    SourceNotFound,
    UnreadableDocument,
)
from corpus.identity import content_hash, displayable, document_id, path_key, title_from_name
from corpus.languages import detect_language
from corpus.readers import SUPPORTED_EXTENSIONS, reader_for_extension
from corpus.reading import Reader

# 20 MB of text is some 3 million words; a file above that is almost always a dump or a mistake.
MAX_DOCUMENT_BYTES = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file to read; `source` is its path as given, safe to show."""

    path: Path
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedFile:
    """A file in a folder that is not read, and why; not a failure."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadFailure:
    """A file that should have been read and was not; `reason` says what to do."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """What was found: files to read and files left out, both in order of finding."""

    files: tuple[SourceFile, ...]
    skipped: tuple[SkippedFile, ...] = ()


def discover(locations: Sequence[str | Path]) -> Discovery:
    """Find the files at some locations, those in folders recursively and sorted by path.

    Files given by name are always among the result, whatever their format. In folders, hidden files
    are passed over silently; other formats and links that lead out of the folder are reported as
    skipped. A file that is reached twice is listed once.

    Raises:
        SourceNotFound: A location does not exist; nothing is read then.
    """
    found: dict[Path, SourceFile] = {}
    skipped: list[SkippedFile] = []
    for location in locations:
        path = Path(location)
        if not path.exists():
            raise SourceNotFound(displayable(str(location)))
        candidates = _files_below(path) if path.is_dir() else [path]
        for candidate in candidates:
            source = displayable(candidate.as_posix())
            reason = _reason_to_skip(candidate, path) if path.is_dir() else ""
            if reason:
                skipped.append(SkippedFile(source=source, reason=reason))
            else:
                found.setdefault(candidate.resolve(), SourceFile(path=candidate, source=source))
    return Discovery(files=tuple(found.values()), skipped=tuple(skipped))


def load_documents(files: Iterable[SourceFile]) -> Iterator[Document | LoadFailure]:
    """Read files one by one, in order; each gives a document or the reason why not."""
    for file in files:
        try:
            yield load_document(file)
        except CorpusError as error:
            yield LoadFailure(source=file.source, reason=error.reason)
        except Exception as error:  # noqa: BLE001 - a reader's defect must not lose the other files
            reason = (
                f"reading it failed ({type(error).__name__}: {error}); report this as a defect."
            )
            yield LoadFailure(source=file.source, reason=displayable(reason))


def load_document(file: SourceFile) -> Document:
    """Read one file.

    Raises:
        CorpusError: It cannot be read; the leaf says why.
    """
    reader = reader_for_extension(file.path.suffix, file.source)
    return read_document(
        _read_bytes(file),
        reader=reader,
        source=file.source,
        name=file.path.stem,
        key=path_key(file.path),
    )


def read_document(data: bytes, *, reader: Reader, source: str, name: str, key: bytes) -> Document:
    """Make a document from bytes, wherever they come from.

    Args:
        data: The file's content, at most `MAX_DOCUMENT_BYTES`.
        reader: For its format, see `corpus.readers`.
        source: Path or URL to show.
        name: Gives the readable part of the id, and the title when the content has none.
        key: What tells this source from all others; the same key gives the same id.

    Raises:
        CorpusError: It cannot be read; the leaf says why.
    """
    if len(data) > MAX_DOCUMENT_BYTES:
        raise DocumentTooLarge(source, MAX_DOCUMENT_BYTES)
    if not data.strip():
        raise EmptyDocument(source, "the file is empty; add text or remove it.")
    reading = reader(data, source)
    if all(block.kind is BlockKind.BREAK for block in reading.blocks):
        raise EmptyDocument(source, "there is no text in it; add text or remove it.")
    title = reading.title or title_from_name(name)
    language = reading.language or detect_language(reading.text)
    return Document(
        document_id=document_id(name, key),
        title=title,
        source=source,
        language=language,
        text=reading.text,
        content_hash=content_hash(reading, title=title, language=language),
        as_of=reading.as_of,
        metadata=dict(reading.metadata),
        blocks=reading.blocks,
    )


def _files_below(folder: Path) -> list[Path]:
    """All visible files below a folder; linked folders are not entered, so there are no cycles."""
    files: list[Path] = []
    for parent, folders, names in os.walk(folder, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(parent, name) for name in names if not name.startswith(".")]
    return sorted(files)


def _reason_to_skip(path: Path, folder: Path) -> str:
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        return "a link that leads out of the folder"
    if not path.is_file():
        return "not a regular file"
    if path.suffix.lower() not in SUPPORTED_EXTENSIONS:
        return f"the format {path.suffix!r} cannot be read"
    return ""


def _read_bytes(file: SourceFile) -> bytes:
    if not file.path.is_file():
        raise UnreadableDocument(file.source, "it is not a regular file; give a file or folder.")
    try:
        with file.path.open("rb") as stream:
            # One byte more than allowed tells a file that is too large, or grows while it is read.
            return stream.read(MAX_DOCUMENT_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableDocument(
            file.source, f"the system refused it ({reason}); check its permissions."
        ) from error
