"""Which language the interface speaks to a visitor; answers keep the language of the documents."""

from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["en", "sv"]

LANGUAGES: tuple[Language, ...] = get_args(Language)

LANGUAGE_COOKIE = "assistant_language"
"""Holds the language that a visitor chose in the masthead; `static/frame.js` sets it."""

_DEFAULT: Language = "en"


def language_of(cookies: Mapping[str, str], accept_language: str | None) -> Language:
    """Give the visitor's language: the chosen one, else the first that the browser asks for.

    Args:
        cookies: The request's cookies by name.
        accept_language: The request's `Accept-Language` header (RFC 9110, 12.5.4).

    >>> language_of({}, "sv-SE,sv;q=0.9,en;q=0.8"), language_of({}, "de, en;q=0.3, sv;q=0.5")
    ('sv', 'sv')
    >>> language_of({"assistant_language": "en"}, "sv"), language_of({}, None)
    ('en', 'en')
    """
    chosen = cookies.get(LANGUAGE_COOKIE)
    for language in LANGUAGES:
        if language == chosen:
            return language
    wished = sorted(
        (_weight(part), _language(part)) for part in (accept_language or "").split(",")[:20]
    )
    known = [(weight, language) for weight, language in wished if language and weight > 0]
    # The heaviest; of equals the one that the header names first would need its place, and no
    # browser sends two of ours with the same weight.
    return known[-1][1] if known else _DEFAULT


def _language(part: str) -> Language | Literal[""]:
    """Give the language of ours that one part of the header names, or ""."""
    name = part.partition(";")[0].strip().lower().partition("-")[0]
    return next((language for language in LANGUAGES if language == name), "")


def _weight(part: str) -> float:
    """Give the weight of one part of the header; one that cannot be read counts as nothing."""
    _, found, weight = part.replace(" ", "").partition(";q=")
    if not found:
        return 1.0
    try:
        return min(max(float(weight), 0.0), 1.0)
    except ValueError:
        return 0.0
