"""The entities that the stored documents speak of: names, kinds, and the passages about each.

Made from what is stored when first asked for and kept until that changes; only documents that
changed are read again, so it follows every document that comes or goes.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.entities.facts import facts_of
from assistant.entities.kinds import is_asked_kind, is_of_kind, known_kinds
from assistant.entities.mentions import Named, NameIndex
from assistant.entities.names import form_of
from assistant.entities.places import places_in
from assistant.entities.statements import Fact, Kind, kind_in_name
from index.passage import Passage
from index.records import StoredDocument


class EntitySource(Protocol):
    """What is stored, as the entity catalogue reads it; `index.catalogue.Catalogue` is one."""

    def state(self) -> int:
        """A number that grows with every change."""
        ...

    def documents(self) -> tuple[StoredDocument, ...]:
        """All documents without their texts."""
        ...

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """A document's passages in order; () when it is not stored."""
        ...

    def search_text(self, expression: str, top_k: int) -> list[tuple[int, float]]:
        """Numbers of passages that match an FTS5 expression, best first, with scores."""
        ...

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        """Passages by number."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Named):
    """Something that the documents say what it is; its facts are the surest first.

    Attributes:
        kinds: All that it is said to be.
        own: By document, the ordinals of the passages that are about it.
    """

    kinds: frozenset[Kind]
    own: Mapping[str, frozenset[int]]

    @property
    def voices(self) -> frozenset[str]:
        """Documents in which it is who says "we"."""
        return frozenset(fact.document_id for fact in self.facts if fact.is_voice)

    @property
    def regions(self) -> tuple[str, ...]:
        """Where it is, as front matter says."""
        return tuple(dict.fromkeys(fact.region for fact in self.facts if fact.region))


@dataclass(slots=True)
class EntityCatalogue:
    """Gives the entities of what is stored now. Safe across threads."""

    source: EntitySource
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)
    _state: int = field(default=-1, init=False)
    _read: dict[str, "_Read"] = field(default_factory=dict, init=False, repr=False)
    _entities: tuple[Entity, ...] = field(default=(), init=False, repr=False)
    _kinds: frozenset[Kind] = field(default=frozenset(), init=False, repr=False)
    _places: frozenset[str] = field(default=frozenset(), init=False, repr=False)
    _introduced: dict[tuple[str, int], list["Introduction"]] = field(
        default_factory=dict, init=False, repr=False
    )
    _names: NameIndex = field(default_factory=lambda: NameIndex(()), init=False, repr=False)

    def entities(self) -> tuple[Entity, ...]:
        """All entities by name; what changed since the last call is read first."""
        with self._lock:
            state = self.source.state()
            if state != self._state:
                self._follow()
                self._state = state
            return self._entities

    def kinds(self) -> frozenset[Kind]:
        """All nouns that can ask for a kind here: the known ones, and what texts say."""
        self.entities()
        return self._kinds

    def names(self) -> NameIndex:
        """What finds the entities that a text names."""
        self.entities()
        return self._names

    def places(self) -> frozenset[str]:
        """Capitalised words that texts put behind "in", "at" and the like, as written."""
        self.entities()
        return self._places

    def introduced_in(self, passage: Passage) -> Sequence["Introduction"]:
        """Where the text of a passage says what something is, in order."""
        self.entities()
        return self._introduced.get((passage.document_id, passage.ordinal), ())

    def of_kind(self, accepted: frozenset[Kind]) -> tuple[Entity, ...]:
        """The entities that are of an accepted kind, by name."""
        return tuple(each for each in self.entities() if is_asked_kind(each.kinds, accepted))

    def _follow(self) -> None:
        stored = self.source.documents()
        self._read = {each.document_id: self._current(each) for each in stored}
        self._entities = join_facts(fact for read in self._read.values() for fact in read.facts)
        self._names = NameIndex(self._entities)
        self._introduced = _introductions(self._entities)
        self._places = frozenset(place for read in self._read.values() for place in read.places)
        heads = {kind[-1:] for each in self._entities for kind in each.kinds}
        self._kinds = known_kinds() | heads

    def _current(self, stored: StoredDocument) -> "_Read":
        read = self._read.get(stored.document_id)
        if read is not None and read.content_hash == stored.content_hash:
            return read
        metadata = stored.metadata
        passages = self.source.passages_of(stored.document_id)
        facts = facts_of(
            stored.title,
            metadata.get("kind") or metadata.get("type") or metadata.get("category") or "",
            metadata.get("region") or metadata.get("location") or metadata.get("city") or "",
            passages,
        )
        places = frozenset(place for passage in passages for place in places_in(passage.text))
        return _Read(content_hash=stored.content_hash, facts=facts, places=places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """That a text says at `start`, an offset in its document, what the entity `name` is."""

    name: str
    start: int


def _introductions(entities: Iterable[Entity]) -> dict[tuple[str, int], list[Introduction]]:
    """Give by document and passage what is introduced there; a mere name introduces nothing."""
    found: dict[tuple[str, int], set[tuple[int, str]]] = {}
    for entity in entities:
        for fact in entity.facts:
            is_plain = not fact.is_defined and kind_in_name(fact.name.name) is not None
            if fact.statement is None or not fact.is_told or fact.is_voice or is_plain:
                continue
            key = (fact.document_id, fact.statement.passage.ordinal)
            found.setdefault(key, set()).add((fact.statement.start, entity.name))
    return {
        key: [Introduction(name=name, start=start) for start, name in sorted(each)]
        for key, each in found.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    content_hash: str
    facts: tuple[Fact, ...]
    places: frozenset[str]


def join_facts(facts: Iterable[Fact]) -> tuple[Entity, ...]:
    """Join what is said of the same name or short form into entities, by name."""
    groups: list[list[Fact]] = []
    by_form: dict[tuple[str, ...], list[Fact]] = {}
    for fact in facts:
        known = [by_form[form] for form in fact.name.forms if form in by_form]
        group = known[0] if known else []
        if not known:
            groups.append(group)
        for other in known[1:]:
            if other is not group:
                group += other
                other.clear()
        group.append(fact)
        for each in group:
            by_form.update(dict.fromkeys(each.name.forms, group))
    joined = [_entity(group) for group in groups if group]
    return tuple(sorted(_without_halves(joined), key=lambda each: each.name.casefold()))


def _entity(group: Sequence[Fact]) -> Entity:
    ordered = sorted(group, key=_sureness)
    names = [fact.name.name for fact in ordered]
    # The name that its own document uses, else the one used most; the longer of equals.
    name = max(names, key=lambda one: (one == names[0] and bool(ordered[0].own), names.count(one),
                                       len(one)))  # fmt: skip
    own: dict[str, frozenset[int]] = {}
    for fact in group:
        own[fact.document_id] = own.get(fact.document_id, frozenset()) | fact.own
    return Entity(
        name=_less_loud(name, names),
        forms=tuple(dict.fromkeys(form for fact in ordered for form in fact.name.forms)),
        kinds=frozenset(kind for fact in group for kind in fact.kinds),
        facts=tuple(ordered),
        own={document_id: ordinals for document_id, ordinals in own.items() if ordinals},
    )


def _less_loud(name: str, names: Sequence[str]) -> str:
    """Give a name in capitals as other places write it: "Pixel Dock" for "PIXEL DOCK"."""
    same = (each for each in names if each.casefold() == name.casefold() and not each.isupper())
    return next(same, name) if name.isupper() else name


def _sureness(fact: Fact) -> tuple[bool, bool, bool, int]:
    statement = fact.statement
    is_own = statement is not None and statement.passage.ordinal in fact.own
    return (not fact.region, not is_own, not fact.is_defined, statement.start if statement else 0)


def _without_halves(entities: Sequence[Entity]) -> list[Entity]:
    """Join "SmiLe" with "SmiLe Incubator", where nothing says that they are two."""
    by_form = {form: each for each in entities for form in each.forms}
    whole_of: dict[str, Entity] = {}
    for each in entities:
        wholes = {
            other.name: other
            for form, other in by_form.items()
            if other is not each and _is_half(each, other, form)
        }
        if len(wholes) == 1:
            whole_of[each.name] = next(iter(wholes.values()))
    kept: dict[str, list[Fact]] = {}
    for each in entities:
        target = whole_of.get(each.name)
        kept.setdefault(target.name if target else each.name, []).extend(each.facts)
    return [_entity(facts) for facts in kept.values()]


def _is_half(half: Entity, whole: Entity, form: tuple[str, ...]) -> bool:
    own = form_of(half.name)
    rest = form[len(own) :]
    is_alike = is_of_kind(half.kinds, whole.kinds) or is_of_kind(whole.kinds, half.kinds)
    is_part = own in {form[: len(own)], form[-len(own) :]} and bool(rest)
    if is_part and is_alike and not half.own and whole.own:
        return True
    is_end = form[-len(own) :] == own and bool(rest)
    if is_end and not any(fact.is_defined for fact in half.facts):
        return True
    if form[: len(own)] != own or not rest:
        return False
    if half.own and set(half.own) <= set(whole.own):
        return True
    if rest not in known_kinds():
        return not any(fact.is_defined for fact in half.facts) and is_alike
    if all(not fact.is_defined or fact.document_id in whole.own for fact in half.facts):
        return True
    return is_of_kind(half.kinds, whole.kinds | {rest})
