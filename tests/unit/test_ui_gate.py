"""Which requests the page lets through."""

import asyncio
import json

import pytest
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope, Send

from ui.gate import MAX_BODY_BYTES, PageGate


def send_through(method: str, path: str, body: bytes = b"", *, root: str = "") -> bytes:
    """Send a request through the gate and give the body that the app behind it reads."""
    seen: list[bytes] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        del scope, send
        seen.append((await receive())["body"])

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        raise AssertionError(message)

    scope: Scope = {"type": "http", "method": method, "path": root + path, "root_path": root}
    asyncio.run(PageGate(app)(scope, receive, send))
    return seen[0]


def refusal(method: str, path: str, body: bytes = b"") -> int:
    with pytest.raises(HTTPException) as caught:
        send_through(method, path, body)
    return caught.value.status_code


def joined(**request: object) -> bytes:
    return json.dumps({"fn_index": 0, "session_hash": "s", **request}).encode()


@pytest.mark.parametrize(
    "path",
    [
        "/config", "/theme.css", "/assets/index-a1.js", "/static/img/logo.svg",
        "/gradio_api/info", "/gradio_api/queue/data", "/gradio_api/heartbeat/a1",
    ],
)  # fmt: skip
def test_what_the_page_reads_passes(path: str) -> None:
    # What the page behind the gate was sent; a refusal would have raised.
    assert send_through("GET", path) == b""
    assert send_through("GET", path, root="/assistant") == b""


def test_a_plain_question_passes_unchanged() -> None:
    body = joined(data=["What is it?", None, 3, True], event_data=None)
    assert send_through("POST", "/gradio_api/queue/join", body) == body


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/gradio_api/file=/etc/passwd"),
        ("GET", "/gradio_api/file/etc/passwd"),
        ("HEAD", "/gradio_api/file=/etc/passwd"),
        ("GET", "/file=/etc/passwd"),
        ("GET", "/gradio_api/proxy=http://127.0.0.1/"),
        ("POST", "/gradio_api/upload"),
        ("POST", "/gradio_api/run/predict"),
        ("POST", "/gradio_api/api/ask"),
        ("POST", "/gradio_api/call/ask"),
        ("POST", "/gradio_api/call/v2/ask"),
        ("POST", "/gradio_api/component_server"),
        ("POST", "/gradio_api/process_recording"),
        ("POST", "/gradio_api/vibe-edit"),
        ("GET", "/gradio_api/deep_link"),
        ("GET", "/gradio_api/openapi.json"),
        ("GET", "/gradio_api/runs"),
        ("GET", "/monitoring"),
        ("GET", "/monitoring/summary"),
        ("POST", "/login"),
        ("GET", "/static/../secret"),
        ("GET", "/assets/../../../secret"),
        ("GET", "/docs"),
        ("DELETE", "/gradio_api/queue/join"),
        ("POST", "/config"),
    ],
)
def test_everything_else_does_not_exist(method: str, path: str) -> None:
    assert refusal(method, path) == 404


@pytest.mark.parametrize(
    "request_body",
    [
        joined(data=[{"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}}]),
        joined(data=[["a"]]),
        joined(data={"path": "/etc/passwd"}),
        joined(data=["x"], event_data={"path": "/etc/passwd"}),
        b"[1]",
        b"not json",
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_anything_but_plain_inputs_is_refused(request_body: bytes) -> None:
    assert refusal("POST", "/gradio_api/queue/join", request_body) == 400


def test_a_body_over_the_limit_is_refused() -> None:
    body = joined(data=["x" * MAX_BODY_BYTES])
    assert refusal("POST", "/gradio_api/queue/join", body) == 413


def test_a_websocket_is_refused() -> None:
    async def never(*_: object) -> Message:
        raise AssertionError

    scope: Scope = {"type": "websocket", "path": "/config"}
    with pytest.raises(HTTPException):
        asyncio.run(PageGate(never)(scope, never, never))  # type: ignore[arg-type]  # never called
