from dataclasses import replace

from eval.declining import Curve, declining_curve
from eval.report import Outcome
from tests.fakes_eval import RIGHT
from tests.unit.test_eval_report import FALSE_ANSWER


def at(curve: Curve | None, threshold: float) -> tuple[float, float]:
    assert curve is not None
    place = curve.thresholds.index(threshold)
    return curve.false_declines[place], curve.false_answers[place]


def answered(confidence: float | None) -> Outcome:
    return replace(RIGHT, confidence=confidence)


def test_both_error_rates_follow_the_threshold() -> None:
    declined = replace(RIGHT, status="declined", confidence=0.1)
    asked = [answered(0.4), answered(0.9), declined, replace(FALSE_ANSWER, confidence=0.6)]
    curve = declining_curve(asked, 0.3)
    assert at(curve, 0.05) == (0.0, 1.0)
    assert at(curve, 0.3) == (1 / 3, 1.0)
    # A statement at the threshold itself answers.
    assert at(curve, 0.4) == (1 / 3, 1.0)
    assert at(curve, 0.65) == (2 / 3, 0.0)
    assert at(curve, 1.0) == (1.0, 0.0)


def test_what_the_threshold_did_not_decide_stays_as_it_was() -> None:
    declined_for_a_name = replace(RIGHT, status="declined", confidence=0.8)
    asked = [answered(None), answered(0.1), declined_for_a_name]
    failed = replace(FALSE_ANSWER, status="failed")
    curve = declining_curve([*asked, failed, FALSE_ANSWER], 0.3)
    assert curve is not None
    assert set(curve.false_declines) == {1 / 3}
    assert set(curve.false_answers) == {0.5}


def test_at_the_threshold_in_use_the_curve_is_what_happened() -> None:
    asked = [answered(0.33), replace(RIGHT, status="declined", confidence=0.32), FALSE_ANSWER]
    curve = declining_curve(asked, 0.3291)
    assert curve is not None
    assert at(curve, 0.3291) == (0.5, 1.0)


def test_one_kind_of_question_alone_gives_no_curve() -> None:
    assert declining_curve([RIGHT], 0.3) is None
    assert declining_curve([FALSE_ANSWER], 0.3) is None
