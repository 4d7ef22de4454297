"""What visitors asked lately that an approved answer would be served to."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from assistant.model import AskedTurn

DAYS = 30
"""How far back is looked: what is asked now is asked again soon."""

# Enough to see whether the wordings are right.
_MOST_TOLD = 20


def asked_lately(turns_since: Callable[[datetime], Iterable[AskedTurn]]) -> tuple[str, ...]:
    """Give the standalone questions of the last days, each once, the one asked last first."""
    since = datetime.now(UTC) - timedelta(days=DAYS)
    asked: dict[str, str] = {}
    for one in turns_since(since):
        asked.pop(one.turn.query.casefold(), None)
        asked[one.turn.query.casefold()] = one.turn.query
    return tuple(reversed(asked.values()))


def those_served(questions: Sequence[str], served: Sequence[bool]) -> tuple[str, ...]:
    """Give the first questions that would be served."""
    pairs = zip(questions, served, strict=True)
    return tuple(question for question, is_served in pairs if is_served)[:_MOST_TOLD]
