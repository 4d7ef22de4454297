"""Bounds on what a client sends: how much, for how long, and of which media type."""

import asyncio
import contextlib
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.options import HttpOptions
from assistant.api.problems import Problem, problem_response

# What is sent here holds a document's text.
_DOCUMENTS = "/api/v1/documents"
# What is sent here holds a file.
_FILES = "/api/v1/documents/file"

_WRITING_METHODS = frozenset({"POST", "PUT", "PATCH"})

# After a refusal, what the client still sends is read and thrown away for this long; closing at
# once would reset the connection and could destroy the refusal before the client has read it.
_LINGER_SECONDS = 1.0

_CLOSE = {"connection": "close"}

_INCOMPLETE = Problem(
    status=400,
    name="incomplete-body",
    title="The body is incomplete",
    detail="The connection ended before the whole body had come; send it again.",
    headers=_CLOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """A whole body, or the problem that stopped it from being read."""

    content: bytes = b""
    problem: Problem | None = None


class BodyLimits:
    """Reads each body whole before the application sees the request, within size and time."""

    def __init__(self, app: ASGIApp, options: HttpOptions) -> None:
        """Wrap `app`."""
        self._app = app
        self._options = options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its body, or answer 408, 413 or 415."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        is_api = scope["path"].startswith("/api/")
        problem = _wrong_media_type(scope, headers) if is_api else None
        limit = self._limit(scope["path"])
        body = _Body(problem=problem or _announced_too_large(headers, limit))
        if body.problem is None:
            body = await _read(receive, limit, self._seconds(scope["path"]))
        if body.problem is None:
            await self._app(scope, _replay(body.content, receive), send)
            return
        linger = min(_LINGER_SECONDS, self._options.receive_seconds)
        refusal = problem_response(body.problem, scope)
        await refusal(scope, receive, _draining(send, receive, linger))

    def _seconds(self, path: str) -> float:
        """Give how long a body at a path may take."""
        brings_file = path.startswith(_FILES)
        return self._options.file_seconds if brings_file else self._options.receive_seconds

    def _limit(self, path: str) -> int:
        """Give how many bytes a body at a path may have."""
        if path.startswith(_FILES):
            return self._options.file_bytes
        if path.startswith(_DOCUMENTS):
            return self._options.document_bytes
        is_api = path.startswith("/api/")
        return self._options.body_bytes if is_api else self._options.page_body_bytes


async def _read(receive: Receive, limit: int, seconds: float) -> _Body:
    content = bytearray()
    try:
        async with asyncio.timeout(seconds):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    return _Body(problem=_INCOMPLETE)
                content += message.get("body", b"")
                if len(content) > limit:
                    return _Body(problem=_too_large(limit))
                if not message.get("more_body", False):
                    return _Body(content=bytes(content))
    except TimeoutError:
        return _Body(problem=_too_slow(seconds))


def _replay(content: bytes, receive: Receive) -> Receive:
    """Give the body as one message, and after it whatever the server says (the disconnect)."""
    pending: list[Message] = [{"type": "http.request", "body": content, "more_body": False}]

    async def replay() -> Message:
        return pending.pop() if pending else await receive()

    return replay


def _draining(send: Send, receive: Receive, seconds: float) -> Send:
    """Send a response, but end it only when what still comes in has been thrown away."""

    async def send_then_drain(message: Message) -> None:
        if message["type"] != "http.response.body":
            await send(message)
            return
        await send({**message, "more_body": True})
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while (await receive()).get("more_body", False):
                    pass
        await send({"type": "http.response.body", "body": b""})

    return send_then_drain


def _wrong_media_type(scope: Scope, headers: Headers) -> Problem | None:
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    if scope["method"] not in _WRITING_METHODS or media_type == "application/json":
        return None
    return Problem(
        status=415,
        name="unsupported-media-type",
        title="The body has to be JSON",
        detail="Send the body as JSON with the header 'Content-Type: application/json'.",
        headers=_CLOSE,
    )


def _announced_too_large(headers: Headers, limit: int) -> Problem | None:
    announced = headers.get("content-length", "0")
    if not (announced.isascii() and announced.isdigit()):
        return _INCOMPLETE
    # A number with more digits than the limit is larger; int() would refuse a very long one.
    digits = announced.lstrip("0")
    if len(digits) > len(str(limit)) or int(digits or "0") > limit:
        return _too_large(limit)
    return None


def _too_large(limit: int) -> Problem:
    return Problem(
        status=413,
        name="body-too-large",
        title="The body is too large",
        detail=f"A body may have {limit} bytes; send less.",
        facts={"limit_bytes": limit},
        headers=_CLOSE,
    )


def _too_slow(seconds: float) -> Problem:
    return Problem(
        status=408,
        name="body-too-slow",
        title="The body came too slowly",
        detail=f"A body has to arrive within {seconds:g} seconds; send it again.",
        headers=_CLOSE,
    )
