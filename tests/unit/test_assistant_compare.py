"""Comparisons: what is asked, the table, its quotes, the verdict, and when to decline."""

import pytest

from assistant.compare_question import comparison_of
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
    assert answer.text.startswith("Older: **Beta**.\n\n| | Alfa | Beta |")


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
