"""Of several values that are told "respectively", the one of the thing asked for is given."""

import pytest

from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

OMEGA = make_document(
    "Omega Foundation",
    "Omega Foundation gives grants in three fields: research, care and youth. In 2023 Omega "
    "Foundation gave them 19, 11 and 6 million kronor respectively. Omega Foundation runs two "
    "houses. The houses in Ekby and Torp of Omega Foundation have 40 and 25 seats respectively.",
)
NEW = Conversation(conversation_id="new")
SPANS = {"19, 11 and 6 million kronor": 6.0, "40 and 25 seats": 6.0}


def _asked(question: str) -> Answer:
    return make_assistant([OMEGA], SPANS).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How much did Omega Foundation give to research in 2023?", "19 million kronor"),
        ("How much did Omega Foundation give to care in 2023?", "11 million kronor"),
        ("How much did Omega Foundation give to youth?", "6 million kronor"),
        ("How many seats does the house of Omega Foundation in Torp have?", "25 seats"),
    ],
)
def test_the_value_in_its_place_is_given(question: str, short: str) -> None:
    assert _asked(question).short_answer == short


def test_what_names_the_things_is_shown_too() -> None:
    answer = _asked("How much did Omega Foundation give to care in 2023?")
    assert [each.quote.split()[0] for each in answer.citations] == ["Omega", "In"]


@pytest.mark.parametrize(
    "question",
    [
        "How much did Omega Foundation give to care in 2021?",
        "How much did Omega Foundation give to sports in 2023?",
        "How much did Omega Foundation give to research and care in 2023?",
    ],
)
def test_another_year_or_thing_has_no_place_there(question: str) -> None:
    assert _asked(question).short_answer not in {"19 million kronor", "11 million kronor"}
