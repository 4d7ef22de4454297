"""Text to inert HTML: one escape for every word that is not ours, and a tiny Markdown for answers.

No link, image or raw HTML ever comes out of a text; the only markup is what these functions write.
Deliberately not a Markdown library: an answer uses paragraphs, lists, tables, bold and `[1]` only.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator

MarkerLink = Callable[[int], str | None]
"""Gives the address that marker `[n]` opens, or None when nothing carries that number."""

# Controls, bidirectional overrides, zero-width marks and tag characters can hide or reorder what a
# reader sees. The joiners U+200C/U+200D stay: scripts and emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
# The page's text component reads Markdown and ends raw HTML at a blank line. As entities, these
# characters mean nothing to Markdown, wherever they stand.
_MARKDOWN_ENTITIES = str.maketrans({c: f"&#{ord(c)};" for c in "\\`*_[]!$~|:@{}\n\r\t"})

_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)
_MARKER = re.compile(r"\[(\d{1,4})\]")
_BULLET = re.compile(r"[ \t]*[-*•][ \t]+(?P<text>.*)")
_NUMBERED = re.compile(r"[ \t]*\d{1,3}[.)][ \t]+(?P<text>.*)")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<text>.*)")
_QUOTE = re.compile(r">[ \t]?(?P<text>.*)")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_BACKSLASHED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>])")


def escape(text: str) -> str:
    r"""Make any text inert in HTML and in Markdown, in element content and in quoted attributes.

    Invisible and reordering characters are removed, lone surrogates become U+FFFD, and line ends
    become entities, so that the result is always one line.

    >>> escape('<b onclick="x">')
    '&lt;b onclick=&quot;x&quot;&gt;'
    >>> escape("![x](http://a)\n")
    '&#33;&#91;x&#93;(http&#58;//a)&#10;'
    """
    visible = _SURROGATE.sub("\ufffd", _INVISIBLE.sub("", text))
    return html.escape(visible, quote=True).translate(_MARKDOWN_ENTITIES)


def render_markdown(text: str, marker_link: MarkerLink) -> str:
    """Render an answer's Markdown as HTML; everything that is not known Markdown is shown as text.

    >>> render_markdown("It is **2010** [1].", lambda number: f"#cite-1-{number}")
    '<p>It is <strong>2010</strong> <a class="marker" href="#cite-1-1"><span class="sr-only">Open \
citation </span>1</a>.</p>'
    """
    return "".join(_blocks(text.splitlines(), marker_link))


def unescape_markdown(text: str) -> str:
    r"""Give a text whose Markdown characters were written with backslashes as it is read.

    >>> unescape_markdown(r"A\*B \[1\]")
    'A*B [1]'
    """
    return _BACKSLASHED.sub(r"\1", text)


def _blocks(lines: list[str], marker_link: MarkerLink) -> Iterator[str]:
    """Cut lines into blocks at blank lines and at changes of kind, and render each."""
    at = 0
    while at < len(lines):
        kind = _kind(lines, at)
        end = at + 1
        while end < len(lines) and _continues(kind, lines, end):
            end += 1
        if kind != "blank":
            yield _render_block(kind, lines[at:end], marker_link)
        at = end


def _kind(lines: list[str], at: int) -> str:
    """Name the kind of block that the line at `at` opens."""
    line = lines[at]
    if not line.strip():
        return "blank"
    if "|" in line and at + 1 < len(lines) and _TABLE_RULE.fullmatch(lines[at + 1].strip()):
        return "table"
    for kind, pattern in (
        ("bullets", _BULLET),
        ("numbers", _NUMBERED),
        ("heading", _HEADING),
        ("quote", _QUOTE),
    ):
        if pattern.fullmatch(line):
            return kind
    return "paragraph"


def _continues(kind: str, lines: list[str], at: int) -> bool:
    """Tell whether the line at `at` still belongs to a block of this kind."""
    if kind == "table":
        return "|" in lines[at]
    return kind != "heading" and _kind(lines, at) == kind


def _render_block(kind: str, lines: list[str], marker_link: MarkerLink) -> str:
    """Render one block."""
    match kind:
        case "bullets":
            return f"<ul>{_items(lines, _BULLET, marker_link)}</ul>"
        case "numbers":
            return f"<ol>{_items(lines, _NUMBERED, marker_link)}</ol>"
        case "heading":
            return f'<p class="lead-in">{_inline(_strip(lines[0], _HEADING), marker_link)}</p>'
        case "quote":
            text = "\n".join(_strip(line, _QUOTE) for line in lines)
            return f"<blockquote>{_inline(text, marker_link)}</blockquote>"
        case "table":
            return _table(lines, marker_link)
        case _:
            rendered = (_inline(line.strip(), marker_link) for line in lines)
            return f"<p>{'<br>'.join(rendered)}</p>"


def _strip(line: str, pattern: re.Pattern[str]) -> str:
    """Give what follows a line's Markdown prefix."""
    found = pattern.fullmatch(line)
    return found["text"] if found else line


def _items(lines: Iterable[str], pattern: re.Pattern[str], marker_link: MarkerLink) -> str:
    """Render the items of a list."""
    return "".join(f"<li>{_inline(_strip(line, pattern), marker_link)}</li>" for line in lines)


def _table(lines: list[str], marker_link: MarkerLink) -> str:
    """Render a table whose second line is its rule."""

    def row(line: str, cell: str) -> str:
        cells = _CELL_BORDER.split(line.strip().removeprefix("|").removesuffix("|"))
        rendered = (f"<{cell}>{_inline(text.strip(), marker_link)}</{cell}>" for text in cells)
        return f"<tr>{''.join(rendered)}</tr>"

    head = row(lines[0], "th")
    body = "".join(row(line, "td") for line in lines[2:])
    return f'<div class="table"><table><thead>{head}</thead><tbody>{body}</tbody></table></div>'


def _inline(text: str, marker_link: MarkerLink) -> str:
    """Render bold and markers within a block; the rest is escaped."""
    parts = _BOLD.split(text)  # odd places hold what stood between asterisks
    return "".join(
        f"<strong>{_markers(part, marker_link)}</strong>" if at % 2 else _markers(part, marker_link)
        for at, part in enumerate(parts)
    )


def _markers(text: str, marker_link: MarkerLink) -> str:
    """Turn `[n]` into a link where `n` is known, and escape the rest."""
    parts = _MARKER.split(text)  # odd places hold the numbers
    return "".join(
        _marker(int(part), marker_link) if at % 2 else escape(unescape_markdown(part))
        for at, part in enumerate(parts)
    )


def _marker(number: int, marker_link: MarkerLink) -> str:
    """Render one `[n]`."""
    address = marker_link(number)
    if address is None:
        return escape(f"[{number}]")
    label = '<span class="sr-only">Open citation </span>'
    return f'<a class="marker" href="{escape(address)}">{label}{number}</a>'
