"""Follow-ups that pick, compare with a role or a condition, and colloquial ones."""

import pytest

from assistant.model import Turn
from assistant.question.condenser import Condensed
from assistant.question.following.condenser import FollowUpCondenser
from tests.fakes_following import (
    CONDENSER,
    KNOWN,
    LIST,
    NOME,
    MemoryNames,
    condense,
    said,
    talk,
)

FUNDERS = said("Who funds NOME?", text="By: [1]\n\n- Vinnova\n- SmiLe", titles=["NOME"])
PARTNERS = said(
    "Who are the partners of Kajen Park?",
    "Vinnova, SmiLe, Nordea",
    text="These: [1]\n\n- Vinnova\n- SmiLe\n- Nordea",
    titles=["Kajen Park"],
)


@pytest.mark.parametrize(
    "question",
    [
        "Is Nordea one of them?",
        "is nordea one of them",
        "And is Nordea also one?",
        "isn't nordea a third one?",
        "Is Nordea among those?",
        "is nordea included too?",
    ],
)
def test_one_is_asked_to_be_among_what_was_listed(question: str) -> None:
    asked = condense(question, talk(PARTNERS))
    assert asked == Condensed("Is Nordea one of the partners of Kajen Park?")


@pytest.mark.parametrize(
    ("before", "query"),
    [
        ("Who funds NOME?", "Does Nerva fund NOME?"),
        ("Who founded NOME?", "Did Nerva found NOME?"),
        ("Which new companies are in Lund?", "Is Nerva one of the new companies in Lund?"),
        ("Which parks own a lab?", "Is Nerva one of the parks that own a lab?"),
        ("List all members of NOME", "Is Nerva one of the members of NOME?"),
    ],
)
def test_who_is_among_them_depends_on_what_was_asked(before: str, query: str) -> None:
    assert condense("is nerva one of them?", talk(said(before))) == Condensed(query)


def test_nothing_asked_before_leaves_one_of_them_to_be_asked_back() -> None:
    assert condense("Is Nerva one of them?", talk()).asks_back is not None


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("And its address?", "What is the address of NOME?"),
        ("its opening hours?", "What are the opening hours of NOME?"),
        ("and their boss?", "Who is the boss of NOME?"),
        ("Who runs it day to day?", "Who runs NOME?"),
        ("who runs it now?", "Who runs NOME?"),
        ("til when does that go on?", "Until when does NOME go on?"),
        ("Which languages can I speak with them? my english is so so",
         "Which languages can I speak with NOME?"),
        ("The woman in charge of it won a title in 2023 I think, what was it?",
         "Which title did the woman in charge of NOME win in 2023?"),
        ("how many ppl work there?", "How many people work at NOME?"),
        ("which small company sits there then?", "Which small company sits at NOME then?"),
    ],
)  # fmt: skip
def test_what_is_said_around_a_question_is_left_out(question: str, query: str) -> None:
    assert condense(question, NOME) == Condensed(query)


@pytest.mark.parametrize(
    "question",
    [
        "Who runs it? I meant CAMP",
        "By the way, who funds CAMP?",
        "What is CAMP called now?",
    ],
)
def test_what_says_what_is_meant_is_kept(question: str) -> None:
    assert "CAMP" in condense(question, NOME).query


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("What does a firm with five employees pay at NOME?", "And if we grow to 30 people?",
         "What does a firm with 30 employees pay at NOME?"),
        ("What does a firm pay at NOME?", "what if it is from Norway?",
         "What does a firm pay at NOME if it is from Norway?"),
        ("Was NOME open in 2019?", "And if there are 12 of us?",
         "Was NOME open in 2019 if there are 12 of us?"),
    ],
)  # fmt: skip
def test_a_condition_is_put_to_the_last_question(before: str, question: str, query: str) -> None:
    assert condense(question, talk(said(before))) == Condensed(query)


@pytest.mark.parametrize(
    ("short", "text", "query"),
    [
        ("Ada Berg", "Ada Berg. [1]", "Who was director of NOME before Ada Berg?"),
        (None, "Ada Berg, a surgeon, leads NOME. [1]", "Who was director of NOME before Ada Berg?"),
        (None, "It is led by its members. [1]", "Who was director of NOME before?"),
    ],
)
def test_who_had_a_role_before_is_asked_of_that_role(
    short: str | None, text: str, query: str
) -> None:
    before = talk(said("Who is director of NOME?", short, text=text))
    assert condense("Who had the job before her?", before) == Condensed(query)


