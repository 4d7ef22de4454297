"""Days as they pass in a place, totals, and how long answers took."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from assistant.errors import UnknownTimezone
from assistant.insights.counting import by_day, latency_of, totals_of
from assistant.insights.model import Latency, Totals
from assistant.insights.periods import (
    beginning_of,
    days_of,
    first_day_before,
    period_of,
    zone_of,
)
from tests.insights_turns import NOON, ask, declined, disliked

STOCKHOLM = zone_of("Europe/Stockholm")


def test_a_period_ends_with_the_day_that_it_is_there() -> None:
    late = datetime(2026, 5, 20, 22, 30, tzinfo=UTC)  # already the 21st in Stockholm

    period = period_of(7, late, STOCKHOLM, first=late)

    assert (period.first_day, period.last_day) == (date(2026, 5, 15), date(2026, 5, 21))
    assert first_day_before(period) == date(2026, 5, 8)
    assert len(list(days_of(period))) == 7


def test_all_begins_with_the_first_question_and_has_none_before() -> None:
    first = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)

    period = period_of(None, NOON, STOCKHOLM, first=first)

    assert (period.first_day, period.last_day) == (date(2026, 3, 2), date(2026, 5, 20))
    assert first_day_before(period) is None


def test_a_first_question_in_the_future_does_not_turn_the_period_round() -> None:
    period = period_of(None, NOON, STOCKHOLM, first=NOON + timedelta(days=9))

    assert list(days_of(period)) == [date(2026, 5, 20)]


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 5, 20), 24)],
)
def test_days_have_the_hours_that_they_have_there(day: date, hours: int) -> None:
    length = beginning_of(day + timedelta(days=1), STOCKHOLM) - beginning_of(day, STOCKHOLM)

    assert length == timedelta(hours=hours)


def test_questions_around_the_change_of_clocks_fall_on_their_days() -> None:
    now = datetime(2026, 10, 26, 12, tzinfo=UTC)
    period = period_of(3, now, STOCKHOLM, first=now)
    # 23:30 on the 24th, 00:30 and both 02:30 on the 25th, 23:30 on the 25th.
    moments = ["24T21:30", "24T22:30", "25T00:30", "25T01:30", "25T22:30"]
    asked = [
        one
        for moment in moments
        for one in ask("Who?", at=datetime.fromisoformat(f"2026-10-{moment}+00:00"))
    ]

    counted = by_day(asked, period, STOCKHOLM)

    assert [(each.day.day, each.totals.asked) for each in counted] == [(24, 1), (25, 4), (26, 0)]


@pytest.mark.parametrize(
    "name", ["", "Nowhere/Town", "../../etc/passwd", "/etc/passwd", "a\0b", "Ö"]
)
def test_an_unknown_zone_is_refused_by_name(name: str) -> None:
    with pytest.raises(UnknownTimezone, match="IANA"):
        zone_of(name)


def test_small_talk_counts_as_nothing_else() -> None:
    talk = [replace(one, is_small_talk=True, verdict="up") for one in ask("Hi", times=3)]
    back = [replace(one, outcome="asked_back") for one in ask("Who funds it?")]

    totals = totals_of([*talk, *back, *ask("A?", times=2), *declined("B?"), *disliked("C?")])

    assert totals == Totals(
        asked=5, answered=3, declined=1, asked_back=1, disliked=1, liked=0, small_talk=3
    )
    assert totals_of(talk) == Totals(small_talk=3)
    assert totals_of([]) == Totals()


def test_percentiles_are_times_that_were_taken() -> None:
    asked = [one for ms in range(1, 101) for one in ask("A?", milliseconds=float(ms))]

    assert latency_of(asked) == Latency(median_ms=50.0, p95_ms=95.0)
    assert latency_of(ask("A?", milliseconds=7.0)) == Latency(median_ms=7.0, p95_ms=7.0)


def test_only_answers_to_questions_have_a_latency() -> None:
    talk = [replace(one, is_small_talk=True) for one in ask("Hi")]

    assert latency_of([*talk, *declined("B?"), *ask("A?", milliseconds=None)]) is None
