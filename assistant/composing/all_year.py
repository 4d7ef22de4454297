"""What may be done all year round may be done in July."""

import re
from collections.abc import Sequence

from assistant.composing.polarity import ASKED_NEGATION, met_terms
from assistant.composing.proposition import Proposition, before, is_light
from assistant.composing.subject import speaks_of_all
from assistant.composing.told import Told
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement
from assistant.question.terms import terms

_PART_OF_YEAR = re.compile(
    r"\b(?:in|during|over|around|at)\s+(?:the\s+)?(?:middle of\s+)?(?P<when>january|february|march|"
    r"april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|"
    r"winter|christmas|easter|(?:summer |christmas |school )?holidays?)\b(?!\s+(?:\d{4}|20))",
    re.I,
)
_ALL_YEAR = re.compile(
    r"\b(?:all (?:the )?year(?:[- ](?:a?round|long))?|year[- ]round|throughout the year|"
    r"the whole year|(?:at )?any time (?:of|during) the year|on a rolling basis)\b",
    re.I,
)
_APART_FROM = re.compile(r"\b(?:except|apart from|but not|not|other than|only)\b", re.I)
# What is asked to be done then must be what is done all year.
_ACTS = tuple(
    re.compile(rf"\b(?:{act})\b", re.I)
    for act in (r"appl(?:y|ies|ying|ications?)|submit\w*|hand in|send in", r"open|closed|shut")
)
_CLOSED = re.compile(r"\b(?:closed?|shut|too late)\b", re.I)
_ENOUGH = 0.6


def all_year(proposition: Proposition, candidates: Sequence[Candidate]) -> Told | None:
    """Find what says that something may be done all year, where a part of it is asked about.

    Args:
        proposition: What is asked to be so.
        candidates: Statements, the surest first.
    """
    question = proposition.closed.question
    asked = _PART_OF_YEAR.search(question)
    if asked is None or ASKED_NEGATION.search(question) or _CLOSED.search(question):
        return None
    acts = [act for act in _ACTS if act.search(question)]
    for one in candidates:
        text = one.statement.text
        if not _ALL_YEAR.search(text) or _APART_FROM.search(text):
            continue
        is_told = any(act.search(text) for act in acts) and _is_of_it(
            proposition, one.statement, asked["when"]
        )
        if is_told:
            return Told(one=one, is_so=True)
    return None


def _is_of_it(proposition: Proposition, statement: Statement, when: str) -> bool:
    """Whether a statement, with what stands around it, speaks of what is asked about."""
    analysis, passage = proposition.analysis, statement.passage
    left = set(terms(f"{when} apply application open"))
    core = [term for term in analysis.attributes if term not in left and not is_light(term)]
    around = f"{passage.title} {passage.heading or ''} {before(statement)} {statement.text}"
    return (
        speaks_of_all(analysis, statement, without=when)
        and analysis.weights.coverage(core, met_terms(analysis, around)) >= _ENOUGH
    )
