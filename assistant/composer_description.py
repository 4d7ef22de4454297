"""Answers to "What is X?": what the document about X says first, and best."""

from collections.abc import Sequence

from assistant.analysis import Analysis
from assistant.citations import Draft, Part, StoredDocuments
from assistant.lists import completed
from assistant.ranking import Candidate, mentions
from assistant.statements import Statement, statements_of
from assistant.wording import worded

# Who asks what something is wants a short paragraph, not the whole document.
_OPENING = 2
_MAX_STATEMENTS = 4
_MAX_ELSEWHERE = 1


def describe(
    analysis: Analysis, sure: Sequence[Candidate], documents: StoredDocuments
) -> Draft | None:
    """Give the opening of the document about the entity, and what else answers surely.

    None when the document states nothing.
    """
    entity = analysis.named[0]
    own = [
        statement
        for passage in documents.passages_of(entity.document_id)
        for statement in statements_of(passage)
    ]
    if not own:
        return None
    sureness = {(one.statement.start, one.statement.end): one.probability for one in sure}
    chosen = own[:_OPENING]
    more = [
        one.statement for one in sure if one.statement.passage.document_id == entity.document_id
    ]
    chosen += [each for each in more if each not in chosen][: 1 if analysis.attributes else 0]
    elsewhere = [
        one.statement
        for one in sure
        if one.statement.passage.document_id != entity.document_id
        and mentions(entity, one.statement.text)
    ][:_MAX_ELSEWHERE]
    parts: list[Part] = []
    for at, statement in enumerate([*_in_order(chosen), *elsewhere][:_MAX_STATEMENTS]):
        # What a document opens with is about its title, whatever the reader makes of it.
        probability = sureness.get((statement.start, statement.end), entity.strength)
        whole = completed(statement, documents)
        is_named = at > 0 and statement.passage.document_id == entity.document_id
        parts.append(worded(whole, probability=probability, is_named=is_named))
    return Draft(parts=tuple(parts))


def _in_order(statements: Sequence[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda statement: statement.start)
