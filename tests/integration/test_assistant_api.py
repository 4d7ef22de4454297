"""The operations of the API, through the whole HTTP stack, over fakes for what needs models."""

import json
from typing import get_type_hints

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from assistant.api.schemas import AskResponse
from assistant.errors import KnowledgeBaseUnavailable
from assistant.readiness import Readiness
from tests.api_client import client_of, problem_of
from tests.fakes import NOME, KeywordLibrary, fake_services


@pytest.fixture
def client() -> TestClient:
    return client_of(fake_services())


def test_an_answer_has_exactly_the_members_of_the_contract(client: TestClient) -> None:
    response = client.post("/api/v1/ask", json={"question": "What is NOME?"})

    reply = response.json()
    assert response.status_code == 200
    assert list(reply) == [
        "conversation_id", "turn_id", "question", "query", "status", "answer", "short_answer",
        "citations", "nearest", "conflicts", "coverage", "asks_back",
        "timings_ms",
    ]  # fmt: skip
    assert list(reply["citations"][0]) == [
        "number", "document_id", "title", "source", "heading", "page", "passage_id", "quote",
        "start", "end", "score", "verified",
    ]  # fmt: skip
    citation = reply["citations"][0]
    assert citation["quote"] == NOME.text[citation["start"] : citation["end"]]
    assert get_type_hints(AskResponse).keys() == reply.keys()


def test_a_follow_up_is_understood_within_its_conversation(client: TestClient) -> None:
    first = client.post("/api/v1/ask", json={"question": "What is NOME?"}).json()

    second = client.post(
        "/api/v1/ask",
        json={"question": "And when?", "conversation_id": first["conversation_id"]},
    ).json()

    assert second["conversation_id"] == first["conversation_id"]
    assert second["query"] == "What is NOME? And when?"
    assert second["question"] == "And when?"


def test_a_query_given_by_hand_is_searched_as_it_is(client: TestClient) -> None:
    first = client.post("/api/v1/ask", json={"question": "What is NOME?"}).json()
    body = {
        "question": "And when?",
        "query": "And when?",
        "conversation_id": first["conversation_id"],
    }

    second = client.post("/api/v1/ask", json=body).json()

    assert (second["question"], second["query"]) == ("And when?", "And when?")


@pytest.mark.parametrize("query", ["", " \u200b", "why? " * 500])
def test_a_query_that_cannot_be_searched_is_refused(client: TestClient, query: str) -> None:
    body = {"question": "And when?", "query": query}

    assert problem_of(client.post("/api/v1/ask", json=body))["status"] == 422


def test_an_unknown_conversation_is_a_404(client: TestClient) -> None:
    body = {"question": "What is NOME?", "conversation_id": "nobody"}

    problem = problem_of(client.post("/api/v1/ask", json=body))

    assert problem["status"] == 404
    assert problem["conversation_id"] == "nobody"


def test_a_declined_answer_is_a_200_with_the_nearest_passages(client: TestClient) -> None:
    response = client.post("/api/v1/ask", json={"question": "Who won yesterday?"})

    assert response.status_code == 200
    assert response.json()["status"] == "declined"
    assert response.json()["citations"] == []
    assert response.json()["nearest"][0]["document_id"] == "nome"


def events_of(response: Response) -> list[tuple[str, dict[str, object]]]:
    blocks = response.text.strip().split("\n\n")
    lines = [block.split("\n") for block in blocks]
    return [(name[7:], json.loads(data[6:])) for name, data in lines]


def test_the_last_event_of_a_stream_is_the_object_that_ask_gives(client: TestClient) -> None:
    asked = client.post("/api/v1/ask", json={"question": "What is NOME?"}).json()

    response = client.post("/api/v1/ask/stream", json={"question": "What is NOME?"})

    events = events_of(response)
    assert response.headers["content-type"].startswith("text/event-stream")
    assert [name for name, _ in events] == ["query", "passages", "text", "answer"]
    own = {"conversation_id", "turn_id"}
    last = events[-1][1]
    assert {k: v for k, v in last.items() if k not in own} == {
        k: v for k, v in asked.items() if k not in own
    }


def test_a_streamed_turn_is_remembered(client: TestClient) -> None:
    stream = client.post("/api/v1/ask/stream", json={"question": "What is NOME?"})
    conversation_id = events_of(stream)[-1][1]["conversation_id"]

    body = {"question": "And when?", "conversation_id": conversation_id}

    assert client.post("/api/v1/ask", json=body).json()["query"] == "What is NOME? And when?"


