"""Follow-ups that ask the same of somebody else, of another country, year or page."""

import pytest

from assistant.model import Turn
from assistant.question.condenser import Condensed
from tests.fakes_following import CONDENSER, condense, said, talk

PRIZE = said("Who won the Agda Prize in 2023?", "Anna Berg")


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("Is NOME a partner of Kajen Park?", "is Nerva too?", "Is Nerva a partner of Kajen Park?"),
        ("Is NOME a partner of Kajen Park?", "And is SmiLe as well?",
         "Is SmiLe a partner of Kajen Park?"),
        ("Is NOME a partner of Kajen Park?", "SmiLe too?", "Is SmiLe a partner of Kajen Park?"),
        ("Is NOME a partner of Kajen Park?", "its lab as well?",
         "Is NOME’s lab a partner of Kajen Park?"),
        ("Does NOME take part in Harbour Days?", "and its lab?",
         "Does NOME’s lab take part in Harbour Days?"),
        ("What does a company with 50 employees pay to NOME?", "universities too?",
         "What do universities pay to NOME?"),
        ("How long can a company stay at NOME?", "and researchers?",
         "How long can researchers stay at NOME?"),
        ("What does a company pay to NOME?", "and the fees?", "What are the fees of NOME?"),
        # Nobody is asked whether an address is a partner.
        ("Is NOME a partner of Kajen Park?", "and its address?", "What is the address of NOME?"),
        ("Has NOME moved to Lund?", "has SmiLe also?", "Has SmiLe moved to Lund?"),
        ("Can NOME rent labs?", "can Nerva too?", "Can Nerva rent labs?"),
        ("Which incubators take equity?", "does SmiLe too?", "Does SmiLe take equity?"),
        ("Is NOME free for adults?", "children too?", "Is NOME free for children?"),
        ("What does an office at Kajen Park cost?", "and a lab?",
         "What does a lab at Kajen Park cost?"),
    ],
)  # fmt: skip
def test_the_same_is_asked_of_another(before: str, question: str, query: str) -> None:
    assert condense(question, talk(said(before))) == Condensed(query)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Is it free too?", "Is NOME free too?"),
        ("Does SmiLe too?", "Does SmiLe too?"),
        ("Is the new lab too?", "Is the new lab too?"),
        ("Does SmiLe take equity too?", "Does SmiLe take equity too?"),
    ],
)
def test_what_asks_something_by_itself_is_not_the_same(question: str, query: str) -> None:
    assert condense(question, talk(said("Is NOME a partner of Nerva?"))).query == query


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("Which Spanish members does NOME have?", "What about Austria?",
         "Which Austrian members does NOME have?"),
        ("Which Spanish members does NOME have?", "and from Italy?",
         "Which Italian members does NOME have?"),
        ("Is there a Spanish member in NOME?", "and Estonia?",
         "Is there an Estonian member in NOME?"),
        ("Which of the parks is in Finland?", "no wait, Iceland",
         "Which of the parks is in Iceland?"),
        ("Which of the parks is in Finland?", "sorry, no, I meant Iceland",
         "Which of the parks is in Iceland?"),
        ("Which of the parks is in Finland?", "no, who runs NOME?", "no, who runs NOME?"),
        ("Does NOME work with the Netherlands?", "and the USA?", "Does NOME work with the USA?"),
        ("Does the University of Iceland work in Finland?", "and Norway?",
         "Does the University of Iceland work in Norway?"),
        ("Which Spanish members does NOME have?", "and SmiLe?",
         "Which Spanish members does SmiLe have?"),
    ],
)  # fmt: skip
def test_a_country_takes_the_place_of_another_or_its_people(
    before: str, question: str, query: str
) -> None:
    assert condense(question, talk(said(before))).query == query


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        (PRIZE, "and the year before?", "Who won the Agda Prize in 2022?"),
        (PRIZE, "who got it the year before?", "Who got the Agda Prize in 2022?"),
        (PRIZE, "who won it two years later?", "Who won the Agda Prize in 2025?"),
        (PRIZE, "and who the following year?", "Who won the Agda Prize in 2024?"),
        (PRIZE, "How many members did NOME have in the previous year?",
         "How many members did NOME have in 2022?"),
        (said("When was NOME founded?", "2012"), "how many members did it have the year after?",
         "How many members did NOME have in 2013?"),
        (PRIZE, "What did NOME do the year before it moved?",
         "What did NOME do the year before it moved?"),
        (PRIZE, "who runs the next one?", "who runs the next one?"),
        (PRIZE, "Who won in 2020 and the year before?", "Who won in 2020 and the year before?"),
        (said("Who runs NOME?"), "Who ran SmiLe the year before?",
         "Who ran SmiLe the year before?"),
    ],
)  # fmt: skip
def test_the_year_before_is_the_one_before_the_year_asked_about(
    before: Turn, question: str, query: str
) -> None:
    assert condense(question, talk(before)).query == query


@pytest.mark.parametrize(
    "question",
    ["and according to the one from 2023?", "and the 2023 one?", "and on the page from 2023?"],
)
def test_another_page_is_named_by_its_year(question: str) -> None:
    asked = talk(said("How many clusters are in NOME according to the 2018 page?"))
    query = "How many clusters are in NOME according to the 2023 page?"
    assert condense(question, asked) == Condensed(query)


MEMBERS = "Yes. These take part: [1]\n\n- NOME\n- NOME Science Park\n- Vinnova"


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        (said("Is NOME in Kajen Park?", "Yes", text=MEMBERS), "and its science park?",
         "Is NOME Science Park in Kajen Park?"),
        (said("Is NOME in Kajen Park?", "Yes", text=MEMBERS), "and its address?",
         "What is the address of NOME?"),
        (said("Who is in NOME?", "NOME Science Park", text=MEMBERS), "and its science park?",
         "What is the science park of NOME?"),
    ],
)  # fmt: skip
def test_what_is_theirs_may_be_an_item_that_was_shown(
    before: Turn, question: str, query: str
) -> None:
    assert condense(question, talk(before)) == Condensed(query)


@pytest.mark.parametrize(
    ("question", "way"),
    [
        ("what do you get as a member?", "What do you get as a member of NOME?"),
        ("how can we become a supporting partner?",
         "How can we become a supporting partner of NOME?"),
        ("Do you have to join the alliance to come along?",
         "Do you have to join the alliance to come along to NOME?"),
        ("how much do I pay as a student?", "How much do I pay as a student at NOME?"),
    ],
)  # fmt: skip
def test_one_is_a_member_of_something_and_comes_along_to_it(question: str, way: str) -> None:
    asked = talk(said("What is NOME?"))
    assert CONDENSER.readings(question, question, asked).ways[0] == way


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("What does an office at Kajen Park cost?", "parking too?",
         "Is parking included at Kajen Park?"),
        ("How much is a desk at Kelp Yard?", "and desks as well?",
         "Are desks included at Kelp Yard?"),
        ("What do members of NOME get?", "lunch too?", "Do members of NOME get lunch?"),
        ("What does Nerva offer?", "and a gym as well?", "Does Nerva offer a gym?"),
        ("What does an office at Kajen Park cost?", "for students too?",
         "What does an office at Kajen Park cost for students?"),
        ("What does an office at Kajen Park cost?", "Nerva too?",
         "What does an office at Nerva cost?"),
        ("What does an office at Kajen Park cost?", "in Lund too?",
         "What does an office at Kajen Park cost in Lund?"),
    ],
)  # fmt: skip
def test_one_thing_more_is_asked_for(before: str, question: str, query: str) -> None:
    assert condense(question, talk(said(before))).query == query
