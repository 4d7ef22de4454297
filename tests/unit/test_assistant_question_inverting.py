"""Statements asked as questions: "So they take equity?"."""

import pytest

from assistant.question.inverting import asked_whether
from tests.fakes_following import NOME, condense, said, talk


@pytest.mark.parametrize(
    ("statement", "question"),
    [
        ("they don't take equity", "Do they take equity?"),
        ("I can search it for companies", "Can I search it for companies?"),
        ("the municipality runs it as well", "Does the municipality run it as well?"),
        ("Lund University founded it", "Did Lund University found it?"),
        ("people actually live there", "Do people actually live there?"),
        ("it won't be open in June", "Will it be open in June?"),
        ("they never pay", "Do they pay?"),
        ("they do not lend boats", "Do they lend boats?"),
        ("they have labs", "Do they have labs?"),
        ("they have been there since 2010", "Have they been there since 2010?"),
        ("there's a gym", "Is there a gym?"),
        ("we'd have to pay", "Would we have to pay?"),
        ("coaching is included", "Is coaching included?"),
        ("that means nothing is free", "Is nothing free?"),
        ("the coaching costs nothing extra", "Does the coaching cost nothing extra?"),
    ],
)
def test_a_statement_is_asked_as_one_would_ask_it(statement: str, question: str) -> None:
    assert asked_whether(statement) == question


@pytest.mark.parametrize(
    "words",
    [
        "companies in Lund",
        "the companies founded by Alfa",
        "companies based in Lund",
        "everyone who works there",
        "the park it is in",
        "the lab costs at Nerva",
        "the one in Malmö",
        "the members list",
        "it is run by whom",
        "any company can apply",
        "only big firms",
        "that's all",
    ],
)
def test_what_tells_nothing_is_no_statement(words: str) -> None:
    assert not asked_whether(words)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("great. so they take equity?", "Does NOME take equity?"),
        ("so it's free?", "Is NOME free?"),
        ("ok, then Vinnova funds it?", "Does Vinnova fund NOME?"),
        ("I see. And students can join it?", "Can students join NOME?"),
    ],
)
def test_a_follow_up_that_tells_asks_whether_it_is_so(question: str, query: str) -> None:
    assert condense(question, NOME).query == query


def test_what_one_was_in_is_still_what_was_spoken_of() -> None:
    asked = condense("So Telia was in from the start?", talk(said("Who founded NOME?")))
    assert asked.query == "Telia was in from the start at NOME?"
