"""Files and folders to Documents. One bad file never stops the rest; it is reported, with why."""

import os
import stat
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
from corpus.readers import PACKED_READERS, SUPPORTED_EXTENSIONS, reader_for_extension
from corpus.reading import Reader

# 20 MB of text is some 3 million words; a file above that is almost always a dump or a mistake.
MAX_DOCUMENT_BYTES = 20_000_000
# Pictures and fonts make up most of a PDF or Word file; its text is limited where it is parsed.
MAX_PACKED_BYTES = 100_000_000

_WITHOUT_TEXT = (BlockKind.BREAK, BlockKind.PAGE)


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
    """What was found: files to read, files left out, and what could not be looked at.

    All are in order of finding. Each of `unread` is the resolved path of one of the `failures`:
    what is there, and below it, is not known.
    """

    files: tuple[SourceFile, ...]
    skipped: tuple[SkippedFile, ...] = ()
    failures: tuple[LoadFailure, ...] = ()
    unread: tuple[Path, ...] = ()


def discover(locations: Sequence[str | Path]) -> Discovery:
    """Find the files at some locations, those in folders recursively and sorted by path.

    Files given by name are always among the result, whatever their format. In folders, hidden files
    are passed over silently; other formats and links that lead out of the folder are reported as
    skipped. A file that is reached twice is listed once. What the system refuses to show (no
    permission, links in a circle, a name that is too long) is reported as a failure.

    Raises:
        SourceNotFound: A location does not exist; nothing is read then.
    """
    search = _Search()
    for location in locations:
        search.add(Path(location))
    return search.result()


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
        _read_bytes(file, most_bytes(reader)),
        reader=reader,
        source=file.source,
        name=file.path.stem,
        key=path_key(file.path),
    )


def most_bytes(reader: Reader) -> int:
    """How many bytes a file for a reader may have."""
    return MAX_PACKED_BYTES if reader in PACKED_READERS else MAX_DOCUMENT_BYTES


def read_document(data: bytes, *, reader: Reader, source: str, name: str, key: bytes) -> Document:
    """Make a document from bytes, wherever they come from.

    Args:
        data: The file's content, at most `most_bytes(reader)`.
        reader: For its format, see `corpus.readers`.
        source: Path or URL to show.
        name: Gives the readable part of the id, and the title when the content has none.
        key: What tells this source from all others; the same key gives the same id.

    Raises:
        CorpusError: It cannot be read; the leaf says why.
    """
    if len(data) > most_bytes(reader):
        raise DocumentTooLarge(source, most_bytes(reader))
    if not data.strip():
        raise EmptyDocument(source, "the file is empty; add text or remove it.")
    reading = reader(data, source)
    if all(block.kind in _WITHOUT_TEXT for block in reading.blocks):
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


class _Search:
    """Collects what lies at locations."""

    def __init__(self) -> None:
        self._found: dict[Path, SourceFile] = {}
        self._skipped: list[SkippedFile] = []
        self._failures: list[LoadFailure] = []
        self._unread: list[Path] = []

    def add(self, location: Path) -> None:
        """Add a file, or all files of a folder."""
        try:
            mode = location.stat().st_mode
        except (FileNotFoundError, NotADirectoryError, ValueError) as error:
            raise SourceNotFound(displayable(str(location))) from error
        except OSError as error:
            self._refuse(location, error)
            return
        if not stat.S_ISDIR(mode):
            self._find(location)
            return
        for path in self._paths_below(location):
            try:
                reason = _reason_to_skip(path, location)
            except OSError as error:
                self._refuse(path, error)
                continue
            if reason:
                self._skipped.append(SkippedFile(source=_shown(path), reason=reason))
            else:
                self._find(path)

    def result(self) -> Discovery:
        """Give what was collected."""
        return Discovery(
            files=tuple(self._found.values()),
            skipped=tuple(self._skipped),
            failures=tuple(self._failures),
            unread=tuple(self._unread),
        )

    def _find(self, path: Path) -> None:
        self._found.setdefault(_resolved(path), SourceFile(path=path, source=_shown(path)))

    def _refuse(self, path: Path, error: OSError) -> None:
        self._failures.append(LoadFailure(source=_shown(path), reason=_refusal(error)))
        self._unread.append(_resolved(path))

    def _paths_below(self, folder: Path) -> list[Path]:
        """All visible files below a folder, and links to other folders, which are not entered."""

        def refuse(error: OSError) -> None:
            self._refuse(Path(error.filename or folder), error)

        paths: list[Path] = []
        for parent, folders, names in os.walk(folder, onerror=refuse, followlinks=False):
            folders[:] = [name for name in folders if not name.startswith(".")]
            linked = (Path(parent, name) for name in folders)
            paths += [path for path in linked if _leads_out(path, folder)]
            paths += [Path(parent, name) for name in names if not name.startswith(".")]
        return sorted(paths)


def _reason_to_skip(path: Path, folder: Path) -> str:
    """Why a path in a folder is not read; "" when it is.

    Raises:
        OSError: The system does not say what it is.
    """
    if _leads_out(path, folder):
        return "link that leads out of the folder"
    try:
        is_file = stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:  # a link to nothing, or just removed
        is_file = False
    if not is_file:
        return "not a regular file"
    suffix = path.suffix.lower()
    return "" if suffix in SUPPORTED_EXTENSIONS else f"unreadable format {suffix!r}"


def _leads_out(path: Path, folder: Path) -> bool:
    return os.path.islink(path) and not _resolved(path).is_relative_to(_resolved(folder))  # noqa: PTH114  never raises


def _resolved(path: Path) -> Path:
    """Resolve as far as the system allows; unlike `Path.resolve` without an error for circles."""
    return Path(os.path.realpath(path))


def _shown(path: Path) -> str:
    return displayable(path.as_posix())


def _refusal(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    return f"the system refused it ({reason}); check its name and permissions."


def _read_bytes(file: SourceFile, most: int) -> bytes:
    try:
        if not file.path.is_file():
            raise UnreadableDocument(
                file.source, "it is not a regular file; give a file or folder."
            )
        with file.path.open("rb") as stream:
            # One byte more than allowed tells a file that is too large, or grows while it is read.
            return stream.read(most + 1)
    except OSError as error:
        raise UnreadableDocument(file.source, _refusal(error)) from error
