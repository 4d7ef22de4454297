"""Entities that a question names, and names that the documents do not know."""

from assistant.question.named import named_entities, unknown_names
from index.passage import Passage
from tests.fakes_answering import make_document, make_passage


def _passages(*titled: tuple[str, str]) -> list[Passage]:
    return [make_passage(make_document(title, text)) for title, text in titled]


def _titles(question: str, passages: list[Passage]) -> list[str]:
    return [named.title for named in named_entities(question, passages)]


PASSAGES = _passages(
    ("Medicon Valley", "Medicon Valley is a cluster."),
    ("Medicon Valley Alliance", "Medicon Valley Alliance (MVA) has members."),
    ("SmiLe Incubator", "SmiLe Incubator takes no equity."),
    ("Skåne Food Innovation Network", "A network."),
)


def test_a_longer_name_hides_the_shorter_one_in_it() -> None:
    assert _titles("Who joins Medicon Valley Alliance?", PASSAGES) == ["Medicon Valley Alliance"]


def test_a_short_form_in_brackets_names_the_entity() -> None:
    assert _titles("who leads mva", PASSAGES) == ["Medicon Valley Alliance"]


def test_the_first_word_of_a_long_name_stands_for_it_with_less_strength() -> None:
    (named,) = named_entities("Does SmiLe take equity?", PASSAGES)
    assert named.title == "SmiLe Incubator"
    assert named.strength < 1


def test_a_region_is_not_short_for_what_is_named_after_it() -> None:
    passages = _passages(
        ("Skarmark Seed", "Skarmark Seed is a fund."), ("Kelp Yard", "Region Skarmark pays for it.")
    )
    assert _titles("Which firms are in Skarmark?", passages) == []
    assert _titles("What does Skarmark Seed pay?", passages) == ["Skarmark Seed"]


def test_misspelt_and_unaccented_names_are_found() -> None:
    assert _titles("skane food inovation netwrok name", PASSAGES) == [
        "Skåne Food Innovation Network"
    ]


def test_a_name_that_is_nowhere_is_unknown_and_ordinary_words_are_not() -> None:
    texts = [passage.text for passage in PASSAGES]
    assert unknown_names("Does Spotify work with Medicon Valley?", texts) == ("Spotify",)
    assert unknown_names("Bake bread? Compare both. Spanish members", texts) == ()


def test_a_small_word_misspells_no_name() -> None:
    passages = _passages(("Test Bay", "Test Bay is a hall."), ("Nervio", "Nervio makes a test."))
    assert _titles("Where is the test by Nervio in use?", passages) == ["Nervio"]
    assert _titles("Where is Test Bai?", passages) == ["Test Bay"]
