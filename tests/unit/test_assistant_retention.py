"""Old conversations are deleted at the start and day by day, and never without being told to."""

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from assistant.errors import KnowledgeBaseUnavailable
from assistant.retention import forget_old, keep_forgetting

NOW = datetime(2026, 6, 1, tzinfo=UTC)


@dataclass(kw_only=True)
class Store:
    """Remembers what it was told to forget."""

    failure: Exception | None = None
    moments: list[datetime] = field(default_factory=list)
    erased: int = 0
    called: threading.Event = field(default_factory=threading.Event)

    def forget_older_than(self, moment: datetime) -> int:
        """Note the moment."""
        self.moments.append(moment)
        self.called.set()
        if self.failure:
            raise self.failure
        return 3

    def erase(self) -> bool:
        """Count."""
        self.erased += 1
        return True


def test_what_is_older_than_the_days_goes() -> None:
    store = Store()

    assert forget_old(store, 30, now=NOW) == 3
    assert store.moments == [NOW - timedelta(days=30)]


def test_no_days_forget_nothing_but_finish_what_was_deleted() -> None:
    store = Store()

    assert forget_old(store, 0, now=NOW) == 0
    assert (store.moments, store.erased) == ([], 1)


def test_a_hundred_years_are_no_error() -> None:
    assert forget_old(Store(), 36_500, now=NOW) == 3


def test_it_begins_at_once_and_ends_when_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    store = Store()

    end = keep_forgetting(store, 30)
    assert store.called.wait(10)
    end()

    assert len(store.moments) == 1
    assert [thread.name for thread in threading.enumerate() if thread.name == "retention"] == []
    assert "deleted conversations older than 30 days: 3" in caplog.text


def test_a_failure_is_logged_and_the_server_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    store = Store(failure=KnowledgeBaseUnavailable("disk full"))

    end = keep_forgetting(store, 30)
    assert store.called.wait(10)
    end()

    assert "old conversations cannot be deleted: disk full" in caplog.text