def test_what_for_asks_why_somebody_got_it() -> None:
    before = talk(said("Who won the NOME prize in 2023?", "Ada Berg"))
    assert condense("What for?", before) == Condensed(
        "Why did Ada Berg win the NOME prize in 2023?"
    )


def test_the_other_one_is_of_those_that_stood_side_by_side() -> None:
    both = said("Kelp Yard and Nerva are both at Kajen Park, right?")
    before = talk(both, said("How long do firms stay in Kelp Yard?"))
    assert condense("and in the other one?", before) == Condensed(
        "How long do firms stay in Nerva?"
    )


def test_the_latter_may_stand_before_its_question() -> None:
    before = talk(said("What is NOME?"), said("What is CAMP?"))
    asked = condense("the latter, what does a day cost?", before)
    assert asked == Condensed("What does a day cost at CAMP?")


def test_an_earlier_topic_is_told_by_what_its_documents_say() -> None:
    before = talk(said("What does a desk at Kelp Yard cost?"), said("Where is Nerva?"))
    asked = condense("Back to the desk incubator: who runs it?", before)
    assert asked == Condensed("Who runs Kelp Yard?")


def test_a_short_question_without_a_name_is_asked_of_what_was_spoken_of_only() -> None:
    question = "how much does the region put in?"
    asked = "How much does the region put in at NOME?"
    readings = CONDENSER.readings(question, question, NOME)
    assert (readings.ways, readings.likeliest) == ((asked,), asked)


@pytest.mark.parametrize(
    "question",
    ["Where can I rent a lab?", "how much does the region put into all houses of the town"],
)
def test_a_question_that_may_be_for_anything_is_asked_as_typed_too(question: str) -> None:
    readings = CONDENSER.readings(question, question, NOME)
    assert readings.ways[1:] == (question,)
    assert "NOME" in readings.ways[0]
    assert readings.likeliest == question


@pytest.mark.parametrize(
    "question",
    [
        "and how much money do you need?",
        "ok, we need 30 000 kronor for goals. When can we apply?",
        "So, when can we apply?",
        "Okay and is there any deadline?",
    ],
)
def test_what_is_declined_is_one_of_the_readings(question: str) -> None:
    readings = CONDENSER.readings(question, question, NOME)
    assert readings.likeliest in readings.ways


def test_what_surely_leaves_out_its_topic_is_asked_of_nothing_else() -> None:
    question = "Who is the CEO?"
    query = condense(question, NOME).query
    assert query == "Who is the CEO of NOME?"
    assert CONDENSER.readings(question, query, NOME).ways == (query,)


def test_what_a_pronoun_likeliest_stands_for_is_asked_about_first() -> None:
    before = talk(said("What is NOME?"), said("Who funds NOME?", "Vinnova"))
    for question in ("Where are they based?", "How do I get a place in the house it rents?"):
        query = condense(question, before).query
        readings = CONDENSER.readings(question, query, before)
        assert query != question
        assert readings.ways == (query, query.replace("NOME", "Vinnova"))
        assert readings.likeliest == query


@pytest.mark.parametrize("question", ["Who funds CAMP?", "Which incubators take no equity?"])
def test_a_question_that_stands_alone_has_no_other_reading(question: str) -> None:
    readings = CONDENSER.readings(question, question, NOME)
    assert readings.ways == (question,)


def test_a_first_question_has_no_other_reading() -> None:
    readings = FollowUpCondenser().readings("How much is it?", "How much is it?", talk())
    assert readings.ways == ("How much is it?",)


