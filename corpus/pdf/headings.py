"""Which lines are headings, and of which level, by how they differ from most of the text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.pdf.layout import Line
from corpus.pdf.marks import is_marker

# A font so much larger than that of most text makes a heading.
_LARGER = 1.12
# So much larger, even a line that ends in a full stop is one.
_MUCH_LARGER = 1.5
_SMALLEST_BOLD = 0.95
# Longer ones are sentences that somebody wanted to stress.
_MOST_CHARACTERS = 160
_MOST_LINES = 3
# Sizes within this share of each other are one level.
_SAME_SIZE = 0.07
_DEEPEST = 6

_ENDS_OPEN = (",", ";", ":", "-", "–")
_ENDS_SENTENCE = (".", "!", "…")
_WORD = re.compile(r"[^\W\d_]{2}")


class Headings:
    """Tells the headings of one document, whose usual font is learnt from all of its lines."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Learn which fonts are usual, and which are headings'."""
        lines = list(lines)
        sizes: Counter[float] = Counter()
        bold = 0
        for line in lines:
            sizes[line.size] += len(line.text)
            bold += len(line.text) * line.bold
        self.body = sizes.most_common(1)[0][0] if sizes else 10.0
        # Where most is bold, boldness says nothing.
        self._bold_tells = 2 * bold < sizes.total()
        self._sizes = self._levels(line for line in lines if self.may_begin(line))

    def may_begin(self, line: Line) -> bool:
        """Whether a line looks like one of a heading, whatever stands around it."""
        text = line.text
        if len(text) > _MOST_CHARACTERS or not _WORD.search(text) or text.endswith(_ENDS_OPEN):
            return False
        if len(line.fragments) > 1 and not is_marker(line.fragments[0].text):
            return False  # cells beside each other
        if self._is_larger(line):
            much = line.size >= _MUCH_LARGER * self.body
            return much or not text.endswith(_ENDS_SENTENCE)
        is_bold = self._bold_tells and line.bold and line.size >= _SMALLEST_BOLD * self.body
        return is_bold and not text.endswith(_ENDS_SENTENCE)

    def is_one(self, lines: Sequence[Line]) -> bool:
        """Whether lines that look alike and follow each other are one heading."""
        text = " ".join(line.text for line in lines)
        return len(lines) <= _MOST_LINES and len(text) <= _MOST_CHARACTERS

    def level(self, line: Line) -> int:
        """The level of a heading: the largest font is 1, bold lines come after all larger ones."""
        if not self._is_larger(line):
            return min(len(self._sizes) + 1, _DEEPEST)
        below = (at for at, size in enumerate(self._sizes) if _are_alike(line.size, size))
        return min(next(below, len(self._sizes)) + 1, _DEEPEST)

    def are_alike(self, one: Line, other: Line) -> bool:
        """Whether two lines are set in fonts of one size and boldness."""
        return _are_alike(one.size, other.size) and one.bold == other.bold

    def _is_larger(self, line: Line) -> bool:
        return line.size >= _LARGER * self.body

    def _levels(self, lines: Iterable[Line]) -> list[float]:
        sizes: list[float] = []
        for size in sorted({line.size for line in lines if self._is_larger(line)}, reverse=True):
            if not sizes or not _are_alike(size, sizes[-1]):
                sizes.append(size)
        return sizes


def _are_alike(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_SIZE * max(one, other)
