"""Ecosystem maps of any size, made up: a few hubs, many small ones, names of all lengths."""

import random
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.ecosystem.model import EcosystemMap, Node, NodeKind, Quote, Relation, Tie

_LONG_SECONDS = 30.0
_FIRST = (
    "Alba", "Borea", "Cirrus", "Delta", "Ember", "Fjord", "Gale", "Halo", "Isbre", "Juniper",
    "Kelp", "Lumen", "Mistral", "Norr", "Onda", "Pelagia", "Quay", "Rosen", "Sund", "Tindra",
)  # fmt: skip
_SECOND = (
    "Bay", "Coast", "Harbour", "Health", "Materials", "Ocean", "Region", "Valley", "Food",
    "Energy", "Robotics and Automation", "Life Science", "Digital",
)  # fmt: skip
_LAST = {
    NodeKind.FUNDER: "Foundation",
    NodeKind.SUPPORT: "Science Park",
    NodeKind.NETWORK: "Cluster",
    NodeKind.PROGRAMME: "Accelerator Programme",
    NodeKind.RESEARCH: "University",
    NodeKind.COMPANY: "AB",
    NodeKind.PUBLIC: "Municipality",
    NodeKind.EVENT: "Days",
    NodeKind.OTHER: "Association of Local Authorities",
}


@dataclass(frozen=True, slots=True)
class FixedMaps:
    """Always gives the same map."""

    ecosystem: EcosystemMap

    def state(self) -> int:
        """Never another one."""
        return 0

    def current(self) -> EcosystemMap:
        """Give it."""
        return self.ecosystem


@dataclass(slots=True)
class SlowMaps:
    """Gives a map when it is let go."""

    ecosystem: EcosystemMap
    changes: int = 0
    built: int = 0
    may_go_on: threading.Event = field(default_factory=threading.Event)

    def state(self) -> int:
        """How often something changed."""
        return self.changes

    def current(self) -> EcosystemMap:
        """Give it, once that is allowed."""
        assert self.may_go_on.wait(_LONG_SECONDS)
        self.built += 1
        return self.ecosystem


def make_node(node_id: str, name: str, kind: NodeKind = NodeKind.COMPANY) -> Node:
    """Make a node that has a document."""
    return Node(
        node_id=node_id,
        name=name,
        kind=kind,
        said_kinds=(kind.value,),
        document_id=f"document-{node_id}",
        mentions=3,
    )


def make_tie(source: Node, target: Node, relation: Relation, text: str = "") -> Tie:
    """Make a tie with one quote."""
    said = text or f"{source.name} is tied to {target.name}."
    quote = Quote(
        document_id=f"document-{source.node_id}",
        title=source.name,
        heading="Ties",
        start=10,
        end=10 + len(said),
        text=said,
    )
    first, second = source.node_id, target.node_id
    if relation.is_mutual:
        first, second = sorted((first, second))
    return Tie(source=first, target=second, relation=relation, quotes=(quote,))


def ecosystem_of(count: int, *, seed: int = 5) -> EcosystemMap:
    """Make a map of so many nodes; those made first are tied to most (Barabási and Albert)."""
    chance = random.Random(seed)
    nodes = [_node(number, chance) for number in range(count)]
    ends: list[int] = [0]
    ties: dict[tuple[str, str, Relation], Tie] = {}
    for number in range(1, count):
        # One in twelve is tied to nobody.
        for _ in range(0 if number % 12 == 0 else chance.choice((1, 1, 1, 2, 2, 3))):
            other = chance.choice(ends)
            relation = chance.choice((*Relation, Relation.TOGETHER, Relation.TOGETHER))
            if other != number:
                tie = make_tie(nodes[number], nodes[other], relation)
                ties[tie.source, tie.target, tie.relation] = tie
                ends += [number, other, other]
    return sorted_map(nodes, list(ties.values()))


def sorted_map(nodes: Sequence[Node], ties: Sequence[Tie]) -> EcosystemMap:
    """Put nodes and ties in the order of a built map."""
    return EcosystemMap(
        nodes=tuple(sorted(nodes, key=lambda node: node.name.casefold())),
        ties=tuple(sorted(ties, key=lambda tie: (tie.source, tie.target, tie.relation))),
    )


def renamed(ecosystem: EcosystemMap, names: Sequence[str]) -> EcosystemMap:
    """Give the first nodes of a map other names, the ids staying as they are."""
    nodes = [
        replace(node, name=names[at]) if at < len(names) else node
        for at, node in enumerate(ecosystem.nodes)
    ]
    return EcosystemMap(nodes=tuple(nodes), ties=ecosystem.ties)


def _node(number: int, chance: random.Random) -> Node:
    kind = list(NodeKind)[number % len(NodeKind)]
    words = [_FIRST[number % len(_FIRST)], chance.choice(_SECOND), _LAST[kind]]
    # Short ones, too: "Kelp 41".
    name = " ".join(words if number % 3 else words[:1])
    return make_node(f"node-{number}", f"{name} {number}", kind)
