"""Comparisons: what is asked, the table, its quotes, the verdict, and when to decline."""

import pytest

from assistant.comparing.question import comparison_of
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
ALFA = make_document("Alfa", "Alfa is a network. Alfa was founded in 2010. Eva funds Alfa.")
BETA = make_document("Beta", "Beta is a fund. Beta was founded in 2006, in Lund.")


@pytest.mark.parametrize(
    ("question", "things", "asked"),
    [
        ("Compare Alfa and Beta on funding", ("Alfa", "Beta"), "Who funds {}?"),
        (
            "How do Alfa and Beta differ in size?",
            ("Alfa", "Beta"),
            "How many members",
        ),
        ("difference between Alfa and Beta in rent", ("Alfa", "Beta"), "What is the rent of {}?"),
        ("Which is older, Alfa or Beta?", ("Alfa", "Beta"), "When was {} founded?"),
        ("Which of Alfa and Beta is older?", ("Alfa", "Beta"), "When was {} founded?"),
        ("Is Alfa older than Beta?", ("Alfa", "Beta"), "When was {} founded?"),
        ("Who runs Alfa, and who runs Beta?", ("Alfa", "Beta"), "Who runs {}?"),
        ("What does a desk cost at Alfa compared with Beta?", ("Alfa", "Beta"), "What does a desk"),
        ("Where do firms stay longer, at Alfa or at Beta?", ("Alfa", "Beta"), "How long do firms"),
        (
            "Which has more members, Alfa or Beta?",
            ("Alfa", "Beta"),
            "How many members does {} have?",
        ),
        ("Alfa or Beta: which of the two takes equity?", ("Alfa", "Beta"), "Does {} take equity?"),
        (
            "Between Alfa and Beta, which was set up first?",
            ("Alfa", "Beta"),
            "When was {} founded?",
        ),
        ("Which has been around longer, Alfa or Beta?", ("Alfa", "Beta"), "When was {} founded?"),
        (
            "Does Alfa have more staff than Beta?",
            ("Alfa", "Beta"),
            "How many employees does {} have",
        ),
        (
            "Who has more members: Alfa, Beta or Gamma Hub?",
            ("Alfa", "Beta", "Gamma Hub"),
            "How many members does {} have?",
        ),
        ("Compare what Alfa and Beta charge.", ("Alfa", "Beta"), "How much does {} cost?"),
        ("Alfa vs Beta: are they both free?", ("Alfa", "Beta"), "Is {} free?"),
        ("Alfa and Beta: where is each one located?", ("Alfa", "Beta"), "Where is {} located?"),
        ("How are Alfa and Beta financed, respectively?", ("Alfa", "Beta"), "Who funds {}?"),
        ("When were Alfa and Beta founded?", ("Alfa", "Beta"), "When was {} founded?"),
        ("Contrast the owners of Alfa with those of Beta.", ("Alfa", "Beta"), "Who are the owners"),
        ("Is rent cheaper at Alfa than at Beta?", ("Alfa", "Beta"), "What is the rent at {}?"),
        ("Did Alfa start before Beta?", ("Alfa", "Beta"), "When was {} founded?"),
        (
            "Put Alfa and Beta side by side: how long do they last?",
            ("Alfa", "Beta"),
            "How long does {} last?",
        ),
    ],
)
def test_a_comparison_is_taken_apart(question: str, things: tuple[str, ...], asked: str) -> None:
    comparison = comparison_of(question)
    assert comparison is not None
    assert comparison.things == things
    assert comparison.asked[0].question.startswith(asked)


@pytest.mark.parametrize(
    "question",
    [
        "Which incubators are in Lund or Malmö?",
        "What is the biggest incubator?",
        "Who founded Alfa, Sony or Nokia?",
        "Which incubator has more members?",
        "Who owns Alfa and Beta?",
        "What do Alfa and Beta organise together?",
        "Which events take place in Lund, Malmö and Stockholm?",
        "How do members differ from partners?",
    ],
)
def test_other_questions_compare_nothing(question: str) -> None:
    assert comparison_of(question) is None


def _asked(question: str, *spans: str) -> Answer:
    assistant = make_assistant([ALFA, BETA], dict.fromkeys(spans, 4.0))
    return assistant.ask(question, NEW).answer


def test_a_row_holds_a_verified_quote_for_each_thing() -> None:
    answer = _asked("Compare Alfa and Beta on age", "2010", "2006")
    assert answer.text.splitlines() == [
        "| | Alfa | Beta |",
        "|---|---|---|",
        "| Founded | Alfa was founded in 2010. [1] | Beta was founded in 2006, in Lund. [2] |",
    ]
    assert all(citation.verified for citation in answer.citations)


