"""An error's sentence in another language, for people; programs go by its type and its facts."""

from assistant.languages.language import DEFAULT, Language
from assistant.languages.phrasebook import phrasebook_of


def retold_error(message: str, language: Language) -> str:
    """Tell an error's sentence in a language; one that is not known stays English.

    >>> retold_error("The question is empty; type one.", "sv")
    'Frågan är tom. Skriv en.'
    """
    if language == DEFAULT:
        return message
    return phrasebook_of(language, "errors").sentence(message) or message
