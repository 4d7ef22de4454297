"""The lexicon: what the forms of Swedish words mean, also without their dots and rings.

It stands in `lexicon/*.tsv`. A word that is not there may be made of two that are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from assistant.question.swedish.english import compared, plural
from assistant.question.swedish.inflection import (
    Form,
    adjective_forms,
    compared_forms,
    noun_forms,
    verb_forms,
)

_FOLDER = Path(__file__).parent / "lexicon"
_PLAIN = str.maketrans("åäöéü", "aaoeu")
_REGULAR = "1"
_NOT_COUNTED = "~"
_SHORTEST_PART = 3
_SHORTEST_UNKNOWN = 4


class Tag(StrEnum):
    """What a word is; the values are those of the lexicon's files."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    WH = "wh"
    PRONOUN = "pron"
    DETERMINER = "det"
    POSSESSIVE = "poss"
    NUMBER = "num"
    PREPOSITION = "prep"
    CONJUNCTION = "conj"
    SUBORDINATOR = "sub"
    ADVERB = "adv"
    WORD = "word"
    IMPERATIVE = "imp"
    MONTH = "month"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One meaning of a form.

    Attributes:
        tag: What it is.
        english: In English; nouns in the form's number, verbs in their plain form.
        lemma: The word that it is a form of.
        form: Which form; None for words that have one only.
        is_counted: Whether there can be several.
    """

    tag: Tag
    english: str
    lemma: str
    form: Form | None = None
    is_counted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All forms, lower case.

    Attributes:
        forms: Meanings by form.
        folded: Meanings by the form without its dots and rings, where that is no form itself.
        phrases: By its first word, what stands for several words: these, and the meaning.
        particles: English for a verb and its particles: "ge", "ut".
        heads: English for what the first part of a compound may be: "medlems".
    """

    forms: Mapping[str, tuple[Sense, ...]]
    folded: Mapping[str, tuple[Sense, ...]]
    phrases: Mapping[str, list[tuple[tuple[str, ...], Sense]]]
    particles: Mapping[tuple[str, ...], str]
    heads: Mapping[str, str]

    def senses(self, word: str) -> tuple[Sense, ...]:
        """Give the meanings of a word, lower case, also of one typed without dots or compounded."""
        return self.forms.get(word) or self.folded.get(word) or self.compound(word)

    def phrase(self, words: Sequence[str]) -> tuple[Sense | None, int]:
        """Give the longest phrase that some words begin with, and of how many it is made."""
        for parts, sense in self.phrases.get(words[0], ()) if words else ():
            if tuple(words[: len(parts)]) == parts:
                return sense, len(parts)
        return None, 0

    def holds(self, word: str) -> bool:
        """Whether a word is a form in the lexicon, dots and rings included."""
        return word in self.forms

    def compound(self, word: str) -> tuple[Sense, ...]:
        """Give the meanings of a word that is made of others: "medlemsavgift".

        >>> [sense.english for sense in lexicon().compound("klusterprojekten")]
        ['cluster projects']
        """
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            head = self._head(word[:at])
            # The longest second part is the likeliest, and the last s of the first belongs to it.
            tails = [each for each in self.forms.get(word[at:], ()) if each.tag is Tag.NOUN]
            if head and tails:
                return tuple(_joined(head, each) for each in tails)
        return ()

    def half_compound(self, word: str) -> tuple[Sense, ...]:
        """Give the meanings of a word of which only the last part is known: "sepsistestet"."""
        for at in range(_SHORTEST_UNKNOWN, len(word) - _SHORTEST_UNKNOWN):
            tails = [each for each in self.forms.get(word[at:], ()) if each.tag is Tag.NOUN]
            if tails:
                return tuple(_joined(word[:at], each) for each in tails)
        return ()

    def _head(self, part: str) -> str:
        """Give English for the first part of a compound, itself perhaps one; "" for none."""
        if part in self.heads:
            return self.heads[part]
        for at in range(_SHORTEST_PART, len(part) - _SHORTEST_PART + 1):
            if part[:at] in self.heads and part[at:] in self.heads:
                return f"{self.heads[part[:at]]} {self.heads[part[at:]]}"
        return ""


