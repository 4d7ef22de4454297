"""Loads what the first question would wait for, and says whether questions can be answered yet."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.readiness import Readiness
from assistant.translation import translated


@dataclass(frozen=True, slots=True, kw_only=True)
class Warmth:
    """Whether everything is loaded. Safe across threads.

    Attributes:
        loads: Load what questions need, one after another.
        afterwards: Makes what no question waits for.
        count_documents: Counts what is stored.
        vectors: Says in which state the vector index is.
    """

    loads: Sequence[Callable[[], object]]
    afterwards: Callable[[], object]
    count_documents: Callable[[], int]
    vectors: Callable[[], str]
    _warmed: threading.Event = field(default_factory=threading.Event, init=False, repr=False)

    def warm(self) -> None:
        """Load it all, then make what no question waits for; blocks."""
        with translated():
            for load in self.loads:
                load()
        self._warmed.set()
        with translated():
            self.afterwards()

    @translated()
    def readiness(self) -> Readiness:
        """Say whether questions can be answered now, and in detail what is there."""
        documents = self.count_documents()
        is_warm = self._warmed.is_set()
        return Readiness(
            ready=bool(documents) and is_warm,
            details={
                "documents": str(documents),
                "models": "loaded" if is_warm else "loading",
                "vectors": self.vectors(),
            },
        )
