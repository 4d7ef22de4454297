"""The operations of the API: each reads the request, calls one service and converts the outcome."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response, StreamingResponse

from assistant.api.documented import problems
from assistant.api.events import MEDIA_TYPE, StreamEvent, event_stream
from assistant.api.problems import Problem, problem_response
from assistant.api.routing import Calling, Given, api_router
from assistant.api.schemas import (
    AskRequest,
    AskResponse,
    DocumentsResponse,
    DocumentTextOut,
    HealthResponse,
    ReadyResponse,
    SearchResponse,
    ask_response,
    document_text_out,
    documents_response,
    search_response,
)
from assistant.api.visitors import Caller
from assistant.errors import TurnNotLast, UnknownDocument
from assistant.model import Conversation, TurnFinished
from assistant.question.typed import MAX_QUESTION_CHARACTERS, check_question
from assistant.services import Services

MAX_TOP_K = 50

# A follow-up refers to what was said just now; more turns would only cost time.
_TURNS_IN_VIEW = 20

_EVENT_EXAMPLE = (
    'event: query\ndata: {"question": "...", "query": "..."}\n\n'
    'event: passages\ndata: {"count": 20}\n\n'
    'event: text\ndata: {"text": "..."}\n\n'
    'event: answer\ndata: {"conversation_id": "...", "...": "as POST /api/v1/ask"}\n\n'
)


router = api_router()
probes = APIRouter(tags=["Probes"])


@router.post("/ask", tags=["Answers"], responses=problems(403, 404, 408, 409, 413, 415))
def ask(body: AskRequest, services: Given, caller: Calling) -> AskResponse:
    """Answer a question from the documents, with the passage behind every statement.

    Send the `conversation_id` of the reply with the next question to ask a follow-up.
    When the documents do not answer, `status` is "declined" and `nearest` holds the passages
    that come closest; that is a reply, not an error.
    """
    conversation = _conversation(body, services, caller)
    turn = services.assistant.ask(body.question, conversation, query=body.query)
    services.conversations.append(
        conversation.conversation_id, turn, owner=caller.owner, replaces=body.replaces
    )
    return ask_response(conversation.conversation_id, turn)


@router.post(
    "/ask/stream",
    tags=["Answers"],
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "Server-sent events `query`, `passages`, `text` (several) and `answer`; "
            "`problem` in place of the last if answering fails on the way.",
            "content": {MEDIA_TYPE: {"example": _EVENT_EXAMPLE}},
        },
        **problems(403, 404, 408, 409, 413, 415),
    },
)
def ask_stream(
    body: AskRequest, services: Given, caller: Calling, request: Request
) -> StreamingResponse:
    """Answer a question step by step; the last event is the object that `ask` returns."""
    events = _events(body, _conversation(body, services, caller), services, caller)
    # The first step decides whether there is an answer at all; until it is done a problem can
    # still have its own status code.
    first = next(events)
    return StreamingResponse(
        event_stream(chain([first], events), request.url.path),
        media_type=MEDIA_TYPE,
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )


@router.get("/search", tags=["Documents"])
def search(
    services: Given,
    q: Annotated[
        str,
        Query(
            description=f"What to look for, at most {MAX_QUESTION_CHARACTERS} characters.",
            examples=["incubator without equity"],
        ),
    ],
    top_k: Annotated[int, Query(ge=1, le=MAX_TOP_K, description="How many, at most.")] = 10,
) -> SearchResponse:
    """Find the passages nearest to a query, best first, without answering."""
    check_question(q)
    return search_response(q, services.library.search(q, top_k))


@router.get("/documents", tags=["Documents"])
def list_documents(services: Given) -> DocumentsResponse:
    """List all documents by title, without their texts."""
    return documents_response(services.library.documents())


@router.get("/documents/{document_id}", tags=["Documents"], responses=problems(404))
def show_document(
    services: Given, document_id: Annotated[str, Path(max_length=200, examples=["3f2a"])]
) -> DocumentTextOut:
    """Show one document with its text; `start` and `end` of citations count its characters."""
    if not document_id.isprintable():
        raise UnknownDocument(document_id)
    return document_text_out(services.library.document(document_id))


@probes.get("/healthz")
def healthz() -> HealthResponse:
    """Say that the process runs."""
    return HealthResponse()


@probes.get("/readyz", response_model=ReadyResponse, responses=problems(503))
def readyz(services: Given, request: Request) -> ReadyResponse | Response:
    """Say whether questions can be answered now, and what is known about the parts."""
    readiness = services.readiness()
    details = dict(readiness.details)
    if readiness.ready:
        return ReadyResponse(details=details)
    parts = ", ".join(f"{part}: {state}" for part, state in details.items())
    problem = Problem(
        status=503,
        name="not-ready",
        title="Questions cannot be answered now",
        detail=f"Not ready yet ({parts or 'no details'}); ask again later.",
        facts={"details": details},
    )
    return problem_response(problem, request.scope)


def _conversation(body: AskRequest, services: Services, caller: Caller) -> Conversation:
    """Give the conversation to go on with, or start one for a question that can be asked."""
    check_question(body.question)
    if body.query is not None:
        check_question(body.query)
    if body.conversation_id is None:
        if body.replaces is not None:
            raise TurnNotLast(body.replaces)
        return _started(services, caller)
    conversation = services.conversations.get(
        body.conversation_id, owner=caller.owner, latest=_TURNS_IN_VIEW
    )
    return _before(conversation, body.replaces) if body.replaces is not None else conversation


def _started(services: Services, caller: Caller) -> Conversation:
    """Start a conversation of the caller's; one who is nobody yet is told who they are."""
    if caller.owner is not None:
        return services.conversations.start(owner=caller.owner)
    caller.is_told = True
    return services.conversations.start(owner=caller.visitor, by_id=True)


def _before(conversation: Conversation, turn_id: str) -> Conversation:
    """Give a conversation without its last turn, which is to be replaced."""
    turns = conversation.turns
    if not turns or turns[-1].turn_id != turn_id:
        raise TurnNotLast(turn_id)
    return replace(conversation, turns=turns[:-1])


def _events(
    body: AskRequest, conversation: Conversation, services: Services, caller: Caller
) -> Iterator[StreamEvent]:
    conversation_id = conversation.conversation_id
    for event in services.assistant.stream(body.question, conversation, query=body.query):
        if isinstance(event, TurnFinished):
            services.conversations.append(
                conversation_id, event.turn, owner=caller.owner, replaces=body.replaces
            )
            yield ask_response(conversation_id, event.turn)
        else:
            yield event
