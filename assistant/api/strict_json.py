"""Reads request bodies as strict JSON: no duplicate names, no NaN, no half surrogate pairs."""

import json
from collections.abc import Callable, Coroutine
from typing import Any, NoReturn

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException


class _StrictRequest(Request):
    """A request whose body is parsed strictly."""

    async def json(self) -> object:
        """Parse the body.

        Raises:
            HTTPException: 400, with what is wrong in one sentence.
        """
        return parse_json(await self.body())


class StrictRoute(APIRoute):
    """A route that reads its body strictly."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wrap the handler so that it sees the strict request."""
        handler = super().get_route_handler()

        async def handle(request: Request) -> Response:
            return await handler(_StrictRequest(request.scope, request.receive))

        return handle


def parse_json(body: bytes) -> object:
    """Parse a body.

    Raises:
        HTTPException: 400, with what is wrong in one sentence.
    """
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse(f"The body is not UTF-8 at byte {error.start}; encode it as UTF-8.")
    try:
        value: object = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        _refuse(f"The body is not JSON at character {error.pos}: {error.msg}; mend it there.")
    except RecursionError:
        _refuse("The body is nested too deeply; send the plain object that /docs shows.")
    except ValueError:
        # Python reads no whole number of more than 4,300 digits.
        _refuse("The body holds a number that is too long; send the plain object of /docs.")
    return value


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        _refuse("The body names a member twice; name each one once.")
    return members


def _no_constant(constant: str) -> NoReturn:
    _refuse(f"The body holds {constant}, which is not JSON; leave it out.")


def _refuse(detail: str) -> NoReturn:
    raise HTTPException(status_code=400, detail=detail)
