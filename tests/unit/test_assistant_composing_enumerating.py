"""Of several statements, the list that lists what is asked is given."""

import pytest

from assistant.model import Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
PARK = make_document(
    "Alfa Park",
    "Alfa Park carries out research in energy, materials and robotics.\n\n"
    "The research centres of Alfa Park are:\n\n- Offshore Wind\n- Wood Laboratory\n\n"
    "The following can be booked by the hour:\n\n- clean room\n- cryo storage\n\n"
    "The park lies 12 minutes by bus from the station.",
)


@pytest.mark.parametrize(
    ("question", "span", "short"),
    [
        (
            "Please list the research centres of Alfa Park.",
            "robotics",
            "Offshore Wind, Wood Laboratory",
        ),
        (
            "What can be booked by the hour at Alfa Park?",
            "12 minutes by bus",
            "clean room, cryo storage",
        ),
    ],
)
def test_the_list_with_that_lead_in_goes_before_a_sentence(
    question: str, span: str, short: str
) -> None:
    answer = make_assistant([PARK], {span: 6.0, "Wood": 5.0, "cryo": 5.0}).ask(question, NEW).answer
    assert answer.short_answer == short


def test_a_list_of_sentences_on_other_things_is_no_enumeration() -> None:
    page = make_document(
        "Gran",
        "Good to know:\n\n- The monthly fee is SEK 900.\n- We speak Swedish.\n- Ask for a tour.",
    )
    answer = make_assistant([page], {"SEK 900": 6.0}).ask("Which companies left Gran?", NEW).answer
    assert answer.status == "declined"


CITY = make_document(
    "Omega City",
    "The ongoing activities of Omega City include:\n\n- a photo contest\n- a yearly symposium\n\n"
    "The mill houses:\n\n- a test kitchen\n- a cold store",
)
EVENTS = make_document(
    "Omega City seminars and events",
    "The events give participants:\n\n- inspiration\n- new knowledge",
)
INNER = make_document(
    "Inner", "Inner is a network for those with a passion for mental health at work."
)


@pytest.mark.parametrize(
    ("question", "spans", "proof"),
    [
        ("What do people take home from Omega City's events?", ("symposium", "new"), "knowledge"),
        ("Which network cares about mental health at work?", ("symposium", "Inner"), "Inner is"),
        ("What is there in Omega City?", ("symposium", "new"), "symposium"),
    ],
)
def test_a_list_led_to_by_nothing_asked_stands_behind_what_speaks_of_it(
    question: str, spans: tuple[str, str], proof: str
) -> None:
    scores = {spans[0]: 7.0, spans[1]: 6.0}
    answer = make_assistant([CITY, EVENTS, INNER], scores).ask(question, NEW).answer
    assert proof in answer.citations[0].quote


def test_of_facts_under_labels_the_one_is_given_whose_label_is_asked_for() -> None:
    page = make_document(
        "First Spade",
        "In brief:\n\n- Length: eight weeks\n- Group: no more than 25\n- Language: English",
    )
    answer = make_assistant([page], {"eight weeks": 6.0, "English": 5.0}).ask(
        "What is the language of First Spade?", NEW
    )
    assert answer.answer.short_answer == "English"
    assert "eight weeks" not in answer.answer.text
