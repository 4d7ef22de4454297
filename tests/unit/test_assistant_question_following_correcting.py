"""Corrections of the last question: "not the ocean one, the energy one"."""

import pytest

from assistant.question.following.condenser import FollowUpCondenser
from tests.fakes_following import KNOWN, MemoryNames, said, talk

NAMES = FollowUpCondenser(
    known=MemoryNames(
        kinds={
            **KNOWN.kinds,
            "Big Nordlys Cluster": ["cluster"],
            "Old Malmö University": ["university"],
            "Lund University": ["university"],
        }
    )
)


def _asked(before: str, question: str) -> str:
    return NAMES.condense(question, talk(said(before))).query


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        (
            "When was Ocean Cluster formed?",
            "not the ocean one, the Nordlys one",
            "Big Nordlys Cluster",
        ),
        ("When was Ocean Cluster formed?", "sorry i meant the Nordlys one", "Big Nordlys Cluster"),
        (
            "When was Ocean Cluster formed?",
            "no, not this one, the Nordlys cluster",
            "Big Nordlys Cluster",
        ),
        ("When was Ocean Cluster formed?", "wrong one, I wanted Nerva", "Nerva"),
        ("When was Ocean Cluster formed?", "I meant Nerva, sorry", "Nerva"),
        ("When was Ocean Cluster formed?", "no not Ocean Cluster. Nerva", "Nerva"),
        ("When was Lund University formed?", "and the one in Malmö?", "Old Malmö University"),
    ],
)
def test_what_is_put_right_takes_the_place_of_what_was_asked(
    before: str, question: str, query: str
) -> None:
    assert _asked(before, question) == f"When was {query} formed?"


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        (
            "How many supporters does NOME have?",
            "oops no, i meant the partners of SmiLe",
            "How many partners does SmiLe have?",
        ),
        ("Who is the director of NOME?", "and the head of SmiLe?", "Who is the head of SmiLe?"),
        ("Who funds NOME?", "and the director of SmiLe?", "Who is the director of SmiLe?"),
        (
            "What does a desk at Kelp Yard cost?",
            "and a lab at Nerva?",
            "What does a lab at Nerva cost?",
        ),
    ],
)
def test_a_part_of_another_is_asked_for_instead_of_the_part(
    before: str, question: str, query: str
) -> None:
    assert _asked(before, question) == query


@pytest.mark.parametrize(
    "question", ["not NOME, the one for women", "what about the one from Oslo?"]
)
def test_one_that_no_name_tells_is_asked_back(question: str) -> None:
    asked = NAMES.condense(question, talk(said("How many members does NOME have?")))
    assert asked.asks_back is not None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which of them is the Danish one?", "is Danish"),
        ("which one is not a company but a bank?", "is a bank"),
        ("which of them is the oldest one?", "is the oldest one"),
    ],
)
def test_what_one_of_them_is_said_to_be_is_said_plainly(question: str, told: str) -> None:
    assert (
        _asked("Who are the partners of NOME?", question)
        == f"Which of the partners of NOME {told}?"
    )


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("How big is the Big Lake?", "What about the cold chamber?", "How big is Kallblock?"),
        (
            "How big is Kallblock?",
            "and the cold chamber?",
            "What is the cold chamber of Kallblock?",
        ),
        ("How big is the Big Lake?", "and the budget?", "What is the budget of Big Lake?"),
        ("How big is the Big Lake?", "and the chamber?", "What is the chamber of Big Lake?"),
    ],
)
def test_what_documents_call_so_is_asked_about_unless_it_was_already(
    before: str, question: str, query: str
) -> None:
    known = MemoryNames(
        kinds={"Big Lake": ["lake"], "Kallblock": ["cold chamber"]},
        texts={"Kallblock": "Kallblock is the cold chamber in Lund."},
    )
    asked = FollowUpCondenser(known=known).condense(question, talk(said(before)))
    assert asked.query == query
