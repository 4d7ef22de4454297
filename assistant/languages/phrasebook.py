"""Sentences of ours by pattern, each with what it is in another language.

A pattern is a whole sentence with `{name}` where something is put in, `{name:d}` where that is a
number, and `{name:or}` where it is a choice ("A, B or C").
"""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.languages.language import DEFAULT, Language

_FOLDER = Path(__file__).parent
_PLACE = re.compile(r"\{(?P<name>\w+)(?::(?P<kind>d|or))?\}")
_ANYTHING, _NUMBER = r".+?", r"\d[\d,]*"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """One sentence: how it is recognised, and how it is told."""

    found: re.Pattern[str]
    told: str
    choices: tuple[str, ...]

    def tell(self, found: re.Match[str], joined: str, inner: Callable[[str], str]) -> str:
        """Put what was found into the sentence told; `joined` stands for the last "or"."""
        values = {
            name: _rejoined(value, joined) if name in self.choices else inner(value)
            for name, value in found.groupdict().items()
        }
        return self.told.format(**values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasebook:
    """The sentences and words of one language.

    Attributes:
        phrases: The sentences, those with most of their own words first.
        words: Further words by kind ("labels", "short"), each by how it is in English.
        joined: What stands for "or" between the last two of a choice.
    """

    phrases: Sequence[_Phrase]
    words: Mapping[str, Mapping[str, str]]
    joined: str

    def sentence(self, text: str) -> str | None:
        """Tell a text that is one sentence of ours; None where it is none."""
        for phrase in self.phrases:
            found = phrase.found.fullmatch(text)
            if found:
                return phrase.tell(found, self.joined, self._inner)
        return None

    def sentences(self, text: str) -> str | None:
        """Tell a text that is made of sentences of ours alone; None where it is not."""
        told: list[str] = []
        at = 0
        while at < len(text):
            here = next(
                (
                    (phrase, found)
                    for phrase in self.phrases
                    if (found := phrase.found.match(text, at))
                    and text[found.end() : found.end() + 1] in {"", " "}
                ),
                None,
            )
            if here is None:
                return None
            phrase, found = here
            told.append(phrase.tell(found, self.joined, self._inner))
            at = found.end() + 1
        return " ".join(told) if told else None

    def word(self, kind: str, text: str) -> str:
        """Tell a word of a kind; one that is not known stays as it is."""
        return self.words[kind].get(text, text)

    def _inner(self, value: str) -> str:
        """Tell a reason that stands within a sentence, where it is one of ours."""
        return self.sentence(value) or value if value.endswith(".") else value


@cache
def phrasebook_of(language: Language, subject: str) -> Phrasebook:
    """Read the sentences of a subject ("answers", "errors") in a language other than English.

    Raises:
        ValueError: The language is English, in which they are written.
    """
    if language == DEFAULT:
        raise ValueError(f"The sentences are written in {language!r}; nothing is to be told anew.")
    with (_FOLDER / f"{subject}_{language}.toml").open("rb") as file:
        table = tomllib.load(file)
    phrases = [_phrase(each["from"], each["to"]) for each in table["sentence"]]
    # A pattern of few words would take what belongs to one of many.
    phrases.sort(key=lambda each: len(_PLACE.sub("", each.found.pattern)), reverse=True)
    return Phrasebook(
        phrases=phrases, words=table.get("words", {}), joined=str(table.get("or", " or "))
    )


def _phrase(pattern: str, told: str) -> _Phrase:
    parts: list[str] = []
    choices: list[str] = []
    at = 0
    for place in _PLACE.finditer(pattern):
        parts.append(re.escape(pattern[at : place.start()]))
        held = _NUMBER if place["kind"] == "d" else _ANYTHING
        parts.append(f"(?P<{place['name']}>{held})")
        if place["kind"] == "or":
            choices.append(place["name"])
        at = place.end()
    parts.append(re.escape(pattern[at:]))
    return _Phrase(found=re.compile("".join(parts), re.DOTALL), told=told, choices=tuple(choices))


def _rejoined(choice: str, joined: str) -> str:
    """Put another language's word between the last two of a choice."""
    before, found, last = choice.rpartition(" or ")
    return f"{before}{joined}{last}" if found else choice
