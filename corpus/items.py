"""What a parser hands over: items in reading order, in a form that passes between processes.

Nothing here is trusted: whatever was parsed is taken apart again, item by item, and a text is made
of it by the same builder that all readers use.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from corpus.reading import TextBuilder, Turn

UNREAD_PAGES = "unread_pages"
"""The name in a document's metadata for pages that are pictures without text."""

Kind = Literal["page", "heading", "paragraph", "list_item", "table_row"]
_KINDS = ("page", "heading", "paragraph", "list_item", "table_row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One piece of a document.

    Attributes:
        kind: What it is; "page" says that a page begins, and has nothing but its `level`.
        text: Its words; of a table's row they are in `cells`.
        level: Of a heading from 1, of a list's item its depth from 1, of a page its number.
        marker: What stands before a list's item.
        cells: The cells of a row.
        turns: Where pages begin within the text.
    """

    kind: Kind
    text: str = ""
    level: int = 0
    marker: str = ""
    cells: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A whole document; `title` is "" where it does not say."""

    items: tuple[Item, ...]
    title: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)


def to_json(parsed: Parsed) -> bytes:
    """Write a document down."""
    items = [
        [one.kind, one.text, one.level, one.marker, one.cells, [[t.at, t.page] for t in one.turns]]
        for one in parsed.items
    ]
    whole = {"title": parsed.title, "metadata": dict(parsed.metadata), "items": items}
    return json.dumps(whole).encode("ascii")


def from_json(data: bytes) -> Parsed:
    """Read what `to_json` wrote.

    Raises:
        ValueError: It is something else.
    """
    found = json.loads(data)
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        raise ValueError("no items")  # noqa: TRY004  whatever is wrong with it, it is one error
    metadata = found.get("metadata")
    if not isinstance(metadata, dict):
        raise ValueError("no metadata")  # noqa: TRY004  see above
    return Parsed(
        title=_string(found.get("title")),
        metadata={_string(name): _string(value) for name, value in metadata.items()},
        items=tuple(_item(one) for one in found["items"]),
    )


def add_items(items: Iterable[Item], builder: TextBuilder) -> None:
    """Add items to a text."""
    for item in items:
        match item.kind:
            case "page":
                builder.page(item.level)
            case "heading":
                builder.heading(item.text, item.level)
            case "paragraph":
                builder.paragraph(item.text, turns=item.turns)
            case "list_item":
                builder.list_item(item.text, level=item.level, marker=item.marker, turns=item.turns)
            case "table_row":
                builder.table_row(list(item.cells))


def _item(value: object) -> Item:
    if not isinstance(value, list) or len(value) != 6 or value[0] not in _KINDS:
        raise ValueError("no item")
    kind, text, level, marker, cells, turns = value
    return Item(
        kind=cast("Kind", kind),
        text=_string(text),
        level=_number(level),
        marker=_string(marker),
        cells=tuple(_string(cell) for cell in _sequence(cells)),
        turns=tuple(_turn(turn) for turn in _sequence(turns)),
    )


def _turn(value: object) -> Turn:
    at, page = _sequence(value)
    return Turn(at=_number(at), page=_number(page))


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")  # noqa: TRY004  see `from_json`
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError("no number")
    return value


def _sequence(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise ValueError("no list")  # noqa: TRY004  see `from_json`
    return value
