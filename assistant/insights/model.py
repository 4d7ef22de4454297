"""What staff are shown of a period: counts, groups of questions, documents. No person is in it.

All immutable. Nothing here holds an owner, a conversation's or a turn's id.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol

Outcome = Literal["answered", "declined", "asked_back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it is counted; texts are masked and without line breaks.

    Attributes:
        text: The standalone form that was searched.
        outcome: What became of it; "asked_back" when the assistant had to ask what was meant.
        is_small_talk: A greeting, thanks, or a question about the assistant.
        verdict: A person's thumb, if any; `reason` is what they wrote with it.
        cited: The documents that the answer quotes, titles by id.
        nearest: The documents that came nearest, when declined, titles by id.
    """

    text: str
    asked_at: datetime
    outcome: Outcome
    is_small_talk: bool = False
    verdict: Literal["up", "down"] | None = None
    reason: str = ""
    cited: Mapping[str, str] = field(default_factory=dict)
    nearest: Mapping[str, str] = field(default_factory=dict)
    milliseconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Whole days, both ends included, in a time zone. `days` is None for all that is stored."""

    days: int | None
    first_day: date
    last_day: date
    timezone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How often something was asked and what became of it; small talk is in `small_talk` alone."""

    asked: int = 0
    answered: int = 0
    declined: int = 0
    asked_back: int = 0
    disliked: int = 0
    liked: int = 0
    small_talk: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """One day's totals."""

    day: date
    totals: Totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Latency:
    """How long answered questions took, in milliseconds: half took at most the median."""

    median_ms: float
    p95_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentUse:
    """In how many answers a document is quoted, or near how many declined questions it was.

    `is_stored` says that the document is still there to be opened.
    """

    document_id: str
    title: str
    count: int
    is_stored: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """Questions that mean the same.

    Attributes:
        name: The most central of them.
        totals: Over all of the group's questions.
        count: Of those that the list is about: asked, declined or disliked ones.
        last_asked: When the latest of those was asked.
        wordings: Other wordings of those, the most frequent first.
        reasons: What people wrote who disliked an answer, the latest first.
        nearest: The documents that came nearest to those, the most frequent first.
        cited: The documents that answered those, the most frequent first.
        is_answered_since: Each of those was answered later, and not disliked, in the same words or
            by an approved answer to the same question.
    """

    name: str
    totals: Totals
    count: int
    last_asked: datetime
    wordings: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    nearest: tuple[DocumentUse, ...] = ()
    cited: tuple[DocumentUse, ...] = ()
    is_answered_since: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Whether the questions were compared by meaning yet, or only by their words so far."""

    is_by_meaning: bool
    compared: int
    distinct: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Insights:
    """A period as staff see it.

    Attributes:
        before: The totals of the equally long time before; None for all that is stored.
        days: Every day of the period, oldest first.
        latency: None when nothing was answered.
        asked: All groups in which it was clear what was asked, the most asked first.
        declined: Groups with declined questions, the most declined first.
        disliked: Groups with disliked answers, the most disliked first.
        documents: Documents that answers quote, the most quoted first.
        unused: Documents that no answer quotes, by title.
    """

    period: Period
    totals: Totals
    before: Totals | None
    days: tuple[DayCount, ...]
    latency: Latency | None
    grouping: Grouping
    asked: tuple[QuestionGroup, ...]
    declined: tuple[QuestionGroup, ...]
    disliked: tuple[QuestionGroup, ...]
    documents: tuple[DocumentUse, ...]
    unused: tuple[DocumentUse, ...]


class InsightsView(Protocol):
    """What the edges need to show insights."""

    def look(self, *, days: int | None, timezone: str) -> Insights:
        """Give the insights of the `days` that end with today, or of all that is stored.

        Args:
            days: How many, at least 1; None for all.
            timezone: The IANA name of the zone whose days are meant.

        Raises:
            UnknownTimezone: There is no such zone.
            KnowledgeBaseUnavailable: What is stored cannot be read.
        """
        ...
