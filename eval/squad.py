"""SQuAD 2.0: its questions, its normalisation of answers, and its figures. Reads no model.

Source of the rules: the official script `evaluate-v2.0.py` of Rajpurkar, Jia and Liang, "Know What
You Don't Know: Unanswerable Questions for SQuAD", 2018. Figures are percentages, as there.
"""

import gzip
import random
import re
import string
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from eval.cases import DatasetError

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question about one paragraph; no `answers` when the paragraph does not answer it."""

    question: str
    title: str
    paragraph: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """The best span found and its score, -inf where there was none; a higher score is surer."""

    text: str
    score: float


class _Answer(BaseModel):
    text: str


class _Asked(BaseModel):
    question: str
    answers: tuple[_Answer, ...] = ()


class _Paragraph(BaseModel):
    context: str
    qas: tuple[_Asked, ...]


class _Article(BaseModel):
    title: str = ""
    paragraphs: tuple[_Paragraph, ...]


class _File(BaseModel):
    data: tuple[_Article, ...]


def load_questions(
    path: Path, *, limit: int | None = None, sample: int | None = None
) -> tuple[Question, ...]:
    """Read a file in SQuAD's format, `.json` or `.json.gz`.

    Args:
        path: The file.
        limit: Take at most so many questions.
        sample: Seed by which they are drawn; without it the first ones are taken.

    Raises:
        DatasetError: The file cannot be read, is no such file, or holds no question.
    """
    try:
        content = path.read_bytes()
        if path.suffix == ".gz":
            content = gzip.decompress(content)
        articles = _File.model_validate_json(content).data
    except (OSError, EOFError, ValidationError) as error:
        reason = str(error).splitlines()[0]
        raise DatasetError(f"is no file of SQuAD questions ({reason})", path=path) from error
    questions = tuple(
        Question(
            question=asked.question.strip(),
            title=article.title.replace("_", " "),
            paragraph=paragraph.context,
            answers=tuple(answer.text for answer in asked.answers),
        )
        for article in articles
        for paragraph in article.paragraphs
        for asked in paragraph.qas
    )
    if not questions:
        raise DatasetError("holds no questions; check the path.", path=path)
    if limit is None or limit >= len(questions):
        return questions
    if sample is None:
        return questions[:limit]
    return tuple(random.Random(sample).sample(questions, limit))  # noqa: S311  no secret


def normalise_answer(text: str) -> str:
    """Normalise as the official script does.

    >>> normalise_answer("The  Nordic, mentor-network.")
    'nordic mentornetwork'
    """
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def exact_match(gold: str, predicted: str) -> float:
    """Give 1.0 when both are the same once normalised, else 0.0."""
    return float(normalise_answer(gold) == normalise_answer(predicted))


def f1_score(gold: str, predicted: str) -> float:
    """Give the F1 of the bags of words, 0 to 1; with no word on a side, whether both have none.

    >>> f1_score("the mentor network", "a Nordic mentor network")
    0.8
    """
    wanted, given = normalise_answer(gold).split(), normalise_answer(predicted).split()
    if not wanted or not given:
        return float(wanted == given)
    shared = (Counter(wanted) & Counter(given)).total()
    # 2PR / (P + R), without the division by zero.
    return 2 * shared / (len(wanted) + len(given))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scored:
    """A question's marks: of the span given, and of declining."""

    answerable: bool
    score: float
    exact: float
    f1: float

    def given(self, threshold: float) -> bool:
        return self.score > threshold

    @property
    def declined(self) -> float:
        return float(not self.answerable)


def squad_figures(
    questions: Sequence[Question], predictions: Sequence[Prediction], threshold: float
) -> Mapping[str, float | int]:
    """Give the official figures; a span counts as given when its score is above the threshold.

    `best_f1` is the highest F1 that any one threshold would give, `best_f1_threshold` that
    threshold. Figures of answerable (`HasAns_`) or unanswerable (`NoAns_`) questions are left out
    when there are none. All but the threshold are percentages; `total` counts questions.
    """
    scored = [_score(one, other) for one, other in zip(questions, predictions, strict=True)]
    parts = {
        "": scored,
        "HasAns_": [one for one in scored if one.answerable],
        "NoAns_": [one for one in scored if not one.answerable],
    }
    figures: dict[str, float | int] = {}
    for prefix, part in parts.items():
        if part:
            exact = sum(one.exact if one.given(threshold) else one.declined for one in part)
            f1 = sum(one.f1 if one.given(threshold) else one.declined for one in part)
            figures[f"{prefix}exact"] = _percent(exact, len(part))
            figures[f"{prefix}f1"] = _percent(f1, len(part))
            figures[f"{prefix}total"] = len(part)
    best_f1, best_threshold = _best_threshold(scored)
    figures |= {"best_f1": _percent(best_f1, len(scored)), "best_f1_threshold": best_threshold}
    return figures | {"threshold": threshold}


def _score(question: Question, prediction: Prediction) -> _Scored:
    # Gold answers that are articles and punctuation alone do not count, as in the official script.
    gold = [answer for answer in question.answers if normalise_answer(answer)] or [""]
    return _Scored(
        answerable=bool(question.answers),
        score=prediction.score,
        exact=max(exact_match(answer, prediction.text) for answer in gold),
        f1=max(f1_score(answer, prediction.text) for answer in gold),
    )


def _best_threshold(scored: Sequence[_Scored]) -> tuple[float, float]:
    """Give the highest sum of F1 and a threshold that reaches it: that of the last span declined.

    Spans are given one after the other, the surest first; those of one score go together.
    """
    ordered = sorted(scored, key=lambda one: -one.score)
    total = sum(one.declined for one in ordered)
    best, threshold = total, ordered[0].score
    for at, one in enumerate(ordered):
        total += one.f1 - one.declined
        below = ordered[at + 1].score if at + 1 < len(ordered) else one.score - 1.0
        if below < one.score and total > best:
            best, threshold = total, below
    return best, round(threshold, 4) if abs(threshold) != float("inf") else threshold


def _percent(total: float, count: int) -> float:
    return round(100 * total / count, 3)
