"""Short answers are whole: names, numbers with limit and unit, dates, and names that are joined."""

import pytest

from assistant.model import Conversation
from tests.fakes_answering import make_assistant, make_document

ALFA = make_document(
    "Alfa",
    "The North Sea Foundation for Health finances Alfa. Alfa opened on 3 May 2019. "
    "A stay at Alfa lasts up to 24 months. A desk at Alfa costs SEK 3,500 per month. "
    "Alfa is owned by Region Skåne and the Beta Family Foundation. In Lund Alfa has more than "
    "900 square metres of space. Alfa lies in Lund. A team at Alfa has 50,000 kronor for tests. "
    "Ada and the Ax:son Fund set up Alfa Camp. Gamma Park co-founded Alfa Lab.",
)
NEW = Conversation(conversation_id="new")


@pytest.mark.parametrize(
    ("question", "span", "short"),
    [
        ("Which body finances Alfa?", "Sea", "North Sea Foundation for Health"),
        ("When did Alfa open?", "2019", "3 May 2019"),
        ("How long does a stay at Alfa last?", "24", "up to 24 months"),
        ("How much does a desk at Alfa cost?", "3,500", "SEK 3,500 per month"),
        ("Who owns Alfa?", "Beta Family", "Region Skåne and the Beta Family Foundation"),
        ("How large is the space of Alfa?", "900", "more than 900 square metres"),
        ("Where does Alfa lie?", "in Lund.", "Lund"),
        ("Who set up Alfa Camp?", "Ada and the Ax", "Ada and the Ax:son Fund"),
        ("Who co-founded Alfa Lab?", "Gamma Park co", "Gamma Park"),
        ("How much does Alfa let a team have for tests?", "50,000", "50,000 kronor"),
    ],
)
def test_a_span_is_made_whole(question: str, span: str, short: str) -> None:
    answer = make_assistant([ALFA], {span: 6.0}).ask(question, NEW).answer
    assert answer.short_answer == short


def test_of_a_table_the_row_that_is_asked_for_gives_the_value() -> None:
    rooms = make_document(
        "Beta Park",
        "Rooms at Beta Park:\n\nType | Monthly rent\nKitchen | SEK 14,000\n"
        "Cold store | SEK 5,500\nOffice | SEK 3,200",
    )
    assistant = make_assistant([rooms], {"5,500": 6.0})
    answer = assistant.ask("What is the monthly rent of an office at Beta Park?", NEW).answer
    assert answer.short_answer == "SEK 3,200"


@pytest.mark.parametrize(("score", "short"), [(6.0, "21 companies"), (1.05, None)])
def test_a_number_that_counts_another_word_is_given_where_it_is_surely_read(
    score: float, short: str | None
) -> None:
    beta = make_document("Beta", "Since it began, 21 companies of Beta have launched an IPO.")
    assistant = make_assistant([beta], {"21 companies": score})

    answer = assistant.ask("How many start-ups of Beta went to the stock market?", NEW).answer

    assert answer.short_answer == short


@pytest.mark.parametrize(
    ("number", "fee"),
    [
        ("zero employees", "SEK 5,000"),
        ("five employees", "SEK 8,000"),
        ("9 employees", "SEK 8,000"),
        ("10 employees", "SEK 20,000"),
        ("1,200 employees", "SEK 40,000"),
    ],
)
def test_of_a_table_of_steps_the_row_of_the_number_gives_the_value(number: str, fee: str) -> None:
    fees = make_document(
        "Alfa Cluster",
        "The yearly fee of Alfa Cluster depends on the number of employees:\n\n"
        "Employees | Fee\nUnder 1 | SEK 5,000\n1 to 9 | SEK 8,000\n10 to 99 | SEK 20,000\n"
        "100 or more | SEK 40,000",
    )
    assistant = make_assistant([fees], {"40,000": 6.0})
    answer = assistant.ask(f"What does a firm with {number} pay to Alfa Cluster?", NEW).answer
    assert answer.short_answer == fee


def test_a_number_of_something_else_chooses_no_row() -> None:
    fees = make_document(
        "Alfa Cluster",
        "The yearly fee of Alfa Cluster depends on the number of employees:\n\n"
        "Employees | Fee\n1 to 9 | SEK 8,000\n10 to 99 | SEK 20,000",
    )
    assistant = make_assistant([fees], {"20,000": 6.0})
    answer = assistant.ask("What does a firm with 3 owners pay to Alfa Cluster?", NEW).answer
    assert answer.short_answer == "SEK 20,000"


@pytest.mark.parametrize(
    ("question", "text", "read", "short"),
    [
        ("Which project is about eels?", "Alfa funds Eelway, a project about eels.",
         "Alfa funds Eelway", "Eelway"),
        ("Which company grows eels?", "The company Ovara grows eels.", "The company", "Ovara"),
        ("Which company grew out of the hackathon of Beta?",
         "Beta is a company. The company Ovara grew out of the hackathon of Beta.", "Ovara",
         "Ovara"),
        ("What event gathers investors?", "Alfa Day is a fair that gathers investors.",
         "a fair", "Alfa Day"),
        ("Which incubator takes part in Alfa?",
         "Alfa is a project of Beta University and Gamma Incubator.",
         "Beta University and Gamma Incubator", "Gamma Incubator"),
        ("Which companies grow eels?", "The company Ovara grows eels.", "Ovara grows eels",
         "Ovara grows eels"),
    ],
)  # fmt: skip
def test_what_is_asked_for_by_its_kind_is_given_by_its_name(
    question: str, text: str, read: str, short: str
) -> None:
    assistant = make_assistant([make_document("Notes", text)], {read: 6.0})
    assert assistant.ask(question, NEW).answer.short_answer == short


@pytest.mark.parametrize("read", ["Ada Alm, ada", "Ada Alm", "Ada Alm, ada.alm@alfa.example"])
def test_a_name_does_not_run_into_an_address(read: str) -> None:
    alfa = make_document("Alfa", "Park manager: Ada Alm, ada.alm@alfa.example.")
    answer = make_assistant([alfa], {read: 6.0}).ask("Who is the manager of Alfa?", NEW).answer
    assert answer.short_answer == "Ada Alm"


def test_a_label_that_says_all_that_is_asked_is_given_though_it_is_not_read() -> None:
    alfa = make_document("Alfa", "Opening hours: weekdays 8 to 16.\n\nLunch hours: 11 to 13.")
    answer = make_assistant([alfa], {}).ask("Alfa opening hours", NEW).answer
    assert [citation.quote for citation in answer.citations] == ["Opening hours: weekdays 8 to 16."]
