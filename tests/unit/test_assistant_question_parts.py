"""Several questions asked at once: which they are, and their answers as one."""

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
        ("Where is Alfa and in which year?", ("Where is Alfa?", "In which year is Alfa?")),
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
    assert members.strip() == "The documents do not answer this."
    assert turn.answer.short_answer is None
    assert turn.answer.nearest


def test_where_the_first_is_declined_they_are_asked_as_one() -> None:
    turn = make_assistant([ALFA], {}).ask("Who chairs Alfa and when was it founded?", NEW)

    assert turn.query == "Who chairs Alfa and when was it founded?"


def cited(number: int) -> Citation:
    """A citation of this number."""
    return Citation(
        number=number, document_id="d", title="Alfa", source="alfa.md", heading=None, page=None,
        passage_id="p", quote="Alfa", start=0, end=4, score=1.0, verified=True,
    )  # fmt: skip


def test_citations_and_conflicts_are_numbered_through() -> None:
    first = Answer(
        status="answered", text="A. [1]\n\nB \\[1\\]. [2]", short_answer="A",
        citations=(cited(1), cited(2)), confidence=0.9,
    )  # fmt: skip
    second = Answer(
        status="answered", text="C [1] or D [2].", short_answer="C", citations=(cited(1), cited(2)),
        conflicts=(Conflict(about="it", citation_numbers=(1, 2)),), confidence=0.7,
        coverage=Coverage(checked=1, stated=("C",), denied=(), silent=()),
    )  # fmt: skip

    whole = together([("A?", first), ("C?", second)])

    assert whole.text == "**A?**\n\nA. [1]\n\nB \\[1\\]. [2]\n\n**C?**\n\nC [3] or D [4]."
    assert [each.number for each in whole.citations] == [1, 2, 3, 4]
    assert whole.conflicts == (Conflict(about="it", citation_numbers=(3, 4)),)
    assert whole.short_answer == "A; C"
    assert whole.confidence == 0.7
    assert whole.coverage == second.coverage
