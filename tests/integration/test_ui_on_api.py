"""The chat page where it lives: mounted by the API, under the API's layers."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from tests.fakes import fake_services
from tests.integration.test_ui_page import WANTED, ask
from tests.pages_ui import find_event, run

BASE = "http://127.0.0.1:8000"


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(create_app(fake_services()), base_url=BASE) as client:
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
    assert "Answers come from 2 documents" in run(
        client, find_event(client, "load"), [], session="a"
    )
    assert "#cite-1-1" in ask(client, "What is NOME?", session="a")


def test_a_conversation_is_its_visitors_alone() -> None:
    app = create_app(fake_services())
    with TestClient(app, base_url=BASE) as mine, TestClient(app, base_url=BASE) as other:
        mine.get("/")
        other.get("/")
        ask(mine, "What is NOME?", session="a")
        (line,) = mine.get("/api/v1/conversations").json()["conversations"]
        assert other.get("/api/v1/conversations").json()["conversations"] == []
        wanted = find_event(mine, "change", at=WANTED)
        kept = [line["conversation_id"]]
        assert "mentor network" in run(mine, wanted, kept, session="b")
        assert "This conversation is not here" in run(other, wanted, kept, session="c")


def test_the_page_speaks_the_visitors_language(client: TestClient) -> None:
    client.cookies.set("assistant_language", "sv")
    assert '<html lang="sv" data-language="sv">' in client.get("/").text
    assert "Svaren kommer ur 2 dokument" in run(client, find_event(client, "load"), [], session="a")
    assert "Källor" in ask(client, "What is NOME?", session="a")


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
