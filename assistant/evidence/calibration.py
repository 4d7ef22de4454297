"""The weights that turn evidence into a probability; fitted by `training/calibrate.py`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelUnavailable

_FILE = "calibration.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Features that tell more together than one by one.

    Attributes:
        weights: One for each feature.
        bias: Added to their sum, whose hyperbolic tangent the unit gives.
        output: How much that counts.
    """

    weights: Mapping[str, float]
    bias: float
    output: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A logistic model over named features, and over a few units that combine them.

    Attributes:
        weights: One for each feature.
        bias: Added to every statement; below 0, since most statements do not answer.
        threshold: The probability from which on a statement is given as the answer.
        units: What combines features; () for none.
    """

    weights: Mapping[str, float]
    bias: float
    threshold: float
    units: tuple[Unit, ...] = ()

    def probabilities(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """Give the probability that each of some statements answers, by their features.

        >>> model = Calibration(weights={"reader": 2.0}, bias=-2.0, threshold=0.5)
        >>> model.probabilities([{"reader": 1.0, "dense": 0.3}])
        [0.5]
        """
        names = list(self.weights)
        features = np.array([[row[name] for name in names] for row in rows]).reshape(-1, len(names))
        sums = features @ _column(self.weights, names) + self.bias
        for unit in self.units:
            sums += unit.output * np.tanh(features @ _column(unit.weights, names) + unit.bias)
        given: list[float] = (1 / (1 + np.exp(-sums))).tolist()
        return given


def _column(weights: Mapping[str, float], names: Sequence[str]) -> NDArray[np.float64]:
    return np.array([weights[name] for name in names])


@lru_cache(maxsize=1)
def load_calibration() -> Calibration:
    """Read the weights that ship beside the reader.

    Raises:
        ModelUnavailable: The file is missing or not what it should be.
    """
    path = files("assistant.models") / "reader" / _FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Calibration(
            weights=_weights(content["weights"]),
            bias=float(content["bias"]),
            threshold=float(content["threshold"]),
            units=tuple(
                Unit(
                    weights=_weights(unit["weights"]),
                    bias=float(unit["bias"]),
                    output=float(unit["output"]),
                )
                for unit in content.get("units", ())
            ),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelUnavailable(
            f"The reader's file {str(path)!r} cannot be used; reinstall the package."
        ) from error


def _weights(content: Mapping[str, object]) -> dict[str, float]:
    return {str(name): float(str(weight)) for name, weight in content.items()}
