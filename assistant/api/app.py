"""Puts the API together: routes, error handlers, the layers around them, and the pages."""

from collections.abc import Iterable, Sequence
from importlib.metadata import entry_points, version

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import APIRoute
from pydantic import SecretStr
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Match

from assistant.api.approved_routes import router as approved
from assistant.api.conversation_routes import router as conversations
from assistant.api.docs_page import mount_docs
from assistant.api.document_routes import router as documents
from assistant.api.guard import HostGuard, KeyGuard
from assistant.api.headers import LastResort, SecurityHeaders
from assistant.api.insights_routes import router as insights
from assistant.api.keys import Keys
from assistant.api.limits import BodyLimits
from assistant.api.map_routes import router as ecosystem
from assistant.api.problems import (
    Problem,
    problem_from_error,
    problem_from_status,
    problem_response,
)
from assistant.api.routes import probes, router
from assistant.api.staff import StaffGuard
from assistant.api.visitors import VisitorCookie, Visitors
from assistant.api.why_routes import router as why
from assistant.errors import AssistantError
from assistant.services import Services

PAGES = "ecosystem_assistant.pages"

# What stands under /api; a subject each.
_ROUTERS = (router, conversations, why, ecosystem, insights, approved, documents)

# In bytes; less fits into one packet anyway.
_LEAST_COMPRESSED = 1200

_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

# What to do next, where the framework says only what is wrong.
_STATUS_DETAILS = {
    404: "There is nothing at this path; /docs lists what there is.",
    405: "This path does not take that method; /docs lists what there is.",
}

_DESCRIPTION = (
    "Answers questions from a folder of documents and shows the exact passage behind every "
    "statement. Errors are problem details (RFC 9457)."
)


def create_app(
    services: Services, *, with_pages: bool = True, hosts: Iterable[str] = ()
) -> FastAPI:
    """Build the application.

    Args:
        services: What answers; stays the caller's to close.
        with_pages: Whether installed pages (the chat) mount themselves.
        hosts: Names it is served under, beside the loopback ones and those of the settings.
    """
    app = FastAPI(
        title="Ecosystem assistant",
        description=_DESCRIPTION,
        version=version("ecosystem-assistant"),
        docs_url=None,
        redoc_url=None,
    )
    app.state.services = services
    for part in _ROUTERS:
        app.include_router(part)
    app.include_router(probes)
    _add_handlers(app)
    mount_docs(app)
    # Before the pages, one of which takes every path that is left.
    app.add_api_route("/api/{rest:path}", _nowhere, methods=_METHODS, include_in_schema=False)
    if with_pages:
        for page in entry_points(group=PAGES):
            page.load()(app, services)
    _add_layers(app, services, hosts)
    return app


def _add_layers(app: FastAPI, services: Services, hosts: Iterable[str]) -> None:
    """Wrap the application; the last one added is the outermost."""
    settings = services.settings
    let_in, staff = _keys(settings.api_keys), _keys(settings.staff_keys)
    app.add_middleware(VisitorCookie, visitors=_visitors(services))
    app.add_middleware(BodyLimits, options=settings.http)
    app.add_middleware(StaffGuard, keys=Keys([*let_in, *staff]), staff_keys=Keys(staff))
    # Without keys for everybody, everybody is let in, and only what is the staff's is closed.
    app.add_middleware(KeyGuard, keys=Keys([*let_in, *staff] if let_in else []))
    app.add_middleware(HostGuard, hosts=(*settings.allowed_hosts, *hosts))
    # Text is a fifth of its size so; streams of events go out as they come.
    app.add_middleware(GZipMiddleware, minimum_size=_LEAST_COMPRESSED)
    app.add_middleware(LastResort)
    app.add_middleware(SecurityHeaders)


def _visitors(services: Services) -> Visitors:
    settings = services.settings
    return Visitors(
        services.visitor_secret, Keys([*_keys(settings.api_keys), *_keys(settings.staff_keys)])
    )


def _keys(secrets: Sequence[SecretStr]) -> list[str]:
    return [secret.get_secret_value() for secret in secrets]


def _add_handlers(app: FastAPI) -> None:
    @app.exception_handler(AssistantError)
    def on_error(request: Request, error: AssistantError) -> Response:
        return problem_response(problem_from_error(error), request.scope)

    @app.exception_handler(RequestValidationError)
    def on_invalid(request: Request, error: RequestValidationError) -> Response:
        return problem_response(_invalid(error.errors()), request.scope)

    @app.exception_handler(HTTPException)
    def on_status(request: Request, error: HTTPException) -> Response:
        detail = _STATUS_DETAILS.get(error.status_code, error.detail)
        problem = problem_from_status(error.status_code, detail, error.headers)
        return problem_response(problem, request.scope)


def _invalid(errors: Sequence[dict[str, object]]) -> Problem:
    """Say what does not fit the schema, without repeating what was sent."""
    facts = [{"location": _place(error["loc"]), "reason": str(error["msg"])} for error in errors]
    first = facts[0]
    return Problem(
        status=422,
        name="invalid-request",
        title="The request does not fit the schema",
        detail=f"{first['location']!r} is wrong: {first['reason']}; /docs shows what is expected.",
        facts={"errors": facts[:20]},
    )


def _place(location: object) -> str:
    parts = location if isinstance(location, tuple) else (location,)
    # Cut, because an unknown member's name comes from the client.
    return ".".join(str(part)[:100] for part in parts)


def _nowhere(request: Request) -> None:
    """Answer for API paths that lead nowhere: 405 if only the method is wrong, else 404."""
    allowed: set[str] = set()
    for route in (route for part in _ROUTERS for route in part.routes):
        match, _ = route.matches(request.scope)
        if match is Match.PARTIAL and isinstance(route, APIRoute):
            allowed |= route.methods or set()
    if allowed:
        raise HTTPException(status_code=405, headers={"allow": ", ".join(sorted(allowed))})
    raise HTTPException(status_code=404)
