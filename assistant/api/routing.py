"""What every operation of the API is given, and what is the same for all of them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request

from assistant.api.documented import KEY_SCHEMES, problems
from assistant.api.strict_json import StrictRoute
from assistant.api.visitors import Caller
from assistant.services import Services


def _services(request: Request) -> Services:
    services = request.app.state.services
    if not isinstance(services, Services):
        raise TypeError(services)
    return services


def _caller(request: Request) -> Caller:
    caller = request.state.caller
    if not isinstance(caller, Caller):
        raise TypeError(caller)
    return caller


def _owner(request: Request) -> str | None:
    return _caller(request).owner


Given = Annotated[Services, Depends(_services)]

Calling = Annotated[Caller, Depends(_caller)]

Owner = Annotated[str | None, Depends(_owner)]
"""Whose conversations the caller sees, as the store's methods want it."""


def api_router() -> APIRouter:
    """Make a router for operations under `/api/v1`."""
    return APIRouter(
        prefix="/api/v1",
        route_class=StrictRoute,
        dependencies=KEY_SCHEMES,
        responses=problems(400, 401, 422, 500, 503),
    )
