"""Whether an answer was all: "only big firms?"."""

import pytest

from tests.fakes_following import condense, said, talk


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        (
            "What kind of members does NOME have?",
            "only big firms?",
            "Does NOME have only big firms?",
        ),
        ("Which companies does NOME have?", "only banks?", "Does NOME have only banks?"),
        ("How many members does NOME have?", "just banks?", "Does NOME have only banks?"),
        (
            "Who are the partners of NOME?",
            "is it only banks?",
            "Are the partners of NOME only banks?",
        ),
        ("Which languages does NOME speak?", "only Swedish?", "Does NOME speak only Swedish?"),
        ("What does NOME offer?", "just desks?", "Does NOME offer only desks?"),
        ("Who can join NOME?", "only students?", "Can only students join NOME?"),
        ("Who funds NOME?", "only the city?", "Does only the city fund NOME?"),
        ("Who founded NOME?", "only universities?", "Did only universities found NOME?"),
        ("Where is NOME held?", "only in Lund?", "Is NOME held only in Lund?"),
        ("When is NOME open?", "and only in summer?", "Is NOME open only in summer?"),
        ("What is NOME?", "only for students?", "Is NOME only for students?"),
        ("What is NOME?", "just students?", "Is NOME only for students?"),
        ("How long is a stay at NOME?", "only nine months?", "How long is a stay at NOME?"),
        ("What does NOME offer?", "only that?", "What does NOME offer?"),
    ],
)
def test_only_some_are_asked_to_be_all_that_was_asked_for(
    before: str, question: str, query: str
) -> None:
    assert condense(question, talk(said(before))).query == query


@pytest.mark.parametrize(
    "question", ["just asking", "only if we pay?", "only Vinnova funds it?", "just now?"]
)
def test_what_only_sounds_so_is_none(question: str) -> None:
    assert "only" not in condense(question, talk(said("What does NOME offer?"))).query.split()[1:]
