"""Puts the map's pages on an app: `/map`, and what is known of one node for the page's script."""

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from assistant.ecosystem.model import EcosystemMaps
from ui.ecosystem.keeping import PATIENCE_SECONDS, PictureKeeper
from ui.ecosystem.page import MapRequest, render_map_page, render_waiting_page
from ui.ecosystem.panel import render_node
from ui.headers import asked_language

_HEADERS = {"Cache-Control": "no-cache", "Vary": "Cookie, Accept-Language"}
_LONGEST = 400
_MOST_CHOICES = 20


def add_map_pages(
    app: Starlette, maps: EcosystemMaps, *, patience_seconds: float = PATIENCE_SECONDS
) -> None:
    """Add `/map`, `/map/ready` and `/map/nodes/{node_id}`; none is in the API's documentation.

    Args:
        app: The application.
        maps: Give the map.
        patience_seconds: How long a page waits for a picture before it says that it is drawn.
    """
    keeper = PictureKeeper(maps, patience_seconds)

    async def show_map(request: Request) -> HTMLResponse:
        page = await run_in_threadpool(_page, request, keeper)
        return HTMLResponse(page, headers=_HEADERS)

    async def say_ready(_request: Request) -> Response:
        """Answer 204 when the picture shows what is stored, 202 while it is being drawn."""
        looked = await run_in_threadpool(keeper.look)
        return Response(status_code=204 if looked.is_current else 202, headers=_HEADERS)

    async def show_node(request: Request) -> HTMLResponse:
        part = await run_in_threadpool(_node, request, maps, keeper)
        return HTMLResponse(part, headers=_HEADERS)

    app.add_route("/map", show_map, methods=["GET"], include_in_schema=False)
    app.add_route("/map/ready", say_ready, methods=["GET"], include_in_schema=False)
    app.add_route("/map/nodes/{node_id}", show_node, methods=["GET"], include_in_schema=False)


def _page(request: Request, keeper: PictureKeeper) -> str:
    looked = keeper.look()
    language = asked_language(request)
    if looked.picture is None:
        return render_waiting_page(language)
    asked = request.query_params
    wanted = MapRequest(
        view=asked.get("view", "picture"),
        sort=asked.get("sort", "name"),
        node=asked.get("node", "")[:_LONGEST],
        find=asked.get("find", "")[:_LONGEST],
        kinds=tuple(asked.getlist("kind")[:_MOST_CHOICES]),
        relations=tuple(asked.getlist("relation")[:_MOST_CHOICES]),
        strays=asked.get("strays") == "show",
    )
    return render_map_page(looked.picture, wanted, language, is_current=looked.is_current)


def _node(request: Request, maps: EcosystemMaps, keeper: PictureKeeper) -> str:
    # Of the picture that the visitor sees, if there is one.
    picture = keeper.look().picture
    ecosystem = picture.ecosystem if picture else maps.current()
    node = ecosystem.by_id.get(request.path_params["node_id"])
    if node is None:
        raise HTTPException(status_code=404)
    view = "list" if request.query_params.get("view") == "list" else "picture"
    return render_node(node, ecosystem, asked_language(request), view)
