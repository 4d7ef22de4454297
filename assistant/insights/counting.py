"""Counts what was asked and what became of it: in all, by day, and how long it took."""

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from assistant.insights.model import Asked, DayCount, Latency, Period, Totals
from assistant.insights.periods import day_of, days_of

_P95 = 0.95


def totals_of(asked: Iterable[Asked]) -> Totals:
    """Count questions; small talk is counted by itself and nowhere else."""
    each = list(asked)
    real = [one for one in each if not one.is_small_talk]
    return Totals(
        asked=len(real),
        answered=sum(one.outcome == "answered" for one in real),
        declined=sum(one.outcome == "declined" for one in real),
        asked_back=sum(one.outcome == "asked_back" for one in real),
        disliked=sum(one.verdict == "down" for one in real),
        liked=sum(one.verdict == "up" for one in real),
        small_talk=len(each) - len(real),
    )


def by_day(asked: Iterable[Asked], period: Period, zone: ZoneInfo) -> tuple[DayCount, ...]:
    """Count each day of a period, those without questions too, oldest first."""
    days: dict[object, list[Asked]] = {}
    for one in asked:
        days.setdefault(day_of(one.asked_at, zone), []).append(one)
    return tuple(DayCount(day=day, totals=totals_of(days.get(day, ()))) for day in days_of(period))


def latency_of(asked: Iterable[Asked]) -> Latency | None:
    """Give percentiles over answered questions, by nearest rank; None when there are none."""
    taken = sorted(
        one.milliseconds
        for one in asked
        if one.milliseconds is not None and one.outcome == "answered" and not one.is_small_talk
    )
    if not taken:
        return None
    return Latency(median_ms=_at_share(taken, 0.5), p95_ms=_at_share(taken, _P95))


def _at_share(taken: Sequence[float], share: float) -> float:
    """Give the smallest of sorted values that `share` of them do not exceed."""
    rank = -int(-len(taken) * share // 1)
    return taken[max(rank, 1) - 1]
