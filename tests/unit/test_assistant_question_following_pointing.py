"""What a word points at: out of its question or within it, and at which row of which list."""

import pytest

from assistant.model import Turn
from assistant.question.condenser import Condensed
from assistant.question.following.condenser import FollowUpCondenser
from tests.fakes_following import CONDENSER, NOME, MemoryNames, condense, said, talk


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
        "Tell me about the voucher and its price.",
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


STARTED = talk(said("What has Kajen Park started?", text="Kajen Park started CAMP in 2012. [1]"))


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Which part of the park runs it now?", "Which part of Kajen Park runs CAMP?"),
        ("Which part of Kajen Park runs it?", "Which part of Kajen Park runs CAMP?"),
        ("Does the science park still own it?", "Does Kajen Park still own CAMP?"),
        ("Does the foundation own it?", "Does the foundation own Kajen Park?"),
        ("Does the park own its labs?", "Does Kajen Park own its labs?"),
        ("Does Vinnova own it?", "Does Vinnova own Kajen Park?"),
    ],
)
def test_what_the_same_clause_names_is_not_it(question: str, query: str) -> None:
    assert condense(question, STARTED) == Condensed(query)


def test_where_nothing_else_was_spoken_of_what_is_named_is_not_put_for_it() -> None:
    assert condense("Which part of NOME runs it?", NOME) == Condensed("Which part of NOME runs it?")


CUSTOMER = said(
    "Who is the largest customer of Alfa Labs?",
    "Sundlinjen",
    text="Its largest customer is the ferry company Sundlinjen. [1]",
)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Whom does that company fund?", "Whom does Sundlinjen fund?"),
        ("Whom does it fund?", "Whom does Alfa Labs fund?"),
    ],
)
def test_that_company_is_the_one_just_named_as_a_company(question: str, query: str) -> None:
    assert condense(question, talk(CUSTOMER)) == Condensed(query)


def test_that_incubator_is_the_topic_where_a_person_was_named() -> None:
    conversation = talk(said("Who founded Nerva?", "Anna Berg"))
    assert condense("Where is that incubator?", conversation) == Condensed("Where is Nerva?")


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Who holds that chair in physics?", "Who holds the chair in physics?"),
        ("Who holds that chair?", "Who holds the chair of NOME?"),
        ("Who runs that prize in Lund?", "Who runs the prize of NOME in Lund?"),
    ],
)
def test_a_thing_that_is_told_of_enough_stands_alone(question: str, query: str) -> None:
    assert condense(question, NOME) == Condensed(query)


WHO_WANTS = said(
    "Who wants companies to move to Lund?",
    "bring companies to Lund",
    text="Ocean Cluster works with owners to bring companies to Lund. [1]",
)


@pytest.mark.parametrize(
    "question", ["With whom do they do that?", "back to Lund: with whom do they do that?"]
)
def test_whoever_does_something_at_a_place_are_they(question: str) -> None:
    conversation = talk(WHO_WANTS, *([said("What is CAMP?")] if "back" in question else []))
    assert condense(question, conversation) == Condensed("With whom does Ocean Cluster do that?")


def test_back_at_what_acts_itself_they_are_that() -> None:
    conversation = talk(said("Who funds SmiLe?", "Vinnova"), said("What is CAMP?"))
    assert condense("back to SmiLe: do they take equity?", conversation) == Condensed(
        "Does SmiLe take equity?"
    )


def test_his_office_is_the_one_that_the_answer_calls_so() -> None:
    names = MemoryNames(kinds={"Innovation Office": ["public authority"]})
    turn = said("Who is Anna Berg?", "director", text="Innovation Office: Anna Berg. [1]")
    condensed = FollowUpCondenser(known=names).condense("Where is her office?", talk(turn))
    assert condensed == Condensed("Where is Innovation Office?")


def test_the_company_behind_talk_of_a_person_is_the_one_spoken_of() -> None:
    names = MemoryNames(kinds={"Reniva": ["company"]})
    turns = (
        said("Who founded Reniva?", "Ada Alm"),
        said("What became of Ada Alm’s co-founder?", typed="What became of her co-founder?"),
    )
    condensed = FollowUpCondenser(known=names).condense("Who owns the company?", talk(*turns))
    assert condensed == Condensed("Who owns Reniva?")


@pytest.mark.parametrize(
    ("short", "query"),
    [
        ("Ocean Cluster", "How many people work for Ocean Cluster?"),
        ("Ocean Cluster and Vinnova", "How many people work for Ocean Cluster and Vinnova?"),
        ("Anna Berg", "How many people work for NOME?"),
    ],
)
def test_people_work_for_whoever_was_asked_for_but_a_person(short: str, query: str) -> None:
    conversation = talk(said("Who runs NOME?", short))
    assert condense("How many people work for them?", conversation) == Condensed(query)


def test_what_one_has_to_belong_to_is_not_what_is_spoken_of() -> None:
    needed = said("Do I have to be a member of NOME?", "No")
    assert condense("Who runs it?", talk(said("What is CAMP?"), needed)).query == "Who runs CAMP?"
    assert condense("Who runs it?", talk(needed)).query == "Who runs NOME?"


def test_a_name_may_go_on_small() -> None:
    before = talk(said("What is Rent a researcher?"))
    assert condense("and our bill?", before).query == "What is the bill of Rent a researcher?"


@pytest.mark.parametrize(
    ("question", "ways"),
    [
        ("what do you get as a member?", ["What do you get as a member of NOME?"]),
        ("how much turnover do I need to get in?",
         ["How much turnover do I need to get into NOME?"]),
        ("do large firms have to pay more?", ["Do large firms have to pay more at NOME?"]),
        ("where can I rent a lab?", ["Where can I rent a lab at NOME?", "where can I rent a lab?"]),
    ],
)  # fmt: skip
def test_the_terms_of_joining_are_of_what_was_spoken_of(question: str, ways: list[str]) -> None:
    conversation = talk(said("What is NOME?"))
    query = condense(question, conversation).query
    assert list(CONDENSER.readings(question, query, conversation).ways) == ways


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("which firm has its premises there?", "Which firm has its premises at NOME?"),
        ("Which company has its head office there?", "Which company has its head office at NOME?"),
        ("which company runs its lab?", "Which company runs NOME’s lab?"),
        ("Which company is its owner?", "Which company is the owner of NOME?"),
    ],
)
def test_premises_that_somebody_has_somewhere_are_their_own(question: str, query: str) -> None:
    assert condense(question, NOME) == Condensed(query)
