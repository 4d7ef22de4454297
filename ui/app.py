"""Puts the chat page on the API's app, at "/", behind a gate that passes only what it uses."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from starlette.routing import Mount

from ui.approved_routes import approved_routes
from ui.assets import OwnFiles
from ui.document_routes import document_routes
from ui.early import EarlyAnswers
from ui.early_route import early_route
from ui.ecosystem.serving import add_map_pages
from ui.gate import PageGate
from ui.headers import PAGE_HEADERS
from ui.insights import TIMEZONE_COOKIE, look, render_insights_page, was_ever_asked
from ui.language import language_of
from ui.services import PageServices

if TYPE_CHECKING:
    from gradio import Blocks

MAX_WAITING = 64
"""Questions that may wait for an answer before a visitor is asked to try again."""

ANSWERED_AT_ONCE = 8
"""Questions answered at the same time; more would only slow each other down on a few cores."""

_FRAMEWORK_SETTINGS = {
    # No calls to its makers.
    "GRADIO_ANALYTICS_ENABLED": "False",
    # No statistics of all questions with pandas after each one; nobody reads them.
    "GRADIO_ANALYTICS_CACHE_FREQUENCY": str(10**9),
    "GRADIO_ANALYTICS_MAX_EVENTS": "1",
}


def mount(app: FastAPI, services: PageServices) -> None:
    """Put the chat page at "/" of `app`; call it last, since routes added before it win.

    Routes of its own: `/` (HTML), `/ui/...` (style, script, icon) and what the page's framework
    needs. None of them is in the API's documentation.
    """
    os.environ.update(_FRAMEWORK_SETTINGS)  # before gradio is imported
    # Heavy (seconds), and only needed when a page is served.
    import gradio

    from ui.chat import build_chat
    from ui.index_page import known_of, read_framework_tags, render_index_page

    frame = Path(gradio.__file__).parent / "templates" / "frontend" / "index.html"
    tags = read_framework_tags(frame)

    @app.get("/", include_in_schema=False)
    def show_page(request: Request) -> HTMLResponse:
        language = language_of(request.cookies, request.headers.get("accept-language"))
        page = render_index_page(tags, language, known_of(services.library))
        return HTMLResponse(page, headers=PAGE_HEADERS)

    _mount_insights(app, services)
    add_map_pages(app, services.ecosystem)
    early = EarlyAnswers(services)
    app.router.routes.extend(
        (*document_routes(services), *approved_routes(services), early_route(early))
    )
    app.mount("/ui", OwnFiles(), name="ui")
    _in_event_loop(lambda: _mount_blocks(app, build_chat(services, early)))
    _stand_gate(app)


def _mount_insights(app: FastAPI, services: PageServices) -> None:
    """Put the insights at "/insights"; whether a key is needed is decided before."""

    @app.get("/insights", include_in_schema=False)
    def show_insights(request: Request, days: str = "") -> HTMLResponse:
        language = language_of(request.cookies, request.headers.get("accept-language"))
        insights = look(services.insights, days, request.cookies.get(TIMEZONE_COOKIE, ""))
        is_first_use = not was_ever_asked(services.insights, insights)
        page = render_insights_page(insights, language, is_first_use=is_first_use)
        # Kept nowhere: what is deleted must be gone from here as well.
        return HTMLResponse(page, headers={**PAGE_HEADERS, "Cache-Control": "no-store"})


def _mount_blocks(app: FastAPI, blocks: "Blocks") -> None:
    """Mount the chat with everything switched off that it does not use."""
    # As in `mount`: heavy, and already imported there.
    import gradio
    from gradio.themes import Base

    blocks.queue(max_size=MAX_WAITING, default_concurrency_limit=ANSWERED_AT_ONCE, api_open=False)
    gradio.mount_gradio_app(
        app,
        blocks,
        path="/",
        theme=Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]),
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=1,
        allowed_paths=[],
        ssr_mode=False,
        mcp_server=False,
        pwa=False,
        enable_monitoring=False,
        app_kwargs={"docs_url": None, "redoc_url": None, "openapi_url": None},
    )
    # As `launch()` sets it.
    blocks.has_launched = True


def _in_event_loop(build: Callable[[], None]) -> None:
    """Call `build` inside a running event loop; without one, gradio opens some and leaves them."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:

        async def call() -> None:
            build()

        asyncio.run(call())
    else:
        build()


def _stand_gate(app: FastAPI) -> None:
    """Put the gate before the page, which is the route added last."""
    page = app.router.routes[-1]
    if not isinstance(page, Mount):
        raise TypeError(f"The last route is {page!r}, not the page; call mount() again last.")
    page.app = PageGate(page.app)
