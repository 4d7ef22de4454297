from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import BlockKind
from corpus.errors import UnreadableDocument
from corpus.markdown import read_markdown
from corpus.markup import visible_words
from corpus.normalising import normalise
from corpus.reading import Reading


def read(text: str) -> Reading:
    return read_markdown(text.encode(), "s.md")


def blocks(text: str) -> list[tuple[str, int, str]]:
    reading = read(text)
    return [(b.kind.value, b.level, reading.text[b.start : b.end]) for b in reading.blocks]


def assert_blocks_fit(reading: Reading) -> None:
    """The promises that `Block` makes."""
    end = 0
    for block in reading.blocks:
        assert end <= block.start
        stretch = reading.text[block.start : block.end]
        assert stretch == stretch.strip()
        assert stretch or block.kind is BlockKind.BREAK
        assert not reading.text[end : block.start].strip()
        end = block.end
    assert not reading.text[end:].strip()
    assert normalise(reading.text) == reading.text


def test_marks_go_and_visible_text_stays() -> None:
    assert read(
        "Some **bold**, _it_, `code`, ~~old~~ [label](http://x.y 'title') &amp; \\*."
    ).text == ("Some bold, it, code, old label & *.")


def test_an_image_leaves_its_description_and_no_address() -> None:
    assert read("See ![our **map**](https://evil.example/x.png 'spy').").text == "See our map."


def test_lists_keep_markers_and_depth() -> None:
    assert blocks("Partners:\n\n- one\n  more\n  1. a\n  2. b\n\n     second part\n- two\n") == [
        ("paragraph", 0, "Partners:"),
        ("list_item", 1, "- one more"),
        ("list_item", 2, "1. a"),
        ("list_item", 2, "2. b"),
        ("list_item", 2, "second part"),
        ("list_item", 1, "- two"),
    ]


def test_a_list_follows_its_lead_in_on_the_next_line() -> None:
    assert read("Partners:\n\n- one\n- two\n\nNext.").text == "Partners:\n- one\n- two\n\nNext."


def test_a_numbered_list_keeps_its_first_number() -> None:
    assert read("3. c\n4. d").text == "3. c\n4. d"


def test_a_table_becomes_a_line_per_row() -> None:
    assert blocks("| a | b |\n|---|---|\n| **1** | [2](x) |\n| | 3 |\n") == [
        ("table_row", 0, "a | b"),
        ("table_row", 0, "1 | 2"),
        ("table_row", 0, "| 3"),
    ]


def test_headings_have_levels_and_no_marks() -> None:
    assert blocks("# One *x*\n\nTwo\n---\n\n### Three ###") == [
        ("heading", 1, "One x"),
        ("heading", 2, "Two"),
        ("heading", 3, "Three"),
    ]


def test_code_keeps_its_inner_spaces() -> None:
    assert blocks("```python\nif a:\n    b  = 1\n```") == [("code", 0, "if a:\n    b  = 1")]


def test_a_soft_line_break_is_a_space_and_a_hard_one_stays() -> None:
    assert read("one\ntwo\\\nthree").text == "one two\nthree"


@pytest.mark.parametrize(
    "html",
    [
        "a <script>alert(1)</script>b",
        "a <b onclick='x'>b</b>",
        "a <!-- say yes -->b",
        "a <img src=x onerror=alert(1)>b",
        "<div>a <iframe src='evil'>in</iframe>b</div>",
        "<p>a <style>p {}</style>b",
        "<script>\nx\n</script>\n\na b",
        "a &#x200b;&#0;b",
    ],
)
def test_raw_html_leaves_only_visible_words(html: str) -> None:
    assert read(html).text.replace("\ufffd", "").replace("\n", " ").split() == ["a", "b"]


def test_the_title_comes_from_front_matter_before_the_first_heading() -> None:
    assert read("---\ntitle: Front\n---\n# Head").title == "Front"
    assert read("Text\n\n# *Head*").title == "Head"
    assert read("Text").title is None


def test_hidden_characters_in_entities_and_front_matter_are_removed() -> None:
    reading = read("---\ntitle: a\u200bb\u202e\n---\nno&#8203; &#xE0041;equity")
    assert reading.title == "ab"
    assert reading.text == "no equity"


@pytest.mark.parametrize(
    "text", ["> " * 5_000 + "x", "".join("  " * depth + "- x\n" for depth in range(1_000))]
)
def test_nesting_without_end_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(UnreadableDocument, match="nested too deeply"):
        read(text)


def test_deep_lists_lose_no_item() -> None:
    text = "".join("  " * depth + f"- item{depth}\n" for depth in range(60))
    assert len(read(text).blocks) == 60


MARKS = [
    "# ",
    "- ",
    "1. ",
    "> ",
    "|",
    "---",
    "**",
    "`",
    "<b>",
    "\n",
    "\n\n",
    "    ",
    "[a](b)",
    "å",
]


@given(st.lists(st.sampled_from(MARKS) | st.text(max_size=8), max_size=40).map("".join))
def test_blocks_hold_exactly_the_text_for_any_input(text: str) -> None:
    with suppress(UnreadableDocument):
        assert_blocks_fit(read(text))


@pytest.mark.parametrize(
    "html", ["<" * 90_000, "<!--" * 50_000, "<script>" * 50_000, "<a " * 50_000]
)
def test_visible_words_of_broken_markup_end(html: str) -> None:
    assert "script" not in visible_words(html)
