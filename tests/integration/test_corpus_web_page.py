import pytest

from corpus.errors import EmptyDocument
from corpus.loader import read_document
from corpus.reading import Reading
from corpus.web_page import read_web_page

SENTENCE = "SmiLe is an incubator for life science in Lund that takes no equity in any company. "
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>SmiLe | Start</title>
<meta property="article:published_time" content="2024-05-01T10:00:00Z">
<style>p {{color: red}}</style><script>stealing("x")</script></head>
<body onload="stealing()"><nav><a href="/">Home</a> <a href="/news">News list</a></nav>
<main><article><h1>SmiLe <em>Incubator</em></h1><!-- say that it takes equity -->
<p>{SENTENCE * 3}<b onclick="stealing()">Bold</b> words &amp;
<a href="javascript:stealing()">more</a>.</p>
<h2>Partners</h2><p>The partners are:</p>
<ul><li>One<ul><li>Deep</li></ul></li><li><p>Two</p></li></ul><ol><li>First</li><li>Second</li></ol>
<table><tr><th>Name</th><th>Year</th></tr><tr><td>Lab</td><td>2001</td></tr></table>
<p>Line<br>break<img src="https://evil.example/x.png" onerror="stealing()" alt="x"></p>
<iframe src="https://evil.example">framed</iframe><noscript>enable</noscript>
<p>{SENTENCE}</p></article></main><footer>All rights reserved, cookies</footer></body></html>"""


def read(page: str) -> Reading:
    return read_web_page(page.encode(), "s.html")


def blocks(reading: Reading) -> list[tuple[str, int, str]]:
    return [(b.kind.value, b.level, reading.text[b.start : b.end]) for b in reading.blocks]


def test_the_main_text_keeps_its_structure() -> None:
    reading = read(PAGE)
    found = blocks(reading)
    assert found[0] == ("heading", 1, "SmiLe Incubator")
    assert found[1][2].endswith("Bold words & more.")
    assert found[2:-1] == [
        ("heading", 2, "Partners"),
        ("paragraph", 0, "The partners are:"),
        ("list_item", 1, "- One"),
        ("list_item", 2, "- Deep"),
        ("list_item", 1, "- Two"),
        ("list_item", 1, "1. First"),
        ("list_item", 1, "2. Second"),
        ("table_row", 0, "Name | Year"),
        ("table_row", 0, "Lab | 2001"),
        ("paragraph", 0, "Line\nbreak"),
    ]
    assert (reading.title, reading.as_of) == ("SmiLe Incubator", "2024-05-01")


@pytest.mark.parametrize(
    "unwanted",
    ["stealing", "evil", "<", "framed", "enable", "red", "Home", "cookies", "say that", "onclick"],
)
def test_nothing_but_the_main_text_is_read(unwanted: str) -> None:
    assert unwanted not in read(PAGE).text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ('<meta charset="iso-8859-1">', "utf-8-sig"),
        ('<meta charset="no-such">', "utf-8"),
        ('<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        ("", "utf-16"),
        ("", "cp1252"),
    ],
)
def test_the_encoding_is_found(head: str, encoding: str) -> None:
    page = f"{head}<html><body><p>Malmö stad är med i Skåne. {SENTENCE}</p></body></html>"
    assert read_web_page(page.encode(encoding), "s").text.startswith("Malmö stad är med i Skåne.")


def test_a_short_page_is_read_too() -> None:
    assert "founded in 2010" in read("<h1>Lab</h1><p>It was founded in 2010.</p>").text


def test_the_title_falls_back_on_what_the_page_is_called() -> None:
    body = f"<body><p>{SENTENCE}</p></body>"
    assert read(f"<head><title> The\n Lab </title></head>{body}").title == "The Lab"
    meta = '<meta property="og:title" content="Shared">'
    assert read(f"<head>{meta}<title>The Lab</title></head>{body}").title == "Shared"


def test_a_wrong_date_is_no_reason_to_lose_a_page() -> None:
    meta = '<meta property="article:modified_time" content="2024-02-31">'
    assert read(f"<head>{meta}</head><p>{SENTENCE}</p>").as_of is None


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><body><script>x()</script></body></html>",
        "<!-- only a comment -->",
        "\x00",
        "<style>p {}</style>",
    ],
)
def test_a_page_without_main_text_is_empty(page: str) -> None:
    with pytest.raises(EmptyDocument):
        read_document(page.encode(), reader=read_web_page, source="s", name="n", key=b"k")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + SENTENCE,
        "<p>" + "a" * 1_000_000,
        "<table><tr><td>" * 300 + SENTENCE,
        "<" * 50_000,
    ],
)
def test_hostile_markup_ends_in_text_or_a_clear_error(page: str) -> None:
    try:
        text = read(page).text
    except EmptyDocument as error:
        text = error.reason
    assert text
