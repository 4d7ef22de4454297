"""Statements by whom they are for: what a question tells of somebody decides which one is meant."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.citations import StoredDocuments
from assistant.composing.bounded import Fit, clauses_of, fit, fit_in
from assistant.composing.subject import is_about_all
from assistant.evidence.items import as_statement
from assistant.evidence.number_rows import row_of_told
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement, StatementKind
from assistant.question.analysis import Analysis
from assistant.question.kind import AnswerType

# What stands in a row for just that is meant, though the table as a whole answers doubtfully.
_LEAST = 0.1
_PRICE = re.compile(
    r"\b(?:fees?|prices?|costs?|charges?|pay|pays|rates?|SEK|EUR|kronor|rent)\b", re.I
)
_ORDER = {Fit.WITHIN: 0, Fit.UNSAID: 1, Fit.OUTSIDE: 2}


def with_own_rows(
    analysis: Analysis,
    sure: Sequence[Candidate],
    candidates: Sequence[Candidate],
    documents: StoredDocuments,
) -> list[Candidate]:
    """Put the price list first that has a row for the number or kind that a question tells."""
    if analysis.asked_for.answer_type is not AnswerType.MONEY:
        return list(sure)
    lists = [
        one
        for one in candidates
        if one.probability >= _LEAST
        and row_of_told(analysis.query, one.statement) is not None
        and _tells_prices(one.statement)
        and is_about_all(analysis, one.statement, documents)
    ]
    return [*lists[:1], *(one for one in sure if one not in lists[:1])]


def _tells_prices(statement: Statement) -> bool:
    said = f"{statement.passage.heading or ''} {statement.lead_in} {statement.items[0].text}"
    return _PRICE.search(said) is not None


def meant_part(query: str, one: Candidate) -> Candidate:
    """Give the part of a statement that is for whom a question tells; all where no part is.

    "A ticket costs 900; start-ups less than three years old pay 100": of five years, the first.
    """
    statement = one.statement
    parts = clauses_of(statement) if statement.kind is StatementKind.SENTENCE else ()
    fits = [fit_in(query, part.text) for part in parts]
    wanted = Fit.WITHIN if Fit.WITHIN in fits else Fit.UNSAID if Fit.OUTSIDE in fits else None
    meant = [part for part, each in zip(parts, fits, strict=True) if each is wanted]
    if len(parts) == 1 or len(meant) != 1:
        return one
    return replace(
        one,
        statement=as_statement(statement, meant[0]),
        spans=tuple(
            span for span in one.spans if meant[0].start <= span.start and span.end <= meant[0].end
        ),
    )


def suited_first(query: str, sure: Sequence[Candidate]) -> list[Candidate]:
    """Put what is said for others than the one told of last, what is said for just that first."""
    return sorted(sure, key=lambda one: _ORDER[fit(query, one.statement)])


def is_for_others(query: str, one: Candidate) -> bool:
    """Whether a statement is said for others than a question tells of."""
    return fit(query, one.statement) is Fit.OUTSIDE
