"""Styles and scripts of ours, under addresses that change with what they hold.

A browser keeps such a file for good and asks for it once; after an update the pages name another
address. What a script imports is told along with it, so that nothing is found out one by one.
"""

import hashlib
import re
from functools import cache
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_FOLDER = Path(__file__).parent / "static"
_IMPORT = re.compile(r'^(?:import|\} from|export .* from)\b[^"\n]*"\./(?P<name>[\w.-]+)";', re.M)
_FOR_GOOD = "public, max-age=31536000, immutable"
_ASKED_ANEW = "no-cache"


@cache
def version() -> str:
    """Give what all files of ours hold as a few letters; read once, then kept."""
    digest = hashlib.sha256()
    for path in sorted(_FOLDER.iterdir()):
        digest.update(f"{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def address_of(name: str) -> str:
    """Give the address under which a page names a file of ours."""
    return f"/ui/{version()}/{name}"


@cache
def imported_by(script: str) -> tuple[str, ...]:
    """Give the names of the scripts that a script needs, those that they need as well."""
    found: dict[str, None] = {}
    waiting = [script]
    while waiting:
        text = (_FOLDER / waiting.pop()).read_text(encoding="utf-8")
        fresh = [name for name in _IMPORT.findall(text) if name not in found and name != script]
        found |= dict.fromkeys(fresh)
        waiting += fresh
    return tuple(sorted(found))


class OwnFiles(StaticFiles):
    """Serves the files of ours, with and without the letters in their addresses."""

    def __init__(self) -> None:
        """Serve the folder beside this module."""
        super().__init__(directory=_FOLDER)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Give a file, to be kept for good where its address says what it holds."""
        named, _, rest = path.partition("/")
        is_dated = named == version()
        response = await super().get_response(rest if is_dated else path, scope)
        response.headers["cache-control"] = _FOR_GOOD if is_dated else _ASKED_ANEW
        return response
