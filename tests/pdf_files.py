"""PDF files made for tests: sound ones drawn by a library, hostile ones written by hand."""

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import reportlab
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT = 70.0
_FONTS = Path(reportlab.__file__).parent / "fonts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Lines drawn one below the other; `top` counts from the top of the page."""

    lines: Sequence[str]
    top: float
    left: float = LEFT
    size: float = 11.0
    bold: bool = False
    step: float = 14.0


def drawn(
    pages: Sequence[Sequence[Text]],
    *,
    title: str = "",
    font: str = "Helvetica",
    locked_by: str = "",
    turn: int = 0,
) -> bytes:
    """Draw pages of text; with a font's file name, that font is embedded.

    With `turn`, 90 or 270, the file's pages lie on their side and say so.
    """
    if font.endswith(".ttf"):
        pdfmetrics.registerFont(TTFont("Embedded", _FONTS / font))
    plain = "Embedded" if font.endswith(".ttf") else font
    made = io.BytesIO()
    encrypt = StandardEncryption(locked_by, strength=128) if locked_by else None
    canvas = Canvas(made, pagesize=A4, encrypt=encrypt, invariant=True)
    canvas.setTitle(title)
    for page in pages:
        if turn:  # what is drawn is turned the other way, so that it is seen upright
            canvas.setPageRotation(turn)
            canvas.translate(*((HEIGHT, 0) if turn == 90 else (0, WIDTH)))
            canvas.rotate(turn if turn == 90 else -90)
        for text in page:
            canvas.setFont(f"{plain}-Bold" if text.bold else plain, text.size)
            for at, line in enumerate(text.lines):
                canvas.drawString(text.left, HEIGHT - text.top - at * text.step, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def width_of(words: str, *, size: float = 11.0) -> float:
    """How wide words are drawn."""
    return float(pdfmetrics.stringWidth(words, "Helvetica", size))


def scanned(*, pages: int = 1, words: str = "") -> bytes:
    """Pages that are pictures; with words, a page of text comes first."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=True)
    if words:
        canvas.drawString(LEFT, 700, words)
        canvas.showPage()
    for _ in range(pages):
        canvas.drawInlineImage(Image.new("1", (40, 60)), 0, 0, WIDTH, HEIGHT)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def written(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """Write a file of objects by hand, the first of them the catalogue."""
    made = io.BytesIO()
    made.write(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(made.tell())
        made.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    at = made.tell()
    made.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    made.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    size = len(objects) + 1
    made.write(b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, at))
    return made.getvalue()


_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>"


def flate_bomb(megabytes: int = 1500) -> bytes:
    """A page whose small content unpacks to more than the memory that is given."""
    packer = zlib.compressobj(9)
    block = b"0 0 m 1 1 l S\n" * 75_000
    packed = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    content = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    kids = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return written([b"<</Type/Catalog/Pages 2 0 R>>", kids, _PAGE, content])


def one_page_many_times(times: int = 50_000) -> bytes:
    """A file that refers to one page again and again."""
    words = b"BT /F 12 Tf 50 700 Td (Again and again) Tj ET " * 400
    kids = b"<</Type/Pages/Count %d/Kids[%s]>>" % (times, b"3 0 R " * times)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = _PAGE.replace(b"<<>>", b"<</Font<</F 5 0 R>>>>")
    content = b"<</Length %d>>stream\n%s\nendstream" % (len(words), words)
    return written([b"<</Type/Catalog/Pages 2 0 R>>", kids, page, content, font])


def page_tree_in_a_circle() -> bytes:
    """A file whose pages hold themselves."""
    return written([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"])


def cross_references_in_a_circle() -> bytes:
    """A file whose older cross references are its own."""
    whole = drawn([[Text(lines=["Words"], top=100)]])
    at = whole.rindex(b"startxref\n") + 10
    place = whole[at:].split(b"\n")[0]
    return whole.replace(b"trailer\n<<", b"trailer\n<</Prev " + place + b" ")
