"""What somebody does not do is told by what leaves something out, and by nothing that they do."""

import pytest

from assistant.model import Answer, Conversation
from assistant.question.plainer import plainer
from assistant.question.terms import asked_terms
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
ANGELS = make_document(
    "Coast Angels",
    "Coast Angels is a network of investors. "
    "In what? Anything that can grow, with two exceptions: real estate and weapons.",
)
LAMPS = make_document("Lamps", "Lamps makes lamps for fish farms. Lamps has invested in a hall.")


def _asked(question: str, span: str) -> Answer:
    return make_assistant([ANGELS, LAMPS], {span: 6.0}).ask(question, NEW).answer


@pytest.mark.parametrize(
    "question",
    [
        "What won't Coast Angels put money into?",
        "What does Coast Angels not invest in?",
        "What do the Coast Angels stay away from?",
    ],
)
def test_what_is_left_out_is_told_by_an_exception(question: str) -> None:
    told = _asked(question, "real estate and weapons")
    assert told.status == "answered"
    assert "real estate" in told.text
    assert _asked(question, "a network of investors").status == "declined"


@pytest.mark.parametrize(
    "question", ["What won't Lamps put money into?", "What does Lamps not invest in?"]
)
def test_what_one_does_is_not_left_out(question: str) -> None:
    assert _asked(question, "a hall").status == "declined"


def test_a_contracted_negation_asks_for_nothing_of_its_own() -> None:
    assert asked_terms("What won't Alfa fund?") == asked_terms("What will Alfa fund?")
    assert plainer("What won't Alfa fund?").then == ("What does Alfa not fund?",)
