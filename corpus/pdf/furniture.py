"""Running headers, footers and page numbers: found by standing at the same place on other pages."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from corpus.pdf.layout import Fragment, Page, rows_of

# Shares of a page's height in which such lines stand.
_HEAD = 0.13
_FOOT = 0.87
# A line seen so often, near by, is part of the paper and not of the text.
_FEWEST_PAGES = 3
# Left and right pages have lines of their own, so the page after the next counts as near.
_NEAR_PAGES = 2
# In points: printed pages are shifted a little against each other by their programs.
_SAME_HEIGHT = 4.0

_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:page|sida|sidan|s\.|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|\||of|av|\()\s*\d{1,4}\)?)?[-–—|\s]*",
    re.IGNORECASE,
)

_Key = tuple[str, float]


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """Give the pages without what is repeated at their heads and feet.

    A line counts as repeated when, but for numbers, it stands at the same height on three pages
    near each other, or on both pages of two. A number alone is a page's when it grows with the
    pages; that of a single page stays, since nothing tells it from the text.
    """
    seen: dict[_Key, list[int]] = defaultdict(list)
    for page in pages:
        for key in {_key(row) for row in _edge_rows(page)}:
            seen[key].append(page.number)
    shift = _numbering(pages)
    return [
        replace(
            page,
            fragments=_left(
                page,
                [
                    row
                    for row in _edge_rows(page)
                    if _is_repeated(page.number, _near_keys(seen, _key(row)), len(pages))
                    or (shift is not None and _number_of(row) == page.number + shift)
                ],
            ),
        )
        for page in pages
    ]


def _left(page: Page, dropped: Sequence[Sequence[Fragment]]) -> tuple[Fragment, ...]:
    gone = {id(fragment) for row in dropped for fragment in row}
    return tuple(fragment for fragment in page.fragments if id(fragment) not in gone)


def _edge_rows(page: Page) -> list[list[Fragment]]:
    head, foot = _HEAD * page.height, _FOOT * page.height
    at_edges = [one for one in page.fragments if one.bottom <= head or one.top >= foot]
    return rows_of(at_edges)


def _key(row: Sequence[Fragment]) -> _Key:
    words = " ".join(fragment.text for fragment in row)
    return _NUMBER.sub("#", words).casefold(), row[0].top


def _near_keys(seen: dict[_Key, list[int]], key: _Key) -> list[int]:
    """The pages on which the same words stand at about the same height."""
    words, top = key
    return [
        page
        for (other, at), pages in seen.items()
        if other == words and abs(at - top) <= _SAME_HEIGHT
        for page in pages
    ]


def _is_repeated(page: int, pages: Sequence[int], count: int) -> bool:
    known = set(pages)
    if count <= _FEWEST_PAGES - 1:
        return len(known) == count > 1
    near = any(other != page and abs(other - page) <= _NEAR_PAGES for other in known)
    return near and len(known) >= _FEWEST_PAGES


def _number_of(row: Sequence[Fragment]) -> int | None:
    """The number of a line that says nothing else, or has it apart at one end; None of others."""
    whole = " ".join(fragment.text for fragment in row)
    for words in (whole, row[0].text, row[-1].text):
        digits = re.search(r"\d+", words)
        if digits and _PAGE_NUMBER.fullmatch(words.strip()):
            return int(digits.group())
    return None


def _numbering(pages: Sequence[Page]) -> int | None:
    """By how much the printed numbers differ from the counted ones; None where none are seen."""
    shifts: dict[int, set[int]] = defaultdict(set)
    for page in pages:
        for row in _edge_rows(page):
            number = _number_of(row)
            if number is not None:
                shifts[number - page.number].add(page.number)
    usual = max(shifts, key=lambda shift: len(shifts[shift]), default=None)
    return usual if usual is not None and len(shifts[usual]) > 1 else None
