import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Dr. Anna Berg and Prof. Li lead it.",
        "It has e.g. labs, i.e. rooms with machines, approx. 20 of them.",
        "It is near St. Louis.",
        "See No. 5 and Fig. 3 on pp. 12.",
        "Jan. 5 is the day.",
        "SmiLe vs. Mobile Heights.",
        "Labs, offices etc. are let.",
        "Acme Inc. Sweden and Beta Ltd. of Lund.",
        "The U.S. Department of Health.",
        "J. R. R. Tolkien wrote it.",
        "It costs 1.5 million, version 2.0.1.",
        "Visit www.example.com/a.html today.",
        "Det gäller bl.a. Vinnova, t.ex. Region Skåne, dvs. alla.",
        "Ca. 20 m.fl. är med.",
        "Kl. 10 den 3. maj öppnar de.",
        "He said “Really?” and left.",
        "Yahoo! is here.",
        "Wait... what?",
        "1. First item",
        "- 12. Twelfth item",
        "Lab A. B. | Founded in 2001. By Vinnova. | Open",
    ],
)
def test_this_is_one_sentence(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It opened in 2007.", "The lab is new."),
        ("It has labs, offices etc.", "Vinnova pays."),
        ("They moved to the U.S.", "They liked it."),
        ("It belongs to Acme Inc.", "The owner is Swedish."),
        ("Why?", "Because."),
        ("What?!", "No."),
        ("They waited…", "Nothing came."),
        ("“It opened.”", "They came."),
        ("(It opened.)", "They came."),
        ("It ended (in 2007).", "“New” is better."),
        ("No.", "They did not."),
        ("It needs vitamin C.", "The rest is easy."),
        ("Det är 5 st.", "Den är ny."),
        ("Vinnova, Region Skåne m.fl.", "Projektet är nytt."),
        ("Ring Biomedrex AB.", "Stockholm är nära."),
        ("1. First.", "Second."),
        ("It costs 5.", "2 are free."),
    ],
)
def test_these_are_two_sentences(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]


def test_a_line_break_ends_a_sentence() -> None:
    assert sentences("Partners:\n- one\n- two, e.g.\nlabs") == [
        "Partners:",
        "- one",
        "- two, e.g.",
        "labs",
    ]


def test_wide_stops_need_no_space() -> None:
    assert sentences("第一句。第二句！") == ["第一句。", "第二句！"]


def test_white_space_holds_no_sentence() -> None:
    assert sentences("") == sentences(" \n\t ") == []


PIECES = [
    "Dr. ",
    "e.g. ",
    "End. ",
    "a",
    "B",
    ".",
    "?",
    "\n",
    " ",
    "”",
    "1.",
    " | ",
    "\u00a0",
    "…",
    "(",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=60).map("".join))
def test_sentences_are_in_order_apart_and_leave_only_white_space(text: str) -> None:
    end = 0
    for span in split_sentences(text):
        assert end <= span.start < span.end
        assert not text[end : span.start].strip()
        sentence = text[span.start : span.end]
        assert sentence == sentence.strip()
        assert "\n" not in sentence
        end = span.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "unit", ["a.", "a", "a. ", ".", ". ", " ", "\n", "A. ", "...”", "1. ", "Dr. ", "!)", " | ", "-"]
)
@pytest.mark.timeout(5)  # linear time is some 0.1 s; quadratic time is minutes
def test_endless_repetition_takes_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit)) + "x"
    assert split_sentences(text)[-1].end == len(text)
