"""Whether something is so of all of some: "four out of five", or "four" of six, denies it."""

import re
from collections.abc import Sequence

from assistant.citations import StoredDocuments
from assistant.composing.polarity import ASKED_NEGATION, met_terms
from assistant.composing.proposition import Proposition, before, is_light, match
from assistant.composing.subject import is_about_all
from assistant.composing.told import Told
from assistant.evidence.number_words import NUMBERS
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement, StatementKind
from assistant.question.terms import terms

_BE = r"(?:do|does|did|have|has|had|are|is|were|was|will|can)"
_NO_MEMBERS = (
    r"(?!(?:of\s+)?(?:the\s+)?(?:time|year|day|week|month|way|about|over|around|along|kinds?|sorts?|"
    r"types?|sizes?|this|that|it|other|second|third|\w+th)\b)"
)
_ASKED = re.compile(
    rf"^{_BE}\s+(?:(?:all|every|each)\s+{_NO_MEMBERS}|[^,?]+?s['’]?\s+all\s+{_NO_MEMBERS}(?=\w))",
    re.I,
)
# "Did all take the places they were offered?" asks who took one.
_BY_THE_WAY = re.compile(
    r"\s(?:(?:that|which)\s+)?(?:(?:they|it)\s+(?:were|was|had|got)\b|(?:offered|given)\s+to\b).*$",
    re.I,
)
_SOME = rf"(?:\d+|{'|'.join(word for word in NUMBERS if word not in ('single', 'both', 'zero'))})"
_SEVERAL = rf"(?!one\b|1\b){_SOME}"
_THE = r"(?:the|its|their|our|these|those|them|whom|which)"
_FRACTION = (
    r"(?:(?:an?|one|two|three|four)\s+(?:third|quarter|fifth|tenth)s?|half|most|some|many|several|"
    r"(?:a\s+)?few|(?:the|a)\s+(?:majority|minority))"
)
_PART = re.compile(
    rf"\b{_SOME}\s+(?:\w+\s+)?(?:in|out\s+of)\s+{_SEVERAL}\b|(?<!all\s)\b{_SEVERAL}\s+of\s+{_THE}\b|"
    rf"\b{_FRACTION}\s+of\s+{_THE}\b|\bnot\s+(?:all|every)\b|"
    r"\b(?!100\b)\d+(?:[.,]\d+)?\s?(?:%|per\s?cent\b)",
    re.I,
)
_COUNT = re.compile(
    rf"(?:^|[;,]\s+|\b(?:and|but|which|whom)\s+)(?:only\s+|just\s+)?(?P<some>{_SOME})\s+"
    r"(?:have|has|had|did|are|were|became|took|went|got|left|came|said|chose|\w+ed)\b",
    re.I,
)
_COUNTED = re.compile(rf"\b(?P<whole>{_SOME})\s+(?P<what>(?:[\w-]+\s+){{0,2}}?[a-zåäö-]+s)\b", re.I)
# They tell of one, or of the most.
_NOT_OF_ALL = re.compile(
    r"\b(?:one\s+of|most|mostly|mainly|largely|often|usually|typically|at\s+least\s+one|followed\s+by|"
    r"(?:and|or)\s+(?:elsewhere|others|one))\b",
    re.I,
)
# Those who are told of in general.
_ANYBODY = re.compile(
    r"\b(?:they|them|their|themselves|you|your|every\w*|each|all|any\w*|no|both|whatever|members|"
    r"companies|participants|teams|start-?ups|founders|students|people)\b",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:no|not|never|none|neither|nor|only|except\w*|apart|without|but|nobody|cannot|least)\b|"
    r"n['’]t\b",
    re.I,
)
_QUANTIFIERS = frozenset(terms("all every each of the"))
_MEMBERS = re.compile(r"\b(?:all|every|each)\s+(?P<who>(?:\S+\s+){1,5})", re.I)
_CLAUSE_END = re.compile(r";|,\s+(?:and|but|while|which|who)\b|\.\s")
_ENOUGH, _MOST = 0.6, 0.66
# What a statement says is looked for among so many.
_READ = 16


