"""Yes and no are told where what is asked about is named, not three sentences behind it."""

import pytest

from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
ALLIANCE = make_document(
    "Alliance",
    "Torsholm has a hospital. Omega, with its four flats, is shared with the town. "
    "In Delta twelve firms get help with their papers. They pay 20,000 kronor each for it.\n\n"
    "The loan is meant for large plants. Nothing is repaid on it in the first year.\n\n"
    "Sigma lends plants and machines. It was asked for by farmers. It lends for free.\n",
)


def _asked(question: str, at: str, *, yes: float) -> Answer:
    leanings = {at: Leaning(yes=yes, no=0.99 - yes)}
    return make_assistant((ALLIANCE,), {at: 6.0}, leanings=leanings).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "at", "yes"),
    [
        ("Is Omega free?", "20,000 kronor", 0.0),
        ("Does Omega repay anything this year?", "Nothing is repaid", 0.0),
        ("Is Omega paid for?", "20,000 kronor", 0.99),
    ],
)
def test_what_is_told_of_others_decides_nothing(question: str, at: str, yes: float) -> None:
    assert _asked(question, at, yes=yes).short_answer is None


@pytest.mark.parametrize(
    ("question", "at", "yes", "verdict"),
    [
        ("Is the help in Delta free?", "20,000 kronor", 0.0, "No"),
        ("Does Sigma lend for free?", "It lends for free", 0.99, "Yes"),
        ("Is Omega for the town alone?", "four flats", 0.0, "No"),
        ("Is anything repaid on the loan in the first year?", "Nothing is repaid", 0.0, "No"),
    ],
)
def test_what_is_told_near_by_does(question: str, at: str, yes: float, verdict: str) -> None:
    assert _asked(question, at, yes=yes).short_answer == verdict
