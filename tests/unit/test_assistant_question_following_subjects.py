"""What was asked about, or asked for, stays what is meant, whatever else an answer named."""

import pytest

from assistant.model import Conversation
from assistant.question.condenser import Condensed
from assistant.question.following.condenser import FollowUpCondenser
from tests.fakes_following import NOME, MemoryNames, condense, refused, said, talk

TESTBED = talk(said("What is SweCris?", "Kaj Lab", titles=["SweCris", "Ocean Cluster"]))
HEAD = talk(refused("Who is the managing director of NOME?"))
BANK = talk(said("Who looks after the Coast Foundation's capital?", "Sparbanken Orn"))
PRIZE = talk(refused("Who won the Lantern Prize in 2023?"))


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Which illness is it about?", "Which illness is SweCris about?"),
        ("Do I need to pay for that?", "Do I need to pay for SweCris?"),
        ("When did that begin?", "When did SweCris begin?"),
    ],
)
def test_after_what_is_it_the_answer_is_not_what_is_meant(question: str, query: str) -> None:
    assert condense(question, TESTBED) == Condensed(query)


def test_after_which_company_the_answer_is_what_is_meant() -> None:
    conversation = talk(said("What company came out of CAMP?", "Vinnova"))
    assert condense("When did it start?", conversation) == Condensed("When did Vinnova start?")


@pytest.mark.parametrize(
    ("asked", "question", "query"),
    [
        ("Is Alfa in CAMP?", "Which firm does it do research with?",
         "Which firm does Alfa do research with?"),
        ("Does Alfa belong to CAMP?", "Which course does it teach?",
         "Which course does Alfa teach?"),
        ("Is Alfa in CAMP?", "How long did it last?", "How long did CAMP last?"),
        ("Is Alfa in CAMP?", "Who pays for its firm?", "Who pays for CAMP’s firm?"),
        ("Is Harbour Days in CAMP?", "Which firm does it research?",
         "Which firm does CAMP research?"),
    ],
)  # fmt: skip
def test_of_one_in_a_project_is_asked_what_no_project_does(
    asked: str, question: str, query: str
) -> None:
    names = MemoryNames(
        kinds={"Alfa": ["university"], "CAMP": ["project"], "Harbour Days": ["event"]},
        texts={"CAMP": "A firm pays for research and a course to teach, and it may last long."},
    )
    condenser = FollowUpCondenser(known=names)
    assert condenser.condense(question, talk(said(asked, "Yes"))) == Condensed(query)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Who stands in for him?", "Who stands in for the managing director of NOME?"),
        ("When did she start?", "When did the managing director of NOME start?"),
        ("What is her name?", "What is the managing director of NOME’s name?"),
    ],
)
def test_a_person_nobody_named_is_who_has_the_role(question: str, query: str) -> None:
    assert condense(question, HEAD) == Condensed(query)


@pytest.mark.parametrize(
    "conversation", [PRIZE, talk(refused("Who is NOME?")), talk(refused("Who set up NOME?"))]
)
def test_no_prize_is_she(conversation: Conversation) -> None:
    assert condense("In how many halls is her system used?", conversation).asks_back


def test_that_bank_is_one_whose_name_says_so() -> None:
    assert condense("Did that bank help as well?", BANK) == Condensed(
        "Did Sparbanken Orn help as well?"
    )
    assert "Sparbanken" not in condense("Did that region help as well?", BANK).query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("how many companies can join?", "How many companies can join NOME?"),
        ("Which start-ups have joined?", "Which start-ups have joined NOME?"),
        ("Which companies joined?", "Which companies joined NOME?"),
        ("How many firms have taken part?", "How many firms have taken part in NOME?"),
        ("which universities take part in CAMP?", "which universities take part in CAMP?"),
        (
            "Which networks can a company join in Lund?",
            "Which networks can a company join in Lund?",
        ),
    ],
)
def test_what_one_joins_is_what_was_spoken_of(question: str, query: str) -> None:
    assert condense(question, NOME).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Who was project manager when it was built?",
         "Who was project manager when NOME was built?"),
        ("Who was chair before it closed?", "Who was chair before NOME closed?"),
        ("Which lab moved when it was sold?", "Which lab moved when it was sold?"),
    ],
)  # fmt: skip
def test_nobody_is_it(question: str, query: str) -> None:
    assert condense(question, NOME) == Condensed(query)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("back to the co-working space: who owns it?", "Who owns Park Novum?"),
        ("Back to the co-working space: what theme did the programme have?",
         "What theme did the programme of Park Novum have?"),
    ],
)  # fmt: skip
def test_one_goes_back_to_a_thing_by_a_kind_of_two_words(question: str, query: str) -> None:
    names = MemoryNames(kinds={"Park Novum": ["coworking space"], "Agenda": ["strategy"]})
    conversation = talk(said("What is Park Novum?"), said("What is Agenda?"))
    assert FollowUpCondenser(known=names).condense(question, conversation) == Condensed(query)


@pytest.mark.parametrize(
    ("asked", "question", "query"),
    [
        ("Which programme does Vinnova fund?", "What does that programme cost?",
         "What does CAMP cost?"),
        ("Which research programme does Vinnova fund?", "When did this programme start?",
         "When did CAMP start?"),
        ("Which programme does Vinnova fund?", "Where is that hospital?",
         "Where is the hospital of CAMP?"),
    ],
)  # fmt: skip
def test_what_was_asked_for_by_a_noun_is_that(asked: str, question: str, query: str) -> None:
    conversation = talk(said(asked, "CAMP", text="Vinnova funds CAMP, which is about ATMPs. [1]"))
    assert condense(question, conversation) == Condensed(query)


def test_no_park_is_the_party() -> None:
    names = MemoryNames(kinds={"Park Novum": ["park", "coworking space"], "Agenda": ["strategy"]})
    conversation = talk(said("What is Park Novum?"), said("What is Agenda?"))
    question = "Back to the co-working space: what theme did the party have?"
    assert FollowUpCondenser(known=names).condense(question, conversation) == Condensed(
        "What theme did the party of Park Novum have?"
    )


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ("Which bank sponsors NOME?", "Where is the bank that sponsors NOME?"),
        ("Which bank is a partner of NOME?", "Where is the bank that is a partner of NOME?"),
        ("Which bank does NOME use?", "Where is the bank?"),
        ("Which bank was NOME sponsored by?", "Where is the bank?"),
    ],
)
def test_what_nobody_could_name_is_the_one_asked_for(asked: str, query: str) -> None:
    assert condense("Where is that bank?", talk(refused(asked))) == Condensed(query)
