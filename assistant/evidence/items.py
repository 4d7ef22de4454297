"""The items of a list as statements of their own: "Length: eight weeks" answers by itself."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.entities.names import NAME
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Item, Statement, StatementKind


def alone(candidate: Candidate) -> Iterator[Candidate]:
    """Give a statement itself, and then the items of a list one by one, with the spans in each."""
    yield candidate
    statement = candidate.statement
    if statement.kind is not StatementKind.LIST:
        return
    for item in statement.items:
        yield replace(
            candidate,
            statement=as_statement(statement, item),
            spans=tuple(
                span
                for span in candidate.spans
                if item.start <= span.start and span.end <= item.end
            ),
        )


def as_statement(statement: Statement, item: Item) -> Statement:
    """Give an item of a list as a statement of its own."""
    return replace(
        statement,
        kind=StatementKind.SENTENCE,
        start=item.start,
        end=item.end,
        text=item.text,
        lead_in="",
        items=(),
    )


# "Its members are A, Sweden; B, Norway; and C, Canada."
_LEADS = re.compile(
    r"(?:\b(?:are|is|were|include|includes|namely|by|with|of|unites)|:)\s+(?=(?:the\s+)?[A-ZÅÄÖ])"
)
_PARTED = re.compile(r"(?:\s*;\s*(?:and\s+)?)")
_A_NAME = rf"(?:the\s+)?{NAME}(?:\s*\([^()]*\))?"
_NAMES = re.compile(rf"{_A_NAME}(?:,\s+{_A_NAME})*,?\s+and\s+{_A_NAME}\.?")
_JOINED = re.compile(rf",\s+(?:and\s+)?|\s+and\s+(?={_A_NAME}\.?$)")
_FEWEST = 3


def as_list(statement: Statement) -> Statement:
    """Give a sentence that ends with a list of names as a list; anything else as it is."""
    if statement.kind is not StatementKind.SENTENCE:
        return statement
    for lead in _LEADS.finditer(statement.text):
        rest = statement.text[lead.end() :]
        parted = _PARTED if rest.count(";") >= _FEWEST - 1 else _JOINED
        if parted is _JOINED and not _NAMES.fullmatch(rest):
            continue
        items = tuple(_parts(statement, lead.end(), parted))
        if len(items) >= _FEWEST - 1:
            return replace(
                statement,
                kind=StatementKind.LIST,
                lead_in=f"{statement.text[: lead.end()].rstrip(' :')}:",
                items=items,
            )
    return statement


def _parts(statement: Statement, first: int, parted: re.Pattern[str]) -> Iterator[Item]:
    """Give what stands between the separators of a list within a sentence."""
    text = statement.text.rstrip().rstrip(".")
    borders = [first, *(at for found in parted.finditer(text, first) for at in found.span())]
    for start, end in zip(borders[::2], [*borders[1::2], len(text)], strict=True):
        yield Item(start=statement.start + start, end=statement.start + end, text=text[start:end])
