"""Follow-ups become standalone: each wording with what it stands for."""

import pytest

from assistant.model import Turn
from assistant.question.condenser import Condensed, Through
from tests.fakes_following import (
    CONDENSER,
    DAYS,
    LIST,
    NOME,
    PAIR,
    SWECRIS,
    condense,
    refused,
    said,
    talk,
)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Who funds it?", "Who funds NOME?"),
        ("And who funds it?", "Who funds NOME?"),
        ("who fund it", "Who fund NOME"),
        ("ok, and who funds it then?", "Who funds NOME then?"),
        ("What are its goals?", "What are the goals of NOME?"),
        ("When was that network started?", "When was NOME started?"),
        ("Does it take equity?", "Does NOME take equity?"),
        ("Do they take equity?", "Does NOME take equity?"),
        ("do they have members", "Does NOME have members"),
        ("Are they a company?", "Is NOME a company?"),
        ("Who works there?", "Who works at NOME?"),
        ("Who else is in it?", "Who else is in NOME?"),
        ("And how many sites does it have?", "How many sites does NOME have?"),
        ("Is it free?", "Is NOME free?"),
        ("What's it for?", "What's NOME for?"),
        ("It's run by whom?", "NOME is run by whom?"),
        ("Who are their partners?", "Who are the partners of NOME?"),
        ("Which companies are in their network?", "Which companies are in NOME’s network?"),
        ("Does Vinnova fund it?", "Does Vinnova fund NOME?"),
        ("Is Vinnova one of its partners?", "Is Vinnova one of NOME’s partners?"),
        ("how long can one stay there?", "How long can one stay at NOME?"),
        ("who moved there?", "Who moved to NOME?"),
    ],
)
def test_a_word_that_points_back_gets_what_was_asked_about(question: str, query: str) -> None:
    assert condense(question, NOME) == Condensed(query)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Since when?", "Since when does NOME exist?"),
        ("Where?", "Where is NOME?"),
        ("And how many sites?", "How many sites does NOME have?"),
        ("And who is the CEO?", "Who is the CEO of NOME?"),
        ("Who is the CEO?", "Who is the CEO of NOME?"),
        ("How many members are there?", "How many members of NOME are there?"),
        ("Is there a membership fee?", "Is there a membership fee at NOME?"),
        ("Which members are in Canada?", "Which members of NOME are in Canada?"),
        ("Tell me more", "Tell me more about NOME"),
        ("more details please", "Tell me more about NOME"),
        ("What about the fees?", "What are the fees of NOME?"),
        ("and the budget?", "What is the budget of NOME?"),
        ("What about CAMP?", "What is CAMP?"),
        ("And CAMP?", "What is CAMP?"),
        ("CAMP?", "What is CAMP?"),
        ("and camp?", "What is CAMP?"),
        ("what about cam", "What is CAMP?"),
        ("Same question for CAMP", "What is CAMP?"),
        ("CAMP then?", "What is CAMP?"),
        ("sorry, I meant CAMP", "What is CAMP?"),
        ("no, CAMP", "What is CAMP?"),
    ],
)
def test_what_is_left_out_is_what_was_asked_about(question: str, query: str) -> None:
    assert condense(question, NOME) == Condensed(query)


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("Who funds NOME?", "What about CAMP?", "Who funds CAMP?"),
        ("Who funds the NOME network?", "And CAMP?", "Who funds the CAMP network?"),
        ("Does SmiLe take equity?", "and Nerva?", "Does Nerva take equity?"),
        ("Does SmiLe take equity?", "How about at Nerva?", "Does Nerva take equity?"),
        ("Which camps does CAMP hold?", "What about NOME?", "Which camps does NOME hold?"),
        ("Which incubators are in Lund?", "and in Malmö?", "Which incubators are in Malmö?"),
        ("Which incubators are in Lund?", "What about Malmö?", "Which incubators are in Malmö?"),
        ("Which incubators are there?", "and in Malmö?", "Which incubators are there in Malmö?"),
        ("Which incubators are in Lund?", "what about accelerators?",
         "Which accelerators are in Lund?"),
        ("Which incubators take equity?", "What about SmiLe?", "Does SmiLe take equity?"),
        ("Which incubators are free?", "And SmiLe?", "Is SmiLe free?"),
        ("How many people came to Harbour Days in 2022?", "and in 2023?",
         "How many people came to Harbour Days in 2023?"),
        ("What does a desk cost at SmiLe?", "for students?",
         "What does a desk cost at SmiLe for students?"),
        ("What does a bench cost at SmiLe?", "and an office?",
         "What does an office cost at SmiLe?"),
        ("How many people came to Harbour Days?", "And 2023?",
         "How many people came to Harbour Days in 2023?"),
        ("What does a desk cost at Kelp Yard?", "and for students?",
         "What does a desk cost at Kelp Yard for students?"),
        ("Who is the CEO of SmiLe?", "and the chair?", "Who is the chair of SmiLe?"),
        ("When does Harbour Days open?", "oh sorry, I meant CAMP", "When does CAMP open?"),
        ("Does SmiLe work with Vinnova?", "and with Coast Foundation?",
         "Does SmiLe work with Coast Foundation?"),
        ("Is Vinnova a funder of NOME?", "And of CAMP?", "Is Vinnova a funder of CAMP?"),
    ],
)  # fmt: skip
def test_the_last_question_is_asked_of_something_else(
    before: str, question: str, query: str
) -> None:
    assert condense(question, talk(said(before))) == Condensed(query)


