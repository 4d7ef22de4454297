"""When something is open is told by days and hours, not by the year in which it was opened."""

import pytest

from assistant.model import Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
YARD = make_document(
    "Kelp Yard",
    "Kelp Yard opened in 2012 in a former boat shed. Kelp Yard has a sauna and a library.",
)
HALL = make_document("Ember Hall", "Ember Hall is open from 8 to 17 on weekdays.")


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("When is Kelp Yard open?", "2012"),
        ("On which days is Kelp Yard open?", "2012"),
        ("What are the opening hours of Kelp Yard?", "a sauna and a library"),
    ],
)
def test_what_tells_no_hours_is_declined(question: str, span: str) -> None:
    assert make_assistant([YARD], {span: 8.0}).ask(question, NEW).answer.status == "declined"


@pytest.mark.parametrize(
    "question", ["When is Ember Hall open?", "What are the opening hours of Ember Hall?"]
)
def test_hours_and_days_are_given(question: str) -> None:
    answer = make_assistant([HALL], {"from 8 to 17 on weekdays": 8.0}).ask(question, NEW).answer
    assert "from 8 to 17 on weekdays" in answer.text


def test_when_it_opened_is_still_told_by_a_year() -> None:
    answer = make_assistant([YARD], {"2012": 8.0}).ask("When did Kelp Yard open?", NEW).answer
    assert answer.short_answer == "2012"


def test_what_the_founders_did_is_not_who_they_are() -> None:
    page = make_document("Meloq", "The founders of Meloq took part in Hack Academy in 2014.")
    answer = make_assistant([page], {"Hack Academy": 8.0}).ask("Who founded Meloq?", NEW).answer
    assert answer.status == "declined"


def test_a_name_in_another_language_is_asked_for_as_such() -> None:
    page = make_document("Food Net", "Food Net, in Swedish Matnätet, is a network for food.")
    assistant = make_assistant([page], {"Matnätet": 8.0})
    answer = assistant.ask("What is Food Net called in Swedish?", NEW).answer
    assert "Matnätet" in (answer.short_answer or "")


def test_students_do_not_pay_what_larger_companies_do() -> None:
    bay = make_document("Test Bay", "Test Bay is at sea. Larger companies pay EUR 900 a day.")
    asked = "How much does a day at Test Bay cost for students?"
    answer = make_assistant([bay], {"EUR 900 a day": 8.0}).ask(asked, NEW).answer
    assert answer.status == "declined"
