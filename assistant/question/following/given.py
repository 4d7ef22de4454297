"""The one name that an answer gave: "Anna Berg", the testbed that there is, the oldest park."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.entities.kinds import (
    NAMED,
    accepted_kinds,
    is_known,
    is_of_kind,
    kind_words,
    kinds_of_phrase,
)
from assistant.evidence.kind_named import names_told
from assistant.question.following.names import KnownNames, SpokenName, names_in
from assistant.question.following.phrases import Phrase, head_of, phrases_in
from assistant.question.following.wording import YEAR
from assistant.question.grammar import AUXILIARY
from assistant.question.terms import words
from index.fulltext import STOP_WORDS

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_WHO_DOES = re.compile(rf"^who\s+(?!{AUXILIARY}\b)\w", re.I)
_TO = re.compile(r"^[a-zåäö]+\s.*\b(?:to|for|with|at)\s+$")
# "Alfa won", or "Alfa: It won" as a page about Alfa tells it.
_GOES_ON = re.compile(r"\s+(?!and\b|or\b)[a-zåäö]|:\s+(?:It|They|We|She|He)\s+[a-z]")
_EXISTS = re.compile(r"^(?:is|are|was|were)\s+there\s+(?P<what>\S.*)$", re.I)
_ASKS_WHERE = re.compile(r"^(?:(?:and|so|but)\s+)?where\b", re.I)
# "How many companies are there?" asks for none of them.
_COUNTS = re.compile(r"^(?:(?:and|so)\s+)?how\s+many\b", re.I)
_WHICH_IS = re.compile(r"^(?:which|what)(?:['’]s|\s+(?:is|was))\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A question and what its answer shows of it.

    Attributes:
        query: What was asked, standalone.
        phrases: The noun phrases of it.
        short: The short answer, without marks.
        text: The beginning of the answer; "" where it was declined.
        items: What it listed.
        titles: Titles of the documents cited.
        known: What the documents know of names.
    """

    query: str
    phrases: Sequence[Phrase]
    short: str
    text: str
    items: Sequence[str]
    titles: Sequence[str]
    known: KnownNames


def given_name(given: Given) -> SpokenName | None:
    """Give the one name that an answer gave, or None."""
    existing = _existing(given)
    if existing is not None or len(given.items) > 1 or _COUNTS.match(given.query):
        return existing
    one = _of_cited_kind(given, _single(given)) or _doer(given)
    if one is None:
        return None
    # "Brännvik", which no document is about, is a town where it is told where something is.
    is_town = (
        not one.is_known and " " not in one.text and _ASKS_WHERE.match(given.query) is not None
    )
    one = replace(one, is_place=one.is_place or is_town)
    return _of_asked_kind(_of_told_kind(one, given.text), given.phrases)


def _single(given: Given) -> SpokenName | None:
    """The one name that a short answer is, or begins with: "Anna Berg, its CEO"."""
    plain = given.items[0] if given.items else given.short
    names = names_in(plain, given.known, given.titles if given.items else ())
    # "Bring companies to Lund" is not Lund.
    if not names or _TO.match(plain[: names[0].start]):
        return None
    first = names[0]
    before = _ARTICLE.sub("", plain[: first.start]).strip()
    is_one = len(before.split()) <= 3 and not YEAR.fullmatch(first.text)
    return first if is_one else None


def _of_told_kind(name: SpokenName, text: str) -> SpokenName:
    """Give a name the kinds that an answer tells: "the ferry company Sundlinjen"."""
    if _is_told(name):
        return name
    told = [phrase for said, phrase in names_told(text) if said == name.text]
    kinds = {kind for phrase in told for kind in kinds_of_phrase(phrase) if is_known(kind)}
    return replace(name, kinds=name.kinds | kinds)


def _is_told(name: SpokenName) -> bool:
    """Whether documents tell what something is, and not only that it has a name."""
    return any(kind != NAMED and is_known(kind) for kind in name.kinds)


def _of_asked_kind(name: SpokenName, phrases: Sequence[Phrase]) -> SpokenName:
    """Give a name the kind that was asked for, where none is known: of "which contest was it?"."""
    if _is_told(name) or not (phrases and phrases[0].asks_which):
        return name
    asked = kinds_of_phrase(f"a {phrases[0].text}")
    return replace(name, kinds=name.kinds | {kind for kind in asked if is_known(kind)})


def _of_cited_kind(given: Given, one: SpokenName | None) -> SpokenName | None:
    """Take what is cited for "the oldest park" where the short answer names no park but a town."""
    phrase = given.phrases[0] if given.phrases else None
    is_one = phrase is not None and not phrase.is_plural and _WHICH_IS.match(given.query)
    kind = kind_words(head_of(phrase.text)) if phrase and is_one else ()
    if one is None or not is_known(kind) or not given.titles:
        return one
    accepted = accepted_kinds(kind)
    cited = next(iter(names_in(given.titles[0], given.known)), None)
    if cited is None or is_of_kind(one.kinds, accepted) or _is_told(one):
        return one
    is_new = cited.text.casefold() not in given.query.casefold()
    return cited if is_new and is_of_kind(cited.kinds, accepted) else one


def _existing(given: Given) -> SpokenName | None:
    """The one name of what "is there a network?" asked for: "Yes. A funds B, a network" tells."""
    asked = _EXISTS.match(given.query)
    what = phrases_in(asked["what"]) if asked and given.text else ()
    if not what:
        return None
    noun = words(head_of(what[0].text))
    told = {name for name, phrase in names_told(given.text) if set(noun) & set(words(phrase))}
    if len(told) != 1:
        told = set(_called_so(what[0].text, given))
    if len(told) != 1:
        return None
    (name,) = told
    # "The Helm" is the end of "Women at the Helm".
    every = (*names_in(given.text, given.known, given.titles), *names_in(name, given.known))
    return next((one for one in every if one.text.endswith(name)), None)


def _called_so(phrase: str, given: Given) -> Iterator[str]:
    """Give names that say all that was asked for: "National testbed for radiotherapy"."""
    said = set(words(phrase)) - STOP_WORDS
    every = [*given.items, *(name.text for name in names_in(given.text, given.known))]
    for name in every:
        own = _ARTICLE.sub("", name)
        if len(said) > 1 and said <= set(words(own)) and names_in(own, given.known, given.titles):
            yield own


def _doer(given: Given) -> SpokenName | None:
    """Give who does what "who wants it?" asks for: the subject of the answer, if it is new."""
    first = next(iter(names_in(given.text, given.known)), None)
    if first is None or _WHO_DOES.match(given.query) is None:
        return None
    is_subject = first.start == 0 and _GOES_ON.match(given.text[first.end :]) is not None
    is_new = first.text.casefold() not in given.query.casefold()
    return first if is_subject and is_new and first.is_known and not first.is_place else None
