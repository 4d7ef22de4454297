"""Work that follows a change and that nobody has to wait for, done by one thread."""

import logging
import threading
from collections.abc import Callable

from assistant.errors import AssistantError

_LOG = logging.getLogger(__name__)


class Following:
    """Does something again after each change; changes that come meanwhile are followed once."""

    def __init__(self, work: Callable[[], None], *, name: str) -> None:
        """Choose the work; nothing runs until something changed."""
        self._work = work
        self._name = name
        self._condition = threading.Condition()
        self._asked = 0
        self._done = 0
        self._closed = False
        self._thread: threading.Thread | None = None

    def changed(self, *, patience_seconds: float = 0.0) -> bool:
        """Say that something changed, and wait a little; whether the work was done by then."""
        with self._condition:
            self._asked += 1
            mine = self._asked
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._condition.notify_all()
            return self._condition.wait_for(lambda: self._done >= mine, patience_seconds)

    def close(self, *, patience_seconds: float = 5.0) -> None:
        """Start nothing more, and wait a little for what is being done."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(patience_seconds)

    def _run(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._closed or self._asked > self._done)
                if self._closed:
                    return
                asked = self._asked
            try:
                self._work()
            except AssistantError as error:
                # What changed is stored, and the next change or start follows it.
                _LOG.warning("%s", error)
            with self._condition:
                self._done = asked
                self._condition.notify_all()
