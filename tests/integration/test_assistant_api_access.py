"""Who is let in: hosts, origins, keys and media types."""

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from assistant.settings import Settings
from tests.api_client import client_of, problem_of
from tests.fakes import fake_services

KEY = "canary-canary-canary"


@pytest.fixture
def client() -> TestClient:
    return client_of(fake_services())


@pytest.fixture
def keyed() -> TestClient:
    return client_of(fake_services(settings=Settings(api_keys=(SecretStr(KEY),))))


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_that_a_foreign_form_could_send_is_refused(
    client: TestClient, media_type: str
) -> None:
    response = client.post(
        "/api/v1/ask", content=b'{"question": "x"}', headers={"content-type": media_type}
    )

    assert problem_of(response)["status"] == 415


@pytest.mark.parametrize("path", ["/", "/api/v1/documents", "/healthz", "/docs"])
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "a@127.0.0.1"])
def test_a_foreign_host_is_refused_everywhere(client: TestClient, path: str, host: str) -> None:
    assert problem_of(client.get(path, headers={"host": host}))["status"] == 400


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "LOCALHOST"])
def test_loopback_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == 200


def test_a_configured_host_is_answered() -> None:
    client = client_of(fake_services(settings=Settings(allowed_hosts=("Ask.Example",))))

    assert client.get("/healthz", headers={"host": "ask.example:443"}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "DELETE", "PUT", "PATCH"])
@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://localhost:3000", "file://", "http://"]
)
def test_a_foreign_page_may_not_write(client: TestClient, method: str, origin: str) -> None:
    response = client.request(method, "/api/v1/ask", headers={"origin": origin})

    assert problem_of(response)["status"] == 403
    assert "access-control-allow-origin" not in response.headers


def test_the_own_page_may_write(client: TestClient) -> None:
    response = client.post(
        "/api/v1/ask",
        json={"question": "What is NOME?"},
        headers={"origin": "http://127.0.0.1:8000"},
    )

    assert response.status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"authorization": "Bearer wrong-wrong-wrong"},
        {"authorization": f"Bearer {KEY[:-1]}"},
        {"authorization": f"Token {KEY}"},
        {"authorization": KEY},
        {"x-api-key": ""},
        {"x-api-key": KEY.upper()},
        {"x-api-key": "å" * 20},
        {"x-api-key": KEY, "authorization": "Bearer wrong"},
    ],
)
def test_a_missing_or_wrong_key_gets_the_same_401(
    keyed: TestClient, headers: dict[str, str]
) -> None:
    encoded = {name.encode(): value.encode("latin-1") for name, value in headers.items()}

    first = keyed.get("/api/v1/documents", headers=encoded)

    assert problem_of(first)["status"] == 401
    assert first.content == keyed.get("/api/v1/documents").content


def test_a_key_in_the_address_is_no_key(keyed: TestClient) -> None:
    assert keyed.get(f"/api/v1/documents?api_key={KEY}").status_code == 401


@pytest.mark.parametrize("headers", [{"authorization": f"Bearer {KEY}"}, {"x-api-key": KEY}])
def test_the_key_opens_the_api(keyed: TestClient, headers: dict[str, str]) -> None:
    assert keyed.get("/api/v1/documents", headers=headers).status_code == 200


def test_a_browser_may_send_the_key_as_a_password(keyed: TestClient) -> None:
    assert keyed.get("/docs").headers["www-authenticate"].startswith("Basic ")
    assert keyed.get("/docs", auth=("anyone", KEY)).status_code == 200


def test_every_operation_of_the_description_needs_the_key(keyed: TestClient) -> None:
    paths = keyed.get("/openapi.json", headers={"x-api-key": KEY}).json()["paths"]
    operations = [(method, path) for path, methods in paths.items() for method in methods]

    closed = {path for method, path in operations if keyed.request(method, path).status_code == 401}

    assert closed == set(paths) - {"/healthz", "/readyz"}


BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize(
    ("language", "heading", "told"),
    [("en", "A key is needed", "as the password"), ("sv", "Det behövs en nyckel", "lösenord")],
)
def test_a_person_without_a_key_gets_a_page_that_says_what_to_do(
    keyed: TestClient, language: str, heading: str, told: str
) -> None:
    response = keyed.get("/", headers={**BROWSER, "accept-language": language})

    assert response.status_code == 401
    assert response.headers["www-authenticate"].startswith("Basic")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["content-language"] == language
    assert f"<h1>{heading}</h1>" in response.text
    assert told in response.text
    assert "X-API-Key" not in response.text


def test_a_person_who_goes_nowhere_gets_a_page_and_a_program_a_problem(client: TestClient) -> None:
    for path in ("/nowhere/%3Cb%3E%22", "/ui/%3Cscript%3E"):
        response = client.get(path, headers=BROWSER)
        assert response.status_code == 404
        assert "<h1>There is nothing at this address.</h1>" in response.text
        assert "<b>" not in response.text
        assert "<script" not in response.text
        assert problem_of(client.get(path))["status"] == 404
    assert problem_of(client.get("/api/v1/nothing", headers=BROWSER))["status"] == 404
    assert problem_of(client.post("/nowhere", headers=BROWSER))["status"] in {404, 405}
