"""The picture as SVG: lines below, marks and names above; every word of a document is escaped.

Without a script it is a plain picture whose marks are links; `static/map.js` makes it move.
"""

from collections import Counter
from collections.abc import Iterator
from math import atan2, degrees, hypot

from assistant.ecosystem.model import Node, Tie
from ui.ecosystem.addresses import node_address
from ui.ecosystem.finding import findable
from ui.ecosystem.labelling import SCALES
from ui.ecosystem.lettering import LINE_HEIGHT
from ui.ecosystem.picture import Picture, Shown
from ui.ecosystem.shapes import SHAPES
from ui.language import Language
from ui.markup import escape
from ui.texts import load_texts

_CROWDED = ' class="crowded"'
_FULL_SIZE = SCALES.index(1.0)
# How far several ties of the same two bend apart.
_BEND = 26.0
# From the top of a line of text to its baseline.
_ASCENT = 11.5


def draw(picture: Picture, shown: Shown, language: Language, chosen: str | None = None) -> str:
    """Draw a picture.

    Args:
        picture: What to draw.
        shown: What of it; the rest is there, but hidden.
        language: Of the names for screen readers.
        chosen: The node that is marked; None for none.
    """
    texts = load_texts("map")
    layout = picture.layout
    scales = " ".join(str(scale) for scale in SCALES)
    height = layout.height if shown.strays else layout.tied_height
    return (
        f'<svg id="picture"{_CROWDED * picture.is_crowded} '
        f'viewBox="0 0 {layout.width:.0f} {height:.0f}" role="group" '
        f'aria-label="{texts.html(language, "picture_label")}" aria-describedby="picture-help" '
        f'data-scales="{scales}" data-width="{layout.width:.0f}" '
        f'data-height="{layout.height:.0f}"><g id="world">'
        f'<g class="ties">{"".join(_ties(picture, shown, language))}</g>'
        f'<g class="nodes">{"".join(_nodes(picture, shown, language, chosen))}</g></g></svg>'
    )


def _ties(picture: Picture, shown: Shown, language: Language) -> Iterator[str]:
    """Draw the lines; several between the same two bend apart."""
    drawn: Counter[frozenset[str]] = Counter()
    # What is named together lies below what is said.
    for tie in sorted(picture.ecosystem.ties, key=lambda tie: not tie.relation.is_mutual):
        pair = frozenset((tie.source, tie.target))
        is_off = not shown.has(tie, picture.ecosystem)
        yield _tie(picture, tie, drawn[pair], language, is_off=is_off)
        drawn[pair] += 1


def _tie(picture: Picture, tie: Tie, number: int, language: Language, *, is_off: bool) -> str:
    one, other = picture.layout.places[tie.source], picture.layout.places[tie.target]
    dx, dy = other.x - one.x, other.y - one.y
    length = hypot(dx, dy) or 1.0
    # 0, then to either side in turn; which side does not depend on the direction.
    side = 1 if tie.source < tie.target else -1
    bend = _BEND * ((number + 1) // 2) * (1 if number % 2 else -1) * side
    middle_x = (one.x + other.x) / 2 - dy / length * bend
    middle_y = (one.y + other.y) / 2 + dx / length * bend
    path = f"M{one.x:.1f} {one.y:.1f}Q{middle_x:.1f} {middle_y:.1f} {other.x:.1f} {other.y:.1f}"
    arrow = ""
    if not tie.relation.is_mutual:
        # A little beyond the middle of the curve, where neither end hides it.
        at = 0.58
        x = (1 - at) ** 2 * one.x + 2 * at * (1 - at) * middle_x + at**2 * other.x
        y = (1 - at) ** 2 * one.y + 2 * at * (1 - at) * middle_y + at**2 * other.y
        angle = degrees(atan2(dy, dx))
        arrow = (
            f'<g transform="translate({x:.1f} {y:.1f}) rotate({angle:.1f})">'
            '<path class="arrow still" d="M-5-4.5L5 0L-5 4.5Z"/></g>'
        )
    classes = f"tie r-{tie.relation.value}" + " past" * tie.is_past + " off" * is_off
    return (
        f'<g class="{classes}" data-relation="{tie.relation.value}" '
        f'data-source="{escape(tie.source)}" data-target="{escape(tie.target)}">'
        f"<title>{_told(picture, tie, language)}</title>"
        f'<path class="line" d="{path}"/>{arrow}</g>'
    )


def _told(picture: Picture, tie: Tie, language: Language) -> str:
    """Say a tie in words, for those who point at its line."""
    by_id = picture.ecosystem.by_id
    relation = load_texts("map").html(language, f"relation_{tie.relation.value}")
    return f"{escape(by_id[tie.source].name)} – {relation} – {escape(by_id[tie.target].name)}"


def _nodes(picture: Picture, shown: Shown, language: Language, chosen: str | None) -> Iterator[str]:
    # Drawn last is on top: the best tied.
    for node in reversed(picture.order):
        yield _node(picture, node, language, shown=shown, is_chosen=node.node_id == chosen)


def _node(
    picture: Picture, node: Node, language: Language, *, shown: Shown, is_chosen: bool
) -> str:
    texts = load_texts("map")
    place, label = picture.layout.places[node.node_id], picture.labels[node.node_id]
    count = len(picture.ecosystem.ties_of.get(node.node_id, ()))
    kind = texts.say(language, f"kind_{node.kind.value}")
    spoken = texts.html(language, "node_label", name=node.name, kind=kind, count=count)
    classes = ["node", f"k-{node.kind.value}"]
    classes += ["off"] * (not shown.has_node(node, picture)) + ["chosen"] * is_chosen
    classes += ["stray"] * place.is_stray + ["named"] * (label.tier <= _FULL_SIZE)
    lines = "".join(
        f'<tspan x="{label.dx:.1f}" y="{label.dy + _ASCENT + LINE_HEIGHT * at:.1f}">'
        f"{escape(line)}</tspan>"
        for at, line in enumerate(place.lettering.lines)
    )
    return (
        f'<a class="{" ".join(classes)}" href="{escape(node_address(node.node_id))}" '
        f'aria-label="{spoken}" data-id="{escape(node.node_id)}" data-kind="{node.kind.value}" '
        f'data-name="{escape(node.name)}" data-find="{escape(findable(node))}" '
        f'data-tier="{label.tier}" data-x="{place.x}" '
        f'data-y="{place.y}" data-box="{label.dx:.1f} {label.dy:.1f} '
        f'{place.lettering.width:.1f} {place.lettering.height:.1f}" '
        f'transform="translate({place.x} {place.y})">'
        f'<g class="mark"><circle class="ring" r="{place.radius + 5}"/>'
        f'<path class="shape" d="{SHAPES[node.kind]}" transform="scale({place.radius})"/></g>'
        f'<text class="label still" aria-hidden="true">{lines}</text></a>'
    )
