"""The interface's words: whole in each language, and nothing in them that nobody says."""

import re
from pathlib import Path
from string import Formatter

import pytest

import ui.texts
from ui.language import LANGUAGES, language_of
from ui.texts import load_texts

HOUSE = Path(ui.texts.__file__).parent
ROOMS = sorted(path.stem for path in (HOUSE / "texts").glob("*.toml"))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def source() -> str:
    files = [*HOUSE.rglob("*.py"), *(HOUSE / "static").glob("*.js")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("room", ROOMS)
def test_each_text_is_there_in_each_language_with_the_same_values(room: str) -> None:
    for key, texts in load_texts(room).by_key.items():
        assert set(texts) == set(LANGUAGES), key
        assert all(text.strip() == text and text for text in texts.values()), key
        wanted = placeholders(texts["en"])
        assert {language: placeholders(text) for language, text in texts.items()} == dict.fromkeys(
            LANGUAGES, wanted
        ), key


@pytest.mark.parametrize("room", ROOMS)
def test_each_text_is_said_somewhere(room: str) -> None:
    code = source()
    # A key may be put together: f"nav_{room}" says every key that begins with "nav_".
    beginnings = tuple(re.findall(r"[\"'`](\w+_)\$?\{", code))
    unsaid = [
        key
        for key in load_texts(room).by_key
        if not re.search(rf"[\"'`]{key}[\"'`]", code) and not key.startswith(beginnings)
    ]
    assert unsaid == []


def test_values_are_put_in_and_numbers_written_as_the_language_writes_them() -> None:
    texts = ui.texts.Texts(
        room="x", by_key={"found": {"en": "{count} of {what}", "sv": "{count} av {what}"}}
    )
    assert texts.say("en", "found", count=1234, what="<all>") == "1,234 of <all>"
    assert texts.say("sv", "found", count=1234, what="x") == "1\u00a0234 av x"
    assert texts.html("en", "found", count=1, what="<all>") == "1 of &lt;all&gt;"


def test_a_chosen_language_wins_and_an_unknown_one_counts_as_none() -> None:
    assert language_of({"assistant_language": "sv"}, "en") == "sv"
    assert language_of({"assistant_language": "xx"}, "sv") == "sv"
    assert language_of({}, "fr,de;q=0.5") == "en"


@pytest.mark.parametrize(
    "header", ["", ",;q=,", "sv;q=x", "sv;q=0", "q=;;;", "*", "en;q=1,sv;q=0.9"]
)
def test_an_odd_header_gives_the_default(header: str) -> None:
    assert language_of({}, header) == "en"
