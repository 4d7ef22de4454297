"""What is counted of a turn holds no person: addresses and numbers are masked, ids left behind."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.insights.masking import masked
from assistant.insights.model import Asked
from assistant.insights.reading import asked_from_turn
from assistant.model import Answer, Feedback
from tests.insights_turns import asked_turn, citation, nearest


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Mail ada@example.org now", "Mail [e-mail] now"),
        ("Åsa.Öberg+x@bolag.företag.se?", "[e-mail]?"),
        ("<ada@example.org>, (bo@example.org)", "<[e-mail]>, ([e-mail])"),
        ("call 070-123 45 67", "call [phone number]"),
        ("call 0701234567.", "call [phone number]."),
        ("+46 (0)70 123 45 67", "[phone number]"),
        ("0046 70 123 45 67", "[phone number]"),
        ("08-123 456 78", "[phone number]"),
        ("(212) 555-0123 or 212.555.0123", "[phone number] or [phone number]"),
        ("born 19811218-9876, 811218-9876", "born [personal number], [personal number]"),
    ],
)
def test_what_belongs_to_a_person_is_masked(typed: str, shown: str) -> None:
    assert masked(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "From 2010-2024 it raised 717 000 000 SEK",
        "Is 1 500 000 SEK in 2023 or 2024 more than 0.5 percent?",
        "Horizon Europe 2021-2027, call 101057048",
        "user@host is no address, @ is no address",
        "0 1 2",
        "ISO 13485:2016 and EN 62304",
        "12345678901234567890123",
    ],
)
def test_years_amounts_and_other_numbers_stay(typed: str) -> None:
    assert masked(typed) == typed


@given(st.text(max_size=200))
def test_masking_twice_is_masking_once(text: str) -> None:
    assert masked(masked(text)) == masked(text)


def test_a_follow_up_is_counted_as_the_question_that_was_searched() -> None:
    answer = Answer(
        status="answered",
        text="Yes [1].",
        citations=(citation("a", "Alpha"), citation("a", "Alpha"), citation("b", "Beta")),
    )

    asked = asked_from_turn(asked_turn("Who funds it?", answer, query="Who funds\nNOME?"))

    assert asked.text == "Who funds NOME?"
    assert asked.outcome == "answered"
    assert asked.cited == {"a": "Alpha", "b": "Beta"}
    assert asked.milliseconds == 90.0
    assert asked.asked_at.utcoffset() is not None


def test_a_declined_turn_keeps_what_was_near_and_a_reason_is_masked() -> None:
    answer = Answer(status="declined", text="No.", nearest=(nearest("a", "Alpha"),))
    feedback = Feedback(verdict="down", reason="Write to\u202e me: ada@example.org")

    asked = asked_from_turn(asked_turn("Who is ada@example.org?", answer, feedback=feedback))

    assert asked.text == "Who is [e-mail]?"
    assert asked.outcome == "declined"
    assert asked.nearest == {"a": "Alpha"}
    assert (asked.verdict, asked.reason) == ("down", "Write to me: [e-mail]")


def test_an_approved_answer_is_called_by_its_question() -> None:
    cited = (citation("approved-1", "Approved answer"), citation("a", "Alpha"))
    answer = Answer(status="answered", text="Yes [1].", citations=cited)

    asked = asked_from_turn(asked_turn("Call 070-1234567?", answer))

    assert asked.cited == {
        "approved-1": "Approved answer: Call [phone number]?", "a": "Alpha",
    }  # fmt: skip


@pytest.mark.parametrize("offered", [(), ("Who funds NOME?",)])
def test_asking_back_is_no_declining(offered: tuple[str, ...]) -> None:
    answer = Answer(status="declined", text="Which one?", asks_back=offered)

    assert asked_from_turn(asked_turn("Who funds it?", answer)).outcome == "asked_back"


@pytest.mark.parametrize("question", ["Hi!", "Tack så mycket", "What can you do?"])
def test_small_talk_is_known(question: str) -> None:
    assert asked_from_turn(
        asked_turn(question, Answer(status="answered", text="Hello!"))
    ).is_small_talk


def test_a_moment_without_a_zone_is_one_of_utc() -> None:
    turn = asked_turn("Who?", Answer(status="declined", text="No."), at="2026-05-20T12:00:00")

    assert asked_from_turn(turn).asked_at.isoformat() == "2026-05-20T12:00:00+00:00"


def test_nothing_that_is_counted_can_hold_an_id_of_a_person_or_a_conversation() -> None:
    assert {field.name for field in fields(Asked)} == {
        "text", "asked_at", "outcome", "is_small_talk", "verdict", "reason", "cited", "nearest",
        "milliseconds",
    }  # fmt: skip
