"""What an approved answer is made of; nothing is stored, matched or served here."""

from dataclasses import dataclass
from datetime import date

ID_PREFIX = "approved-"
"""How the document id of an approved answer begins, as citations give it."""


def is_approved_id(document_id: str) -> bool:
    """Whether a document id is one of an approved answer."""
    return document_id.startswith(ID_PREFIX)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChoice:
    """A document that an answer stands on, as staff chose it; with a stretch of it to quote."""

    document_id: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What staff write.

    Attributes:
        question: The question as visitors ask it.
        other_wordings: Further ways to ask it.
        text: The answer, in the Markdown that answers use.
        author: Who approves it.
        sources: The documents it stands on.
        expires_on: The first day on which it is no longer served.
    """

    question: str
    other_wordings: tuple[str, ...] = ()
    text: str
    author: str
    sources: tuple[SourceChoice, ...] = ()
    expires_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedSource:
    """A document that an answer stands on, as it was when the answer was approved.

    Attributes:
        document_id: The document.
        title: Its title then.
        content_hash: Its content then.
        quote: `text[start:end]` of it, "" where nothing is quoted.
        start: Where the quote begins.
        end: Where it ends.
        changed_on: The day on which it was seen to be changed or gone, ISO 8601; None while it is
            as it was.
    """

    document_id: str
    title: str
    content_hash: str
    quote: str = ""
    start: int = 0
    end: int = 0
    changed_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedAnswer:
    """An answer that staff wrote and stand for.

    Attributes:
        approved_id: Names it.
        question: The question.
        other_wordings: Further ways to ask it.
        text: The answer.
        author: Who approved it.
        approved_at: When, ISO 8601 in UTC.
        sources: The documents it stands on.
        expires_on: The first day on which it is no longer served.
    """

    approved_id: str
    question: str
    other_wordings: tuple[str, ...]
    text: str
    author: str
    approved_at: str
    sources: tuple[ApprovedSource, ...] = ()
    expires_on: date | None = None

    @property
    def document_id(self) -> str:
        """What citations of it name as their document."""
        return f"{ID_PREFIX}{self.approved_id}"

    @property
    def wordings(self) -> tuple[str, ...]:
        """All ways in which it may be asked for, the question first."""
        return (self.question, *self.other_wordings)

    @property
    def source(self) -> str:
        """Who approved it and when, as its citations say.

        >>> ApprovedAnswer(approved_id="1", question="?", other_wordings=(), text="",
        ...     author="Ada", approved_at="2026-05-04T10:00:00+00:00").source
        'approved by Ada, 2026-05-04'
        """
        return f"approved by {self.author}, {self.approved_at[:10]}"

    def expiry(self, today: date) -> str:
        """Say in a few words why it is no longer served; "" while it is.

        A document that changed comes before the date.
        """
        for source in self.sources:
            if source.changed_on:
                return f"{source.title} changed on {source.changed_on}"
        if self.expires_on and today >= self.expires_on:
            return f"its date, {self.expires_on.isoformat()}, has come"
        return ""


def choice_of(source: ApprovedSource) -> SourceChoice:
    """Give what was chosen when a source was taken."""
    return SourceChoice(
        document_id=source.document_id,
        start=source.start if source.quote else None,
        end=source.end if source.quote else None,
    )


def draft_of(answer: ApprovedAnswer) -> Draft:
    """Give an answer as staff would write it now."""
    return Draft(
        question=answer.question,
        other_wordings=answer.other_wordings,
        text=answer.text,
        author=answer.author,
        sources=tuple(choice_of(source) for source in answer.sources),
        expires_on=answer.expires_on,
    )
