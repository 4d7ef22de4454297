"""The files that were uploaded, as they came: one folder, a file each, written in one step."""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from assistant.errors import InvalidDocument
from corpus.errors import UnsupportedFormat
from corpus.identity import displayable
from corpus.readers import PACKED_READERS, SUPPORTED_EXTENSIONS, reader_for_extension
from corpus.reading import Reader

FOLDER = "documents"
"""The folder of originals within the data folder."""

MAX_NAME_CHARACTERS = 100

EXTENSIONS = SUPPORTED_EXTENSIONS
"""How a file's name may end."""

PACKED_EXTENSIONS = tuple(
    extension
    for extension in SUPPORTED_EXTENSIONS
    if reader_for_extension(extension, "") in PACKED_READERS
)
"""Those of files that are no text."""

_DEFAULT_EXTENSION = ".md"
# Not ".md", as uploads are, so that what a kill leaves is never taken for one.
_DRAFT = ".draft"
_FORBIDDEN = re.compile(r'[/\\:*?"<>|]')
# Names that Windows keeps for devices: a data folder may be looked at from there.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.I)


class Originals:
    """Keeps uploaded files under the names they were given; a new one replaces the old."""

    def __init__(self, folder: Path) -> None:
        """Choose the folder; it is made when the first file comes."""
        self._folder = folder

    def path_of(self, name: str) -> Path:
        """Give where a file of this name is kept."""
        return self._folder / name

    def holds(self, location: str) -> bool:
        """Whether a stored document's location is one of the originals."""
        return bool(location) and Path(location).parent == self._folder.resolve()

    def draft(self, data: bytes) -> Path:
        """Write a file's content under a passing name, so that it is surely on the disk.

        Raises:
            OSError: It cannot be written; nothing is left then.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._folder / f".{secrets.token_hex(8)}{_DRAFT}"
        try:
            with path.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError:
            path.unlink(missing_ok=True)
            raise
        return path

    def keep(self, draft: Path, name: str) -> None:
        """Give a draft its name."""
        draft.replace(self.path_of(name))

    def drop(self, draft: Path) -> None:
        """Remove a draft that is not to be kept."""
        draft.unlink(missing_ok=True)

    def read(self, location: str) -> bytes | None:
        """Give the original at a stored document's location; None if it is none, or lost."""
        if not self.holds(location):
            return None
        try:
            return Path(location).read_bytes()
        except FileNotFoundError:
            return None

    def forget(self, location: str) -> None:
        """Remove the original at a stored document's location, if it is one of them."""
        if self.holds(location):
            Path(location).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove drafts that a kill left behind."""
        for path in self._folder.glob(f".*{_DRAFT}"):
            with suppress(OSError):
                path.unlink()


def checked_name(name: str) -> str:
    """Give a file's name in the form in which it is kept; without an extension it is Markdown.

    >>> checked_name(" Annual report 2026 ")
    'Annual report 2026.md'

    Raises:
        InvalidDocument: It is no plain name, too long, or of a format that cannot be read.
    """
    plain = displayable(name) if _is_text(name) else ""
    if not plain or not any(character.isalnum() for character in plain):
        shown = name.encode("utf-8", "replace").decode() or "?"
        raise InvalidDocument(shown, "it has no name; give it one.")
    if plain.startswith(".") or _FORBIDDEN.search(plain) or _DEVICES.match(plain):
        raise InvalidDocument(
            plain, "that is no plain name; leave out slashes, dots in front and signs like : or ?."
        )
    if not Path(plain).suffix or " " in Path(plain).suffix:
        plain += _DEFAULT_EXTENSION
    if len(plain) > MAX_NAME_CHARACTERS or len(plain.encode()) > 2 * MAX_NAME_CHARACTERS:
        raise InvalidDocument(
            plain, f"its name is longer than {MAX_NAME_CHARACTERS} characters; shorten it."
        )
    reader_of(plain)
    return plain


def reader_of(name: str) -> Reader:
    """Give the reader for a file's name.

    Raises:
        InvalidDocument: Its format cannot be read.
    """
    try:
        return reader_for_extension(Path(name).suffix, name)
    except UnsupportedFormat:
        known = ", ".join(SUPPORTED_EXTENSIONS)
        raise InvalidDocument(
            name, f"its format cannot be read; let its name end in one of {known}."
        ) from None


def _is_text(name: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in name)
