"""Which languages the assistant's own words are in, and which of them a request wishes for."""

from typing import Literal, get_args

Language = Literal["en", "sv"]

LANGUAGES: tuple[Language, ...] = get_args(Language)

DEFAULT: Language = "en"

# A header with more parts than this is no browser's.
_MOST_PARTS = 20


def wished_language(accept_language: str | None) -> Language:
    """Give the language of ours that an `Accept-Language` header (RFC 9110, 12.5.4) wishes most.

    >>> wished_language("sv-SE,sv;q=0.9,en;q=0.8"), wished_language("de, en;q=0.3, sv;q=0.5")
    ('sv', 'sv')
    >>> wished_language(None)
    'en'
    """
    parts = (accept_language or "").split(",")[:_MOST_PARTS]
    wished = sorted((_weight(part), _language(part)) for part in parts)
    known = [(weight, language) for weight, language in wished if language and weight > 0]
    # The heaviest; of equals the one that the header names first would need its place, and no
    # browser sends two of ours with the same weight.
    return known[-1][1] if known else DEFAULT


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
