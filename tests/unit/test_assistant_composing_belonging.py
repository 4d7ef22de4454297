"""A value is given only where it is told of whom the question names."""

import pytest

from assistant.model import Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
LOANS = make_document(
    "How we lend",
    "We lend money to young companies.\n\n"
    "Green Loan. The interest is 4 per cent a year.\n\n"
    "Plant Fund. The sum is SEK 90 million for first plants.",
)
PAGE = make_document(
    "Stories of the lake",
    "The lake has many companies, among them Oklar, Kvistel and Sonja Care. "
    "Known are Oklar (old documents) and Sonja Care (lifts, 210 employees). "
    "The quay was started in 2018 by the port together with Oklar. "
    "Our director is Leif Anker.",
)
PARK = make_document(
    "Kajen Park",
    "Kajen Park is a park in Lund. Workshops are let at SEK 1,400 a year. "
    "About 60 companies rent rooms at Kajen Park. It was opened in 2003.",
)
NEWS = make_document(
    "News", "The new wave tank at Kajen Park is ready. It cost SEK 38 million, all in all."
)
DOCUMENTS = [LOANS, PAGE, PARK, NEWS]


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("What rate of interest does the Plant Fund charge?", "4 per cent"),
        ("How many employees does Oklar have?", "210"),
        ("In which year was Oklar started?", "2018"),
        ("Who is the director of Oklar?", "Leif Anker"),
        ("What does a room at Kajen Park cost?", "SEK 38 million"),
        ("How many people work at Kajen Park?", "60"),
        ("When was Kajen Hospital opened?", "2003"),
    ],
)
def test_a_value_told_of_another_is_declined(question: str, span: str) -> None:
    answer = make_assistant(DOCUMENTS, {span: 6.0}).ask(question, NEW).answer
    assert answer.status == "declined"


@pytest.mark.parametrize(
    ("question", "span", "short"),
    [
        ("What rate of interest does the Green Loan charge?", "4 per cent", "4 per cent a year"),
        ("How many employees does Sonja Care have?", "210", "210"),
        ("In which year was the quay started?", "2018", "2018"),
        ("What do workshops at Kajen Park cost?", "1,400", "SEK 1,400 a year"),
        ("How many companies has Kajen Park?", "60", "About 60"),
        ("When was Kajen opened?", "2003", "2003"),
    ],
)
def test_a_value_told_of_whom_is_asked_is_given(question: str, span: str, short: str) -> None:
    answer = make_assistant(DOCUMENTS, {span: 6.0}).ask(question, NEW).answer
    assert answer.short_answer == short


LEAGUE = make_document(
    "Delta League",
    "Delta League was co-founded by two bodies:\n\n- Alfa\n- Beta\n\n"
    "So far Delta League has raised EUR 3 million. The yearly forum of Delta League is in Malmö.",
)


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("What was the turnover of Delta League last year?", "EUR 3 million"),
        ("In which town is Delta League based?", "Alfa"),
    ],
)
def test_another_sum_or_what_is_no_place_is_declined(question: str, span: str) -> None:
    answer = make_assistant([LEAGUE], {span: 6.0}).ask(question, NEW).answer
    assert answer.status == "declined"


def test_a_town_is_given_where_one_is_said() -> None:
    assistant = make_assistant([LEAGUE], {"Malmö": 6.0})
    answer = assistant.ask("In which town is the forum of Delta League held?", NEW).answer
    assert answer.short_answer == "Malmö"


def test_beside_one_of_whom_it_is_surely_told_a_name_that_nothing_bears_may_be_missing() -> None:
    page = make_document("Kajen Park", "Kajen Park lies in Lund. The contact is Bjarte Holm.")
    other = make_document("Fjord", "Teams of Bergen are welcome.")
    question = "Whom do teams of Bergen write to at Kajen Park?"

    def asked(score: float) -> str | None:
        assistant = make_assistant([page, other], {"Bjarte Holm": score})
        return assistant.ask(question, NEW).answer.short_answer

    assert asked(6.0) == "Bjarte Holm"
    assert asked(2.0) is None


def test_a_role_may_be_written_as_names_are() -> None:
    page = make_document("Kajen Park", "Jon Ek, CEO, Kajen Park")
    answer = make_assistant([page], {"Jon Ek": 6.0}).ask("Who is the CEO of Kajen Park?", NEW)
    assert answer.answer.short_answer == "Jon Ek"


YARD = make_document(
    "Kelp Yard",
    "Kelp Yard is an incubator in Lund.\n\nRegion Vastra covers SEK 4.5 million of the budget. "
    "Kelp Yard is owned by Anker Foundation (60 per cent) and Lund Technical College "
    "(40 per cent).",
)
LIFT = make_document(
    "Programmes",
    "Lift is a programme of nine months carried out with Kelp Yard. The fee is SEK 900.",
)
NEWSLETTER = make_document(
    "What's on in Lund 2024", "The cold chamber Kallis lies in Lund. A day costs 38,000 kronor."
)
FORUM = make_document(
    "Lund Health Days",
    "The conference has been called MyForum since 2017. Messan runs the conference today.",
)


@pytest.mark.parametrize(
    ("question", "span", "short"),
    [
        ("How much does the region put into Kelp Yard?", "4.5 million", "4.5 million"),
        ("How much of Kelp Yard does the college hold?", "40 per cent", "40 per cent"),
        ("What does a day in Kallis cost?", "38,000", "38,000 kronor"),
        ("Who runs MyForum?", "Messan", "Messan"),
    ],
)
def test_what_is_told_of_it_by_another_name_or_of_both_is_answered(
    question: str, span: str, short: str
) -> None:
    answer = make_assistant([YARD, NEWSLETTER, FORUM], {span: 6.0}).ask(question, NEW).answer
    assert answer.short_answer == short


def test_the_fee_of_what_is_done_with_somebody_is_not_theirs() -> None:
    assistant = make_assistant([YARD, LIFT], {"SEK 900": 6.0})
    assert assistant.ask("What is the fee at Kelp Yard?", NEW).answer.status == "declined"


def test_it_is_what_the_sentence_before_names() -> None:
    page = make_document(
        "Notes",
        "Kite Lab lends tools to Rose Camp. Oak Course is for linguists. It has led to a firm.",
    )
    assistant = make_assistant([page], {"a firm": 6.0})

    assert assistant.ask("What has Oak Course led to?", NEW).answer.status == "answered"
    assert assistant.ask("What has Kite Lab led to?", NEW).answer.status == "declined"
