"""The JSON of approved answers, and the one way between it and our types."""

from datetime import date

from pydantic import Field

from assistant.api.schemas import Schema
from assistant.approved.checking import (
    MAX_AUTHOR_CHARACTERS,
    MAX_OTHER_WORDINGS,
    MAX_SOURCES,
    MAX_TEXT_CHARACTERS,
)
from assistant.approved.model import ApprovedAnswer, ApprovedSource, Draft, SourceChoice
from assistant.question.typed import MAX_QUESTION_CHARACTERS

_QUESTION = "Does Alfa Incubator take equity?"
_MAX_TRIED = 50


class SourceIn(Schema):
    """A document that the answer stands on, and the stretch of it to quote, if any."""

    document_id: str = Field(max_length=200)
    start: int | None = Field(default=None, ge=0, description="Left out, nothing is quoted.")
    end: int | None = Field(default=None, ge=0)


class ApprovedRequest(Schema):
    """An answer to approve."""

    question: str = Field(
        description=f"As visitors ask it, at most {MAX_QUESTION_CHARACTERS} characters.",
        examples=[_QUESTION],
    )
    other_wordings: tuple[str, ...] = Field(
        default=(), description=f"Further ways to ask it, at most {MAX_OTHER_WORDINGS}."
    )
    text: str = Field(
        description="The answer: paragraphs, lists, tables and bold in Markdown, at most "
        f"{MAX_TEXT_CHARACTERS} characters.",
        examples=["No. Alfa Incubator is paid by the region."],
    )
    author: str = Field(
        description=f"Who approves it, at most {MAX_AUTHOR_CHARACTERS} characters.",
        examples=["Ada Berg"],
    )
    sources: tuple[SourceIn, ...] = Field(
        default=(),
        description=f"Documents it stands on, at most {MAX_SOURCES}; it expires when one changes.",
    )
    expires_on: date | None = Field(
        default=None, description="The first day on which it is no longer served."
    )


class ApprovedChange(Schema):
    """What changes; what is left out stays. Whoever changes something approves all of it."""

    question: str | None = None
    other_wordings: tuple[str, ...] | None = None
    text: str | None = None
    author: str | None = None
    sources: tuple[SourceIn, ...] | None = None
    expires_on: date | None = Field(default=None, description="null takes the date away.")


class ApprovedSourceOut(Schema):
    """A document that an answer stands on, as it was then."""

    document_id: str
    title: str
    quote: str = Field(description='Exactly `text[start:end]` of the document; "" for none.')
    start: int
    end: int
    changed_on: str | None = Field(description="When it was seen to be changed or gone.")


class ApprovedOut(Schema):
    """An approved answer."""

    approved_id: str
    document_id: str = Field(description="What its citations name as their document.")
    question: str
    other_wordings: tuple[str, ...]
    text: str
    author: str
    approved_at: str = Field(description="ISO 8601, in UTC.")
    sources: tuple[ApprovedSourceOut, ...]
    expires_on: date | None
    served: bool = Field(description="Whether it is given to visitors today.")
    expired: str | None = Field(description="Why it is not served; null while it is.")


class ApprovedResponse(Schema):
    """Approved answers, the newest first."""

    answers: tuple[ApprovedOut, ...]
    total: int = Field(description="How many there are in all that fit.")


class TryRequest(Schema):
    """Wordings as somebody might write them, and questions to try them with."""

    wordings: tuple[str, ...] = Field(min_length=1, max_length=MAX_OTHER_WORDINGS + 1)
    questions: tuple[str, ...] = Field(max_length=_MAX_TRIED)


class Tried(Schema):
    """A question, and whether an answer with the wordings would be served to it."""

    question: str
    served: bool


class TryResponse(Schema):
    """The questions in their order, and what would have been served lately."""

    tried: tuple[Tried, ...]
    asked: tuple[str, ...] = Field(
        description="Questions of the last 30 days that would be served, the last one first."
    )


def draft_from(body: ApprovedRequest) -> Draft:
    """Give what staff wrote."""
    return Draft(
        question=body.question,
        other_wordings=body.other_wordings,
        text=body.text,
        author=body.author,
        sources=_choices(body.sources),
        expires_on=body.expires_on,
    )


def changed_draft(draft: Draft, body: ApprovedChange) -> Draft:
    """Give a draft with what changes."""
    given = body.model_fields_set
    return Draft(
        question=draft.question if body.question is None else body.question,
        other_wordings=(
            draft.other_wordings if body.other_wordings is None else body.other_wordings
        ),
        text=draft.text if body.text is None else body.text,
        author=draft.author if body.author is None else body.author,
        sources=draft.sources if body.sources is None else _choices(body.sources),
        expires_on=body.expires_on if "expires_on" in given else draft.expires_on,
    )


def approved_out(answer: ApprovedAnswer, today: date) -> ApprovedOut:
    """Give one answer as it stands today."""
    expiry = answer.expiry(today)
    return ApprovedOut(
        approved_id=answer.approved_id,
        document_id=answer.document_id,
        question=answer.question,
        other_wordings=answer.other_wordings,
        text=answer.text,
        author=answer.author,
        approved_at=answer.approved_at,
        sources=tuple(map(_source_out, answer.sources)),
        expires_on=answer.expires_on,
        served=not expiry,
        expired=expiry or None,
    )


def _choices(sources: tuple[SourceIn, ...]) -> tuple[SourceChoice, ...]:
    return tuple(
        SourceChoice(document_id=one.document_id, start=one.start, end=one.end) for one in sources
    )


def _source_out(source: ApprovedSource) -> ApprovedSourceOut:
    return ApprovedSourceOut(
        document_id=source.document_id,
        title=source.title,
        quote=source.quote,
        start=source.start,
        end=source.end,
        changed_on=source.changed_on,
    )
