"""What is the staff's: by path and method, with the challenges that programs and browsers know."""

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from assistant.api.staff import is_for_staff
from assistant.settings import Settings
from tests.api_client import client_of, problem_of
from tests.fakes import fake_services

KEY, STAFF_KEY = "canary-canary-canary", "staff-staff-staff"


def client_with(*, api: bool = False, staff: bool = False) -> TestClient:
    settings = Settings(
        api_keys=(SecretStr(KEY),) if api else (),
        staff_keys=(SecretStr(STAFF_KEY),) if staff else (),
    )
    return client_of(fake_services(settings=settings))


STAFFS = [
    ("GET", "/insights"),
    ("HEAD", "/insights"),
    ("GET", "/insights/approved/new"),
    ("GET", "/insights/"),
    ("POST", "/insights"),
    ("GET", "/api/v1/insights"),
    ("GET", "/api/v1/insights/questions"),
    ("GET", "/api/v1/approved"),
    ("POST", "/api/v1/approved"),
    ("PATCH", "/api/v1/approved/x"),
    ("DELETE", "/api/v1/approved/x"),
    ("POST", "/api/v1/documents"),
    ("PUT", "/api/v1/documents/x"),
    ("PATCH", "/api/v1/documents/x"),
    ("DELETE", "/api/v1/documents/x"),
    ("BREW", "/api/v1/documents"),
]
EVERYBODYS = [
    ("GET", "/"),
    ("GET", "/documents"),
    ("POST", "/documents"),
    ("GET", "/api/v1/documents"),
    ("HEAD", "/api/v1/documents/x"),
    ("POST", "/api/v1/ask"),
    ("DELETE", "/api/v1/conversations/x"),
    ("POST", "/api/v1/turns/x/feedback"),
    ("GET", "/ui/insights.css"),
    ("GET", "/healthz"),
]


@pytest.mark.parametrize(("method", "path"), STAFFS)
def test_what_is_the_staffs_needs_their_key(method: str, path: str) -> None:
    client = client_with(staff=True)

    without = client.request(method, path)
    assert is_for_staff(method, path)
    assert without.status_code == 401
    expected = "Bearer" if path.startswith("/api/") else "Basic "
    assert without.headers["www-authenticate"].startswith(expected)
    for headers in ({"x-api-key": STAFF_KEY}, {"authorization": f"Bearer {STAFF_KEY}"}):
        assert client.request(method, path, headers=headers).status_code not in {401, 403}
    assert client.request(method, path, auth=("anyone", STAFF_KEY)).status_code != 401


@pytest.mark.parametrize(("method", "path"), EVERYBODYS)
def test_what_is_everybodys_needs_none(method: str, path: str) -> None:
    assert not is_for_staff(method, path)
    assert client_with(staff=True).request(method, path).status_code != 401


@pytest.mark.parametrize(("method", "path"), STAFFS)
def test_without_staff_keys_the_staffs_is_as_open_as_the_rest(method: str, path: str) -> None:
    assert client_with().request(method, path).status_code != 401
    keyed = client_with(api=True)
    assert keyed.request(method, path).status_code == 401
    assert keyed.request(method, path, headers={"x-api-key": KEY}).status_code != 401


@pytest.mark.parametrize(
    "headers",
    [
        {"x-api-key": KEY},
        {"x-api-key": STAFF_KEY.upper()},
        {"x-api-key": f"{STAFF_KEY} "[:-2]},
        {"x-api-key": STAFF_KEY, "authorization": "Bearer wrong-wrong-wrong"},
        {"authorization": f"Token {STAFF_KEY}"},
    ],
)
@pytest.mark.parametrize("api", [True, False])
def test_no_other_key_opens_what_is_the_staffs(headers: dict[str, str], *, api: bool) -> None:
    client = client_with(api=api, staff=True)

    response = client.get("/api/v1/insights", headers=headers)

    assert problem_of(response)["status"] == 401
    assert STAFF_KEY not in response.text


def test_a_staff_key_opens_everything_and_may_stand_beside_the_other() -> None:
    client = client_with(api=True, staff=True)

    assert client.get("/api/v1/documents").status_code == 401
    assert client.get("/api/v1/documents", headers={"x-api-key": STAFF_KEY}).status_code == 200
    both = {"x-api-key": KEY, "authorization": f"Bearer {STAFF_KEY}"}
    assert client.get("/api/v1/insights", headers=both).status_code != 401


def test_a_foreign_page_is_refused_before_any_key_is_looked_at() -> None:
    headers = {"origin": "http://evil.example", "x-api-key": STAFF_KEY}

    response = client_with(staff=True).post("/api/v1/approved", headers=headers)

    assert problem_of(response)["status"] == 403
