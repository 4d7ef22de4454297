"""Characters with places to fragments: words that follow each other without a wide gap."""

from dataclasses import dataclass

from corpus.pdf.layout import Fragment

# In font sizes. Wider gaps part columns and cells; most justified lines have narrower ones.
_WIDE_GAP = 1.15
# Narrower ones lie within a word, whatever the file says of spaces.
_WORD_GAP = 0.3
_BACKWARDS = 0.5
_SHARED_HEIGHT = 0.4
# A digit so much smaller and so much higher than the word before it stands for a note below.
_SMALL, _RAISED = 0.8, 0.15
# Behind shorter words it may be a square or a cube.
_LONG_WORD = 4
_CLOSING = ",.;:)!?"

# What fonts draw as one sign, and signs that fonts of symbols use for bullets.
_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
_PRIVATE_BULLETS = {"\uf0b7", "\uf0a7", "\uf0d8", "\uf0fc", "\uf076", "\uf06e", "\uf071", "\uf0a8"}


@dataclass(slots=True, kw_only=True)
class Glyph:
    """A character where it stands, as read from the page's upper left; a space has no place."""

    character: str
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    bold: bool = False


class Fragments:
    """Collects the characters of a page into fragments."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._done: list[Fragment] = []
        self._glyphs: list[Glyph] = []
        self._text: list[str] = []
        self._spaced = False
        self._gap = 0.0

    def add(self, glyph: Glyph) -> None:
        """Add the next character in the file's order."""
        if glyph.character == " ":
            self._spaced = True
            return
        last = self._glyphs[-1] if self._glyphs else None
        if last is not None:
            if not _follows(last, glyph):
                self._end()
            elif _is_note_mark(last, glyph, self._text):
                last.right, self._spaced = max(last.right, glyph.right), False
                return
            elif self._is_word_end(last, glyph):
                self._text.append(" ")
                self._gap = max(self._gap, glyph.left - last.right)
        self._spaced = False
        self._glyphs.append(glyph)
        self._text.append(_written(glyph.character))

    def done(self) -> tuple[Fragment, ...]:
        """Give all fragments, in the file's order."""
        self._end()
        return tuple(self._done)

    def _is_word_end(self, last: Glyph, glyph: Glyph) -> bool:
        gap = glyph.left - last.right
        if glyph.character in _CLOSING and gap < _WORD_GAP * _height(glyph):
            return False  # behind a raised sign, the file's spaces are guessed
        return self._spaced or gap > _WORD_GAP * _height(glyph)

    def _end(self) -> None:
        glyphs, text = self._glyphs, "".join(self._text).strip()
        gap, self._gap = self._gap, 0.0
        self._glyphs, self._text = [], []
        if not glyphs or not text:
            return
        # The tallest stand on the line; smaller ones may be raised or lowered.
        largest = max(glyph.size for glyph in glyphs)
        usual = [glyph for glyph in glyphs if glyph.size == largest]
        self._done.append(
            Fragment(
                text=text,
                left=min(glyph.left for glyph in glyphs),
                right=max(glyph.right for glyph in glyphs),
                top=min(glyph.top for glyph in usual),
                bottom=max(glyph.bottom for glyph in usual),
                size=largest,
                bold=all(glyph.bold for glyph in glyphs),
                gap=gap,
            )
        )


def _written(character: str) -> str:
    if character in _PRIVATE_BULLETS:
        return "•"
    return _LIGATURES.get(character, character)


def _is_note_mark(last: Glyph, glyph: Glyph, text: list[str]) -> bool:
    """Whether a raised digit behind a word or a sentence stands for a note."""
    if not (glyph.character.isdigit() or glyph.character in "*†‡"):
        return False
    is_raised = last.bottom - glyph.bottom > _RAISED * last.size
    if not (is_raised and glyph.size < _SMALL * last.size):
        return False
    word = "".join(text[-_LONG_WORD:])
    return text[-1] in _CLOSING or (len(word) == _LONG_WORD and word.isalpha())


def _height(glyph: Glyph) -> float:
    return glyph.size or glyph.bottom - glyph.top


def _follows(last: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands right of the last one on its line, without a wide gap."""
    shared = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
    lower = min(last.bottom - last.top, glyph.bottom - glyph.top)
    if shared <= _SHARED_HEIGHT * lower:
        return False
    height = max(_height(last), _height(glyph))
    gap = glyph.left - last.right
    return gap <= _WIDE_GAP * height and glyph.left >= last.left - _BACKWARDS * height
