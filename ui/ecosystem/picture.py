"""The map laid out: places, labels and order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.ecosystem.model import EcosystemMap, Node, NodeKind, Relation, Tie
from ui.ecosystem.labelling import Label, place_labels
from ui.ecosystem.layout import Layout, lay_out

CROWDED_FROM = 60
"""With more nodes than this, being named together is not drawn until asked for, nor are strays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A map with a place for everything."""

    ecosystem: EcosystemMap
    layout: Layout
    labels: Mapping[str, Label]
    order: tuple[Node, ...]

    @property
    def is_crowded(self) -> bool:
        """Whether there is too much to draw all at first."""
        return len(self.ecosystem.nodes) > CROWDED_FROM

    @property
    def hides_strays(self) -> bool:
        """Whether those without a tie are left out until asked for."""
        return self.is_crowded and 0 < self.layout.strays < len(self.ecosystem.nodes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What of a picture is drawn, as a visitor chose."""

    kinds: frozenset[NodeKind]
    relations: frozenset[Relation]
    strays: bool

    @classmethod
    def chosen(
        cls,
        picture: Picture,
        kinds: Sequence[str],
        relations: Sequence[str],
        *,
        strays: bool = False,
    ) -> "Shown":
        """Read a choice; what is unknown counts for nothing, and no choice is the usual one."""
        known_kinds = frozenset(kind for kind in NodeKind if kind.value in kinds)
        known = frozenset(each for each in Relation if each.value in relations)
        is_choice = bool(known_kinds or known)
        return cls(
            kinds=known_kinds or frozenset(NodeKind),
            relations=known or drawn_at_first(picture.ecosystem),
            strays=strays or not (is_choice or picture.hides_strays),
        )

    def has(self, tie: Tie, ecosystem: EcosystemMap) -> bool:
        """Whether a tie is drawn: its relation and both its ends are."""
        ends = (ecosystem.by_id[tie.source], ecosystem.by_id[tie.target])
        return tie.relation in self.relations and all(node.kind in self.kinds for node in ends)

    def has_node(self, node: Node, picture: Picture) -> bool:
        """Whether a node is drawn: a stray only if strays are, or one of its ties is."""
        if node.kind not in self.kinds:
            return False
        ties = picture.ecosystem.ties_of.get(node.node_id, ())
        is_stray = picture.layout.places[node.node_id].is_stray
        return self.strays or not is_stray or any(self.has(tie, picture.ecosystem) for tie in ties)


def drawn_at_first(ecosystem: EcosystemMap) -> frozenset[Relation]:
    """Give the relations that are drawn until somebody chooses others."""
    is_crowded = len(ecosystem.nodes) > CROWDED_FROM
    return frozenset(Relation) - ({Relation.TOGETHER} if is_crowded else set())


def compose(ecosystem: EcosystemMap) -> Picture:
    """Lay out a map and place its labels; those that are tied to most come first."""
    layout = lay_out(ecosystem, drawn_at_first(ecosystem))
    order = sorted(
        ecosystem.nodes,
        key=lambda node: (-_weight(ecosystem, node), -node.mentions, node.node_id),
    )
    labels = place_labels(layout, [node.node_id for node in order])
    return Picture(ecosystem=ecosystem, layout=layout, labels=labels, order=tuple(order))


def _weight(ecosystem: EcosystemMap, node: Node) -> float:
    ties = ecosystem.ties_of.get(node.node_id, ())
    said = sum(tie.relation is not Relation.TOGETHER for tie in ties)
    return said + 0.1 * (len(ties) - said)
