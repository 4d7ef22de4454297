"""GET /api/v1/map: the map as JSON, parts of it, and what is refused."""

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from assistant.ecosystem.keeping import MapKeeper
from assistant.entities.catalogue import EntityCatalogue
from tests.api_client import client_of, problem_of
from tests.fakes import fake_services
from tests.fakes_entities import MemoryBase

TEXT = (
    "---\ntitle: Kelp Yard\nkind: incubator\n---\n\nKelp Yard is funded by Region North. Kelp Yard "
    "was a member of Blue Ring Network until 2015.\n"
)


@pytest.fixture
def client() -> TestClient:
    base = MemoryBase({"kelp.md": TEXT})
    keeper = MapKeeper(source=base, entities=EntityCatalogue(base))
    return client_of(replace(fake_services(), ecosystem=keeper))


def test_the_map_has_nodes_and_ties_with_verbatim_quotes(client: TestClient) -> None:
    found = client.get("/api/v1/map").json()
    assert [node["node_id"] for node in found["nodes"]] == [
        "blue-ring-network",
        "kelp-yard",
        "region-north",
    ]
    once, now = found["ties"]
    assert (now["source"], now["relation"], now["target"]) == (
        "kelp-yard",
        "funded_by",
        "region-north",
    )
    assert (now["is_past"], once["is_past"]) == (False, True)
    [quote] = now["quotes"]
    assert quote["quote"] == "Kelp Yard is funded by Region North."
    assert quote["end"] - quote["start"] == len(quote["quote"])


def test_a_node_has_its_other_names_and_the_sentence_that_says_what_it_is() -> None:
    text = "---\ntitle: Kelp Yard (KY)\n---\n\nIt rains. Kelp Yard (KY) is an incubator in Oslo.\n"
    base = MemoryBase({"kelp.md": text, "ring.md": TEXT})
    keeper = MapKeeper(source=base, entities=EntityCatalogue(base))
    found = client_of(replace(fake_services(), ecosystem=keeper)).get("/api/v1/map").json()
    node = {each["node_id"]: each for each in found["nodes"]}
    assert node["kelp-yard"]["other_names"] == ["KY"]
    told = node["kelp-yard"]["description"]
    assert told["quote"] == "Kelp Yard (KY) is an incubator in Oslo."
    said = base.text_of(told["document_id"], told["start"], told["end"])
    assert said == told["quote"]
    assert node["region-north"]["other_names"] == []
    assert node["region-north"]["description"] is None


def test_a_part_is_given(client: TestClient) -> None:
    found = client.get("/api/v1/map?around=region-north&relation=funded_by&depth=1").json()
    assert [node["node_id"] for node in found["nodes"]] == ["kelp-yard", "region-north"]
    funders = client.get("/api/v1/map?kind=public&kind=network").json()
    assert [node["kind"] for node in funders["nodes"]] == ["network", "public"]
    assert funders["ties"] == []


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("kind=castle", 422),
        ("relation=hates", 422),
        ("depth=9", 422),
        ("depth=0", 422),
        ("around=atlantis", 404),
        (f"around={'x' * 500}", 422),
    ],
)
def test_what_there_is_not_is_refused_in_one_sentence(
    client: TestClient, query: str, status: int
) -> None:
    response = client.get(f"/api/v1/map?{query}")
    assert response.status_code == status
    assert problem_of(response)["detail"]


def test_without_documents_the_map_is_empty() -> None:
    assert client_of(fake_services()).get("/api/v1/map").json() == {"nodes": [], "ties": []}


def test_the_map_is_documented(client: TestClient) -> None:
    operation = client.get("/openapi.json").json()["paths"]["/api/v1/map"]["get"]
    assert {each["name"] for each in operation["parameters"]} == {
        "kind",
        "relation",
        "around",
        "depth",
    }
    assert {"200", "404", "422"} <= operation["responses"].keys()
