"""The weights that turn evidence into a probability; fitted by `training/calibrate.py`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from assistant.errors import ModelUnavailable

_FILE = "calibration.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A logistic model over named features.

    Attributes:
        weights: One for each feature.
        bias: Added to every statement; below 0, since most statements do not answer.
        threshold: The probability from which on a statement is given as the answer.
    """

    weights: Mapping[str, float]
    bias: float
    threshold: float


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
            weights={str(name): float(weight) for name, weight in content["weights"].items()},
            bias=float(content["bias"]),
            threshold=float(content["threshold"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelUnavailable(
            f"The reader's file {str(path)!r} cannot be used; reinstall the package."
        ) from error
