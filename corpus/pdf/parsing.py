"""A whole PDF file to items; runs in a process of its own, see `corpus.parsing`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.items import UNREAD_PAGES, Item, Parsed
from corpus.normalising import single_line
from corpus.pdf.columns import columns_of
from corpus.pdf.furniture import without_furniture
from corpus.pdf.headings import Headings
from corpus.pdf.layout import Line, Page, pitch_of
from corpus.pdf.marks import without_leaders
from corpus.pdf.pages import NotReadable, PasswordNeeded, open_pdf
from corpus.pdf.paragraphs import Assembler, Placed
from corpus.pdf.tables import with_rows
from corpus.pdf.wrapping import Joiner
from corpus.refusals import Refused

# A PDF file begins with this, perhaps after a few other bytes.
_HEADER = b"%PDF-"
_HEADER_WITHIN = 1024
# So many lines of a table of contents in a row are one; the headings stand in the text anyway.
_CONTENTS_LINES = 3
# Above this share of unknown characters, the fonts do not say which letters they show.
_MOST_UNKNOWN = 0.3
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff]")

# What programs write where nobody gave a title.
_NO_TITLE = re.compile(
    r"untitled|microsoft (?:word|powerpoint)|powerpoint|document\d*$|dokument\d*$|presentation\d*$"
    r"|\.(?:docx?|pptx?|xlsx?|indd|qxd|pdf|tex|dvi|rtf|odt|html?)\b|slide \d|namnlös|anonymous"
    r"|unspecified|about:blank|https?://|^[\W\d_]*$",
    re.IGNORECASE,
)
_MOST_TITLE = 200


def parse_pdf(data: bytes) -> Parsed:
    """Read a PDF file.

    Raises:
        Refused: It cannot be read, or has no text.
    """
    if _HEADER not in data[:_HEADER_WITHIN]:
        raise Refused("not_pdf")
    try:
        opened = open_pdf(data)
    except PasswordNeeded as error:
        raise Refused("password") from error
    except NotReadable as error:
        raise Refused("damaged_pdf") from error
    pages = list(opened.read())
    _check_text(pages)
    return parse_pages(pages, title=single_line(opened.title))


def parse_pages(pages: Sequence[Page], *, title: str) -> Parsed:
    """Read the fragments of all pages; `title` is what the file states, "" if nothing."""
    placed = list(_placed(without_furniture(pages)))
    lines = [one.what for one in placed if isinstance(one.what, Line)]
    assembler = Assembler(Headings(lines), Joiner(line.text for line in lines))
    items = tuple(assembler.items(placed, len(pages)))
    pictures = [page.number for page in pages if page.is_picture]
    return Parsed(
        items=items,
        title=_title(title, items),
        metadata={UNREAD_PAGES: _ranges(pictures)} if pictures else {},
    )


def _ranges(numbers: Sequence[int]) -> str:
    """Write numbers, those that follow each other as a range.

    >>> _ranges([2, 3, 4, 9])
    '2-4, 9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _check_text(pages: Sequence[Page]) -> None:
    text = "".join(one.text for page in pages for one in page.fragments)
    if not any(character.isalnum() for character in text):
        raise Refused("unknown_letters" if len(text) > len(pages) else "scanned", len(pages))
    if len(_UNKNOWN.findall(text)) > _MOST_UNKNOWN * len(text):
        raise Refused("unknown_letters", len(pages))


def _placed(pages: Sequence[Page]) -> Iterator[Placed]:
    """Give all lines and rows in reading order."""
    column = 0
    for page in pages:
        for lines in columns_of(page.fragments):
            column += 1
            pitch = pitch_of(lines)
            for what in with_rows(_without_contents(lines)):
                yield Placed(what=what, page=page.number, column=column, pitch=pitch)


def _without_contents(lines: Sequence[Line]) -> list[Line]:
    """Drop tables of contents, and part other lines at rows of dots."""
    kept: list[Line] = []
    run: list[Line] = []
    for line in [*lines, None]:
        parts = without_leaders(line.text) if line else []
        if line and len(parts) > 1 and parts[-1].strip().isdigit():
            run.append(line)
            continue
        if len(run) < _CONTENTS_LINES:
            kept += [_with_parts(one, without_leaders(one.text)) for one in run]
        run = []
        if line and parts:
            kept.append(_with_parts(line, parts) if len(parts) > 1 else line)
    return kept


def _with_parts(line: Line, parts: Sequence[str]) -> Line:
    """Make fragments of parts that dots lead to."""
    first, last = line.fragments[0], line.fragments[-1]
    middle = (line.start + line.end) / 2
    heads = [replace(first, text=" | ".join(parts[:-1]), right=middle - line.size)]
    return replace(line, fragments=(*heads, replace(last, text=parts[-1], left=middle)))


def _title(stated: str, items: Sequence[Item]) -> str:
    """The first page's largest heading, unless what the file states also stands on that page."""
    first: list[Item] = []
    for item in items:
        if item.kind == "page" and item.level > 1:
            break
        first.append(item)
    shown = " ".join(item.text for item in first).casefold()
    is_stated = 0 < len(stated) <= _MOST_TITLE and not _NO_TITLE.search(stated)
    if is_stated and stated.casefold() in shown:
        return stated
    headings = [item for item in first if item.kind == "heading"]
    largest = min(headings, key=lambda item: item.level, default=None)
    if largest is not None:
        return largest.text
    return stated if is_stated else ""
