"""Insights over HTTP: what staff get, who gets it, and what is gone from it."""

import csv
import io

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from assistant.model import Feedback
from assistant.settings import Settings
from tests.api_client import client_of, problem_of
from tests.fakes import fake_services

KEY = "staff-key-of-32-characters-or-so"


@pytest.fixture
def client() -> TestClient:
    return client_of(fake_services())


def ask(client: TestClient, question: str) -> dict[str, str]:
    reply = client.post("/api/v1/ask", json={"question": question}).json()
    assert isinstance(reply, dict)
    return reply


def test_what_was_asked_is_shown_without_who_asked(client: TestClient) -> None:
    answered = ask(client, "What is NOME?")
    ask(client, "Mayor ada@example.org?")
    ask(client, "Hello")

    response = client.get("/api/v1/insights")

    insights = response.json()
    assert insights["period"]["days"] == 30
    assert insights["totals"] == {
        "asked": 2, "answered": 1, "declined": 1, "asked_back": 0, "disliked": 0, "liked": 0,
        "small_talk": 1,
    }  # fmt: skip
    assert [group["name"] for group in insights["declined"]] == ["Mayor [e-mail]?"]
    assert [use["title"] for use in insights["documents"]] == ["NOME"]
    assert len(insights["days"]) == 30
    for secret in (answered["conversation_id"], answered["turn_id"], "ada@example.org"):
        assert secret not in response.text


def test_feedback_is_shown_with_its_reason() -> None:
    services = fake_services()
    client = client_of(services)
    turn_id = ask(client, "What is NOME?")["turn_id"]
    client.post(
        f"/api/v1/turns/{turn_id}/feedback", json={"verdict": "down", "reason": "Call 070-1234567"}
    ).raise_for_status()

    (group,) = client.get("/api/v1/insights").json()["disliked"]

    assert group["reasons"] == ["Call [phone number]"]


def test_a_deleted_conversation_is_gone(client: TestClient) -> None:
    reply = ask(client, "Mayor?")
    assert client.get("/api/v1/insights").json()["totals"]["asked"] == 1

    client.delete(f"/api/v1/conversations/{reply['conversation_id']}").raise_for_status()

    for address in ("/api/v1/insights?days=0", "/api/v1/insights/groups.csv?days=0"):
        assert "Mayor" not in client.get(address).text


def test_taking_a_thumb_back_takes_it_out() -> None:
    services = fake_services()
    client = client_of(services)
    turn_id = ask(client, "What is NOME?")["turn_id"]
    for verdict in (Feedback(verdict="down", reason="Old"), None):
        body = {"verdict": verdict.verdict if verdict else None}
        client.post(f"/api/v1/turns/{turn_id}/feedback", json=body).raise_for_status()

    assert client.get("/api/v1/insights").json()["disliked"] == []


def test_all_and_an_empty_store_can_be_looked_at(client: TestClient) -> None:
    insights = client.get("/api/v1/insights?days=0&timezone=Europe/Stockholm").json()

    assert insights["period"]["days"] is None
    assert insights["before"] is None
    assert insights["totals"]["asked"] == 0
    assert len(insights["days"]) == 1


def test_a_zone_that_is_not_known_is_said(client: TestClient) -> None:
    problem = problem_of(client.get("/api/v1/insights", params={"timezone": "../etc/passwd"}))

    assert problem["status"] == 422
    assert str(problem["type"]).endswith("unknown-timezone")


@pytest.mark.parametrize("days", ["-1", "3651", "x", ""])
def test_odd_periods_are_refused(client: TestClient, days: str) -> None:
    assert problem_of(client.get("/api/v1/insights", params={"days": days}))["status"] == 422


def test_only_so_many_groups_are_shown_as_wished(client: TestClient) -> None:
    for question in ("Mayor?", "Xyzzy park?"):
        ask(client, question)

    insights = client.get("/api/v1/insights?groups=1").json()

    assert (len(insights["asked"]), len(insights["declined"])) == (1, 1)
    assert insights["totals"]["declined"] == 2
    assert problem_of(client.get("/api/v1/insights?groups=0"))["status"] == 422


def test_the_groups_are_taken_along_as_csv(client: TestClient) -> None:
    ask(client, "=HYPERLINK(1)")

    response = client.get("/api/v1/insights/groups.csv")

    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.headers["content-disposition"].startswith('attachment; filename="insights-2')
    assert response.headers["cache-control"] == "no-store"
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [(row["list"], row["question"]) for row in rows] == [
        ("asked", "'=HYPERLINK(1)"), ("declined", "'=HYPERLINK(1)"),
    ]  # fmt: skip


def test_trying_a_question_stores_nothing(client: TestClient) -> None:
    answered = client.post("/api/v1/insights/try", json={"question": "What is NOME?"}).json()
    declined = client.post("/api/v1/insights/try", json={"question": "Mayor?"}).json()

    assert (answered["status"], answered["documents"]) == ("answered", ["NOME"])
    assert (declined["status"], declined["documents"]) == ("declined", [])
    assert client.get("/api/v1/insights").json()["totals"]["asked"] == 0
    assert problem_of(client.post("/api/v1/insights/try", json={"question": " "}))["status"] == 422


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/v1/insights"),
        ("GET", "/api/v1/insights/groups.csv"),
        ("POST", "/api/v1/insights/try"),
        ("GET", "/insights"),
    ],
)
def test_with_staff_keys_only_the_staff_get_in(method: str, path: str) -> None:
    settings = Settings(staff_keys=(SecretStr(KEY),))
    client = client_of(fake_services(settings=settings))
    body = {"question": "What is NOME?"} if method == "POST" else None

    for headers in ({}, {"X-API-Key": "wrong"}, {"Authorization": "Bearer wrong"}):
        refused = problem_of(client.request(method, path, json=body, headers=headers))
        assert refused["status"] == 401
    let_in = client.request(method, path, json=body, headers={"X-API-Key": KEY})

    # The page itself is mounted elsewhere.
    assert let_in.status_code == (404 if path == "/insights" else 200)


def test_the_operations_are_documented(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]

    assert {path for path in paths if "insights" in path} == {
        "/api/v1/insights", "/api/v1/insights/groups.csv", "/api/v1/insights/try",
    }  # fmt: skip
    assert client.put("/api/v1/insights", json={}).status_code == 405
