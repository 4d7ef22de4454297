"""Why an answer is what it is, over HTTP."""

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from assistant.explanation import Examined, Explanation
from assistant.model import Turn
from assistant.services import Services
from tests.api_client import client_of, problem_of
from tests.fakes import fake_services

SEEN = Examined(
    passage_id="p",
    document_id="d",
    title="NOME",
    heading="Start",
    page=None,
    start=3,
    end=20,
    text="It began in 2015.",
    place=1,
    meaning_place=2,
    meaning_score=0.5,
    fused_score=0.9,
    reader_score=0.8,
    span="2015",
    statement="It began in 2015.",
    probability=0.7,
    outcome="cited",
    citation_numbers=(1,),
)


@pytest.fixture
def explained() -> list[Turn]:
    """The turns that were explained."""
    return []


@pytest.fixture
def services(explained: list[Turn]) -> Services:
    explanation = Explanation(kind="fact", threshold=0.36, candidates=(SEEN,), changed=False)

    def explain(turn: Turn) -> Explanation:
        explained.append(turn)
        return explanation

    return replace(fake_services(), explain=explain)


def ask(client: TestClient) -> str:
    response = client.post("/api/v1/ask", json={"question": "What is NOME?"})
    return str(response.json()["turn_id"])


def test_a_turn_is_explained_with_every_stage(services: Services, explained: list[Turn]) -> None:
    client = client_of(services)
    turn_id = ask(client)

    why = client.get(f"/api/v1/turns/{turn_id}/why").json()

    assert [turn.turn_id for turn in explained] == [turn_id]
    assert (why["turn_id"], why["kind"], why["threshold"]) == (turn_id, "fact", 0.36)
    assert (why["approved"], why["changed"]) == (False, False)
    (candidate,) = why["candidates"]
    assert candidate["outcome"] == "cited"
    assert (candidate["meaning_place"], candidate["words_place"]) == (2, None)
    assert (candidate["span"], candidate["citation_numbers"]) == ("2015", [1])


def test_another_visitor_learns_nothing_of_a_turn(
    services: Services, explained: list[Turn]
) -> None:
    mine, another = client_of(services), client_of(services)
    turn_id = ask(mine)
    ask(another)
    mine.get("/api/v1/conversations")  # from now on the turn is its owner's alone
    mine.post("/api/v1/ask", json={"question": "What is SmiLe?"})

    refused = another.get(f"/api/v1/turns/{turn_id}/why")
    unknown = another.get("/api/v1/turns/none/why")

    assert refused.status_code == unknown.status_code == 404
    assert problem_of(refused)["type"] == problem_of(unknown)["type"]
    assert explained == []
