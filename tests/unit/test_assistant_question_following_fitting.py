"""What of the last turn a word can point at: by what it is, and by what was asked for."""

import pytest

from assistant.model import Turn
from assistant.question.condenser import Condensed
from assistant.question.following.condenser import FollowUpCondenser
from tests.fakes_following import MemoryNames, said, talk

THINGS = MemoryNames(
    kinds={
        "Kajen Days": ["event"], "Coast Bank": ["bank"], "Kajen Seed": ["fund"],
        "Meloq": ["company"], "Hack Week": ["named"], "Tang Fund": ["named"],
        "National lab for care": ["lab"],
    }
)  # fmt: skip


def asked_behind(question: str, *turns: Turn) -> Condensed:
    """Condense a question behind some turns, knowing `THINGS`."""
    return FollowUpCondenser(known=THINGS).condense(question, talk(*turns))


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("What share does {} have in Kajen Seed?", "Coast Bank"),
        ("Does {} invest in startups?", "Coast Bank"),
        ("How many employees does {} have?", "Coast Bank"),
        ("How many visitors does {} have?", "Kajen Days"),
        ("What does {} cost?", "Kajen Days"),
        ("Who owns {}?", "Kajen Days"),
    ],
)
def test_no_event_owns_or_employs(question: str, meant: str) -> None:
    before = said("Who donates the prize at Kajen Days?", "Coast Bank")
    assert asked_behind(question.format("it"), before) == Condensed(question.format(meant))


@pytest.mark.parametrize(
    "question",
    ["When was {} held?", "Where did {} take place?", "Who was {} paid for by?"],
)
@pytest.mark.parametrize("word", ["it", "that"])
def test_the_contest_that_was_asked_for_is_the_one_that_was_answered(
    question: str, word: str
) -> None:
    before = said("Which contest did Meloq come out of?", "Hack Week")
    assert asked_behind(question.format(word), before) == Condensed(question.format("Hack Week"))


@pytest.mark.parametrize("question", ["Why was that decided?", "Is that required?"])
def test_what_was_decided_is_no_thing(question: str) -> None:
    before = said("Which contest did Meloq come out of?", "Hack Week")
    assert " that " in asked_behind(question, before).query


def test_the_investor_that_was_asked_for_is_they() -> None:
    turns = (
        said("How much did Meloq raise?", "28 million"),
        said("Which investor led the round?", "Tang Fund"),
    )
    assert asked_behind("Where do they sit?", *turns) == Condensed("Where does Tang Fund sit?")


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("Who wrote the application for the care lab?", "National lab for care"),
        ("Who leads the lab for care?", "National lab for care"),
        ("Who leads the lab?", "Coast Bank"),
        ("Who leads a care lab?", "Coast Bank"),
        ("Who wrote the care report?", "Coast Bank"),
    ],
)
def test_what_is_told_of_by_words_of_its_name_was_asked_about(query: str, meant: str) -> None:
    before = said(query, "Coast Bank", titles=["Coast Bank", "National lab for care"])
    assert asked_behind("And who runs it nowadays?", before) == Condensed(
        f"Who runs {meant} nowadays?"
    )


def test_a_lab_that_was_found_is_not_one_that_was_told_of() -> None:
    before = said("Which is the lab for care?", "National lab for care", titles=["Coast Bank"])
    assert asked_behind("Who runs it?", before) == Condensed("Who runs National lab for care?")
