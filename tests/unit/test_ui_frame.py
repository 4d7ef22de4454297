"""The frame that all pages share."""

import re

import pytest

from ui.assets import imported_by, version
from ui.frame import Room, render_frame
from ui.language import Language


def page(*, current: Room = "map", language: Language = "en") -> str:
    return render_frame(
        title="A <title>",
        body="<h1>Body</h1>",
        current=current,
        language=language,
        styles=("map.css",),
        scripts=("map.js",),
    )


@pytest.mark.parametrize("current", ["chat", "map", "documents", "insights"])
def test_the_navigation_names_every_room_and_marks_the_current_one(current: Room) -> None:
    shown = page(current=current)
    links = re.findall(r'<li><a href="([^"]+)"( aria-current="page")?>(\w+)</a>', shown)
    assert [name for _, _, name in links] == ["Chat", "Map", "Documents", "Insights"]
    assert [name.lower() for _, marked, name in links if marked] == [current]


def test_the_frame_speaks_the_language_and_offers_the_other() -> None:
    shown = page(language="sv")
    assert '<html lang="sv">' in shown
    assert ">Karta</a>" in shown
    assert '<button type="button" lang="en" data-language="en" ' in shown
    assert ">English</button>" in shown
    assert '<button type="button" lang="sv"' not in shown


def test_the_title_is_escaped_and_scripts_come_from_files_only() -> None:
    shown = page()
    assert "<title>A &lt;title&gt; · Ecosystem assistant</title>" in shown
    assert re.findall(r"<script(?![^>]*\bsrc=)|\son\w+=", shown) == []
    assert re.findall(rf'(?:src|href)="/ui/{version()}/([^"]+)"', shown) == [
        "address.js", "colours.js", "favicon.svg", "theme.css", "frame.css", "buttons.css",
        "direction.css", "forced-colours.css", "map.css", "print.css", "cookies.js", "timezone.js",
        *imported_by("map.js"), "frame.js", "map.js",
    ]  # fmt: skip


def test_the_body_stands_in_the_main_part() -> None:
    assert re.search(r'<main id="main" tabindex="-1">\s*<h1>Body</h1>\s*</main>', page())
