"""Where a text names which entity: every place, with its characters."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.ecosystem.outside_names import is_half_of_a_name
from assistant.entities.entity import Entity
from assistant.entities.names import form_of
from assistant.question.terms import words

_WORD = re.compile(r"[^\W_]+")
# "Lund University Hospital" is not Lund University, nor is "New Ember" Ember.
_GOES_ON = re.compile(r"[ -](?P<word>[A-ZÅÄÖÉÜØÆ][\w&-]*)")
_BEFORE = re.compile(r"(?P<word>[A-ZÅÄÖÉÜØÆ][\w&-]*)[ -]\Z")
_LOOK_BACK = 30
# Words that stand before a name with a capital letter and are no part of it.
_OPENERS = frozenset(
    words("""
    a an the in on at by for of from to with and or but as since after before during when while
    where who which that this these those it its our we both also besides like unlike through
    under within outside among between today now later then here there project company professor
    director minister incubator foundation members partners member partner programme network
    cluster the den det de i på av för med från till vid hos om och eller efter sedan under bland
    """)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """That `text[start:end]` names the entity `name`."""

    name: str
    start: int
    end: int


class MentionFinder:
    """Finds the entities that a text names; the longest name at each place counts."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Index the forms by their first word."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._written: dict[str, set[str]] = {}
        for entity in entities:
            for form in entity.forms:
                self._by_first.setdefault(form[0], []).append((form, entity.name))
            for fact in entity.facts:
                for written in (fact.name.name, *fact.name.aliases):
                    form = form_of(written)
                    if len(form) == 1:
                        self._written.setdefault(form[0], set()).add(written)
        for forms in self._by_first.values():
            forms.sort(key=lambda each: -len(each[0]))

    def within(self, text: str) -> tuple[Mention, ...]:
        """Give every place where a text names an entity, in order, none overlapping."""
        tokens = [(found.start(), found.end(), found.group()) for found in _WORD.finditer(text)]
        folded = [_folded(word) for _, _, word in tokens]
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            known_before = bool(found) and text[found[-1].end :].startswith(" and ")
            size, mention = self._at(text, tokens, folded, at, known_before=known_before)
            if mention is not None:
                found.append(mention)
            at += size
        return tuple(found)

    def _at(
        self,
        text: str,
        tokens: list[tuple[int, int, str]],
        folded: list[str],
        at: int,
        *,
        known_before: bool,
    ) -> tuple[int, Mention | None]:
        """Give how many words to go on by, and what is named at a place."""
        for form, name in self._by_first.get(folded[at], ()):
            if tuple(folded[at : at + len(form)]) != form:
                continue
            start, end = tokens[at][0], tokens[at + len(form) - 1][1]
            if not self._is_written(form, text[start:end]):
                continue
            is_half = not known_before and is_half_of_a_name(text, start)
            if _is_longer(text, start, end) or is_half:
                return len(form), None
            return len(form), Mention(name=name, start=start, end=end)
        return 1, None

    def _is_written(self, form: tuple[str, ...], written: str) -> bool:
        """A name of one word stands as it is written elsewhere, a longer one with a capital."""
        if len(form) == 1:
            return written in self._written.get(form[0], ())
        return any(letter.isupper() for letter in written)


def _is_longer(text: str, start: int, end: int) -> bool:
    """Whether a name is part of a longer one that is not known."""
    after = _GOES_ON.match(text, end)
    if after and _folded(after["word"]) not in _OPENERS:
        return True
    before = _BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    if before is None or _folded(before["word"]) in _OPENERS:
        return False
    opens = max(0, start - _LOOK_BACK) + before.start()
    # The first word of a sentence has a capital letter anyway; "Swedish Vinnova" is Vinnova.
    return not before["word"].endswith(("ish", "ese", "ian", "s")) and bool(text[:opens].strip())


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return "".join(words(word))


def short_names(entities: Iterable[Entity], places: frozenset[str]) -> dict[str, str]:
    """Give by name the first words by which its own page may call an entity: "Blue Quay".

    Only where no other name begins so, and where they are no place.
    """
    beginnings: dict[str, set[str]] = {}
    every = list(entities)
    for entity in every:
        parts = entity.name.split()
        for size in range(1, len(parts)):
            beginnings.setdefault(" ".join(parts[:size]), set()).add(entity.name)
    named = {entity.name for entity in every}
    short: dict[str, str] = {}
    for entity in every:
        parts = entity.name.split()
        for size in range(1, len(parts)):
            begin = " ".join(parts[:size])
            is_name = begin[0].isupper() and len(begin) > _SHORTEST and parts[size - 1][0].isupper()
            is_its_own = beginnings[begin] == {entity.name} and begin not in named
            if is_name and is_its_own and entity.own and not {begin, parts[0]} & places:
                short.setdefault(entity.name, begin)
    return short


_SHORTEST = 3


def shortened(
    text: str, short: str | None, taken: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Give where a text says a short name and not a longer one that begins so."""
    if not short or short not in text:
        return []
    held = list(taken)
    return [
        found.span()
        for found in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text)
        if not _is_longer(text, *found.span())
        and all(found.end() <= first or found.start() >= last for first, last in held)
    ]
