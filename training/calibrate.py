"""Fits the weights by which statements are ranked, and from which on the assistant answers.

    python -m training.calibrate [--set DOCUMENTS CASES WEIGHT ...]

Without `--set` it reads the evaluation's own sets, split `dev`, and what `calibration_set` made of
held-out pages, as far as they are there. Cases of the split `test` are never read. See
`training.logit` for what is fitted.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from assistant.answering import ExtractiveAssistant
from assistant.evidence.calibration import Calibration
from assistant.evidence.features import FEATURES
from assistant.evidence.ranking import rank
from assistant.multilingual import MultilingualAssistant
from assistant.question.analysis import analyse
from assistant.question.kind import QuestionKind
from assistant.service import Answering
from eval.cases import Case, Split, load_dataset
from eval.evidence import is_supported
from eval.knowledge_base import SHIPPED_DOCUMENTS, open_knowledge_base
from training.logit import Example, fitted, probabilities

TARGET = Path("assistant/models/reader/calibration.json")
# Answers that one statement can give; the others are put together from several.
_KINDS = frozenset(
    {"fact", "enumeration", "keyword", "misspelt", "yes_no", "how_many", "follow_up",
     "unanswerable", "description"}
)  # fmt: skip
_FOLDS = 10
# Counts of wrong decisions that differ by less are the same.
_ABOUT = 1.07


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A folder of documents, the cases asked of it, and how much each of these counts."""

    documents: Path
    cases: Path
    weight: float


# Held-out pages were asked by those who wrote them, so that they count less.
SOURCES = (
    Source(documents=SHIPPED_DOCUMENTS, cases=Path("eval/data/cases.jsonl"), weight=1.0),
    Source(
        documents=Path("eval/data/harbour/documents"),
        cases=Path("eval/data/harbour/cases.jsonl"),
        weight=1.0,
    ),
    Source(
        documents=Path("eval/data/atlas/documents"),
        cases=Path("eval/data/atlas/cases.jsonl"),
        weight=1.0,
    ),
    Source(
        documents=Path("var/training/calibration-pages/documents"),
        cases=Path("var/training/calibration-pages/cases.jsonl"),
        weight=0.5,
    ),
)


def main(arguments: list[str] | None = None) -> int:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(prog="python -m training.calibrate")
    parser.add_argument(
        "--set",
        nargs=3,
        action="append",
        metavar=("DOCUMENTS", "CASES", "WEIGHT"),
        help="a folder, cases asked of it, and what each counts; may be given several times",
    )
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args(arguments)
    sources = [
        Source(documents=Path(documents), cases=Path(cases), weight=float(weight))
        for documents, cases, weight in options.set or ()
    ]
    examples = [
        example
        for source in sources or SOURCES
        if source.cases.exists()
        for example in collect(source)
    ]
    usable = _usable(examples)
    given = held_out_probabilities(usable)
    threshold = _threshold([float(one.max()) for one in given], usable)
    _report(usable, given, threshold)
    calibration = replace(fitted(usable), threshold=threshold)
    written = {
        **asdict(calibration),
        # Found by `eval squad2` on held-out articles, and not fitted here.
        **_kept(options.out, "span_threshold"),
    }
    options.out.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
    return 0


def _kept(path: Path, name: str) -> dict[str, float]:
    """Give an entry of the file as it is now; {} when it has none."""
    found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {name: found[name]} if name in found else {}


def collect(source: Source) -> list[Example]:
    """Ask the cases' standalone questions and say which statements their evidence holds."""
    cases = load_dataset(source.cases).select(split=Split.DEV).cases
    with open_knowledge_base(
        source.documents, on_event=lambda _event: None, on_failure=lambda _failure: None
    ) as services:
        assistant = _extractive(services.assistant)
        names = {one.document_id: one.source for one in services.library.documents()}
        asked = [_asked(case, assistant, names) for case in track(cases, str(source.cases))]
    return [replace(example, weight=source.weight) for example in asked if example is not None]


