"""What a word points at: out of its question or within it, and at which row of which list."""

import pytest

from assistant.model import Turn
from assistant.question.condenser import Condensed
from tests.fakes_following import NOME, condense, said, talk


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("whats so special about it", "What's so special about NOME"),
        ("is there anything so unusual about it", "Is there anything so unusual about NOME"),
        ("Which companies and universities use it?", "Which companies and universities use NOME?"),
        ("Are rent, coaching and labs part of it?", "Are rent, coaching and labs part of NOME?"),
        ("Which awards or prizes has it won?", "Which awards or prizes has NOME won?"),
        ("Which network was founded before it?", "Which network was founded before NOME?"),
        ("Which university, if any, owns it?", "Which university, if any, owns NOME?"),
        ("Which startups say that it helped them?", "Which startups say that NOME helped them?"),
        ("Who is the person who leads it?", "Who is the person who leads NOME?"),
        ("Is the company that owns it Swedish?", "Is the company that owns NOME Swedish?"),
        ("What is the reason why it exists?", "What is the reason why NOME exists?"),
    ],
)
def test_no_noun_beside_a_word_in_its_own_clause_is_what_it_points_at(
    question: str, query: str
) -> None:
    assert condense(question, NOME) == Condensed(query)


@pytest.mark.parametrize(
    "question",
    [
        "If a company joins, does it pay rent?",
        "What is a voucher and what does it cover?",
        "Is there a park and who runs it?",
        "Which company says that it pays nothing?",
        "Which company moved to Lund before it closed?",
        "Which companies say that they were helped?",
        "Who is the contact person, I'd like to send them a mail",
    ],
)
def test_what_points_at_a_noun_of_another_clause_is_left_alone(question: str) -> None:
    assert condense(question, NOME) == Condensed(question)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("What is the company that he founded?", "What is the company that Anna Berg founded?"),
        ("When the lab closed, where did he go?", "When the lab closed, where did Anna Berg go?"),
    ],
)
def test_no_company_is_he(question: str, query: str) -> None:
    assert condense(question, talk(said("Who is Anna Berg?"))) == Condensed(query)


def test_founders_that_were_asked_about_are_they() -> None:
    conversation = talk(said("Do the founders of Nerva own shares?", "Yes"))
    assert condense("Where do they work?", conversation) == Condensed(
        "Where do the founders of Nerva work?"
    )


@pytest.mark.parametrize(
    ("rows", "which", "meant"),
    [
        (
            ["Alfa Talks, which inspire many", "Alfa Summit, held every year"],
            "second",
            "Alfa Summit",
        ),
        (["Alfa (AL), opened in 2010", "Beta, now Gamma"], "first", "Alfa (AL)"),
        (["Type – Rent", "Lab – SEK 9,000", "Office – SEK 100"], "first", "Lab"),
        (
            ["Country – Member", "Spain – BIOGA", "Hong Kong – Oil and Gas Park"],
            "last",
            "Hong Kong",
        ),
    ],
)
def test_any_row_of_a_list_can_be_picked(rows: list[str], which: str, meant: str) -> None:
    text = "The parts: [1]\n\n" + "\n".join(f"- {row}" for row in rows)
    shown = said("Which parts does NOME have?", ", ".join(rows), text=text, titles=["NOME"])
    assert condense(f"Who runs the {which} one?", talk(shown)) == Condensed(f"Who runs {meant}?")


ROWS = ["Nerva, since 2007", "the Coast chair in physics at Kajen Park"]


@pytest.mark.parametrize(
    "question",
    ["Who holds that chair in physics?", "Who holds that chair?", "Who holds the second?"],
)
def test_a_thing_at_a_place_is_picked_and_not_the_place(question: str) -> None:
    text = "The two: [1]\n\n" + "\n".join(f"- {row}" for row in ROWS)
    shown = said("What does NOME support?", ", ".join(ROWS), text=text, titles=["NOME"])
    assert condense(question, talk(shown)) == Condensed(
        "Who holds the Coast chair in physics at Kajen Park?"
    )


SUPPORTED = talk(said("Which foundation is a supporter of NOME?", "Coast Foundation"))


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Is it one of the funders too?", "Is Coast Foundation one of the funders of NOME?"),
        ("Is it a founder?", "Is Coast Foundation a founder of NOME?"),
        ("Are they also among its owners?", "Is Coast Foundation also among the owners of NOME?"),
        ("Is that one also a member?", "Is Coast Foundation also a member of NOME?"),
        ("Is Vinnova one of the funders?", "Is Vinnova one of the funders of NOME?"),
    ],
)
def test_who_is_among_others_is_the_one_just_named_and_they_are_of_the_topic(
    question: str, query: str
) -> None:
    assert condense(question, SUPPORTED) == Condensed(query)


def test_whom_it_names_itself_one_is_a_member_of() -> None:
    assert condense("Is it a member?", NOME) == Condensed("Is NOME a member?")


@pytest.mark.parametrize(
    "turns",
    [
        (
            said("Who is Anna Berg?"),
            said("Where is Anna Berg’s office?", typed="Where's her office?"),
        ),
        (said("Who is Anna Berg?"), said("Where is Anna Berg’s office?")),
        (said("Where is Anna Berg’s office?", typed="Where is her office?"),),
    ],
)
def test_no_person_closes(turns: tuple[Turn, ...]) -> None:
    assert condense("What time does it close?", talk(*turns)) == Condensed(
        "What time does Anna Berg’s office close?"
    )


def test_where_a_person_was_asked_about_it_is_what_was_spoken_of_before() -> None:
    conversation = talk(said("Who leads NOME?", "Anna Berg"), said("Who is Anna Berg?"))
    assert condense("How old is it?", conversation) == Condensed("How old is NOME?")
