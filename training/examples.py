"""Training examples of the reader: read from and written to gzipped JSON lines."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any


class Verdict(StrEnum):
    """How a statement decides a question for yes or no; the order is the network's."""

    NEITHER = "neither"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A question on a passage.

    Attributes:
        question: As a user would type it.
        context: Title and heading path; may be empty.
        text: The passage.
        start: First character of the answer within `text`; -1 when the passage does not answer.
        end: One past its last character; -1 likewise.
        origin: Where it comes from: "squad", "real", "swap", "mined", ...
        verdict: How the text decides the question; None where no verdict is learned from it.
    """

    question: str
    context: str
    text: str
    start: int = -1
    end: int = -1
    origin: str
    verdict: Verdict | None = None

    @property
    def is_answered(self) -> bool:
        """Whether the passage answers."""
        return self.start >= 0


def verdict_example(question: str, context: str, text: str, verdict: Verdict) -> Example:
    """Give a question with how a statement decides it."""
    return Example(question=question, context=context, text=text, origin="verdict", verdict=verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of an article with the examples asked on it."""

    title: str
    text: str
    examples: tuple[Example, ...]


def read_squad(path: Path) -> Iterator[Paragraph]:
    """Read a file in the form of SQuAD, gzipped.

    Answers that are not found where the file says are left out with their question.
    """
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        articles = json.load(stream)["data"]
    for article in articles:
        title = str(article.get("title", "")).replace("_", " ")
        for paragraph in article["paragraphs"]:
            text = str(paragraph["context"])
            examples = [_example(title, text, asked) for asked in paragraph["qas"]]
            yield Paragraph(
                title=title, text=text, examples=tuple(one for one in examples if one is not None)
            )


def write_examples(examples: Iterable[Example], path: Path) -> int:
    """Write examples, one JSON object on a line; give how many."""
    count = 0
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=4) as stream:
        for example in examples:
            stream.write(json.dumps(asdict(example), ensure_ascii=False) + "\n")
            count += 1
    return count


def read_examples(path: Path) -> tuple[Example, ...]:
    """Read what `write_examples` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return tuple(_read(json.loads(line)) for line in stream)


def _read(content: dict[str, Any]) -> Example:
    verdict = content.pop("verdict", None)
    return Example(**content, verdict=Verdict(verdict) if verdict else None)


def _example(title: str, text: str, asked: dict[str, Any]) -> Example | None:
    question = str(asked["question"]).strip()
    answers = asked.get("answers") or []
    if asked.get("is_impossible") or not answers:
        origin = str(asked.get("neg", "unanswerable"))
        return Example(question=question, context=title, text=text, origin=origin)
    answer, start = str(answers[0]["text"]), int(answers[0]["answer_start"])
    if not answer or text[start : start + len(answer)] != answer:
        return None
    return Example(
        question=question,
        context=title,
        text=text,
        start=start,
        end=start + len(answer),
        origin="squad",
    )
