"""Which one is asked for: what names it comes before what leaves it unnamed."""

import pytest

from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
CLINIC = make_document(
    "Kappa Clinic",
    "Kappa Clinic is a clinic that takes part in a regional project. Kappa Clinic has a garden. "
    "Kappa Clinic is one of the seven participants in Sigma Link. "
    "Delta Yard wrote to Kappa Clinic.",
)
LINK = make_document("Sigma Link", "Sigma Link is a regional project for better care.")
UNNAMED = "a regional project"


def _asked(question: str, *spans: str) -> Answer:
    scores = {UNNAMED: 8.0} | dict.fromkeys(spans, 5.0)
    return make_assistant([CLINIC, LINK], scores).ask(question, NEW).answer


@pytest.mark.parametrize(
    "question",
    [
        "Which regional project does Kappa Clinic take part in?",
        "What project is Kappa Clinic in?",
    ],
)
def test_what_names_it_is_given_first(question: str) -> None:
    assert "Sigma Link" in _asked(question, "Sigma Link").text


@pytest.mark.parametrize(
    ("question", "span"),
    [
        # Nothing tells that the yard is a project, nor that the clinic takes part in it.
        ("Which regional project does Kappa Clinic take part in?", "Delta Yard"),
        # A garden has no name.
        ("Which regional project does Kappa Clinic take part in?", "a garden"),
    ],
)
def test_another_name_is_not_given(question: str, span: str) -> None:
    assert UNNAMED in _asked(question, span).text
