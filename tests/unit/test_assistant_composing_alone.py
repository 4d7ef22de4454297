"""What is told of the only one denies another; what is told of all denies one place alone."""

import pytest

from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

OMEGA = make_document(
    "Omega Network",
    "Omega Network has eleven members. Spain is the only country with two "
    "members. Hilltop Park is the only Swedish member. Omega Network is a non-profit association "
    "that covers the whole country. It holds a national award in Lund. "
    "Delta was the only sponsor until 2015. "
    "Alma Fund is one of the two funders of Omega Network; the other is the region.",
)
SIGMA = make_document("Sigma Hub", "Sigma Hub gives advice to start-ups.")
NEW = Conversation(conversation_id="new")
SPANS = {
    "eleven members": 7.0,
    "Spain": 6.0,
    "Hilltop Park": 6.0,
    "whole country": 6.0,
    "national award": 6.0,
    "Delta": 6.0,
    "Alma Fund": 6.0,
}
LEANINGS = {
    each: Leaning(yes=0.9, no=0.0)
    for each in ("Spain", "Hilltop Park", "eleven members", "Alma Fund")
}


def _asked(question: str) -> Answer:
    return make_assistant([OMEGA], SPANS, leanings=LEANINGS).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "proof"),
    [
        ("Does any other country have two members in Omega Network?", "the only country"),
        ("Does any other country have that many members of Omega Network?", "the only country"),
        ("Does Omega Network have another Swedish member?", "the only Swedish"),
        ("Is anyone else in Omega Network Swedish?", "the only Swedish"),
        ("Is Alma Fund the only funder of Omega Network?", "one of the two funders"),
        ("Is Alma Fund the only one that funds Omega Network?", "one of the two funders"),
        ("Is Omega Network only for Skåne?", "whole country"),
        ("Is Omega Network limited to people in Lund?", "whole country"),
    ],
)
def test_the_only_one_and_the_whole_deny(question: str, proof: str) -> None:
    answer = _asked(question)
    assert answer.short_answer == "No"
    assert proof in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Does Omega Network have any other members?",
        "Does any other country have members in Omega Network?",
        "Does Omega Network have another Danish member?",
        "Does Omega Network have another sponsor?",
        "Is Omega Network only for Sweden?",
        "Is Alma Fund a funder of Omega Network?",
        "Is Alma Fund the only bank that owns Omega Network?",
        "Is Alma Fund the only incubator in Omega Network?",
    ],
)
def test_the_only_one_of_fewer_denies_nothing(question: str) -> None:
    assert _asked(question).short_answer != "No"


def test_what_does_not_say_the_only_one_affirms_no_such_thing() -> None:
    assert _asked("Is Omega Network the only non-profit association?").short_answer is None
    assert _asked("Is Omega Network a non-profit association?").short_answer == "Yes"
    assert _asked("Is Hilltop Park the only Swedish member?").short_answer == "Yes"


@pytest.mark.parametrize(
    ("question", "span", "short"),
    [
        ("Is Sigma Hub only for Skåne?", "advice", None),
        ("Is Sigma Hub only for start-ups?", "advice", "Yes"),
    ],
)
def test_what_speaks_of_no_place_decides_nothing_about_one(
    question: str, span: str, short: str | None
) -> None:
    leanings = {span: Leaning(yes=0.97, no=0.0)}
    answer = make_assistant([SIGMA], {span: 6.0}, leanings=leanings).ask(question, NEW).answer
    assert (answer.short_answer, answer.status == "declined") == (short, short is None)
