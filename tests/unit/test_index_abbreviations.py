"""Abbreviations are taken from what a text itself introduces, and from nothing else."""

import pytest

from index.abbreviations import find_abbreviations


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Medicon Valley Alliance (MVA) has members.", "MVA", "Medicon Valley Alliance"),
        ("Funded by the European Institute of Innovation and Technology (EIT).", "EIT",
         "European Institute of Innovation and Technology"),
        ("For small and medium enterprises (SMEs).", "SMEs", "small and medium enterprises"),
        ("A VC (venture capital) fund.", "VC", "venture capital"),
        ("Science for Life Laboratory (SciLifeLab) opened.", "SciLifeLab",
         "Science for Life Laboratory"),
        ("NOME (Nordic Mentor Network for Entrepreneurship) began in 2016.", "NOME",
         "Nordic Mentor Network for Entrepreneurship"),
    ],
)  # fmt: skip
def test_what_a_text_introduces_is_found(text: str, short: str, long: str) -> None:
    assert [(each.short, each.long) for each in find_abbreviations(text)] == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "The park (see below) has tenants.",
        "Lund (Sweden) and Oslo (Norway).",
        "The office in Medicon Village (CEO: Ebba).",
        "The alliance met in May. Members (MVA) came.",
        "It raised money (SEK 40 million).",
        "MVA (MVA) is itself.",
        "(ABC)",
        "",
    ],
)
def test_other_brackets_are_no_abbreviations(text: str) -> None:
    assert list(find_abbreviations(text)) == []


def test_the_same_one_counts_each_time() -> None:
    text = "Swedish Research Council (SRC). The Swedish Research Council (SRC) funds it."

    assert [each.long for each in find_abbreviations(text)] == ["Swedish Research Council"] * 2


def test_letters_that_grow_when_folded_do_no_harm() -> None:
    assert list(find_abbreviations("İstanbul Technical University (ITU)")) == []
