"""A part of the map: some kinds, some relations, the neighbourhood of one node."""

from collections.abc import Collection
from dataclasses import dataclass

from assistant.ecosystem.model import EcosystemMap, NodeKind, Relation
from assistant.errors import UnknownNode


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is asked for of a map; without anything, all of it.

    Attributes:
        kinds: Kinds of nodes to keep; () for all.
        relations: Relations to keep; () for all.
        around: The id of the node in the middle; None for all nodes.
        depth: How many ties away from the middle nodes may be.
    """

    kinds: Collection[NodeKind] = ()
    relations: Collection[Relation] = ()
    around: str | None = None
    depth: int = 1


def select(ecosystem: EcosystemMap, selection: Selection) -> EcosystemMap:
    """Give the part of a map that is asked for; ties whose ends are both kept.

    The node in the middle is kept whatever its kind.

    Raises:
        UnknownNode: The map has no node with the id of the middle.
    """
    middle = selection.around
    if middle is not None and middle not in ecosystem.by_id:
        raise UnknownNode(middle)
    ties = [
        tie
        for tie in ecosystem.ties
        if not selection.relations or tie.relation in selection.relations
    ]
    kept = {
        node.node_id
        for node in ecosystem.nodes
        if not selection.kinds or node.kind in selection.kinds or node.node_id == middle
    }
    if middle is not None:
        ends = [(tie.source, tie.target) for tie in ties]
        near = {middle}
        for _ in range(selection.depth):
            near |= {end for pair in ends if near & set(pair) for end in pair if end in kept}
        kept &= near
    return EcosystemMap(
        nodes=tuple(node for node in ecosystem.nodes if node.node_id in kept),
        ties=tuple(tie for tie in ties if tie.source in kept and tie.target in kept),
    )
