"""Takes the shipped reader apart again: float weights from its int8 file, to train on from.

    python -m training.float_weights OUT

Each weight is moved within its int8 step by chance. Otherwise fine tuning, whose changes are
smaller than a step, would be rounded away where it is given int8 weights on the same grid.
"""

import argparse
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from training.train_reader import base_folder

SEED = 20
READER = Path("assistant/models/reader")
_PREFIX = "network."
_QUANTIZED = "_quantized"
# From a product of integers to the bias that is added are a cast and a factor or two.
_STEPS_TO_BIAS = 6

Weights = dict[str, NDArray[np.float32]]


class Node(Protocol):
    """A step of a network, as ONNX writes it."""

    @property
    def op_type(self) -> str:
        """Say what it does."""
        ...

    @property
    def input(self) -> Sequence[str]:
        """Name what it reads."""
        ...

    @property
    def output(self) -> Sequence[str]:
        """Name what it gives."""
        ...


def main(arguments: list[str] | None = None) -> int:
    """Write `model.safetensors`, configuration and tokenizer in a folder."""
    parser = argparse.ArgumentParser(prog="python -m training.float_weights")
    parser.add_argument("out", type=Path)
    parser.add_argument("--reader", type=Path, default=READER)
    options = parser.parse_args(arguments)
    # Heavy, and needed here alone.
    import onnx
    from safetensors.numpy import save_file

    graph = onnx.load(str(options.reader / "model.onnx")).graph
    stored = {one.name: onnx.numpy_helper.to_array(one) for one in graph.initializer}
    weights = float_weights(stored, graph.node)
    options.out.mkdir(parents=True, exist_ok=True)
    save_file(weights, str(options.out / "model.safetensors"))
    shutil.copy(base_folder() / "config.json", options.out)
    shutil.copy(options.reader / "tokenizer.json", options.out)
    sys.stdout.write(f"{len(weights)} tensors in {options.out}\n")
    return 0


def float_weights(stored: Mapping[str, NDArray[np.generic]], nodes: Iterable[Node]) -> Weights:
    """Give an exported network's weights by the names that the network has for them.

    Args:
        stored: What the file stores, by its names.
        nodes: What is done with it.
    """
    rng = np.random.default_rng(SEED)
    weights: Weights = {
        name.removeprefix(_PREFIX): array.astype(np.float32)
        for name, array in stored.items()
        if name.startswith(_PREFIX) and array.dtype == np.float32 and not _is_of_grid(name)
    }
    readers = _readers(nodes)
    for name in stored:
        if name.endswith(_QUANTIZED):
            base = name.removesuffix(_QUANTIZED)
            given, steps = _dequantized(stored, base)
            if base.startswith(f"{_PREFIX}bert.embeddings"):
                # These are not trained any further, so that they stay on their grid.
                weights[base.removeprefix(_PREFIX)] = given
            else:
                moved = given + rng.uniform(-0.5, 0.5, given.shape).astype(np.float32) * steps
                weights[_weight_of(name, base, readers, stored)] = moved.T.copy()
    return weights


def _is_of_grid(name: str) -> bool:
    return name.endswith(("_scale", "_zero_point"))


def _dequantized(
    stored: Mapping[str, NDArray[np.generic]], base: str
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Give a matrix in floats, and the step of its grid, one for each column or for all."""
    steps = stored[f"{base}_scale"].astype(np.float32)
    zero = stored[f"{base}_zero_point"].astype(np.float32)
    return (stored[f"{base}{_QUANTIZED}"].astype(np.float32) - zero) * steps, steps


def _readers(nodes: Iterable[Node]) -> Mapping[str, list[Node]]:
    """Give by name the nodes that read something."""
    found: dict[str, list[Node]] = {}
    for node in nodes:
        for name in node.input:
            found.setdefault(name, []).append(node)
    return found


def _weight_of(
    name: str,
    base: str,
    readers: Mapping[str, list[Node]],
    stored: Mapping[str, NDArray[np.generic]],
) -> str:
    """Name a matrix after the bias that is added to its product."""
    if base.startswith(_PREFIX):
        return base.removeprefix(_PREFIX)
    for bias in _added_after(readers[name][0], readers, stored):
        return bias.removeprefix(_PREFIX).removesuffix("bias") + "weight"
    raise ValueError(f"no bias is added to the product with {base!r}; was it exported otherwise?")


def _added_after(
    node: Node,
    readers: Mapping[str, list[Node]],
    stored: Mapping[str, NDArray[np.generic]],
) -> Iterator[str]:
    for _ in range(_STEPS_TO_BIAS):
        following = readers[node.output[0]]
        for one in following:
            if one.op_type == "Add":
                yield from (name for name in one.input if name in stored)
        node = following[0]


if __name__ == "__main__":
    sys.exit(main())