def _extractive(assistant: Answering) -> ExtractiveAssistant:
    """Give the assistant that ranks statements, which others may stand before."""
    if isinstance(assistant, MultilingualAssistant):
        assistant = assistant.assistant
    if not isinstance(assistant, ExtractiveAssistant):
        raise TypeError("calibration reads what the extractive assistant ranks.")
    return assistant


def _asked(case: Case, assistant: ExtractiveAssistant, names: Mapping[str, str]) -> Example | None:
    question, found = assistant.search(case.standalone_question)
    analysis = analyse(question, [scored.passage for scored in found])
    if case.kind not in _KINDS or analysis.asked_for.kind is QuestionKind.SMALL_TALK:
        return None
    readings = assistant.reader.read(question, [scored.passage for scored in found])
    # Weights are irrelevant to the features.
    blank = Calibration(weights=dict.fromkeys(FEATURES, 0.0), bias=0.0, threshold=0.5)
    candidates = rank(analysis, found, readings, blank, assistant.likeness, assistant.reader.judge)
    right = [
        is_supported(
            names[candidate.statement.passage.document_id], candidate.statement.text, case.evidence
        )
        for candidate in candidates
    ]
    return Example(
        question=question,
        features=np.array(
            [[candidate.features[name] for name in FEATURES] for candidate in candidates]
        ),
        right=np.array(right, dtype=np.bool_),
        answerable=case.expected_status == "answered",
        weight=1.0,
    )


def _usable(examples: Sequence[Example]) -> list[Example]:
    """Those that can be decided rightly: what was not retrieved cannot win."""
    return [example for example in examples if example.right.any() or not example.answerable]


def held_out_probabilities(examples: Sequence[Example]) -> list[NDArray[np.float64]]:
    """Give the probabilities of each question's statements by a model fitted without it."""
    given: dict[int, NDArray[np.float64]] = {}
    for fold in track(range(_FOLDS), "Fitting"):
        model = fitted([e for at, e in enumerate(examples) if at % _FOLDS != fold])
        for at in range(fold, len(examples), _FOLDS):
            given[at] = probabilities(model, examples[at])
    return [given[at] for at in range(len(examples))]


def _threshold(best: Sequence[float], examples: Sequence[Example]) -> float:
    """The middle of the probabilities with about the fewest wrong decisions.

    An answer and a refusal count alike. What counts less than others does not count here: questions
    that were written to mislead are not people's. The curve is flat and the sets are small, so that
    its very lowest point is chance.
    """
    steps = np.arange(0.05, 0.95, 0.01)
    wrong = [
        sum(
            example.weight
            for score, example in zip(best, examples, strict=True)
            if example.weight >= 1 and (score >= step) != example.answerable
        )
        for step in steps
    ]
    fewest = [
        step for step, count in zip(steps, wrong, strict=True) if count <= _ABOUT * min(wrong)
    ]
    return round(float(np.median(fewest)), 2)


def _report(
    examples: Sequence[Example], given: Sequence[NDArray[np.float64]], threshold: float
) -> None:
    """Say what goes wrong where each question is decided by a fit that has not seen it."""
    first = 0
    for example, scores in zip(examples, given, strict=True):
        best = int(scores.argmax())
        first += int(example.right[best])
        answers = scores[best] >= threshold
        if answers != example.answerable or (example.answerable and not example.right[best]):
            place = np.argsort(-scores)[:10]
            ranks = [at + 1 for at, row in enumerate(place) if example.right[row]]
            _say(f"{scores[best]:.2f} {ranks[:3]} {example.question}")
    for at in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        pairs = [(one.max(), example) for one, example in zip(given, examples, strict=True)]
        lost = sum(score < at for score, example in pairs if example.answerable)
        false = sum(score >= at for score, example in pairs if not example.answerable)
        _say(f"held out, threshold {at}: {lost} declined in error, {false} answered in error")
    answerable = sum(example.answerable for example in examples)
    _say(f"right statement first: {first} of {answerable}; threshold {threshold}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    raise SystemExit(main())
