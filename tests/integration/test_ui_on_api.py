"""The chat page where it lives: mounted by the API, under the API's layers."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from tests.fakes import fake_services
from tests.integration.test_ui_page import ask
from tests.pages_ui import find_event, run


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(create_app(fake_services()), base_url="http://127.0.0.1:8000") as client:
        yield client


def test_the_page_is_at_the_root_and_the_api_beside_it(client: TestClient) -> None:
    assert "<gradio-app" in client.get("/").text
    assert client.get("/healthz").status_code == 200
    assert client.get("/openapi.json").json()["info"]["title"] == "Ecosystem assistant"
    assert client.get("/docs").status_code == 200
    assert client.get("/api/v1/documents").status_code == 200
    asked = client.post("/api/v1/ask", json={"question": "What is NOME?"})
    assert asked.json()["status"] == "answered"


def test_the_page_answers_from_the_same_services(client: TestClient) -> None:
    assert "Answers from 2 documents" in run(client, find_event(client, "load"), [], session="a")
    assert "#cite-1-1" in ask(client, "What is NOME?", session="a")


@pytest.mark.parametrize("path", ["/gradio_api/file=/etc/passwd", "/gradio_api/upload", "/no/such"])
def test_what_the_page_does_not_use_is_a_problem_like_any_other(
    client: TestClient, path: str
) -> None:
    missing = client.get(path)
    assert missing.status_code == 404
    assert missing.headers["content-type"] == "application/problem+json"


def test_another_host_name_is_refused_on_the_page_too(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400
    joined = client.post(
        "/gradio_api/queue/join", json={"data": []}, headers={"Origin": "http://evil.example"}
    )
    assert joined.status_code == 403
