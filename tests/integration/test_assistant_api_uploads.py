"""Documents added and removed over HTTP, over a real catalogue and vector index."""

import base64
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from assistant.api.options import HttpOptions
from assistant.settings import Settings
from tests.api_client import client_of, problem_of
from tests.fakes import fake_services
from tests.integration.test_assistant_uploads import OTHER, TEXT, House
from tests.pdf_files import Text, drawn, scanned

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


def pdf(name: str = "ärende.pdf", *, words: str = "Alfa takes no equity.") -> dict[str, str]:
    pages = [[Text(lines=["Alfa"], top=80, size=20)], [Text(lines=[words], top=100)]]
    return {"name": name, "data": base64.b64encode(drawn(pages)).decode()}


def test_a_pdf_is_added_previewed_shown_with_its_pages_and_given_back(client: TestClient) -> None:
    seen = client.post(f"{URL}/file/preview", json=pdf()).json()
    assert (seen["title"], seen["pages"]) == ("Alfa", 2)
    assert client.get(URL).json()["documents"] == []

    added = client.post(f"{URL}/file", json=pdf())
    assert (added.status_code, added.json()["outcome"]) == (201, "added")
    assert client.post(f"{URL}/file", json=pdf()).status_code == 200

    document_id = added.json()["document_id"]
    shown = client.get(f"{URL}/{document_id}").json()
    assert [begun["page"] for begun in shown["pages"]] == [1, 2]
    assert shown["text"][shown["pages"][1]["start"] :] == "Alfa takes no equity."
    found = client.get("/api/v1/search", params={"q": "equity"}).json()["passages"]
    assert found[0]["document_id"] == document_id

    kept = client.get(f"{URL}/{document_id}/original")
    assert kept.content == base64.b64decode(pdf()["data"])
    assert kept.headers["content-type"] == "application/octet-stream"
    assert kept.headers["x-content-type-options"] == "nosniff"
    assert kept.headers["content-disposition"] == (
        "attachment; filename=\"arende.pdf\"; filename*=UTF-8''%C3%A4rende.pdf"
    )
    assert client.delete(f"{URL}/{document_id}").status_code == 204
    assert client.get(f"{URL}/{document_id}/original").status_code == 404


def test_a_file_may_also_be_text_but_text_is_no_pdf(client: TestClient) -> None:
    text = {"name": "alfa.md", "data": base64.b64encode(TEXT.encode()).decode()}

    assert client.post(f"{URL}/file", json=text).json()["title"] == "Alfa"
    problem = problem_of(client.post(URL, json={"name": "a.pdf", "text": TEXT}))
    assert "send it as a file" in str(problem["detail"])


def test_a_file_that_cannot_be_read_is_a_problem_and_nothing_is_kept(
    client: TestClient, house: House
) -> None:
    for name, data, said in (
        ("scan.pdf", base64.b64encode(scanned()).decode(), "OCR"),
        ("a.pdf", base64.b64encode(b"<script>alert(1)</script>").decode(), "no PDF file"),
        ("a.docx", base64.b64encode(b"PK").decode(), "no Word document"),
        ("a.pdf", "not base64!", "base64"),
        ("a.xlsx", "AAAA", "format cannot be read"),
        ("../a.pdf", pdf()["data"], "no plain name"),
    ):
        problem = problem_of(client.post(f"{URL}/file", json={"name": name, "data": data}))

        assert problem["status"] == 422
        assert said in str(problem["detail"])
    assert client.get(URL).json()["documents"] == []
    assert house.files() == []


def test_a_file_may_be_larger_than_a_text_within_its_own_limit(house: House) -> None:
    settings = Settings(http=HttpOptions(file_bytes=5_000_000))
    client = client_of(
        replace(fake_services(settings=settings), library=house.library, uploads=house.uploads)
    )

    def sent(size: int) -> int:
        return client.post(f"{URL}/file", json={"name": "a.pdf", "data": "A" * size}).status_code

    assert sent(4_500_000) == 422
    assert sent(5_000_001) == 413


def test_the_original_is_the_staffs_since_files_hold_more_than_their_text(house: House) -> None:
    taken = house.uploads.add("alfa.md", TEXT).understood
    settings = Settings(staff_keys=(SecretStr("staff-key-staff-key"),))
    client = client_of(
        replace(fake_services(settings=settings), library=house.library, uploads=house.uploads)
    )
    address = f"{URL}/{taken.document_id}/original"

    assert client.get(address).status_code == 401
    kept = client.get(address, headers={"x-api-key": "staff-key-staff-key"})
    assert kept.text == TEXT


def test_there_is_no_original_of_what_was_ingested(
    client: TestClient, house: House, tmp_path: Path
) -> None:
    (tmp_path / "alfa.md").write_text(TEXT)
    house.ingest(tmp_path / "alfa.md")
    (only,) = client.get(URL).json()["documents"]

    assert client.get(f"{URL}/{only['document_id']}/original").status_code == 404


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
