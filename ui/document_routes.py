"""Where the pages of documents are, and what their addresses say."""

import re
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from assistant.errors import KnowledgeBaseUnavailable, UnknownDocument
from assistant.question.typed import MAX_QUESTION_CHARACTERS
from ui.document_page import render_document_page, render_unavailable_page, render_unknown_page
from ui.documents import COLUMNS, Wish, render_documents_page
from ui.headers import PAGE_HEADERS, asked_language
from ui.services import PageServices

_MAX_SEARCH_CHARACTERS = 200
_MAX_ID_CHARACTERS = 200
_PLACE = re.compile(r"[0-9]{1,9}")


def document_routes(services: PageServices) -> tuple[Route, ...]:
    """Give the routes `/documents` and `/documents/<id>`."""
    pages = _Pages(services=services)
    return (
        Route("/documents", pages.show_list, include_in_schema=False),
        Route("/documents/{document_id}", pages.show_document, include_in_schema=False),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pages:
    """Answers requests for pages."""

    services: PageServices

    def show_list(self, request: Request) -> Response:
        """Show the list, as far as an address asks for it."""
        language = asked_language(request)
        try:
            summaries = self.services.library.documents()
        except KnowledgeBaseUnavailable:
            return _page(render_unavailable_page(language), status=503)
        return _page(render_documents_page(summaries, _wish(request), language))

    def show_document(self, request: Request) -> Response:
        """Show one document."""
        language = asked_language(request)
        document_id = str(request.path_params["document_id"])
        if not document_id.isprintable() or len(document_id) > _MAX_ID_CHARACTERS:
            return _page(render_unknown_page(language), status=404)
        try:
            document = self.services.library.document(document_id)
            is_upload = self.services.uploads.is_upload(document_id)
        except UnknownDocument:
            return _page(render_unknown_page(language), status=404)
        except KnowledgeBaseUnavailable:
            return _page(render_unavailable_page(language), status=503)
        page = render_document_page(
            document,
            start=_place(request, "start"),
            end=_place(request, "end"),
            is_upload=is_upload,
            language=language,
        )
        return _page(page)


def _page(html: str, *, status: int = 200) -> HTMLResponse:
    return HTMLResponse(html, status_code=status, headers=PAGE_HEADERS)


def _wish(request: Request) -> Wish:
    query = request.query_params
    sort = query.get("sort", "")
    return Wish(
        search=query.get("q", "")[:_MAX_SEARCH_CHARACTERS],
        sort=sort if sort in COLUMNS else "title",
        add=query.get("add", "") == "1",
        question=query.get("question", "")[:MAX_QUESTION_CHARACTERS],
    )


def _place(request: Request, name: str) -> int:
    """Give a place in a text; 0 where the address names none."""
    found = _PLACE.fullmatch(request.query_params.get(name, ""))
    return int(found.group()) if found else 0
