"""What people tell of themselves is put into the question's own words."""

import pytest

from assistant.model import Conversation
from assistant.question.following.asker import asker_of
from assistant.question.following.condenser import FollowUpCondenser
from tests.fakes_answering import answered_turn
from tests.fakes_following import MemoryNames, said, talk

NEW = Conversation(conversation_id="new")


@pytest.mark.parametrize(
    ("turn", "asked"),
    [
        ("We're about 80 people. Is it free for us?",
         "Is it free for a company with 80 employees?"),
        ("is Alfa free? we're 60 people", "is Alfa free for a company with 60 employees?"),
        ("we are only three people, would they let us in?",
         "Would they let a company with three employees in?"),
        ("We're a start-up with 12 people, can we join?", "Can a start-up with 12 employees join?"),
        ("my son is 16 and codes, is he allowed to come?", "Is a 16-year-old allowed to come?"),
        ("My wife is a researcher at the hospital. When can she apply?",
         "When can a researcher apply?"),
        ("im a student, do I have to pay as well?", "Does a student have to pay?"),
        ("My daughter is at the university, does she have to pay too?",
         "Does a student have to pay?"),
        ("We're a two year old company. How much could Alfa give us?",
         "How much could Alfa give a two year old company?"),
        ("My company was founded eight months ago. Can we apply to Alfa?",
         "Can a company that was founded eight months ago apply to Alfa?"),
        ("My company is five years old. Can we apply to Alfa?",
         "Can a company that is five years old apply to Alfa?"),
        ("I run a small knitwear shop, would they even look at me?",
         "Would they even look at a small knitwear shop?"),
        ("I graduated two years ago, can i still join Alfa?",
         "Can someone who graduated two years ago still join Alfa?"),
        ("I finished my degree in 2015. May I join?",
         "May someone who finished their degree in 2015 join?"),
        ("our turnover is 2 million kronor, can we join Alfa?",
         "Can a company with a turnover of 2 million kronor join Alfa?"),
        ("we turn over 5 million kronor, can we join Alfa?",
         "Can a company with a turnover of 5 million kronor join Alfa?"),
        ("can i apply alone to Alfa?", "Can one person apply to Alfa?"),
        ("Could I take part on my own?", "Could one person take part?"),
        ("It's just me. Can I join?", "Can one person join?"),
        ("we have 14 employees, what do we pay in Alfa?",
         "What does a company with 14 employees pay in Alfa?"),
    ],
)  # fmt: skip
def test_a_question_is_asked_for_who_asks(turn: str, asked: str) -> None:
    asker = asker_of(turn, NEW)
    assert asker is not None
    assert asker.put_into(asker.without_told(turn)) == asked


@pytest.mark.parametrize(
    "turn",
    [
        "We're 12 people. Where is Alfa?",
        "I'm a student. Who funds Alfa?",
        "I'm a patent lawyer. do they have people like me",
        "We're a tiny company. Can we apply?",
        "We're not sure. Does it cost anything?",
        "I am in Lund. Is it free?",
        "We have 3 employees. Does Alfa have an office there?",
        "What does a company with 14 employees pay?",
        "We make batteries. What do we pay?",
        "We're 12 people. Can I ask where it is?",
        "Can I come alone?",
        "I moved to Lund. Can I join?",
        "I graduated two years ago. Who runs it?",
    ],
)
def test_what_makes_no_difference_stays_out(turn: str) -> None:
    asker = asker_of(turn, NEW)
    assert asker is None or asker.put_into(asker.without_told(turn)) is None


def test_what_was_told_before_is_meant_by_the_same_pronoun_only() -> None:
    told = NEW.append(answered_turn("We're 80 people. What is Alfa?", "Alfa"))

    ours = asker_of("Can we join Alfa?", told)
    mine = asker_of("Can I bring my son, and is it free?", told)

    assert ours is not None
    assert ours.put_into("Can we join Alfa?") == "Can a company with 80 employees join Alfa?"
    assert mine is not None
    assert mine.put_into("Can I bring my son to Alfa, and is it free?") is None


def test_what_is_swapped_may_be_named_in_part() -> None:
    known = MemoryNames(
        kinds={"Nordlys Energy Cluster": ["cluster"], "Skarmark Ocean Cluster": ["cluster"]}
    )
    before = talk(said("What does a place in Nordlys Energy Cluster cost?", "SEK 9"))

    condensed = FollowUpCondenser(known=known).condense("and in the ocean cluster?", before)

    assert condensed.query == "What does a place in Skarmark Ocean Cluster cost?"


@pytest.mark.parametrize(
    ("turn", "decides"),
    [("Can I apply alone?", True), ("Our turnover is 2 million kronor. Can we join?", True),
     ("I graduated last year. Can I join?", True),
     ("I'm a student. Can I join?", False)],
)  # fmt: skip
def test_who_is_alone_or_so_long_out_is_not_anybody(turn: str, *, decides: bool) -> None:
    asker = asker_of(turn, NEW)
    assert asker is not None
    assert asker.decides is decides
