"""The groups as CSV: whole, in order, and with nothing that a spreadsheet would run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.insights.model import Asked
from assistant.insights.table import groups_table, harmless
from tests.insights_turns import ask, build, declined, disliked
from tests.payloads_ui import PAYLOADS


def rows_of(*asked: list[Asked]) -> list[dict[str, str]]:
    table = groups_table(build(*asked))
    assert table.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))


def test_each_list_has_its_rows() -> None:
    rows = rows_of(
        ask("A lab, please?", times=3, cited={"a": "Alpha"}),
        declined('A "fund"?', nearest={"b": "beta", "c": "Gamma"}),
        disliked("Which park?", "Old; really"),
    )

    assert [(row["list"], row["question"], row["count"]) for row in rows] == [
        ("asked", "A lab, please?", "3"),
        ("asked", 'A "fund"?', "1"),
        ("asked", "Which park?", "1"),
        ("declined", 'A "fund"?', "1"),
        ("disliked", "Which park?", "1"),
    ]
    assert rows[0]["quoted_documents"] == "Alpha"
    assert rows[3]["nearest_documents"] == "beta | Gamma"
    assert rows[4]["reasons"] == "Old; really"
    assert rows[0]["last_asked"] == "2026-05-20T12:00:02+00:00"


def test_an_empty_period_has_the_names_of_the_columns() -> None:
    assert rows_of() == []
    assert groups_table(build()).count("\r\n") == 1


FORMULAS = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "＋1", "－1", "＠x",
    "%0A=1", "|calc", '"=1', "'=1", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0", "\u00a0=1",
)  # fmt: skip


@pytest.mark.parametrize("typed", FORMULAS)
def test_a_formula_is_made_text(typed: str) -> None:
    assert harmless(typed) == f"'{typed}"


@pytest.mark.parametrize("typed", ["What is 1+1?", "e=mc2", "a@b", "Åland", "3", ""])
def test_other_text_stays(typed: str) -> None:
    assert harmless(typed) == typed


@given(st.text(max_size=60))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert harmless(text)[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n", "|", "%"}


def test_hostile_questions_stay_in_their_cells() -> None:
    asked = [declined(payload) for payload in (*PAYLOADS, *FORMULAS)]

    rows = rows_of(*asked)

    assert {row["list"] for row in rows} == {"asked", "declined"}
    assert all(None not in row and None not in row.values() for row in rows)