@pytest.mark.parametrize(
    ("before", "short", "question", "query"),
    [
        ("Who operates SweCris?", "Research Council", "Since when?",
         "Since when does Research Council operate SweCris?"),
        ("Who founded SmiLe?", "Vinnova", "When?", "When did Vinnova found SmiLe?"),
        ("Who founded SmiLe?", None, "When?", "When was SmiLe founded?"),
        ("Does SmiLe take equity?", "No", "Why?", "Why does SmiLe not take equity?"),
        ("Does SmiLe take equity?", "Yes", "How much?", "How much equity does SmiLe take?"),
        ("Does NOME have members?", "Yes", "how many?", "How many members does NOME have?"),
        ("Does NOME have partners?", "Yes", "Which ones?", "Which partners does NOME have?"),
        ("Can companies stay at SmiLe?", "Yes", "For how long?",
         "For how long can companies stay at SmiLe?"),
        ("When is Harbour Days held?", "May", "Where?", "Where is Harbour Days held?"),
        ("What does SmiLe make?", None, "Where?", "Where does SmiLe make?"),
        ("When was NOME founded?", "2015", "And by whom?", "By whom was NOME founded?"),
        ("How many members does NOME have?", "54", "which ones?",
         "Which members does NOME have?"),
        ("Do members of NOME pay a fee?", "Yes", "How much?",
         "How much of a fee do members of NOME pay?"),
        ("Who funds NOME?", "Vinnova", "Who else?", "Who else funds NOME?"),
        ("Does SmiLe take equity?", "No", "Are you sure?", "Does SmiLe take equity?"),
    ],
)  # fmt: skip
def test_a_bare_word_asks_more_of_the_last_question(
    before: str, short: str | None, question: str, query: str
) -> None:
    assert condense(question, talk(said(before, short))) == Condensed(query)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("When did the second one open?", "When did Nerva open?"),
        ("and the second one?", "Tell me about Nerva"),
        ("Where is the last of them?", "Where is Kelp Yard?"),
        ("What does number three cost?", "What does Kelp Yard cost?"),
        ("Who runs the first incubator?", "Who runs SmiLe?"),
        ("Which of them are in Lund?", "Which of SmiLe, Nerva and Kelp Yard are in Lund?"),
        ("and which of these have a lab?", "Which of SmiLe, Nerva and Kelp Yard have a lab?"),
        ("Do they charge a fee?", "Which of SmiLe, Nerva and Kelp Yard charge a fee?"),
        ("Are they in Lund?", "Which of SmiLe, Nerva and Kelp Yard are in Lund?"),
        ("Where are they based?", "Where are SmiLe, Nerva and Kelp Yard based?"),
        ("Who funds these incubators?", "Who funds SmiLe, Nerva and Kelp Yard?"),
        ("Which one is the oldest?", "Which of SmiLe, Nerva and Kelp Yard is the oldest?"),
    ],
)
def test_a_list_is_picked_from(question: str, query: str) -> None:
    assert condense(question, LIST) == Condensed(query)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Where is the former?", "Where is SmiLe?"),
        ("Does the latter take equity?", "Does Nerva take equity?"),
        ("Which one is bigger?", "Which of SmiLe and Nerva is bigger?"),
        ("Do both take equity?", "Which of SmiLe and Nerva take equity?"),
        ("Who funds them?", "Who funds SmiLe and Nerva?"),
    ],
)
def test_a_pair_is_picked_from(question: str, query: str) -> None:
    assert condense(question, PAIR) == Condensed(query)


