from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from eval.baseline import (
    Baseline,
    SplitFigures,
    Tolerance,
    find_drops,
    load_baseline,
    measure,
    to_json,
)
from eval.cases import DatasetError, Split
from eval.evaluation import Evaluation, build_evaluation
from eval.report import KnowledgeBaseSize, Outcome, build_report
from tests.fakes_eval import RIGHT, SUPPORTED


def evaluate(**outcomes: list[Outcome]) -> Evaluation:
    size = KnowledgeBaseSize(documents=1, passages=1)
    return build_evaluation(
        {
            name: build_report(of_set, dataset=name, knowledge_base=size)
            for name, of_set in outcomes.items()
        }
    )


def with_wrong(number: int, of: int) -> list[Outcome]:
    wrong = replace(RIGHT, correct=False)
    return [wrong] * number + [RIGHT] * (of - number)


def figures_of(baseline: Baseline, evaluation: Evaluation) -> list[str]:
    return [drop.figure for drop in find_drops(baseline, evaluation)]


def test_the_same_figures_pass() -> None:
    evaluation = evaluate(corpus=with_wrong(3, 50), harbour=with_wrong(1, 50))
    assert find_drops(measure(evaluation), evaluation) == ()


def test_a_drop_counts_from_beyond_the_tolerance_on() -> None:
    baseline = measure(evaluate(corpus=with_wrong(0, 100)), Tolerance(share=0.02, kind_cases=2))
    assert figures_of(baseline, evaluate(corpus=with_wrong(2, 100))) == []
    (share, wrong, kind) = find_drops(baseline, evaluate(corpus=with_wrong(3, 100)))
    assert (share.where, share.figure) == ("corpus, dev", "answer match")
    assert (share.before, share.now, share.tolerated) == ("100.0%", "97.0%", "2.0%")
    assert (wrong.figure, wrong.before, wrong.now) == ("wrong answer rate", "0.0%", "3.0%")
    assert (kind.figure, kind.before, kind.now) == ("right answers: fact", "100 of 100", "97")


def test_getting_better_passes() -> None:
    baseline = measure(evaluate(corpus=with_wrong(50, 100)))
    assert find_drops(baseline, evaluate(corpus=with_wrong(0, 100))) == ()


def test_of_errors_more_is_worse() -> None:
    declined = replace(RIGHT, status="declined", citations=())
    baseline = measure(evaluate(corpus=[RIGHT] * 20))
    assert "false decline rate" in figures_of(baseline, evaluate(corpus=[RIGHT] * 19 + [declined]))
    worse = measure(evaluate(corpus=[declined] * 20))
    assert find_drops(worse, evaluate(corpus=[RIGHT] * 20)) == ()


def test_not_one_quote_may_stop_being_verbatim() -> None:
    shifted = replace(RIGHT, citations=(replace(SUPPORTED, verbatim=False),))
    baseline = measure(evaluate(corpus=[RIGHT] * 1000))
    assert figures_of(baseline, evaluate(corpus=[RIGHT] * 999 + [shifted])) == ["quotes verbatim"]


def test_other_cases_need_a_new_baseline() -> None:
    baseline = measure(evaluate(corpus=[RIGHT] * 2))
    (drop,) = find_drops(baseline, evaluate(corpus=[RIGHT] * 3))
    assert (drop.before, drop.now) == ("2", "3")
    assert "write a new baseline" in drop.figure
    (unknown, *_) = find_drops(baseline, evaluate(harbour=[RIGHT]))
    assert (unknown.where, unknown.before) == ("harbour, dev", "none")


def test_what_was_not_asked_is_not_compared() -> None:
    both = evaluate(corpus=[RIGHT, replace(RIGHT, split=Split.TEST)], harbour=[RIGHT])
    assert find_drops(measure(both), evaluate(corpus=[RIGHT])) == ()


def test_a_baseline_reads_back_as_it_was_written(tmp_path: Path) -> None:
    baseline = measure(evaluate(corpus=with_wrong(1, 3)))
    path = tmp_path / "baseline.json"
    path.write_text(to_json(baseline))
    assert load_baseline(path) == baseline
    splits: Mapping[str, SplitFigures] = baseline.sets["corpus"]
    assert splits["dev"].kinds["fact"].right == 2
    path.write_text("{}")
    with pytest.raises(DatasetError, match="--update-baseline"):
        load_baseline(path)
    with pytest.raises(DatasetError, match="is no baseline"):
        load_baseline(tmp_path / "missing.json")
