"""The JSON of conversations and of feedback, and the one way from our types to it."""

from pydantic import Field

from assistant.api.schemas import AskResponse, Schema, ask_response
from assistant.conversations.words import MAX_REASON_CHARACTERS, MAX_TITLE_CHARACTERS
from assistant.model import AskedTurn, ConversationRecord, ConversationSummary, Verdict


class ConversationLine(Schema):
    """One line of the list of conversations."""

    conversation_id: str
    title: str = Field(description="The first question, until the conversation is renamed.")
    started_at: str = Field(description="ISO 8601, in UTC.")
    updated_at: str = Field(description="When the newest turn was finished; ISO 8601, in UTC.")
    turns: int = Field(description="How many.")


class ConversationsResponse(Schema):
    """The caller's conversations, the one asked in last first."""

    conversations: tuple[ConversationLine, ...]


class FeedbackOut(Schema):
    """What the visitor thinks of an answer."""

    verdict: Verdict
    reason: str


class TurnOut(AskResponse):
    """A turn as `POST /api/v1/ask` gave it, and what is thought of it."""

    finished_at: str = Field(description="ISO 8601, in UTC.")
    feedback: FeedbackOut | None


class ConversationOut(Schema):
    """A whole conversation, its turns oldest first."""

    conversation_id: str
    title: str = Field(description="The first question, until the conversation is renamed.")
    started_at: str = Field(description="ISO 8601, in UTC.")
    updated_at: str = Field(description="When the newest turn was finished; ISO 8601, in UTC.")
    turns: tuple[TurnOut, ...]


class RenameRequest(Schema):
    """What changes."""

    title: str = Field(
        description=f"At most {MAX_TITLE_CHARACTERS} characters.",
        examples=["Incubators without equity"],
        json_schema_extra={"minLength": 1, "maxLength": MAX_TITLE_CHARACTERS},
    )


class DeletedResponse(Schema):
    """What was deleted for good."""

    deleted: int = Field(description="How many conversations.")


class FeedbackRequest(Schema):
    """What is thought of an answer."""

    verdict: Verdict | None = Field(description="null takes back what was given.")
    reason: str = Field(
        default="",
        description=f"Why, at most {MAX_REASON_CHARACTERS} characters.",
        json_schema_extra={"maxLength": MAX_REASON_CHARACTERS},
    )


class FeedbackResponse(Schema):
    """What is kept now; `verdict` is null where it was taken back."""

    turn_id: str
    verdict: Verdict | None
    reason: str


def conversation_line(summary: ConversationSummary) -> ConversationLine:
    """Give one line of the list."""
    return ConversationLine.model_validate(summary)


def conversation_out(record: ConversationRecord) -> ConversationOut:
    """Give a whole conversation."""
    summary = record.summary
    return ConversationOut(
        conversation_id=summary.conversation_id,
        title=summary.title,
        started_at=summary.started_at,
        updated_at=summary.updated_at,
        turns=tuple(_turn_out(summary.conversation_id, asked) for asked in record.turns),
    )


def _turn_out(conversation_id: str, asked: AskedTurn) -> TurnOut:
    feedback = FeedbackOut.model_validate(asked.feedback) if asked.feedback else None
    reply = dict(ask_response(conversation_id, asked.turn))
    return TurnOut(**reply, finished_at=asked.finished_at, feedback=feedback)
