"""The fit finds what tells answers apart, alone and together with something else."""

import numpy as np

from assistant.evidence.features import FEATURES
from training.logit import Example, fitted, probabilities

READER, LABEL = FEATURES.index("reader"), FEATURES.index("label")


def example(rows: list[tuple[float, float]], right: int | None) -> Example:
    """Make a question of statements by their reader's score and label; None answers none."""
    features = np.zeros((len(rows), len(FEATURES)))
    features[:, [READER, LABEL]] = rows
    return Example(
        question="?",
        features=features,
        right=np.arange(len(rows)) == right,
        answerable=right is not None,
        weight=1.0,
    )


def decisions(examples: list[Example], *, units: int) -> list[int | None]:
    """Fit to examples, and say which statement of each is surer than not."""
    model = fitted(examples, units=units)
    given = [probabilities(model, one) for one in examples]
    return [int(one.argmax()) if one.max() >= model.threshold else None for one in given]


def test_the_statement_that_the_evidence_holds_wins_and_none_where_there_is_none() -> None:
    examples = [example([(1, 0), (-1, 0)], 0), example([(-1, 0), (0.9, 0)], 1),
                example([(-1, 0), (-0.8, 0)], None)] * 10  # fmt: skip

    assert decisions(examples, units=0) == [0, 1, None] * 10


def test_units_tell_what_features_tell_only_together() -> None:
    # Right is what both or neither say.
    examples = [example([(1, 1), (1, -1)], 0), example([(-1, 1), (-1, -1)], 1),
                example([(1, -1), (-1, 1)], None)] * 40  # fmt: skip

    assert decisions(examples, units=8) == [0, 1, None] * 40
    assert decisions(examples, units=0) != [0, 1, None] * 40


def test_the_same_examples_give_the_same_weights() -> None:
    examples = [example([(1, 0), (-1, 0)], 0), example([(-1, 0)], None)]

    assert fitted(examples) == fitted(examples)
