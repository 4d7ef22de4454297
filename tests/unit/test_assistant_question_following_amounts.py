"""Follow-ups about an amount: of another time, of each, with what, and the one just told."""

import pytest

from assistant.model import Conversation, Turn
from tests.fakes_following import condense, said, talk

DAY = said("How much does a day at Test Bay cost?", "EUR 900 a day")
FEE = said("What is the fee per month of Kelp Yard?", "SEK 1,500")
STAY = said("How long can one stay at Kelp Yard?", "24 months")


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        (DAY, "half a day?", "How much does half a day at Test Bay cost?"),
        (DAY, "and for a week?", "How much does a week at Test Bay cost?"),
        (DAY, "per week?", "How much does a week at Test Bay cost?"),
        (DAY, "two days?", "How much do two days at Test Bay cost?"),
        (DAY, "per person?", "How much does a day at Test Bay cost per person?"),
        (FEE, "per year?", "What is the fee per year of Kelp Yard?"),
        (FEE, "for two years?", "What is the fee for two years of Kelp Yard?"),
        (said("What does NOME cost?"), "a year?", "What does NOME cost for a year?"),
        (said("What does NOME cost?"), "per year?", "What does NOME cost per year?"),
    ],
)
def test_a_price_is_asked_of_another_time_or_of_each(
    before: Turn, question: str, query: str
) -> None:
    assert condense(question, talk(before)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("is that with VAT?", "Is VAT included at Test Bay?"),
        ("including VAT?", "Is VAT included at Test Bay?"),
        ("before tax?", "Is tax included at Test Bay?"),
        ("without lunch?", "Is lunch included at Test Bay?"),
        ("is that per person?", "Is EUR 900 a day per person at Test Bay?"),
        ("is that the maximum?", "Is EUR 900 a day the maximum at Test Bay?"),
        ("is that a lot?", "Is EUR 900 a day a lot at Test Bay?"),
        ("is that a day?", "How much does a day at Test Bay cost?"),
        ("is that per day or per week?", "How much does a day at Test Bay cost?"),
        ("who pays that?", "Who pays for Test Bay?"),
        ("why so expensive?", "Why is Test Bay so expensive?"),
    ],
)
def test_what_a_told_price_is_of_is_asked(question: str, query: str) -> None:
    assert condense(question, talk(DAY)).query == query


@pytest.mark.parametrize("question", ["two years?", "24 months?", "only 24?"])
def test_a_number_that_is_doubted_is_asked_for_again(question: str) -> None:
    assert condense(question, talk(STAY)).query == STAY.query


def test_a_number_that_was_not_told_is_no_doubt() -> None:
    assert condense("36?", talk(STAY)).query != STAY.query


@pytest.mark.parametrize("question", ["half a day?", "per person?", "is that with VAT?"])
def test_without_a_price_before_no_price_is_asked(question: str) -> None:
    assert condense(question, Conversation(conversation_id="new")).query == question
    assert "cost" not in condense(question, talk(said("Who runs Kelp Yard?"))).query
