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


CALLS = make_document(
    "Calls",
    "Calls of the region:\n\n- Delta Cheque (Region; closed for applications since 2023)\n"
    "- Sigma Cheque (Region)\n- Gamma Voucher, closed on Mondays\n\n"
    "The first round of the Torp Prize closed in May 2022. Its office is closed in July.\n",
)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Can I still apply for Delta Cheque?", "No"),
        ("Can we apply for Delta Cheque?", "No"),
        ("Is Delta Cheque still open for applications?", "No"),
        ("Is it too late to apply for Delta Cheque?", "Yes"),
        ("Can I still apply for Sigma Cheque?", None),
        ("Can I still apply for Gamma Voucher?", None),
        ("Can I still apply for the Torp Prize?", None),
    ],
)
def test_who_takes_nobody_any_more_cannot_be_applied_for(
    question: str, verdict: str | None
) -> None:
    answer = (
        make_assistant([CALLS], {"closed for": 6.0, "closed in": 6.0}).ask(question, NEW).answer
    )
    assert answer.short_answer == verdict
    if verdict:
        assert "Sigma" not in answer.text