def of_all(
    proposition: Proposition, candidates: Sequence[Candidate], documents: StoredDocuments
) -> Told | None:
    """Find what tells of a part of those of whom all are asked about; None without.

    Args:
        proposition: What is asked to be so.
        candidates: Statements, the surest first.
        documents: Where the whole page is looked up.
    """
    question = proposition.closed.question
    if not asks_of_all(question) or ASKED_NEGATION.search(question):
        return None
    wanted = _predicate(proposition)
    for one in candidates[:_READ]:
        statement = one.statement
        part = _part_told(question, statement)
        if not wanted or part is None or not wanted <= met_terms(proposition.analysis, part):
            continue
        is_enough = match(proposition, statement).whole >= _ENOUGH
        if is_enough and is_about_all(proposition.analysis, statement, documents):
            return Told(one=one, is_so=False)
    return None


def asks_of_all(question: str) -> bool:
    """Whether it is asked if something is so of all of some.

    >>> asks_of_all("Did all the teams accept?"), asks_of_all("Is it open all the year?")
    (True, False)
    """
    return _ASKED.match(question) is not None


def leaves_some(question: str, statement: Statement, *, is_so: bool | None) -> bool:
    """Whether it is asked of all, and a statement tells neither of all of them nor of a part."""
    if is_so is None or not asks_of_all(question):
        return False
    said = _told_of_it(question, statement)
    is_of_some = bool(_part_told(question, statement) or _NOT_OF_ALL.search(said))
    if not is_so:
        return not is_of_some and not _DENIED.search(said) and _holds(question, statement)
    found = _MEMBERS.search(question)
    plain = [word for word in found["who"].split() if word[0].islower()] if found else []
    members = set(terms(" ".join(plain)))
    is_told = _ANYBODY.search(said) is not None or bool(members & set(terms(said)))
    return is_of_some or statement.kind is StatementKind.TABLE or not is_told


def _told_of_it(question: str, statement: Statement) -> str:
    """Give what a statement tells; of a list the item that holds most of a question's words."""
    if not statement.items:
        return f"{statement.lead_in} {statement.text}"
    asked = set(terms(question))
    item = max(statement.items, key=lambda one: len(asked & set(terms(one.text))))
    return f"{statement.lead_in} {item.text}"


def _holds(question: str, statement: Statement) -> bool:
    """Whether a statement holds the numbers and most of the plain words of a question."""
    plain = [word for word in question.rstrip("?").split()[1:] if not word[0].isupper()]
    asked = set(terms(" ".join(plain))) - _QUANTIFIERS
    held = set(terms(f"{statement.passage.heading or ''} {statement.lead_in} {statement.text}"))
    numbers = {term for term in asked if term.isdecimal()}
    return numbers <= held and len(asked & held) >= _MOST * len(asked)


def _predicate(proposition: Proposition) -> frozenset[str]:
    """Give the terms of the last word that tells what all are asked to do or be."""
    asked = _BY_THE_WAY.sub("", proposition.closed.question.rstrip("?!. "))
    core = set(proposition.analysis.attributes)
    every = (core & set(terms(word)) for word in reversed(asked.split()))
    told = (frozenset(term for term in each if not is_light(term)) for each in every)
    return next((each for each in told if each), frozenset())


def _part_told(question: str, statement: Statement) -> str | None:
    """Give the clause that tells of a part of those asked about; None where none does."""
    if statement.kind is not StatementKind.SENTENCE:
        return None
    text = statement.text
    found = _PART.search(text)
    if found is None:
        found = next(
            (each for each in _COUNT.finditer(text) if _is_fewer(each, question, statement)), None
        )
    if found is None:
        return None
    end = _CLAUSE_END.search(text, found.end())
    return text[found.start() : end.start() if end else len(text)]


def _is_fewer(count: re.Match[str], question: str, statement: Statement) -> bool:
    """Whether more of those asked about were counted before."""
    asked = set(terms(question))
    said = f"{before(statement)} {statement.text[: count.start()]}"
    wholes = [
        _number(each["whole"])
        for each in _COUNTED.finditer(said)
        if asked & set(terms(each["what"]))
    ]
    return bool(wholes) and _number(count["some"]) < wholes[-1]


def _number(said: str) -> float:
    return float(said) if said.isdecimal() else NUMBERS[said.lower()]
