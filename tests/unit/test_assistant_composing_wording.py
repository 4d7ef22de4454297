"""Statements as they are worded: inert in Markdown, with their subject."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.composing.wording import escape_markdown, worded
from assistant.evidence.statements import statements_of
from tests.fakes_answering import make_document, make_passage
from ui.markup import render_markdown


@given(text=st.text(alphabet="ab *_[]1|<>`\\-#", max_size=30))
def test_no_text_of_a_document_becomes_markup_or_a_marker(text: str) -> None:
    html = render_markdown(f"x {escape_markdown(text)}", lambda _number: "#opened")
    assert "<strong>" not in html
    assert "#opened" not in html
    assert "<table>" not in html


@given(line=st.sampled_from(["# a", "- a", "1. a", "> a", "+ a", "12) a"]))
def test_no_text_opens_a_block(line: str) -> None:
    html = render_markdown(escape_markdown(line), lambda _number: None)
    assert html.startswith("<p>")
    assert "<li>" not in html


def test_a_sentence_without_its_subject_gets_the_title_outside_the_quote() -> None:
    document = make_document("NOME", "It began in 2015.")
    (statement,) = statements_of(make_passage(document))
    part = worded(statement, probability=0.5)
    assert part.text == "**NOME**: It began in 2015."
    assert document.text[part.quoted.start : part.quoted.end] == "It began in 2015."


def test_a_sentence_that_names_its_subject_is_left_as_it_stands() -> None:
    (statement,) = statements_of(make_passage(make_document("NOME", "The NOME network is big.")))
    assert worded(statement, probability=0.5).text == "The NOME network is big."
