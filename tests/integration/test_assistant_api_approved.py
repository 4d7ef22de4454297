"""Approved answers over HTTP: approved, listed, changed, renewed, deleted, tried, exported."""

from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from assistant.approved.answers import ApprovedAnswers
from assistant.settings import Settings
from eval.cases import load_dataset
from tests.api_client import client_of, problem_of
from tests.fakes import fake_services
from tests.fakes_approved import Shelf, memory_approved

URL = "/api/v1/approved"
BODY = {"question": "Who funds NOME?", "text": "The Novo Nordisk Foundation.", "author": "Ada"}


@pytest.fixture
def shelf() -> Shelf:
    held = Shelf()
    held.put("nome", "NOME is a network. Novo funds NOME.", title="NOME")
    return held


@pytest.fixture
def approved(shelf: Shelf) -> ApprovedAnswers:
    return memory_approved(shelf)


@pytest.fixture
def client(approved: ApprovedAnswers) -> TestClient:
    return client_of(fake_services(approved=approved))


def add(client: TestClient, **changes: object) -> str:
    response = client.post(URL, json={**BODY, **changes})
    assert response.status_code == 201, response.text
    return str(response.json()["approved_id"])


def test_an_answer_is_approved_and_shown(client: TestClient) -> None:
    approved_id = add(client, sources=[{"document_id": "nome", "start": 19, "end": 35}])

    shown = client.get(f"{URL}/{approved_id}").json()

    assert shown["document_id"] == f"approved-{approved_id}"
    assert shown["question"] == "Who funds NOME?"
    assert shown["sources"][0]["quote"] == "Novo funds NOME."
    assert (shown["served"], shown["expired"]) == (True, None)


def test_they_are_listed_by_state_and_words(client: TestClient, shelf: Shelf) -> None:
    add(client, sources=[{"document_id": "nome"}])
    other = add(client, question="Does Alfa take equity?", text="No, never.")
    shelf.put("nome", "Changed.", title="NOME")

    def listed(**query: str) -> list[str]:
        return [one["question"] for one in client.get(URL, params=query).json()["answers"]]

    assert set(listed()) == {"Who funds NOME?", "Does Alfa take equity?"}
    assert listed(state="expired") == ["Who funds NOME?"]
    assert listed(state="served") == ["Does Alfa take equity?"]
    assert listed(q="equi never") == ["Does Alfa take equity?"]
    assert listed(q="equity funds") == []
    assert client.get(URL, params={"limit": 1}).json()["total"] == 2
    assert client.get(f"{URL}/{other}").json()["served"]


def test_an_expired_one_says_why_and_is_renewed(client: TestClient, shelf: Shelf) -> None:
    approved_id = add(client, sources=[{"document_id": "nome"}])
    shelf.put("nome", "Changed.", title="NOME")
    expired = client.get(f"{URL}/{approved_id}").json()
    assert expired["expired"] == "NOME changed on 2026-05-04"

    renewed = client.post(f"{URL}/{approved_id}/renew", json={})

    assert renewed.json()["served"]


def test_a_change_leaves_the_rest(client: TestClient) -> None:
    approved_id = add(client, other_wordings=["NOME funders"], expires_on="2030-01-01")

    changed = client.patch(f"{URL}/{approved_id}", json={"text": "Novo."}).json()
    assert (changed["text"], changed["other_wordings"]) == ("Novo.", ["NOME funders"])
    assert changed["expires_on"] == "2030-01-01"

    endless = client.patch(f"{URL}/{approved_id}", json={"expires_on": None}).json()
    assert endless["expires_on"] is None


def test_a_deleted_one_is_gone(client: TestClient) -> None:
    approved_id = add(client)

    assert client.delete(f"{URL}/{approved_id}").status_code == 204
    assert problem_of(client.get(f"{URL}/{approved_id}"))["status"] == 404
    assert problem_of(client.delete(f"{URL}/{approved_id}"))["approved_id"] == approved_id


def test_a_second_answer_to_a_question_is_a_409(client: TestClient) -> None:
    approved_id = add(client)

    problem = problem_of(client.post(URL, json={**BODY, "question": "who funds NOME"}))

    assert problem["status"] == 409
    assert problem["approved_id"] == approved_id


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"question": ""}, 422),
        ({"text": "x" * 8_001}, 422),
        ({"author": "\u200b"}, 422),
        ({"sources": [{"document_id": "gone"}]}, 404),
        ({"sources": [{"document_id": "nome", "start": 5, "end": 5_000}]}, 422),
        ({"sources": [{"document_id": "nome", "start": -1, "end": 5}]}, 422),
        ({"sources": [{"document_id": "x" * 201}]}, 422),
        ({"sources": [{"document_id": "nome"}] * 21}, 422),
        ({"other_wordings": [f"Who {n}?" for n in range(11)]}, 422),
        ({"expires_on": "tomorrow"}, 422),
        ({"served": True}, 422),
        ({"question": None}, 422),
    ],
)
def test_what_cannot_be_approved_is_refused(
    client: TestClient, changes: dict[str, object], status: int
) -> None:
    problem = problem_of(client.post(URL, json={**BODY, **changes}))

    assert problem["status"] == status
    assert client.get(URL).json()["total"] == 0


def test_wordings_can_be_tried(client: TestClient) -> None:
    body = {
        "wordings": ["Who funds NOME?"],
        "questions": ["Who finances NOME?", "Who founded NOME?", "NOME funders"],
    }

    tried = client.post(f"{URL}/try", json=body).json()["tried"]

    assert [one["served"] for one in tried] == [True, False, True]
    assert client.get(URL).json()["total"] == 0


def test_what_was_asked_lately_is_told_where_it_would_be_served(client: TestClient) -> None:
    for question in ("who funds nome", "Who founded NOME?", "who funds nome"):
        client.post("/api/v1/ask", json={"question": question})

    body = {"wordings": ["Who finances NOME?"], "questions": []}

    assert client.post(f"{URL}/try", json=body).json() == {"tried": [], "asked": ["who funds nome"]}


def test_the_export_is_a_set_of_cases(client: TestClient, shelf: Shelf, tmp_path: Path) -> None:
    add(client)
    add(client, question="Who leads NOME?", sources=[{"document_id": "nome"}])
    shelf.put("nome", "Changed.", title="NOME")

    response = client.get(f"{URL}/cases")
    (file := tmp_path / "approved.jsonl").write_text(response.text, encoding="utf-8")

    assert response.headers["content-type"].startswith("application/jsonl")
    assert {case.question for case in load_dataset(file).cases} == {
        "Who funds NOME?",
        "who funds nome",
    }


def test_they_are_the_staffs_where_staff_keys_are_set() -> None:
    settings = Settings(staff_keys=(SecretStr("staff-key-staff-key"),))
    client = client_of(replace(fake_services(), settings=settings))

    assert client.get(URL).status_code == 401
    assert client.post(URL, json=BODY).status_code == 401
    assert client.get(URL, headers={"x-api-key": "staff-key-staff-key"}).status_code == 200
