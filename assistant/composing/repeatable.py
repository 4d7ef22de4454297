"""Whether something may be had once or again: "only once" denies "more than once"."""

import re
from collections.abc import Sequence

from assistant.composing.proposition import Proposition, match
from assistant.composing.subject import speaks_of_all
from assistant.composing.told import Told
from assistant.evidence.ranking import Candidate

_AGAIN = re.compile(
    r"\b(?:more than once|(?:several|many|multiple|any number of|two|three|repeated) times|"
    r"twice|"
    r"a second time|once more|repeatedly|as often as|over and over)\b",
    re.I,
)
_ASKED_AGAIN = re.compile(
    rf"{_AGAIN.pattern}|\b(?:again|another time|more than one|an?other|a (?:second|2nd|further))\b",
    re.I,
)
_ONCE = re.compile(
    r"\b(?:(?:only|just|no more than|not more than|at most|exactly) (?:once|one time|"
    r"a single time)|"
    r"once only|a single time|once and (?:no more|never again)|one time only)\b",
    re.I,
)
_HAD_BEFORE = re.compile(
    r"\b(?:already|before|earlier|previous(?:ly)?|another|second|last (?:year|time)|"
    r"(?:have|has|['’]ve) (?:had|got|received|been|won|taken)|got|received|had)\b",
    re.I,
)
# A year tells how often something happens, not how often one may have it.
_PER = re.compile(r"^\s*(?:an?|per|every|each|in an?)\s", re.I)
# What is asked besides must be spoken of so far.
_ENOUGH = 0.3


def repeats(proposition: Proposition, candidates: Sequence[Candidate]) -> Told | None:
    """Find what says how often something may be had; None where that is not asked or not said.

    Args:
        proposition: What is asked to be so.
        candidates: Statements, the surest first.
    """
    asked = _said(proposition.closed.question, asked=True)
    if asked is None:
        return None
    for one in candidates:
        told = _said(one.statement.text, asked=False)
        if told is None or not speaks_of_all(proposition.analysis, one.statement):
            continue
        if match(proposition, one.statement).own >= _ENOUGH:
            return Told(one=one, is_so=told is asked)
    return None


def tells_how_often_alone(proposition: Proposition, text: str) -> bool:
    """Whether a text limits how often something is had, of which the question says nothing."""
    asked = f"{proposition.closed.given} {proposition.closed.question}"
    return _said(text, asked=False) is False and not (
        _ASKED_AGAIN.search(asked) or _ONCE.search(asked) or _HAD_BEFORE.search(asked)
    )


def _said(text: str, *, asked: bool) -> bool | None:
    """Whether a text says that something is had again; None where it says neither."""
    once = _ONCE.search(text)
    if once and not _PER.match(text[once.end() :]):
        return False
    again = (_ASKED_AGAIN if asked else _AGAIN).search(text)
    return True if again and not _PER.match(text[again.end() :]) else None
