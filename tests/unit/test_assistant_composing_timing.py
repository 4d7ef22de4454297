"""A figure of another year than the one asked for is no answer."""

import pytest

from assistant.composing.timing import asked_years, is_of_year
from assistant.evidence.statements import statements_of
from assistant.model import Conversation
from tests.fakes_answering import MemoryDocuments, make_assistant, make_document, make_passage

NEW = Conversation(conversation_id="new")


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("How many visitors did Harbour Days have in 2023?", {2023}),
        ("alfa revenue 2022", {2022}),
        ("Who won the 2019 fair?", {2019}),
        ("Who has run it since 2021?", set()),
        ("How much does CAMP get for the years 2018 to 2023?", set()),
        ("What was it called before 2014?", set()),
        ("Which were founded before the end of 2010?", set()),
        ("Who runs it?", set()),
        ("Who coordinates the Agenda 2030 network?", set()),
        ("Who won in 2022 and 2023?", {2022, 2023}),
    ],
)
def test_years_are_asked_for_unless_they_bound_a_time(query: str, years: set[int]) -> None:
    assert asked_years(query) == years


@pytest.mark.parametrize(
    ("query", "text", "is_told"),
    [
        ("What was the turnover in 2022?", "In 2024 the turnover was EUR 7 million.", False),
        ("What was the turnover in 2024?", "In 2024 the turnover was EUR 7 million.", True),
        ("Who ran it in 2023?", "It has been run by Ada since 2021.", True),
        ("Who ran it in 2020?", "It has been run by Ada since 2021.", False),
        ("Who ran it in 2020?", "Until 2021 Ada ran it.", True),
        ("What did it get in 2020?", "It gets a million each year between 2018 and 2023.", True),
        ("What was raised in 2018?", "It raised 512 million, down from 690 million in 2021.", True),
        (
            "What was raised in 2017?",
            "It raised 512 million, down from 690 million in 2021.",
            False,
        ),
        ("How many members did it have in 2018?", "It had 2000 members.", True),
        ("What was raised?", "In 2024 it raised 5 million.", True),
    ],
)
def test_statements_tell_of_the_year_asked_for(query: str, text: str, *, is_told: bool) -> None:
    # The fakes' documents are as of 2018.
    document = make_document("Report", text)
    statement = statements_of(make_passage(document))[0]
    assert is_of_year(query, statement, MemoryDocuments(documents=(document,))) is is_told


def test_a_figure_of_another_year_is_declined() -> None:
    page = make_document("Alfa", "In 2024 Alfa had a turnover of EUR 7 million.")
    assistant = make_assistant([page], {"EUR 7 million": 6.0})
    assert assistant.ask("What was Alfa's turnover in 2024?", NEW).answer.status == "answered"
    assert assistant.ask("What was Alfa's turnover in 2021?", NEW).answer.status == "declined"
