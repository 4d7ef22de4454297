"""Statements that look right but are beside the point are not given as answers."""

import pytest

from assistant.model import Conversation
from tests.fakes_answering import make_assistant, make_document

PARK = make_document(
    "Alfa Park",
    "Alfa Park is a science park in Lund with many firms. Beta was founded in 2016. "
    "Beta has nine supporting partners. Gamma House is next door.",
)
BETA = make_document("Beta", "Beta is a think tank.")
NEW = Conversation(conversation_id="new")


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("When was Alfa Park founded?", "2016"),
        ("Who is the manager of Alfa Park?", "Gamma House"),
        ("How many collaboration partners does Beta have?", "nine"),
    ],
)
def test_a_value_of_another_thing_or_kind_is_declined(question: str, span: str) -> None:
    assert make_assistant([PARK, BETA], {span: 6.0}).ask(question, NEW).answer.status == "declined"


@pytest.mark.parametrize(
    ("question", "span"),
    [("When was Beta founded?", "2016"), ("How many supporting partners has Beta?", "nine")],
)
def test_the_same_value_asked_for_rightly_is_given(question: str, span: str) -> None:
    answer = make_assistant([PARK, BETA], {span: 6.0}).ask(question, NEW).answer
    assert answer.short_answer == span


def test_what_a_thing_is_may_stand_under_its_name_in_another_document() -> None:
    page = make_document("Partners of the park", "Delta is a mentor network. It helps start-ups.")
    answer = make_assistant([page], {}).ask("What is Delta?", NEW).answer
    assert answer.text.startswith("Delta is a mentor network. [1]")
