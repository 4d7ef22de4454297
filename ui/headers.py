"""What every page is sent with, and in which language it is asked for."""

from starlette.requests import Request

from ui.language import Language, language_of

PAGE_HEADERS = {"Cache-Control": "no-cache", "Vary": "Cookie, Accept-Language"}
"""For every page: asked for anew each time, since it depends on the visitor's language."""

STAFF_HEADERS = {**PAGE_HEADERS, "Cache-Control": "no-store"}
"""For pages of the staff: kept nowhere, since what is deleted must be gone from there as well."""


def asked_language(request: Request) -> Language:
    """Give the language that a request asks for."""
    return language_of(request.cookies, request.headers.get("accept-language"))
