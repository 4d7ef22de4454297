"""What the page lets through: the few addresses that the chat uses, and plain text in questions.

Pure ASGI. Everything else that the page's framework offers (uploads, files, direct calls, its own
documentation) is answered as if it did not exist.
"""

import json
import re
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY_BYTES = 256 * 1024
"""Largest request of the page: a question of any sensible length is far below."""

_SERVED = re.compile(
    r"(?!.*\.\.)/(?:theme\.css|config|assets/[\w.-]+|static/[\w./-]+"
    r"|gradio_api/(?:info|startup-events|queue/data|heartbeat/\w+))?"
)
# Their names say what they hold.
_FOR_GOOD = re.compile(r"/assets/[\w.-]+-[\w-]{8,12}\.(?:js|css|woff2?|ttf)")
_POSTED = re.compile(r"/gradio_api/(?:queue/join|cancel)")


class PageGate:
    """Passes on the requests that the chat page makes and refuses all others with a 404."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on or refuse it.

        Raises:
            HTTPException: 404 for an address that the page does not use, 413 for a body over
                `MAX_BODY_BYTES`, 400 for one that is not a plain question.
        """
        if scope["type"] != "http":
            raise HTTPException(status_code=404)
        path = _inner_path(scope)
        if scope["method"] in {"GET", "HEAD"} and _SERVED.fullmatch(path):
            await self._app(scope, receive, _kept(send) if _FOR_GOOD.fullmatch(path) else send)
        elif scope["method"] == "POST" and _POSTED.fullmatch(path):
            body = await _read(receive)
            _check_plain(body)
            await self._app(scope, _replay(body, receive), send)
        else:
            raise HTTPException(status_code=404)


def _kept(send: Send) -> Send:
    """Let a browser keep what is served for good."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == HTTPStatus.OK:
            headers = MutableHeaders(scope=message)
            headers["cache-control"] = "public, max-age=31536000, immutable"
        await send(message)

    return sent


def _inner_path(scope: Scope) -> str:
    """Give the path below the place where the page is mounted."""
    path, root = str(scope["path"]), str(scope.get("root_path", ""))
    return path[len(root) :] if root and path.startswith(root) else path


async def _read(receive: Receive) -> bytes:
    """Read a request's body, refusing it as soon as it is too long."""
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            raise HTTPException(status_code=400, detail="The request was not sent to its end.")
        body += message.get("body", b"")
        if len(body) > MAX_BODY_BYTES:
            raise HTTPException(status_code=413, detail="The request is too long; shorten it.")
        more = bool(message.get("more_body", False))
    return bytes(body)


def _replay(body: bytes, receive: Receive) -> Receive:
    """Give a channel that hands out a body once and then goes on with the real one."""
    handed_out = False

    async def replayed() -> Message:
        nonlocal handed_out
        if handed_out:
            return await receive()
        handed_out = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replayed


def _check_plain(body: bytes) -> None:
    """Refuse a body whose inputs are anything but text, numbers, truth values or nothing."""
    try:
        request = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise HTTPException(status_code=400, detail="The request is not valid JSON.") from error
    if not isinstance(request, dict):
        raise HTTPException(status_code=400, detail="The request is not a JSON object.")
    inputs = request.get("data") or []
    listed = inputs if isinstance(inputs, list) else [inputs]
    if any(isinstance(value, (dict, list)) for value in (*listed, request.get("event_data"))):
        raise HTTPException(status_code=400, detail="The page takes plain text only.")
