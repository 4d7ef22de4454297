"""Lists that go on beyond their passage: the rest is fetched from the document."""

from dataclasses import replace

from assistant.citations import StoredDocuments
from assistant.evidence.statements import Statement, StatementKind, statements_of


def completed(statement: Statement, documents: StoredDocuments) -> Statement:
    """Give a list with all its items, also those in the passages that follow it.

    A list that is cut goes on at the very beginning of the next passage of its section.
    """
    if statement.kind is StatementKind.SENTENCE or statement.end != _content_end(statement):
        return statement
    passages = documents.passages_of(statement.passage.document_id)
    items, end = list(statement.items), statement.end
    for passage in passages[statement.passage.ordinal + 1 :]:
        following = statements_of(passage)
        if passage.heading != statement.passage.heading or not following:
            break
        rest = following[0]
        goes_on = rest.kind is statement.kind and not rest.lead_in and rest.start == passage.start
        if not goes_on:
            break
        items += rest.items
        end = rest.end
        if len(following) > 1:
            break
    if end == statement.end:
        return statement
    text = documents.text_of(statement.passage.document_id, statement.start, end)
    return replace(statement, end=end, text=text, items=tuple(items))


def _content_end(statement: Statement) -> int:
    return statement.passage.start + len(statement.passage.text.rstrip())
