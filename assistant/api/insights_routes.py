"""The operations for staff on what people ask: look, take along, try a question again."""

from dataclasses import replace
from typing import Annotated

from fastapi import Query
from fastapi.responses import Response

from assistant.api.documented import problems
from assistant.api.insights_schemas import InsightsResponse, TryRequest, TryResponse
from assistant.api.routing import Given, api_router
from assistant.insights.table import groups_table
from assistant.model import Conversation
from assistant.question.typed import check_question

DEFAULT_DAYS = 30
MAX_DAYS = 3650
MAX_GROUPS = 1000

_CSV = "text/csv; charset=utf-8"

router = api_router()

Days = Annotated[
    int,
    Query(ge=0, le=MAX_DAYS, description="How many, ending with today; 0 for all that is stored."),
]
Timezone = Annotated[
    str,
    Query(
        max_length=100,
        description="The IANA name of the zone whose days are meant.",
        examples=["Europe/Stockholm"],
    ),
]
GroupsShown = Annotated[
    int, Query(ge=1, le=MAX_GROUPS, description="How many groups of each list, at most.")
]


@router.get("/insights", tags=["Staff"])
def show_insights(
    services: Given,
    days: Days = DEFAULT_DAYS,
    timezone: Timezone = "UTC",
    groups: GroupsShown = 100,
) -> InsightsResponse:
    """Show what people ask, what was declined or disliked, and which documents answer.

    Questions that mean the same are one group. Comparing many for the first time takes a while;
    until then `grouping` says how far it is, and only questions of the same words are a group.
    """
    found = services.insights.look(days=days or None, timezone=timezone)
    shown = replace(
        found,
        asked=found.asked[:groups],
        declined=found.declined[:groups],
        disliked=found.disliked[:groups],
    )
    return InsightsResponse.model_validate(shown)


@router.get(
    "/insights/groups.csv",
    tags=["Staff"],
    response_class=Response,
    responses={200: {"description": "A row per group of questions.", "content": {_CSV: {}}}},
)
def export_groups(
    services: Given, days: Days = DEFAULT_DAYS, timezone: Timezone = "UTC"
) -> Response:
    """Take the groups of questions along for a spreadsheet, which runs nothing that is in them."""
    found = services.insights.look(days=days or None, timezone=timezone)
    name = f"insights-{found.period.first_day}-{found.period.last_day}.csv"
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": "no-store",
    }
    return Response(groups_table(found), media_type=_CSV, headers=headers)


@router.post("/insights/try", tags=["Staff"], responses=problems(403, 408, 413, 415))
def try_question(body: TryRequest, services: Given) -> TryResponse:
    """Say what a question would be answered now; it is not stored and counts nowhere."""
    check_question(body.question)
    answer = services.assistant.ask(body.question, Conversation(conversation_id="")).answer
    titles = dict.fromkeys(citation.title for citation in answer.citations)
    return TryResponse(
        question=body.question, status=answer.status, answer=answer.text, documents=tuple(titles)
    )
