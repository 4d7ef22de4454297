"""What else a follow-up may mean, and forms in which people ask the last question of another."""

import pytest

from assistant.model import Turn
from assistant.question.condenser import Condensed
from tests.fakes_following import CONDENSER, LIST, NOME, condense, said, talk

BUILT = said(
    "Which two partners started Kelp Yard?",
    "Port of Brack together with the ferry company Sundlin",
    text="Kelp Yard was started by the Port of Brack together with the ferry company Sundlin. [1]",
    titles=["Kelp Yard"],
)
WON = said(
    "Who won the start-up prize at Harbour Days?",
    "a half",
    text="**SmiLe**: It spent a year and a half there and won the prize. [1]",
    titles=["SmiLe"],
)


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("What does Kelp Yard cost per month?", "compared to Nerva?",
         "What does Nerva cost per month?"),
        ("What does Kelp Yard cost per month?", "vs Nerva?", "What does Nerva cost per month?"),
        ("When does CAMP end?", "Wrong project, sorry. SweCris it was", "When does SweCris end?"),
        ("When does CAMP end?", "sorry, I was after SweCris", "When does SweCris end?"),
        ("How many members did NOME have in June 2024?", "and at the end of 2022?",
         "How many members did NOME have at the end of 2022?"),
        ("How many members did NOME have in 2024?", "and in May 2022?",
         "How many members did NOME have in May 2022?"),
        ("What does an office at Kelp Yard cost?", "incl parking?",
         "Is parking included at Kelp Yard?"),
        ("Do companies get coaching at Kelp Yard?", "labs as well?",
         "Do companies get labs at Kelp Yard?"),
        ("Does NOME offer courses in English?", "labs as well?", "Does NOME offer labs?"),
        ("What is Kelp Yard?", "how many companies get in each year?",
         "How many companies get in each year of Kelp Yard?"),
        ("Which foundation started NOME?", "together with whom?",
         "Together with whom was NOME started?"),
        ("What is NOME?", "who pays?", "Who pays for NOME?"),
        ("What is NOME?", "any idea what that thing cost?", "Do you know what NOME cost?"),
    ],
)  # fmt: skip
def test_the_last_question_is_asked_of_another(before: str, question: str, query: str) -> None:
    assert condense(question, talk(said(before))) == Condensed(query)


def test_how_one_compares_to_another_is_asked_of_both() -> None:
    asked = condense("How does it compare to Nerva?", talk(said("What does Kelp Yard cost?")))
    assert asked == Condensed("How does Kelp Yard compare to Nerva?")


@pytest.mark.parametrize(
    ("turns", "question", "query"),
    [
        ((BUILT,), "what does the former do?", "What does Port of Brack do?"),
        ((BUILT,), "When did the second one join?", "When did Sundlin join?"),
        ((said("Which project pays?", stated=["CAMP", "SweCris"]),),
         "the first one, does it have a board?", "Does CAMP have a board?"),
        ((said("Which incubators are in Lund?", stated=["SmiLe", "Nerva"]),
          said("Which of SmiLe and Nerva is older?", "Nerva")),
         "When did the other one open?", "When did SmiLe open?"),
    ],
)  # fmt: skip
def test_one_of_two_is_picked(turns: tuple[Turn, ...], question: str, query: str) -> None:
    assert condense(question, talk(*turns)) == Condensed(query)


@pytest.mark.parametrize("role", ["director", "research director"])
def test_a_former_director_is_none_of_two(role: str) -> None:
    condensed = condense(f"Who was the former {role}?", LIST)
    assert f"former {role}" in condensed.query
    assert condensed.asks_back is None


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("wrong one. I meant NOME, who runs that?", "Who runs NOME?"),
        ("sorry I meant NOME, what are its terms?", "What are NOME’s terms?"),
    ],
)
def test_what_is_asked_of_what_was_meant_is_asked_of_it(question: str, query: str) -> None:
    assert condense(question, talk(said("Who funds CAMP?"))) == Condensed(query)


def test_what_else_may_be_meant_is_asked_of_where_the_likeliest_is_not_answered() -> None:
    conversation = talk(WON)
    query = condense("Are they making a profit yet?", conversation).query
    ways = CONDENSER.readings("Are they making a profit yet?", query, conversation).ways
    assert set(ways) == {"Is Harbour Days making a profit yet?", "Is SmiLe making a profit yet?"}
    assert ways[0] == query


def test_a_thing_that_is_named_by_its_kind_is_no_other() -> None:
    conversation = talk(said("What is CAMP?"), said("Who funds SweCris?", "Vinnova"))
    query = condense("When does that project end?", conversation).query
    assert CONDENSER.readings("When does that project end?", query, conversation).ways == (query,)


def test_a_greeting_before_is_nothing_to_point_at() -> None:
    hello = said("Good morning", text="Hello! Ask me, for example: What is Kelp Yard?")
    assert condense("and what's the deadline for that?", talk(hello)).asks_back is not None


def test_it_that_stands_for_nothing_points_at_nothing() -> None:
    question = "Which day is it soup at Kelp Yard?"
    assert condense(question, NOME) == Condensed(question)


def test_what_is_paid_at_the_wave_tank_is_asked_of_it() -> None:
    asked = said(
        "How long is the wave tank of Kajen Park?", "30", typed="How long is the wave tank?"
    )
    conversation = talk(said("What is Kajen Park?"), asked)
    assert condense("what did it cost?", conversation).query == (
        "What did the wave tank of Kajen Park cost?"
    )
