"""Whether something is still there is told by its end alone, not by what it runs."""

import pytest

from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

SHELF = (
    make_document(
        "Omega", "Omega was founded in 2010. In 2019 it was decided to close Omega down."
    ),
    make_document("Sigma", "Sigma is still running two open laboratories. Sigma absorbed Delta."),
)
NEW = Conversation(conversation_id="new")


def _asked(question: str) -> Answer:
    spans = {"close Omega": 6.0, "running two": 6.0, "absorbed Delta": 6.0}
    leanings = {"running two": Leaning(yes=0.99, no=0.0)}
    return make_assistant(SHELF, spans, leanings=leanings).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is Omega still up?", "No"),
        ("Does Omega still exist?", "No"),
        ("Was Omega closed down?", "Yes"),
        ("Is Delta still around?", "No"),
    ],
)
def test_its_end_decides(question: str, verdict: str) -> None:
    assert _asked(question).short_answer == verdict


@pytest.mark.parametrize("question", ["Is Sigma still open?", "Is Sigma still running?"])
def test_what_it_runs_does_not_tell_that_it_is_there(question: str) -> None:
    assert _asked(question).short_answer is None
