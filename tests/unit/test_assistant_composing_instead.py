"""Who is not what is claimed is told to be what the documents say instead."""

from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

SHELF = (
    make_document(
        "Omega Lab",
        "Omega Lab has two funders:\n\n- the Fund of Ekby\n- Region Torp\n\nIn addition to its "
        "funders, Omega Lab has two supporters:\n\n- the Sten Foundation\n- Delta\n\n"
        "Omega Lab was opened by Gamma in 2010.\n",
    ),
)
NEW = Conversation(conversation_id="new")


def _asked(question: str) -> Answer:
    spans = {"the Fund of Ekby": 6.0, "the Sten Foundation": 5.0}
    return make_assistant(SHELF, spans).ask(question, NEW).answer


def test_a_supporter_is_shown_as_one() -> None:
    answer = _asked("Is the Sten Foundation a funder of Omega Lab?")
    assert answer.short_answer == "No"
    assert "two supporters:" in answer.text
    assert "Delta" not in answer.text


def test_who_has_no_part_is_only_denied() -> None:
    answer = _asked("Is Sigma a funder of Omega Lab?")
    assert answer.short_answer == "No"
    assert "supporters" not in answer.text
