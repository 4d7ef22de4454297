"""What a passage states, piece by piece: sentences, and lists with the sentence that leads in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.passage import Passage
from index.sentences import SentenceSpan, split_sentences

_ITEM = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s+")
_ROW = " | "
# A list within one line has so many items.
_BETWEEN = re.compile(r"(?<=\S) +[•▪◦‣] +(?=\S)")
_FEWEST_JOINED = 3

# What a statement sets aside it does not state: "In addition to its funders, it has supporters".
_ASIDE = re.compile(r"^(?:In addition to|Apart from|Besides|Other than|Except for)\b[^,]*,")

# A document that says that its source says nothing states nothing that answers.
_SILENCE = re.compile(
    r"\b(?:sources?|pages?|documents?|texts?)\b[^.]*\b(?:does|do|did) not (?:say|state|report|"
    r"describe|name|mention|give|explain|tell|specify|list)\b"
    r"|\b(?:source|page)s?\b (?:gives?|names?|states?|says?|mentions?) (?:no|nothing|neither)\b",
    re.I,
)


class StatementKind(StrEnum):
    """How a statement stands in its passage."""

    SENTENCE = "sentence"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a list or row of a table, `document.text[start:end]`, without its marker."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something stated, `document.text[start:end]`; a list includes its lead-in.

    Attributes:
        passage: The passage it stands in.
        kind: Sentence, list or table.
        start: First character, in the document.
        end: One past the last character.
        text: The text between.
        lead_in: The sentence before a list's items, "" when there is none.
        items: The items of a list or rows of a table, in order; () for a sentence.
    """

    passage: Passage
    kind: StatementKind
    start: int
    end: int
    text: str
    lead_in: str = ""
    items: tuple[Item, ...] = ()

    @property
    def before(self) -> str:
        """What stands before it in its passage."""
        return self.passage.text[: self.start - self.passage.start]

    @property
    def paragraph_before(self) -> str:
        """What stands before it in its own paragraph."""
        return self.before.rsplit("\n\n", maxsplit=1)[-1]


def statements_of(passage: Passage) -> tuple[Statement, ...]:
    """Give what a passage states, in order; headings and what says nothing are left out."""
    spans = [span for span in split_sentences(passage.text) if not _is_heading(passage, span)]
    return tuple(
        statement
        for statement in _grouped(passage, spans)
        if not (statement.kind is StatementKind.SENTENCE and _SILENCE.search(statement.text))
    )


def without_aside(text: str) -> str:
    """Leave out what a statement only sets aside at its beginning.

    >>> without_aside("In addition to its funders, it has six supporters.")
    ' it has six supporters.'
    """
    return _ASIDE.sub("", text)


def _grouped(passage: Passage, spans: Sequence[SentenceSpan]) -> Iterator[Statement]:
    """Join lists and tables with their lead-ins; the rest stays as it is."""
    at = 0
    while at < len(spans):
        lead = None if _kind(passage, spans[at]) else spans[at]
        first = at + 1 if lead else at
        kind = _kind(passage, spans[first]) if first < len(spans) else None
        leads_in = lead is None or _leads_in(passage, lead)
        if kind is None or not leads_in:
            yield _sentence(passage, spans[at])
            at += 1
            continue
        end = first
        while end < len(spans) and _belongs(passage, spans, first, end, kind):
            end += 1
        yield _list(passage, kind, lead, spans[first:end])
        at = end


def _belongs(
    passage: Passage, spans: Sequence[SentenceSpan], first: int, at: int, kind: StatementKind
) -> bool:
    """Whether a sentence is an item of the list, or goes on with the item before on its line."""
    if _kind(passage, spans[at]) is kind:
        return True
    return at > first and "\n" not in passage.text[spans[at - 1].end : spans[at].start]


def _kind(passage: Passage, span: SentenceSpan) -> StatementKind | None:
    """List or table when a sentence is an item or row, else None."""
    text = passage.text[span.start : span.end]
    if _ITEM.match(text):
        return StatementKind.LIST
    return StatementKind.TABLE if _ROW in text else None


def _leads_in(passage: Passage, span: SentenceSpan) -> bool:
    return passage.text[span.start : span.end].endswith(":")


def _is_heading(passage: Passage, span: SentenceSpan) -> bool:
    text = passage.text[span.start : span.end]
    path = passage.heading.split(" > ") if passage.heading else []
    return text == passage.title or text in path


def _sentence(passage: Passage, span: SentenceSpan) -> Statement:
    items = tuple(_joined_items(passage, span))
    is_list = len(items) >= _FEWEST_JOINED
    return Statement(
        passage=passage,
        kind=StatementKind.LIST if is_list else StatementKind.SENTENCE,
        start=passage.start + span.start,
        end=passage.start + span.end,
        text=passage.text[span.start : span.end],
        items=items if is_list else (),
    )


def _joined_items(passage: Passage, span: SentenceSpan) -> Iterator[Item]:
    """Give what bullets part within one line: "Alfa • Beta • Gamma"."""
    start = span.start
    for found in _BETWEEN.finditer(passage.text, span.start, span.end):
        yield _item(passage, start, found.start())
        start = found.end()
    yield _item(passage, start, span.end)


def _item(passage: Passage, start: int, end: int) -> Item:
    return Item(start=passage.start + start, end=passage.start + end, text=passage.text[start:end])


def _list(
    passage: Passage,
    kind: StatementKind,
    lead: SentenceSpan | None,
    spans: Sequence[SentenceSpan],
) -> Statement:
    start = lead.start if lead else spans[0].start
    end = spans[-1].end
    return Statement(
        passage=passage,
        kind=kind,
        start=passage.start + start,
        end=passage.start + end,
        text=passage.text[start:end],
        lead_in=passage.text[lead.start : lead.end] if lead else "",
        items=tuple(_items(passage, spans)),
    )


def _items(passage: Passage, spans: Sequence[SentenceSpan]) -> Iterator[Item]:
    """Cut the marker off each item; sentences on one line are one item."""
    lines: list[SentenceSpan] = []
    for span in spans:
        if lines and "\n" not in passage.text[lines[-1].end : span.start]:
            lines[-1] = SentenceSpan(lines[-1].start, span.end)
        else:
            lines.append(span)
    for line in lines:
        marker = _ITEM.match(passage.text, line.start, line.end)
        start = marker.end() if marker else line.start
        yield _item(passage, start, line.end)
