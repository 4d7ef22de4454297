"""Boxes beside each other: none overlaps another, and the whole has the shape asked for."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ui.ecosystem.packing import pack

SIZES = st.lists(st.tuples(st.floats(10, 400), st.floats(10, 400)), min_size=1, max_size=25)


@given(SIZES)
def test_no_box_overlaps_another(sizes: list[tuple[float, float]]) -> None:
    boxes = np.array(sizes)
    middles = pack(boxes, range(len(boxes)), 1.4)
    for one in range(len(boxes)):
        for other in range(one):
            apart = np.abs(middles[one] - middles[other]) - (boxes[one] + boxes[other]) / 2
            assert apart.max() >= -1e-3


def test_equal_boxes_fill_a_frame() -> None:
    boxes = np.full((24, 2), 50.0)
    middles = pack(boxes, range(24), 1.5)
    width, height = middles.max(axis=0) - middles.min(axis=0) + 50
    assert width * height <= 1.35 * 24 * 50 * 50
    assert 1.1 <= width / height <= 2.0


def test_nothing_is_packed_to_nothing() -> None:
    assert pack(np.zeros((0, 2)), [], 1.4).shape == (0, 2)