def test_a_noun_before_the_verb_is_taken_for_no_deed() -> None:
    before = talk(said("Which country has two members in NOME?"))
    asked = condense("Which are they?", before)
    assert asked == Condensed("Which country has two members in NOME?")


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("What does a firm pay at NOME?", "even for students?",
         "What does a firm pay at NOME for students?"),
        ("When was NOME founded?", "Is CAMP older?", "Is CAMP older than NOME?"),
        ("How many members does NOME have?", "does CAMP have more?",
         "Does CAMP have more members than NOME?"),
        ("How large is an innovation cheque?", "can i get another one next year?",
         "Can i get another innovation cheque next year?"),
        ("What is a verification voucher?", "how many can you get?",
         "How many verification vouchers can you get?"),
        ("What happened to NOME?", "how many lost their jobs?",
         "How many lost their jobs at NOME?"),
        ("What does NOME bake?", "who runs it?", "Who runs NOME?"),
        ("Who carries NOME out?", "what does it cost?", "What does NOME cost?"),
    ],
)  # fmt: skip
def test_what_a_question_leaves_out_is_put_where_it_belongs(
    before: str, question: str, query: str
) -> None:
    discourse = talk(said(before))
    asked = CONDENSER.readings(question, condense(question, discourse).query, discourse)
    assert asked.ways[0] == query


def test_how_to_answer_is_kept_behind_a_question() -> None:
    question = "Who funds CAMP? All names, please."
    assert condense(question, NOME) == Condensed(question)


def test_which_is_the_oldest_of_a_kind_says_of_what_it_asks() -> None:
    question = "Which is the oldest cluster?"
    assert condense(question, talk()) == Condensed(question)
    assert condense(question, LIST) == Condensed(question)


def test_which_is_the_oldest_alone_picks_from_the_list() -> None:
    asked = condense("Which is the oldest?", LIST)
    assert asked == Condensed("Which of SmiLe, Nerva and Kelp Yard is the oldest?")


FUNDED = said("Who funds NOME?", "Coast Foundation", titles=["NOME"])


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("does the foundation own anything else?", "Does Coast Foundation own anything else?"),
        ("Does the foundation pay?", "Does Coast Foundation pay?"),
    ],
)
def test_the_foundation_is_the_one_that_was_named(question: str, query: str) -> None:
    assert condense(question, talk(FUNDED)) == Condensed(query)


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ("Which network is in Lisbon or Osaka?", "How many went in 2023 of NOME?"),
        ("Which network does Kelp Yard run?", "How many went in 2023 of NOME?"),
        ("When did Kelp Yard open?", "How many went in 2023 of Kelp Yard?"),
    ],
)
def test_what_was_found_goes_before_what_it_was_found_by(asked: str, query: str) -> None:
    found = talk(said(asked, "NOME"))
    assert (
        CONDENSER.readings("how many went in 2023?", "how many went in 2023?", found).likeliest
        == query
    )


def test_of_is_there_any_the_one_that_is_told_to_be_such_is_spoken_of() -> None:
    text = "Yes. Vinnova is the funder of NOME, an independent mentoring network. [1]"
    asked = said("Is there any mentoring for start-ups?", "Yes", text=text, titles=["Vinnova"])
    assert condense("who pays for it?", talk(asked)) == Condensed("Who pays for NOME?")


def test_those_that_were_only_mentioned_are_asked_of_in_their_own_words() -> None:
    asked = said("Which company came out of a hackathon in Lund?", "Nerva")
    assert condense("who arranges those hackathons?", talk(asked)) == Condensed(
        "Who arranges the hackathons?"
    )
    assert condense("who arranges those dinners?", talk(asked)).asks_back is not None


def test_a_question_of_its_own_is_asked_of_plain_nouns_where_it_finds_nothing() -> None:
    asked = talk(said("How does the verification voucher work?", "for a test"))
    question = "how much do I have to pay myself?"
    assert CONDENSER.readings(question, question, asked).ways == (
        question,
        "How much do I have to pay myself for the verification voucher?",
    )
    alone = "What is open innovation?"
    assert CONDENSER.readings(alone, alone, asked).ways == (alone,)