def test_the_others_are_those_that_were_not_asked_about_since() -> None:
    first = said("When did SmiLe open?", "2014", typed="When did the first one open?")
    query = "When did Nerva and Kelp Yard open?"

    assert condense("and the others?", talk(*LIST.turns, first)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("How many members does it have?", "How many members does Ocean Cluster have?"),
        ("When is it held?", "When is Harbour Days held?"),
        ("What is that?", "What is Ocean Cluster?"),
        ("when did that open?", "When did Ocean Cluster open?"),
        ("Who chairs that cluster?", "Who chairs Ocean Cluster?"),
        ("Where is its organiser based?", "Where is Ocean Cluster based?"),
        ("what does that event cost?", "What does Harbour Days cost?"),
        ("back to Harbour Days: what does a stand cost?",
         "What does a stand cost at Harbour Days?"),
        ("Back to the event, who visits it?", "Who visits Harbour Days?"),
        ("Back to the first one please. What does a stand there cost?",
         "What does a stand at Harbour Days cost?"),
        ("to the previous one again: who visits it?", "Who visits Harbour Days?"),
    ],
)  # fmt: skip
def test_an_answer_can_be_what_is_meant(question: str, query: str) -> None:
    assert condense(question, DAYS) == Condensed(query)


def test_the_topic_stays_the_topic_when_nothing_tells_otherwise() -> None:
    assert condense("Who uses it?", SWECRIS) == Condensed("Who uses SweCris?")


@pytest.mark.parametrize(
    ("turns", "question", "query"),
    [
        ([said("Who funds NOME?"), said("Who is Tove Almgren?")],
         "who runs the network today?", "Who runs NOME today?"),
        ([said("What is NOME?")],
         "what does the network offer its members?", "What does NOME offer its members?"),
        ([said("What is NOME?")],
         "does the network invest in labs?", "Does NOME invest in labs?"),
        ([said("What happens at Kelp Yard's AI Clinic?")],
         "is it free? we're 60 people", "Is Kelp Yard's AI Clinic free?"),
        ([said("What is CAMP?")],
         "which cities can one go to?", "Which cities can one go to at CAMP?"),
    ],
)  # fmt: skip
def test_what_was_spoken_of_is_asked_about(turns: list[Turn], question: str, query: str) -> None:
    readings = CONDENSER.readings(question, condense(question, talk(*turns)).query, talk(*turns))
    assert readings.ways[0] == query


def test_cities_with_something_are_asked_for_anywhere() -> None:
    question = "Which cities have a science park?"
    assert CONDENSER.readings(question, question, talk(said("What is CAMP?"))).ways == (question,)


def test_the_head_office_is_no_head() -> None:
    condensed = condense("Where's the head office?", talk(said("What is Kelp Yard?")))
    assert condensed == Condensed("Where's the head office of Kelp Yard?")


def test_who_has_a_role_that_no_answer_named_has_to_be_asked_first() -> None:
    condensed = condense("Where is its organiser based?", talk(said("What is Harbour Days?")))

    assert condensed.query == "Where is Harbour Days’ organiser based?"
    assert condensed.through == Through(
        question="Who is the organiser of Harbour Days?", rest="Where is {} based?"
    )


