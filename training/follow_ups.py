"""Follow-ups to learn from: what was said before, and which words of it each points at.

A line of `training/data/conversations-N.jsonl` is a conversation about a page of `pages-N.jsonl`:
`turns` (question, sentence of the page, short answer or null), the `follow_up`, how one would
write it alone (`rewrite`), and the words that it points at (`means`, none where it stands alone).
`answered-N.jsonl` has the same follow-ups behind the product's own answers.
A line of `follow-ups-development.jsonl` is a `question`, the `history` before it as the product
answered, and how a person would write it alone (`rewrite`).
"""

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.model import Answer, Turn
from assistant.question.following.reading_back import history_of
from eval.cases import Kind, Split, load_dataset
from eval.rewrites import Part, Rewrite, Year, load_rewrites
from index.fulltext import STOP_WORDS
from training.rephrasing import misspelt

FOLDER = Path("training/data")
_CASES = tuple(
    Path("eval/data", *inside, "cases.jsonl") for inside in ((), ("harbour",), ("atlas",))
)
# Every so many-th page is held out.
HELD_OUT_EVERY = 10
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_OWNER = re.compile(r"[’']s?$")
_NO_ANSWER = Answer(status="declined", text="")


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A question, what was said before it, and all stretches of that which it may point at.

    Attributes:
        question: As typed.
        history: As `history_of` writes it.
        spans: Offsets (start, end) in the history; none where the question stands alone.
        held_out: Whether it is not to be learned from.
    """

    question: str
    history: str
    spans: tuple[tuple[int, int], ...]
    held_out: bool = False


def of_our_pages(folder: Path = FOLDER) -> Iterator[FollowUp]:
    """Read the conversations about our own pages; those whose words are cut off are left out."""
    for content in _lines(folder, "conversations-*.jsonl"):
        yield from _pointing(content, content["follow_up"], written_history(content))


def of_answered(folder: Path = FOLDER) -> Iterator[FollowUp]:
    """Read the same follow-ups behind what the product answered."""
    for content in _lines(folder, "answered-*.jsonl"):
        yield from _pointing(content, content["question"], content["history"])


def _lines(folder: Path, pattern: str) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob(pattern)):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def written_history(content: Mapping[str, Any]) -> str:
    """Give what was said in a written conversation."""
    return history_of([_turn(*turn) for turn in content["turns"]])


def _pointing(content: Mapping[str, Any], question: str, history: str) -> Iterator[FollowUp]:
    spans = tuple(span for means in content["means"] for span in occurrences(means, history))
    if spans or not content["means"]:
        held_out = content["page"] % HELD_OUT_EVERY == 0
        yield FollowUp(question=question, history=history, spans=spans, held_out=held_out)


def of_development(folder: Path = FOLDER) -> Iterator[FollowUp]:
    """Read follow-ups about the documents of `eval/data`, written to find out what goes wrong."""
    for line in (folder / "follow-ups-development.jsonl").read_text(encoding="utf-8").splitlines():
        content = json.loads(line)
        question, history = content["question"], content["history"]
        spans = put_in(history, content["rewrite"], question)
        yield FollowUp(question=question, history=history, spans=spans)


def of_standing_alone(rng: random.Random, folder: Path = FOLDER) -> Iterator[FollowUp]:
    """Put questions of development that name what they are about behind what others asked.

    Each is there as written and as people type.
    """
    before = [one.history for one in of_development(folder)]
    for path in _CASES:
        for case in load_dataset(path).select(split=Split.DEV).cases:
            if case.kind not in {Kind.FOLLOW_UP, Kind.SMALL_TALK}:
                for question in (case.question, misspelt(case.question, rng)):
                    yield FollowUp(question=question, history=rng.choice(before), spans=())


def of_cast(file: Path) -> Iterator[FollowUp]:
    """Read TREC CAsT's training conversations of 2019 and 2020, never those of 2021.

    What a person put into the question alone tells what it points at.
    """
    for row in load_rewrites(file, years=(Year.Y2019, Year.Y2020), part=Part.TRAIN):
        if not row.history:
            continue
        history = history_of([_asked(one.question) for one in row.history])
        spans = () if _is_same(row) else put_in(history, row.standalone, row.question)
        if spans or _is_same(row):
            yield FollowUp(question=row.question, history=history, spans=spans)


def _turn(question: str, sentence: str, short: str | None) -> Turn:
    answer = Answer(status="answered", text=sentence, short_answer=short)
    return Turn(turn_id="", question=question, query=question, answer=answer)


def _asked(question: str) -> Turn:
    return Turn(turn_id="", question=question, query=question, answer=_NO_ANSWER)


def _is_same(row: Rewrite) -> bool:
    return row.question.casefold().rstrip("?. ") == row.standalone.casefold().rstrip("?. ")


def occurrences(text: str, history: str) -> tuple[tuple[int, int], ...]:
    """Give where a text stands in a history as whole words.

    >>> occurrences("Alfa", "Alfa owns Alfabet. Alfa")
    ((0, 4), (19, 23))
    """
    found = re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", history)
    return tuple(one.span() for one in found)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def put_in(history: str, standalone: str, question: str) -> tuple[tuple[int, int], ...]:
    """Give the longest stretches of a history that the standalone question has and the typed not.

    >>> text = "Asked: What is throat cancer? Answer: "
    >>> [text[start:end] for start, end in put_in(text, "Is throat cancer bad?", "Is it bad?")]
    ['throat cancer']
    """
    said, wanted = _words(history), [one.text for one in _words(standalone)]
    typed = {one.text for one in _words(question)} | STOP_WORDS
    best: dict[tuple[int, int], int] = {}
    for at in range(len(said)):
        for other in range(len(wanted)):
            run = _common(said[at:], wanted[other:])
            new = [one for one in run if one.text not in typed]
            if new:
                best[new[0].start, new[-1].end] = len(new)
    longest = max(best.values(), default=0)
    return tuple(span for span, count in best.items() if count == longest)


def _words(text: str) -> list[_Word]:
    return [
        _Word(_OWNER.sub("", one.group().casefold()), *one.span()) for one in _WORD.finditer(text)
    ]


def _common(said: Sequence[_Word], wanted: Sequence[str]) -> Sequence[_Word]:
    """Give the words with which both begin."""
    count = 0
    for one, other in zip(said, wanted, strict=False):
        if one.text != other:
            break
        count += 1
    return said[:count]
