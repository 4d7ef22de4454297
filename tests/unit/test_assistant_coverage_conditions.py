"""Numbers, years, places and negations in questions over entities, and in what answers them."""

import pytest

from assistant.coverage.conditions import find_comparison
from assistant.coverage.opening import Form
from assistant.coverage.polarity import is_denied, one_worded
from assistant.coverage.question import understand
from assistant.entities.kinds import known_kinds
from assistant.entities.places import Place, find_place
from assistant.question.terms import terms


@pytest.mark.parametrize(
    ("asked", "text", "is_met"),
    [
        ("founded before 2010", "It was founded in 2009.", True),
        ("founded before 2010", "It was founded in 2010.", False),
        ("since 2015", "Open from 2015.", True),
        ("between 2001 and 2005", "In 2005 it began.", True),
        ("in 2015 or later", "It began in 2014.", False),
        ("more than 50 companies", "It houses 51 companies.", True),
        ("more than 50 companies", "It houses 50 companies.", False),
        ("at least five sites", "There are six sites.", True),
        ("fewer than 1,000 members", "It has 1,000 members.", False),
        ("100+ members", "It has 100 members.", True),
        ("over SEK 1m", "Grants of up to SEK 2 million are given.", True),
        ("over SEK 1 million", "Each gets 800 000 kronor.", False),
        ("less than 10 per cent", "It takes 8% of the shares.", True),
    ],
)
def test_values_are_compared(asked: str, text: str, *, is_met: bool) -> None:
    comparison = find_comparison(asked).comparison
    assert comparison is not None
    values = comparison.values(text)
    assert values
    assert any(map(comparison.fits, values)) is is_met


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("more than 50 companies", "It has 80 employees."),
        ("more than 50 members", "As of 2018, the members are known."),
        ("over SEK 1m", "The grant is EUR 2 million."),
        ("founded before 2010", "As of 2009, nobody knows."),
    ],
)
def test_other_numbers_are_not_compared(asked: str, text: str) -> None:
    comparison = find_comparison(asked).comparison
    assert comparison is not None
    assert comparison.values(text) == ()


def test_what_is_no_comparison_is_left_as_it_is() -> None:
    assert find_comparison("take no equity").rest == "take no equity"
    assert find_comparison("take no equity").comparison is None


def test_a_place_is_not_the_beginning_of_a_longer_name() -> None:
    lund = Place(forms=(("lund",),), is_outside=False)
    assert lund.is_said_in("The park is located in the middle of Lund.")
    assert not lund.is_said_in("It is located at Lund University.")
    assert not lund.is_said_in("Lund gave it money.")


def test_places_are_found_with_or_and_outside() -> None:
    placed = find_place("are based in Umeå or Luleå")
    assert placed.place is not None
    assert placed.place.forms == (("umea",), ("lulea",))
    assert find_place("tools in Swedish health care").place is None
    outside = find_place("outside Skåne")
    assert outside.place is not None
    assert outside.place.is_outside


@pytest.mark.parametrize(
    ("sentence", "is_no"),
    [
        ("It does not take equity.", True),
        ("It takes no equity.", True),
        ("The programme is equity-free.", True),
        ("Neither fees nor equity are taken.", True),
        ("It refrains from taking equity.", True),
        ("Equity is never taken.", True),
        ("It takes 5% equity, but charges no rent.", False),
        ("It not only takes equity but also rent.", False),
        ("A non-profit that takes equity.", False),
        ("It asks for no rent and takes an equity stake.", False),
    ],
)
def test_a_negation_denies_its_own_clause(sentence: str, *, is_no: bool) -> None:
    assert is_denied(sentence, set(terms("equity"))) is is_no


def test_to_share_is_no_share() -> None:
    assert "share" not in one_worded("We share a building with them.")
    assert "share" in one_worded("It takes a share in each company.")


@pytest.mark.parametrize(
    ("question", "form", "noun"),
    [
        ("Which incubators take no equity?", Form.WHICH, "incubators"),
        ("which incubator takes no equity", Form.WHICH, "incubator"),
        ("list all science parks in Skåne", Form.WHICH, "science parks"),
        ("Can you give me a list of the networks?", Form.WHICH, "networks"),
        ("how many networks are there?", Form.HOW_MANY, "networks"),
        ("What is the number of funders?", Form.HOW_MANY, "funders"),
        ("Are there any accelerators that pay a salary?", Form.EXISTS, "accelerators"),
        ("incubators without equity", Form.WHICH, "incubators"),
        ("Tell me which start-up hubs charge rent", Form.WHICH, "start-up hubs"),
        ("Vilka inkubatorer finns i Lund?", Form.WHICH, "inkubatorer"),
    ],
)
def test_questions_over_entities_are_recognised(question: str, form: Form, noun: str) -> None:
    asked = understand(question, known_kinds())
    assert asked is not None
    assert (asked.form, asked.noun) == (form, noun)


@pytest.mark.parametrize(
    "question",
    [
        "Which partners take part in Raft?",
        "Which year did the incubator open?",
        "What does the incubator cost?",
        "Tell me about the incubator",
        "Which incubator should I join?",
        "Who funds Raft?",
        "Incubator rent",
    ],
)
def test_other_questions_are_left_alone(question: str) -> None:
    assert understand(question, known_kinds()) is None


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("don't work for profit", "nonprofit"),
        ("are not out to make a profit", "nonprofit"),
        ("work for the whole country", "work national"),
        ("are active nationwide", "are active national"),
        ("are run on a non-profit basis", "are nonprofit"),
    ],
)
def test_whole_phrases_are_asked_in_one_word(asked: str, said: str) -> None:
    assert one_worded(asked) == said


def test_a_name_behind_the_kind_asked_for_is_no_narrower_kind() -> None:
    asked = understand("Which organisations or projects is Lund University in?", known_kinds())
    assert asked is not None
    assert asked.noun == "organisations or projects"
