"""Signs before the items of a list, and dots that lead to a number."""

import re
from dataclasses import dataclass

_BULLETS = "•‣◦▪▫▸►▶●○■□◆◇➢➤✓✔✗·∙⁃"
_MARKER = re.compile(
    rf"(?:(?P<bullet>[{_BULLETS}]|[-–—*o](?=\s|$))|(?P<number>\(?(?:\d{{1,2}}|[a-zA-Z]|[ivx]{{1,4}})[.)])(?=\s|$))\s*"
)
_LEADER = re.compile(r"\s*(?:\.\s?){4,}\s*|\s*…{2,}\s*|\s*_{5,}\s*")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line that begins an item: its marker as written in lists, and the words after it."""

    marker: str
    words: str


def marked(text: str) -> Marked | None:
    """Take the marker off a line; None where it has none.

    >>> marked("• Two sites")
    Marked(marker='-', words='Two sites')
    >>> marked("b) Two sites").marker
    'b)'
    """
    found = _MARKER.match(text)
    if found is None or (found["bullet"] in {"o", "-"} and not text[1:2].isspace()):
        return None
    return Marked(marker=found["number"] or "-", words=text[found.end() :])


def is_marker(text: str) -> bool:
    """Whether a text is a marker and nothing else."""
    return _MARKER.fullmatch(text) is not None


def without_leaders(text: str) -> list[str]:
    """Part a line at rows of dots.

    >>> without_leaders("2.1 Naming . . . . . . 3")
    ['2.1 Naming', '3']
    """
    return [part for part in _LEADER.split(text) if part]
