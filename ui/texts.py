"""The words of the interface, in each language, from `ui/texts/*.toml`: one file per room.

A file has a table per text with a line for each language; `{name}` stands for a value that is put
in. Texts that a script of the page needs have keys that begin with `script_`.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ui.language import Language
from ui.markup import escape

_FOLDER = Path(__file__).parent / "texts"
_FOR_SCRIPTS = "script_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The texts of one room, by key and language."""

    room: str
    by_key: Mapping[str, Mapping[str, str]]

    def say(self, language: Language, key: str, **values: object) -> str:
        """Give one text with its values put in; plain text, to be escaped where it is shown.

        Numbers are written as the language writes them: 1,234 and 1 234.

        Raises:
            KeyError: The room has no such text, or a value is missing.
        """
        written = {name: _written(value, language) for name, value in values.items()}
        return self.by_key[key][language].format(**written)

    def html(self, language: Language, key: str, **values: object) -> str:
        """Give one text escaped, for HTML."""
        return escape(self.say(language, key, **values))

    def render_for_scripts(self, language: Language) -> str:
        """Render what the page's scripts say as a hidden element that `static/texts.js` reads."""
        chosen = {
            key: texts[language]
            for key, texts in self.by_key.items()
            if key.startswith(_FOR_SCRIPTS)
        }
        return f'<div hidden data-texts="{escape(json.dumps(chosen, ensure_ascii=False))}"></div>'


@cache
def load_texts(room: str) -> Texts:
    """Read the texts of a room; read once, then kept.

    Raises:
        FileNotFoundError: No room has this name.
    """
    with (_FOLDER / f"{room}.toml").open("rb") as file:
        return Texts(room=room, by_key=tomllib.load(file))


def _written(value: object, language: Language) -> object:
    """Write a whole number with its thousands apart; everything else stays as it is."""
    if not isinstance(value, int) or isinstance(value, bool):
        return value
    # A no-break space, so that a number is never torn apart at a line's end.
    return f"{value:,}" if language == "en" else f"{value:,}".replace(",", "\u00a0")
