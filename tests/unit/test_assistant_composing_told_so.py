"""What is told in other shapes than it is asked: a row, a day of the week, a clause, a role."""

import pytest

from assistant.evidence.answer_check import answers_in
from assistant.model import Conversation
from assistant.question.analysis import analyse
from assistant.question.answer_type import matches
from assistant.question.kind import AnswerType, QuestionKind, classify
from assistant.question.named import named_entities
from assistant.question.plainer import plainer
from tests.fakes_answering import make_assistant, make_document, make_passage

NEW = Conversation(conversation_id="new")
QUAY = make_document(
    "Alfa Quay",
    "Alfa Quay is an accelerator in Lund. Twice a year, ten start-ups move in. "
    "Roughly 140 start-ups apply for each batch. Livra grew, and ten people work there under the "
    "managing director, Ylva Starck. The fee is 35,000 kronor. Lund University sends students.",
)
DESK = make_document("Desk", "The desk is in Lund. Drop-in hours are Tuesdays from 13.00 to 15.00.")
UNIVERSITY = make_document(
    "Lund University",
    "Lund University is a university. It was created in 1666. "
    "The Alm chair in geriatrics is held by Professor Leila Ek.",
)
DOCUMENTS = [QUAY, DESK, UNIVERSITY]


@pytest.mark.parametrize(
    ("question", "span", "short"),
    [
        ("How many start-ups apply for a batch at Alfa Quay?", "140", "Roughly 140"),
        ("Who is managing director of Livra?", "Ylva Starck", "Ylva Starck"),
        ("Our turnover is five million. What is the fee of Alfa Quay?", "35,000", "35,000 kronor"),
        ("When are the drop-in hours of the desk?", "Tuesdays", "Tuesdays from 13.00 to 15.00"),
    ],
)
def test_what_is_told_in_another_shape_is_given(question: str, span: str, short: str) -> None:
    answer = make_assistant(DOCUMENTS, {span: 6.0}).ask(question, NEW).answer
    assert answer.short_answer == short


@pytest.mark.parametrize(
    "question",
    [
        "Who is vice-chancellor of Lund University?",
        "Who is rector of Lund University?",
        "Who is managing director at Lund University?",
    ],
)
def test_who_holds_a_role_that_is_not_told_is_declined(question: str) -> None:
    answer = make_assistant(DOCUMENTS, {"Leila Ek": 6.0}).ask(question, NEW).answer
    assert answer.status == "declined"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who is vice-chancellor of Alfa?", QuestionKind.FACT),
        ("who is head of incubator at Alfa", QuestionKind.FACT),
        ("Who is Ada Alm of Alfa?", QuestionKind.DESCRIPTION),
        ("who is leila rahimi of lund university", QuestionKind.DESCRIPTION),
    ],
)
def test_only_who_is_named_is_described(question: str, kind: QuestionKind) -> None:
    assert classify(question).kind is kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Drop-in hours are Tuesdays from 13.00 to 15.00.", ["Tuesdays from 13.00 to 15.00"]),
        ("Open Monday to Friday, 9-16.", ["Monday to Friday, 9-16"]),
        ("We meet on the first Wednesday of each month.", ["the first Wednesday of each month"]),
        # A date tells more than the day of the week that it is.
        ("Tuesday 5 May 2024", ["5 May 2024"]),
        ("The Monday club was founded in 2009.", ["2009"]),
    ],
)
def test_a_day_of_the_week_tells_when_where_no_date_does(text: str, found: list[str]) -> None:
    assert [each.group() for each in matches(AnswerType.DATE, text)] == found


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("How many patents have Nerva's companies been granted?", "patent"),
        ("How many teams use Nerva's lab?", "team"),
        ("How many of Nerva's companies are listed?", "~compan"),
        ("What is the number of Nerva's startups?", "~startup"),
    ],
)
def test_what_is_counted_stands_before_whose_it_is(question: str, counted: str) -> None:
    assert analyse(question, []).counted[0] == counted


def test_a_row_counts_what_its_first_cell_names() -> None:
    analysis = analyse("How many patents have Nerva's companies been granted?", [])
    rows = ("Companies that have left | 51", "Patents granted to companies | 130")
    assert [[each.group() for each in answers_in(analysis, row)] for row in rows] == [[], ["130"]]


def test_what_is_named_in_full_is_no_part_of_a_misspelt_name() -> None:
    passages = [
        make_passage(make_document(title, "It is told of here."))
        for title in ("Bid to host the Medicines Agency", "SwedenBIO")
    ]

    def titles(question: str) -> list[str]:
        return [one.title for one in named_entities(question, passages)]

    asked = "When did Sweden bid to host the Medicines Agency?"
    assert titles(asked) == ["Bid to host the Medicines Agency"]
    assert titles("Who leads Sweden Bio?") == ["SwedenBIO"]
    assert titles("Who leads SwedenBO?") == ["SwedenBIO"]


def test_who_heads_it_is_not_asked_for_by_who_does_a_task_there() -> None:
    assert plainer("Who is responsible for marketing at Livra?").then == ()
    assert plainer("Who is responsible for Livra?").then
    assert plainer("Who is in charge of the incubator at Livra?").then
