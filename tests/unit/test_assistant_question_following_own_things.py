"""Questions as people really type them: behind what they tell of themselves, and before it."""

import pytest

from assistant.question.following.own_things import describes_asker, with_own_meant
from assistant.question.following.remarks import without_afterthought, without_remark
from assistant.question.following.sentences import sentences
from tests.fakes_following import CONDENSER, DAYS, NOME, condense, said, talk

ANGELS = talk(said("What is SmiLe?"), said("What does the Coast Foundation support?"))


@pytest.mark.parametrize(
    ("turn", "asked"),
    [
        ("sounds great for a firm like ours :) who funds it?", "who funds it?"),
        ("thats not much for a cheese... can it be prolonged?", "can it be prolonged?"),
        ("Lovely. Is there a wait?", "Is there a wait?"),
        ("sounds great, that is a help.. would they take us?", "would they take us?"),
    ],
)
def test_what_is_thought_of_an_answer_is_no_part_of_the_question(turn: str, asked: str) -> None:
    assert without_remark(turn) == asked


@pytest.mark.parametrize(
    ("turn", "asked"),
    [
        ("Who is the contact, I'd like to write to them", "Who is the contact"),
        ("What's her number? need to reach her before friday", "What's her number?"),
        ("And who owns it? we're students", "And who owns it?"),
        ("who is behind it? I mean who pays", "who pays"),
        ("Who runs it, what does it cost?", "Who runs it, what does it cost?"),
        ("Who pays, if we join?", "Who pays, if we join?"),
    ],
)
def test_what_is_told_behind_a_question_is_left_out(turn: str, asked: str) -> None:
    assert without_afterthought(turn) == asked


@pytest.mark.parametrize(
    "turn",
    [
        "If we join NOME, do we have to pay?",
        "The mentors, what do they get?",
        "Besides what we heard, who funds it?",
        "Which firms take part, and is it free?",
        "Approx. how many members has it?",
        "As a student, do I have to pay?",
    ],
)
def test_a_clause_that_belongs_to_the_question_is_not_parted_from_it(turn: str) -> None:
    assert sentences(turn)[1] == [turn]


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("My wife is a researcher. When can she join?", "When can my wife join NOME?"),
        ("Our pupils live in Lund. May they join it?", "May our pupils join NOME?"),
        ("Visitors pay nothing, if I got it right, so who funds it?", "Who funds NOME?"),
        ("I'm a student from Lund, who funds it?", "Who funds NOME?"),
        ("there's six of us in the firm - who funds it?", "Who funds NOME?"),
    ],
)
def test_who_was_just_told_of_is_meant_before_what_was_spoken_of(question: str, query: str) -> None:
    assert query in CONDENSER.readings(question, condense(question, NOME).query, NOME).ways


def test_a_place_of_ones_own_is_here() -> None:
    query = condense("I live in Malmö. Do they ever do it up here?", NOME).query
    assert "in Malmö" in query


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("My boss met her.", "Where does she work?"),
        ("I read about boats.", "Are they funded?"),
        ("We saw a film.", "What is that film?"),
    ],
)
def test_what_may_mean_another_is_left_as_it_is(told: str, asked: str) -> None:
    assert with_own_meant([told], asked) == asked


@pytest.mark.parametrize(
    ("sentence", "describes"),
    [
        ("We're not in Forge, just a firm from Lund.", True),
        ("my best language is Arabic,", True),
        ("There's 65 of us on the payroll -", True),
        ("I heard of Forge.", False),
        ("We want to apply to Forge.", False),
        ("Forge is a programme.", False),
    ],
)
def test_who_asks_is_told_apart_from_what_is_asked_about(sentence: str, *, describes: bool) -> None:
    assert describes_asker(sentence) is describes


def test_a_sentence_may_go_back_to_what_was_spoken_of() -> None:
    question = "ok. Back to SmiLe then. My plan is a bakery. Do they put money in that?"
    assert condense(question, ANGELS).query == "Does SmiLe put money in a bakery?"


def test_of_oneself_yes_or_no_is_asked_of_the_topic_alone() -> None:
    question = "I run a bakery. Would we have to pay anything?"
    readings = CONDENSER.readings(question, condense(question, DAYS).query, DAYS)
    assert all("Ocean Cluster" in way or "Harbour Days" in way for way in readings.ways)


def test_a_thing_that_can_be_had_from_anybody_may_be_asked_at_large() -> None:
    question = "Can we rent a lab?"
    readings = CONDENSER.readings(question, condense(question, NOME).query, NOME)
    assert question in readings.ways


def test_a_name_may_hold_an_owner() -> None:
    before = talk(said("What is the Newcomers' Launch?"))
    assert condense("Who pays for it?", before).query == "Who pays for the Newcomers' Launch?"


def test_what_it_costs_to_do_something_is_no_thing() -> None:
    query = condense("What would it cost us to share the stand?", NOME).query
    assert "NOME cost us" not in query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("And can we apply as well?", "Can we apply at NOME as well?"),
        ("what do we pay for a day?", "What do we pay for a day at NOME?"),
        ("How big is the prize now?", "How big is the prize of NOME now?"),
    ],
)
def test_what_it_is_about_is_said_where_it_belongs(question: str, query: str) -> None:
    assert query in CONDENSER.readings(question, condense(question, NOME).query, NOME).ways


def test_which_one_asks_for_the_kind_asked_for_before() -> None:
    before = talk(said("Which company is based in the Kajen Park?", "Biomedrex"))
    query = condense("And which one works with Vecura?", before).query
    assert query == "Which company works with Vecura?"


def test_what_is_done_to_who_asks_is_done_by_an_organisation() -> None:
    typed = "Which cities can we choose between?"
    before = talk(said("Which cities of Harbour Days can we choose between?", typed=typed))
    assert condense("Would they let us in?", before).query == "Would Harbour Days let us in?"
    assert "cities" in condense("How large are they?", before).query
