"""How long the stages of an answer take."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Stopwatch:
    """Milliseconds by stage, together where it came twice, and in total since it was made."""

    began: float = field(default_factory=time.perf_counter)
    stages: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what is done within."""
        started = time.perf_counter()
        try:
            yield
        finally:
            taken = (time.perf_counter() - started) * 1000
            self.stages[name] = round(self.stages.get(name, 0.0) + taken, 3)

    def reading(self) -> Mapping[str, float]:
        """Give the milliseconds by stage, and in total."""
        total = round((time.perf_counter() - self.began) * 1000, 3)
        return {**self.stages, "total": total}
