"""How often declining would be wrong if the threshold were another one."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.report import Outcome

_STEPS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """Error rates by threshold, shares from 0 to 1; `current` is the threshold in use.

    `false_declines` counts among the answerable questions, `false_answers` among the others. Each
    list is as long as `thresholds`, which grow from 0 to 1.
    """

    thresholds: tuple[float, ...]
    false_declines: tuple[float, ...]
    false_answers: tuple[float, ...]
    current: float


def declining_curve(outcomes: Sequence[Outcome], current: float) -> Curve | None:
    """Work out both error rates over the threshold; None without either kind of question.

    A question whose outcome the threshold did not decide (small talk, a name that no document
    holds, an answer put together from several statements) keeps its outcome at every threshold, so
    that the curve is at `current` what happened. What another threshold would change besides, such
    as which statement of several is given, is not known.
    """
    answerable = [one for one in outcomes if one.expected_status == "answered"]
    others = [one for one in outcomes if one.expected_status == "declined"]
    if not answerable or not others:
        return None
    thresholds = sorted({*(step / _STEPS for step in range(_STEPS + 1)), current})
    return Curve(
        thresholds=tuple(thresholds),
        false_declines=tuple(
            sum(_declined(one, threshold, current) for one in answerable) / len(answerable)
            for threshold in thresholds
        ),
        false_answers=tuple(
            sum(one.status != "failed" and not _declined(one, threshold, current) for one in others)
            / len(others)
            for threshold in thresholds
        ),
        current=current,
    )


def _declined(outcome: Outcome, threshold: float, current: float) -> bool:
    declined = outcome.status == "declined"
    if outcome.confidence is None or outcome.status == "failed":
        return declined
    below = outcome.confidence < current
    return outcome.confidence < threshold if below is declined else declined
