"""The part of a statement that speaks of the one asked about, where it speaks of several."""

import re

from assistant.composing.claimed import Claim
from assistant.evidence.frequency import frequencies_in
from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis
from assistant.question.named import mentions

# "Grafit in Eskeby takes care of heavy things, Livra in Torsholm of living ones".
_NEXT_NAME = re.compile(
    r"[,;]\s+(?:and\s+|but\s+|while\s+)?(?=(?:the\s+)?[A-ZÅÄÖ][\w&’'-]*\s+(?:\(|[a-zåäö]))"
)


def own_part(analysis: Analysis, statement: Statement) -> str:
    """Give what a statement says of those whom a question names; all of it where that is unclear.

    Of a list that names them in some items those count, of a sentence the clauses that name them.
    """
    named = (*analysis.named, *analysis.mentioned)
    pieces = [item.text for item in statement.items] or _NEXT_NAME.split(statement.text)
    own = [each for each in pieces if any(mentions(one, each) for one in named)]
    if not own:
        return statement.text
    return "\n".join([statement.lead_in, *own]) if statement.items else ", ".join(own)


def same_frequency(claim: Claim, analysis: Analysis, statement: Statement) -> bool | None:
    """Whether a statement tells that something happens as often as claimed; None where unclear."""
    asked = {each.per_year for each in frequencies_in(claim.value)}
    told = {each.per_year for each in frequencies_in(own_part(analysis, statement))} - {0.0}
    if not told or not asked:
        return None
    return True if told & asked else False if len(told) == 1 else None
