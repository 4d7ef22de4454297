"""The description of the API, its page, the headers of every response, and pages of others."""

from collections.abc import Callable

import pytest
from fastapi import FastAPI
from fastapi.responses import PlainTextResponse
from starlette.testclient import TestClient

from assistant.api.app import create_app
from assistant.services import Services
from tests.api_client import client_of, problem_of
from tests.fakes import fake_services


@pytest.fixture
def client() -> TestClient:
    return client_of(fake_services())


@pytest.mark.parametrize("path", ["/docs", "/openapi.json", "/nothing", "/api/v1/documents"])
def test_every_response_has_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    assert "script-src 'self'" in headers["content-security-policy"]
    assert "'unsafe-eval'" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_the_docs_load_nothing_from_outside(client: TestClient) -> None:
    page = client.get("/docs").text

    assert "//" not in page.replace("<!doctype html>", "")
    for path in ("start.js", "files/swagger-ui-bundle.js", "files/swagger-ui.css"):
        assert f"docs/{path}" in page
        assert client.get(f"/docs/{path}").status_code == 200


def test_the_description_tells_of_problems_and_keys(client: TestClient) -> None:
    description = client.get("/openapi.json").json()

    ask = description["paths"]["/api/v1/ask"]["post"]
    assert ask["summary"]
    assert ask["description"]
    assert set(ask["responses"]) >= {"200", "400", "401", "404", "413", "415", "422", "500", "503"}
    for status, response in ask["responses"].items():
        if status != "200":
            assert list(response["content"]) == ["application/problem+json"]
    schemes = description["components"]["securitySchemes"].values()
    assert {scheme["type"] for scheme in schemes} == {"http", "apiKey"}


def test_a_page_mounts_itself_behind_the_guards(monkeypatch: pytest.MonkeyPatch) -> None:
    def mount(app: FastAPI, services: Services) -> None:
        app.mount("/", PlainTextResponse("the page"))

    class Page:
        def load(self) -> Callable[[FastAPI, Services], None]:
            return mount

    monkeypatch.setattr("assistant.api.app.entry_points", lambda group: [Page()])
    app = create_app(fake_services())
    client = TestClient(app, base_url="http://127.0.0.1")

    assert client.get("/").text == "the page"
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
    assert problem_of(client.get("/api/v1/nothing"))["status"] == 404
    assert problem_of(client.get("/api/v1/ask"))["status"] == 405
    assert "content-security-policy" in client.get("/").headers
