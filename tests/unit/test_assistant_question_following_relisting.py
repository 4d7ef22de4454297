"""Follow-ups behind a list or a count: "are there more?", "name a few", "any in Lund?"."""

import pytest

from assistant.model import Conversation
from tests.fakes_following import condense, said, talk

LIST = said("Which incubators are there in Lund?", stated=["Kelp Yard", "Nerva", "Mylla"])
COUNT = said("How many companies are there in Nerva?", "28")
PARTNERS = said("Which organisations are partners of NOME?", stated=["Kelp Yard", "Nerva"])


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("are there more?", LIST.query),
        ("is that all?", LIST.query),
        ("no others?", LIST.query),
        ("name two", LIST.query),
        ("all of them?", LIST.query),
        ("any in Malmö?", "Which incubators are there in Malmö?"),
        ("is there one in Malmö?", "Which incubators are there in Malmö?"),
        ("and the biggest?", "Which of the incubators in Lund is the biggest?"),
        ("the oldest one?", "Which of the incubators in Lund is the oldest?"),
        ("where are they?", "Where are Kelp Yard, Nerva and Mylla?"),
        ("the first two", "What is Kelp Yard and what is Nerva?"),
        ("the last two", "What is Nerva and what is Mylla?"),
        ("the first and the third", "What is Kelp Yard and what is Mylla?"),
        ("the second and last one?", "What is Nerva and what is Mylla?"),
        ("the first one?", "Tell me about Kelp Yard"),
        ("number two please", "Tell me about Nerva"),
        ("do the first two take equity?", "Which of Kelp Yard and Nerva take equity?"),
        ("when did the first and the second open?", "When did Kelp Yard and Nerva open?"),
    ],
)
def test_a_list_is_asked_for_again_or_picked_from(question: str, query: str) -> None:
    assert condense(question, talk(LIST)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        (
            "any universities?",
            "Which of the organisations that are partners of NOME are universities?",
        ),
        ("not Mylla?", "Is Mylla one of the organisations that are partners of NOME?"),
        ("since when?", "Since when are the organisations partners of NOME?"),
        ("and the ones that left?", "Which of Kelp Yard and Nerva left?"),
    ],
)
def test_some_of_a_list_are_asked_for(question: str, query: str) -> None:
    assert condense(question, talk(PARTNERS)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("who are they?", "Which companies are there in Nerva?"),
        ("name a few", "Which companies are there in Nerva?"),
        ("for example?", "Which companies are there in Nerva?"),
        ("such as?", "Which companies are there in Nerva?"),
        ("which ones?", "Which companies are there in Nerva?"),
        ("and employees?", "How many employees are there in Nerva?"),
        ("how many women?", "How many women are there in Nerva?"),
        ("since when?", "Since when are there companies in Nerva?"),
        ("and before 2022?", "How many companies are there in Nerva before 2022?"),
        ("last year?", "How many companies are there in Nerva last year?"),
        (
            "more than at Kelp Yard?",
            "How many companies are there in Nerva compared with Kelp Yard?",
        ),
    ],
)
def test_behind_a_count_they_are_asked_for_or_others_counted(question: str, query: str) -> None:
    assert condense(question, talk(COUNT)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Kelp Yard too?", "Does Kelp Yard fund NOME?"),
        ("the university as well?", "Does the university fund NOME?"),
    ],
)
def test_whether_one_more_does_it_is_asked(question: str, query: str) -> None:
    turn = said("Who funds NOME?", stated=["Coast Foundation", "Nerva"])
    assert condense(question, talk(turn)).query == query


def test_a_property_is_not_counted() -> None:
    assert condense("and the fees?", talk(COUNT)).query == "What are the fees of Nerva?"


@pytest.mark.parametrize("question", ["the first two", "the first and the third"])
def test_where_no_list_was_shown_it_is_asked_back(question: str) -> None:
    assert condense(question, Conversation(conversation_id="new")).asks_back
