import io

import pytest
from rich.console import Console

from assistant.api.schemas import (
    AskResponse,
    CitationOut,
    ConflictOut,
    CoverageOut,
    FoundPassage,
    NearestOut,
    SearchResponse,
)
from assistant.terminal import Screen, one_line, print_answer, print_passages, printable

CITATION = CitationOut(
    number=1,
    document_id="d",
    title="NOME",
    source="nome.md",
    heading="Start",
    page=3,
    passage_id="p",
    quote="It began\nin 2015.",
    start=10,
    end=27,
    score=0.9,
    verified=True,
)
ANSWERED = AskResponse(
    conversation_id="c",
    turn_id="t",
    question="And when?",
    query="When did NOME begin?",
    status="answered",
    answer="It began in 2015. [1]",
    short_answer="2015",
    citations=(CITATION,),
    nearest=(),
    conflicts=(),
    coverage=None,
    asks_back=(),
    timings_ms={},
)
DECLINED = ANSWERED.model_copy(
    update={
        "status": "declined",
        "answer": "The documents do not say.",
        "short_answer": None,
        "citations": (),
        "nearest": (
            NearestOut(
                passage_id="p",
                document_id="d",
                title="NOME",
                source="nome.md",
                heading=None,
                page=None,
                text="x" * 400,
                start=0,
                end=400,
                score=0.1,
            ),
        ),
    }
)


def screen(*, terminal: bool) -> tuple[Screen, io.StringIO]:
    out = io.StringIO()
    console = Console(file=out, force_terminal=terminal, width=60, highlight=False, markup=False)
    return Screen(console), out


def printed(reply: AskResponse, *, terminal: bool = False) -> str:
    to, out = screen(terminal=terminal)
    print_answer(to, reply)
    return out.getvalue()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain åäö 北京 🙂", "plain åäö 北京 🙂"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]8;;http://evil\x1b\\link\x1b]8;;\x07", "link"),
        ("\x1b]0;title\x07text", "text"),
        ("a\x1bcb", "ab"),
        ("a\x07\x08\x00\x7fb", "ab"),
        ("a\u202eb\u200bc\U000e0041", "abc"),
        ("a\ud800b", "ab"),
        ("a\r\nb\tc", "a\nb\tc"),
    ],
)
def test_what_a_terminal_would_obey_is_taken_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_one_line_has_no_line_ends() -> None:
    assert one_line(" a\n\n b\tc ") == "a b c"


def test_an_answer_is_printed_with_its_evidence() -> None:
    assert printed(ANSWERED) == (
        "Understood as: When did NOME begin?\n"
        "2015\n"
        "It began in 2015. [1]\n"
        "\n"
        "[1] NOME > Start (nome.md, page 3, characters 10-27)\n"
        "    “It began\n"
        "    in 2015.”\n"
    )


def test_the_query_is_not_repeated_when_it_is_the_question() -> None:
    assert "Understood" not in printed(ANSWERED.model_copy(update={"query": "And  when?"}))


def test_a_short_answer_that_begins_the_answer_is_said_once() -> None:
    reply = ANSWERED.model_copy(update={"short_answer": "It began in 2015"})

    assert printed(reply).count("It began in 2015") == 1


def test_a_declined_answer_says_so_and_what_came_nearest() -> None:
    text = printed(DECLINED)

    assert "The documents do not say." in text
    assert "- NOME (nome.md, characters 0-400)" in text
    assert "x" * 300 + "…" in text
    assert "x" * 301 not in text


COVERAGE = CoverageOut(checked=6, stated=("Ab",), denied=("Bc", "Cd"), silent=("De", "Ef", "Fg"))


def test_a_declined_answer_says_how_many_were_checked_and_who_says_what() -> None:
    told = printed(DECLINED.model_copy(update={"coverage": COVERAGE}))

    assert "6 checked: 1 states it, 2 deny it, 3 do not say.\n" in told
    assert "State it: Ab\nDeny it: Bc, Cd\nDo not say: De, Ef, Fg\n" in told


