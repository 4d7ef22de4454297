"""The operation that gives the ecosystem map."""

from typing import Annotated

from fastapi import Query

from assistant.api.documented import problems
from assistant.api.map_schemas import MapResponse, map_response
from assistant.api.routing import Given, api_router
from assistant.ecosystem.model import NodeKind, Relation
from assistant.ecosystem.selecting import Selection, select

MAX_DEPTH = 3
_MAX_ID_CHARACTERS = 400

router = api_router()


@router.get("/map", tags=["Documents"], responses=problems(404))
def show_map(
    services: Given,
    kind: Annotated[
        list[NodeKind] | None, Query(description="Only nodes of these kinds; may be repeated.")
    ] = None,
    relation: Annotated[
        list[Relation] | None, Query(description="Only these relations; may be repeated.")
    ] = None,
    around: Annotated[
        str | None,
        Query(
            max_length=_MAX_ID_CHARACTERS,
            description="Only what is tied to the node with this id.",
            examples=["smile-incubator"],
        ),
    ] = None,
    depth: Annotated[
        int, Query(ge=1, le=MAX_DEPTH, description="How many ties away from `around`.")
    ] = 1,
) -> MapResponse:
    """Show who is tied to whom in the documents, every tie with its quotes.

    Read a tie from source to target: an incubator `funded_by` a foundation. `partner_of` and
    `together` (one sentence names both, nothing more) hold in both directions.
    """
    selection = Selection(
        kinds=tuple(kind or ()), relations=tuple(relation or ()), around=around, depth=depth
    )
    return map_response(select(services.ecosystem.current(), selection))
