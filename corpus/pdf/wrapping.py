"""Lines to running text: hyphens at line ends undone with care, words joined by spaces."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

# PDFium so names whatever hyphen stands at the end of a line.
_SOFT_HYPHEN = "\u00ad"
_HYPHENS = ("-", "\u2010", _SOFT_HYPHEN)
_LAST_PART = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u2010\u00ad]$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

# "forsknings- och utvecklingsarbete": the hyphen stands for the rest of the word.
_AND_OR = {
    "and", "or", "och", "eller", "samt", "und", "oder", "bzw", "og", "en", "of", "et", "ou",
    "to", "till", "but", "resp", "respektive",
}  # fmt: skip
# Second parts of compounds that are written with a hyphen; no rule of hyphenation parts them off.
_PARTICLES = {
    "up", "ups", "off", "offs", "based", "driven", "wide", "term", "scale", "friendly", "related",
    "specific", "profit",
}  # fmt: skip
# First parts that are almost always written with a hyphen.
_PREFIXES = {"e", "non", "self", "well"}


class Joiner:
    """Joins lines by what the whole document shows of its words."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Count the words of a document that stand within its lines."""
        self._words: Counter[str] = Counter()
        for line in lines:
            self._words.update(word.casefold() for word in _inner_words(line))

    def glue(self, above: str, below: str) -> tuple[str, str]:
        """Give the line above as it is kept, and what stands between it and the line below.

        >>> Joiner(["an incubator", "a spin-off"]).glue("the incu-", "bator")
        ('the incu', '')
        >>> Joiner([]).glue("forsknings-", "och utvecklingsarbete")
        ('forsknings-', ' ')
        >>> Joiner([]).glue("the start-", "up")
        ('the start-', '')
        """
        if not above.endswith(_HYPHENS):
            return above, " "
        first, last = _LAST_PART.search(above), _FIRST_PART.match(below)
        if first is None or last is None:
            # A dash with a space before it is punctuation; a number or name is written with it.
            is_dash = len(above) < 2 or above[-2].isspace()
            return _plain(above), " " if is_dash else ""
        head, tail = first.group(1), last.group()
        if tail.casefold() in _AND_OR:
            return _plain(above), " "
        if self._keeps_hyphen(head, tail):
            return _plain(above), ""
        return above[:-1], ""

    def _keeps_hyphen(self, head: str, tail: str) -> bool:
        if tail[0].isupper() or head.isupper():
            return True
        whole, parted = f"{head}{tail}".casefold(), f"{head}-{tail}".casefold()
        known, hyphened = self._words[whole], self._words[parted]
        if known or hyphened:
            return hyphened > known
        return "-" in head or tail in _PARTICLES or head.casefold() in _PREFIXES


def _inner_words(line: str) -> list[str]:
    words = _WORD.findall(line.replace(_SOFT_HYPHEN, "-"))
    return words[:-1] if line.endswith(_HYPHENS) else words


def _plain(line: str) -> str:
    """Write a hyphen that is kept as one that everybody types."""
    return f"{line[:-1]}-"


def join(lines: Sequence[str], joiner: Joiner) -> str:
    """Join the lines of one paragraph."""
    text = ""
    for line in lines:
        if text:
            kept, between = joiner.glue(text, line)
            text = f"{kept}{between}{line}"
        else:
            text = line
    return text
