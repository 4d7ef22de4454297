"""What sounds like an answer and is none is not given: no reason, no such length, another deed."""

import pytest

from assistant.composing.faint import is_faint, is_list_by_chance
from assistant.composing.reasons import tells_reason
from assistant.evidence.agreement import demands_of
from assistant.evidence.ranking import Candidate
from assistant.evidence.reading import Leaning, Span
from assistant.evidence.statements import statements_of
from assistant.model import Answer, Conversation
from assistant.question.analysis import analyse
from tests.fakes_answering import make_assistant, make_document, make_passage

NEW = Conversation(conversation_id="new")
FIRM = make_document(
    "Alfa Works",
    "Kim Berg left Alfa Works in 2020 and now grows apples. "
    "The board decided in 2021 to close the bakery of Alfa Works. "
    "Alfa Works moved to Lund because the rent was lower there. "
    "Alfa Works opened a kitchen to help young cooks. "
    "The founders of Alfa Works had taken part in Delta Camp 2014. "
    "Alfa Works looks for a buyer of its brand. "
    "Alfa Works wants to win the Omega Prize. "
    "Companies that belong to Alfa Works may use the oven two days a week. "
    "A first investment by Alfa Works is between EUR 10,000 and EUR 20,000. "
    "As of 2017 Alfa Works has 150 ovens. "
    "Alfa Works opened with twelve tables. "
    "Those of the town of Elm employ some 1,900 people. "
    "Alfa Works is a company that collaborates with Vega in Malmö. "
    "A voucher of Alfa Works is worth EUR 300. The tank of Alfa Works cost EUR 38 million. "
    "Visitors of Alfa Works pay EUR 90 a day. Alfa Works holds a fair twice a year. "
    "The members' work at Alfa Works includes baking and selling.",
)
LAB = make_document(
    "Beta Lab",
    "A stay at Beta Lab is nine months. Beta Lab is a lab with a fair. "
    "Beta Lab is a partner of Zeta Circle.",
)
SPANS = {
    "grows apples": 6.0,
    "close the bakery": 6.0,
    "the rent was lower there": 6.0,
    "help young cooks": 6.0,
    "taken part": 6.0,
    "buyer": 6.0,
    "Omega Prize": 6.0,
    "two days a week": 6.0,
    "between EUR 10,000 and EUR 20,000": 6.0,
    "150 ovens": 6.0,
    "twelve tables": 6.0,
    "1,900": 6.0,
    "Vega in Malmö": 6.0,
    "nine months": 6.0,
    "baking and selling": 6.0,
    "EUR 300": 6.0,
    "EUR 38 million": 6.0,
    "EUR 90 a day": 6.0,
    "twice a year": 6.0,
    "a partner of Zeta Circle": 6.0,
}
YES = Leaning(yes=0.98, no=0.0)
LEANINGS = dict.fromkeys(("taken part", "buyer", "Omega Prize", "rent", "Vega", "Zeta"), YES)


def _asked(question: str, *spans: str) -> Answer:
    told = {text: SPANS[text] for text in spans}
    return make_assistant([FIRM, LAB], told, leanings=LEANINGS).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("Why did Kim Berg leave Alfa Works?", "grows apples"),
        ("Why was the bakery of Alfa Works closed?", "close the bakery"),
        ("How long may a company stay at Alfa Works?", "two days a week"),
        ("How much can Alfa Works invest in total?", "between EUR 10,000 and EUR 20,000"),
        ("How many ovens did Alfa Works have when it opened?", "150 ovens"),
        ("How many ovens will Alfa Works have once the kitchen is ready?", "150 ovens"),
        ("how many people live in Elm", "1,900"),
        ("Who are the members of the board of Alfa Works?", "baking and selling"),
        ("Did the founders of Alfa Works win Delta Camp in 2014?", "taken part"),
        ("Did Alfa Works find a buyer for its brand?", "buyer"),
        ("Has Alfa Works won the Omega Prize?", "Omega Prize"),
        ("Is Alfa Works based in Malmö?", "Vega in Malmö"),
        ("How often does Alfa Works open its kitchen?", "help young cooks"),
        ("What does a voucher of Alfa Works cost?", "EUR 300"),
        ("What does an hour in the tank of Alfa Works cost?", "EUR 38 million"),
        ("What is the yearly fee of Alfa Works?", "EUR 90 a day"),
        ("Which of the kitchens of Alfa Works has the most tables?", "twelve tables"),
        ("What is the name of the buyer of Alfa Works?", "buyer"),
        ("Is Beta Lab a member of Zeta Circle?", "a partner of Zeta Circle"),
    ],
)
def test_what_tells_something_near_is_no_answer(question: str, span: str) -> None:
    assert _asked(question, span).status == "declined"


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("Why did Alfa Works move to Lund?", "the rent was lower there"),
        ("Why did Alfa Works open a kitchen?", "help young cooks"),
        ("How long is a stay at Beta Lab?", "nine months"),
        ("How much does Alfa Works invest?", "between EUR 10,000 and EUR 20,000"),
        ("How many ovens does Alfa Works have?", "150 ovens"),
        ("How many tables did Alfa Works have when it opened?", "twelve tables"),
        ("how many people are employed in Elm", "1,900"),
        ("What does Alfa Works look for?", "buyer"),
        ("Did Alfa Works move to Lund?", "the rent was lower there"),
        ("Did the founders of Alfa Works take part in Delta Camp in 2014?", "taken part"),
        ("Who does Alfa Works collaborate with?", "Vega in Malmö"),
        ("How often does Alfa Works hold a fair?", "twice a year"),
        ("What does a day at Alfa Works cost?", "EUR 90 a day"),
        ("Is Beta Lab a partner of Zeta Circle?", "a partner of Zeta Circle"),
    ],
)
def test_what_tells_just_that_is_given(question: str, span: str) -> None:
    answer = _asked(question, span)
    assert answer.status == "answered"
    assert span in answer.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kim came because the food is good.", True),
        ("To help young cooks, Alfa opened a kitchen.", True),
        ("Alfa opened a kitchen so that the young stay.", True),
        ("The house is empty, as nobody could pay for it.", True),
        ("It has stood empty since nobody could pay.", True),
        ("It closed after its main financier withdrew.", True),
        ("Alfa began to bake bread.", False),
        ("Alfa has baked bread since 2018.", False),
        ("Kim moved to other towns, as of 2018.", False),
        ("Alfa decided to close in 2019.", False),
    ],
)
def test_a_reason_is_told_as_one(text: str, *, said: bool) -> None:
    statement = statements_of(make_passage(make_document("Alfa", text)))[0]
    assert tells_reason("Why was it so?", statement) is said
    assert tells_reason("Who was it?", statement)


