"""Several questions asked at once: which they are, and their answers as one."""

from dataclasses import replace

import pytest

from assistant.composing.together import together
from assistant.model import Answer, Citation, Conflict, Conversation, Coverage
from assistant.question.parts import parts_of
from tests.fakes_answering import make_assistant, make_document

ALFA = make_document("Alfa", "Alfa is a science park in Lund. Alfa was founded in 2016.")
NEW = Conversation(conversation_id="new")


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("What is Alfa and who funds it?", ("What is Alfa?", "Who funds it?")),
        (
            "What is Alfa, who runs it and when did it start?",
            ("What is Alfa?", "Who runs it?", "When did it start?"),
        ),
        (
            "Does Alfa take equity and does it charge rent?",
            ("Does Alfa take equity?", "Does it charge rent?"),
        ),
        (
            "Where was Alfa founded and in which year?",
            ("Where was Alfa founded?", "In which year was Alfa founded?"),
        ),
        ("Where does Alfa meet and when?", ("Where does Alfa meet?", "When does Alfa meet?")),
        ("Who founded Alfa and why?", ("Who founded Alfa?", "Why was Alfa founded?")),
        ("Who runs Alfa, and since when?", ("Who runs Alfa?", "Since when?")),
        ("What is Alfa? And who runs it?", ("What is Alfa?", "Who runs it?")),
        ("Who runs Alfa? Is it free?", ("Who runs Alfa?", "Is it free?")),
        ("Why and how was it closed?", ("Why was it closed?", "How was it closed?")),
        (
            "How long is Alfa’s programme; and what does it cost?",
            ("How long is Alfa's programme?", "What does it cost?"),
        ),
    ],
)
def test_questions_asked_at_once_are_told_apart(question: str, parts: tuple[str, ...]) -> None:
    assert parts_of(question) == parts


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("How many are let in, and when does the autumn round begin?",
         ("How many are let in?", "When does the autumn round begin?")),
        ("who set it up, & when was that?", ("Who set it up?", "When was that?")),
        ("which parks and incubators are there?", ("which parks and incubators are there?",)),
    ],
)  # fmt: skip
def test_parts_of_a_follow_up_may_leave_out_what_they_are_about(
    question: str, parts: tuple[str, ...]
) -> None:
    assert parts_of(question, of_topic=True) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Which incubators and science parks are in Lund?",
        "Which incubators are in Lund and which take no equity?",
        "Does Alfa take equity and charge rent?",
        "What do Alfa and Beta have in common and how do they differ?",
        "Is there a body for food, and what is its name?",
        "Do you know Alfa? What does it do?",
        "Tell me who runs Alfa and what it does.",
        "I need a lab. Who rents one out and what does it cost?",
        "What is Alfa, who runs it, when did it start, and what does it cost?",
        "Which incubators are in Lund and when were they founded?",
        "What do startups get and what do they pay?",
        "What is Alfa, which is in Lund?",
        "Who founded Alfa, when, and why?",
        "Who is behind Alfa and since when?",
        "Who invested in Alfa and when?",
        "Who founded and funded Alfa, and when?",
        "What does Alfa offer and where?",
        "How much does it cost to join, and how much to stay?",
        "Who runs Alfa? I forgot.",
    ],
)
def test_one_question_stays_one(question: str) -> None:
    assert parts_of(question) == (question,)


def test_each_part_is_answered_or_said_not_to_be() -> None:
    assistant = make_assistant([ALFA], {"2016": 6.0})

    turn = assistant.ask("When was Alfa founded and how many members does it have?", NEW)

    assert turn.query == "When was Alfa founded? How many members does Alfa have?"
    assert turn.answer.status == "answered"
    founded, members = turn.answer.text.split("**How many members does Alfa have?**")
    assert founded.startswith("**When was Alfa founded?**\n\nAlfa was founded in 2016. [1]")
    assert members.strip() == (
        "The documents do not answer this. I searched for “How many members does Alfa have?” "
        "and read 1 passage."
    )
    assert turn.answer.short_answer is None
    assert {"condense", "retrieve", "read", "compose"} <= turn.timings_ms.keys()


@pytest.mark.parametrize(
    "question",
    [
        "When was Alfa founded and when was Beta founded?",
        "Who funds Alfa and who funds Beta?",
        "What is Alfa and what is Beta?",
    ],
)
def test_the_same_asked_of_two_is_compared(question: str) -> None:
    beta = make_document("Beta", "Beta is a think tank. Beta was founded in 2014.")

    turn = make_assistant([ALFA, beta], {"2016": 6.0, "2014": 6.0}).ask(question, NEW)

    assert turn.query == question


def test_another_thing_is_asked_about_in_each_part() -> None:
    beta = make_document("Beta", "Beta is a think tank. Beta was founded in 2014.")
    assistant = make_assistant([ALFA, beta], {"2016": 6.0, "2014": 6.0})
    first = assistant.ask("When was Alfa founded and how many members does it have?", NEW)

    turn = assistant.ask("What about Beta?", NEW.append(first))

    assert turn.query == "When was Beta founded? How many members does Beta have?"
    assert "Beta was founded in 2014. [1]" in turn.answer.text


def test_where_the_first_is_declined_they_are_asked_as_one() -> None:
    turn = make_assistant([ALFA], {}).ask("Who chairs Alfa and when was it founded?", NEW)

    assert turn.query == "Who chairs Alfa and when was it founded?"


def cited(number: int, start: int) -> Citation:
    """A citation of this number, of four characters from `start`."""
    return Citation(
        number=number, document_id="d", title="Alfa", source="alfa.md", heading=None, page=None,
        passage_id="p", quote="Alfa", start=start, end=start + 4, score=1.0, verified=True,
    )  # fmt: skip


def test_citations_and_conflicts_are_numbered_through() -> None:
    first = Answer(
        status="answered", text="A. [1]\n\nB \\[1\\]. [2]", short_answer="A",
        citations=(cited(1, 0), cited(2, 9)), confidence=0.9,
    )  # fmt: skip
    second = Answer(
        status="answered", text="C [1] or D [2].", short_answer="C",
        citations=(cited(1, 20), cited(2, 0)),
        conflicts=(Conflict(about="it", citation_numbers=(1, 2)),), confidence=0.7,
        coverage=Coverage(
            checked=2, stated=("C",), denied=("D",), silent=(),
            citation_numbers={"C": (1, 2), "D": (2,)},
        ),
    )  # fmt: skip

    whole = together([("A?", first), ("C?", second)])

    assert whole.text == "**A?**\n\nA. [1]\n\nB \\[1\\]. [2]\n\n**C?**\n\nC [3] or D [1]."
    assert [each.number for each in whole.citations] == [1, 2, 3]
    assert whole.conflicts == (Conflict(about="it", citation_numbers=(3, 1)),)
    assert whole.short_answer == "A; C"
    assert whole.confidence == 0.7
    assert second.coverage
    moved = {"C": (3, 1), "D": (1,)}
    assert whole.coverage == replace(second.coverage, citation_numbers=moved)
