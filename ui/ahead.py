"""Runs ahead of the page: an answer is worked out while what came before is still being drawn.

The framework asks for the next update only when it has sent the last one. A thread of its own lets
the assistant go on meanwhile, and what has gathered is then drawn at once.
"""

import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """What comes after the last item: nothing, or the error that ended it."""

    error: Exception | None = None


class Ahead(Generic[Item]):
    """Takes from an iterator in a thread, from the moment that it is made."""

    def __init__(self, items: Iterator[Item]) -> None:
        """Begin to take from `items`."""
        self._items = items
        self._taken: queue.SimpleQueue[Item | _End] = queue.SimpleQueue()
        self._unwanted = threading.Event()
        threading.Thread(target=self._take, name="answer", daemon=True).start()

    def batches(self) -> Iterator[tuple[Item, ...]]:
        """Give what has gathered, waiting for at least one item; never an empty batch.

        When the caller stops early, so does the thread, after the item that it is working on.

        Raises:
            Exception: What the iterator raised, after everything that it gave.
        """
        try:
            while True:
                batch, end = self._gathered()
                if batch:
                    yield batch
                if end is not None:
                    if end.error is not None:
                        raise end.error
                    return
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Let the thread stop after the item that it is working on; nobody waits for the rest."""
        self._unwanted.set()

    def _take(self) -> None:
        try:
            for item in self._items:
                self._taken.put(item)
                if self._unwanted.is_set():
                    return
        except Exception as error:  # noqa: BLE001 - raised again by `batches`
            self._taken.put(_End(error=error))
        else:
            self._taken.put(_End())

    def _gathered(self) -> tuple[tuple[Item, ...], _End | None]:
        batch: list[Item] = []
        next_one = self._taken.get()
        while not isinstance(next_one, _End):
            batch.append(next_one)
            if self._taken.empty():
                return tuple(batch), None
            next_one = self._taken.get()
        return tuple(batch), next_one
