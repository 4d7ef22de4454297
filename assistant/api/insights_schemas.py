"""The JSON of the insights, and the one way from our types to it; nothing of FastAPI is here."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from assistant.api.schemas import Schema
from assistant.question.typed import MAX_QUESTION_CHARACTERS


class PeriodOut(Schema):
    """Whole days, both ends included."""

    days: int | None = Field(description="Null for all that is stored.")
    first_day: date
    last_day: date
    timezone: str


class TotalsOut(Schema):
    """How often was asked and what became of it."""

    asked: int = Field(description="Without small talk.")
    answered: int
    declined: int = Field(description="The documents had no answer.")
    asked_back: int = Field(description="It had to be asked what was meant.")
    disliked: int = Field(description="Thumbs down.")
    liked: int = Field(description="Thumbs up.")
    small_talk: int = Field(description="Greetings and thanks; in none of the other counts.")


class DayOut(Schema):
    """One day's totals."""

    day: date
    totals: TotalsOut


class LatencyOut(Schema):
    """How long answered questions took."""

    median_ms: float
    p95_ms: float


class GroupingOut(Schema):
    """Whether questions were compared by meaning yet; until then only by their words."""

    is_by_meaning: bool
    compared: int
    distinct: int


class DocumentUseOut(Schema):
    """A document and how often it was quoted, or was near."""

    document_id: str
    title: str
    count: int
    is_stored: bool = Field(description="It is still there to be opened.")


class QuestionGroupOut(Schema):
    """Questions that mean the same; addresses and numbers of people in them are masked."""

    name: str = Field(description="The most central of them.")
    totals: TotalsOut = Field(description="Over all of its questions.")
    count: int = Field(description="Of those that the list is about.")
    last_asked: datetime
    wordings: tuple[str, ...] = Field(description="Other wordings, the most frequent first.")
    reasons: tuple[str, ...] = Field(description="Written with thumbs down, the latest first.")
    nearest: tuple[DocumentUseOut, ...]
    cited: tuple[DocumentUseOut, ...]
    is_answered_since: bool = Field(description="Each of those was answered later.")


class InsightsResponse(Schema):
    """What people ask and what they get; no person and no conversation is in it."""

    period: PeriodOut
    totals: TotalsOut
    before: TotalsOut | None = Field(description="Of the equally long time before.")
    days: tuple[DayOut, ...] = Field(description="Each day of the period, oldest first.")
    latency: LatencyOut | None
    grouping: GroupingOut
    asked: tuple[QuestionGroupOut, ...] = Field(
        description="The most asked first; without those where it had to be asked what was meant."
    )
    declined: tuple[QuestionGroupOut, ...] = Field(description="The most declined first.")
    disliked: tuple[QuestionGroupOut, ...] = Field(description="The most disliked first.")
    documents: tuple[DocumentUseOut, ...] = Field(description="The most quoted first.")
    unused: tuple[DocumentUseOut, ...] = Field(description="Quoted by no answer, by title.")


class TryRequest(Schema):
    """A question to try."""

    question: str = Field(
        description=f"At most {MAX_QUESTION_CHARACTERS} characters.",
        examples=["Which organisation started in 2010?"],
        json_schema_extra={"minLength": 1, "maxLength": MAX_QUESTION_CHARACTERS},
    )


class TryResponse(Schema):
    """What would be answered now."""

    question: str
    status: Literal["answered", "declined"]
    answer: str = Field(description="Markdown with `[1]` markers.")
    documents: tuple[str, ...] = Field(description="Titles of the documents that it quotes.")
