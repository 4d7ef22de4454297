"""Two callers never see each other's conversations, whatever they bring and wherever they ask."""

from collections.abc import Mapping

import pytest
from httpx2 import Response
from pydantic import SecretStr
from starlette.testclient import TestClient

from assistant.api.visitors import COOKIE
from assistant.services import Services
from assistant.settings import Settings
from tests.api_client import client_of, problem_of
from tests.fakes import fake_services

KEY, OTHER_KEY, STAFF_KEY = "canary-canary-canary", "second-second-second", "staff-staff-staff"
KEYED = Settings(
    api_keys=(SecretStr(KEY), SecretStr(OTHER_KEY)), staff_keys=(SecretStr(STAFF_KEY),)
)

BODIES: Mapping[str, Mapping[str, object]] = {
    "PATCH /api/v1/conversations/{conversation_id}": {"title": "mine"},
    "POST /api/v1/turns/{turn_id}/feedback": {"verdict": "down"},
}


@pytest.fixture
def services() -> Services:
    return fake_services()


def ask(client: TestClient, **members: str) -> Response:
    return client.post("/api/v1/ask", json={"question": "What is NOME?", **members})


def operations(client: TestClient) -> list[str]:
    """Give every operation on one conversation or turn, as the description lists them."""
    paths = client.get("/openapi.json").json()["paths"]
    return [
        f"{method.upper()} {path}"
        for path, methods in paths.items()
        for method in methods
        if "{conversation_id}" in path or "{turn_id}" in path
    ]


def call(client: TestClient, operation: str, ids: Mapping[str, str]) -> Response:
    method, _, path = operation.partition(" ")
    return client.request(method, path.format(**ids), json=BODIES.get(operation))


def everything(client: TestClient, ids: Mapping[str, str]) -> dict[str, Response]:
    """Try all that can be done with somebody's ids."""
    replies = {operation: call(client, operation, ids) for operation in operations(client)}
    body = {"question": "What is NOME?", "conversation_id": ids["conversation_id"]}
    for path in ("/api/v1/ask", "/api/v1/ask/stream"):
        replies[path] = client.post(path, json=body)
        replies[f"{path} replacing"] = client.post(path, json={**body, "replaces": ids["turn_id"]})
    return replies


UNKNOWN = {"conversation_id": "0" * 32, "turn_id": "1" * 24}


def assert_sees_nothing(stranger: TestClient, ids: Mapping[str, str]) -> None:
    """Compare every reply with the one for ids that do not exist."""
    unknown = everything(stranger, UNKNOWN)
    refused = everything(stranger, ids)
    assert len(refused) >= 10
    for operation, response in refused.items():
        assert problem_of(response)["status"] == 404, operation
        text = response.text
        for name, value in ids.items():
            text = text.replace(value, UNKNOWN[name])
        assert text == unknown[operation].text, operation
    assert stranger.get("/api/v1/conversations").json() == {"conversations": []}
    assert stranger.delete("/api/v1/conversations").json() == {"deleted": 0}


