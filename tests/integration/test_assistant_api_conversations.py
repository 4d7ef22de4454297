"""Conversations over HTTP: each caller sees their own, and what they delete is gone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from assistant.api.conversation_schemas import ConversationOut
from assistant.api.visitors import COOKIE
from assistant.model import AnswerEvent, Conversation, Turn, TurnFinished
from assistant.services import Services
from tests.api_client import client_of, problem_of
from tests.fakes import drained, fake_services


@pytest.fixture
def services() -> Services:
    return fake_services()


def asked(client: TestClient, question: str = "What is NOME?", **members: str) -> dict[str, str]:
    """Ask as a client does and give the reply."""
    response = client.post("/api/v1/ask", json={"question": question, **members})
    assert response.status_code == 200, response.text
    reply = response.json()
    assert isinstance(reply, dict)
    return reply


def listed(client: TestClient, **params: str | int) -> list[str]:
    lines = client.get("/api/v1/conversations", params=params).json()["conversations"]
    return [line["title"] for line in lines]


def test_what_was_asked_is_listed_the_last_first(services: Services) -> None:
    client = client_of(services)
    asked(client, "What is NOME?")
    asked(client, "What is SmiLe?")

    assert listed(client) == ["What is SmiLe?", "What is NOME?"]
    assert listed(client, q="SMILE") == ["What is SmiLe?"]
    assert listed(client, limit=1, offset=1) == ["What is NOME?"]


def test_a_follow_up_belongs_to_its_conversation(services: Services) -> None:
    client = client_of(services)
    conversation_id = asked(client)["conversation_id"]
    asked(client, "And when?", conversation_id=conversation_id)

    shown = client.get(f"/api/v1/conversations/{conversation_id}").json()

    assert [turn["question"] for turn in shown["turns"]] == ["What is NOME?", "And when?"]
    assert shown["turns"][0]["citations"][0]["quote"]
    assert shown["turns"][0]["feedback"] is None


def test_a_program_that_keeps_no_cookies_goes_on_by_the_id(services: Services) -> None:
    client = client_of(services)
    conversation_id = asked(client)["conversation_id"]
    client.cookies.clear()

    reply = asked(client, "And when?", conversation_id=conversation_id)

    assert reply["query"] == "What is NOME? And when?"


def test_another_visitor_sees_nothing(services: Services) -> None:
    one, other = client_of(services), client_of(services)
    reply = asked(one)
    asked(other, "What is SmiLe?")
    path = f"/api/v1/conversations/{reply['conversation_id']}"
    unknown = other.get("/api/v1/conversations/nobody").json()["detail"]

    assert listed(other) == ["What is SmiLe?"]
    for response in (
        other.get(path),
        other.patch(path, json={"title": "mine"}),
        other.delete(path),
        other.post("/api/v1/ask", json={"question": "?", **reply}) and other.get(path),
    ):
        problem = problem_of(response)
        assert problem["status"] == 404
        assert str(problem["detail"]).replace(reply["conversation_id"], "nobody") == unknown
    feedback = f"/api/v1/turns/{reply['turn_id']}/feedback"
    assert other.post(feedback, json={"verdict": "down"}).status_code == 404
    assert listed(one) == ["What is NOME?"]


def test_a_conversation_is_renamed_and_deleted(services: Services) -> None:
    client = client_of(services)
    path = f"/api/v1/conversations/{asked(client)['conversation_id']}"

    renamed = client.patch(path, json={"title": " Mentors\n"})
    assert renamed.json()["title"] == "Mentors"
    assert listed(client, q="MENTOR") == ["Mentors"]

    assert client.delete(path).status_code == 204
    assert problem_of(client.get(path))["status"] == 404
    assert listed(client) == []


def test_feedback_is_kept_changed_and_taken_back(services: Services) -> None:
    client = client_of(services)
    reply = asked(client)
    path = f"/api/v1/turns/{reply['turn_id']}/feedback"
    shown = f"/api/v1/conversations/{reply['conversation_id']}"

    given = client.post(path, json={"verdict": "down", "reason": " Too long "}).json()
    assert given == {"turn_id": reply["turn_id"], "verdict": "down", "reason": "Too long"}
    kept = client.get(shown).json()["turns"][0]["feedback"]
    assert kept == {"verdict": "down", "reason": "Too long"}
    client.post(path, json={"verdict": "up"})
    kept = client.get(shown).json()["turns"][0]["feedback"]
    assert kept == {"verdict": "up", "reason": ""}
    client.post(path, json={"verdict": None})
    assert client.get(shown).json()["turns"][0]["feedback"] is None


def test_the_last_turn_can_be_replaced(services: Services) -> None:
    client = client_of(services)
    first = asked(client)
    second = asked(client, "And who?", conversation_id=first["conversation_id"])
    again = asked(
        client,
        "And when?",
        conversation_id=first["conversation_id"],
        replaces=second["turn_id"],
    )

    shown = client.get(f"/api/v1/conversations/{first['conversation_id']}").json()
    assert [turn["turn_id"] for turn in shown["turns"]] == [first["turn_id"], again["turn_id"]]
    body = {
        "question": "Which?",
        "conversation_id": first["conversation_id"],
        "replaces": first["turn_id"],
    }
    assert problem_of(client.post("/api/v1/ask", json=body))["status"] == 409


def test_a_false_cookie_is_replaced(services: Services) -> None:
    other = client_of(fake_services())
    asked(other)
    for false in ("", "x", "a.b", other.cookies[COOKIE]):
        client = client_of(services)
        client.cookies.set(COOKIE, false)
        set_cookie = client.get("/api/v1/conversations").headers["set-cookie"]
        assert set_cookie.startswith(f"{COOKIE}=")
        assert "HttpOnly; SameSite=Lax" in set_cookie


def test_a_conversation_is_exported_as_a_document(services: Services) -> None:
    client = client_of(services)
    reply = asked(client, 'What is "NOME"?')

    response = client.get(f"/api/v1/conversations/{reply['conversation_id']}/export")

    assert response.headers["content-type"] == "text/markdown; charset=utf-8"
    disposition = response.headers["content-disposition"]
    assert disposition == 'attachment; filename="conversation-what-is-nome.md"'
    assert '## 1. What is "NOME"?' in response.text
    assert "> NOME is a Nordic mentor network. It began in 2015." in response.text


def test_an_export_as_json_holds_what_is_shown(services: Services) -> None:
    client = client_of(services)
    reply = asked(client)
    client.post(f"/api/v1/turns/{reply['turn_id']}/feedback", json={"verdict": "up"})
    path = f"/api/v1/conversations/{reply['conversation_id']}"

    exported = client.get(f"{path}/export", params={"format": "json"})

    assert exported.headers["content-disposition"].endswith(
        'filename="conversation-what-is-nome.json"'
    )
    assert exported.json() == client.get(path).json()
    assert ConversationOut.model_validate_json(exported.content).turns[0].citations
    assert client.get(f"{path}/export", params={"format": "pdf"}).status_code == 422


def test_nothing_of_a_conversation_stays_in_a_cache(services: Services) -> None:
    client = client_of(services)
    path = f"/api/v1/conversations/{asked(client)['conversation_id']}"

    for each in (path, f"{path}/export", "/api/v1/conversations", "/api/v1/conversations/nobody"):
        assert "no-store" in client.get(each).headers["cache-control"]


@dataclass(frozen=True, kw_only=True)
class Deleting:
    """Answers, but meanwhile somebody deletes the conversation."""

    services: Services

    def stream(
        self, question: str, conversation: Conversation, *, query: str | None = None
    ) -> Iterator[AnswerEvent]:
        """Answer step by step."""
        for event in self.services.assistant.stream(question, conversation, query=query):
            if isinstance(event, TurnFinished):
                self.services.conversations.forget_older_than(datetime(2100, 1, 1, tzinfo=UTC))
            yield event

    def ask(self, question: str, conversation: Conversation, *, query: str | None = None) -> Turn:
        """Answer in one step."""
        return drained(self.stream(question, conversation, query=query))


@pytest.mark.parametrize("path", ["/api/v1/ask", "/api/v1/ask/stream"])
def test_a_conversation_deleted_while_it_is_answered_does_not_come_back(
    services: Services, path: str
) -> None:
    client = client_of(services)
    conversation_id = asked(client)["conversation_id"]
    interrupted = client_of(replace(services, assistant=Deleting(services=services)))
    interrupted.cookies = client.cookies
    body = {"question": "And when?", "conversation_id": conversation_id}

    response = interrupted.post(path, json=body)

    assert "unknown-conversation" in response.text
    assert '"answer"' not in response.text
    assert problem_of(client.get(f"/api/v1/conversations/{conversation_id}"))["status"] == 404
    assert list(services.conversations.turns_since(datetime(2020, 1, 1, tzinfo=UTC))) == []
