"""Parts of a year: what is so except in July, or from May to October, is told of each month."""

import pytest

from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

WORKS = make_document(
    "Our programmes",
    "Omega Works helps founders in heavy things. Forge Nights are open to everybody. "
    "On the last Wednesday of each month, except in July and December, the big hall is lit.",
)
ALFA = make_document(
    "Alfa Angels",
    "Alfa Angels is a network. "
    "Pitch evenings are held on the last Wednesday of every month, July and December excepted.",
)
LAKE = make_document(
    "Sigma Lake",
    "Sigma Lake is a bay. Robots are tested here from May to October. Applications close in May. "
    "Eva Ek is on leave from June to December.",
)
NEWS = make_document("News", "24 April: Forge Night with sausage.")
NEW = Conversation(conversation_id="new")
SPANS = {"last Wednesday": 6.0, "from May": 6.0, "24 April": 7.0, "from June": 6.0}


def _asked(question: str) -> Answer:
    return make_assistant([WORKS, ALFA, LAKE, NEWS], SPANS).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is there a Forge Night in July?", "No"),
        ("Is there a Forge Night in August?", "Yes"),
        ("Can I come to a Forge Night in December?", "No"),
        ("Does Alfa Angels hold a pitch evening in July?", "No"),
        ("Does Alfa Angels hold a pitch evening in March?", "Yes"),
        ("Are robots tested in Sigma Lake in July?", "Yes"),
        ("Are robots tested in Sigma Lake in winter?", "No"),
    ],
)
def test_a_part_of_the_year_is_compared_with_what_is_left_out(question: str, verdict: str) -> None:
    answer = _asked(question)
    assert answer.short_answer == verdict
    assert "April" not in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Does Alfa Angels hold a pitch evening in summer?",
        "Is there a Delta Night in July?",
        "Can I apply to Sigma Lake in July?",
        "Does Omega Works hold a pitch evening in July?",
        "Is there a Forge Night on a Monday in May 2031?",
    ],
)
def test_what_is_not_told_of_it_decides_nothing(question: str) -> None:
    assert _asked(question).short_answer not in {"Yes", "No"}
