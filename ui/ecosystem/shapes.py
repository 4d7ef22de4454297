"""The shape of each kind and the sample of each line, as SVG; their colours are in `map.css`."""

from collections.abc import Mapping, Sequence
from math import cos, pi, sin

from assistant.ecosystem.model import NodeKind, Relation


def _polygon(corners: int, turn: float = 0.0, stretch: float = 1.0) -> str:
    angles = [turn + at * 2 * pi / corners for at in range(corners)]
    return _path([(stretch * sin(angle), -stretch * cos(angle)) for angle in angles])


def _star() -> str:
    reach = [1.2, 0.55] * 5
    return _path([(r * sin(at * pi / 5), -r * cos(at * pi / 5)) for at, r in enumerate(reach)])


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.3f} {y:.3f}" for x, y in points) + "Z"


_ROUND = "M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z"

SHAPES: Mapping[NodeKind, str] = {
    NodeKind.FUNDER: _polygon(4, stretch=1.15),
    NodeKind.SUPPORT: _polygon(4, turn=pi / 4, stretch=1.2),
    NodeKind.NETWORK: _polygon(6, stretch=1.08),
    NodeKind.PROGRAMME: _polygon(3, stretch=1.25),
    NodeKind.RESEARCH: _polygon(5, stretch=1.12),
    NodeKind.COMPANY: _ROUND,
    NodeKind.PUBLIC: _polygon(3, turn=pi, stretch=1.25),
    NodeKind.EVENT: _star(),
    NodeKind.OTHER: "M1 .45L1-.45L-1-.45L-1 .45Z",
}
"""By kind, a closed path of about radius 1 around the origin."""


def shape_sample(kind: NodeKind) -> str:
    """Draw a kind's shape for the legend; decoration beside its name."""
    return (
        f'<svg class="sample k-{kind.value}" viewBox="-1.5 -1.5 3 3" aria-hidden="true">'
        f'<path class="shape" d="{SHAPES[kind]}"/></svg>'
    )


def line_sample(relation: Relation) -> str:
    """Draw a relation's line for the legend; decoration beside its name."""
    arrow = "" if relation.is_mutual else '<path class="arrow" d="M17 1.5L24 6L17 10.5Z"/>'
    return (
        f'<svg class="line-sample r-{relation.value}" viewBox="0 0 36 12" aria-hidden="true">'
        f'<path class="line" d="M1 6H35"/>{arrow}</svg>'
    )
