"""Conversations are deleted when they are old, as long as a server runs."""

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from assistant.errors import AssistantError

_LOG = logging.getLogger(__name__)

_DAY_SECONDS = 24 * 3600

# How long the end of a server waits for a deletion that has begun.
_PATIENCE_SECONDS = 10


class Forgetting(Protocol):
    """What the store of conversations does for this."""

    def forget_older_than(self, moment: datetime) -> int:
        """Delete what is older for good and say how many conversations that were."""
        ...

    def erase(self) -> bool:
        """Take what was deleted out of the files; False if it must wait."""
        ...


def forget_old(store: Forgetting, days: int, *, now: datetime) -> int:
    """Delete conversations without a question for `days` days; 0 days delete none."""
    # What a server that was killed had deleted may still be in a file.
    store.erase()
    return store.forget_older_than(now - timedelta(days=days)) if days else 0


def keep_forgetting(store: Forgetting, days: int) -> Callable[[], None]:
    """Delete old conversations now and once a day, in the background; give what ends that."""
    ended = threading.Event()

    def forget_daily() -> None:
        while True:
            try:
                count = forget_old(store, days, now=datetime.now(UTC))
            except AssistantError as error:
                _LOG.error("old conversations cannot be deleted: %s", error)
            else:
                if count:
                    _LOG.info("deleted conversations older than %d days: %d", days, count)
            if ended.wait(_DAY_SECONDS):
                return

    thread = threading.Thread(target=forget_daily, name="retention", daemon=True)
    thread.start()

    def end() -> None:
        ended.set()
        # The folder is given free next: nothing may be written after that.
        thread.join(_PATIENCE_SECONDS)

    return end
