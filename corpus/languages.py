"""Which language a text is in."""

from functools import cache
from typing import Protocol

# Only languages likely in this corpus: the fewer the choices, the fewer wrong ones on short text.
LANGUAGES = ("da", "de", "en", "es", "fi", "fr", "it", "nl", "no", "pl", "pt", "sv")
UNDETERMINED = "und"

# Below this many letters the guess is often wrong.
_MIN_LETTERS = 60
# The beginning tells; the rest only costs time.
_SAMPLE = 5_000


class _Classifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def detect_language(text: str) -> str:
    """Name the language of a text as ISO 639-1 code, "und" when the text is too short to tell."""
    sample = text[:_SAMPLE]
    if sum(character.isalpha() for character in sample) < _MIN_LETTERS:
        return UNDETERMINED
    language, _ = _classifier().classify(sample)
    return str(language)


@cache
def _classifier() -> _Classifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads a model, only when needed

    identifier: _Classifier = _restricted(LanguageIdentifier.from_model_file(MODEL_FILE))
    return identifier


def _restricted(identifier: "_Restrictable") -> "_Restrictable":
    identifier.set_languages(LANGUAGES)
    return identifier


class _Restrictable(_Classifier, Protocol):
    def set_languages(self, langs: tuple[str, ...]) -> None: ...
