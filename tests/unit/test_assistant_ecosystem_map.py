"""The map as a whole: what is kept of it, how it follows the documents, what is selected."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.ecosystem.keeping import MapKeeper
from assistant.ecosystem.model import EcosystemMap, NodeKind, Relation
from assistant.ecosystem.selecting import Selection, select
from assistant.entities.catalogue import EntityCatalogue
from assistant.errors import UnknownNode
from tests.fakes_entities import MemoryBase
from tests.ties_read_by_hand import HARBOUR, SHIPPED

ROOT = Path(__file__).parents[2]
FOLDERS = ("corpus/documents", "eval/data/harbour/documents")
KELP = "---\ntitle: Kelp Yard\nkind: incubator\n---\n\nKelp Yard is funded by Region North.\n"
COAST = (
    "---\ntitle: Coast Fund\nkind: fund\n---\n\nCoast Fund funds Kelp Yard and Tide Week.\n\n"
    "Coast Fund is a member of Blue Ring.\n"
)
TIDE = "---\ntitle: Tide Week\nkind: event\n---\n\nTide Week is an event run by Kelp Yard.\n"
RING = "---\ntitle: Blue Ring\nkind: network\n---\n\nBlue Ring has its office in Oslo.\n"


def keeper(base: MemoryBase) -> MapKeeper:
    return MapKeeper(source=base, entities=EntityCatalogue(base))


def ids(ecosystem: EcosystemMap) -> list[str]:
    return [node.node_id for node in ecosystem.nodes]


@pytest.fixture(scope="module")
def coast() -> EcosystemMap:
    return keeper(MemoryBase({"a.md": KELP, "b.md": COAST, "c.md": TIDE, "d.md": RING})).current()


def test_nodes_have_kind_document_and_mentions(coast: EcosystemMap) -> None:
    node = coast.by_id["kelp-yard"]
    assert (node.name, node.kind, node.said_kinds) == (
        "Kelp Yard",
        NodeKind.SUPPORT,
        ("incubator",),
    )
    assert (node.document_id is not None, node.mentions) == (True, 3)
    region = coast.by_id["region-north"]
    assert (region.kind, region.document_id) == (NodeKind.PUBLIC, None)


def test_the_map_is_built_once_and_anew_after_a_change() -> None:
    base = MemoryBase({"a.md": KELP})
    kept = keeper(base)
    first = kept.current()
    assert kept.current() is first
    base.put("b.md", COAST)
    assert "coast-fund" in ids(kept.current())
    base.remove("b.md")
    assert ids(kept.current()) == ids(first)


def test_the_order_of_documents_does_not_matter() -> None:
    one = keeper(MemoryBase({"a.md": KELP, "b.md": COAST, "c.md": TIDE, "d.md": RING})).current()
    other = keeper(MemoryBase({"d.md": RING, "c.md": TIDE, "b.md": COAST, "a.md": KELP})).current()
    assert one == other


@pytest.mark.parametrize(("folder", "read"), list(zip(FOLDERS, (SHIPPED, HARBOUR), strict=True)))
def test_what_is_read_out_of_documents_is_what_a_person_reads_there(
    folder: str, read: frozenset[str]
) -> None:
    files = sorted((ROOT / folder).glob("*"))
    base = MemoryBase({path.name: path.read_text(encoding="utf-8") for path in files})
    found = {
        f"{tie.source} {tie.relation} {tie.target}"
        for tie in keeper(base).current().ties
        if tie.relation is not Relation.TOGETHER
    }
    assert found - read == set()
    assert len(found) > 0.95 * len(read)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_quote_is_verbatim_and_every_tie_has_one_and_two_ends(folder: str) -> None:
    files = sorted((ROOT / folder).glob("*"))
    base = MemoryBase({path.name: path.read_text(encoding="utf-8") for path in files})
    found = keeper(base).current()
    assert len(found.ties) > 40
    assert len({node.node_id for node in found.nodes}) == len(found.nodes)
    for tie in found.ties:
        assert {tie.source, tie.target} <= found.by_id.keys()
        assert tie.source != tie.target
        assert tie.quotes
        for quote in tie.quotes:
            assert base.text_of(quote.document_id, quote.start, quote.end) == quote.text


@pytest.mark.parametrize(
    "title",
    ["Annual Review 2023", "What's on in May", "Fees and prices", "Blue Ring moves to Oslo"],
)
def test_a_page_that_only_has_a_title_is_no_node(title: str) -> None:
    text = f"# {title}\n\nThe network is free. {title} is a network. Kelp Yard funds {title}.\n"
    found = keeper(MemoryBase({"a.md": text, "b.md": KELP})).current()
    assert ids(found) == ["kelp-yard", "region-north"]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), ["blue-ring", "coast-fund", "kelp-yard", "region-north", "tide-week"]),
        (Selection(kinds=[NodeKind.FUNDER, NodeKind.EVENT]), ["coast-fund", "tide-week"]),
        (Selection(around="blue-ring"), ["blue-ring", "coast-fund"]),
        (
            Selection(around="blue-ring", depth=2),
            ["blue-ring", "coast-fund", "kelp-yard", "tide-week"],
        ),
        (
            Selection(around="coast-fund", relations=[Relation.MEMBER_OF]),
            ["blue-ring", "coast-fund"],
        ),
        (Selection(around="coast-fund", kinds=[NodeKind.EVENT]), ["coast-fund", "tide-week"]),
    ],
)
def test_a_part_is_selected(
    coast: EcosystemMap, selection: Selection, expected: Sequence[str]
) -> None:
    part = select(coast, selection)
    assert ids(part) == expected
    assert all({tie.source, tie.target} <= part.by_id.keys() for tie in part.ties)


def test_the_middle_must_be_on_the_map(coast: EcosystemMap) -> None:
    with pytest.raises(UnknownNode, match="'atlantis'"):
        select(coast, Selection(around="atlantis"))
