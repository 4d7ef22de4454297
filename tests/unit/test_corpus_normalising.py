import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.normalising import clean, normalise, prose, single_line

any_text = st.text(st.characters(), max_size=200)


@given(any_text)
def test_normalising_twice_changes_nothing(text: str) -> None:
    for function in (clean, normalise, prose, single_line):
        once = function(text)
        assert function(once) == once


@given(any_text)
def test_normalised_text_is_nfc_without_control_or_format_characters(text: str) -> None:
    result = normalise(text)
    assert unicodedata.is_normalized("NFC", result)
    assert {unicodedata.category(c) for c in result if c != "\n"}.isdisjoint(
        {"Cc", "Cs", "Zl", "Zp"}
    )
    result.encode("utf-8")


@given(any_text)
def test_single_line_has_no_line_break_and_no_double_space(text: str) -> None:
    assert "\n" not in single_line(text)
    assert "  " not in single_line(text)


@pytest.mark.parametrize(
    "hidden",
    [
        "\x00",
        "\x1b",
        "\x07",
        "\x9b",
        "\u00ad",
        "\u200b",
        "\u200c",
        "\u200d",
        "\u200e",
        "\u202e",
        "\u2060",
        "\u2066",
        "\u2069",
        "\ufeff",
        "\ufe0f",
        "\U000e0041",
        "\U000e007f",
        "\U000e0100",
    ],
)
def test_an_invisible_character_disappears(hidden: str) -> None:
    assert normalise(f"no{hidden} equity") == "no equity"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    assert normalise(f"a{end}b") == "a\nb"


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000", "\t"])
def test_every_space_becomes_a_plain_one(space: str) -> None:
    assert normalise(f"5{space}M") == "5 M"


def test_composed_and_decomposed_letters_become_the_same() -> None:
    assert normalise("Ska\u030ane") == normalise("Sk\u00e5ne") == "Sk\u00e5ne"


def test_endless_combining_marks_are_cut_to_what_unicode_allows() -> None:
    started = time.perf_counter()
    result = normalise("a" + "\u0301\u0316" * 100_000)
    # Sorting them all would take minutes.
    assert time.perf_counter() - started < 5
    assert len(result) <= 31


def test_a_long_run_of_spaces_takes_no_longer_than_its_length() -> None:
    assert normalise(" " * 500_000 + "x").strip() == "x"
