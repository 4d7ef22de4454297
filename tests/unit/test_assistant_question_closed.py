"""What a question for yes or no asks to be so, in whatever frame it is put."""

import pytest

from assistant.question.closed import ClosedQuestion, closed_question


@pytest.mark.parametrize(
    "framed",
    [
        "Is Alfa free?",
        "Alfa is free, right?",
        "Alfa is free, isn't it?",
        "Can you tell me whether Alfa is free?",
        "I'd like to know if Alfa is free.",
        "Is it true that Alfa is free?",
        "I was told that Alfa is free. Is that true?",
        "And am I right in thinking that Alfa is free?",
    ],
)
def test_a_frame_is_taken_off(framed: str) -> None:
    closed = closed_question(framed)
    assert closed is not None
    assert closed.question.lower() == "is alfa free?"
    assert closed.given == ""


@pytest.mark.parametrize(
    ("question", "asked", "given"),
    [
        ("If we join Alfa, do we pay?", "do we pay?", "If we join Alfa"),
        ("Do we pay if we join Alfa?", "Do we pay?", "if we join Alfa"),
        ("I live in Lund; am I allowed to enter?", "am I allowed to enter?", "I live in Lund"),
        ("I'm 17. Can I join Alfa?", "Can I join Alfa?", "I'm 17"),
    ],
)
def test_what_is_told_before_is_kept_apart(question: str, asked: str, given: str) -> None:
    assert closed_question(question) == ClosedQuestion(question=asked, given=given)


def test_a_denied_statement_stays_denied() -> None:
    closed = closed_question("Alfa doesn't take equity, does it?")
    assert closed == ClosedQuestion(question="does Alfa not take equity?")


@pytest.mark.parametrize(
    "question",
    ["Where is Alfa?", "Who runs it, and is it free?", "What is it about, right?", "Alfa fee"],
)
def test_what_yes_or_no_does_not_answer_is_left(question: str) -> None:
    assert closed_question(question) is None


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("Is it Alfa that carries the cost?", "does Alfa carry the cost?"),
        ("Is it Alfa that teaches them?", "does Alfa teach them?"),
    ],
)
def test_who_is_put_in_front_is_asked_plainly(asked: str, plain: str) -> None:
    closed = closed_question(asked)

    assert closed is not None
    assert closed.question == plain
