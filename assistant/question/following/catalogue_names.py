"""The names of the entity catalogue, as following a conversation needs them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.entities.catalogue import EntityCatalogue
from assistant.entities.entity import Entity
from assistant.entities.kinds import is_known, kind_words
from assistant.entities.statements import Kind
from assistant.question.following.names import SpokenName
from assistant.question.terms import terms, words
from index.fulltext import STOP_WORDS

_TOKEN = re.compile(r"[^\W_]+")
_PLACES = frozenset({"city", "town", "region", "county", "country", "municipality", "area",
                     "district", "village", "suburb", "place"})  # fmt: skip
# A name typed small is surely one when it is so long; "science park" is none.
_LONG_FORM = 3
_SHORTEST_MISSPELT = 6
_SHORTEST_KNOWN = 3
_SLIPS = 2
_LETTERS_A_SLIP = 3
_FEWEST_HELD = 2
_ARTICLE = re.compile(r"^(?:the|that)\s+", re.I)


@dataclass(frozen=True, slots=True)
class _Index:
    """Names by their first word, made from one state of the catalogue."""

    entities: tuple[Entity, ...] = ()
    by_first: Mapping[str, list[tuple[tuple[str, ...], Entity]]] = field(default_factory=dict)
    by_name: Mapping[str, Entity] = field(default_factory=dict)
    by_form: Mapping[str, str] = field(default_factory=dict)
    terms: dict[str, frozenset[str]] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class CatalogueNames:
    """See `KnownNames`. Follows the catalogue; safe across threads, which at worst index twice."""

    catalogue: EntityCatalogue
    _names: "_Names | None" = field(default=None, init=False, repr=False)

    def current(self) -> "_Names":
        """Give the names of what is stored now."""
        entities = self.catalogue.entities()
        names = self._names
        if names is None or names.index.entities is not entities:
            names = _Names(catalogue=self.catalogue, index=_indexed(entities))
            self._names = names
        return names

    def find(self, text: str) -> tuple[SpokenName, ...]:
        """Find the known names of a text."""
        return self.current().find(text)

    def nearest(self, name: str) -> str:
        """Give the known name that a misspelt one means."""
        return self.current().nearest(name)

    def called(self, noun: str) -> str:
        """Give the only name that documents call so."""
        return self.current().called(noun)

    def support(self, name: str, asked: Sequence[str]) -> float:
        """Say which share of some terms the passages about a name hold."""
        return self.current().support(name, asked)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class _Names:
    """The names of one state of the catalogue."""

    catalogue: EntityCatalogue
    index: _Index

    def current(self) -> "_Names":
        """Give itself."""
        return self

    def find(self, text: str) -> tuple[SpokenName, ...]:
        """Find the known names of a text."""
        index = self.index
        tokens = [(found, "".join(words(found.group()))) for found in _TOKEN.finditer(text)]
        is_small = text[1:] == text[1:].lower()
        found: list[SpokenName] = []
        at = 0
        while at < len(tokens):
            size = 1
            for form, entity in index.by_first.get(tokens[at][1], ()):
                span = tokens[at : at + len(form)]
                if tuple(word for _, word in span) != form:
                    continue
                start, end = span[0][0].start(), span[-1][0].end()
                if _is_written(text[start:end], form, is_small=is_small, is_first=at == 0):
                    found.append(self._spoken(entity, text, start, end))
                    size = len(form)
                    break
            at += size
        return tuple(found)

    def nearest(self, name: str) -> str:
        """Give the known name that a misspelt one means, or the only one with all its words."""
        said = words(_ARTICLE.sub("", name))
        return self._holding(said) or self._misspelt(name)

    def _holding(self, said: Sequence[str]) -> str:
        """Give the only name with all words of "ocean cluster"; "" for none and several."""
        if len(said) < _FEWEST_HELD or not is_known((said[-1],)):
            return ""
        held = {
            entity.name
            for entity in self.index.entities
            if any(set(said) < set(form) for form in entity.forms)
        }
        return held.pop() if len(held) == 1 else ""

    def called(self, noun: str) -> str:
        """Give the only name that documents call so, in several words."""
        said = kind_words(_ARTICLE.sub("", noun))
        held = {entity.name for entity in self.index.entities if said in entity.kinds}
        return held.pop() if len(said) >= _FEWEST_HELD and len(held) == 1 else ""

    def _misspelt(self, name: str) -> str:
        plain = " ".join(words(name))
        if len(plain) < _SHORTEST_MISSPELT:
            return ""
        forms = self.index.by_form
        best = process.extractOne(plain, forms.keys(), scorer=OSA.distance, score_cutoff=_SLIPS)
        return forms[best[0]] if best and _is_slip(plain, best[0]) else ""

    def support(self, name: str, asked: Sequence[str]) -> float:
        """Say which share of some terms the passages about a name hold."""
        entity = self.index.by_name.get(name.casefold())
        if entity is None or not asked:
            return 0.0
        held = self._terms(entity)
        return sum(term in held for term in asked) / len(asked)

    def _spoken(self, entity: Entity, text: str, start: int, end: int) -> SpokenName:
        said = text[start:end]
        is_small = said == said.lower()
        place = _is_place(entity.kinds) or (
            not entity.kinds and said in self.catalogue.places() and not entity.own
        )
        return SpokenName(
            text=entity.name if is_small else said,
            start=start,
            end=end,
            kinds=entity.kinds | _kinds_in(entity.forms),
            is_known=True,
            is_place=place,
        )

    def _terms(self, entity: Entity) -> frozenset[str]:
        """All terms of the passages about an entity, kept once read."""
        kept = self.index.terms
        if entity.name not in kept:
            passages = (
                passage
                for document_id, ordinals in entity.own.items()
                for passage in self.catalogue.source.passages_of(document_id)
                if passage.ordinal in ordinals
            )
            kept[entity.name] = frozenset(
                term for passage in passages for term in terms(passage.text)
            )
        return kept[entity.name]


def _kinds_in(forms: Iterable[tuple[str, ...]]) -> frozenset[Kind]:
    """Kinds that names hold: a "Mentor Network for Entrepreneurs" is a network."""
    return frozenset(
        (word,) for form in forms if len(form) > 1 for word in form if is_known((word,))
    )


def _indexed(entities: tuple[Entity, ...]) -> _Index:
    by_first: dict[str, list[tuple[tuple[str, ...], Entity]]] = {}
    by_name: dict[str, Entity] = {}
    by_form: dict[str, str] = {}
    for entity in entities:
        by_name[entity.name.casefold()] = entity
        for form in entity.forms:
            if len(form) == 1 and (is_known(form) or _is_cut_short(form, entity)):
                continue
            by_first.setdefault(form[0], []).append((form, entity))
            by_form.setdefault(" ".join(form), entity.name)
        for fact in entity.facts:
            for written in (fact.name.name, *fact.name.aliases):
                by_name.setdefault(written.casefold(), entity)
    for forms in by_first.values():
        forms.sort(key=lambda each: -len(each[0]))
    return _Index(entities=entities, by_first=by_first, by_name=by_name, by_form=by_form)


def _is_slip(typed: str, meant: str) -> bool:
    """Whether no short word is another: "green loan" is not Green Leap."""
    said, known = typed.split(), meant.split()
    return len(said) != len(known) or all(
        OSA.distance(one, other) <= max(1, len(one) // _LETTERS_A_SLIP)
        for one, other in zip(said, known, strict=True)
    )


def _is_cut_short(form: tuple[str, ...], entity: Entity) -> bool:
    """Whether a word is what stands before "at" in a name: "women" is not Women at the Helm."""
    return any(STOP_WORDS.intersection(other[1:2]) and other[:1] == form for other in entity.forms)


def _is_written(said: str, form: tuple[str, ...], *, is_small: bool, is_first: bool) -> bool:
    """Whether words are written as a name: with capitals, or all small where everything is."""
    if any(letter.isupper() for letter in (said[1:] if is_first else said)):
        return True
    if is_first and said[:1].isupper() and (len(form) > 1 or not is_known(form)):
        return True
    if len(form) >= _LONG_FORM:
        return True
    return is_small and (len(form) > 1 or len(said) >= _SHORTEST_KNOWN) and not is_known(form)


def _is_place(kinds: frozenset[Kind]) -> bool:
    return bool(kinds) and all(kind[-1] in _PLACES for kind in kinds)