def _candidate(text: str, *, score: float, probability: float, span: str) -> Candidate:
    passage = make_passage(make_document("Beta Park", text))
    statement = statements_of(passage)[0]
    at = text.index(span)
    found = Span(start=at, end=at + len(span), text=span, score=score)
    return Candidate(statement=statement, spans=(found,), features={}, probability=probability)


@pytest.mark.parametrize(
    ("question", "text", "span", "score", "probability", "faint"),
    [
        ("Which one has a hotel?", "Beta Park is for food.", "Beta Park", -5.4, 0.43, True),
        ("Which park is for food?", "Beta Park is for food.", "Beta Park", -5.4, 0.43, False),
        ("Which one has a hotel?", "Beta Park is for food.", "Beta Park", 1.0, 0.43, False),
        ("What has a hotel?", "Beta Park is for food.", "Beta Park", -5.4, 0.8, False),
        ("Which park is for food?", "Beta Park is for food.", "Beta Park", -9.0, 0.43, True),
        ("Which alumni are listed?", "Of them six are listed.", "six", 2.0, 0.9, True),
        ("How many are listed?", "Of them six are listed.", "six", 2.0, 0.9, False),
        (
            "Who founded Beta Park?",
            "Facts:\n- Founded: 2014\n- Employees: 35\n- Head: Ada Alm",
            "Ada Alm",
            -3.0,
            0.99,
            True,
        ),
        (
            "Who is the head of Beta Park?",
            "Facts:\n- Founded: 2014\n- Employees: 35\n- Head: Ada Alm",
            "Ada Alm",
            -3.0,
            0.99,
            False,
        ),
    ],
)
def test_what_is_neither_read_nor_asked_is_too_faint(
    question: str, text: str, span: str, score: float, probability: float, *, faint: bool
) -> None:
    one = _candidate(text, score=score, probability=probability, span=span)
    analysis = analyse(question, [one.statement.passage])
    assert is_faint(analysis, one) is faint


def test_a_place_in_an_order_is_told_by_its_number() -> None:
    one = _candidate("Beta is at number 12.", score=-0.4, probability=0.73, span="12")
    for question, faint in (("Which place has Beta got?", False), ("Which firm is it?", True)):
        assert is_faint(analyse(question, [one.statement.passage]), one) is faint


def test_a_list_answers_which_where_all_of_it_is_asked_for() -> None:
    text = "The partners are:\n- Alfa Bank\n- Beta Bank\n- Gamma Bank"
    one = _candidate(text, score=-0.9, probability=0.99, span="Alfa Bank")
    passages = [one.statement.passage]
    assert is_list_by_chance(analyse("Which of them lends an oven to bakers?", passages), one)
    assert not is_list_by_chance(analyse("Which companies are the partners?", passages), one)
    # Partners with which it deals are its partners; those who lend an oven may be others.
    assert not is_list_by_chance(analyse("Which partners does it cover?", passages), one)
    assert is_list_by_chance(analyse("Which partners lend an oven to bakers?", passages), one)
    assert is_list_by_chance(analyse("What kind of people lend an oven?", passages), one)


def test_a_condition_is_no_exception() -> None:
    plain = demands_of("What is the price of an hour if you are not a member?")
    assert not plain.is_excluded
    assert demands_of("What do they not fund?").is_excluded
