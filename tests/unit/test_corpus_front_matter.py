from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableDocument
from corpus.front_matter import parse_as_of, split_front_matter


def test_values_are_strings_and_source_becomes_origin() -> None:
    front = split_front_matter(
        "---\ntitle: SmiLe\nkind: incubator\nsource: 'web page: about'\nas_of: 2023-01-31\n"
        "language: sv-SE\nfounded: 2007\nopen: yes\nchecked: 2024-02-01\ntags: [a, b]\nempty:\n"
        "---\nText\n",
        "s.md",
    )
    assert front.body == "Text\n"
    assert (front.title, front.as_of, front.language) == ("SmiLe", "2023-01-31", "sv")
    assert front.metadata == {
        "kind": "incubator",
        "origin": "web page: about",
        "founded": "2007",
        "open": "yes",
        "checked": "2024-02-01",
        "tags": "a, b",
    }


@pytest.mark.parametrize(
    "text", ["", "Text", "----\na: b\n---\n", "---\nno end: x\n", "# T\n---\n"]
)
def test_text_without_front_matter_is_all_body(text: str) -> None:
    front = split_front_matter(text, "s.md")
    assert front.body == text
    assert not front.metadata


def test_empty_front_matter_is_allowed() -> None:
    assert split_front_matter("---\n---\nText", "s.md").body == "Text"


@pytest.mark.parametrize("value", ["2023", "2023-01", "2023-01-31", "2024-02-29"])
def test_a_date_of_any_precision_stays_as_written(value: str) -> None:
    assert parse_as_of(value, "s.md") == value


@pytest.mark.parametrize("value", ["2023-01-31T10:00:00Z", "2023-01-31 10:00"])
def test_a_time_is_dropped(value: str) -> None:
    assert parse_as_of(value, "s.md") == "2023-01-31"


@pytest.mark.parametrize(
    "value", ["2023-02-30", "2023-13", "0000", "31.1.2023", "soon", "23", "2023-1-5", "²⁰²³", ""]
)
def test_an_impossible_date_is_named(value: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        parse_as_of(value, "s.md")
    assert repr(value) in caught.value.reason


def test_a_wrong_language_is_named() -> None:
    with pytest.raises(UnreadableDocument, match="'Swedish!'"):
        split_front_matter("---\nlanguage: Swedish!\n---\n", "s.md")


@pytest.mark.parametrize(
    ("yaml", "reason"),
    [
        ("a: [1, 2", "line"),
        ("a: b: c", "line 2"),
        ("just words", "no `key: value` lines"),
        ("- a\n- b", "no `key: value` lines"),
        ("a: {b: c}", "nests"),
        ("a: &x [1]\nb: *x", "aliases"),
        ("a: &x {<<: *x}", "aliases"),
        ("? [a, b]\n: c", "nests"),
        ("- " * 1_000 + "x", "nested too deeply"),
        ("a: " + "[" * 10_000, "500 brackets"),
        ("a: " + "x" * 70_000, "64,000"),
    ],
)
def test_bad_front_matter_is_refused_with_a_reason(yaml: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        split_front_matter(f"---\n{yaml}\n---\nText", "s.md")
    assert reason in caught.value.reason
    assert caught.value.source == "s.md"


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 60)]
    with pytest.raises(UnreadableDocument, match="aliases"):
        split_front_matter("---\n" + "\n".join(lines) + "\n---\n", "s.md")


def test_no_tag_builds_an_object() -> None:
    front = split_front_matter("---\na: !!python/object/apply:os.getcwd []\n---\n", "s.md")
    assert front.metadata == {}


@given(st.text(max_size=80))
def test_any_front_matter_is_read_or_refused(text: str) -> None:
    with suppress(UnreadableDocument):
        assert "Text" in split_front_matter(f"---\n{text}\n---\nText", "s.md").body
