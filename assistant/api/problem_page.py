"""A problem as a page, for a browser that goes to an address: whoever reads it is no program."""

from html import escape
from http import HTTPStatus
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.types import Scope

from assistant.languages.errors import retold_error
from assistant.languages.language import Language

# Under these, what comes is the same for all who ask.
_FOR_PROGRAMS = ("/api/", "/v1/", "/mcp", "/openapi.json", "/metrics", "/healthz", "/readyz")

_NOWHERE = "There is nothing at this address."

# Without a file of its own, since all files may be closed to whoever sees it.
_STYLE = (
    "body{margin:0 auto;max-width:34em;padding:12vh 24px;font:100%/1.55 system-ui,sans-serif}"
    "h1{font:600 1.75rem/1.2 Charter,Georgia,serif}"
    "a{display:inline-block;margin:8px 24px 8px 0;padding:8px 0}"
)


def wants_page(scope: Scope) -> bool:
    """Say whether a request is that of a person who goes to an address with a browser."""
    is_reading = scope.get("method") in {"GET", "HEAD"}
    is_asked_for = "text/html" in Headers(scope=scope).get("accept", "")
    return is_reading and is_asked_for and not scope["path"].startswith(_FOR_PROGRAMS)


def render_problem_page(
    title: str, detail: str, *, error_id: str, path: str, language: Language
) -> str:
    """Render the whole document; the words are told in a language as far as they are known in it.

    `error_id` may be empty; what leads to nothing is told by its title alone.
    """
    if title == HTTPStatus.NOT_FOUND.phrase:
        title, detail = _NOWHERE, ""
    heading, told, again, start = (
        escape(retold_error(words, language))
        for words in (title, detail, "Try again", "To the assistant")
    )
    address = escape(quote(path, errors="replace"))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{heading}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{heading}</h1>\n"
        f'<p role="alert">{told}</p>\n<p><code>{escape(error_id)}</code></p>\n'
        f'<p><a href="{address}">{again}</a><a href="/">{start}</a></p>\n</main>\n</body>\n'
        "</html>\n"
    )
