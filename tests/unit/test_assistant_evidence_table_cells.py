"""The cell of a table whose row and column a question names."""

import pytest

from assistant.model import Conversation
from tests.fakes_answering import make_assistant, make_document

VOUCHERS = make_document(
    "Growth Vouchers",
    "Growth Vouchers by year:\n\nYear | Applications | Granted | Average sum (kronor)\n"
    "2020 | 131 | 52 | 71 000\n2021 | 156 | 60 | 78 000\n\n"
    "The most common use in 2021 was a prototype (29 vouchers).",
)
BUDGET = make_document(
    "Alfa Park",
    "The figures of Alfa Park:\n\nMeasure | 2020 | 2021\nPrivate capital raised | 14 | 19\n"
    "Jobs created | 40 | 55",
)
NEW = Conversation(conversation_id="new")


def _short(question: str) -> str | None:
    assistant = make_assistant([VOUCHERS, BUDGET], {"156": 6.0, "29 vouchers": 6.0, "14": 6.0})
    return assistant.ask(question, NEW).answer.short_answer


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("How many Growth Vouchers were granted in 2021?", "60"),
        ("How many applications for Growth Vouchers were there in 2020?", "131"),
        ("What was the average sum of Growth Vouchers in 2021?", "78 000 kronor"),
        ("How much private capital was raised at Alfa Park in 2021?", "19"),
        ("How many jobs were created at Alfa Park in 2020?", "40"),
    ],
)
def test_row_and_column_choose_the_cell(question: str, cell: str) -> None:
    assert _short(question) == cell


@pytest.mark.parametrize(
    "question",
    [
        "How many Growth Vouchers were granted in 2019?",
        "How many Growth Vouchers were granted to farms in 2021?",
        "How many Growth Vouchers were refused in 2021?",
    ],
)
def test_what_the_table_does_not_hold_is_in_no_cell(question: str) -> None:
    assert _short(question) not in {"52", "60", "131", "156"}
