"""Fits how statements compete for a question: a conditional logit with units that combine features.

For each question its statements and "none of them" compete; those that its evidence holds should
win, and "none" where there is no evidence. The units are a hidden layer of a few hyperbolic
tangents: a low score of the reader means little where a label says the very word, and much
elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.evidence.calibration import Calibration, Unit
from assistant.evidence.features import FEATURES

if TYPE_CHECKING:
    import torch

SEED = 20
UNITS = 8
# Keep weights small that few questions speak for: those of features, and those of units.
_RIDGE = 0.001
_UNIT_RIDGE = 0.001
_STEPS = 200
_NEVER = -1e4


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
    count = len(FEATURES)
    direct = torch.zeros(count + 1, dtype=torch.float64, requires_grad=True)
    inner = (torch.randn(units, count + 1, dtype=torch.float64) / count**0.5).requires_grad_()
    outer = torch.zeros(units, dtype=torch.float64, requires_grad=True)
    model = _Model(direct=direct, inner=inner, outer=outer)
    competition = _competition(examples)
    steps = torch.optim.LBFGS(
        [direct, inner, outer] if units else [direct],
        max_iter=_STEPS,
        history_size=20,
        line_search_fn="strong_wolfe",
    )

    def closure() -> float:
        steps.zero_grad()
        loss = competition.surprise(model.scores(competition.features)) + model.penalty()
        loss.backward()  # type: ignore[no-untyped-call]  # untyped there
        return loss.item()

    steps.step(closure)  # type: ignore[no-untyped-call]  # untyped there
    return model.calibration()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Model:
    """What is fitted; the last column of `direct` and `inner` is the bias.

    Shapes: `direct` (features + 1,), `inner` (units, features + 1), `outer` (units,).
    """

    direct: "torch.Tensor"
    inner: "torch.Tensor"
    outer: "torch.Tensor"

    def scores(self, features: "torch.Tensor") -> "torch.Tensor":
        """Give each statement's score, from features of shape (statements, features)."""
        hidden = (features @ self.inner[:, :-1].T + self.inner[:, -1]).tanh()
        given: torch.Tensor = features @ self.direct[:-1] + self.direct[-1] + hidden @ self.outer
        return given

    def penalty(self) -> "torch.Tensor":
        """Give what large weights cost; the direct bias is free."""
        combining = (self.inner**2).sum() + (self.outer**2).sum()
        given: torch.Tensor = _RIDGE * (self.direct[:-1] ** 2).sum() + _UNIT_RIDGE * combining
        return given

    def calibration(self) -> Calibration:
        """Give it as plain numbers."""
        rows = zip(self.inner.detach(), self.outer.detach(), strict=True)
        return Calibration(
            weights=_named(self.direct[:-1].tolist()),
            bias=self.direct[-1].item(),
            threshold=0.5,
            units=tuple(
                Unit(weights=_named(row[:-1].tolist()), bias=row[-1].item(), output=out.item())
                for row, out in rows
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Competition:
    """All statements of all questions in one list, and the question of each.

    Attributes:
        features: Shape (statements, features).
        question: Of each statement the place of its question.
        right: Whether the evidence of its question holds it.
        answerable: Of each question whether it has evidence.
        weight: How much each question counts.
    """

    features: "torch.Tensor"
    question: "torch.Tensor"
    right: "torch.Tensor"
    answerable: "torch.Tensor"
    weight: "torch.Tensor"

    def surprise(self, scores: "torch.Tensor") -> "torch.Tensor":
        """Give the mean negative log likelihood, "none of them" scoring 0."""
        import torch

        nothing = torch.zeros(len(self.answerable))
        every = torch.logaddexp(self._joint(scores, torch.ones_like(self.right)), nothing)
        wanted = torch.where(self.answerable, self._joint(scores, self.right), 0.0)
        given: torch.Tensor = ((every - wanted) * self.weight).sum() / self.weight.sum()
        return given

    def _joint(self, scores: "torch.Tensor", among: "torch.Tensor") -> "torch.Tensor":
        """For each question the logarithm of the summed exponentials of some of its scores."""
        import torch

        count = len(self.answerable)
        kept = torch.where(among, scores, _NEVER)
        highest = torch.full((count,), _NEVER, dtype=torch.float64)
        highest = highest.scatter_reduce(0, self.question, kept, "amax").detach()
        sums = torch.zeros(count, dtype=torch.float64)
        sums = sums.scatter_add(0, self.question, torch.exp(kept - highest[self.question]))
        given: torch.Tensor = highest + torch.log(sums + 1e-30)
        return given


def _competition(examples: Sequence[Example]) -> _Competition:
    import torch

    sizes = torch.tensor([len(one.right) for one in examples])
    return _Competition(
        features=torch.tensor(np.concatenate([one.features for one in examples])),
        question=torch.repeat_interleave(torch.arange(len(examples)), sizes),
        right=torch.tensor(np.concatenate([one.right for one in examples])),
        answerable=torch.tensor([one.answerable for one in examples]),
        weight=torch.tensor([one.weight for one in examples], dtype=torch.float64),
    )


def probabilities(calibration: Calibration, example: Example) -> NDArray[np.float64]:
    """Give the probability of each of an example's statements."""
    rows = [dict(zip(FEATURES, row, strict=True)) for row in example.features.tolist()]
    return np.array(calibration.probabilities(rows))


def _named(values: Sequence[float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in zip(FEATURES, values, strict=True)}
