"""The operations on conversations and on feedback; each caller sees their own."""

from typing import Annotated, Literal

from fastapi import Path, Query
from fastapi.responses import Response

from assistant.api.attachments import attachment
from assistant.api.conversation_schemas import (
    ConversationLine,
    ConversationOut,
    ConversationsResponse,
    DeletedResponse,
    FeedbackRequest,
    FeedbackResponse,
    RenameRequest,
    conversation_line,
    conversation_out,
)
from assistant.api.documented import problems
from assistant.api.routing import Given, Owner, api_router
from assistant.exporting import markdown_of
from assistant.languages.language import Language
from assistant.model import Feedback

MAX_LISTED = 200
_MAX_OFFSET = 1_000_000
_MARKDOWN = "text/markdown"
_MAX_SEARCH_CHARACTERS = 200

router = api_router()

Format = Literal["markdown", "json"]

ConversationId = Annotated[str, Path(max_length=100, examples=["3f2a"])]


@router.get("/conversations", tags=["Conversations"])
def list_conversations(
    services: Given,
    owner: Owner,
    q: Annotated[
        str,
        Query(
            max_length=_MAX_SEARCH_CHARACTERS,
            description="Words that all stand in the title, a question or an answer.",
        ),
    ] = "",
    limit: Annotated[int, Query(ge=1, le=MAX_LISTED, description="How many, at most.")] = 50,
    offset: Annotated[int, Query(ge=0, le=_MAX_OFFSET, description="How many to leave out.")] = 0,
) -> ConversationsResponse:
    """List the caller's conversations, the one asked in last first.

    A browser is known by its cookie, a program by its cookie or its key.
    """
    found = services.conversations.summaries(owner, search=q, limit=limit, offset=offset)
    return ConversationsResponse(conversations=tuple(conversation_line(line) for line in found))


@router.delete("/conversations", tags=["Conversations"], responses=problems(403))
def delete_conversations(services: Given, owner: Owner) -> DeletedResponse:
    """Delete all of the caller's conversations for good."""
    return DeletedResponse(deleted=services.conversations.delete_all(owner))


@router.get("/conversations/{conversation_id}", tags=["Conversations"], responses=problems(404))
def show_conversation(
    services: Given, owner: Owner, conversation_id: ConversationId
) -> ConversationOut:
    """Show a conversation with its turns, oldest first, their citations and the feedback."""
    return conversation_out(services.conversations.record(conversation_id, owner=owner))


@router.get(
    "/conversations/{conversation_id}/export",
    tags=["Conversations"],
    response_class=Response,
    responses={
        200: {
            "description": "A file to keep.",
            "content": {_MARKDOWN: {"schema": {"type": "string"}}, "application/json": {}},
        },
        **problems(404),
    },
)
def export_conversation(
    services: Given,
    owner: Owner,
    conversation_id: ConversationId,
    format: Annotated[Format, Query(description="As what.")] = "markdown",  # noqa: A002  the address has it
    language: Annotated[Language, Query(description="Of the words between.")] = "en",
) -> Response:
    """Take a conversation along with its sources: as a document to read, or as `show` gives it."""
    record = services.conversations.record(conversation_id, owner=owner)
    title = record.summary.title
    if format == "markdown":
        written = markdown_of(record, language=language)
        return attachment(written, name=title, suffix="md", media_type=_MARKDOWN)
    written = conversation_out(record).model_dump_json(indent=2)
    return attachment(written, name=title, suffix="json", media_type="application/json")


@router.patch(
    "/conversations/{conversation_id}",
    tags=["Conversations"],
    responses=problems(403, 404, 408, 413, 415),
)
def rename_conversation(
    services: Given, owner: Owner, conversation_id: ConversationId, body: RenameRequest
) -> ConversationLine:
    """Give a conversation another title."""
    services.conversations.rename(conversation_id, body.title, owner=owner)
    return conversation_line(services.conversations.record(conversation_id, owner=owner).summary)


@router.delete(
    "/conversations/{conversation_id}",
    tags=["Conversations"],
    status_code=204,
    response_class=Response,
    responses=problems(403, 404),
)
def delete_conversation(services: Given, owner: Owner, conversation_id: ConversationId) -> None:
    """Delete a conversation for good, with its turns and their feedback."""
    services.conversations.delete(conversation_id, owner=owner)


@router.post(
    "/turns/{turn_id}/feedback",
    tags=["Conversations"],
    responses=problems(403, 404, 408, 413, 415),
)
def give_feedback(
    services: Given,
    owner: Owner,
    turn_id: Annotated[str, Path(max_length=100, examples=["9c1d"])],
    body: FeedbackRequest,
) -> FeedbackResponse:
    """Say what is thought of an answer, in place of what was said before."""
    feedback = Feedback(verdict=body.verdict, reason=body.reason) if body.verdict else None
    services.conversations.give_feedback(turn_id, feedback, owner=owner)
    return FeedbackResponse(
        turn_id=turn_id, verdict=body.verdict, reason=body.reason.strip() if feedback else ""
    )
