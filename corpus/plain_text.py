"""Plain text to blocks: headings, lists and paragraphs without marks, found by their looks.

The rules, in the order they are tried:
- lines under a row of "=" or "-" are headings;
- lines that begin with a bullet or number are list items, lines with " | " are table rows;
- a short line alone between empty lines, without a full stop, above something longer is a heading,
  unless the same line also stands elsewhere without being one (a caption, a button);
- lines broken to fit a width are joined again; a line that could have been longer ends a paragraph.
A gap wider than the usual one above text that has no heading of its own ends the section: such a
paragraph has lost its heading and must not be read under the one before.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from corpus.decoding import decode_text
from corpus.normalising import clean, prose
from corpus.reading import Reading, TextBuilder

# Longer lines are sentences; the longest real headings on web pages are just above 80 characters.
_MAX_HEADING = 100
# Text broken by hand or by mail programs is 60 to 100 characters wide. Narrower lines are verse,
# addresses and menus, wider ones are whole paragraphs.
_WRAP_WIDTHS = range(50, 110)
# A next line this long is a paragraph even without a full stop.
_PARAGRAPH_LENGTH = 100

_BULLET = re.compile(r"([-*+•‣◦▪–·]|\d{1,3}[.)]|[a-z][.)]) +(?=\S)")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_ENDS_OPEN = (".", ",", ";", ":", "…", "-")
_ENDS_SENTENCE = (".", "!", "?", ":", ".”", '."', ".)", "…")


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines without an empty line between them, and how many empty lines stand above."""

    lines: tuple[str, ...]
    gap: int


def read_plain_text(data: bytes, source: str) -> Reading:
    """Read text without marks; `title` is its first block when that is a heading.

    Raises:
        UnreadableDocument: The bytes are no text.
    """
    groups = tuple(_groups(clean(decode_text(data, source))))
    builder = TextBuilder()
    headings = _headings(groups)
    usual_gap = median_low([group.gap for group in groups[1:]] or [1])
    for index, group in enumerate(groups):
        if index in headings:
            builder.heading(group.lines[0], level=1 if index == 0 else 2)
            continue
        if index and group.gap > usual_gap:
            builder.end_section()
        for line in _join_wrapped(group.lines):
            _add_line(builder, line)
    text, blocks = builder.build()
    title = prose(groups[0].lines[0]) if 0 in headings else None
    return Reading(text=text, blocks=blocks, title=title)


def _groups(text: str) -> Iterator[_Group]:
    lines: list[str] = []
    gap = next_gap = 0
    for line in [*text.split("\n"), ""]:
        if line.strip():
            if not lines:
                gap = next_gap
            lines.append(line.rstrip())
            next_gap = 0
            continue
        if lines:
            yield _Group(tuple(lines), gap)
            lines = []
        next_gap += 1


def _headings(groups: Sequence[_Group]) -> frozenset[int]:
    """Find the groups that are headings, by position."""
    pairs = list(pairwise([*groups, _Group(("",), 0)]))
    short = [index for index, (group, _) in enumerate(pairs) if _is_short_line(group)]
    above_text = {index for index in short if _is_text(*pairs[index])}
    if 0 in short and 1 in above_text:
        above_text.add(0)  # the title of the whole text, with a heading right below
    elsewhere = Counter(_words(groups[index]) for index in short if index not in above_text)
    underlined = {index for index, group in enumerate(groups) if _is_underlined(group)}
    return frozenset(
        underlined | {index for index in above_text if not elsewhere[_words(groups[index])]}
    )


def _words(group: _Group) -> str:
    return prose(group.lines[0]).casefold()


def _is_underlined(group: _Group) -> bool:
    return len(group.lines) == 2 and _UNDERLINE.fullmatch(group.lines[1].strip()) is not None


def _is_short_line(group: _Group) -> bool:
    line = group.lines[0].strip()
    return (
        len(group.lines) == 1
        and len(line) <= _MAX_HEADING
        and not line.endswith(_ENDS_OPEN)
        and " | " not in prose(line)
        and any(character.isalpha() for character in line)
        and (line[0].isdigit() or not _BULLET.match(line))
    )


def _is_text(heading: _Group, below: _Group) -> bool:
    """Whether what stands below a possible heading is text rather than one more short line."""
    first = below.lines[0].strip()
    if _BULLET.match(heading.lines[0].strip()) and _BULLET.match(first):
        return False  # two numbered lines are a list
    if _BULLET.match(first) or " | " in prose(first) or first.endswith(":"):
        return True
    total = sum(len(line) for line in below.lines)
    return total > len(heading.lines[0].strip()) and (
        total >= _PARAGRAPH_LENGTH or below.lines[-1].endswith(_ENDS_SENTENCE)
    )


def _join_wrapped(lines: Sequence[str]) -> list[str]:
    """Join lines that were broken to fit a width; indentation of the first line of each stays."""
    width = max(len(line) for line in lines)
    if width not in _WRAP_WIDTHS:
        return list(lines)
    joined = [[lines[0]]]
    for above, line in pairwise(lines):
        next_word = line.split(maxsplit=1)[0]
        fits = len(above) + 1 + len(next_word) <= width
        if fits or _BULLET.match(line.strip()) or " | " in f"{above}{line}":
            joined.append([line])
        else:
            joined[-1].append(line.strip())
    return [" ".join(parts) for parts in joined]


def _add_line(builder: TextBuilder, line: str) -> None:
    words = prose(line)
    bullet = _BULLET.match(words)
    if bullet is not None:
        depth = 1 + (len(line) - len(line.lstrip())) // 2
        mark = bullet.group(1)
        marker = mark if mark[0].isalnum() else "-"
        builder.list_item(words[bullet.end() :], level=min(depth, 9), marker=marker)
    elif " | " in words:
        builder.table_row(words.split(" | "))
    else:
        builder.paragraph(words)
