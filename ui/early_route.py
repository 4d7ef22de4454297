"""Where the page says what it is about to ask, see `ui.early`."""

from contextlib import suppress

from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.errors import AssistantError
from ui.early import EarlyAnswers
from ui.exchange import Wish

ADDRESS = "/ahead"


class EarlyWish(Wish):
    """A wish, and the conversation that it belongs to; "" for a new one."""

    conversation_id: str = ""


def early_route(early: EarlyAnswers) -> Route:
    """Give the route that begins answers: 204 whatever becomes of it, 400 for what is no wish.

    What goes wrong is told by the event that follows.
    """

    async def begin(request: Request) -> Response:
        try:
            asked = EarlyWish.model_validate_json(await request.body())
        except ValidationError:
            return Response(status_code=400)
        caller = getattr(request.state, "caller", None)
        wish = Wish(question=asked.question, query=asked.query, replaces=asked.replaces)
        owner = caller.owner if caller else None
        with suppress(AssistantError):
            await run_in_threadpool(early.begin, wish, asked.conversation_id, owner=owner)
        return Response(status_code=204, headers={"cache-control": "no-store"})

    return Route(ADDRESS, begin, methods=["POST"], include_in_schema=False)
