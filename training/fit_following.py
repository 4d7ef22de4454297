"""Fits when a question leaves out what it is about, on TREC CAsT and on questions that stand alone.

    python -m training.fit_following CAST.jsonl

Of CAsT the training conversations of 2019 and 2020 are read, never those of 2021; of `eval/data`
only `dev` cases, each asked after a question about something else.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.model import Answer, Conversation, Turn
from assistant.question.condenser import Condensed
from assistant.question.following.condenser import RULES, FollowUpCondenser
from assistant.question.following.discourse import Discourse
from assistant.question.following.implied import candidate, completed_with_topic, implied
from assistant.question.following.names import NoNames
from eval.cases import Kind, Split, load_dataset
from eval.rewrites import Part, Year, condensed_history, load_rewrites, token_f1

OUT = Path("assistant/models/following/leaving-out.json")
_CASES = ("eval/data/cases.jsonl", "eval/data/harbour/cases.jsonl", "eval/data/atlas/cases.jsonl")
_BEFORE = "What is the Bridge Forum?"
_RIDGE = 1.0
_STEPS = 30
# A question that stands alone must hardly ever be changed.
_WEIGHT_ALONE = 2.0
_THRESHOLD = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A question described, and whether a person named what it leaves out."""

    question: str
    described: Mapping[str, float]
    leaves_out: bool
    weight: float


def main() -> None:
    """Fit the weights, write them, and print how they decide."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_following")
    parser.add_argument("file", type=Path, help="follow-ups of TREC CAsT with rewrites, .jsonl")
    parser.add_argument("--out", type=Path, default=OUT, help="where the weights go")
    options = parser.parse_args()
    examples = [*_from_rewrites(options.file), *_from_cases()]
    names = list(examples[0].described)
    matrix = np.array([[one.described[name] for name in names] for one in examples])
    wanted = np.array([float(one.leaves_out) for one in examples])
    weights = np.array([one.weight for one in examples])
    fitted = _fit(np.c_[matrix, np.ones(len(examples))], wanted, weights)
    written = {
        "weights": {name: round(float(at), 3) for name, at in zip(names, fitted, strict=False)},
        "bias": round(float(fitted[-1]), 3),
        "threshold": _THRESHOLD,
    }
    options.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    chosen = np.c_[matrix, np.ones(len(examples))] @ fitted > 0
    alone, left = wanted == 0, wanted == 1
    sys.stdout.write(f"{int(alone.sum())} stand alone, {np.mean(~chosen[alone]):.3f} left alone\n")
    sys.stdout.write(f"{int(left.sum())} leave out, {np.mean(chosen[left]):.3f} found\n")


def _from_rewrites(file: Path) -> Iterator[Example]:
    rows = load_rewrites(file, years=(Year.Y2019, Year.Y2020), part=Part.TRAIN)
    condenser = FollowUpCondenser()
    for row in rows:
        conversation = condensed_history(condenser, row.history)
        described = _described(row.question, conversation)
        if described is not None:
            discourse = Discourse(conversation=conversation, known=NoNames())
            said = completed_with_topic(row.question, discourse)
            gain = token_f1(said, row.standalone) - token_f1(row.question, row.standalone)
            yield Example(
                question=row.question,
                described=described,
                leaves_out=gain > 0,
                weight=10 * abs(gain),
            )


def _from_cases() -> Iterator[Example]:
    answer = Answer(status="answered", text="")
    before = Turn(turn_id="0", question=_BEFORE, query=_BEFORE, answer=answer)
    conversation = Conversation(conversation_id="before", turns=(before,))
    for path in _CASES:
        for case in load_dataset(Path(path)).select(split=Split.DEV).cases:
            if case.kind in {Kind.FOLLOW_UP, Kind.SMALL_TALK}:
                continue
            described = _described(case.question, conversation)
            if described is not None:
                yield Example(
                    question=case.question,
                    described=described,
                    leaves_out=False,
                    weight=_WEIGHT_ALONE,
                )


def _described(question: str, conversation: Conversation) -> Mapping[str, float] | None:
    """Describe a question that no other rule has anything to say to."""
    discourse = Discourse(conversation=conversation, known=NoNames())
    others: Sequence[Condensed | None] = [
        rule(question, discourse) for rule in RULES if rule is not implied
    ]
    return candidate(question, discourse) if not any(others) else None


def _fit(
    matrix: NDArray[np.float64], wanted: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Fit a logistic regression with a ridge by Newton's method; the last column is the bias."""
    fitted = np.zeros(matrix.shape[1])
    ridge = np.full(matrix.shape[1], _RIDGE)
    ridge[-1] = 0.0
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-matrix @ fitted))
        slope = matrix.T @ (weights * (chance - wanted)) + ridge * fitted
        spread = weights * chance * (1 - chance) + 1e-9
        bend = (matrix * spread[:, None]).T @ matrix + np.diag(ridge)
        fitted = fitted - np.linalg.solve(bend, slope)
    return np.asarray(fitted)


if __name__ == "__main__":
    main()
