"""The pages of a PDF file as placed fragments of text; the only place that knows PDFium."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.pdf.fragments import Fragments, Glyph
from corpus.pdf.layout import Page

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

# Every so many characters their angle is asked for, to learn which way a page is read.
_SAMPLE = 23
_QUARTER = math.pi / 2
# A character higher or lower than the last one by this share is of another size.
_OTHER_FONT = 0.15
# Text that leans more than this, in radians, is a stamp across the page.
_LEANING = 0.1
_FONT_NAME_BYTES = 128
_BOLD_NAME = re.compile("bold|black|heavy|demi|cmbx|sfbx", re.IGNORECASE)
_BOLD_WEIGHT = 600
_LAST_CODE_POINT = 0x10FFFF
# PDFium names a hyphen at the end of a line by these.
_HYPHENS = {0x2, 0xFFFE}


class PasswordNeeded(Exception):
    """The file opens with a password only."""


class NotReadable(Exception):
    """The file is no PDF, or damaged beyond what can be mended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open file; `title` as its maker wrote it, "" if none."""

    title: str
    pages: int
    document: PdfDocument

    def read(self) -> Iterator[Page]:
        """Give the pages in order; one that is damaged is given without text."""
        from pypdfium2 import PdfiumError  # see `open_pdf`

        for index in range(self.pages):
            try:
                page = self.document[index]
            except PdfiumError:
                yield Page(number=index + 1, width=0.0, height=0.0, fragments=())
                continue
            try:
                text = page.get_textpage()
                try:
                    yield _read_page(page, text, index + 1)
                finally:
                    text.close()
            finally:
                page.close()


def open_pdf(data: bytes) -> Opened:
    """Open a file.

    Raises:
        PasswordNeeded: It is encrypted.
        NotReadable: It is no PDF or damaged.
    """
    from pypdfium2 import PdfDocument, PdfiumError  # slow to import, needed for PDF files only
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    try:
        document = PdfDocument(data)
        pages = len(document)
        title = str(document.get_metadata_value("Title") or "")
    except PdfiumError as error:
        if getattr(error, "err_code", None) in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
            raise PasswordNeeded from error
        raise NotReadable from error
    return Opened(title=title, pages=pages, document=document)


def _read_page(page: PdfPage, text: PdfTextPage, number: int) -> Page:
    left, bottom, right, top = page.get_cropbox()
    place = _Place(left=left, bottom=bottom, right=right, top=top, quarter=_quarter(text))
    fragments = Fragments()
    for glyph in _glyphs(text, place):
        fragments.add(glyph)
    width, height = place.size
    found = fragments.done()
    return Page(
        number=number,
        width=width,
        height=height,
        fragments=found,
        is_picture=not found and _has_picture(page),
    )


def _has_picture(page: PdfPage) -> bool:
    from pypdfium2 import raw  # see `open_pdf`

    return any(
        raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, at)) == raw.FPDF_PAGEOBJ_IMAGE
        for at in range(raw.FPDFPage_CountObjects(page))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A page's edges in the file's own measure, and by how many quarters its text is turned."""

    left: float
    bottom: float
    right: float
    top: float
    quarter: int

    @property
    def size(self) -> tuple[float, float]:
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarter % 2 else (width, height)

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def turned(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Give left, right, top and bottom as read: counted from the corner where text begins."""
        match self.quarter:
            case 0:
                return left - self.left, right - self.left, self.top - top, self.top - bottom
            case 1:
                return self.top - top, self.top - bottom, self.right - right, self.right - left
            case 2:
                return (
                    self.right - right,
                    self.right - left,
                    bottom - self.bottom,
                    top - self.bottom,
                )
            case _:
                return bottom - self.bottom, top - self.bottom, left - self.left, right - self.left


def _quarter(text: PdfTextPage) -> int:
    """By how many quarters, with the clock, most of the text is turned."""
    from pypdfium2 import raw  # see `open_pdf`

    count = raw.FPDFText_CountChars(text)
    found = Counter(
        round(raw.FPDFText_GetCharAngle(text, index) / _QUARTER) % 4
        for index in range(0, count, _SAMPLE)
        if not chr(_code(raw.FPDFText_GetUnicode(text, index))).isspace()
    )
    return found.most_common(1)[0][0] if found else 0


def _code(unicode: int) -> int:
    """Give a character that text may hold for one that the file names."""
    if unicode in _HYPHENS:
        return ord("\u00ad")
    if unicode > _LAST_CODE_POINT or 0xD800 <= unicode <= 0xDFFF:
        return 0xFFFD
    return unicode


def _glyphs(text: PdfTextPage, place: _Place) -> Iterator[Glyph]:
    """Give the characters in the file's order; a white space has no place and no font."""
    from pypdfium2 import raw  # see `open_pdf`

    box, font = raw.FS_RECTF(), _Font(text)
    begins_word, height = True, 0.0
    for index in range(raw.FPDFText_CountChars(text)):
        character = chr(_code(raw.FPDFText_GetUnicode(text, index)))
        if character.isspace() or character == "\x00":
            begins_word = True
            yield Glyph(character=" ")
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        if not place.holds(x, y):
            continue
        left, right, top, bottom = place.turned(box.left, box.bottom, box.right, box.top)
        if begins_word or abs(bottom - top - height) > _OTHER_FONT * height:
            font.look(index)
            begins_word, height = False, bottom - top
        if abs(_turn(font.angle - place.quarter * _QUARTER)) > _LEANING:
            continue
        yield Glyph(
            character=character,
            left=left,
            right=right,
            top=top,
            bottom=bottom,
            size=font.size,
            bold=font.bold,
        )


def _turn(angle: float) -> float:
    """Bring an angle between minus and plus half a turn."""
    return (angle + math.pi) % (2 * math.pi) - math.pi


class _Font:
    """Size, boldness and angle of the word that begins at a character."""

    def __init__(self, text: PdfTextPage) -> None:
        from pypdfium2 import raw  # see `open_pdf`

        self._raw, self._text = raw, text
        self._matrix = raw.FS_MATRIX()
        self._name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
        self._flags = ctypes.c_int()
        self.size, self.bold, self.angle = 0.0, False, 0.0

    def look(self, index: int) -> None:
        """Learn of the word at a character."""
        raw, text = self._raw, self._text
        size = raw.FPDFText_GetFontSize(text, index)
        if raw.FPDFText_GetMatrix(text, index, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        self.size = round(size, 1)
        self.angle = raw.FPDFText_GetCharAngle(text, index)
        self._name.value = b""
        raw.FPDFText_GetFontInfo(text, index, self._name, _FONT_NAME_BYTES, self._flags)
        name = self._name.value.decode("latin-1")
        weight = raw.FPDFText_GetFontWeight(text, index)
        self.bold = weight >= _BOLD_WEIGHT or _BOLD_NAME.search(name) is not None
