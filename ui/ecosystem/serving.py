"""Puts the map's pages on an app: `/map`, and what is known of one node for the page's script."""

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assistant.ecosystem.model import EcosystemMaps
from ui.ecosystem.page import MapRequest, render_map_page
from ui.ecosystem.panel import render_node
from ui.ecosystem.picture import PictureKeeper
from ui.headers import asked_language

_HEADERS = {"Cache-Control": "no-cache", "Vary": "Cookie, Accept-Language"}
_LONGEST = 400
_MOST_CHOICES = 20


def add_map_pages(app: Starlette, maps: EcosystemMaps) -> None:
    """Add the routes `/map` and `/map/nodes/{node_id}`; neither is in the API's documentation."""
    keeper = PictureKeeper()

    async def show_map(request: Request) -> HTMLResponse:
        page = await run_in_threadpool(_page, request, maps, keeper)
        return HTMLResponse(page, headers=_HEADERS)

    async def show_node(request: Request) -> HTMLResponse:
        part = await run_in_threadpool(_node, request, maps)
        return HTMLResponse(part, headers=_HEADERS)

    app.add_route("/map", show_map, methods=["GET"], include_in_schema=False)
    app.add_route("/map/nodes/{node_id}", show_node, methods=["GET"], include_in_schema=False)


def _page(request: Request, maps: EcosystemMaps, keeper: PictureKeeper) -> str:
    picture = keeper.picture_of(maps.current())
    asked = request.query_params
    wanted = MapRequest(
        view=asked.get("view", "picture"),
        sort=asked.get("sort", "name"),
        node=asked.get("node", "")[:_LONGEST],
        find=asked.get("find", "")[:_LONGEST],
        kinds=tuple(asked.getlist("kind")[:_MOST_CHOICES]),
        relations=tuple(asked.getlist("relation")[:_MOST_CHOICES]),
    )
    return render_map_page(picture, wanted, asked_language(request))


def _node(request: Request, maps: EcosystemMaps) -> str:
    ecosystem = maps.current()
    node = ecosystem.by_id.get(request.path_params["node_id"])
    if node is None:
        raise HTTPException(status_code=404)
    view = "list" if request.query_params.get("view") == "list" else "picture"
    return render_node(node, ecosystem, asked_language(request), view)
