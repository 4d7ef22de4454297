"""Whether the assistant can answer now, and what it knows about its parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Says whether questions can be answered now.

    `details` maps a part ("documents", "reader", ...) to one word or sentence about it; it goes to
    whoever asks `/readyz`, so it holds no paths and no secrets.
    """

    ready: bool
    details: Mapping[str, str] = field(default_factory=dict)