def test_text_is_compressed_and_a_stream_is_not_held_back_for_it(client: TestClient) -> None:
    wanted = {"accept-encoding": "gzip"}
    assert client.get("/openapi.json", headers=wanted).headers["content-encoding"] == "gzip"
    assert (
        "content-encoding"
        not in client.get("/openapi.json", headers={"accept-encoding": "identity"}).headers
    )
    stream = client.post("/api/v1/ask/stream", json={"question": "What is NOME?"}, headers=wanted)
    assert "content-encoding" not in stream.headers


def test_a_problem_is_told_in_the_language_that_is_asked_for(client: TestClient) -> None:
    told = client.post(
        "/api/v1/ask", json={"question": " "}, headers={"accept-language": "sv-SE,sv;q=0.9"}
    )
    assert told.json()["detail"] == "Frågan är tom. Skriv en."
    assert told.headers["content-language"] == "sv"


def test_a_stream_that_cannot_begin_has_a_status_code() -> None:
    client = client_of(fake_services(library=KeywordLibrary(details=())))

    problem = problem_of(client.post("/api/v1/ask/stream", json={"question": "What is NOME?"}))

    assert problem["status"] == 503
    assert "assistant ingest" in str(problem["detail"])


@pytest.mark.parametrize("failure", [RuntimeError("secret"), KnowledgeBaseUnavailable("secret")])
def test_a_stream_that_fails_midway_ends_with_a_problem(failure: Exception) -> None:
    client = client_of(fake_services(late_failure=failure))

    events = events_of(client.post("/api/v1/ask/stream", json={"question": "What is NOME?"}))

    assert [name for name, _ in events] == ["query", "passages", "text", "problem"]
    assert events[-1][1]["error_id"]
    assert "secret" not in json.dumps(events[-1][1])


def test_an_unforeseen_failure_tells_nothing_but_an_id(
    caplog: pytest.LogCaptureFixture,
) -> None:
    client = client_of(fake_services(failure=RuntimeError("/srv/secret")))

    response = client.post("/api/v1/ask", json={"question": "What is NOME?"})

    problem = problem_of(response)
    assert problem["status"] == 500
    assert "secret" not in response.text
    assert [r.getMessage() for r in caplog.records if str(problem["error_id"]) in r.getMessage()]
    assert "content-security-policy" in response.headers


def test_search_gives_passages_best_first(client: TestClient) -> None:
    found = client.get("/api/v1/search", params={"q": "nome mentor equity", "top_k": 5}).json()

    assert [passage["document_id"] for passage in found["passages"]] == ["nome", "smile"]
    assert found["passages"][0]["score"] > found["passages"][1]["score"]


def test_documents_are_listed_and_shown(client: TestClient) -> None:
    listed = client.get("/api/v1/documents").json()["documents"]
    shown = client.get(f"/api/v1/documents/{listed[0]['document_id']}").json()

    assert [line["title"] for line in listed] == ["NOME", "SmiLe Incubator"]
    assert shown == {**listed[0], "text": NOME.text, "pages": []}


def test_health_and_readiness() -> None:
    waiting = Readiness(ready=False, details={"reader": "loading"})
    client = client_of(fake_services(readiness=lambda: waiting))

    assert client.get("/healthz").json() == {"status": "ok"}
    problem = problem_of(client.get("/readyz"))
    assert problem["status"] == 503
    assert "reader: loading" in str(problem["detail"])


def test_ready_when_ready(client: TestClient) -> None:
    assert client.get("/readyz").json() == {"status": "ready", "details": {"documents": "2"}}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api", 404),
        ("GET", "/nothing", 404),
        ("GET", "/api/v1/documents/unknown", 404),
        ("GET", "/api/v1/documents/%00", 404),
        ("GET", "/api/v1/ask", 405),
        ("DELETE", "/api/v1/documents", 405),
        ("DELETE", "/healthz", 405),
    ],
)
def test_every_dead_end_is_a_problem(
    client: TestClient, method: str, path: str, status: int
) -> None:
    assert problem_of(client.request(method, path))["status"] == status


def test_a_wrong_method_is_told_the_right_one(client: TestClient) -> None:
    assert client.get("/api/v1/ask").headers["allow"] == "POST"
