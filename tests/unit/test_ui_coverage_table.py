"""Answers over many as tables."""

import re
from dataclasses import replace

import pytest

from assistant.model import Answer, Coverage
from tests.fakes_ui import OPENED_QUOTE, PARK_QUOTE, make_citation, make_document, park_answer
from tests.unit.test_ui_markup import Elements
from ui.coverage_table import SHOWN_ROWS, read_coverage, render_coverage

PARK = make_document()


def address(number: int) -> str | None:
    return f"#cite-1-{number}" if number in {1, 2} else None


def rows(rendered: str) -> list[list[str]]:
    """The texts of each row's cells, without the sr-only words of markers."""
    body = re.findall(r"<tr>(.*?)</tr>", rendered.partition("<tbody>")[2])
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in body]
    return [[Elements(cell).text.replace("Open citation ", "") for cell in row] for row in cells]


def many(count: int) -> tuple[str, ...]:
    return tuple(f"Hub {number}" for number in range(count))


def test_each_that_was_checked_has_a_row_with_its_quote() -> None:
    assert rows(render_coverage(park_answer("which", PARK), address, "en")) == [
        ["Munsjö Science Park", "States it", f"{PARK_QUOTE} 1"],
        ["Åby Labs", "Denies it", f"{OPENED_QUOTE} 2"],
        ["Torp", "Does not say", ""],
    ]


def test_a_name_that_ends_in_anothers_keeps_its_own_quote() -> None:
    text = (
        f"- **Torp**: {PARK_QUOTE} [1]\n\n3 parks checked: 1 states it, "
        r"2 deny it (Åby \*Labs\* [2], Labs [1]), 0 do not say."
    )
    numbers = {"Torp": (1,), "Labs": (1,), "Åby *Labs*": (2,)}
    coverage = Coverage(
        checked=3,
        stated=("Torp",),
        denied=("Labs", "Åby *Labs*"),
        silent=(),
        citation_numbers=numbers,
    )
    answer = replace(park_answer("which", PARK), text=text, coverage=coverage)
    assert rows(render_coverage(answer, address, "en"))[1:] == [
        ["Labs", "Denies it", f"{PARK_QUOTE} 1"],
        ["Åby *Labs*", "Denies it", f"{OPENED_QUOTE} 2"],
    ]


def test_the_counts_and_verdicts_are_in_the_interfaces_language() -> None:
    rendered = render_coverage(park_answer("which", PARK), address, "sv")
    counts = "3 granskade: 1 uppger det, 1 förnekar det, 1 säger inget om det"
    assert counts in Elements(rendered).text
    assert [row[1] for row in rows(rendered)] == [
        "Uppger det",
        "Förnekar det",
        "Säger inget om det",
    ]
    assert "checked" not in rendered


def test_names_and_regions_are_read_as_they_were_written() -> None:
    text = r"- **A \*B\*** (Skåne): It \[so to say\] does. [1]"
    read = read_coverage(text)
    assert list(read.said) == ["A *B*"]
    answer = Answer(
        status="answered",
        text=text,
        citations=(make_citation(PARK, PARK_QUOTE),),
        coverage=Coverage(checked=1, stated=("A *B*",), denied=(), silent=()),
    )
    assert rows(render_coverage(answer, address, "en")) == [
        ["A *B*", "(Skåne): It [so to say] does. 1"]
    ]


def test_where_nothing_is_asked_of_them_there_is_no_verdict() -> None:
    text = f"There is 1 park in the documents.\n\n- **Munsjö**: {PARK_QUOTE} [1]"
    answer = Answer(
        status="answered",
        text=text,
        coverage=Coverage(checked=1, stated=("Munsjö",), denied=(), silent=()),
    )
    rendered = render_coverage(answer, address, "en")
    assert "There is 1 park in the documents." in Elements(rendered).text
    assert rows(rendered) == [["Munsjö", f"{PARK_QUOTE} 1"]]
    assert "Verdict" not in rendered


@pytest.mark.parametrize(("said", "silent"), [(2, 30), (20, 30), (20, 0), (2, 3)])
def test_only_those_that_do_not_say_fold_away(said: int, silent: int) -> None:
    names = many(said + silent)
    coverage = Coverage(checked=len(names), stated=names[:said], denied=(), silent=names[said:])
    answer = Answer(status="answered", text="x", coverage=coverage)
    shown, _, folded = render_coverage(answer, address, "en").partition("<details>")
    assert shown.count("<tr>") - 1 == min(max(said, SHOWN_ROWS), said + silent)
    assert folded.count("<tr>") == max(0, said + silent - max(said, SHOWN_ROWS))


def test_a_text_that_is_written_otherwise_stays_text() -> None:
    answer = replace(park_answer("which", PARK), text="Two of them, it seems [1].")
    rendered = render_coverage(answer, address, "en")
    assert "Two of them, it seems" in Elements(rendered).text
    assert [row[0] for row in rows(rendered)] == ["Munsjö Science Park", "Åby Labs", "Torp"]
    assert f"{PARK_QUOTE} 1" in rows(rendered)[0]


def test_an_answer_without_coverage_is_refused() -> None:
    with pytest.raises(ValueError, match="no coverage"):
        render_coverage(park_answer("Does it?", PARK), address, "en")
