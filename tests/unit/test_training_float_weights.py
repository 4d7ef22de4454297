"""Float weights out of an int8 file: whose they are, and how far they are moved."""

from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from training.float_weights import float_weights

BIAS = "network.bert.pooler.dense.bias"
STORED: dict[str, NDArray[np.generic]] = {
    BIAS: np.array([1.0, 2.0, 3.0], np.float32),
    "MatMul_1_quantized": np.array([[10, -20, 30], [0, 5, -60]], np.int8),
    "MatMul_1_scale": np.array([0.1, 0.2, 0.3], np.float32),
    "MatMul_1_zero_point": np.array([0, 0, 0], np.int8),
    "network.bert.embeddings.word.weight_quantized": np.array([[130], [126]], np.uint8),
    "network.bert.embeddings.word.weight_scale": np.array(0.5, np.float32),
    "network.bert.embeddings.word.weight_zero_point": np.array(128, np.uint8),
}


@dataclass
class Node:
    """What a file has of a step."""

    op_type: str
    input: list[str]
    output: list[str]


def _node(kind: str, inputs: list[str], output: str) -> Node:
    return Node(kind, inputs, [output])


NODES = [
    _node("MatMulInteger", ["x", "MatMul_1_quantized"], "product"),
    _node("Cast", ["product"], "cast"),
    _node("Mul", ["cast", "scale"], "scaled"),
    _node("Add", [BIAS, "scaled"], "out"),
]


def test_a_matrix_is_named_after_its_bias_and_turned() -> None:
    weights = float_weights(STORED, NODES)
    assert weights["bert.pooler.dense.weight"].shape == (3, 2)
    assert weights["bert.pooler.dense.bias"].tolist() == [1.0, 2.0, 3.0]


def test_weights_are_moved_by_at_most_half_a_step() -> None:
    steps = np.array([[0.1], [0.2], [0.3]])
    exact = np.array([[1.0, 0.0], [-4.0, 1.0], [9.0, -18.0]])
    moved = np.abs(float_weights(STORED, NODES)["bert.pooler.dense.weight"] - exact)
    assert (moved <= steps / 2 + 1e-6).all()
    assert moved.max() > 0


def test_embeddings_stay_where_they_are() -> None:
    assert float_weights(STORED, NODES)["bert.embeddings.word.weight"].tolist() == [[1.0], [-1.0]]


def test_a_product_without_bias_is_told() -> None:
    nodes = [*NODES[:3], _node("Softmax", ["scaled"], "out"), _node("Cast", ["out"], "out")]
    with pytest.raises(ValueError, match="MatMul_1"):
        float_weights(STORED, nodes)
