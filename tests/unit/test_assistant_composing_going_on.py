"""What goes on about the one asked about is told of it, though it begins with another's name."""

import pytest

from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
GUIDE = make_document(
    "Test it here",
    "Ward Nought is a ward in Lund. It sends trials to the unit Proven. "
    "Head of the ward is Ann Flod.\n\n"
    "For care there is Duvan, four flats in Lund. Alfa and Norr Town are responsible. "
    "Test periods are three months.\n\n"
    "The Orn Lake is a bay with two barges. Lund Tech runs it from its station.",
)
STORIES = make_document(
    "Stories",
    "Kvist smells of pine. Founder Sig Barr had written her thesis there. Livra Lab took the "
    "company in 2015. A giant takes 60 per cent of what is made. Kim Holm left the company in "
    "2020.\n\n"
    "In Malmö Oklar has a shop. Gran Lab was opened in 2009.",
)
WE = make_document(
    "What we do",
    "Our best known service is the Kartan, a map. It costs nothing. We update it together with "
    "Beta Library. Nobody cleans up after us but Delta Home.",
)


def _asked(question: str, *spans: str) -> Answer:
    assistant = make_assistant([GUIDE, STORIES, WE], dict.fromkeys(spans, 6.0))
    return assistant.ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("Who is in charge of Duvan?", "Alfa and Norr Town"),
        ("Who runs the Orn Lake?", "Lund Tech"),
        ("Who left Kvist in 2020?", "Kim Holm"),
        ("How much of what Kvist makes goes to a giant?", "60 per cent"),
        ("Who helps to keep Kartan up to date?", "Beta Library"),
    ],
)
def test_who_does_something_to_what_was_named_does_not_end_the_talk_of_it(
    question: str, span: str
) -> None:
    assert _asked(question, span).short_answer == span


@pytest.mark.parametrize(
    ("question", "span"),
    [
        # "The ward" is Ward Nought.
        ("Who is the head of Proven?", "Ann Flod"),
        # Gran Lab does nothing to Oklar.
        ("When was Oklar opened?", "2009"),
        ("Who is in charge of the Orn Lake?", "Alfa and Norr Town"),
        ("Who helps Kartan?", "Delta Home"),
    ],
)
def test_what_turns_to_another_is_not_told_of_it(question: str, span: str) -> None:
    assert _asked(question, span).status == "declined"
