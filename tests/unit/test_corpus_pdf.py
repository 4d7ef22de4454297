"""The parts by which a PDF's fragments become text, over fragments placed by hand."""

from collections.abc import Sequence

import pytest

from corpus.pdf.columns import columns_of
from corpus.pdf.furniture import without_furniture
from corpus.pdf.headings import Headings
from corpus.pdf.layout import Fragment, Line, Page, lines_of
from corpus.pdf.marks import marked, without_leaders
from corpus.pdf.tables import Row, with_rows
from corpus.pdf.wrapping import Joiner

SIZE = 10.0


def fragment(
    text: str, left: float = 50, top: float = 100, *, size: float = SIZE, bold: bool = False
) -> Fragment:
    """Words whose characters are half as wide as high."""
    width = len(text) * size / 2
    return Fragment(
        text=text, left=left, right=left + width, top=top, bottom=top + size, size=size, bold=bold
    )


def column(lines: Sequence[str], left: float, top: float = 100, step: float = 12) -> list[Fragment]:
    return [fragment(line, left, top + at * step) for at, line in enumerate(lines)]


def read(fragments: Sequence[Fragment]) -> list[list[str]]:
    return [[line.text for line in lines] for lines in columns_of(fragments)]


PROSE = [f"Words of a line that is full {at}" for at in range(8)]
MORE = [f"Other words of a line of text {at}" for at in range(8)]


def test_columns_are_read_one_after_the_other_whatever_the_order_in_the_file() -> None:
    left, right = column(PROSE, 50), column(MORE, 260)
    mixed = [one for both in zip(right, left, strict=True) for one in both]

    assert read(mixed) == [PROSE, MORE]


def test_three_columns_are_read_too() -> None:
    placed = [*column(PROSE, 50), *column(MORE, 250), *column(PROSE, 450)]

    assert read(placed) == [PROSE, MORE, PROSE]


def test_a_headline_over_both_columns_comes_first_and_a_line_below_them_last() -> None:
    title = fragment("A headline that goes over both of the columns, from side to side", top=70)
    last = fragment("A closing line that goes over both of the columns, side to side", top=220)
    placed = [*column(MORE, 260), *column(PROSE, 50), last, title]

    assert read(placed) == [[title.text], PROSE, MORE, [last.text]]


def test_a_table_is_read_line_by_line() -> None:
    names, numbers = ["Alfa", "Beta", "Gamma", "Delta"], ["12", "7", "103", "9"]
    placed = [*column(names, 50), *column(numbers, 260)]

    assert read(placed) == [["Alfa 12", "Beta 7", "Gamma 103", "Delta 9"]]


def test_a_table_below_columns_of_text_stays_a_table() -> None:
    names, numbers = ["Alfa", "Beta", "Gamma"], ["12", "7", "103"]
    table = [*column(names, 50, 240, 20), *column(numbers, 260, 240, 20)]

    assert read([*column(PROSE, 50), *column(MORE, 260), *table]) == [
        PROSE,
        MORE,
        ["Alfa 12", "Beta 7", "Gamma 103"],
    ]


def test_words_spread_out_to_fill_a_line_are_no_cells() -> None:
    spread = [fragment("Words"), fragment("spread", 130), fragment("out", 215)]
    full = fragment("A line that is as wide as the column", top=112)

    lines = lines_of([*spread, full, fragment("x", 214, 124)])

    assert [len(line.fragments) for line in lines] == [1, 1, 1]


def rows(fragments: Sequence[Fragment]) -> list[tuple[str, ...] | str]:
    found = with_rows(lines_of(fragments))
    return [one.cells if isinstance(one, Row) else one.text for one in found]


def test_cells_below_each_other_are_rows_and_a_line_alone_is_none() -> None:
    table = [*column(["Year", "2024", "2025"], 50), *column(["Tenants", "170", "182"], 200)]
    note = [fragment("A note below", top=200), fragment("far right", 200, 200)]

    assert rows([*table, *note]) == [
        ("Year", "Tenants"),
        ("2024", "170"),
        ("2025", "182"),
        "A note below far right",
    ]


def test_wrapped_cells_go_on_with_their_row() -> None:
    first = [fragment("Start", 50, 100), fragment("Founders in their", 150, 100)]
    wrapped = [fragment("first year", 150, 112)]
    second = [fragment("Scale", 50, 134), fragment("Companies with", 150, 134)]
    wrapped_again = [fragment("sales", 150, 146)]

    assert rows([*first, *wrapped, *second, *wrapped_again]) == [
        ("Start", "Founders in their first year"),
        ("Scale", "Companies with sales"),
    ]


def test_numbers_that_end_below_each_other_are_cells() -> None:
    numbers = [fragment("1 200", 275, 100), fragment("88", 290, 112), fragment("5", 295, 124)]

    assert rows([*column(["Grants", "Fees", "Rent"], 50), *numbers]) == [
        ("Grants", "1 200"),
        ("Fees", "88"),
        ("Rent", "5"),
    ]


