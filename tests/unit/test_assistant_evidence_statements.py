"""Statements: sentences and lists of a passage, with offsets that hold."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assistant.evidence.statements import StatementKind, statements_of
from tests.fakes_answering import make_document, make_passage

_LINES = st.lists(
    st.sampled_from(
        ["", "A sentence. And one more.", "It has these:", "- one", "- two. And more", "1. first",
         "a | b", "Title", "c | d", "No stop"]
    ),
    max_size=12,
).map("\n".join)  # fmt: skip


@given(text=_LINES, before=st.integers(0, 5))
def test_offsets_hold_and_statements_do_not_overlap(text: str, before: int) -> None:
    document = make_document("Title", "x" * before + text)
    statements = statements_of(make_passage(document, before))
    for statement in statements:
        assert document.text[statement.start : statement.end] == statement.text
        for item in statement.items:
            assert document.text[item.start : item.end] == item.text
            assert statement.start <= item.start < item.end <= statement.end
    ends = [statement.end for statement in statements]
    starts = [statement.start for statement in statements]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_a_list_is_one_statement_with_its_lead_in_and_items_without_markers() -> None:
    (first, listed) = statements_of(
        make_passage(make_document("X", "X is here. It has:\n\n- one\n- two"))
    )
    assert first.text == "X is here."
    assert (listed.kind, listed.lead_in) == (StatementKind.LIST, "It has:")
    assert [item.text for item in listed.items] == ["one", "two"]


def test_a_sentence_that_does_not_lead_in_stays_out_of_the_list() -> None:
    (sentence, listed) = statements_of(make_passage(make_document("X", "X is.\n- one\n- two")))
    assert (sentence.kind, listed.kind) == (StatementKind.SENTENCE, StatementKind.LIST)
    assert listed.lead_in == ""


def test_table_rows_are_one_statement() -> None:
    (table,) = statements_of(make_passage(make_document("X", "City | Member\nLund | A\nOslo | B")))
    assert (table.kind, len(table.items)) == (StatementKind.TABLE, 3)


def test_headings_state_nothing() -> None:
    document = make_document("NOME", "NOME\n\nFunding\n\nNovo funds it.")
    passage = replace(make_passage(document), heading="Money > Funding")
    assert [statement.text for statement in statements_of(passage)] == ["Novo funds it."]


def test_a_source_that_says_nothing_states_nothing() -> None:
    document = make_document("X", "X is a bid. The source does not report the outcome of the bid.")
    assert [statement.text for statement in statements_of(make_passage(document))] == [
        "X is a bid."
    ]


def test_bullets_within_one_line_part_the_items_of_a_list() -> None:
    document = make_document("Alfa", "Beta • Gamma Ltd ▪ Delta, a park\n\nUp • down. One • two.")
    first, *rest = statements_of(make_passage(document))
    assert first.kind is StatementKind.LIST
    assert [item.text for item in first.items] == ["Beta", "Gamma Ltd", "Delta, a park"]
    assert [document.text[item.start : item.end] for item in first.items] == [
        item.text for item in first.items
    ]
    assert all(one.kind is StatementKind.SENTENCE for one in rest)
