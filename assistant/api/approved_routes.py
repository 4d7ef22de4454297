"""The operations on approved answers; the staff's alone where staff keys are set."""

from enum import StrEnum
from pathlib import PurePath
from typing import Annotated

from fastapi import Path, Query
from fastapi.responses import PlainTextResponse, Response

from assistant.api.approved_schemas import (
    ApprovedChange,
    ApprovedOut,
    ApprovedRequest,
    ApprovedResponse,
    Tried,
    TryRequest,
    TryResponse,
    approved_out,
    changed_draft,
    draft_from,
)
from assistant.api.documented import problems
from assistant.api.routing import Given, api_router
from assistant.approved.cases import cases_of
from assistant.approved.listing import with_words
from assistant.approved.recent import asked_lately, those_served
from assistant.question.typed import check_question, searchable

MAX_LISTED = 200
_MAX_OFFSET = 1_000_000
_MAX_SEARCH_CHARACTERS = 200
_JSON_LINES = "application/jsonl"

router = api_router()

ApprovedId = Annotated[str, Path(max_length=64, examples=["9f86d081884c7d65"])]


class StateChoice(StrEnum):
    """Which answers are listed."""

    ALL = "all"
    SERVED = "served"
    EXPIRED = "expired"


@router.get("/approved", tags=["Approved answers"])
def list_approved(
    services: Given,
    q: Annotated[
        str,
        Query(
            max_length=_MAX_SEARCH_CHARACTERS,
            description="Words that all stand in the question, a wording, the answer or the "
            "author's name.",
        ),
    ] = "",
    state: Annotated[StateChoice, Query(description="Which of them.")] = StateChoice.ALL,
    limit: Annotated[int, Query(ge=1, le=MAX_LISTED, description="How many, at most.")] = 50,
    offset: Annotated[int, Query(ge=0, le=_MAX_OFFSET, description="How many to leave out.")] = 0,
) -> ApprovedResponse:
    """List the approved answers, the newest first, with what they stand on and their state."""
    today = services.approved.today()
    found = [
        answer
        for answer in with_words(services.approved.answers(), q)
        if state is StateChoice.ALL or (state is StateChoice.EXPIRED) == bool(answer.expiry(today))
    ]
    return ApprovedResponse(
        answers=tuple(approved_out(answer, today) for answer in found[offset : offset + limit]),
        total=len(found),
    )


@router.post(
    "/approved",
    tags=["Approved answers"],
    status_code=201,
    responses=problems(403, 404, 408, 409, 413, 415),
)
def approve(services: Given, body: ApprovedRequest) -> ApprovedOut:
    """Approve an answer; from now on it is served to its question before anything is searched.

    It is served to questions that surely ask the same. It expires when a document it stands on
    changes or is removed, or on a day of choice.
    """
    return approved_out(services.approved.add(draft_from(body)), services.approved.today())


@router.get(
    "/approved/cases",
    tags=["Approved answers"],
    response_class=PlainTextResponse,
    responses={200: {"content": {_JSON_LINES: {"example": '{"case_id": "approved-9f86-1"}\n'}}}},
)
def export_cases(services: Given) -> PlainTextResponse:
    """Give the answers that are served as cases for `python -m eval --stored`, a line each."""
    today = services.approved.today()
    served = [one for one in services.approved.answers() if not one.expiry(today)]
    names = {
        summary.document_id: PurePath(summary.source).name
        for summary in services.library.documents()
    }
    return PlainTextResponse(
        cases_of(served, names),
        media_type=_JSON_LINES,
        headers={"content-disposition": 'attachment; filename="approved-answers.jsonl"'},
    )


@router.post("/approved/try", tags=["Approved answers"], responses=problems(403, 408, 413, 415))
def try_wordings(services: Given, body: TryRequest) -> TryResponse:
    """Say to which questions an answer with some wordings would be served; nothing is stored.

    Beside those of the request, which may be none, what visitors asked lately is looked through.
    """
    for text in (*body.wordings, *body.questions):
        check_question(text)
    questions = tuple(map(searchable, body.questions))
    wordings = tuple(map(searchable, body.wordings))
    served = services.approved.would_serve(wordings, questions)
    lately = asked_lately(services.conversations.turns_since)
    asked = those_served(lately, services.approved.would_serve(wordings, lately))
    return TryResponse(
        tried=tuple(
            Tried(question=question, served=is_served)
            for question, is_served in zip(body.questions, served, strict=True)
        ),
        asked=asked,
    )


@router.get("/approved/{approved_id}", tags=["Approved answers"], responses=problems(404))
def show_approved(services: Given, approved_id: ApprovedId) -> ApprovedOut:
    """Show one approved answer."""
    return approved_out(services.approved.get(approved_id), services.approved.today())


@router.patch(
    "/approved/{approved_id}",
    tags=["Approved answers"],
    responses=problems(403, 404, 408, 409, 413, 415),
)
def change_approved(services: Given, approved_id: ApprovedId, body: ApprovedChange) -> ApprovedOut:
    """Change an approved answer; that approves it again, as of now."""
    changed = services.approved.change(approved_id, lambda draft: changed_draft(draft, body))
    return approved_out(changed, services.approved.today())


@router.delete(
    "/approved/{approved_id}",
    tags=["Approved answers"],
    status_code=204,
    response_class=Response,
    responses=problems(403, 404),
)
def remove_approved(services: Given, approved_id: ApprovedId) -> None:
    """Delete an approved answer for good."""
    services.approved.remove(approved_id)


@router.post(
    "/approved/{approved_id}/renew",
    tags=["Approved answers"],
    responses=problems(403, 404, 408, 413, 415),
)
def renew_approved(services: Given, approved_id: ApprovedId) -> ApprovedOut:
    """Approve an answer again as it is, with its documents as they are now."""
    return approved_out(services.approved.renew(approved_id), services.approved.today())
