"""Documents added and removed over HTTP, over a real catalogue and vector index."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from assistant.settings import Settings
from tests.api_client import client_of, problem_of
from tests.fakes import fake_services
from tests.integration.test_assistant_uploads import OTHER, TEXT, House

URL = "/api/v1/documents"
BODY = {"name": "alfa.md", "text": TEXT}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path / "var")
    yield made
    made.close()


@pytest.fixture
def client(house: House) -> TestClient:
    services = replace(fake_services(), library=house.library, uploads=house.uploads)
    return client_of(services)


def test_a_document_is_added_listed_searched_and_removed(client: TestClient) -> None:
    added = client.post(URL, json=BODY)
    document_id = added.json()["document_id"]

    assert added.status_code == 201
    assert added.json()["outcome"] == "added"
    assert [one["title"] for one in client.get(URL).json()["documents"]] == ["Alfa"]
    found = client.get("/api/v1/search", params={"q": "equity"}).json()["passages"]
    assert found[0]["document_id"] == document_id

    assert client.delete(f"{URL}/{document_id}").status_code == 204
    assert client.get(URL).json()["documents"] == []
    assert problem_of(client.delete(f"{URL}/{document_id}"))["status"] == 404


def test_a_second_version_is_a_200(client: TestClient) -> None:
    client.post(URL, json=BODY)

    again = client.post(URL, json={**BODY, "text": OTHER})

    assert (again.status_code, again.json()["outcome"]) == (200, "replaced")
    assert again.json()["replaces"] == "Alfa"


def test_a_preview_stores_nothing(client: TestClient) -> None:
    seen = client.post(f"{URL}/preview", json=BODY).json()

    assert (seen["title"], seen["as_of"], seen["passages"]) == ("Alfa", "2026-05", 1)
    assert client.get(URL).json()["documents"] == []


BAD: list[dict[str, object]] = [
    {"name": "../a.md", "text": TEXT},
    {"name": "a.pdf", "text": TEXT},
    {"name": "a.md", "text": ""},
    {"name": "a.md"},
    {"name": "a.md", "text": TEXT, "title": "x"},
    {"name": 1, "text": TEXT},
]


def test_what_cannot_be_taken_in_is_a_problem(client: TestClient) -> None:
    for body in BAD:
        problem = problem_of(client.post(URL, json=body))

        assert problem["status"] == 422
        assert str(problem["detail"]).endswith(".")
    assert client.get(URL).json()["documents"] == []


def test_a_document_may_be_larger_than_a_question(client: TestClient, house: House) -> None:
    long = TEXT + "Alfa helps founders. " * 10_000

    assert client.post(URL, json={**BODY, "text": long}).status_code == 201
    too_long = "x" * 4_000_001
    assert client.post(URL, json={**BODY, "text": too_long}).status_code == 413
    assert client.post("/api/v1/ask", json={"question": "x" * 70_000}).status_code == 413


def test_a_server_that_only_reads_answers_503() -> None:
    client = client_of(fake_services())

    assert problem_of(client.post(URL, json=BODY))["status"] == 503
    assert client.delete(f"{URL}/nome").status_code == 503


def test_changing_is_the_staffs_and_reading_everybodys(house: House) -> None:
    settings = Settings(staff_keys=(SecretStr("staff-key-staff-key"),))
    client = client_of(
        replace(fake_services(settings=settings), library=house.library, uploads=house.uploads)
    )
    key = {"x-api-key": "staff-key-staff-key"}

    assert client.post(URL, json=BODY).status_code == 401
    assert client.post(f"{URL}/preview", json=BODY).status_code == 401
    added = client.post(URL, json=BODY, headers=key)
    assert added.status_code == 201
    document_id = added.json()["document_id"]
    assert client.get(f"{URL}/{document_id}").status_code == 200
    assert client.delete(f"{URL}/{document_id}").status_code == 401
