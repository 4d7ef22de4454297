"""Follow-ups that leave out a subject or a verb: "free for students?", "does Nerva?"."""

import pytest

from assistant.model import Conversation
from tests.fakes_following import condense, said, talk

EQUITY = "Does Kelp Yard take equity?"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("free for students?", "Is Kelp Yard free for students?"),
        ("ok. and open to everyone?", "ok. Is Kelp Yard open to everyone?"),
        ("Thanks! Financed by the region?", "Thanks! Is Kelp Yard financed by the region?"),
        ("run by whom?", "By whom is Kelp Yard run?"),
        ("financed by who?", "By whom is Kelp Yard financed?"),
        ("founded when?", "When was Kelp Yard founded?"),
        ("located where?", "Where is Kelp Yard located?"),
        ("started by the university?", "Was Kelp Yard started by the university?"),
        ("still open?", "Is Kelp Yard still open?"),
        ("cheaper for students?", "Is Kelp Yard cheaper for students?"),
        ("older than Nerva?", "Is Kelp Yard older than Nerva?"),
        ("expensive?", "What does Kelp Yard cost?"),
        ("big?", "How big is Kelp Yard?"),
        ("part of a network?", "Is Kelp Yard part of a network?"),
        ("for companies only?", "Is Kelp Yard only for companies?"),
        ("is the university involved?", "Is the university involved in Kelp Yard?"),
        ("any universities on board?", "Are there any universities on board in Kelp Yard?"),
    ],
)
def test_a_subject_that_is_left_out_is_what_was_spoken_of(question: str, query: str) -> None:
    assert condense(question, talk(said("What is Kelp Yard?"))).query == query


@pytest.mark.parametrize("question", ["free desks?", "open days?", "paid internships?"])
def test_a_noun_is_no_predicate(question: str) -> None:
    assert not condense(question, talk(said("What is Kelp Yard?"))).query.startswith("Is ")


@pytest.mark.parametrize("question", ["free for students?", "run by whom?", "expensive?"])
def test_where_nothing_was_spoken_of_nothing_is_put(question: str) -> None:
    assert condense(question, Conversation(conversation_id="new")).query == question


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        (EQUITY, "Does Nerva?", "Does Nerva take equity?"),
        (EQUITY, "and Nerva, does it?", "Does Nerva take equity?"),
        (EQUITY, "is that so at Nerva as well?", "Does Nerva take equity?"),
        (EQUITY, "does it?", EQUITY),
        (EQUITY, "so nothing at all?", EQUITY),
        (EQUITY, "not even one per cent?", EQUITY),
        (EQUITY, "did they before?", "Did Kelp Yard take equity before?"),
        (EQUITY, "do they always?", "Does Kelp Yard always take equity?"),
        (EQUITY, "do any others?", "Which incubators take equity?"),
        (EQUITY, "which incubators do?", "Which incubators take equity?"),
        (EQUITY, "don't any others?", "Which incubators take equity?"),
        (EQUITY, "which ones don't?", "Which incubators do not take equity?"),
        (EQUITY, "is there one that does?", "Which incubators take equity?"),
        (EQUITY, "and fees?", "What are the fees of Kelp Yard?"),
        ("Did Kelp Yard move to Lund?", "did any others?", "Which incubators moved to Lund?"),
        ("Is Kelp Yard a partner of NOME?", "are any others?",
         "Which incubators are a partner of NOME?"),
        ("Who runs Kelp Yard?", "does Nerva?", "Does Nerva run Kelp Yard?"),
        # Nobody asks whether an incubator does what another one is.
        ("Is Kelp Yard a partner of NOME?", "does Nerva?", "does Nerva?"),
    ],
)  # fmt: skip
def test_a_verb_that_is_left_out_is_the_last_questions(
    before: str, question: str, query: str
) -> None:
    assert condense(question, talk(said(before))).query == query


def test_who_they_are_is_asked_of_the_one_who_was_given() -> None:
    conversation = talk(said("Who runs Kelp Yard?", "Nerva"))
    assert condense("who are they?", conversation).query == "Who is Nerva?"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("what was the figure in 2021?", "How many members did NOME have in 2021?"),
        ("and what was it in 2020", "How many members did NOME have in 2020?"),
    ],
)
def test_a_figure_of_another_year_is_that_of_the_last_question(question: str, query: str) -> None:
    conversation = talk(said("How many members did NOME have in 2022?", "40"))
    assert condense(question, conversation).query == query
