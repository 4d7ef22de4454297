"""From which size on each name is written beside its mark, so that no two ever overlap.

Names keep their size on the screen while the picture is made larger or smaller; the larger it is,
the more names have room. The best tied are written first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ui.ecosystem.layout import Layout, Place

SCALES = (
    0.06, 0.08, 0.1, 0.12, 0.15, 0.18, 0.21, 0.25, 0.3, 0.35, 0.42, 0.5, 0.6, 0.7, 0.85, 1.0, 1.4,
    2.0, 2.8, 4.0,
)  # fmt: skip
"""Sizes of the picture at which more names are written; 1 is full size."""

MARKS_SHRINK_BELOW, MARKS_LEAST = 0.6, 0.5
"""A picture smaller than this has smaller marks too, but none smaller than this part of its size.

`static/map-view.js` has the same numbers.
"""

_GAP = 3.0
_AIR = 2.0
# How much farther from its mark a name may stand, in pixels.
_FARTHER = (0.0, 12.0)
_DIAGONAL = 0.7
# How far a name may hang out of the picture, less than is left free around it.
_HANGING = 10.0
# What a window has for the picture, in pixels, and how much smaller other windows may be.
_WINDOW, _FARTHEST = (840.0, 570.0), 0.5
_SMALLER = 0.75
_SMALL_PICTURE = 0.7

Boxes = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name beside its mark, in screen pixels from the mark's middle.

    Attributes:
        dx: To the middle of the text.
        dy: To the top of the text.
        tier: The place in `SCALES` from which on it is written; their number if never.
    """

    dx: float
    dy: float
    tier: int


def place_labels(layout: Layout, order: Sequence[str]) -> Mapping[str, Label]:
    """Find for each node the smallest size at which its name has room.

    Args:
        layout: Where the nodes stand.
        order: All nodes, those whose names matter most first.
    """
    places = [layout.places[node_id] for node_id in order]
    middles = np.array([(each.x, each.y) for each in places]).reshape(-1, 2)
    if not places:
        return {}
    marks = np.stack([_marks(places, middles, scale) for scale in SCALES])
    # Filled as names find their place; what is not there is no number and overlaps nothing.
    taken = np.full((len(SCALES), len(places), 4), np.nan)
    count = 0
    labels: dict[str, Label] = {}
    for at, node_id in enumerate(order):
        in_the_way = _in_the_way(marks, places, at)
        frame = _frame(layout, places[at])
        label, boxes = _fitting(places[at], middles[at], in_the_way, taken[:, :count], frame)
        labels[node_id] = label
        if boxes is not None:
            taken[:, count] = boxes
            count += 1
    return labels


def boxes_at(
    layout: Layout, labels: Mapping[str, Label], scale: float
) -> Mapping[str, tuple[float, float, float, float]]:
    """Give the names written at a size as left, top, right, bottom, in screen pixels."""
    found = {}
    for node_id, label in labels.items():
        if label.tier < len(SCALES) and SCALES[label.tier] <= scale:
            place = layout.places[node_id]
            left, top, right, bottom = _box(place, label.dx, label.dy)
            x, y = place.x * scale, place.y * scale
            found[node_id] = (x + left, y + top, x + right, y + bottom)
    return found


def _frame(layout: Layout, place: Place) -> Boxes:
    """Give what holds a name at full size: the picture of those who are tied, or the rows below."""
    top = layout.tied_height if place.is_stray else 0.0
    bottom = layout.height if place.is_stray else layout.tied_height
    return np.array([0.0, top, layout.width, bottom])


