"""The entity catalogue: who the documents speak of, by front matter, headings and sentences."""

import pytest

from assistant.entities.catalogue import EntityCatalogue
from assistant.entities.entity import Entity
from assistant.entities.kinds import accepted_kinds, kind_words
from tests.fakes_entities import MemoryBase


def entities(texts: dict[str, str]) -> dict[str, Entity]:
    return {each.name: each for each in EntityCatalogue(MemoryBase(texts)).entities()}


def of_kind(texts: dict[str, str], noun: str) -> list[str]:
    catalogue = EntityCatalogue(MemoryBase(texts))
    return [each.name for each in catalogue.of_kind(accepted_kinds(kind_words(noun)))]


def test_front_matter_names_kind_and_region() -> None:
    text = "---\ntitle: Ember\nkind: science park\nregion: Norrland\n---\n\nEmber has 40 tenants.\n"
    ember = entities({"a.md": text})["Ember"]
    assert ember.kinds == {("science", "park")}
    assert ember.regions == ("Norrland",)


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Ember is a non-profit business incubator in Umeå.", "incubators", ["Ember"]),
        ("The Ember House (EH) was one of Sweden's first accelerators.", "accelerator",
         ["Ember House"]),
        ("Last year, Ember, a venture capital firm in Lund, moved.", "investors", ["Ember"]),
        ("It works with companies such as Kelpo, Vindra and Ymer.", "companies",
         ["Kelpo", "Vindra", "Ymer"]),
        ("They met at the conference Nordic Days in May.", "events", ["Nordic Days"]),
        ("The report was written at Tide University.", "universities", ["Tide University"]),
        ("Ember is a network of private investors.", "investors", ["Ember"]),
        ("Ember är en företagsinkubator i Umeå.", "incubators", ["Ember"]),
        ("Region North funds Ember.", "funds", []),
        ("Ember is not an incubator.", "incubators", []),
    ],
)  # fmt: skip
def test_sentences_tell_what_something_is(text: str, noun: str, expected: list[str]) -> None:
    assert of_kind({"a.txt": f"{text} More is not known of it.\n"}, noun) == expected


def test_a_section_is_about_what_its_heading_names() -> None:
    text = (
        "# Partners\n\nSome of them.\n\n## Raft (RFT)\n\nA non-profit cluster organisation founded "
        "by two towns. It has a lab.\n\n## Ember\n\nEmber is an incubator.\n"
    )
    found = entities({"a.md": text})
    assert found["Raft"].forms == (("raft",), ("rft",))
    assert found["Raft"].kinds == {("nonprofit", "cluster", "organisation")}
    assert len(found["Raft"].own) == len(found["Ember"].own) == 1
    assert not set(*found["Raft"].own.values()) & set(*found["Ember"].own.values())


def test_names_of_one_entity_in_several_documents_are_joined() -> None:
    texts = {
        "a.md": "# Ember Incubator\n\nEmber Incubator (EI) is an incubator.\n",
        "b.md": "# News\n\nThe accelerator EI opened. Ember Incubator won a prize.\n",
    }
    found = entities(texts)
    assert list(found) == ["Ember Incubator"]
    assert found["Ember Incubator"].kinds == {("incubator",), ("accelerator",)}


def test_a_name_within_another_stays_apart_when_both_are_told() -> None:
    texts = {
        "a.md": "# Med Valley\n\nMed Valley is a region of two countries.\n",
        "b.md": "# Med Valley Alliance\n\nMed Valley Alliance is an association.\n",
    }
    assert list(entities(texts)) == ["Med Valley", "Med Valley Alliance"]


def test_a_page_that_says_we_is_about_its_title() -> None:
    text = "# About us | Harbour House\n\nWe are a start-up hub by the sea.\n"
    assert of_kind({"a.md": text}, "incubators") == ["Harbour House"]


def test_foundations_give_money_but_not_every_funder_is_one() -> None:
    texts = {
        "a.txt": "Anna Fund\n\nAnna Fund is a foundation for research.\n",
        "b.txt": "Bora\n\nBora is a venture capital firm for start-ups.\n",
    }
    assert of_kind(texts, "financiers") == ["Anna Fund", "Bora"]
    assert of_kind(texts, "foundations") == ["Anna Fund"]


def test_a_noun_of_no_family_is_a_kind_of_its_own() -> None:
    assert of_kind({"a.txt": "Ymer\n\nYmer is a floating sauna club.\n"}, "sauna clubs") == ["Ymer"]


def test_only_changed_documents_are_read_again() -> None:
    base = MemoryBase({"a.md": "# Ember\n\nEmber is an incubator.\n"})
    catalogue = EntityCatalogue(base)
    first = catalogue.entities()
    assert catalogue.entities() is first
    base.put("b.md", "# Raft\n\nRaft is a network.\n")
    names = [each.name for each in catalogue.entities()]
    assert names == ["Ember", "Raft"]
    assert catalogue.entities()[0].facts == first[0].facts
    base.remove("a.md")
    assert [each.name for each in catalogue.entities()] == ["Raft"]


