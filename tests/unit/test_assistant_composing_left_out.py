"""Who leaves out a kind of thing denies what is of that kind, in whatever word it is asked."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

OMEGA = make_document(
    "Omega Foundation",
    "Omega Foundation does not fund basic research, travel or festivals. Omega Foundation is paid "
    "for by the region and does not accept projects about medicines. Omega Foundation never "
    "invests in shops outside Europe.",
)
NEW = Conversation(conversation_id="new")
SPANS = {"basic research": 6.0, "projects about medicines": 6.0, "shops outside": 6.0}
# The reader takes any of them for a yes.
YES = Leaning(yes=0.99, no=0.0)


class Trips:
    """Finds trips like travel."""

    def word_likeness(self, words: Sequence[str], texts: Sequence[str], /) -> NDArray[np.float32]:
        """Give 0.5 for "trip" where there is travel, else 0.1."""
        return np.array(
            [[0.5 if word == "trip" and "travel" in text else 0.1 for word in words]
             for text in texts],
            dtype=np.float32,
        )  # fmt: skip


def _asked(question: str) -> Answer:
    assistant = make_assistant([OMEGA], SPANS, leanings=dict.fromkeys(SPANS, YES))
    return replace(assistant, likeness=Trips()).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "proof"),
    [
        ("Would Omega Foundation pay for our trip to a fair?", "travel"),
        ("Does Omega Foundation fund basic research in physics?", "travel"),
        ("We plan a festival. Can we get a grant from Omega Foundation?", "travel"),
        ("I do research on a new medicine. Could I get help from Omega Foundation?", "medicines"),
        ("Does Omega Foundation invest in shops outside Europe?", "shops"),
    ],
)
def test_what_is_of_a_kind_left_out_is_denied_by_that(question: str, proof: str) -> None:
    answer = _asked(question)
    assert answer.short_answer == "No"
    assert proof in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Does Omega Foundation fund applied research?",
        "Would Omega Foundation fund a travel app?",
        "Does Omega Foundation invest in shops?",
        "Does Omega Foundation fund anything but travel?",
        "Where does Omega Foundation travel?",
    ],
)
def test_what_only_speaks_of_it_is_not(question: str) -> None:
    assert _asked(question).short_answer != "No"
