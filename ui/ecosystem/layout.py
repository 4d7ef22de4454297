"""Where each node of the map stands: those who are tied closely together, groups apart.

Groups are the communities of the graph (Louvain, Blondel et al. 2008); each is laid out by itself
(Kamada and Kawai 1989), and the groups among each other by their ties (Fruchterman and Reingold
1991). Parts that nothing ties to each other are packed side by side, and whom nothing ties stands
in rows below. Everything begins from fixed seeds and sorted ids, so that one map gives one picture.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import networkx as nx
import numpy as np

from assistant.ecosystem.model import EcosystemMap, Relation
from ui.ecosystem.lettering import Lettering, lettering
from ui.ecosystem.packing import pack
from ui.ecosystem.separating import Points, packed

_SEED = 11
# How strongly a tie pulls; being named together says little.
_TIED, _TOGETHER = 1.0, 0.12
_MARGIN = 60.0
_BETWEEN_GROUPS, _BETWEEN_PARTS = 34.0, 26.0
# Half of the least room around a mark, and what is kept free around a label.
_LEAST_HALF = 24.0
_AIR = 7.0
# How much wider than high pictures should be, and what is tried to make them so.
_WIDE_AS_HIGH = 1.45
_STRETCHES = (0.6, 1.0, 1.5, 2.2)
_MANY_GROUPS = 25
_MOST_DRAWN = 1.8
_MOST_FOR_SPRINGS = 70
_BAND_CELL = (170.0, 54.0)
_ABOVE_ROWS = _MARGIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a node stands, its mark's radius, and its name as written; in pixels at full size.

    A stray is one whom no tie that is drawn at first ties to anybody.
    """

    x: float
    y: float
    radius: float
    lettering: Lettering
    is_stray: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Places by node, and the size of the picture that holds them.

    `tied_height` is how much of it, from above, holds all but the strays; 0 where all are strays.
    """

    places: Mapping[str, Place]
    width: float
    height: float
    tied_height: float

    @property
    def strays(self) -> int:
        """How many stand below the picture of those who are tied."""
        return sum(place.is_stray for place in self.places.values())


def lay_out(ecosystem: EcosystemMap, drawn: frozenset[Relation] = frozenset(Relation)) -> Layout:
    """Find a place for every node; the same map always gives the same places.

    Args:
        ecosystem: The map.
        drawn: The relations that are drawn at first; the others tie nobody here.
    """
    ids = sorted(node.node_id for node in ecosystem.nodes)
    graph = _graph(ecosystem, ids, drawn)
    sizes = [_radius(graph, at) for at in range(len(ids))]
    letters = [lettering(ecosystem.by_id[node_id].name) for node_id in ids]
    halves = np.array(
        [
            (
                max(_LEAST_HALF, each.width / 2 + _AIR),
                max(_LEAST_HALF, radius + each.height / 2 + _AIR),
            )
            for each, radius in zip(letters, sizes, strict=True)
        ]
    ).reshape(-1, 2)
    tied = [at for at in graph if graph.degree(at)]
    strays = [at for at in graph if not graph.degree(at)]
    points = np.zeros((len(ids), 2))
    if tied:
        points[tied] = _tied_points(graph.subgraph(tied), halves)[tied]
    low, high = _bounds(points[tied], halves[tied]) if tied else (np.zeros(2), np.array([900, 0]))
    below = float(high[1]) - float(low[1]) + 2 * _MARGIN if tied else 0.0
    points[strays] = _in_rows(len(strays), low, high)
    low, high = _bounds(points, halves) if ids else (np.zeros(2), np.zeros(2))
    shifted = points - low + _MARGIN
    # The mark stands above its name; together they stand around the point.
    places = {
        node_id: Place(
            x=round(float(shifted[at, 0]), 1),
            y=round(float(shifted[at, 1]) - letters[at].height / 2, 1),
            radius=sizes[at],
            lettering=letters[at],
            is_stray=not graph.degree(at),
        )
        for at, node_id in enumerate(ids)
    }
    size = high - low + 2 * _MARGIN
    return Layout(
        places=places,
        width=round(float(size[0])),
        height=round(float(size[1])),
        tied_height=round(below),
    )


def _in_rows(count: int, low: Points, high: Points) -> Points:
    """Give places in rows of equal cells, as wide as what stands above them and in its middle."""
    columns = max(1, min(count, int(max(float(high[0] - low[0]), 600.0) // _BAND_CELL[0])))
    left = (low[0] + high[0] - columns * _BAND_CELL[0]) / 2
    row, column = np.divmod(np.arange(count), columns)
    return np.column_stack(
        [
            left + (column + 0.5) * _BAND_CELL[0],
            high[1] + _ABOVE_ROWS + (row + 0.5) * _BAND_CELL[1],
        ]
    )


def _graph(
    ecosystem: EcosystemMap, ids: Sequence[str], drawn: frozenset[Relation]
) -> "nx.Graph[int]":
    """Make the graph; nodes are numbers, whose order in sets is always the same."""
    number = {node_id: at for at, node_id in enumerate(ids)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(ids)))
    for tie in ecosystem.ties:
        if tie.relation not in drawn:
            continue
        one, other = sorted((number[tie.source], number[tie.target]))
        pull = _TOGETHER if tie.relation is Relation.TOGETHER else _TIED
        before = graph.get_edge_data(one, other, {"weight": 0.0})["weight"]
        graph.add_edge(one, other, weight=before + pull)
    return graph


def _radius(graph: "nx.Graph[int]", at: int) -> float:
    """Give the size of a mark: by what it is tied to, so that hubs are seen from afar."""
    pull = float(graph.degree(at, weight="weight"))
    return round(min(18.0, 6.0 + 1.9 * sqrt(pull)), 1)


def _tied_points(graph: "nx.Graph[int]", halves: Points) -> Points:
    """Lay out each part that hangs together, and pack the parts."""
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=_by_size)
    points = np.zeros((len(halves), 2))
    sizes = np.zeros((len(parts), 2))
    for number, part in enumerate(parts):
        inner = _part_points(graph.subgraph(part), halves)[part]
        low, high = _bounds(inner, halves[part])
        points[part] = inner - (low + high) / 2
        sizes[number] = high - low + _BETWEEN_PARTS
    middles = pack(sizes, range(len(parts)), _WIDE_AS_HIGH)
    for number, part in enumerate(parts):
        points[part] += middles[number]
    tied = list(graph)
    points[tied] = _filling(points[tied], halves[tied])
    return points


def _filling(points: Points, halves: Points) -> Points:
    """Draw apart what is too wide or too high for a frame, so that names get that room."""
    low, high = _bounds(points, halves)
    too_wide = float(high[0] - low[0]) / float(high[1] - low[1]) / _WIDE_AS_HIGH
    along, across = min(max(1 / too_wide, 1.0), _MOST_DRAWN), min(max(too_wide, 1.0), _MOST_DRAWN)
    return points * [along, across]


def _by_size(members: Sequence[int]) -> tuple[int, Sequence[int]]:
    return -len(members), members


def _part_points(graph: "nx.Graph[int]", halves: Points) -> Points:
    """Lay out those who hang together: each group by itself, and the groups by their ties."""
    found = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    groups = sorted((sorted(group) for group in found), key=_by_size)
    middles = _middles(graph, groups)
    points = np.zeros((len(halves), 2))
    boxes = np.zeros((len(groups), 2))
    for number, group in enumerate(groups):
        inner = _group_points(graph.subgraph(group), group, halves)
        inner = _turned(graph, group, inner, groups, middles, number)
        inner = packed(inner, halves[group])
        low, high = _bounds(inner, halves[group])
        points[group] = inner - (low + high) / 2
        boxes[number] = (high - low + _BETWEEN_GROUPS) / 2
    apart = _best_packed(middles, boxes)
    for number, group in enumerate(groups):
        points[group] += apart[number]
    return points


def _middles(graph: "nx.Graph[int]", groups: Sequence[Sequence[int]]) -> Points:
    """Give where groups stand to each other, within a square around zero."""
    group_of = {at: number for number, group in enumerate(groups) for at in group}
    between: nx.Graph[int] = nx.Graph()
    between.add_nodes_from(range(len(groups)))
    for one, other, weight in graph.edges(data="weight"):
        ends = sorted((group_of[one], group_of[other]))
        if ends[0] != ends[1]:
            before = between.get_edge_data(*ends, {"weight": 0.0})["weight"]
            between.add_edge(*ends, weight=before + weight)
    if len(groups) == 1:
        return np.zeros((1, 2))
    found = nx.spring_layout(between, seed=_SEED, iterations=200, weight="weight")
    return np.array([found[number] for number in range(len(groups))], dtype=np.float64)


def _best_packed(middles: Points, boxes: Points) -> Points:
    """Put groups beside each other so that the whole fills a frame best.

    They begin near each other, since pushing apart takes only what it needs.
    """
    side = float(np.sqrt((boxes[:, 0] * boxes[:, 1] * 4).sum())) * 0.42
    best, fits = middles, 0.0
    # Pushing many apart takes long; trying several ways would take several times as long.
    for stretch in _STRETCHES if len(boxes) < _MANY_GROUPS else _STRETCHES[1:2]:
        tried = packed(middles * [side * stretch, side], boxes)
        low, high = _bounds(tried, boxes)
        fit = min(_WIDE_AS_HIGH / float(high[0] - low[0]), 1 / float(high[1] - low[1]))
        if fit > fits:
            best, fits = tried, fit
    return best


def _group_points(graph: "nx.Graph[int]", group: Sequence[int], halves: Points) -> Points:
    if len(group) == 1:
        return np.zeros((1, 2))
    if len(group) <= _MOST_FOR_SPRINGS:
        found = nx.kamada_kawai_layout(graph, weight=None)
    else:
        found = nx.spring_layout(graph, seed=_SEED, iterations=80, weight="weight")
    inner = np.array([found[at] for at in group], dtype=np.float64)
    side = float(np.sqrt((halves[list(group)].prod(axis=1) * 4).sum()))
    return inner * [side * 0.75, side * 0.45]


def _turned(
    graph: "nx.Graph[int]",
    group: Sequence[int],
    inner: Points,
    groups: Sequence[Sequence[int]],
    middles: Points,
    number: int,
) -> Points:
    """Turn or mirror a group so that those tied to other groups stand towards them."""
    group_of = {at: which for which, members in enumerate(groups) for at in members}
    pulls = np.zeros_like(inner)
    for place, at in enumerate(group):
        for other in graph.neighbors(at):
            if group_of[other] != number:
                pulls[place] += middles[group_of[other]] - middles[number]
    best, chosen = -np.inf, inner
    for mirror in (1.0, -1.0):
        for quarter in range(8):
            angle = quarter * np.pi / 4
            turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
            moved = (inner * [mirror, 1.0]) @ turn.T
            gain = float((moved * pulls).sum())
            if gain > best + 1e-9:
                best, chosen = gain, moved
    return chosen


def _bounds(points: Points, halves: Points) -> tuple[Points, Points]:
    return (points - halves).min(axis=0), (points + halves).max(axis=0)
