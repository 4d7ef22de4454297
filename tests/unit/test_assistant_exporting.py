"""A conversation as Markdown: complete, readable, and inert whatever stands in it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.exporting import answer_markdown, markdown_of, plain
from assistant.model import (
    Answer,
    AskedTurn,
    Citation,
    ConversationRecord,
    ConversationSummary,
    Feedback,
    NearestPassage,
    Turn,
)
from tests.payloads_ui import PAYLOADS

CITATION = Citation(
    number=1,
    document_id="nome",
    title="NOME",
    source="documents/nome.md",
    heading="Facts",
    page=3,
    passage_id="p",
    quote="It began in 2015.\nIt is Nordic.",
    start=0,
    end=31,
    score=0.9,
    verified=True,
    as_of="2024-05",
)
ANSWERED = Turn(
    turn_id="t1",
    question="And when?",
    query="When did NOME begin?",
    answer=Answer(status="answered", text="**2015** [1]", citations=(CITATION,)),
)
DECLINED = Turn(
    turn_id="t2",
    question="Who won?",
    query="Who won?",
    answer=Answer(
        status="declined",
        text="The documents do not say.",
        nearest=(
            NearestPassage(
                passage_id="p",
                document_id="nome",
                title="NOME",
                source="documents/nome.md",
                heading=None,
                page=None,
                text="NOME is a network.",
                start=0,
                end=18,
                score=0.1,
            ),
        ),
    ),
)


def record(*asked: AskedTurn, title: str = "Mentors") -> ConversationRecord:
    summary = ConversationSummary(
        conversation_id="c",
        title=title,
        started_at="2026-11-21T20:39:04.123+00:00",
        updated_at="2026-11-21T20:45:00.000+00:00",
        turns=len(asked),
    )
    return ConversationRecord(summary=summary, turns=asked)


def asked(turn: Turn, feedback: Feedback | None = None) -> AskedTurn:
    return AskedTurn(turn=turn, finished_at="2026-11-21T20:45:00.000+00:00", feedback=feedback)


def tokens(markdown: str) -> list[Token]:
    """Read Markdown as a viewer does that knows tables, strikethrough and raw HTML."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    found = []
    for token in parser.parse(markdown):
        found += [token, *(token.children or ())]
    return found


def text_of(markdown: str) -> str:
    return "".join(token.content for token in tokens(markdown) if token.type == "text")


DANGEROUS = {"image", "link_open", "html_block", "html_inline", "code_inline", "fence"}


def test_a_conversation_reads_like_a_document() -> None:
    feedback = Feedback(verdict="down", reason="Too short")

    written = markdown_of(record(asked(ANSWERED, feedback), asked(DECLINED)))

    assert (
        written
        == r"""# Mentors

From 2026-11-21 20:39 to 2026-11-21 20:45 (UTC).

## 1. And when?

*Understood as:* When did NOME begin?

**2015** [1]

**Sources**

- [1] **NOME**, “Facts”, page 3, documents/nome.md, as of 2024-05

  > It began in 2015.\
  > It is Nordic.

*Found not helpful*: Too short

## 2. Who won?

The documents do not say.

**Nearest passages**

- **NOME**, documents/nome.md

  > NOME is a network.
"""
    )


def test_the_words_between_are_swedish_too() -> None:
    feedback = Feedback(verdict="up")

    written = markdown_of(record(asked(ANSWERED, feedback), asked(DECLINED)), language="sv")

    for word in ("Uppfattat som:", "**Källor**", "sida 3", "per 2024-05", "*Hjälpte*", "Närmaste"):
        assert word in written
    for word in ("Understood", "Sources", "page", "helpful", "Nearest"):
        assert word not in written


def test_a_follow_up_that_was_asked_back_shows_what_was_offered() -> None:
    answer = Answer(status="declined", text="Which one?", asks_back=("Who funds NOME?",))

    assert "- Who funds NOME?" in markdown_of(record(asked(replace(DECLINED, answer=answer))))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_was_written_is_more_than_text(payload: str) -> None:
    written = markdown_of(everywhere(payload))

    found = tokens(written)
    assert DANGEROUS & {token.type for token in found} == set()
    assert [token.tag for token in found if token.type == "heading_open"] == ["h1", "h2"]


@settings(deadline=None)
@given(st.text(alphabet="![]()<>`~*_#=-+|&;:\\ \n\t1a.\u202e/", max_size=60))
def test_no_text_breaks_out(payload: str) -> None:
    found = tokens(markdown_of(everywhere(payload)))

    assert DANGEROUS & {token.type for token in found} == set()
    assert [token.tag for token in found if token.type == "heading_open"] == ["h1", "h2"]


@settings(deadline=None)
@given(st.text(alphabet="![]()<>`~*_#=-+|&;:\\1a./", max_size=30))
def test_plain_text_reads_as_it_was_written(text: str) -> None:
    assert text_of(f"x {plain(text)}x") == f"x {text}x"


def test_the_markdown_of_answers_stays() -> None:
    answer = "**1 of 3** [1]\n\n- Munsjö [2]\n\n| who | equity |\n|---|---|\n| Munsjö | none [1] |"

    assert answer_markdown(answer) == answer


def everywhere(payload: str) -> ConversationRecord:
    """Give a conversation that holds a text in every place."""
    citation = replace(
        CITATION, title=payload, source=payload, heading=payload, quote=payload, as_of=payload
    )
    answer = Answer(
        status="answered",
        text=f"{payload} [1]\n\n{payload}",
        citations=(citation,),
        asks_back=(payload,),
    )
    turn = Turn(turn_id="t", question=payload, query=f"{payload}!", answer=answer)
    return record(asked(turn, Feedback(verdict="up", reason=payload)), title=payload)
