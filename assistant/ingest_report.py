"""What ingestion says while it runs and when it is done, and what a check of the data found."""

from dataclasses import dataclass
from typing import Literal

IngestOutcome = Literal["added", "replaced", "unchanged", "removed", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestEvent:
    """One source is done.

    `done` of `total` sources are finished, this one included. `passages` counts those of this
    document. `reason` says why it failed, in one sentence, and is empty otherwise.
    """

    source: str
    outcome: IngestOutcome
    done: int
    total: int
    passages: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestFailure:
    """A source that could not be read, with the reason in one sentence."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestSkip:
    """A file in a folder that was left out, and why, in a few words; not a failure."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """Documents by outcome, passages written, how long it took, and which files were left out."""

    added: int
    replaced: int
    unchanged: int
    removed: int
    failures: tuple[IngestFailure, ...]
    passages: int
    seconds: float
    skipped: tuple[IngestSkip, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a check looked at; `message` says that it is well, or what to do about it."""

    name: str
    ok: bool
    message: str
