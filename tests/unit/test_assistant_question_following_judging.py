"""What people tell of themselves, and ask whether it will do."""

import pytest

from tests.fakes_following import CONDENSER, NOME, condense


@pytest.mark.parametrize(
    ("question", "query"),
    [
        (
            "My cofounder only speaks Finnish, is that ok for them?",
            "Can one speak Finnish at NOME?",
        ),
        ("I only understand German. Is that a problem?", "Can one speak German at NOME?"),
        (
            "I don't speak Swedish, is that a problem?",
            "Is it ok for NOME if I don't speak Swedish?",
        ),
        (
            "we turned over 2 million last year, is that enough?",
            "Is a turnover of 2 million kronor enough to take part in NOME?",
        ),
        (
            "our turnover was 300 000 euro, ok?",
            "Is a turnover of 300 000 euro enough to take part in NOME?",
        ),
        ("ouch. we're a startup, any discount?", "Is there any discount for a startup at NOME?"),
        ("I'm 17, is that too young?", "Is a 17-year-old too young for NOME?"),
        ("i still have a job, ok?", "Is it ok for NOME if I still have a job?"),
        (
            "We have 300 employees - too many?",
            "Can a company with 300 employees take part in NOME?",
        ),
        ("I'm a student, is that a problem?", "Can a student take part in NOME?"),
        ("we bake at home, does that matter?", "Does it matter for NOME if we bake at home?"),
    ],
)
def test_what_is_told_is_asked_to_do_for_what_was_spoken_of(question: str, query: str) -> None:
    assert condense(question, NOME).query == query
    assert CONDENSER.readings(question, query, NOME).ways == (query,)


@pytest.mark.parametrize(
    "question",
    [
        "I live in Lund, who funds it?",
        "It is free, is that ok?",
        "We like their lab, is that ok?",
        "I see, is that possible?",
        "Is that enough?",
    ],
)
def test_what_is_not_told_of_oneself_is_not_judged(question: str) -> None:
    query = condense(question, NOME).query
    assert " if " not in query
    assert not query.startswith("Can one")


def test_what_is_enough_is_no_thing_that_is_pointed_at() -> None:
    assert condense("Is that enough?", NOME).query == "Is NOME enough?"


@pytest.mark.timeout(20)
def test_many_dots_are_looked_at_once() -> None:
    assert condense(f"we are six{'...' * 600}!", NOME).query
