"""Who has which role by a table's column or by a heading above names."""

import pytest

from assistant.ecosystem.keeping import MapKeeper
from assistant.ecosystem.model import EcosystemMap, Relation
from assistant.entities.catalogue import EntityCatalogue
from tests.fakes_entities import MemoryBase

EMBER = "---\ntitle: Ember\nkind: cluster\n---\n\nEmber is a cluster in Oslo.\n\n"


def built(text: str) -> EcosystemMap:
    base = MemoryBase({"ember.md": text})
    return MapKeeper(source=base, entities=EntityCatalogue(base)).current()


def told(text: str) -> set[str]:
    return {
        f"{tie.source} {tie.relation} {tie.target}"
        for tie in built(text).ties
        if tie.relation is not Relation.TOGETHER
    }


MEMBERS = {f"{each} member_of ember" for each in ("kelp-works", "blue-quay-ab", "tide-lab")}


@pytest.mark.parametrize(
    ("heading", "names", "expected"),
    [
        ("Members A–Ö", "Kelp Works • Blue Quay AB • Tide Lab", MEMBERS),
        ("Founders and sustaining members", "Kelp Works (boats); Blue Quay AB; Tide Lab.", MEMBERS),
        ("Our members 2024", "Kelp Works | Blue Quay AB | Tide Lab", MEMBERS),
        ("Members", "Sea: Kelp Works, Blue Quay AB\nLand and air: Tide Lab", MEMBERS),
        ("For members", "Kelp Works • Blue Quay AB • Tide Lab", set()),
        ("Calendar", "Kelp Works • Blue Quay AB • Tide Lab", set()),
        ("Members", "What you pay • what you get • whom you meet", set()),
    ],
)
def test_names_below_a_heading_that_is_a_role(heading: str, names: str, expected: set[str]) -> None:
    assert told(f"{EMBER}## {heading}\n\n{names}\n") == expected


def test_a_portfolio_is_funded_by_its_owner() -> None:
    text = f"{EMBER}## Portfolio in brief\n\nHealth: Kelp Works, Blue Quay AB\n"
    assert told(text) == {"kelp-works funded_by ember", "blue-quay-ab funded_by ember"}


def test_a_line_of_names_after_what_leads_into_it() -> None:
    text = f"{EMBER}Our main partners for 2024 are:\n\nKelp Works | Blue Quay AB | Tide Lab\n"
    assert told(text) == {
        f"{min(one, 'ember')} partner_of {max(one, 'ember')}"
        for one in ("kelp-works", "blue-quay-ab", "tide-lab")
    }


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("Partner | Role", "Nordbanken | main sponsor", {"ember supported_by nordbanken"}),
        ("Name | Role | Since", "Nordbanken AB | funder | 2010", {"ember funded_by nordbanken-ab"}),
        (
            "Project | Funder | Coordinator",
            "Tide Lab | Nordbanken AB, Region North | Kelp Works",
            {
                "tide-lab funded_by nordbanken-ab",
                "tide-lab funded_by region-north",
                "tide-lab run_by kelp-works",
            },
        ),
        ("Year | Funder", "2010 | Nordbanken AB", {"ember funded_by nordbanken-ab"}),
        ("Name | Role", "Maja Berg | chair", set()),
        ("Partner | Town", "Nordbanken | Oslo", {"ember partner_of nordbanken"}),
    ],
)
def test_tables_with_a_column_of_roles(head: str, row: str, expected: set[str]) -> None:
    rule = "|".join("---" for _ in head.split("|"))
    text = f"{EMBER}## Who does what\n\n| {head} |\n|{rule}|\n| {row} |\n"
    assert told(text) == expected
    for tie in built(text).ties:
        assert all(row.split(" | ")[0] in quote.text for quote in tie.quotes)


def test_a_company_is_no_half_of_a_foundation_that_is_named_like_it() -> None:
    base = MemoryBase(
        {
            "a.md": f"{EMBER}Two companies – Kelp Works and Blue Quay – founded it in 2009.\n",
            "b.md": "# News\n\nThe Kelp Works Foundation gave a prize.\n",
        }
    )
    found = MapKeeper(source=base, entities=EntityCatalogue(base)).current()
    ties = {(tie.source, tie.relation, tie.target) for tie in found.ties}
    assert ("ember", Relation.FOUNDED_BY, "kelp-works") in ties
