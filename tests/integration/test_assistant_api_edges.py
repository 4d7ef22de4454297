"""Values at and beyond the edge: whatever is sent, the answer is never a 5xx."""

import pytest
from starlette.testclient import TestClient

from tests.api_client import client_of, problem_of
from tests.fakes import fake_services


@pytest.fixture
def client() -> TestClient:
    return client_of(fake_services())


RAW_BODIES: list[bytes] = [
    b"", b"null", b"[]", b"5", b'"x"', b"{}", b"{", b"NaN", b"\xff\xfe", b"[" * 30_000,
    b'{"question": null}', b'{"question": 5}', b'{"question": []}', b'{"question": {}}',
    b'{"question": true}', b'{"question": NaN}', b'{"question": Infinity}',
    b'{"question": 9223372036854775808}', b'{"question": 1180591620717411303424}',
    b'{"question": 1e400}', b'{"question": ' + b"9" * 5_000 + b"}",
    b'{"question": "\\ud800"}', b'{"question": "What is \\udfff?"}', b'{"question": "\\u0000"}',
    b'{"question": ""}', b'{"question": "   "}', b'{"question": "\\u200b"}',
    b'{"question": "x", "\\ud800": 1}', b'{"question": "x", "more": 1}',
    b'{"question": "x", "question": "y"}', b'{"question": "' + b"x" * 2_001 + b'"}',
    b'{"question": "x", "conversation_id": 5}', b'{"question": "x", "conversation_id": ""}',
    b'{"question": "x", "conversation_id": "\\ud800"}',
    b'{"question": "x", "conversation_id": "\\u0000"}',
    b'{"question": "x", "conversation_id": "' + b"c" * 200 + b'"}',
    b'{"question": "x", "replaces": 5}', b'{"question": "x", "replaces": "\\ud800"}',
    b'{"question": "x", "replaces": "\\u0000"}', b'{"question": "x", "replaces": "no turn"}',
    b'{"question": "x", "replaces": "' + b"c" * 101 + b'"}',
    b'{"question": "x", "conversation_id": NaN}', b'{"question": ' + b"[" * 20_000 + b"}",
    ('{"question": "a' + "\u0301" * 1_000_000 + '"}').encode(),
    b'{"question": "x"}' + b" " * 64_000,
]  # fmt: skip


@pytest.mark.parametrize("path", ["/api/v1/ask", "/api/v1/ask/stream"])
@pytest.mark.parametrize("body", RAW_BODIES, ids=range(len(RAW_BODIES)))
def test_no_body_makes_the_server_fail(client: TestClient, path: str, body: bytes) -> None:
    response = client.post(path, content=body, headers={"content-type": "application/json"})

    assert 400 <= response.status_code < 500
    problem_of(response)


@pytest.mark.parametrize(
    "question",
    ["a" + "\u0301" * 1_999, "nome\x00\x07", "\u202enome", "nome \U000e0041", "🙂" * 2_000, "%s{}"],
)
def test_odd_text_is_answered_and_comes_back_as_typed(client: TestClient, question: str) -> None:
    response = client.post("/api/v1/ask", json={"question": question})

    assert response.status_code == 200
    assert response.json()["question"] == question


@pytest.mark.parametrize(
    "query",
    [
        "", "q=", "q=%00", "q=" + "x" * 2_001, "q=x&top_k=0", "q=x&top_k=51",
        "q=x&top_k=9223372036854775808", "q=x&top_k=1180591620717411303424", "q=x&top_k=NaN",
        "q=x&top_k=1e3", "q=x&top_k=" + "9" * 5_000, "q=x&top_k=", "q=x&top_k=%ED%A0%80",
    ],
)  # fmt: skip
def test_no_query_makes_the_server_fail(client: TestClient, query: str) -> None:
    response = client.get(f"/api/v1/search?{query}")

    assert problem_of(response)["status"] == 422