def _fitting(
    place: Place, middle: Boxes, marks: Boxes, others: Boxes, frame: Boxes
) -> tuple[Label, Boxes | None]:
    positions = _positions(place)
    boxes = np.stack([_over_scales(middle, _box(place, dx, dy)) for dx, dy in positions])
    # A name that hangs out of a whole picture would make all of it smaller.
    scales = np.array(SCALES)
    edges = scales[:, None] * frame + [-_HANGING, -_HANGING, _HANGING, _HANGING]
    is_within = ((boxes[..., :2] >= edges[:, :2]) & (boxes[..., 2:] <= edges[:, 2:])).all(axis=2)
    whole = min(_WINDOW[0] / float(frame[2]), _WINDOW[1] / max(1.0, float(frame[3] - frame[1])))
    is_within |= (scales >= 1.0) | (scales < _FARTHEST * whole)
    is_free = is_within & _free(boxes, np.concatenate([others, marks], axis=1))
    # Free at a size and at all larger ones.
    stays_free = np.logical_and.accumulate(is_free[:, ::-1], axis=1)[:, ::-1]
    tiers, found = np.nonzero(stays_free.T)
    if not len(tiers):
        dx, dy = positions[0]
        return Label(dx=dx, dy=dy, tier=len(SCALES)), None
    tier, (dx, dy) = int(tiers[0]), positions[found[0]]
    # Not written at smaller sizes, it takes no room there.
    taken: Boxes = boxes[found[0]]
    taken[:tier] = np.nan
    return Label(dx=dx, dy=dy, tier=tier), taken


def _free(boxes: Boxes, others: Boxes) -> NDArray[np.bool_]:
    """Say for each of some boxes and each size whether nothing else is there.

    Args:
        boxes: By box and size, shape (boxes, sizes, 4).
        others: What is there, by size, shape (sizes, any, 4).
    """
    # What lies within the hull of all boxes is compared with each of them.
    hull = np.concatenate([boxes[..., :2].min(axis=0), boxes[..., 2:].max(axis=0)], axis=1)
    sizes, near = np.nonzero(_overlap(hull[:, None, :], others))
    meets = _overlap(boxes[:, sizes, :], others[sizes, near][None, :, :])
    free = np.ones(boxes.shape[:2], dtype=np.bool_)
    at, which = np.nonzero(meets)
    free[at, sizes[which]] = False
    return free


def _in_the_way(marks: Boxes, places: Sequence[Place], own: int) -> Boxes:
    """Give the marks that a name must not cover, by size; what is not in the way is no number.

    Its own mark never is, and in a small picture much smaller ones are not: else those that are
    tied to most, with many around them, would be the last to get their names.
    """
    found = marks.copy()
    found[:, own] = np.nan
    small = [at for at, each in enumerate(places) if each.radius < _SMALLER * places[own].radius]
    for tier, scale in enumerate(SCALES):
        if scale < _SMALL_PICTURE:
            found[tier, small] = np.nan
    return found


def _positions(place: Place) -> list[tuple[float, float]]:
    """Below, above, right, left of the mark, at its corners, and all of it a little farther."""
    height, half = place.lettering.height, place.lettering.width / 2
    found = []
    for farther in _FARTHER:
        reach = place.radius + _GAP + farther
        corner = reach * _DIAGONAL
        beside, slanting = reach + half, corner + half
        found += [
            (0.0, reach),
            (0.0, -reach - height),
            (beside, -height / 2),
            (-beside, -height / 2),
            (slanting, corner - height / 2),
            (slanting, -corner - height / 2),
            (-slanting, corner - height / 2),
            (-slanting, -corner - height / 2),
        ]
    return found


def _box(place: Place, dx: float, dy: float) -> tuple[float, float, float, float]:
    half = place.lettering.width / 2 + _AIR
    return dx - half, dy - 1, dx + half, dy + place.lettering.height + 1


def _over_scales(middle: Boxes, box: tuple[float, float, float, float]) -> Boxes:
    x, y = middle
    return np.array(
        [
            (x * scale + box[0], y * scale + box[1], x * scale + box[2], y * scale + box[3])
            for scale in SCALES
        ]
    )


def _marks(places: Sequence[Place], middles: Boxes, scale: float) -> Boxes:
    shrunk = min(1.0, max(MARKS_LEAST, scale / MARKS_SHRINK_BELOW))
    radii = np.array([each.radius for each in places]) * shrunk
    return np.column_stack(
        [
            middles[:, 0] * scale - radii,
            middles[:, 1] * scale - radii,
            middles[:, 0] * scale + radii,
            middles[:, 1] * scale + radii,
        ]
    )


def _overlap(one: Boxes, other: Boxes) -> NDArray[np.bool_]:
    """Compare boxes with boxes; what is not there (not a number) never overlaps."""
    found: NDArray[np.bool_] = (
        (one[..., 0] < other[..., 2])
        & (other[..., 0] < one[..., 2])
        & (one[..., 1] < other[..., 3])
        & (other[..., 1] < one[..., 3])
    )
    return found
