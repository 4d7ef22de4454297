"""Files that a browser keeps instead of showing: their names, safe in a header and on any disk."""

import re
import unicodedata
from urllib.parse import quote

from fastapi.responses import Response

# Long enough to tell conversations apart, short enough for any file system in any script.
_MAX_NAME_CHARACTERS = 60

_NOT_PLAIN = re.compile(r"[^\w .()+,&=@-]", re.ASCII)
_NOT_IN_NAMES = re.compile(r"[\W_]+")


def attachment(content: str, *, name: str, suffix: str, media_type: str) -> Response:
    """Give a text as a file to keep."""
    return Response(
        content=content.encode("utf-8", "replace"),
        media_type=media_type,
        headers={"content-disposition": content_disposition(name, suffix)},
    )


def file_attachment(content: bytes, *, name: str) -> Response:
    """Give a file that somebody brought, under its own name; no browser shows or runs it."""
    plain = _NOT_PLAIN.sub("_", _without_accents(name)).strip() or "document"
    header = f'attachment; filename="{plain}"'
    if plain != name:
        header += f"; filename*=UTF-8''{quote(name, safe='')}"
    return Response(
        content=content,
        media_type="application/octet-stream",
        headers={"content-disposition": header},
    )


def content_disposition(name: str, suffix: str) -> str:
    """Write the header for a file called after a text (RFC 6266); letters and digits alone remain.

    >>> content_disposition('../What is "NOME"?', "md")
    'attachment; filename="conversation-what-is-nome.md"'
    >>> content_disposition("är", "md").split("; ")[1:]
    ['filename="conversation-ar.md"', "filename*=UTF-8''conversation-%C3%A4r.md"]
    """
    whole = file_name(name, suffix)
    plain = file_name(_without_accents(name), suffix)
    header = f'attachment; filename="{plain}"'
    return header if whole == plain else f"{header}; filename*=UTF-8''{quote(whole, safe='')}"


def _without_accents(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def file_name(name: str, suffix: str) -> str:
    """Give a file name; it begins with a word of ours, so that no system reserves it.

    >>> file_name("NUL", "json"), file_name("???", "json")
    ('conversation-nul.json', 'conversation.json')
    """
    words = _NOT_IN_NAMES.sub("-", name.lower())[:_MAX_NAME_CHARACTERS].strip("-")
    return f"conversation-{words}.{suffix}" if words else f"conversation.{suffix}"
