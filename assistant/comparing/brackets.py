"""What stands in brackets behind a name is told of it: "Alfa (12 members) and Beta (nine)"."""

import re
from dataclasses import replace

from assistant.comparing.things import Thing
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import StatementKind
from assistant.question.terms import words

_BRACKETS = re.compile(r"\([^()]*\)")
_NAME = re.compile(r"[A-ZÅÄÖ0-9][\w&'-]*(?:\s+(?:[A-ZÅÄÖ0-9][\w&'-]*|of|in|for|the|&))*")
_TWO = 2


def told_beside(one: Candidate, thing: Thing) -> Candidate:
    """Cut a sentence that lists names with brackets to the name of the thing and its brackets.

    Where the thing has no brackets among them, what the others' tell is none of its own.
    """
    statement = one.statement
    every = list(_BRACKETS.finditer(statement.text))
    if statement.kind is not StatementKind.SENTENCE or len(every) < _TWO:
        return one
    ends = 0
    for found in every:
        for name in _NAME.finditer(statement.text, ends, found.start()):
            said = tuple(words(name.group()))
            if any(said[: len(form)] == form for form in thing.entity.forms):
                return _cut(one, name.start(), found.end())
        ends = found.end()
    return one


def is_cut(one: Candidate) -> bool:
    """Whether a statement is a name with its brackets, cut from a sentence."""
    return one.statement.text.endswith(")") and one.statement.text[:1].isupper()


def _cut(one: Candidate, start: int, end: int) -> Candidate:
    statement = one.statement
    cut = replace(
        statement,
        start=statement.start + start,
        end=statement.start + end,
        text=statement.text[start:end],
    )
    inside = (span for span in one.spans if cut.start <= span.start and span.end <= cut.end)
    return replace(one, statement=cut, spans=tuple(inside))