@pytest.mark.parametrize("name", ["9" * 5_000, "%ED%A0%80", "..%2f..%2fetc", "NaN", "%F0%9F"])
def test_no_document_id_makes_the_server_fail(client: TestClient, name: str) -> None:
    assert client.get(f"/api/v1/documents/{name}").status_code in {404, 422}


ODD_NAMES = [
    "9" * 5_000, "%ED%A0%80", "%00", "..%2f..%2fetc", "NaN", "%F0%9F", "%0d%0aset-cookie:%20x",
    "%25", "'%20OR%201=1%20--", "%E2%80%AE",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/api/v1/conversations/{}", None),
        ("GET", "/api/v1/conversations/{}/export", None),
        ("PATCH", "/api/v1/conversations/{}", {"title": "x"}),
        ("DELETE", "/api/v1/conversations/{}", None),
        ("POST", "/api/v1/turns/{}/feedback", {"verdict": "up"}),
    ],
)
def test_no_id_makes_the_server_fail(
    client: TestClient, method: str, path: str, body: object, name: str
) -> None:
    response = client.request(method, path.format(name), json=body)

    assert problem_of(response)["status"] in {404, 422}


@pytest.mark.parametrize(
    "query",
    [
        "limit=0", "limit=201", "limit=-1", "limit=1e3", "limit=9223372036854775808", "limit=",
        "offset=-1", "offset=9223372036854775808", "offset=NaN", "offset=1000001",
        "q=" + "x" * 201, "limit=" + "9" * 5_000,
    ],
)  # fmt: skip
def test_a_list_has_bounds(client: TestClient, query: str) -> None:
    problem = problem_of(client.get(f"/api/v1/conversations?{query}"))

    assert problem["status"] == 422
    assert query.partition("=")[0] in str(problem["detail"])


@pytest.mark.parametrize("q", ["%ED%A0%80", "%00", "%F0%9F", "%25", "_", "%5C", "%E2%80%AE", "*"])
def test_any_text_may_be_looked_for(client: TestClient, q: str) -> None:
    client.post("/api/v1/ask", json={"question": "What is NOME?"})

    assert client.get(f"/api/v1/conversations?q={q}").status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        b"{}", b"null", b'{"title": null}', b'{"title": 5}', b'{"title": ""}', b'{"title": " "}',
        b'{"title": "\\ud800"}', b'{"title": "' + b"x" * 201 + b'"}',
        b'{"title": "x", "owner": "y"}',
        b'{"title": "x", "title": "y"}', b'{"title": "\\u200b"}',
    ],
    ids=range(11),
)  # fmt: skip
def test_no_title_makes_the_server_fail(client: TestClient, body: bytes) -> None:
    reply = client.post("/api/v1/ask", json={"question": "What is NOME?"}).json()
    path = f"/api/v1/conversations/{reply['conversation_id']}"

    response = client.patch(path, content=body, headers={"content-type": "application/json"})

    assert problem_of(response)["status"] in {400, 422}
    assert client.get(path).json()["title"] == "What is NOME?"


@pytest.mark.parametrize(
    "body",
    [
        b"{}", b"null", b'{"verdict": "maybe"}', b'{"verdict": 1}', b'{"verdict": true}',
        b'{"verdict": ""}', b'{"verdict": "up", "reason": null}', b'{"reason": "x"}',
        b'{"verdict": "up", "reason": "\\udfff"}', b'{"verdict": "up", "by": "x"}',
        b'{"verdict": "up", "reason": "' + b"x" * 2_001 + b'"}', b'{"verdict": NaN}',
    ],
    ids=range(12),
)  # fmt: skip
def test_no_feedback_makes_the_server_fail(client: TestClient, body: bytes) -> None:
    reply = client.post("/api/v1/ask", json={"question": "What is NOME?"}).json()
    path = f"/api/v1/turns/{reply['turn_id']}/feedback"

    response = client.post(path, content=body, headers={"content-type": "application/json"})

    assert problem_of(response)["status"] in {400, 422}
    shown = client.get(f"/api/v1/conversations/{reply['conversation_id']}").json()
    assert shown["turns"][0]["feedback"] is None
