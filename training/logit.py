"""Fits how statements compete for a question: a conditional logit with units that combine features.

For each question its statements and "none of them" compete; those that its evidence holds should
win, and "none" where there is no evidence. The units are a hidden layer of a few hyperbolic
tangents: a low score of the reader means little where a label says the very word, and much
elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.evidence.calibration import Calibration, Unit
from assistant.evidence.features import FEATURES

SEED = 20
UNITS = 8
# Keep weights small that few questions speak for: those of features, and those of units.
_RIDGE = 0.001
_UNIT_RIDGE = 0.001
_STEPS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One question: features of its statements, shape (statements, features), and which answer."""

    question: str
    features: NDArray[np.float64]
    right: NDArray[np.bool_]
    answerable: bool
    weight: float


def fitted(examples: Sequence[Example], *, units: int = UNITS) -> Calibration:
    """Fit weights and units; the threshold is left at a half.

    Args:
        examples: At least one.
        units: How many combine features; 0 for a logistic model.
    """
    import torch  # slow to import

    torch.manual_seed(SEED)
    sizes = [len(one.right) for one in examples]
    features = torch.tensor(np.concatenate([one.features for one in examples]))
    question = torch.repeat_interleave(torch.arange(len(examples)), torch.tensor(sizes))
    right = torch.tensor(np.concatenate([one.right for one in examples]))
    answerable = torch.tensor([one.answerable for one in examples])
    weight = torch.tensor([one.weight for one in examples], dtype=torch.float64)

    count = len(FEATURES)
    direct = torch.zeros(count + 1, dtype=torch.float64, requires_grad=True)
    inner = (torch.randn(units, count + 1, dtype=torch.float64) / count**0.5).requires_grad_()
    outer = torch.zeros(units, dtype=torch.float64, requires_grad=True)

    def best(scores: torch.Tensor, among: torch.Tensor) -> torch.Tensor:
        """For each question the logarithm of the summed exponentials of some of its scores."""
        kept = torch.where(among, scores, -1e4)
        highest = torch.full((len(examples),), -1e4, dtype=torch.float64)
        highest = highest.scatter_reduce(0, question, kept, "amax").detach()
        sums = torch.zeros(len(examples), dtype=torch.float64)
        sums = sums.scatter_add(0, question, torch.exp(kept - highest[question]))
        given: torch.Tensor = highest + torch.log(sums + 1e-30)
        return given

    def loss() -> torch.Tensor:
        hidden = torch.tanh(features @ inner[:, :count].T + inner[:, count])
        scores = features @ direct[:count] + direct[count] + hidden @ outer
        every = torch.logaddexp(best(scores, torch.ones_like(right)), torch.zeros(len(examples)))
        wanted = torch.where(answerable, best(scores, right), 0.0)
        likely = ((every - wanted) * weight).sum() / weight.sum()
        small = (inner**2).sum() + (outer**2).sum()
        total: torch.Tensor = likely + _RIDGE * (direct[:count] ** 2).sum() + _UNIT_RIDGE * small
        return total

    steps = torch.optim.LBFGS(
        [direct, inner, outer] if units else [direct],
        max_iter=_STEPS,
        history_size=20,
        line_search_fn="strong_wolfe",
    )

    def closure() -> float:
        steps.zero_grad()
        value = loss()
        value.backward()  # type: ignore[no-untyped-call]  # untyped there
        return value.item()

    steps.step(closure)  # type: ignore[no-untyped-call]  # untyped there
    return Calibration(
        weights=_named(direct[:count].tolist()),
        bias=direct[count].item(),
        threshold=0.5,
        units=tuple(
            Unit(weights=_named(row[:count].tolist()), bias=row[count].item(), output=out.item())
            for row, out in zip(inner.detach(), outer.detach(), strict=True)
        ),
    )


def probabilities(calibration: Calibration, example: Example) -> NDArray[np.float64]:
    """Give the probability of each of an example's statements."""
    rows = [dict(zip(FEATURES, row, strict=True)) for row in example.features.tolist()]
    return np.array(calibration.probabilities(rows))


def _named(values: Sequence[float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in zip(FEATURES, values, strict=True)}