def strangers(services: Services) -> dict[str, TestClient]:
    """Give callers without a key; each but the last has been here before."""
    known, elsewhere = client_of(services), client_of(fake_services())
    known_cookie = ask(known).cookies[COOKIE]
    known.delete("/api/v1/conversations")
    made = {"another visitor": known}
    for name, value in (
        ("a forged cookie", "0" * 32 + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        ("a cookie of another server", ask(elsewhere).cookies[COOKIE]),
        ("a number without its signature", known_cookie.partition(".")[0]),
        ("an empty cookie", ""),
        ("nothing", None),
    ):
        made[name] = client_of(services)
        if value is not None:
            made[name].headers["cookie"] = f"{COOKIE}={value}"
    return made


NAMES = tuple(strangers(fake_services()))


@pytest.mark.parametrize("name", NAMES)
def test_a_stranger_cannot_tell_anothers_conversation_from_none(
    services: Services, name: str
) -> None:
    owner = client_of(services)
    ids = ask(owner).json()
    # The owner comes back, as browsers and programs with cookies do.
    ask(owner, conversation_id=ids["conversation_id"])
    before = owner.get(f"/api/v1/conversations/{ids['conversation_id']}").json()

    assert_sees_nothing(strangers(services)[name], {key: ids[key] for key in UNKNOWN})

    assert owner.get(f"/api/v1/conversations/{ids['conversation_id']}").json() == before


@pytest.mark.parametrize("name", [name for name in NAMES if name != "nothing"])
def test_not_even_before_the_owner_came_back(services: Services, name: str) -> None:
    ids = ask(client_of(services)).json()

    assert_sees_nothing(strangers(services)[name], {key: ids[key] for key in UNKNOWN})


def test_the_owner_can_do_everything(services: Services) -> None:
    owner = client_of(services)
    ids = ask(owner).json()

    for operation in operations(owner):
        if not operation.startswith("DELETE") and not operation.endswith("/why"):
            assert call(owner, operation, ids).status_code == 200, operation
    assert owner.delete(f"/api/v1/conversations/{ids['conversation_id']}").status_code == 204


@pytest.mark.parametrize("headers", [{"x-api-key": OTHER_KEY}, {"x-api-key": STAFF_KEY}])
def test_keys_do_not_see_each_others(headers: Mapping[str, str]) -> None:
    services = fake_services(settings=KEYED)
    owner, stranger = client_of(services), client_of(services)
    owner.headers["x-api-key"] = KEY
    stranger.headers.update(headers)
    reply = ask(owner)
    assert "set-cookie" not in reply.headers

    assert_sees_nothing(stranger, {key: reply.json()[key] for key in UNKNOWN})

    again = client_of(services)
    again.headers["authorization"] = f"Bearer {KEY}"
    assert len(again.get("/api/v1/conversations").json()["conversations"]) == 1
    follow_up = ask(again, conversation_id=reply.json()["conversation_id"])
    assert follow_up.status_code == 200


def test_two_browsers_with_one_key_do_not_see_each_others() -> None:
    services = fake_services(settings=KEYED)
    browsers = [client_of(services) for _ in range(2)]
    for browser in browsers:
        browser.headers["x-api-key"] = KEY
        # Any page tells them who they are.
        assert COOKIE in browser.get("/docs").cookies
    ids = ask(browsers[0]).json()

    assert_sees_nothing(browsers[1], {key: ids[key] for key in UNKNOWN})

    by_key = client_of(services)
    by_key.headers["x-api-key"] = KEY
    assert_sees_nothing(by_key, {key: ids[key] for key in UNKNOWN})


def test_without_a_key_where_one_is_needed_there_is_no_cookie_either() -> None:
    client = client_of(fake_services(settings=KEYED))

    for response in (client.get("/docs"), ask(client), client.get("/api/v1/conversations")):
        assert response.status_code == 401
        assert "set-cookie" not in response.headers


def test_a_page_tells_a_browser_who_it_is_for_a_year(services: Services) -> None:
    response = client_of(services).get("/docs")

    cookie = response.headers["set-cookie"]
    assert cookie.endswith("; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax")
    assert "private" in response.headers["cache-control"]


@pytest.mark.parametrize("by_proxy", [True, False])
def test_over_https_the_cookie_goes_over_https_alone(services: Services, *, by_proxy: bool) -> None:
    client = client_of(services)
    if by_proxy:
        response = client.get("/docs", headers={"x-forwarded-proto": "https"})
    else:
        response = client.get("https://127.0.0.1:8000/docs")

    assert response.headers["set-cookie"].endswith("; Secure")


def test_only_who_starts_a_conversation_is_told_by_the_api(services: Services) -> None:
    client = client_of(services)

    for response in (
        client.get("/api/v1/conversations"),
        client.get("/api/v1/documents"),
        ask(client, conversation_id="nobody"),
        client.post("/api/v1/ask", json={"question": ""}),
    ):
        assert "set-cookie" not in response.headers
    assert "set-cookie" in ask(client).headers
    assert "set-cookie" not in ask(client).headers
    streamed = client_of(services).post("/api/v1/ask/stream", json={"question": "What is NOME?"})
    assert "set-cookie" in streamed.headers