def without_dots(word: str) -> str:
    """Write a word as on a keyboard without å, ä and ö.

    >>> without_dots("öppnade")
    'oppnade'
    """
    return word.translate(_PLAIN)


@cache
def group(name: str) -> frozenset[str]:
    """Give the words of a group that the rules treat alike.

    >>> "inkubator" in group("doing")
    True
    """
    return next(frozenset(words.split(" ")) for named, words in _rows("groups") if named == name)


@cache
def lexicon() -> Lexicon:
    """Read the lexicon; once, in some tens of milliseconds."""
    forms: dict[str, list[Sense]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    heads: dict[str, str] = {}
    for sense, written in _all():
        parts = tuple(written.lower().split(" "))
        if len(parts) > 1:
            phrases.setdefault(parts[0], []).append((parts, sense))
        elif sense not in forms.setdefault(parts[0], []):
            forms[parts[0]].append(sense)
        if sense.tag is Tag.NOUN and written == sense.lemma and not _is_plural(sense):
            heads.update(_heads(sense))
    for several in phrases.values():
        several.sort(key=lambda each: -len(each[0]))
    folded: dict[str, list[Sense]] = {}
    for written, senses in forms.items():
        plain = without_dots(written)
        if plain != written and plain not in forms:
            folded.setdefault(plain, []).extend(senses)
    return Lexicon(
        forms={written: tuple(senses) for written, senses in forms.items()},
        folded={written: tuple(senses) for written, senses in folded.items()},
        phrases=phrases,
        particles={tuple(phrase.split(" ")): english for phrase, english in _rows("particles")},
        heads=heads,
    )


def _all() -> Iterator[tuple[Sense, str]]:
    """Give every meaning with the form that has it."""
    for tag, word, english in _rows("words"):
        yield Sense(tag=Tag(tag), english=english, lemma=word), word
    for word, others, english in _rows("adjectives"):
        sense = Sense(tag=Tag.ADJECTIVE, english=english, lemma=word)
        yield from ((sense, written) for written in adjective_forms(word, others))
        if others == _REGULAR:
            for said, forms in zip(compared(english), compared_forms(word), strict=True):
                sense = Sense(tag=Tag.ADJECTIVE, english=said, lemma=forms[-1])
                yield from ((sense, written) for written in forms)
    for word, conjugation, english in _rows("verbs"):
        for form in verb_forms(word, conjugation):
            sense = Sense(tag=Tag.VERB, english=english, lemma=word, form=form)
            yield sense, form.written
    yield from _nouns()


def _nouns() -> Iterator[tuple[Sense, str]]:
    for word, declension, english in _rows("nouns"):
        noun = english.removeprefix(_NOT_COUNTED)
        is_counted = noun == english
        for form in noun_forms(word, declension):
            said = plural(noun) if form.is_plural and is_counted else noun
            sense = Sense(tag=Tag.NOUN, english=said, lemma=word, form=form, is_counted=is_counted)
            yield sense, form.written


def _is_plural(sense: Sense) -> bool:
    return sense.form is not None and sense.form.is_plural


def _heads(noun: Sense) -> Iterable[tuple[str, str]]:
    """Give the forms in which a noun begins a compound: "medlem", "medlems"; "skola", "skol"."""
    yield noun.lemma, noun.english
    if noun.lemma[-1] in "ae":
        yield noun.lemma[:-1], noun.english
        yield f"{noun.lemma[:-1]}s", noun.english
    yield f"{noun.lemma}s", noun.english
    if noun.lemma == "hälsa":
        yield "hälso", noun.english


def _joined(head: str, tail: Sense) -> Sense:
    return Sense(
        tag=Tag.NOUN,
        english=f"{head} {tail.english}",
        lemma=tail.lemma,
        form=tail.form,
        is_counted=tail.is_counted,
    )


def _rows(name: str) -> Iterator[list[str]]:
    for line in (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")
