"""Names of one body are joined where that is certain, and two bodies stay two."""

import pytest

from assistant.ecosystem.keeping import MapKeeper
from assistant.entities.catalogue import EntityCatalogue
from tests.fakes_entities import MemoryBase


def entities(*texts: str) -> list[str]:
    base = MemoryBase({f"{at}.txt": f"{text}\n" for at, text in enumerate(texts)})
    return [each.name for each in EntityCatalogue(base).entities()]


def tied(*texts: str) -> set[str]:
    base = MemoryBase({f"{at}.txt": f"{text}\n" for at, text in enumerate(texts)})
    ties = MapKeeper(source=base, entities=EntityCatalogue(base)).current().ties
    return {f"{tie.source} {tie.relation.value} {tie.target}" for tie in ties}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Ember (formerly Spark Lab) is an incubator.", "Spark Lab is an incubator."], ["Ember"]),
        (["Ember, formerly known as Spark Lab, is an incubator.", "Spark Lab is an incubator."],
         ["Ember"]),
        (["Spark Lab is an incubator. In 2019 Spark Lab changed its name to Ember.",
          "Ember is an incubator."], ["Spark Lab"]),
        (["Spark Lab was renamed Ember in 2019.", "Spark Lab is a lab. Ember is an incubator."],
         ["Spark Lab"]),
        (["Ember, formerly Spark Lab, is an incubator.", "Spark Lab is an incubator."], ["Ember"]),
        (["Ember started under the name Spark Lab.", "Spark Lab is a lab. Ember is a fund."],
         ["Spark Lab"]),
        (["The conference Tide Days was first held in 2012. The conference has been called Ebb "
          "Week since 2017.", "Ebb Week is an event."], ["Ebb Week"]),
        (["Coastal Angels, or CAX for short, is a network.", "CAX is a network of investors."],
         ["Coastal Angels"]),
        (["The Royal Institute of Technology, also known as KTH, is a university.",
          "KTH is a university."], ["Royal Institute of Technology"]),
        (["Forskarfonden (the Swedish Science Fund) is a fund.",
          "The Swedish Science Fund is a fund."], ["Forskarfonden"]),
        (["Tekova, the National Agency for Tides, is an agency.",
          "The National Agency for Tides is an agency."], ["Tekova"]),
        (["Ember AB is a company.", "Ember is an incubator."], ["Ember AB"]),
        (["Kelp & Food Network is a network.", "The Kelp and Food Network is a cluster."],
         ["Kelp & Food Network"]),
        (["Lund University is a university.", "Lunds universitet is a university."],
         ["Lund University"]),
        (["Karolinska Institutet is a university.", "Karolinska Institute is a university."],
         ["Karolinska Institutet"]),
    ],
)  # fmt: skip
def test_two_names_of_one_body_are_one(texts: list[str], expected: list[str]) -> None:
    assert entities(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Ember (part of Tide University) is an incubator.", "Tide University is a university."],
         ["Ember", "Tide University"]),
        (["Ember Lab (Tide University) is a lab.", "Tide University is a university."],
         ["Ember Lab", "Tide University"]),
        (["Stockholm Science City (SSC) is a foundation.",
          "Swedish Space Corporation (SSC) is a company."],
         ["Stockholm Science City", "Swedish Space Corporation"]),
        (["Ember is an incubator. It works with Vinda, the Tide Fund and Kelpo.",
          "Vinda is a company. The Tide Fund is a fund."], ["Ember", "Tide Fund", "Vinda"]),
        (["The University of Borg is a university.", "Borg University is a university."],
         ["Borg University", "University of Borg"]),
        (["Tide University is a university.", "Tide University Hospital is a hospital."],
         ["Tide University", "Tide University Hospital"]),
        (["Medicon Valley is a cluster.", "Medicon Valley Alliance (MVA) is an organisation."],
         ["Medicon Valley", "Medicon Valley Alliance"]),
    ],
)  # fmt: skip
def test_two_bodies_are_two(texts: list[str], expected: list[str]) -> None:
    assert entities(*texts) == expected


def test_a_short_form_that_two_have_means_neither_elsewhere() -> None:
    base = MemoryBase(
        {
            "a.txt": "Stockholm Science City (SSC) is a foundation. SSC is a network.\n",
            "b.txt": "Swedish Space Corporation (SSC) is a company. SSC is a manufacturer.\n",
        }
    )
    found = {each.name: each for each in EntityCatalogue(base).entities()}
    assert set(found) == {"Stockholm Science City", "Swedish Space Corporation"}
    assert ("network",) in found["Stockholm Science City"].kinds
    assert ("manufacturer",) in found["Swedish Space Corporation"].kinds
    assert all(("ssc",) not in each.forms for each in found.values())


@pytest.mark.parametrize(
    "written",
    ["the Tide Region", "the Regional Council of Tide", "Tide Regional Council", "Region Tide"],
)
def test_a_region_that_acts_is_one_however_it_is_called(written: str) -> None:
    first = "Ember is an incubator. It is funded by Region Tide."
    assert tied(first, f"Kelpo is a network. It is funded by {written}.") == {
        "ember funded_by region-tide",
        "kelpo funded_by region-tide",
    }


def test_what_is_based_in_a_region_is_no_part_of_its_authority() -> None:
    first = "Ember is an incubator. It is funded by Region Tide."
    assert tied(first, "Kelpo is a network. It is based in the Tide Region.") == {
        "ember funded_by region-tide"
    }


@pytest.mark.parametrize(
    "written", ["the City of Lund", "Lund Municipality", "the municipality of Lund", "Lund kommun"]
)
def test_a_municipality_is_one_however_it_is_called(written: str) -> None:
    first = "Ember is an incubator. It is funded by Lunds kommun."
    assert tied(first, f"Kelpo is a network. It is funded by {written}.") == {
        "ember funded_by lunds-kommun",
        "kelpo funded_by lunds-kommun",
    }
