"""The part of a statement that speaks of the one asked about, where it speaks of several."""

import re

from assistant.composing.claimed import Claim
from assistant.evidence.frequency import frequencies_in
from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis
from assistant.question.named import Named, mentions
from assistant.question.terms import words

_NAME = re.compile(r"[A-ZÅÄÖ][\w&.’'-]*")
# "Innergi in Lund is a partner of ..." tells where Innergi is.
_SUBJECT_IN = re.compile(
    r"^(?:As of \d{4},\s+)?(?P<name>[A-ZÅÄÖ][\w&.’'-]*(?:\s+[A-ZÅÄÖ][\w&.’'-]*)*)\s+in\s+"
    r"[A-ZÅÄÖ]\w+"
)
# "It works with Vecura in Flemingsberg" tells where Vecura is.
_PLACED_OTHER = re.compile(
    r"\b(?:with|by|for|to|from)\s+(?P<name>[A-ZÅÄÖ][\w&.’'-]*(?:\s[A-ZÅÄÖ][\w&.’'-]*)*)"
    r"(?P<place>\s+(?:in|at|near)\s+[A-ZÅÄÖ]\w+)"
)
# "Grafit in Eskeby takes care of heavy things, Livra in Torsholm of living ones".
_NEXT_NAME = re.compile(
    r"[,;]\s+(?:and\s+|but\s+|while\s+)?(?=(?:the\s+)?[A-ZÅÄÖ][\w&’'-]*\s+(?:\(|[a-zåäö]))"
)


def own_part(analysis: Analysis, statement: Statement, *, place: str = "") -> str:
    """Give what a statement says of those whom a question names; all of it where that is unclear.

    Of a list that names them in some items those count, of a sentence the clauses that name them.

    Args:
        analysis: The question, taken apart.
        statement: What is told.
        place: Where it is asked to be, which is none of those.
    """
    named = _named(analysis, place)
    pieces = [item.text for item in statement.items] or _NEXT_NAME.split(statement.text)
    own = [each for each in pieces if any(mentions(one, each) for one in named)]
    if not own:
        return statement.text
    return "\n".join([statement.lead_in, *own]) if statement.items else ", ".join(own)


def _named(analysis: Analysis, place: str) -> tuple[Named, ...]:
    known = set(words(place))
    every = (*analysis.named, *analysis.mentioned)
    return tuple(one for one in every if not any(set(form) <= known for form in one.forms))


def part_on_place(analysis: Analysis, statement: Statement, place: str) -> str:
    """Give what a statement says of where those are whom a question names.

    An item "Innergi in Lund" tells where Innergi is, and nothing of whose list it is on.
    """
    named = _named(analysis, place)
    own = _PLACED_OTHER.sub(
        lambda found: (
            found.group()
            if any(mentions(one, found["name"]) for one in named)
            else found.group().removesuffix(found["place"])
        ),
        own_part(analysis, statement, place=place),
    )
    subject = _SUBJECT_IN.match(own)
    if subject and not any(mentions(one, subject["name"]) for one in named):
        return own[subject.end() :]
    if not statement.items or own != statement.text:
        return own
    known = set(words(place))
    items = [
        item.text
        for item in statement.items
        if all(set(words(name)) <= known for name in _NAME.findall(item.text.split(":", 1)[-1]))
    ]
    return "\n".join([statement.lead_in, *items])


def same_frequency(claim: Claim, analysis: Analysis, statement: Statement) -> bool | None:
    """Whether a statement tells that something happens as often as claimed; None where unclear."""
    asked = {each.per_year for each in frequencies_in(claim.value)}
    told = {each.per_year for each in frequencies_in(own_part(analysis, statement))} - {0.0}
    if not told or not asked:
        return None
    return True if told & asked else False if len(told) == 1 else None
