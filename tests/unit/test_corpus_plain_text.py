from hypothesis import given
from hypothesis import strategies as st

from corpus.document import BlockKind
from corpus.plain_text import read_plain_text
from corpus.reading import Reading

LONG = (
    "Open Lab is a project of two universities and an incubator, with three sites for food, "
    "materials and life science."
)


def read(text: str) -> Reading:
    return read_plain_text(text.encode(), "s.txt")


def kinds(text: str) -> list[tuple[str, str]]:
    reading = read(text)
    return [(b.kind.value, reading.text[b.start : b.end]) for b in reading.blocks]


def headings(text: str) -> list[str]:
    return [words for kind, words in kinds(text) if kind == "heading"]


def test_a_short_line_alone_above_a_paragraph_is_a_heading() -> None:
    assert kinds(f"Intro text here.\n\nOpen Lab\n\n{LONG}\n\nThe Park inaugurated!\n\n{LONG}") == [
        ("paragraph", "Intro text here."),
        ("heading", "Open Lab"),
        ("paragraph", LONG),
        ("heading", "The Park inaugurated!"),
        ("paragraph", LONG),
    ]


def test_the_first_heading_is_the_title_even_above_another_heading() -> None:
    reading = read(f"Partners\n\nSupporting Partners\n\n{LONG}")
    assert reading.title == "Partners"
    assert [b.level for b in reading.blocks] == [1, 2, 0]


def test_a_first_sentence_is_no_title() -> None:
    assert read(f"{LONG}\n\nOpen Lab\n\n{LONG}").title is None
    assert read(LONG).title is None


def test_what_looks_like_text_is_no_heading() -> None:
    for line in (
        "A full sentence.",
        "A | B",
        "- item",
        "Our partners are:",
        "one,",
        "12 345",
        "x" * 101,
    ):
        assert headings(f"{LONG}\n\n{line}\n\n{LONG}") == []


def test_a_short_line_above_a_short_line_is_no_heading() -> None:
    assert headings(f"{LONG}\n\nShare\n\nPrint\n\nHead\n\n{LONG}") == ["Head"]


def test_a_line_that_recurs_without_text_below_is_a_caption() -> None:
    text = f"{LONG}\n\nAnna Berg, CEO\n\n{LONG}\n\nAnna Berg, CEO\n\nNews\n\n{LONG}"
    assert headings(text) == ["News"]


def test_two_short_lines_together_are_no_heading() -> None:
    assert headings(f"{LONG}\n\nWant to know more?\nSubscribe.\n\n{LONG}") == []


def test_an_underlined_line_is_a_heading() -> None:
    assert kinds(f"Title\n=====\n\n{LONG}")[0] == ("heading", "Title")


def test_a_wider_gap_than_usual_ends_the_section() -> None:
    text = f"Lab\n\n{LONG}\n\n\n{LONG} More.\n\nHub\n\n{LONG}"
    assert [kind for kind, _ in kinds(text)] == [
        "heading",
        "paragraph",
        "break",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_text_with_wide_gaps_throughout_has_no_breaks() -> None:
    assert "break" not in [kind for kind, _ in kinds(f"Lab\n\n\n{LONG}\n\n\n{LONG}\n\n\n{LONG}")]


def test_long_lines_without_empty_lines_are_paragraphs() -> None:
    assert kinds(f"{LONG}\n{LONG}\n{LONG}") == [("paragraph", LONG)] * 3


def test_lines_broken_at_a_width_are_joined() -> None:
    text = (
        "Open Lab is a project of two universities and an incubator\n"
        "with three sites. The sites are for food, for materials and\n"
        "for life science.\n"
    )
    assert kinds(text) == [("paragraph", " ".join(text.split()))]


def test_short_lines_stay_apart() -> None:
    assert kinds("Scheelevägen 2\n223 81 Lund") == [
        ("paragraph", "Scheelevägen 2"),
        ("paragraph", "223 81 Lund"),
    ]


def test_bullets_and_numbers_are_list_items() -> None:
    assert kinds("Partners:\n• one\n* two\n  - deep\n1) three") == [
        ("paragraph", "Partners:"),
        ("list_item", "- one"),
        ("list_item", "- two"),
        ("list_item", "- deep"),
        ("list_item", "1) three"),
    ]


def test_a_line_of_cells_is_a_table_row() -> None:
    assert kinds("Bank |\u00a0 Folksam | Nordea") == [("table_row", "Bank | Folksam | Nordea")]


def test_nothing_but_space_gives_nothing() -> None:
    assert read(" \n\t\n\u200b\n").blocks == ()


def test_one_endless_line_is_one_paragraph() -> None:
    assert len(read("a" * 1_000_000).blocks) == 1


LINES = [
    "Open Lab",
    LONG,
    "",
    "",
    "- item",
    "1. x",
    "A | B",
    "=====",
    "  x",
    "Ends:",
    "\u200b",
    "\x00",
]


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=60), max_size=30).map("\n".join))
def test_blocks_hold_exactly_the_text_for_any_input(text: str) -> None:
    reading = read(text)
    end = 0
    for block in reading.blocks:
        stretch = reading.text[block.start : block.end]
        assert stretch == stretch.strip()
        assert bool(stretch) is (block.kind is not BlockKind.BREAK)
        assert not reading.text[end : block.start].strip()
        end = block.end
    assert not reading.text[end:].strip()
