"""Entities that running text introduces, on pages where they have no section of their own."""

from assistant.entities.catalogue import EntityCatalogue
from assistant.entities.entity import Entity
from assistant.entities.kinds import NAMED, accepted_kinds, kind_words
from tests.fakes_entities import MemoryBase


def entities(text: str) -> dict[str, Entity]:
    base = MemoryBase({"page.txt": f"{text}\n"})
    return {each.name: each for each in EntityCatalogue(base).entities()}


def of_kind(text: str, noun: str) -> list[str]:
    catalogue = EntityCatalogue(MemoryBase({"page.txt": f"{text}\n"}))
    return [each.name for each in catalogue.of_kind(accepted_kinds(kind_words(noun)))]


def test_a_thing_is_what_the_text_calls_it_by_name() -> None:
    text = "Today it has grown into a resource called the National testbed for clean ferries, open."
    assert of_kind(text, "testbeds") == ["National testbed for clean ferries"]


def test_a_new_name_is_the_same_thing() -> None:
    text = (
        "We managed the making of Tide Net, an open database with data on fish. "
        "Today, the database is renamed FishCris and is run by others."
    )
    assert entities(text)["Tide Net"].forms == (("tide", "net"), ("fishcris",))


def test_a_name_in_quotation_marks_is_of_the_kind_before_it() -> None:
    assert of_kind("In 2006 the platform “Tools of Tide” was set up.", "platforms") == [
        "Tools of Tide"
    ]


def test_a_dash_introduces_what_something_is() -> None:
    text = "The doors to The Quay opened – a new co-working space in town."
    assert of_kind(text, "coworking spaces") == ["Quay"]


def test_the_company_is_whom_the_sentence_before_speaks_of() -> None:
    text = "Last year, Kelpo Cells moved to Umeå. The company has forty employees."
    assert of_kind(text, "companies") == ["Kelpo Cells"]


def test_an_example_is_of_the_kind_said_before() -> None:
    text = "There are startups in the house. One example is Vindra, which makes sails."
    assert of_kind(text, "startups") == ["Vindra"]


def test_a_short_form_belongs_to_the_last_of_two_names() -> None:
    found = entities("Tide County and Northern Union of Ports (NUP) pay for it.")
    assert found["Northern Union of Ports"].forms[-1] == ("nup",)


def test_a_heading_that_its_text_uses_is_a_name_and_others_are_not() -> None:
    text = (
        "# Partners\n\nSome partners.\n\n## High Tide Forum\n\n"
        "High Tide Forum (HTF) welcomes leaders. They meet in May.\n\n"
        "## Built on Solid Ground\n\nIt has grown since.\n"
    )
    base = MemoryBase({"page.md": text})
    found = {each.name: each for each in EntityCatalogue(base).entities()}
    assert found["High Tide Forum"].kinds == {NAMED}
    assert "Built on Solid Ground" not in found


def test_who_says_we_is_the_name_that_stands_out() -> None:
    text = (
        "We work with concepts.\n\nTide City and Quay Town have begun a contest.\n\n"
        "Tide City and Reef Fund lead the talks. Tide City pays.\n\nWe help everybody."
    )
    found = entities(text)
    assert len(found["Tide City"].voices) == 1
    assert all(not each.voices for name, each in found.items() if name != "Tide City")


def test_a_calendar_names_its_events_in_headings() -> None:
    page = (
        "# What is on in Umeå\n\nAll that happens this year.\n\n"
        "## Sail Week\n\nFive days about boats, 15–19 April. Entrance is free.\n\n"
        "## July to December\n\nMore follows on 1 July.\n\n"
        "## Night of Knots\n\nSailors tie knots. Nobody knows when.\n"
    )
    told = {"page.md": page.replace("What is on", "Events"), "other.md": page.replace("is on", "")}
    for name, expected in (("page.md", ["Sail Week"]), ("other.md", [])):
        catalogue = EntityCatalogue(MemoryBase({name: told[name]}))
        events = catalogue.of_kind(accepted_kinds(kind_words("events")))
        assert [each.name for each in events] == expected


def test_a_noun_within_a_neighbours_name_says_nothing_of_a_thing() -> None:
    text = (
        "The international conference Digital Tide, carried out with the Reef City Foundation and "
        "called MyTide since 2017, is large."
    )
    assert "MyTide" not in of_kind(text, "foundation")
    assert "MyTide" in of_kind(text, "conference")


def test_what_describes_a_name_before_it_introduces_no_other() -> None:
    text = "Tide University is one of the founders of Raft Heights, the non-profit ICT cluster."
    assert "ICT" not in entities(text)


def test_what_is_only_guessed_gives_way_to_what_is_said() -> None:
    text = (
        "---\ntitle: Tide Tools\nkind: platform\n---\n\n# Tide Tools\n\nTide Tools was a "
        "platform for machines.\n\n"
        "Tide Tools was established in 2006. The foundation decided in 2019 to close it down.\n"
    )
    catalogue = EntityCatalogue(MemoryBase({"tools.md": text}))
    names = {
        noun: [each.name for each in catalogue.of_kind(accepted_kinds((noun,)))]
        for noun in ("foundation", "platform")
    }
    assert names == {"foundation": [], "platform": ["Tide Tools"]}
