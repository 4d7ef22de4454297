"""Whether something is so in a part of the year: what is so all year is so in July.

What is so every month except in July is not so then, and what is so from May to October is not so
in January.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.citations import StoredDocuments
from assistant.composing.polarity import ASKED_NEGATION, met_terms
from assistant.composing.proposition import Proposition, before, is_light
from assistant.composing.subject import asked_names, is_about_all
from assistant.composing.told import Told
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement
from assistant.question.grammar import MONTHS
from assistant.question.terms import stem, terms, words

_NAMES = MONTHS[:12]
_SEASONS = {
    "spring": frozenset({3, 4, 5}),
    "summer": frozenset({6, 7, 8}),
    "autumn": frozenset({9, 10, 11}),
    "fall": frozenset({9, 10, 11}),
    "winter": frozenset({12, 1, 2}),
}
_MONTH = rf"(?:{'|'.join(_NAMES)})"
_PART_OF_YEAR = re.compile(
    r"\b(?:in|during|over|around|at)\s+(?:the\s+)?(?:middle of\s+)?"
    rf"(?P<when>{_MONTH}|{'|'.join(_SEASONS)}|christmas|easter|"
    r"(?:summer |christmas |school )?holidays?)\b(?!\s+(?:\d{4}|20))",
    re.I,
)
_ALL_YEAR = re.compile(
    r"\b(?:all (?:the )?year(?:[- ](?:a?round|long))?|year[- ]round|throughout the year|"
    r"the whole year|(?:at )?any time (?:of|during) the year|on a rolling basis)\b",
    re.I,
)
_APART_FROM = re.compile(r"\b(?:except|apart from|but not|not|other than|only)\b", re.I)
_REGULAR = re.compile(
    r"\b(?:every|each|the)\s+(?:\w+\s+)?(?:month|week|day|\w+day)|(?:month|week|dai)ly\b", re.I
)
_NAMED = rf"(?:{_MONTH}|{'|'.join(_SEASONS)})"
_SEVERAL = rf"(?P<{{0}}>{_NAMED}(?:(?:,\s+|,?\s+(?:and|or)\s+)(?:in\s+)?{_NAMED})*)"
_EXCEPT = re.compile(
    r"\b(?:except(?:\s+for)?|apart\s+from|but\s+not|not|other\s+than|excluding|closed)\s+"
    rf"(?:(?:in|during)\s+)?(?:the\s+)?{_SEVERAL.format('after')}"
    rf"|{_SEVERAL.format('before')}\s+(?:are\s+|is\s+)?excepted\b",
    re.I,
)
_FROM_TO = re.compile(
    rf"\b(?:from|between)\s+(?P<first>{_MONTH})\s+(?:to|till|until|and|through)\s+"
    rf"(?P<last>{_MONTH})\b(?!\s+\d)",
    re.I,
)
# What is asked to be done then must be what is done all year.
_ACTS = tuple(
    re.compile(rf"\b(?:{act})\b", re.I)
    for act in (r"appl(?:y|ies|ying|ications?)|submit\w*|hand in|send in", r"open|closed|shut")
)
_CLOSED = re.compile(r"\b(?:closed?|shut|too late)\b", re.I)
_HAPPENING = frozenset(
    terms("apply application open hold held take place come go visit happen")
) | {"~open"}
_ENOUGH = 0.6


def all_year(
    proposition: Proposition, candidates: Sequence[Candidate], documents: StoredDocuments
) -> Told | None:
    """Find what tells in which parts of a year something is so, where one of them is asked about.

    Args:
        proposition: What is asked to be so.
        candidates: Statements, the surest first.
        documents: Where the whole page is looked up.
    """
    question = proposition.closed.question
    asked = _PART_OF_YEAR.search(question)
    if asked is None or ASKED_NEGATION.search(question) or _CLOSED.search(question):
        return None
    acts = [act for act in _ACTS if act.search(question)]
    months = _months(asked["when"])
    for one in candidates:
        told = _told(one, acts, months)
        if told and _is_of_it(proposition, one.statement, asked["when"], documents):
            return told
    return None


def _told(one: Candidate, acts: Sequence[re.Pattern[str]], months: frozenset[int]) -> Told | None:
    """Decide by one statement; None where it tells of no part of the year."""
    text = one.statement.text
    if _ALL_YEAR.search(text) and not _APART_FROM.search(text):
        return Told(one=one, is_so=True) if any(act.search(text) for act in acts) else None
    without = _left_out(text)
    # When one may apply is told of applying.
    is_other = bool(acts) and not any(act.search(text) for act in acts)
    if without is None or not months or is_other:
        return None
    if months <= without:
        return Told(one=one, is_so=False)
    return Told(one=one, is_so=True if months.isdisjoint(without) else None)


def _left_out(text: str) -> frozenset[int] | None:
    """Give the months in which it is not so what a text tells; None where it names none.

    >>> sorted(_left_out("on the last Wednesday of each month, except in July and December"))
    [7, 12]
    """
    span = _FROM_TO.search(text)
    if span:
        first, last = (min(_months(span[each])) for each in ("first", "last"))
        told = {(first - 1 + at) % 12 + 1 for at in range((last - first) % 12 + 1)}
        return frozenset(range(1, 13)) - told
    excepted = _EXCEPT.search(text) if _REGULAR.search(text) else None
    return _months(excepted[excepted.lastgroup or 0]) if excepted else None


def _months(said: str) -> frozenset[int]:
    """Give the months that a text names, also by their season, as numbers from one."""
    named = re.findall(_NAMED, said.lower())
    one_by_one = (
        _SEASONS[each] if each in _SEASONS else frozenset({_NAMES.index(each) + 1})
        for each in named
    )
    return frozenset().union(*one_by_one)


def _is_of_it(
    proposition: Proposition, statement: Statement, when: str, documents: StoredDocuments
) -> bool:
    """Whether a statement, with what stands around it, speaks of what is asked about."""
    analysis = proposition.analysis
    # What has no page of its own is named in other forms: "Foundry Nights".
    if not is_about_all(replace(analysis, mentioned=()), statement, documents, without=when):
        return False
    around = f"{statement.passage.context} {before(statement)} {statement.text}"
    named = {stem(word) for name in asked_names(analysis, when) for word in name}
    if not named <= {stem(word) for word in words(f"{statement.passage.title} {around}")}:
        return False
    left = set(terms(when)) | _HAPPENING
    core = [term for term in analysis.attributes if term not in left and not is_light(term)]
    if not (named or core or analysis.named):
        return False
    return not core or analysis.weights.coverage(core, met_terms(analysis, around)) >= _ENOUGH
