"""Statements that look right but are beside the point are not given as answers."""

import pytest

from assistant.composing.composer import compose
from assistant.evidence.calibration import load_calibration
from assistant.evidence.ranking import Candidate
from assistant.evidence.reading import Span
from assistant.evidence.statements import statements_of
from assistant.model import Conversation
from assistant.question.analysis import analyse
from tests.fakes_answering import MemoryDocuments, make_assistant, make_document, make_passage

PARK = make_document(
    "Alfa Park",
    "Alfa Park is a science park in Lund with many firms. Beta was founded in 2016. "
    "Beta has nine supporting partners. Gamma House is next door.",
)
BETA = make_document("Beta", "Beta is a think tank.")
ANGELS = make_document(
    "Delta Angels",
    "Delta Angels is a network. Members of Delta Angels pay SEK 6,000 a year. "
    "A typical investment of Delta Angels members lies between SEK 200,000 and SEK 900,000.",
)
SURETY = make_document("Epsilon", "Epsilon is owned by banks and charges 2 per cent a year.")
FUND = make_document("Zeta", "Zeta is a fund. A first investment by Zeta is SEK 100,000.")
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


@pytest.mark.parametrize(("score", "is_given"), [(-6.0, False), (6.0, True)])
def test_a_statement_without_a_date_says_when_only_where_the_reader_reads_it(
    score: float, *, is_given: bool
) -> None:
    page = make_document("Delta", "Delta was founded by nine firms after the war.")
    passage = make_passage(page)
    analysis = analyse("When was Delta founded?", [passage])
    statement = statements_of(passage)[-1]
    start = statement.text.index("after the war")
    span = Span(
        text="after the war",
        start=statement.start + start,
        end=statement.start + start + len("after the war"),
        score=score,
    )
    sure = Candidate(statement=statement, spans=(span,), features={}, probability=0.9)

    draft = compose(analysis, [sure], MemoryDocuments(documents=(page,)), load_calibration())

    assert (draft is not None) is is_given


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


@pytest.mark.parametrize("question", ["What is the fee of Zeta?", "How much does Zeta charge?"])
def test_what_is_invested_is_no_fee(question: str) -> None:
    assistant = make_assistant([FUND], {"SEK 100,000": 6.0})
    assert assistant.ask(question, NEW).answer.status == "declined"
    asked = assistant.ask("How much does Zeta invest at first?", NEW).answer
    assert asked.short_answer == "SEK 100,000"


def test_what_is_said_of_something_else_contradicts_nothing() -> None:
    read = {"SEK 6,000 a year": 6.0, "between SEK 200,000 and SEK 900,000": 6.0}
    answer = (
        make_assistant([ANGELS], read).ask("How much do members of Delta Angels pay?", NEW).answer
    )
    assert answer.text == "Members of Delta Angels pay SEK 6,000 a year. [1]"


@pytest.mark.parametrize("question", ["What is Epsilon's fee?", "How high is the fee of Epsilon?"])
def test_who_is_asked_for_a_fee_charges_it(question: str) -> None:
    answer = make_assistant([SURETY], {"2 per cent a year": 6.0}).ask(question, NEW).answer
    assert answer.short_answer == "2 per cent a year"


HALL = make_document(
    "Eta Park",
    "Eta Park is a science park in Lund. A restaurant is found in Eta Park. "
    "The hall of Eta Park costs SEK 900 a day. Apply to Eta Park no later than 20 May. "
    "Those under 18 come to Eta Park with an adult.",
)


@pytest.mark.parametrize(
    ("question", "value", "is_given"),
    [
        ("What does lunch at Eta Park cost?", "SEK 900 a day", False),
        ("What does the hall at Eta Park cost?", "SEK 900 a day", True),
        ("What is the price of the hall of Eta Park?", "SEK 900 a day", True),
        ("What is the minimum age for Eta Park?", "20 May", False),
        ("What is the minimum age for Eta Park?", "18", True),
        ("What is the last day to apply to Eta Park?", "20 May", True),
    ],
)
def test_a_price_or_a_date_of_something_else_is_declined(
    question: str, value: str, *, is_given: bool
) -> None:
    passage = make_passage(HALL)
    statement = next(one for one in statements_of(passage) if value in one.text)
    start = statement.start + statement.text.index(value)
    # The reader doubts, the other evidence does not.
    span = Span(text=value, start=start, end=start + len(value), score=-1.0)
    sure = Candidate(statement=statement, spans=(span,), features={}, probability=0.9)

    draft = compose(
        analyse(question, [passage]),
        [sure],
        MemoryDocuments(documents=(HALL,)),
        load_calibration(),
    )

    assert (draft is not None) is is_given
