"""Puts what all documents say together: one node a name, one tie for all that say the same."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from assistant.ecosystem.describing import description_of, other_names_of, sources_of
from assistant.ecosystem.masking import Party
from assistant.ecosystem.model import EcosystemMap, Node, NodeKind, Quote, Relation, Tie
from assistant.ecosystem.node_kinds import (
    is_person,
    kind_nouns,
    kind_of_nouns,
    node_kind,
    said_kinds,
)
from assistant.ecosystem.outside_names import names_no_body
from assistant.ecosystem.quoting import NamedTogether
from assistant.ecosystem.reading import (
    DocumentReader,
    DocumentReading,
    SaidTie,
    documents_by_id,
)
from assistant.entities.entity import Entity
from assistant.entities.identity import body_form
from assistant.entities.kinds import RELATIONS, kind_words
from assistant.entities.names import form_of
from assistant.entities.titles import names_a_page
from index.passage import Passage

MOST_QUOTES = 6
"""Quotes kept for a tie; more of the same would only be long."""

# A sentence that names many is a list in prose, which ties nobody to everybody else.
_MOST_TOGETHER = 6
_IS_REGION = re.compile(r"^Region\s|\sRegion$")
# An event is no funder, founder or owner.
_ACTING = frozenset(
    {Relation.FUNDED_BY, Relation.FOUNDED_BY, Relation.RUN_BY, Relation.SUPPORTED_BY}
)


# Without a tie, what a page is about is shown if it is some sort of thing: no page of news.
_SHOWN_ALONE = frozenset(NodeKind) - {NodeKind.OTHER}


def build_map(
    entities: Sequence[Entity], places: frozenset[str], documents: Iterable[Sequence[Passage]]
) -> EcosystemMap:
    """Build the map of what documents say.

    Args:
        entities: Those of the entity catalogue.
        places: Words that the documents use as places.
        documents: The passages of each document, in order.
    """
    shown = [entity for entity in entities if is_shown(entity)]
    reader = DocumentReader(shown, places)
    building = _Building(entities={entity.name: entity for entity in shown})
    for passages in documents:
        building.take(reader.read(passages))
    return building.finish()


def is_shown(entity: Entity) -> bool:
    """Whether an entity is one for the map: no person, page about others, or part of a phrase."""
    folded = form_of(entity.name)
    is_given = any(fact.is_given for fact in entity.facts)
    if names_a_page(entity.name) and not is_given:
        return False
    if is_person(entity.kinds) or names_no_body(entity.name):
        return False
    # "Companies" and "the Alliance" are called by what they are and named by nobody.
    if len(folded) == 1 and kind_words(entity.name)[-1] in kind_nouns():
        return False
    first = kind_words(" ".join(entity.name.split()[:2]))
    if {first[-1:], first[:1]} & {(noun,) for noun in RELATIONS} and " of " in entity.name:
        return False
    return bool(entity.own) or not _is_attribute(entity)


def _is_attribute(entity: Entity) -> bool:
    """Whether a name only ever stands before a noun: "the ICT cluster", "the Lund region"."""
    said = [fact.statement.text for fact in entity.facts if fact.statement and not fact.is_defined]
    if not said or any(fact.is_defined for fact in entity.facts):
        return False
    nouns = {kind[-1] for kind in entity.kinds}
    return all(any(f"{entity.name} {noun}" in text for noun in nouns) for text in said)


@dataclass(slots=True)
class _Building:
    entities: Mapping[str, Entity]
    _ties: dict[tuple[str, str, Relation], list[Quote]] = field(default_factory=dict)
    _implied: set[tuple[str, int, int]] = field(default_factory=set)
    _outside: dict[str, list[Party]] = field(default_factory=dict)
    _spelled: dict[tuple[str, ...], str] = field(default_factory=dict)
    _mentions: Counter[str] = field(default_factory=Counter)
    _together: dict[tuple[str, str], list[Quote]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep names by the spelling of the catalogue where it holds them."""
        for name in self.entities:
            self._spelled.setdefault(body_form(name), name)

    def take(self, reading: DocumentReading) -> None:
        """Add what a document says."""
        for said in reading.ties:
            self._add(said)
        for named in reading.named:
            self._mentions.update({self._key(name) for name in named.names})
            self._add_together(named)

    def finish(self) -> EcosystemMap:
        """Give the map, the same however the documents are ordered."""
        ties = [
            Tie(source=source, target=target, relation=relation, quotes=self._best(quotes))
            for (source, target, relation), quotes in self._ties.items()
        ]
        tied = {frozenset((tie.source, tie.target)) for tie in ties}
        ties += [
            Tie(source=one, target=other, relation=Relation.TOGETHER, quotes=self._best(quotes))
            for (one, other), quotes in self._together.items()
            if frozenset((one, other)) not in tied
        ]
        ties.sort(key=lambda tie: (tie.source, tie.target, tie.relation))
        return EcosystemMap(nodes=tuple(self._nodes(ties)), ties=tuple(ties))

    def _add(self, said: SaidTie) -> None:
        source, target = self._key(said.source.name), self._key(said.target.name)
        relation = self._refined(said)
        # "Based in the Skåne Region" says where, not with whom.
        is_based = relation is Relation.PART_OF and not said.is_belonging
        is_place = is_based and _IS_REGION.search(said.target.name) is not None
        if source == target or relation is None or is_place:
            return
        for key, party in ((source, said.source), (target, said.target)):
            if key not in self.entities:
                self._outside.setdefault(key, []).append(party)
        if relation.is_mutual and node_id(source) > node_id(target):
            source, target = target, source
        quotes = self._ties.setdefault((node_id(source), node_id(target), relation), [])
        if said.quote not in quotes:
            quotes.append(said.quote)
        if not (said.source.is_said and said.target.is_said):
            self._implied.add((said.quote.document_id, said.quote.start, said.quote.end))

    def _refined(self, said: SaidTie) -> Relation | None:
        """Give the relation as the ends have it; None where they cannot stand in it."""
        target = self.entities.get(self._key(said.target.name))
        kind = node_kind(target) if target else NodeKind.OTHER
        if said.relation in _ACTING and kind is NodeKind.EVENT:
            return None
        is_joined = said.relation is Relation.PART_OF and said.is_belonging
        if is_joined and kind is NodeKind.NETWORK:
            return Relation.MEMBER_OF
        return said.relation

    def _add_together(self, named: NamedTogether) -> None:
        names = sorted({self._key(name) for name in named.names}, key=node_id)
        if len(names) <= _MOST_TOGETHER:
            for one, other in combinations(names, 2):
                quotes = self._together.setdefault((node_id(one), node_id(other)), [])
                if named.quote not in quotes:
                    quotes.append(named.quote)

    def _key(self, name: str) -> str:
        """Give the one spelling under which a name is kept."""
        if name in self.entities:
            return name
        return self._spelled.setdefault(body_form(name), name)

    def _best(self, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        """Give what is true now first, then what names both ends, then what is short."""

        def order(quote: Quote) -> tuple[bool, bool, int, str, int]:
            is_implied = (quote.document_id, quote.start, quote.end) in self._implied
            length = len(quote.text)
            return (quote.is_past, is_implied, length, quote.document_id, quote.start)

        return tuple(sorted(quotes, key=order)[:MOST_QUOTES])

    def _nodes(self, ties: Sequence[Tie]) -> list[Node]:
        documents = documents_by_id(list(self.entities.values()))
        tied = {end for tie in ties for end in (tie.source, tie.target)}
        nodes = [
            Node(
                node_id=node_id(name),
                name=name,
                kind=node_kind(entity),
                said_kinds=said_kinds(entity),
                document_id=documents.get(name),
                mentions=self._mentions[name],
                other_names=other_names_of(entity),
                description=description_of(entity),
                sources=sources_of(entity),
            )
            for name, entity in self.entities.items()
            if node_id(name) in tied or (name in documents and node_kind(entity) in _SHOWN_ALONE)
        ]
        nodes += [self._outside_node(name, said) for name, said in self._outside.items()]
        return sorted(nodes, key=lambda node: (node.name.casefold(), node.node_id))

    def _outside_node(self, name: str, said: Sequence[Party]) -> Node:
        nouns = [party.noun for party in said if party.noun]
        kind = kind_of_nouns(nouns[0]) if nouns else kind_of_nouns(name)
        written = Counter(party.name for party in said)
        return Node(
            node_id=node_id(name),
            # Of several spellings the one used most; of equals the shorter.
            name=max(written, key=lambda one: (written[one], -len(one), one)),
            kind=kind,
            said_kinds=(nouns[0],) if nouns else (),
            document_id=None,
            mentions=len({(party.start, party.end) for party in said}),
        )


def node_id(name: str) -> str:
    """Give the id of a name: its folded words.

    >>> node_id("The Bridge Forum"), node_id("Skåne Food & Innovation")
    ('bridge-forum', 'skane-food-innovation')
    """
    return "-".join(form_of(name))
