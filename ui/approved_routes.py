"""Where the pages of approved answers are; whether a key is needed is decided before."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from assistant.approved.checking import MAX_OTHER_WORDINGS, MAX_TEXT_CHARACTERS
from assistant.errors import KnowledgeBaseUnavailable, UnknownApprovedAnswer
from assistant.question.typed import MAX_QUESTION_CHARACTERS
from ui.approved import (
    STATES,
    Wish,
    render_approved_page,
    render_text,
    render_unknown_approved_page,
)
from ui.approved_form import render_edit_page, render_new_page
from ui.document_page import render_unavailable_page
from ui.headers import STAFF_HEADERS, asked_language
from ui.services import PageServices

_MAX_SEARCH_CHARACTERS = 200


def approved_routes(services: PageServices) -> tuple[Route, ...]:
    """Give the routes below `/insights/approved`."""
    pages = _Pages(services=services)
    root = "/insights/approved"
    return (
        Route(root, pages.show_list, include_in_schema=False),
        Route(f"{root}/new", pages.show_new, include_in_schema=False),
        Route(f"{root}/preview", _preview, methods=["POST"], include_in_schema=False),
        Route(f"{root}/{{approved_id}}", pages.show_one, include_in_schema=False),
    )


def _asked(request: Request) -> list[str]:
    """Give the question that an address brings, and its other wordings."""
    query = request.query_params
    return [query.get("question", ""), *query.getlist("wording")[:MAX_OTHER_WORDINGS]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pages:
    """Answers requests for pages."""

    services: PageServices

    def show_list(self, request: Request) -> Response:
        """Show the list, as far as an address asks for it."""
        language = asked_language(request)
        query = request.query_params
        state = query.get("state", "")
        wish = Wish(
            search=query.get("q", "")[:_MAX_SEARCH_CHARACTERS],
            state=state if state in STATES else "all",
        )
        try:
            answers, today = self.services.approved.answers(), self.services.approved.today()
        except KnowledgeBaseUnavailable:
            return _page(render_unavailable_page(language), status=503)
        return _page(render_approved_page(answers, wish, today, language))

    def show_new(self, request: Request) -> Response:
        """Show the form for a new answer."""
        asked = [text[:MAX_QUESTION_CHARACTERS] for text in _asked(request)]
        return _page(render_new_page(asked[0], asked_language(request), wordings=asked[1:]))

    def show_one(self, request: Request) -> Response:
        """Show the form with an answer."""
        language = asked_language(request)
        try:
            answer = self.services.approved.get(str(request.path_params["approved_id"]))
        except UnknownApprovedAnswer:
            return _page(render_unknown_approved_page(language), status=404)
        except KnowledgeBaseUnavailable:
            return _page(render_unavailable_page(language), status=503)
        return _page(render_edit_page(answer, self.services.approved.today(), language))


async def _preview(request: Request) -> Response:
    """Render an answer as visitors would see it; nothing is kept."""
    try:
        body = await request.json()
    except (ValueError, RecursionError):
        body = None
    text = body.get("text") if isinstance(body, dict) else None
    if not isinstance(text, str):
        return _page("", status=422)
    return _page(render_text(text[:MAX_TEXT_CHARACTERS]))


def _page(html: str, *, status: int = 200) -> HTMLResponse:
    return HTMLResponse(html, status_code=status, headers=STAFF_HEADERS)
