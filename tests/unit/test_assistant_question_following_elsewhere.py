"""What "the one in Lund" is: of the kind of what was spoken of last."""

import pytest

from assistant.model import Turn
from assistant.question.condenser import Condensed
from assistant.question.following.condenser import FollowUpCondenser
from tests.fakes_following import MemoryNames, said, talk

PLACES = MemoryNames(
    kinds={
        "Kajen University": ["university"],
        "Nerva": ["incubator", "named"],
        "Alfa": ["incubator", "company"],
        "Ekerstad": ["place"],
        "Lund": ["place"],
    }
)
CREATED = said("When was Kajen University created?", "1977")


def asked_behind(question: str, *turns: Turn) -> str:
    """Condense a question behind some turns, knowing `PLACES`."""
    condensed = FollowUpCondenser(known=PLACES).condense(question, talk(*turns))
    assert condensed == Condensed(condensed.query)
    return condensed.query


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        (CREATED, "And the one in Ekerstad?", "When was the university in Ekerstad created?"),
        (CREATED, "what about the one near Lund", "When was the university near Lund created?"),
        (CREATED, "And who owns the one in Lund?", "Who owns the university in Lund?"),
        (
            said("What does Nerva offer?", "labs"),
            "When was the one in Ekerstad founded?",
            "When was the incubator in Ekerstad founded?",
        ),
        (
            said("Who runs the science park in Lund?", "Nerva"),
            "Who founded the one in Ekerstad?",
            "Who founded the science park in Ekerstad?",
        ),
    ],
)
def test_the_one_elsewhere_is_of_the_kind_spoken_of(
    before: Turn, question: str, query: str
) -> None:
    assert asked_behind(question, before) == query


@pytest.mark.parametrize(
    ("before", "question"),
    [
        (CREATED, "Is the park in Lund older than the one in Ekerstad?"),
        (CREATED, "Is Nerva the one in Lund?"),
        (said("Which incubators are there?", "Nerva, Alfa"), "Who owns the one in Lund?"),
        (said("Which firms did Kajen University help?", "two"), "Who owns the one in Lund?"),
        (said("What does Alfa offer?", "labs"), "Who owns the one in Lund?"),
    ],
)
def test_one_of_several_or_of_no_sure_kind_is_left(before: Turn, question: str) -> None:
    assert "the one in" in asked_behind(question, before)
