"""The last events of an answer's stream: its text in pieces, then the whole turn."""

import secrets
from collections.abc import Iterable, Iterator

from assistant.model import (
    Answer,
    AnswerEvent,
    PassagesFound,
    QueryUnderstood,
    TextDelta,
    Turn,
    TurnFinished,
)
from assistant.stopwatch import Stopwatch


def finished(question: str, query: str, answer: Answer, clock: Stopwatch) -> Iterator[AnswerEvent]:
    """Give an answer's text line by line, and then the turn with a new id and its timings."""
    for piece in answer.text.splitlines(keepends=True):
        yield TextDelta(text=piece)
    yield TurnFinished(
        turn=Turn(
            turn_id=secrets.token_hex(12),
            question=question,
            query=query,
            answer=answer,
            timings_ms=clock.reading(),
        )
    )


def turn_of(events: Iterable[AnswerEvent]) -> Turn:
    """Drain an answer's stream, and give its turn."""
    *_, last = events
    if not isinstance(last, TurnFinished):  # pragma: no cover - the stream's contract
        raise TypeError("an answer's stream ended without its turn; report this as a defect.")
    return last.turn


def whole(
    question: str, query: str, read: int, answer: Answer, clock: Stopwatch
) -> Iterator[AnswerEvent]:
    """Give all events of an answer that is known: what was understood, what was read, the rest."""
    yield QueryUnderstood(question=question, query=query)
    yield PassagesFound(count=read)
    yield from finished(question, query, answer, clock)
