"""What the map of the ecosystem is made of: nodes, ties between them, and the quotes that say so.

All immutable. Nothing here reads text, draws or talks HTTP.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Protocol


class NodeKind(StrEnum):
    """What sort of thing a node is; few enough to tell apart in a picture."""

    FUNDER = "funder"
    SUPPORT = "support"
    NETWORK = "network"
    PROGRAMME = "programme"
    RESEARCH = "research"
    COMPANY = "company"
    PUBLIC = "public"
    EVENT = "event"
    OTHER = "other"


class Relation(StrEnum):
    """How the source of a tie stands to its target, strongest first.

    `PARTNER_OF` and `TOGETHER` hold in both directions. `MEMBER_OF` is said of those who take part,
    too, `RUN_BY` of owners and organisers, `PART_OF` of those who are based somewhere. `TOGETHER`
    says only that one sentence names both.
    """

    FUNDED_BY = "funded_by"
    SUPPORTED_BY = "supported_by"
    FOUNDED_BY = "founded_by"
    RUN_BY = "run_by"
    MEMBER_OF = "member_of"
    PARTNER_OF = "partner_of"
    PART_OF = "part_of"
    TOGETHER = "together"

    @property
    def is_mutual(self) -> bool:
        """Whether the tie reads the same in both directions."""
        return self in {Relation.PARTNER_OF, Relation.TOGETHER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Verbatim text that says a tie: `document.text[start:end]`.

    Attributes:
        document_id: Where it stands.
        title: The document's title, which may be what an "it" in the quote means.
        heading: The heading path above it; None at the top.
        start: First character, counted in the document's text.
        end: One past the last character.
        text: Exactly the document's text between.
        is_past: Whether it says that the tie was, rather than that it is.
    """

    document_id: str
    title: str
    heading: str | None
    start: int
    end: int
    text: str
    is_past: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document by its id and title."""

    document_id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An organisation, programme, funder or event.

    Attributes:
        node_id: Made of its name, so that it stays the same between builds.
        name: As the documents write it.
        kind: Its sort.
        said_kinds: What the documents call it: "deep tech incubator"; () when they do not say.
        document_id: The document about it; None when there is none.
        mentions: In how many sentences and list items it is named.
        other_names: Short forms and former names, as written; () for none.
        description: The sentence that says what it is; None where no sentence does.
        sources: The documents that tell of it, those about it first; () for none.
    """

    node_id: str
    name: str
    kind: NodeKind
    said_kinds: tuple[str, ...]
    document_id: str | None
    mentions: int
    other_names: tuple[str, ...] = ()
    description: Quote | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """That the node `source` stands in `relation` to the node `target`, with at least one quote."""

    source: str
    target: str
    relation: Relation
    quotes: tuple[Quote, ...]

    @property
    def is_past(self) -> bool:
        """Whether all that is said is that it once was so."""
        return all(quote.is_past for quote in self.quotes)

    def other(self, node_id: str) -> str:
        """Give the node at the other end."""
        return self.target if node_id == self.source else self.source


@dataclass(frozen=True, kw_only=True)
class EcosystemMap:
    """Nodes by name and ties by their ends; an empty one has neither."""

    nodes: tuple[Node, ...] = ()
    ties: tuple[Tie, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """The nodes by id."""
        return {node.node_id: node for node in self.nodes}

    @cached_property
    def ties_of(self) -> Mapping[str, tuple[Tie, ...]]:
        """The ties of each node, strongest relation first; no key for a node without."""
        found: dict[str, list[Tie]] = {}
        for tie in self.ties:
            found.setdefault(tie.source, []).append(tie)
            found.setdefault(tie.target, []).append(tie)
        order = {relation: at for at, relation in enumerate(Relation)}
        return {
            node_id: tuple(sorted(ties, key=lambda tie: order[tie.relation]))
            for node_id, ties in found.items()
        }


class EcosystemMaps(Protocol):
    """Gives the map as it is now."""

    def state(self) -> int:
        """A number that is another one when the map may be; cheap."""
        ...

    def current(self) -> EcosystemMap:
        """The map of the documents that are stored now; an empty one without documents."""
        ...


@dataclass(frozen=True, slots=True)
class NoMaps:
    """Where nothing is mapped: always empty."""

    def state(self) -> int:
        """Always the same."""
        return 0

    def current(self) -> EcosystemMap:
        """Give a map without nodes."""
        return EcosystemMap()
