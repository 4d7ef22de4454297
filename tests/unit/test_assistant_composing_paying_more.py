"""Whether some pay more than others is told of them, or of all."""

import pytest

from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
CLUSTER = make_document(
    "Vale Cluster",
    "Every member of Vale Cluster pays SEK 12,000 a year, whatever its size. "
    "Members of Vale Cluster pay half for the fair.",
)
HARBOUR = make_document(
    "Kappa Harbour",
    "Universities pay no fee at Kappa Harbour. "
    "Larger companies pay EUR 900 a day at Kappa Harbour.",
)
PARK = make_document(
    "Sigma Park", "An office at Sigma Park costs SEK 900. Parking is not included at Sigma Park."
)
SPANS = {"SEK 12,000": 6.0, "half": 6.0, "no fee": 6.0, "EUR 900": 6.0, "not included": 6.0}
LEANINGS = {
    "SEK 12,000": Leaning(yes=0.95, no=0.0),
    "half": Leaning(yes=0.95, no=0.0),
    "no fee": Leaning(yes=0.0, no=0.95),
    "EUR 900": Leaning(yes=0.95, no=0.0),
    "not included": Leaning(yes=0.0, no=0.95),
}


def _asked(question: str) -> Answer:
    pages = [CLUSTER, HARBOUR, PARK]
    return make_assistant(pages, SPANS, leanings=LEANINGS).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Do large firms have to pay more at Vale Cluster?", "No"),
        ("Do small companies pay less at Vale Cluster?", "No"),
        ("Is the fee of Vale Cluster higher for bigger companies?", "No"),
        ("Do we pay more if we are bigger at Vale Cluster?", "No"),
        ("Do all members pay the same at Vale Cluster?", "Yes"),
        ("Do universities pay less at Kappa Harbour?", "Yes"),
        ("Do universities pay more at Kappa Harbour?", "No"),
        ("Do large companies pay more at Kappa Harbour?", "Yes"),
        ("Is parking included at Sigma Park?", "No"),
    ],
)
def test_what_is_told_of_them_or_of_all_decides(question: str, said: str) -> None:
    assert _asked(question).short_answer == said


@pytest.mark.parametrize(
    "question",
    [
        "Do students pay less at Vale Cluster?",
        "Do students pay more at Kappa Harbour?",
        "Is electricity included at Sigma Park?",
    ],
)
def test_what_is_told_of_others_decides_nothing(question: str) -> None:
    assert _asked(question).short_answer not in {"Yes", "No"}