def test_what_helps_companies_is_none_of_them_though_it_is_one_in_law() -> None:
    texts = {
        "a.md": "---\ntitle: Ember\nkind: incubator\n---\n\nEmber is a non-profit company.\n",
        "b.md": "# Kelpo\n\nKelpo is a company that makes sails.\n",
    }
    assert of_kind(texts, "companies") == ["Kelpo"]
    assert of_kind(texts, "incubators") == ["Ember"]
    assert of_kind(texts, "organisations") == ["Ember", "Kelpo"]


def test_a_page_and_its_site_are_no_name_together() -> None:
    text = "# Partners and friends | Ember Park\n\nEmber Park is a science park. We like it.\n"
    assert list(entities({"a.md": text})) == ["Ember Park"]


@pytest.mark.parametrize(
    "text",
    [
        "The association April 2024 met in May.",
        "They gave 22 MSEK for boats, a project in Umeå.",
        "It is run by the Umeå business association.",
    ],
)
def test_dates_sums_and_places_before_a_longer_noun_are_no_names(text: str) -> None:
    assert entities({"a.txt": f"{text} More is not known.\n"}) == {}


def test_what_is_held_is_an_event() -> None:
    text = (
        "# Tide Forum\n\nTide Forum gathers sailors. The first forum was held in 2012. "
        "We like Tide Forum.\n"
    )
    assert of_kind({"a.md": text}, "events") == ["Tide Forum"]


def test_a_noun_in_brackets_in_titles_joins_nobody() -> None:
    found = entities(
        {
            "a.md": "# Saltline (project)\n\nSaltline is a project about cliffs.\n",
            "b.md": "# Kelploop (project)\n\nKelploop is a project about kelp.\n",
        }
    )
    assert {"Saltline", "Kelploop"} <= found.keys()


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("FAQ – Kelp Seed Fund", "Questions about money. We lend to founders.", ["Kelp Seed Fund"]),
        ("About the Kelp Foundation", "We are a foundation.", ["Kelp Foundation"]),
        ("Ask us anything: the Kelp Mentors' Network", "We answer.", ["Kelp Mentors' Network"]),
        ("From the annual report of the Kelp Cluster", "It grew.", ["Kelp Cluster"]),
        ("Our board", "The council meets twice. The council decides.", []),
        ("What's on in spring", "The network is free. The network has a choir.", []),
        ("Annual Review 2023", "The programme had two rounds. The programme grew.", []),
        ("Fees and prices", "The programme is free. The programme is long.", []),
        ("Fees and prices – Kelp Yard", "Our desks are free. We are an incubator.", ["Kelp Yard"]),
    ],
)
def test_a_title_names_somebody_or_only_the_page(title: str, text: str, names: list[str]) -> None:
    assert list(entities({"a.md": f"# {title}\n\n{text}\n"})) == names


def test_what_a_page_calls_others_is_no_kind_of_its_subject_that_is_told_otherwise() -> None:
    said = "Ember Yard is an incubator. The programme is free. The programme is long."
    text = f"# Ember Yard\n\n{said}\n"
    assert entities({"a.md": text})["Ember Yard"].kinds == {("incubator",)}


TABLE = """# Who does what

| Actor | Type | Opened |
|---|---|---|
| Sealight | Business incubator | 2004 |
| The Wave Fund (TWF) | foundation / investor | 2010 |
| Total | incubator | 2 |
| 14 more | incubator | 2 |
"""


def test_a_table_with_types_tells_what_each_row_is() -> None:
    found = entities({"a.md": TABLE})
    assert sorted(found) == ["Sealight", "Wave Fund"]
    assert found["Sealight"].kinds == {("business", "incubator")}
    assert found["Wave Fund"].kinds >= {("foundation",), ("investor",)}
    fact, *_ = found["Sealight"].facts
    assert fact.statement is not None
    assert fact.statement.text == "Sealight | Business incubator | 2004"


@pytest.mark.parametrize(
    ("head", "row", "noun", "expected"),
    [
        ("Name | Kind", "Ember | science park", "science parks", ["Ember"]),
        ("Organisation | Category", "Ember | Network", "networks", ["Ember"]),
        ("Type of actor | Name", "cluster | Ember", "clusters", ["Ember"]),
        ("Incubator | Opened", "Ember | 2004", "incubators", ["Ember"]),
        ("Aktör | Typ", "Ember | inkubator", "incubators", ["Ember"]),
        ("Year | Type", "2004 | incubator", "incubators", []),
        ("Type | Size | Rent", "Office | small | 200", "offices", []),
        ("Name | Type", "Ember | large", "incubators", []),
        ("Size of the park | Type", "Ember | incubator", "incubators", []),
    ],
)
def test_which_columns_of_a_table_name_and_tell(
    head: str, row: str, noun: str, expected: list[str]
) -> None:
    rule = "|".join("---" for _ in head.split("|"))
    text = f"# List\n\nAll of them.\n\n| {head} |\n|{rule}|\n| {row} |\n"
    assert of_kind({"a.md": text}, noun) == expected


def test_news_are_no_accelerator_that_they_speak_of() -> None:
    text = (
        "---\ntitle: News from the coast\nkind: news\n---\n\n# News from the coast, May\n\n"
        "News from the coast comes monthly. The accelerator takes 5 per cent of the shares.\n"
    )
    assert of_kind({"news.md": text}, "accelerators") == []
