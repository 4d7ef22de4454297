"""Vectors of questions, computed a few at a time in one background thread and kept in memory."""

import hashlib
import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from assistant.insights.grouping import Vectors
from assistant.insights.report import Looked, Texts
from index.errors import SearchIndexError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LOG = logging.getLogger(__name__)

Encode = Callable[[Sequence[str]], "NDArray[np.float32]"]

# The encoder computes so few in one thread, and for no longer than 25 ms.
_AT_A_TIME = 4
# While more than these are waiting, which takes seconds, it rests as long as it works, so that
# whoever asks meanwhile has most of the processor.
_MANY = 400
# 1.5 KB each: 60 MB.
_MOST_KEPT = 40_000


class QuestionVectors:
    """Finds vectors of questions. Safe to use from several threads."""

    def __init__(self, encode: Encode) -> None:
        """Compute nothing yet."""
        self._encode = encode
        self._changed = threading.Condition()
        self._known: OrderedDict[bytes, NDArray[np.float32]] = OrderedDict()
        self._wanted: OrderedDict[bytes, str] = OrderedDict()
        self._worker: threading.Thread | None = None
        self._closed = threading.Event()

    def find(self, texts: Texts, *, patience: float) -> Looked:
        """Give the vectors, or how many questions have theirs when `patience` seconds are over.

        What is missing goes on being computed; a later call finds more. There must be a question.
        """
        whole, rest = _keys(texts.whole), _keys(texts.rest)
        with self._changed:
            self._want({**whole, **rest})
            self._changed.wait_for(lambda: self._worker is None, patience)
            pairs = zip(map(_key, texts.whole), map(_key, texts.rest), strict=True)
            known = [pair for pair in pairs if self._known.keys() >= set(pair)]
            if len(known) < len(texts.whole):
                return Looked(vectors=None, compared=len(known))
            rows = [(self._known[one], self._known[other]) for one, other in known]
        vectors = Vectors(
            whole=np.stack([row for row, _ in rows]), rest=np.stack([row for _, row in rows])
        )
        return Looked(vectors=vectors, compared=len(known))

    def close(self) -> None:
        """Stop computing; waits for the few texts under way."""
        with self._changed:
            self._closed.set()
            self._wanted.clear()
            worker = self._worker
        if worker is not None:
            worker.join()

    def _want(self, texts: Mapping[bytes, str]) -> None:
        """Have texts computed that are not known; called with the lock held."""
        for key, text in texts.items():
            if key in self._known:
                self._known.move_to_end(key)
            else:
                self._wanted.setdefault(key, text)
        if self._wanted and self._worker is None and not self._closed.is_set():
            self._worker = threading.Thread(target=self._work, name="question-vectors", daemon=True)
            self._worker.start()

    def _work(self) -> None:
        try:
            while batch := self._next():
                began = time.perf_counter()
                self._keep(list(batch), self._encode(list(batch.values())))
                if len(self._wanted) > _MANY:
                    self._closed.wait(time.perf_counter() - began)
        except SearchIndexError:
            # Questions are still grouped by their words, and the next look tries again.
            _LOG.exception("The questions could not be compared by meaning")
        finally:
            with self._changed:
                # Only this thread's own end: a later one may already be at work.
                if self._worker is threading.current_thread():
                    self._worker = None
                    self._wanted.clear()
                self._changed.notify_all()

    def _next(self) -> dict[bytes, str]:
        """Take the next few; with none left the worker is done, before anybody can add more."""
        with self._changed:
            few = min(_AT_A_TIME, len(self._wanted))
            batch = dict(self._wanted.popitem(last=False) for _ in range(few))
            if not batch:
                self._worker = None
            return batch

    def _keep(self, keys: Sequence[bytes], vectors: "NDArray[np.float32]") -> None:
        with self._changed:
            # Copied, so that a row does not keep its whole batch.
            self._known.update((key, row.copy()) for key, row in zip(keys, vectors, strict=True))
            while len(self._known) > _MOST_KEPT:
                self._known.popitem(last=False)


def _keys(texts: Sequence[str]) -> dict[bytes, str]:
    return {_key(text): text for text in texts}


def _key(text: str) -> bytes:
    """Stand for a text, so that no question stays in memory after it was deleted."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()
