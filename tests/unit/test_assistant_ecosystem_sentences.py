"""Further sentences that say a tie, as pages of real bodies have them, and such as only seem to."""

import pytest

from assistant.ecosystem.keeping import MapKeeper
from assistant.entities.catalogue import EntityCatalogue
from tests.fakes_entities import MemoryBase

PAGES = {
    "Alba Incubator": "incubator",
    "Borea Fund": "fund",
    "Cirrus Cluster": "network",
    "Delta University": "university",
    "Gale Park": "science park",
}


def ties(text: str, name: str = "notes.md") -> set[str]:
    texts = {
        f"{at}.md": f"---\ntitle: {page}\nkind: {noun}\n---\n\n{page} is a {noun}.\n"
        for at, (page, noun) in enumerate(PAGES.items())
    }
    base = MemoryBase({**texts, name: f"{text}\n"})
    found = MapKeeper(source=base, entities=EntityCatalogue(base)).current().ties
    return {
        f"{tie.source} {tie.relation.value} {tie.target}"
        for tie in found
        if tie.relation.value != "together"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alba Incubator is a Borea Fund (the national fund) funded incubator.",
         {"alba-incubator funded_by borea-fund"}),
        ("Gale Park is a collaborative project between Alba Incubator and Delta University.",
         {"alba-incubator partner_of gale-park", "delta-university partner_of gale-park"}),
        ("At present Cirrus Cluster consists of Alba Incubator, Wales; Gale Park, New Spain and "
         "Delta University, Norway.",
         {"alba-incubator member_of cirrus-cluster", "gale-park member_of cirrus-cluster",
          "delta-university member_of cirrus-cluster"}),
        ("Cirrus Cluster unites Alba Incubator and Gale Park.",
         {"alba-incubator member_of cirrus-cluster", "gale-park member_of cirrus-cluster"}),
        ("Cirrus Cluster was formed in 2016. Co-founders are Delta University and Borea Fund.",
         {"cirrus-cluster founded_by delta-university", "cirrus-cluster founded_by borea-fund"}),
        ("Alba Incubator has now entered into a research collaboration with Delta University.",
         {"alba-incubator partner_of delta-university"}),
        ("One of them is Alba Incubator, which has worked with Borea Fund for years.",
         {"alba-incubator partner_of borea-fund"}),
        ("Alba Incubator is an active part of Cirrus Cluster.",
         {"alba-incubator member_of cirrus-cluster"}),
        ("The doors to Alba Incubator opened – a new incubator in Gale Park.",
         {"alba-incubator part_of gale-park"}),
        ("# Partners\n\nSome.\n\n## Cirrus Cluster\n\nA non-profit ICT network founded by Sonu, "
         "Borea Fund, the Municipality of Ost and Delta University.",
         {f"cirrus-cluster founded_by {each}"
          for each in ("sonu", "borea-fund", "municipality-of-ost", "delta-university")}),
        ("Alba Incubator is supported by Medero, Gale Park, the Sten Ek foundation and "
         "Delta University.",
         {f"alba-incubator supported_by {each}"
          for each in ("medero", "gale-park", "sten-ek-foundation", "delta-university")}),
        ("Cirrus Cluster consists of Gale Park, Norway; Hong Tai Science and Technology Park, "
         "China and Alba Incubator, Wales.",
         {f"{each} member_of cirrus-cluster"
          for each in ("gale-park", "hong-tai-science-and-technology-park", "alba-incubator")}),
    ],
)  # fmt: skip
def test_a_tie_is_read_with_its_direction(text: str, expected: set[str]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A correction: in the last letter we wrote that Gale Park is operated by Alba Incubator.",
        "Delta University is one of the founders of Cirrus Cluster's house. The other founders "
        "are Borea Fund and Gale Park.",
        "Alba Incubator is supported by Medero and Anna.",
        "Cirrus Cluster is a network for ICT companies in Gale Parken.",
    ],
)
def test_what_only_seems_to_tie_does_not(text: str) -> None:
    found = ties(text)
    assert not {each for each in found if "founders" not in text or "delta" not in each}
    assert "delta-university founded_by borea-fund" not in found


def test_we_is_whom_the_title_names_with_what_it_is() -> None:
    text = (
        "---\ntitle: Our programmes – Kelpo, incubator for hard things\n---\n\n"
        "Since 2011 we have helped. Green Leap helps companies. Green Leap takes no shares. "
        "We run it and we search.\n\n"
        "Kelpo has nine coaches. We are financed by Borea Fund and Delta University.\n"
    )
    assert ties(text) == {
        "green-leap run_by kelpo",
        "kelpo funded_by borea-fund",
        "kelpo funded_by delta-university",
    }


def test_a_body_with_several_spellings_is_shown_by_the_one_used_most() -> None:
    base = MemoryBase(
        {
            "a.md": "Ember is an incubator. It is funded by the Regional Council of Tide.\n",
            "b.md": "Kelpo is a network. It is funded by Region Tide.\n",
            "c.md": "Vinda is a network. It is funded by Region Tide.\n",
        }
    )
    nodes = MapKeeper(source=base, entities=EntityCatalogue(base)).current().nodes
    assert [node.name for node in nodes] == ["Ember", "Kelpo", "Region Tide", "Vinda"]
