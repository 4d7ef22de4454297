"""Which language the interface speaks to a visitor; what documents say keeps theirs."""

from collections.abc import Mapping

from assistant.languages.language import LANGUAGES, Language, wished_language

__all__ = ["LANGUAGES", "LANGUAGE_COOKIE", "Language", "language_of"]

LANGUAGE_COOKIE = "assistant_language"
"""Holds the language that a visitor chose in the masthead; `static/frame.js` sets it."""


def language_of(cookies: Mapping[str, str], accept_language: str | None) -> Language:
    """Give the visitor's language: the chosen one, else the one that the browser wishes most.

    Args:
        cookies: The request's cookies by name.
        accept_language: The request's `Accept-Language` header.

    >>> language_of({}, "sv-SE,sv;q=0.9,en;q=0.8"), language_of({"assistant_language": "en"}, "sv")
    ('sv', 'en')
    """
    chosen = cookies.get(LANGUAGE_COOKIE)
    known: Mapping[str | None, Language] = {language: language for language in LANGUAGES}
    return known.get(chosen) or wished_language(accept_language)
