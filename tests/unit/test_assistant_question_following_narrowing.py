"""What asks for some of what was listed becomes a question that says of what."""

import pytest

from assistant.model import Turn
from assistant.question.condenser import Condensed
from assistant.question.following.condenser import FollowUpCondenser
from tests.fakes_following import KNOWN, said, talk

_NAMES = "Sony, Eka, Sund University"
_LISTED = "They are: [1]\n\n- Sony\n- Eka\n- Sund University"


def condense(question: str, *turns: Turn) -> str:
    condensed = FollowUpCondenser(known=KNOWN).condense(question, talk(*turns))
    assert condensed == Condensed(condensed.query)
    return condensed.query


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        (
            "Who are the supporting partners of NOME?",
            "which one of them is a private person?",
            "Which of the supporting partners of NOME is a private person?",
        ),
        (
            "Which companies are there in Lund?",
            "which of them is based in Dock House?",
            "Which of the companies in Lund is based in Dock House?",
        ),
        (
            "Which organisations work together to bring tools into health care?",
            "Which of these is a county council?",
            "Which of the organisations that work together to bring tools into health care is a "
            "county council?",
        ),
        (
            "Who founded NOME?",
            "which of them are universities?",
            "Which universities founded NOME?",
        ),
        ("Who funds NOME?", "which of them is a region?", "Which regions fund NOME?"),
        (
            "Who founded NOME?",
            "which of these partners are companies?",
            "Which companies founded NOME?",
        ),
        (
            "Who founded NOME?",
            "which of the founders are companies?",
            "Which companies founded NOME?",
        ),
        (
            "Who founded NOME?",
            "how many of them are in Lund?",
            "How many of the organisations that founded NOME are in Lund?",
        ),
        (
            "Who are the members of NOME?",
            "and which of those have a lab of their own?",
            "Which of the members of NOME have a lab of their own?",
        ),
        (
            "What does NOME offer?",
            "which of these are free?",
            "Which of the things that NOME offers are free?",
        ),
        (
            "List the members of NOME.",
            "How many of those are not companies?",
            "How many of the members of NOME are not companies?",
        ),
    ],
)
def test_some_of_a_list_are_asked_for_by_its_noun(before: str, question: str, query: str) -> None:
    assert condense(question, said(before, _NAMES, text=_LISTED)) == query


@pytest.mark.parametrize(
    ("before", "short", "question", "query"),
    [
        (
            "How many companies has SmiLe had?",
            "100",
            "And how many of those are listed by now?",
            "How many of the companies of SmiLe are listed by now?",
        ),
        (
            "How many teams does Nerva take in a year?",
            "58",
            "and how many of these teams have become real companies?",
            "How many of the teams that Nerva takes in a year have become real companies?",
        ),
    ],
)
def test_some_of_what_was_counted_are_asked_for(
    before: str, short: str, question: str, query: str
) -> None:
    assert condense(question, said(before, short)) == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Is SmiLe a member?", "Is SmiLe a member of NOME?"),
        ("is CAMP also a partner?", "Is CAMP also a partner of NOME?"),
        ("Is it a member?", "Is NOME a member?"),
    ],
)
def test_a_member_is_one_of_what_was_asked_about(question: str, query: str) -> None:
    assert condense(question, said("What is NOME?", text="NOME is a network. [1]")) == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("is any of them a bank?", "Which banks founded NOME?"),
        ("any banks among them?", "Which banks founded NOME?"),
        ("Are there any banks among these?", "Which banks founded NOME?"),
        ("how many are banks?", "How many banks founded NOME?"),
        ("which of the three is a bank?", "Which banks founded NOME?"),
        ("and the ones in Lund?", "Which of the organisations that founded NOME are in Lund?"),
        (
            "which of those companies is the biggest?",
            "Which of the companies among the organisations that founded NOME is the biggest?",
        ),
    ],
)
def test_some_of_them_are_asked_for_in_many_words(question: str, query: str) -> None:
    assert condense(question, said("Who founded NOME?", _NAMES, text=_LISTED)) == query


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("Who runs NOME?", "how many are employed?"),
        ("What is NOME?", "how many are members?"),
        ("How many start-ups apply to NOME?", "how many are let in each time?"),
    ],
)
def test_where_no_list_was_shown_nothing_is_chosen(before: str, question: str) -> None:
    assert "of the" not in condense(question, said(before, "Vinnova"))


def test_all_of_a_kind_are_asked_for_at_a_place_as_well() -> None:
    before = said("Which incubators take no equity?", "SmiLe")
    query = "Which incubators take no equity in Lund?"
    assert condense("which of them are in Lund?", before) == query


def test_what_a_description_spoke_of_is_of_what_was_described() -> None:
    before = said("What is NOME?", text="NOME ties parks around the sea together. [1]")
    query = "Which of the parks of NOME is in Iceland?"
    assert condense("and which of the parks is in Iceland?", before) == query
    # What was not spoken of may be any.
    question = "Which of the incubators take no equity?"
    assert condense(question, before) == question


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Which of them are in Lund?", "Which of SmiLe, Nerva and Kelp Yard are in Lund?"),
        ("Which one is the oldest?", "Which of SmiLe, Nerva and Kelp Yard is the oldest?"),
        ("Which is the oldest cluster?", "Which is the oldest cluster?"),
        ("Which of the members of NOME pay?", "Which of the members of NOME pay?"),
        (
            "What kind of support do they give?",
            "What kind of support do SmiLe, Nerva and Kelp Yard give?",
        ),
    ],
)
def test_names_that_are_known_are_asked_of_themselves(question: str, query: str) -> None:
    listed = said("Which incubators take no equity?", "SmiLe, Nerva, Kelp Yard",
                  stated=("SmiLe", "Nerva", "Kelp Yard"))  # fmt: skip
    assert condense(question, listed) == query


def test_members_are_of_that_of_which_somebody_was_a_member() -> None:
    before = said("Is SmiLe a member of NOME?", "Yes")
    assert condense("Which members are there in Canada?", before) == (
        "Which members of NOME are there in Canada?"
    )
    # Of SmiLe, where nothing else was spoken of.
    alone = said("What is SmiLe?", "an incubator")
    assert condense("Which members are there in Canada?", alone) == (
        "Which members of SmiLe are there in Canada?"
    )