HELD = said("Who is the manager of Kajen Park?", "Anna Berg", titles=["Kajen Park"])
OUT = said("Which company came out of NOME?", "Oklar", titles=["NOME"])
RENT = said("What does an office in Kajen Park cost?", "SEK 900", titles=["Kajen Park"])
TESTED = said("Where did Nerva test its robot?", "Kelp Yard", titles=["Nerva"])
VOUCHER = said("What is a voucher?")
NEAR = said("What does a desk at Vävstolen in Lund cost?", "1,900")
CHAIR = said("Who chairs Ocean Cluster?", "Anna Berg and Bo Ek", titles=["Ocean Cluster"])


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        (HELD, "is there a gym in his park?", "Is there a gym in Kajen Park?"),
        (OUT, "who's the boss there?", "Who's the boss at Oklar?"),
        (OUT, "which year was that?", "When did Oklar come out of NOME?"),
        (said("Did Nerva leave NOME?", "Yes"), "when was that?", "When did Nerva leave NOME?"),
        (RENT, "and in Malmö?", "What does an office in Malmö cost?"),
        (said("Who is in NOME?"), "and in Malmö?", "Who is in NOME in Malmö?"),
        (TESTED, "cool, tell me more about that place", "Tell me more about Kelp Yard"),
        (VOUCHER, "does SmiLe use those?", "Does SmiLe use a voucher?"),
        (CHAIR, "who takes over as its manager in May?",
         "Who takes over as Ocean Cluster’s manager in May?"),
        (NEAR, "and in Stockholm?", "What does a desk in Stockholm cost?"),
        (CHAIR, "deadlines?", "What are the deadlines of Ocean Cluster?"),
        (CHAIR, "working groups?", "What are the working groups of Ocean Cluster?"),
        (CHAIR, "and who had founded it?", "Who founded Ocean Cluster?"),
        (CHAIR, "how many are they at the office?", "How many people work at Ocean Cluster?"),
        (CHAIR, "Which companies are its supporting members?",
         "Which companies are the supporting members of Ocean Cluster?"),
        (CHAIR, "Where are its members based?", "Where are Ocean Cluster’s members based?"),
    ],
)  # fmt: skip
def test_what_is_meant_is_put_where_it_is_natural(before: Turn, question: str, query: str) -> None:
    assert condense(question, talk(before)).query == query


def test_names_with_and_in_them_are_one_item_each() -> None:
    started = said("Who started it?", "SmiLe and the Axel and Ada Alm Foundation")
    known = {**KNOWN.kinds, "Axel and Ada Alm Foundation": ["foundation"]}
    condenser = FollowUpCondenser(known=MemoryNames(kinds=known))
    asked = condenser.condense("tell me more about the second one", talk(started))
    assert asked == Condensed("Tell me more about Axel and Ada Alm Foundation")


@pytest.mark.parametrize(
    ("turns", "question", "query"),
    [
        ([said("Who set CAMP up?", "Vinnova")], "when was that?", "When was CAMP set up?"),
        ([said("Who founded CAMP?", "Vinnova")], "which year was that?", "When was CAMP founded?"),
        ([said("Which incubators take no equity?", stated=["SmiLe", "Nerva"])],
         "how many are they?", "How many incubators take no equity?"),
        ([said("Who are the members of NOME?")],
         "and how many is that in total?", "How many members of NOME are there?"),
        ([said("Who won the prize at Harbour Days in 2019?")],
         "and the year after that?", "Who won the prize at Harbour Days in 2020?"),
        ([said("Who won the prize at Harbour Days in 2019?")],
         "the previous year?", "Who won the prize at Harbour Days in 2018?"),
        ([said("What does a company with 30 employees pay in Ocean Cluster?")],
         "and if it's a university?", "What does a university pay in Ocean Cluster?"),
        ([said("What is a voucher?")], "how do I apply there?", "How do I apply for a voucher?"),
        ([said("What is Nerva?")], "how do I apply there?", "How do I apply to Nerva?"),
        ([said("What is Harbour Days?"),
          said("Is Harbour Days still at Kajen Park?", typed="Is it still at Kajen Park?")],
         "who pays for it?", "Who pays for Harbour Days?"),
    ],
)  # fmt: skip
def test_what_goes_on_about_the_same(turns: list[Turn], question: str, query: str) -> None:
    assert condense(question, talk(*turns)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("what's their fee?", "What's the fee of NOME?"),
        ("who's their boss?", "Who's the boss of NOME?"),
        ("whats so special about it", "What's so special about NOME"),
        ("where’s its office?", "Where’s the office of NOME?"),
    ],
)
def test_a_shortened_is_owns_nothing(question: str, query: str) -> None:
    asked = condense(question, talk(said("What does NOME do?", titles=["NOME"])))
    assert asked == Condensed(query)
