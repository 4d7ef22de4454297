"""The tiny Markdown and the escape that every word passes through."""

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.payloads_ui import PAYLOADS
from ui.markup import escape, render_markdown

ALLOWED = {
    "p", "br", "ul", "ol", "li", "strong", "blockquote", "a", "span", "div",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


class Elements(HTMLParser):
    """Collects the elements and the text of some HTML."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", {"data": data}))


def link(number: int) -> str | None:
    return f"#cite-1-{number}" if number <= 2 else None


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_text_renders_to_known_elements_without_outside_targets(payload: str) -> None:
    elements = Elements(render_markdown(payload, link))
    for tag, attributes in elements.tags:
        assert tag in ALLOWED
        assert set(attributes) <= {"class", "href"}
        assert (attributes.get("href") or "#cite-1-1").startswith("#cite-1-")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_an_escaped_text_is_one_line_without_elements(payload: str) -> None:
    escaped = escape(payload)
    assert Elements(escaped).tags == []
    assert not set(escaped) & set("<>\"'\n\r`*_[]!$|")


@given(st.text())
def test_no_text_escapes_into_markup(text: str) -> None:
    assert Elements(f'<p title="{escape(text)}">{escape(text)}</p>').tags[1:] == []


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "S", "Zs"))))
def test_visible_text_survives_escaping_unchanged(text: str) -> None:
    assert unescape(escape(text)) == text


def test_escaping_removes_what_hides_or_reorders_text() -> None:
    assert escape("a\u202eb\u200bc\u2066d\x00e\ufefff\U000e0041g") == "abcdefg"


def test_escaping_keeps_joiners_that_emoji_need() -> None:
    assert escape("👩‍🔬") == "👩‍🔬"


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert escape("a\ud800b") == "a\ufffdb"


def test_a_known_marker_is_a_link_with_a_label_for_screen_readers() -> None:
    assert render_markdown("So it is [2].", link) == (
        '<p>So it is <a class="marker" href="#cite-1-2">'
        '<span class="sr-only">Open citation </span>2</a>.</p>'
    )


def test_an_unknown_marker_stays_text() -> None:
    elements = Elements(render_markdown("So it is [3].", link))
    assert [tag for tag, _ in elements.tags] == ["p"]
    assert elements.text == "So it is [3]."


def test_blank_lines_divide_paragraphs_and_single_ends_break_lines() -> None:
    assert render_markdown("a\nb\n\nc", link) == "<p>a<br>b</p><p>c</p>"


def test_bullets_and_numbers_become_lists() -> None:
    assert render_markdown("Two:\n- a\n- b\n\n1. c", link) == (
        "<p>Two&#58;</p><ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>"
    )


def test_bold_may_hold_a_marker() -> None:
    elements = Elements(render_markdown("**1998 [1]**", link))
    assert [tag for tag, _ in elements.tags] == ["p", "strong", "a", "span"]


def test_unclosed_bold_stays_text() -> None:
    assert Elements(render_markdown("2 ** 3", link)).text == "2 ** 3"


def test_a_table_becomes_rows_and_cells() -> None:
    rendered = render_markdown("| who | what |\n|---|---|\n| a | b \\| c |", link)
    elements = Elements(rendered)
    assert [tag for tag, _ in elements.tags].count("td") == 2
    assert "b | c" in elements.text


def test_a_backslash_before_punctuation_is_dropped() -> None:
    assert Elements(render_markdown(r"5 \* 3 \[note\]", link)).text == "5 * 3 [note]"


def test_empty_text_renders_to_nothing() -> None:
    assert render_markdown(" \n\n ", link) == ""
