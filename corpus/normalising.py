"""The one place that decides which characters a document's text may hold.

Hidden characters can carry instructions that no reader sees, so they go at the door. Which text is
worth keeping is not decided here.
"""

import re
import unicodedata

# Unicode's stream-safe text format (UAX #15) allows 30 combining marks in a row. Without a limit,
# the time of NFC grows with the square of the run.
_MAX_COMBINING_RUN = 30

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters but tab and line feed
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # soft hyphen, joiner, empty letters
    "\u180b-\u180f\u200b-\u200f\u2060-\u206f\ufeff"  # zero width, direction marks
    "\u202a-\u202e"  # direction overrides (isolates are in U+2060-206F)
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors
    "\ufff9-\ufffb\U000e0000-\U000e007f"  # annotations, tags
    "\ud800-\udfff"  # halves of surrogate pairs
    "]"
)
_SPACES = re.compile("[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SPACE_RUNS = re.compile("  +")
_MARK_RUNS = re.compile(rf"[^\w\s]{{{_MAX_COMBINING_RUN + 1},}}")


def clean(text: str) -> str:
    r"""Make every line end "\n" and drop invisible characters; layout stays as it is.

    >>> clean("pay\u200bload\r\nnext\x00")
    'payload\nnext'
    """
    return _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))


def normalise(text: str) -> str:
    r"""Bring text into the form that documents hold: clean, NFC, plain spaces, no trailing spaces.

    Line breaks and runs of spaces stay. Applying it twice changes nothing.

    >>> normalise("Ska\u030ane\u00a0 \nLund")
    'Skåne\nLund'
    """
    text = _SPACES.sub(" ", clean(text))
    text = _MARK_RUNS.sub(_limit_marks, text)
    text = unicodedata.normalize("NFC", text)
    return "\n".join(line.rstrip() for line in text.split("\n"))


def prose(text: str) -> str:
    r"""Normalise running text: as `normalise`, and single spaces, no spaces around line breaks.

    >>> prose(" one   two \n  three ")
    'one two\nthree'
    """
    lines = _SPACE_RUNS.sub(" ", normalise(text)).split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def single_line(text: str) -> str:
    r"""Normalise text that must stand on one line, such as a title or a table cell.

    >>> single_line(" The\n  Bridge ")
    'The Bridge'
    """
    return " ".join(normalise(text).split())


def _limit_marks(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run.group():
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MAX_COMBINING_RUN:
            kept.append(character)
    return "".join(kept)