def page(number: int, *fragments: Fragment) -> Page:
    return Page(number=number, width=600, height=800, fragments=fragments)


def left_over(pages: Sequence[Page]) -> list[list[str]]:
    return [[one.text for one in left.fragments] for left in without_furniture(pages)]


def test_running_lines_and_page_numbers_go_and_what_stands_once_stays() -> None:
    pages = [
        page(
            number,
            fragment("Annual report 2025", top=30),
            fragment(f"Heading {'abcd'[number - 1]}", top=70),
            fragment("Text", top=400),
            fragment(f"– {number + 2} –", 290, 770),
        )
        for number in range(1, 5)
    ]

    assert left_over(pages) == [[f"Heading {letter}", "Text"] for letter in "abcd"]


def test_left_and_right_pages_may_have_lines_of_their_own() -> None:
    heads = ["Alfa", "The year", "Alfa", "The year", "Alfa", "The year"]
    pages = [page(at, fragment(head, top=30)) for at, head in enumerate(heads, start=1)]

    assert left_over(pages) == [[]] * 6


def test_a_number_beside_a_chapters_name_is_the_pages() -> None:
    pages = [
        page(at, fragment(f"Chapter {at // 2}", top=30), fragment(str(at), 540, 30))
        for at in range(1, 5)
    ]

    assert left_over(pages) == [[]] * 4


def test_one_page_alone_keeps_all_its_lines() -> None:
    assert left_over([page(1, fragment("12", 290, 770), fragment("Alfa", top=30))]) == [
        ["12", "Alfa"]
    ]


def line(text: str, *, size: float = SIZE, bold: bool = False) -> Line:
    made = fragment(text, size=size, bold=bold)
    return Line(fragments=(made,), left=made.left, right=made.right)


BODY = [line("Most of the text is set in this size and is not bold at all.")] * 9


def test_larger_and_bold_lines_are_headings_by_their_sizes() -> None:
    title, part, bold = line("Title", size=24), line("Part", size=14), line("Bold", bold=True)
    known = Headings([title, part, bold, *BODY])

    assert [known.level(one) for one in (title, part, bold)] == [1, 2, 3]
    assert all(known.may_begin(one) for one in (title, part, bold))


@pytest.mark.parametrize(
    "one",
    [
        line("A bold sentence ends so.", bold=True),
        line("A lead-in:", bold=True),
        line("45 %", size=30),
        line("A line that goes on and on " * 9, size=12),
        BODY[0],
    ],
)
def test_what_may_be_text_is_no_heading(one: Line) -> None:
    assert not Headings([one, *BODY]).may_begin(one)


def test_where_most_is_bold_boldness_says_nothing() -> None:
    assert not Headings([line("All of this is bold", bold=True)] * 5).may_begin(
        line("Short", bold=True)
    )


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("an incu-", "bator", "an incubator"),
        ("an incu\u00ad", "bator", "an incubator"),
        ("forsknings-", "och utvecklingsarbete", "forsknings- och utvecklingsarbete"),
        ("small- and medi-", "um-sized", "small- and medium-sized"),
        ("the start-", "ups", "the start-ups"),
        ("a research-", "based firm", "a research-based firm"),
        ("Malmö-", "Lund", "Malmö-Lund"),
        ("COVID-", "19", "COVID-19"),
        ("an e-", "mail", "an e-mail"),
        ("in Lund -", "a city", "in Lund - a city"),
        ("in Lund", "and Malmö", "in Lund and Malmö"),
        ("ett företags-", "klimat", "ett företagsklimat"),
    ],
)
def test_hyphens_at_line_ends_are_undone_with_care(above: str, below: str, joined: str) -> None:
    kept, between = Joiner([]).glue(above, below)

    assert f"{kept}{between}{below}" == joined


def test_what_the_document_writes_elsewhere_decides() -> None:
    hyphened, plain = Joiner(["many co-owners"]), Joiner(["a startup in Lund"])

    assert hyphened.glue("the co-", "owners") == ("the co-", "")
    assert plain.glue("a start-", "up") == ("a start", "")


def test_marks_of_lists_are_told_from_words() -> None:
    assert [marked(text) is not None for text in ("• a", "- a", "1. a", "(b) a", "iv) a")] == [
        True
    ] * 5
    assert [marked(text) for text in ("-5 degrees", "of the park", "2025. a", "1.5 million")] == [
        None
    ] * 4


def test_dots_that_lead_part_a_line_and_an_ellipsis_does_not() -> None:
    assert without_leaders("Coffee ........ 25") == ["Coffee", "25"]
    assert without_leaders("And so on... to the end") == ["And so on... to the end"]