@pytest.mark.parametrize("terminal", [True, False])
def test_what_an_answer_counts_itself_is_said_once(*, terminal: bool) -> None:
    text = "- **Ab**: It does. [1]\n\n6 parks checked: 1 states it, 2 deny it (Bc [1], Cd [1])"
    few = ANSWERED.model_copy(
        update={"coverage": COVERAGE, "answer": f"{text}, 3 do not say (De, Ef, Fg)."}
    )
    many = few.model_copy(update={"answer": f"{text}, 3 do not say."})

    assert printed(few, terminal=terminal).count("checked") == 1
    assert "State it" not in printed(many, terminal=terminal)
    assert "Do not say" not in printed(few, terminal=terminal)
    # The text leaves many names to what stands beside it.
    assert "Do not say: De, Ef, Fg" in printed(many, terminal=terminal)


def test_documents_that_disagree_are_told_once() -> None:
    text = "The documents disagree:\n\n- A: 2015. [1]\n- B: 2016. [2]"
    conflict = ConflictOut(about="When did it begin", citation_numbers=(1, 2))
    told = printed(ANSWERED.model_copy(update={"answer": text, "conflicts": (conflict,)}))

    assert text in told
    assert told.count("disagree") == 1


def test_many_names_are_not_said_twice() -> None:
    names = ", ".join(f"Science Park {number}" for number in range(9))

    assert names not in printed(ANSWERED.model_copy(update={"short_answer": names}))


def test_on_a_terminal_a_long_place_stays_beside_its_number() -> None:
    far = CITATION.model_copy(update={"source": "corpus/documents/a-name-that-is-too-long.md"})
    lines = printed(ANSWERED.model_copy(update={"citations": (far,)}), terminal=True).split("\n")
    at = next(number for number, line in enumerate(lines) if "[1]" in line and "NOME" in line)

    assert printable(lines[at + 1]).startswith("    ")
    assert "a-name-that-is-too-long.md" in printable(lines[at + 1])


def test_a_near_passage_does_not_begin_with_the_heading_that_was_just_said() -> None:
    text = "Start\n\nIt began in 2015."
    near = DECLINED.nearest[0].model_copy(update={"heading": "NOME > Start", "text": text})

    assert "\n    It began in 2015.\n" in printed(DECLINED.model_copy(update={"nearest": (near,)}))


def test_nothing_in_an_answer_reaches_the_terminal_as_a_command() -> None:
    evil = "\x1b]0;owned\x07\x1b[2J[link=http://evil]x[/link] [a](http://evil) \u202e"
    reply = DECLINED.model_copy(
        update={
            "query": evil,
            "answer": evil,
            "short_answer": evil,
            "citations": (
                CITATION.model_copy(update={"title": evil, "quote": evil, "source": evil}),
            ),
            "nearest": (DECLINED.nearest[0].model_copy(update={"text": evil, "title": evil}),),
        }
    )

    text = printed(reply, terminal=True)

    assert "\x1b]" not in text
    assert "\x1b[2J" not in text
    assert "owned" not in text
    assert "\u202e" not in text


def test_passages_are_numbered_best_first() -> None:
    passage = FoundPassage(
        passage_id="p",
        document_id="d",
        title="NOME",
        heading=None,
        page=None,
        text="Text.",
        start=0,
        end=5,
        score=0.5,
        dense_rank=1,
        bm25_rank=None,
    )
    to, out = screen(terminal=False)
    print_passages(to, SearchResponse(query="q", passages=(passage, passage)))

    assert out.getvalue().splitlines()[::2] == [
        "1. NOME (document d, characters 0-5), score 0.500",
        "2. NOME (document d, characters 0-5), score 0.500",
    ]


def test_a_table_in_a_pipe_has_tabs_and_whole_cells() -> None:
    to, out = screen(terminal=False)
    to.rows(("a", "b"), [("x" * 100, "two\nlines")])

    assert out.getvalue() == "x" * 100 + "\ttwo lines\n"


def test_questions_to_choose_from_are_listed_when_it_asks_back() -> None:
    to, out = screen(terminal=False)
    asked = ("Who funds Alfa?", "Who funds Beta?")
    print_answer(to, DECLINED.model_copy(update={"asks_back": asked, "nearest": ()}))

    assert out.getvalue().splitlines()[-2:] == ["- Who funds Alfa?", "- Who funds Beta?"]
