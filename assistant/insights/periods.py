"""Periods of whole days as they pass in a place, where a day may have 23 or 25 hours."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from assistant.errors import UnknownTimezone
from assistant.insights.model import Period


def zone_of(name: str) -> ZoneInfo:
    """Give a time zone by its IANA name.

    Raises:
        UnknownTimezone: There is none of this name.
    """
    # It looks for a file; a name that leads out of its folder is one of the errors.
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        raise UnknownTimezone(name) from error


def period_of(days: int | None, now: datetime, zone: ZoneInfo, *, first: datetime) -> Period:
    """Give the period of so many days that ends with today, or of all since `first`."""
    today = day_of(now, zone)
    if days is None:
        first_day = min(day_of(first, zone), today)
    else:
        first_day = today - timedelta(days=days - 1)
    return Period(days=days, first_day=first_day, last_day=today, timezone=zone.key)


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """Give the day on which a moment falls there."""
    return moment.astimezone(zone).date()


def beginning_of(day: date, zone: ZoneInfo) -> datetime:
    """Give the moment, in UTC, at which a day begins there."""
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC)


def first_day_before(period: Period) -> date | None:
    """Give the day on which the equally long period before begins; None for all."""
    if period.days is None:
        return None
    return period.first_day - timedelta(days=period.days)


def days_of(period: Period) -> Iterator[date]:
    """Give every day of a period, oldest first."""
    for number in range((period.last_day - period.first_day).days + 1):
        yield period.first_day + timedelta(days=number)
