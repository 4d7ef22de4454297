"""A label that names a task tells who is responsible for it, and for nothing wider."""

import pytest

from assistant.model import Answer, Conversation
from corpus.document import Document
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
OFFICE = make_document(
    "Innovation Office of Lund",
    "We help researchers. Head of office: Gun Asp. Life sciences: Peder Vik and Noura Hadd. "
    "Membership and Morning Talks: Tilda Roos. Verification funding: Lo Stig. We run a lab.",
)
RING = make_document("Ring", "Ring is a network. Communication: Amina Sol. Law: to be decided.")


def _asked(question: str, *documents: Document) -> Answer:
    return make_assistant(documents or (OFFICE, RING), {}).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Who is in charge of the Innovation Office of Lund?", "Gun Asp"),
        ("Who heads the Innovation Office of Lund?", "Gun Asp"),
        (
            "Who takes care of life sciences at the Innovation Office of Lund?",
            "Peder Vik and Noura Hadd",
        ),
        ("Who handles membership at the Innovation Office of Lund?", "Tilda Roos"),
        ("Who is responsible for communication at Ring?", "Amina Sol"),
    ],
)
def test_a_label_tells_who_is_responsible(question: str, short: str) -> None:
    assert _asked(question).short_answer == short


@pytest.mark.parametrize(
    "question",
    [
        "Who is in charge of Ring?",
        "Who handles law at Ring?",
        "Who handles funding at the Innovation Office of Lund?",
        "Who is responsible for communication at the Innovation Office of Lund?",
        "Who is responsible for membership of children at the Innovation Office of Lund?",
    ],
)
def test_a_label_of_another_task_or_another_place_tells_nothing(question: str) -> None:
    assert _asked(question).status == "declined"
