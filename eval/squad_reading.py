"""Asks the assistant's reader the questions of SQuAD 2.0, each about its own paragraph."""

import json
import math
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from assistant.errors import ModelUnavailable
from assistant.evidence.reading import Reader
from eval.progress import OnProgress, no_progress
from eval.squad import Prediction, Question, squad_figures
from index.passage import Passage

_CALIBRATION = "calibration.json"
_THRESHOLD = "span_threshold"

# One passage a question leaves a core idle between the model's layers; two questions at a time
# fill it, and more would only wait for each other.
_AT_ONCE = 2


def open_reader(folder: Path | None) -> Reader:
    """Give the shipped reader, or the one that was exported to `folder`, whatever its checksums.

    Raises:
        ModelUnavailable: There is no model.
    """
    # It imports the runtime.
    from assistant.reader import OnnxReader

    if folder is None:
        reader = OnnxReader()
    else:
        if not (folder / "model.onnx").is_file():
            raise ModelUnavailable(f"There is no 'model.onnx' in {str(folder)!r}; check the path.")
        reader = OnnxReader(folder=folder, checksums={})
    reader.load()
    return reader


def stored_threshold(folder: Path | None) -> float:
    """Give the score from which a span answers, as stored beside the model; 0 if none is."""
    if folder is None:
        import assistant.models

        folder = Path(assistant.models.__path__[0]) / "reader"
    try:
        content = json.loads((folder / _CALIBRATION).read_text(encoding="utf-8"))
        return float(content.get(_THRESHOLD, 0.0))
    except FileNotFoundError:
        return 0.0


def measure_reader(
    reader: Reader,
    questions: Sequence[Question],
    threshold: float,
    on_progress: OnProgress = no_progress,
) -> Mapping[str, float | int]:
    """Ask every question; see `squad_figures`, with the seconds that it took."""
    started = time.perf_counter()
    predictions = []
    for prediction in _predict(reader, questions):
        predictions.append(prediction)
        on_progress(len(predictions), len(questions))
    seconds = round(time.perf_counter() - started, 1)
    return {**squad_figures(questions, predictions, threshold), "seconds": seconds}


def _predict(reader: Reader, questions: Sequence[Question]) -> Iterator[Prediction]:
    """Give the best span of each question, in order."""

    def predict(question: Question) -> Prediction:
        (reading,) = reader.read(question.question, [_passage(question)])
        # Spans come best first.
        return next(
            (Prediction(text=span.text, score=span.score) for span in reading.spans),
            Prediction(text="", score=-math.inf),
        )

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        yield from pool.map(predict, questions)


def _passage(question: Question) -> Passage:
    return Passage(
        passage_id="paragraph",
        document_id="paragraph",
        ordinal=0,
        start=0,
        end=len(question.paragraph),
        text=question.paragraph,
        title=question.title,
    )