def test_what_one_does_not_state_is_called_so() -> None:
    answer = _asked("Compare Alfa and Beta on funding", "Eva")
    assert "| Funding | Eva funds Alfa. [1] | not stated |" in answer.text


def test_the_older_one_is_named_before_the_table() -> None:
    answer = _asked("Which is older, Alfa or Beta?", "2010", "2006")
    assert answer.short_answer == "Beta"
    assert answer.text.startswith("Older: **Beta**, 2006 [1]; Alfa: 2010 [2].\n\n| | Alfa | Beta |")


def test_a_claimed_order_is_affirmed_or_denied() -> None:
    assert _asked("Is Beta older than Alfa?", "2010", "2006").short_answer == "Yes"
    assert _asked("Is Alfa older than Beta?", "2010", "2006").text.startswith("No.")


def test_without_a_property_it_says_what_each_thing_is() -> None:
    answer = _asked("Compare Alfa and Beta", "2010", "2006")
    assert "| What it is | Alfa is a network. [1] | Beta is a fund. [2] |" in answer.text
    assert "| Founded |" in answer.text
    assert "| Funding |" not in answer.text


def test_an_unknown_thing_or_nothing_stated_of_either_is_declined() -> None:
    assert _asked("Compare Alfa and Zorblax on age", "2010").status == "declined"
    assert _asked("Compare Alfa and Beta on parking").status == "declined"


def test_the_things_of_which_a_claim_holds_are_named() -> None:
    docs = [
        make_document("Alfa", "Alfa is a hub. Alfa does not take equity."),
        make_document("Beta", "Beta is a hub. Beta takes equity in each company."),
    ]
    assistant = make_assistant(docs, {"equity": 4.0})
    answer = assistant.ask("Alfa or Beta: which of the two takes equity?", NEW).answer
    assert answer.short_answer == "Beta"
    assert answer.text.startswith("Takes equity: **Beta**.")


def test_what_several_have_in_common_is_a_name_told_of_all() -> None:
    docs = [
        make_document("Alfa", "Alfa is a hub. Alfa is funded by the Nordin Fund and Eva Ek."),
        make_document("Beta", "Beta is a network. Beta was set up with the Nordin Fund."),
    ]
    answer = make_assistant(docs, {}).ask("What do Alfa and Beta have in common?", NEW).answer
    assert answer.text.startswith("In common: **Nordin Fund**.")
    assert "Eva Ek**" not in answer.text


def test_values_in_different_units_give_no_winner() -> None:
    docs = [
        make_document("Alfa", "Alfa is a hub. A desk at Alfa costs SEK 900."),
        make_document("Beta", "Beta is a hub. A desk at Beta costs EUR 200."),
    ]
    assistant = make_assistant(docs, {"SEK 900": 4.0, "EUR 200": 4.0})
    answer = assistant.ask("Which is cheaper, Alfa or Beta?", NEW).answer
    assert answer.short_answer is None
    assert "SEK 900" in answer.text
    assert "EUR 200" in answer.text


def test_a_year_of_something_else_is_no_founding_year() -> None:
    beta = make_document("Beta", "Beta has been listed since 2021. Beta was started in 2013.")
    assistant = make_assistant([ALFA, beta], {"2010": 4.0, "2021": 4.0, "2013": 1.0})
    answer = assistant.ask("Which is older, Alfa or Beta?", NEW).answer
    assert answer.text.startswith("Older: **Alfa**, 2010 [1]; Beta: 2013 [2].")


def test_what_is_free_is_a_price_and_a_prize_is_none() -> None:
    docs = [
        make_document("Alfa", "Alfa is a course.\n\n- Length: 8 weeks\n- Price: free"),
        make_document("Beta", "Beta costs SEK 900."),
    ]
    assistant = make_assistant(docs, {"free": 4.0, "SEK 900": 4.0})
    answer = assistant.ask("Compare Alfa and Beta on price", NEW).answer
    assert "Price: free [1] | Beta costs SEK 900. [2]" in answer.text


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("seed ticket versus growth ticket", ("seed ticket", "growth ticket")),
        ("IF Metall or Unionen: which is older?", ("IF Metall", "Unionen")),
    ],
)
def test_names_may_be_in_lower_case_beside_versus(question: str, things: tuple[str, str]) -> None:
    comparison = comparison_of(question)
    assert comparison is not None
    assert comparison.things == things


def test_a_condition_names_nothing_to_compare() -> None:
    question = "If I'm accepted to Forge, how much will Grafit let me spend on tests and material?"
    assert comparison_of(question) is None
