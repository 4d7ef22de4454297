"""The entities that the stored documents speak of: names, kinds, and the passages about each.

Made from what is stored when first asked for and kept until that changes; only documents that
changed are read again, so it follows every document that comes or goes.
"""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.entities.entity import Entity
from assistant.entities.facts import facts_of
from assistant.entities.joining import join_facts
from assistant.entities.kinds import is_asked_kind, known_kinds
from assistant.entities.mentions import NameIndex
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
