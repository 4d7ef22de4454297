"""Which of the sure statements says plainest what is asked, and which others say the same."""

from collections.abc import Sequence

from assistant.evidence.ranking import Candidate
from assistant.evidence.short_answers import short_answer
from assistant.evidence.statements import StatementKind
from assistant.question.analysis import Analysis
from assistant.question.kind import QuestionKind
from assistant.question.terms import words

SURELY = 0.9
"""From this probability on a statement surely answers; it need not say every name asked."""


def plainest(analysis: Analysis, sure: Sequence[Candidate]) -> Candidate:
    """Give the surest statement, or a sentence that surely says the same where that is a list.

    One item among others of a list answers less plainly than a sentence of its own does.
    """
    best = sure[0]
    if (
        best.statement.kind is StatementKind.SENTENCE
        or analysis.asked_for.kind is QuestionKind.ENUMERATION
    ):
        return best
    short = short_answer(analysis, best)
    return next(
        (
            one
            for one in sure
            if short is not None
            and one.statement.kind is StatementKind.SENTENCE
            and one.probability >= SURELY
            and _same(short, short_answer(analysis, one))
        ),
        best,
    )


def support(
    analysis: Analysis, best: Candidate, sure: Sequence[Candidate], short: str | None
) -> list[Candidate]:
    """Statements of other documents than the best one's with the same short answer."""
    if short is None or best.statement.kind is not StatementKind.SENTENCE:
        return []
    first = best.statement.passage.document_id
    return [
        one
        for one in sure
        if one.statement.passage.document_id != first
        and one.statement.kind is StatementKind.SENTENCE
        and _same(short, short_answer(analysis, one))
    ]


def _same(one: str, other: str | None) -> bool:
    return other is not None and words(one) == words(other)