@pytest.mark.parametrize(
    ("turns", "question", "query"),
    [
        ([said("Who is the head of SmiLe?", "Anna Berg")], "Where did she work before?",
         "Where did Anna Berg work before?"),
        ([said("Who is the head of SmiLe?", "Anna Berg")], "What is her background?",
         "What is Anna Berg’s background?"),
        ([said("When was SmiLe founded?", "2014")], "Who else began that year?",
         "Who else began in 2014?"),
        ([said("What does Vinnova finance?", titles=["CAMP"])], "Who runs that project?",
         "Who runs CAMP?"),
        ([refused("Does Nerva have a gym?")], "Who runs it?", "Who runs Nerva?"),
        ([said("What is NOME?"), refused("Tell me about Blorp Systems")], "Who runs it?",
         "Who runs Blorp Systems?"),
        ([said("Which parks are in Lund?", stated=["Kajen Park"])],
         "what does the first one cost?", "What does Kajen Park cost?"),
        ([said("Who owns Reniva?")], "What does the company make?", "What does Reniva make?"),
        ([said("Who organises Harbour Days?", "SmiLe and Nerva")],
         "Where are the organisers based?", "Where are SmiLe and Nerva based?"),
        ([said("When did SmiLe open?"), said("When did Nerva open?")], "Which one is older?",
         "Which of SmiLe and Nerva is older?"),
        ([said("What is open innovation?")], "Who supports it?",
         "Who supports open innovation?"),
        ([said("How many mentors of NOME are there?", "30", typed="How many mentors are there?")],
         "Are they paid?", "Are the mentors of NOME paid?"),
        ([said("Which parks are in Lund?"), said("What is NOME?")],
         "and the first network we spoke about?", "What is NOME?"),
        ([said("What is SmiLe?"), said("What is NOME?"), said("Who funds NOME?", "Vinnova")],
         "Does the incubator we talked about take equity?", "Does SmiLe take equity?"),
    ],
)  # fmt: skip
def test_earlier_turns_say_what_is_meant(turns: list[Turn], question: str, query: str) -> None:
    assert condense(question, talk(*turns)) == Condensed(query)


BOTH = "Are NOME and CAMP both in Lund?"


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ([BOTH, "How big is CAMP?"], "and the other one?", "How big is NOME?"),
        ([BOTH, "How big is CAMP?"], "Does the other one pay?", "Does NOME pay?"),
        (["What is NOME?"], "not that, I meant CAMP. who funds it?", "Who funds CAMP?"),
        (["What is NOME?"], "I meant the site map. Who made that?", "Who made the site map?"),
        (["What is NOME?"], "until when does that go on", "Until when does NOME go on"),
        (["What is NOME?"], "Who is the former CEO of SmiLe?", "Who is the former CEO of SmiLe?"),
        (["What is NOME?"], "Vilka universitet finns det?", "Vilka universitet finns det?"),
    ],
)  # fmt: skip
def test_the_other_of_two_a_correction_and_what_is_no_pointer(
    before: list[str], question: str, query: str
) -> None:
    assert condense(question, talk(*(said(one) for one in before))) == Condensed(query)


def test_what_was_just_named_and_since_when_take_the_answer() -> None:
    named = said("Who is the CEO of SmiLe?", "Ann Berg")
    assert condense("since when?", talk(named)).query == "Since when is Ann Berg the CEO of SmiLe?"
    customer = said("Who is the biggest customer of NOME?", "SmiLe")
    told = condense("did the company you just named start it?", talk(customer)).query
    assert told.startswith("Did SmiLe start")


def test_the_other_one_of_nothing_is_asked_back() -> None:
    assert condense("same for the other one?", talk()).asks_back is not None


def test_the_newest_topic_is_meant_also_where_the_documents_say_more_of_an_earlier_one() -> None:
    asked = talk(said("What is Ocean Cluster?"), said("When did SmiLe open?"))
    assert condense("How many members does it have?", asked).query == (
        "How many members does SmiLe have?"
    )
