"""The items of a list as statements of their own: "Length: eight weeks" answers by itself."""

from collections.abc import Iterator
from dataclasses import replace

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
