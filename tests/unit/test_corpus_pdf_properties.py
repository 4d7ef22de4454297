"""Whatever stands where on a page, no word is lost or said twice, and pages stay in order."""

from collections import Counter
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.document import Document
from corpus.items import add_items, from_json, to_json
from corpus.pdf.columns import columns_of
from corpus.pdf.layout import Fragment, Page
from corpus.pdf.parsing import parse_pages
from corpus.pdf.tables import Row, with_rows
from corpus.reading import TextBuilder

WORDS = st.sampled_from(
    ["Alfa", "takes", "no equity.", "1.", "•", "-", "182", "2 800", "Page 3", "funded by", "och",
     "forsknings-", "start\u00ad", "(b)", "a", ". . . . . 7", "\u200b", "\u00ad", "|", "So: ",
     "ÅÄÖ"]
)  # fmt: skip


@st.composite
def fragments(draw: st.DrawFn) -> Fragment:
    text = " ".join(draw(st.lists(WORDS, min_size=1, max_size=6))).strip()
    size = draw(st.sampled_from([0.0, 8.0, 10.0, 10.0, 10.0, 14.0, 30.0]))
    left = draw(st.sampled_from([50.0, 52, 60, 200, 210, 330, 400, 580]))
    top = draw(st.integers(0, 66)) * 12.0
    width = draw(st.sampled_from([len(text) * size / 2, 150.0, 0.0]))
    return Fragment(
        text=text,
        left=left,
        right=left + width,
        top=top,
        bottom=top + (size or draw(st.sampled_from([0.0, 9.0]))),
        size=size,
        bold=draw(st.booleans()),
    )


HALF = Fragment(text="goes on", left=50, right=90, top=400, bottom=410, size=10, bold=False)
PAGES = st.lists(st.lists(fragments(), max_size=24), min_size=1, max_size=4)


@settings(deadline=None, max_examples=60)
@given(st.lists(fragments(), min_size=1, max_size=40))
def test_columns_and_tables_hold_each_word_once(placed: list[Fragment]) -> None:
    read = [one for column in columns_of(placed) for one in with_rows(column)]
    said = [" ".join(one.cells) if isinstance(one, Row) else one.text for one in read]

    assert Counter(" ".join(said).split()) == Counter(" ".join(one.text for one in placed).split())


@settings(deadline=None, max_examples=60)
@given(PAGES)
@example([[HALF], [], [HALF]])
@example([[replace(HALF, text="•")], [HALF]])
@example([[replace(HALF, text="•")], [replace(HALF, bold=True)]])
@example([[replace(HALF, text="\u200b")], [replace(HALF, text="\u200b")]])
def test_any_pages_become_a_text_whose_pages_are_in_order(drawn: list[list[Fragment]]) -> None:
    pages = [
        Page(number=at, width=600, height=800, fragments=tuple(placed))
        for at, placed in enumerate(drawn, start=1)
    ]
    parsed = parse_pages(pages, title="")
    assert from_json(to_json(parsed)) == parsed

    builder = TextBuilder()
    add_items(parsed.items, builder)
    text, blocks = builder.build()
    read = Document(
        document_id="d", title="t", source="s", language="en", text=text, content_hash="",
        blocks=blocks,
    )  # fmt: skip
    starts = read.page_starts()
    assert [begun.page for begun in starts] == list(range(1, len(pages) + 1))
    assert [begun.start for begun in starts] == sorted(begun.start for begun in starts)
    assert all(0 <= begun.start <= len(text) for begun in starts)
    assert [one.start for one in blocks] == sorted(one.start for one in blocks)
