"""TREC CAsT: follow-ups beside the standalone questions that people wrote for them.

Source: Dalton, Xiong and Callan, "TREC CAsT 2019: The Conversational Assistance Track Overview",
2020, and the tracks of 2020 and 2021. Nothing is searched here.
"""

import re
import time
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field, ValidationError

from assistant.model import Answer, Conversation, Turn
from assistant.question.condenser import Condenser
from eval.cases import DatasetError
from eval.metrics import mean, percentile

_WORD = re.compile(r"[^\W_]+")
_DEV_EVERY = 3


class Year(StrEnum):
    """A year of the track."""

    Y2019 = "2019"
    Y2020 = "2020"
    Y2021 = "2021"


class Part(StrEnum):
    """Whole conversations to train on, and others to see what was learnt."""

    TRAIN = "train"
    DEV = "dev"


class _Row(BaseModel):
    year: str = Field(alias="set")
    id: str
    history: tuple[tuple[Literal["user", "agent"], str], ...]
    raw: str
    rewrite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """A follow-up, what was said before it, and the standalone question that a person wrote.

    Attributes:
        row_id: Tells conversation and place in it.
        year: Of the track.
        history: Earlier exchanges in order; a reply is "" where none was kept.
        question: The follow-up.
        standalone: What a person wrote for it.
    """

    row_id: str
    year: Year
    history: tuple["Exchange", ...]
    question: str
    standalone: str

    @property
    def part(self) -> Part:
        """Which part its conversation belongs to; those of one conversation are never parted."""
        topic = int(self.row_id.partition("_")[0])
        return Part.TRAIN if topic % _DEV_EVERY else Part.DEV


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked, and what was replied."""

    question: str
    reply: str


def load_rewrites(
    path: Path, *, years: Collection[Year] = (), part: Part | None = None
) -> tuple[Rewrite, ...]:
    """Read the rows of some years, all when none is named, and of one part or both.

    Raises:
        DatasetError: The file cannot be read, holds something else, or no such row.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [_rewrite(_Row.model_validate_json(line)) for line in lines if line.strip()]
    except (OSError, UnicodeDecodeError, ValidationError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise DatasetError(f"does not hold rewrites ({reason}); check it", path=path) from error
    kept = [row for row in rows if not years or row.year in years]
    kept = [row for row in kept if part is None or row.part is part]
    if not kept:
        raise DatasetError("holds no row of those years; ask for others", path=path)
    return tuple(kept)


def _rewrite(row: _Row) -> Rewrite:
    return Rewrite(
        row_id=row.id,
        year=Year(row.year.removeprefix("cast")),
        history=tuple(_exchanges(row.history)),
        question=row.raw.strip(),
        standalone=row.rewrite.strip(),
    )


def _exchanges(history: Sequence[tuple[str, str]]) -> Iterator[Exchange]:
    for at, (role, text) in enumerate(history):
        if role == "user":
            after = history[at + 1] if at + 1 < len(history) else ("user", "")
            yield Exchange(text.strip(), after[1].strip() if after[0] == "agent" else "")


def condensed_history(condenser: Condenser, history: Sequence[Exchange]) -> Conversation:
    """Give what was said as a conversation, each question understood as the condenser does."""
    conversation = Conversation(conversation_id="rewrites")
    for at, each in enumerate(history):
        query = condenser.condense(each.question, conversation).query
        answer = Answer(status="answered", text=each.reply)
        turn = Turn(turn_id=str(at), question=each.question, query=query, answer=answer)
        conversation = conversation.append(turn)
    return conversation


def token_f1(one: str, other: str) -> float:
    """Give the F1 of two texts' words, case and punctuation aside, each as often as it occurs.

    >>> token_f1("Who funds NOME?", "who funds it"), token_f1("", "")
    (0.6666666666666666, 1.0)
    """
    first, second = _words(one), _words(other)
    shared = sum((Counter(first) & Counter(second)).values())
    return 2 * shared / (len(first) + len(second)) if first or second else 1.0


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def measure_rewrites(condenser: Condenser, rows: Sequence[Rewrite]) -> Mapping[str, object]:
    """Compare what a condenser makes of each row with what a person wrote; shares are 0 to 1."""
    queries, milliseconds, asked_back = [], [], 0
    for row in rows:
        conversation = condensed_history(condenser, row.history)
        started = time.perf_counter()
        condensed = condenser.condense(row.question, conversation)
        milliseconds.append((time.perf_counter() - started) * 1000)
        queries.append(condensed.query)
        asked_back += condensed.asks_back is not None
    pairs = list(zip(rows, queries, strict=True))
    alone = [(row, query) for row, query in pairs if _same(row.question, row.standalone)]
    dependent = [(row, query) for row, query in pairs if not _same(row.question, row.standalone)]
    return {
        "rows": len(rows),
        "f1": _mean([token_f1(query, row.standalone) for row, query in pairs]),
        "exact": _mean([_same(query, row.standalone) for row, query in pairs]),
        "floor_f1": _mean([token_f1(row.question, row.standalone) for row in rows]),
        "floor_exact": _mean([_same(row.question, row.standalone) for row in rows]),
        "standalone": len(alone),
        "left_alone": _mean([_same(row.question, query) for row, query in alone]),
        "dependent": len(dependent),
        "dependent_f1": _mean([token_f1(query, row.standalone) for row, query in dependent]),
        "floor_dependent_f1": _mean(
            [token_f1(row.question, row.standalone) for row, _ in dependent]
        ),
        "changed": _mean([not _same(row.question, query) for row, query in dependent]),
        "asked_back": asked_back / len(rows),
        "p95_ms": round(percentile(milliseconds, 95) or 0.0, 3),
    }


def _same(one: str, other: str) -> bool:
    return _words(one) == _words(other)


def _mean(values: Sequence[float]) -> float | None:
    found = mean(values)
    return None if found is None else round(found, 4)
