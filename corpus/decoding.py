"""Bytes to text, for text formats that do not say their encoding."""

import codecs
import re

from corpus.errors import UnreadableDocument

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

# A file of which at most one in ten characters beyond ASCII is broken is UTF-8 with damage, such as
# a cut in the middle of a character; any other encoding breaks nearly all of them.
_MAX_BROKEN_SHARE = 0.1

# In Western European text few characters are beyond ASCII, and those are letters and punctuation.
# Guessers by statistics take such text, when short, for an Asian encoding.
_MAX_WESTERN_SHARE = 0.25
_WESTERN = re.compile(
    "[\x00-\x7f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ffŒœŠšŽžŸ€‘’“”‚„–—…•«»°§·´©®™ \xa0]*"
)

_PAGE_ENCODINGS = (
    *("ascii", "big5", "cp125", "cp866", "cp874", "cp932", "cp949", "euc", "gb", "iso8859"),
    *("koi8", "mac", "shift_jis", "tis", "utf-8"),
)

_UNGUESSED = "its encoding cannot be told, or it is not text; save it as UTF-8."


def decode_text(data: bytes, source: str, *, declared: str | None = None) -> str:
    """Decode by byte order mark, else as `declared`, else as UTF-8, else by a guess.

    Args:
        data: The file's bytes; empty gives "".
        source: Named in errors.
        declared: An encoding that the format itself names; one that is unknown or does not fit is
            ignored.

    Raises:
        UnreadableDocument: The bytes are no text in any known encoding.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if declared is not None:
        try:
            return data.decode(_known_encoding(declared))
        except (LookupError, ValueError):
            pass  # a page that names the wrong encoding is still worth reading
    text = data.decode("utf-8", errors="replace")
    beyond_ascii = sum(not character.isascii() for character in text)
    if text.count("\ufffd") <= beyond_ascii * _MAX_BROKEN_SHARE:
        return text
    return _guess(data, source)


def _known_encoding(declared: str) -> str:
    """Check that a page may name this encoding; Python also has codecs that are none, some slow."""
    name = codecs.lookup(declared).name
    if not name.startswith(_PAGE_ENCODINGS):
        raise LookupError(name)
    # The encoding standard of the web reads these names as the larger set.
    return "cp1252" if name in {"ascii", "iso8859-1"} else name


def _guess(data: bytes, source: str) -> str:
    from charset_normalizer import from_bytes  # slow to import, needed for few files

    if b"\x00" in data:
        raise UnreadableDocument(source, _UNGUESSED)
    western = data.decode("cp1252", errors="replace")
    beyond_ascii = sum(not character.isascii() for character in western)
    if beyond_ascii <= len(western) * _MAX_WESTERN_SHARE and _WESTERN.fullmatch(western):
        return western
    best = from_bytes(data).best()
    if best is None:
        raise UnreadableDocument(source, _UNGUESSED)
    return str(best)
