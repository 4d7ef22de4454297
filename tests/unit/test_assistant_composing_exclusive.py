"""Whether something is of one alone: who is named beside denies that, silence does not."""

import pytest

from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

OMEGA = make_document(
    "Omega Valley",
    "Omega Valley is a Danish-Swedish cluster for the life sciences. "
    "It is owned by Region Skåne (60 per cent) and the savings bank Havbanken (40 per cent). "
    "Its offices are in House 2, Lund, and in the health centre on Malmgatan in Ystad. "
    "We run the course twice in Lund and once in Ystad.",
)
ALLIANCE = make_document(
    "Omega Valley Alliance",
    "Omega Valley Alliance is an association in Omega Valley, the cluster that spans Denmark and "
    "Sweden. Omega Valley Alliance is run by Region Skåne.",
)
SIGMA = make_document("Sigma Hub", "Sigma Hub is located in Lund. Sigma Hub belongs to Delta.")
NEW = Conversation(conversation_id="new")
SPANS = {
    "Danish-Swedish": 6.0,
    "Havbanken": 6.0,
    "House 2": 6.0,
    "the course": 6.0,
    "association": 7.0,
    "run by": 6.0,
    "located": 6.0,
    "belongs": 6.0,
}
LEANINGS = {
    each: Leaning(yes=0.9, no=0.0) for each in ("association", "run by", "located", "belongs")
}


def _asked(question: str) -> Answer:
    documents = [OMEGA, ALLIANCE, SIGMA]
    return make_assistant(documents, SPANS, leanings=LEANINGS).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "proof"),
    [
        ("Is Omega Valley only in Denmark?", "Swed"),
        ("Is Omega Valley in Sweden alone?", "Swed"),
        ("Is Omega Valley just Swedish?", "Swed"),
        ("Does Omega Valley lie entirely in Sweden?", "Swed"),
        ("Is all of Omega Valley in Sweden?", "Swed"),
        ("Is Omega Valley owned by Region Skåne alone?", "Havbanken"),
        ("Is Omega Valley only owned by Havbanken?", "Havbanken"),
        ("Are the offices of Omega Valley only in Lund?", "House 2"),
    ],
)
def test_another_one_named_beside_denies(question: str, proof: str) -> None:
    answer = _asked(question)
    assert answer.short_answer == "No"
    assert proof in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Is Omega Valley Alliance only in Denmark?",
        "Is Omega Valley Alliance run by Region Skåne alone?",
        "Is Sigma Hub only in Lund?",
        "Is Sigma Hub fully owned by Delta?",
        "Has Omega Valley just opened in Lund?",
    ],
)
def test_what_names_no_other_leaves_it_open(question: str) -> None:
    assert _asked(question).short_answer not in {"Yes", "No"}
