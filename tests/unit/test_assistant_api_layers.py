"""The plain ASGI layers, each around a tiny application of its own."""

import asyncio
import json
from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.guard import KeyGuard
from assistant.api.headers import SECURITY_HEADERS, LastResort, SecurityHeaders
from assistant.api.keys import Keys
from assistant.api.limits import BodyLimits
from assistant.api.options import HttpOptions

OPTIONS = HttpOptions(body_bytes=1_000, page_body_bytes=2_000, receive_seconds=0.05)


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    message = await receive()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": message["body"]})


async def fail_at_once(scope: Scope, receive: Receive, send: Send) -> None:
    raise RuntimeError("inner secret")


async def fail_midway(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    raise RuntimeError("inner secret")


class Client:
    """Sends prepared messages and keeps what comes back; then it stays silent."""

    def __init__(self, messages: Iterable[Message]) -> None:
        self._messages = list(messages)
        self.received = 0
        self.sent: list[Message] = []

    async def receive(self) -> Message:
        if not self._messages:
            await asyncio.Event().wait()
        self.received += 1
        return self._messages.pop(0)

    async def send(self, message: Message) -> None:
        self.sent.append(message)

    @property
    def status(self) -> int:
        status = self.sent[0]["status"]
        assert isinstance(status, int)
        return status

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode(): value.decode() for name, value in self.sent[0]["headers"]}

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.sent[1:])


def part(body: bytes, *, more: bool = True) -> Message:
    return {"type": "http.request", "body": body, "more_body": more}


def call(
    app: ASGIApp,
    *messages: Message,
    path: str = "/api/v1/ask",
    method: str = "POST",
    headers: dict[str, str] | None = None,
) -> Client:
    client = Client(messages)
    sent = {"content-type": "application/json", **(headers or {})}
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
    }

    async def run() -> None:
        await app(scope, client.receive, client.send)

    asyncio.run(run())
    return client


def test_a_body_in_pieces_reaches_the_application_whole() -> None:
    client = call(BodyLimits(echo, OPTIONS), part(b"a" * 400), part(b"b" * 600, more=False))

    assert client.body == b"a" * 400 + b"b" * 600


def test_a_body_one_byte_over_the_limit_is_refused() -> None:
    client = call(BodyLimits(echo, OPTIONS), part(b"a" * 1_001, more=False))

    assert client.status == 413
    assert json.loads(client.body)["limit_bytes"] == 1_000
    assert client.headers["connection"] == "close"


def test_an_announced_large_body_is_refused_before_it_is_read() -> None:
    for length in ("1001", "9" * 5_000):
        client = call(BodyLimits(fail_at_once, OPTIONS), headers={"content-length": length})

        assert client.status == 413
        assert client.received == 0


def test_a_page_may_send_more_than_the_api_and_other_types() -> None:
    client = call(
        BodyLimits(echo, OPTIONS),
        part(b"a" * 2_000, more=False),
        path="/gradio_api/upload",
        headers={"content-type": "multipart/form-data; boundary=x"},
    )

    assert client.status == 200


def test_a_slow_body_is_given_up() -> None:
    client = call(BodyLimits(fail_at_once, OPTIONS), part(b"{"))

    assert client.status == 408


def test_a_body_that_breaks_off_never_reaches_the_application() -> None:
    client = call(BodyLimits(fail_at_once, OPTIONS), part(b"{"), {"type": "http.disconnect"})

    assert client.status == 400


def test_only_json_is_taken_by_the_api() -> None:
    for media_type in ("text/plain", "application/x-www-form-urlencoded", "", "application/jsonx"):
        client = call(
            BodyLimits(fail_at_once, OPTIONS),
            part(b"{}", more=False),
            headers={"content-type": media_type},
        )

        assert client.status == 415


def test_a_media_type_may_have_parameters() -> None:
    client = call(
        BodyLimits(echo, OPTIONS),
        part(b"{}", more=False),
        headers={"content-type": "Application/JSON; charset=utf-8"},
    )

    assert client.status == 200


def test_a_failure_becomes_a_problem_that_tells_nothing() -> None:
    client = call(LastResort(fail_at_once))

    assert client.status == 500
    assert b"secret" not in client.body
    assert json.loads(client.body)["error_id"]


def test_a_failure_midway_ends_the_response_without_a_second_start() -> None:
    client = call(LastResort(fail_midway))

    assert [message["type"] for message in client.sent] == ["http.response.start"]


def test_security_headers_are_set_over_those_of_the_application() -> None:
    async def lax(scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-security-policy", b"default-src *")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    client = call(SecurityHeaders(lax))

    assert client.headers == {**SECURITY_HEADERS, "cache-control": "no-store"}


def test_without_keys_everyone_is_let_in() -> None:
    assert call(KeyGuard(echo, Keys([])), part(b"", more=False)).status == 200


def test_a_program_is_asked_for_a_bearer_key_and_a_browser_for_a_password() -> None:
    guard = KeyGuard(fail_at_once, Keys(["right" * 4]))

    assert call(guard, path="/api/v1/ask").headers["www-authenticate"] == "Bearer"
    assert call(guard, path="/").headers["www-authenticate"].startswith("Basic ")


def test_a_right_key_beside_a_wrong_one_is_refused() -> None:
    guard = KeyGuard(fail_at_once, Keys(["right" * 4]))

    client = call(guard, headers={"x-api-key": "right" * 4, "authorization": "Bearer wrong"})

    assert client.status == 401
