"""Gives staff their insights: reads what is stored, one period at a time, beside the answering."""

import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from assistant.insights.model import Asked, Insights
from assistant.insights.periods import beginning_of, first_day_before, period_of, zone_of
from assistant.insights.reading import asked_from_turn
from assistant.insights.report import Looked, Texts, build_insights
from assistant.insights.vectors import Encode, QuestionVectors
from assistant.library import DocumentSummary
from assistant.model import AskedTurn

PATIENCE_SECONDS = 1.0
"""How long a look waits for questions to be compared by meaning before it shows them ungrouped."""

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def _now() -> datetime:
    return datetime.now(UTC)


class InsightsDesk:
    """Puts insights together on demand; nothing of a question is kept but vectors in memory.

    Safe to use from several threads; one look is made at a time, so that many cannot take the
    processor from the answers.
    """

    def __init__(
        self,
        *,
        turns_since: Callable[[datetime], Iterable[AskedTurn]],
        documents: Callable[[], Sequence[DocumentSummary]],
        encode: Encode,
        now: Callable[[], datetime] = _now,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        """Read nothing yet."""
        self._turns_since = turns_since
        self._documents = documents
        self._vectors = QuestionVectors(encode)
        self._now = now
        self._patience = patience
        self._one_at_a_time = threading.Lock()

    def look(self, *, days: int | None, timezone: str) -> Insights:
        """Give the insights of a period; see `InsightsView.look`."""
        zone = zone_of(timezone)
        with self._one_at_a_time:
            now = self._now()
            period = period_of(days, now, zone, first=now)
            earliest = first_day_before(period)
            asked = self._asked(beginning_of(earliest, zone) if earliest else _BEGINNING)
            if days is None and asked:
                period = period_of(None, now, zone, first=min(one.asked_at for one in asked))
            return build_insights(
                asked, self._documents(), period=period, zone=zone, find_vectors=self._find
            )

    def close(self) -> None:
        """Stop computing vectors."""
        self._vectors.close()

    def _asked(self, since: datetime) -> list[Asked]:
        # One at a time: whole turns with their quotes take a hundred times as much memory.
        return [asked_from_turn(turn) for turn in self._turns_since(since)]

    def _find(self, texts: Texts) -> Looked:
        return self._vectors.find(texts, patience=self._patience)
