"""How much room a name takes in the picture: cut into lines, and measured without a browser."""

from dataclasses import dataclass

FONT_SIZE = 13
LINE_HEIGHT = 15

_LONGEST_LINE = 21
# Widths of letters in thousandths of the font size, after Arial, which `map-picture.css` asks for;
# the factor allows for fonts that stand in for it.
_NARROW = {**dict.fromkeys("ijl.,:;'|!I()[]", 270), **dict.fromkeys("ft-r ", 330), "&": 670}
_WIDE = {**dict.fromkeys("mMW@%", 850), **dict.fromkeys("wABCDEGHKNOPQRSUVXYZÅÄÖØÆ", 700)}
_OTHER = 556
_ALLOWANCE = 1.12
# Scripts without small letters, such as Han, are as wide as high.
_FULL_WIDTH_FROM = 0x2E80


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """A name as it is written in the picture, in screen pixels."""

    lines: tuple[str, ...]
    width: float

    @property
    def height(self) -> float:
        """How high all lines are together."""
        return LINE_HEIGHT * len(self.lines)


def lettering(name: str) -> Lettering:
    """Cut a name into at most two lines and measure it; what is too long ends in an ellipsis.

    >>> lettering("Skåne Food Innovation Network").lines
    ('Skåne Food', 'Innovation Network')
    >>> lettering("Vinnova").lines
    ('Vinnova',)
    """
    lines = _lines(" ".join(name.split()))
    return Lettering(lines=lines, width=max(map(text_width, lines), default=0))


def text_width(text: str) -> float:
    """Give how wide a text is at most, in screen pixels.

    >>> text_width("ill") < text_width("MMM")
    True
    """
    return sum(map(_letter, text)) * FONT_SIZE / 1000 * _ALLOWANCE


def _letter(letter: str) -> int:
    if ord(letter) >= _FULL_WIDTH_FROM:
        return 1000
    return _NARROW.get(letter) or _WIDE.get(letter) or _OTHER


def _lines(name: str) -> tuple[str, ...]:
    if len(name) <= _LONGEST_LINE:
        return (name,) if name else ()
    words = name.split()
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    # The cut that leaves the two lines most alike; if they are too long, the fullest first line.
    best = min(cuts, key=lambda cut: max(map(len, cut)), default=(name, ""))
    if max(map(len, best)) > _LONGEST_LINE:
        best = next((cut for cut in reversed(cuts) if len(cut[0]) <= _LONGEST_LINE), best)
    return tuple(_shortened(line) for line in best if line)


def _shortened(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1].rstrip() + "…"
