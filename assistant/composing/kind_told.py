"""Whether something is of a kind: "Is NOME a network?" is told by what says what it is."""

import re
from collections.abc import Iterator, Sequence

from assistant.composing.proposition import Proposition
from assistant.composing.research import Research
from assistant.composing.told import Told
from assistant.entities.kinds import (
    accepted_kinds,
    is_known,
    is_of_kind,
    kind_words,
    known_kinds,
    plural,
)
from assistant.entities.statements import Fact, facts_in
from assistant.evidence.ranking import Candidate
from assistant.question.analysis import Analysis
from assistant.question.named import Named, mentions
from assistant.question.terms import words
from index.passage import ScoredPassage

_ASKED = re.compile(
    # "Owned by a foundation" is no kind of what is owned.
    r"^(?:is|are|was|were)\s+(?P<what>[^,]+?)(?<! (?:by|in|of|at|to|on|as))(?<! for)"
    r"(?<! (?:from|with|than|like|near))\s+(?:(?:also|really|actually|still|just|now)\s+)?an?\s+"
    r"(?P<kind>[\w-]+(?:\s+[\w-]+)?)$",
    re.I,
)
# One thing may well be one of these beside what it is called.
BESIDE = frozenset(
    {"organisation", "organization", "company", "firm", "association", "network", "project",
     "initiative", "programme", "place", "body", "actor", "partner", "member", "business", "group"}
)  # fmt: skip
# "Building C" answers "which building" better than where else that is.
_ASKS_WHICH = re.compile(
    r"^(?:(?:in|on|at|to|from|of)\s+)?(?:which|what)\s+(?P<kind>building|house|hall|room|floor|"
    r"block|wing|stairwell|entrance|gate|line|route|platform|pier|quay|berth)\b",
    re.I,
)
# "Young companies" answers "what kind of companies" better than "trade" does; "business" stands
# before other nouns, too: "business plans".
_ASKS_SORT = re.compile(
    r"^what\s+(?:kinds?|sorts?|types?)\s+of\s+(?!business\b)(?P<kind>\w+)", re.I
)
# So much less sure it may be.
_LESS_SURE = 0.1
_ASKS_FLOOR = re.compile(r"^(?:on\s+)?(?:which|what)\s+(?:floor|storey)\b(?! space| area)", re.I)
_FLOOR = re.compile(
    r"\b(?:\w*floors?|store?ys?|stories|levels?|\w*stairs|basement|cellar|attic|loft)\b", re.I
)
# What something is, the first passages tell.
_READ = 8


def naming_kind_first(analysis: Analysis, sure: Sequence[Candidate]) -> Sequence[Candidate]:
    """Put what is read as one of the kind asked for first, where it is told of all that is named.

    In a building is who is "in Alfa Park", too; but "building C" is one.
    """
    of_sort = _ASKS_SORT.match(analysis.query)
    asked = _ASKS_WHICH.match(analysis.query) or of_sort
    if asked is None or not sure or _reads(asked["kind"], sure[0]):
        return sure
    told = (
        one
        for one in sure
        if _reads(asked["kind"], one)
        and (of_sort is None or one.probability >= sure[0].probability - _LESS_SURE)
        and all(
            one.statement.passage.document_id == each.document_id
            or mentions(each, one.statement.text)
            for each in (*analysis.named, *analysis.mentioned)
        )
    )
    chosen = next(told, None)
    return [chosen, *(one for one in sure if one is not chosen)] if chosen else sure


def tells_no_floor(query: str, text: str) -> bool:
    """Whether a floor is asked for and a text speaks of none, but of a building, say."""
    return _ASKS_FLOOR.match(query) is not None and _FLOOR.search(text) is None


def _reads(kind: str, one: Candidate) -> bool:
    return bool(one.spans) and kind.lower() in words(one.spans[0].text)


def asks_for_kind(question: str) -> tuple[str, str] | None:
    """Give of what and for which kind a question asks; None where it asks for none that is known.

    >>> asks_for_kind("Is NOME a network?"), asks_for_kind("Is NOME a large network?")
    (('NOME', 'network'), None)
    """
    found = _ASKED.match(question.rstrip(" ?!."))
    if found is None:
        return None
    # Of "a regional association" it is asked whether it is regional, too.
    is_alone = kind_words(found["kind"]) in known_kinds()
    return (found["what"], found["kind"]) if is_alone else None


def told_kind(
    proposition: Proposition,
    candidates: Sequence[Candidate],
    research: Research,
    found: Sequence[ScoredPassage],
) -> Told | None:
    """Find what tells of which kind something is; None where nothing does.

    Args:
        proposition: What is asked to be so.
        candidates: Statements, the surest first.
        research: Asks what it is.
        found: The passages in which that is asked.
    """
    asked = asks_for_kind(proposition.closed.question)
    if asked is None:
        return None
    what, kind = asked
    finding = research.ask(f"What is {what}?", found[:_READ])
    named = finding.analysis.named
    names = {tuple(words(what)), *(form for one in named for form in one.forms)}
    told = [
        (one, fact)
        for one in (*finding.candidates, *candidates)
        for fact in _facts(one)
        if any(form in names for form in fact.name.forms)
    ]
    accepted = accepted_kinds(kind_words(kind))
    affirming = [one for one, fact in told if is_of_kind(fact.kinds, accepted)] or [
        one for one in candidates if _is_one_of(one, kind, named)
    ]
    if affirming:
        return Told(one=affirming[0], is_so=True)
    others = [one for one, fact in told if any(is_known(each) for each in fact.kinds)]
    if not others:
        return None
    is_other = not set(kind_words(kind)) & BESIDE
    return Told(one=others[0], is_so=False if is_other else None)


def _is_one_of(one: Candidate, kind: str, named: Sequence[Named]) -> bool:
    """Whether a statement tells that something is "one of the three universities"."""
    several = re.escape(plural(kind))
    found = re.search(
        rf"\s(?:is|was)\s+one\s+of\s+[^.;:]{{2,40}}?\b{several}\b", one.statement.text
    )
    before = one.statement.text[: found.start()] if found else ""
    return bool(before) and any(mentions(each, before) for each in named)


def _facts(one: Candidate) -> Iterator[Fact]:
    """Give what a statement says of whatever it is about, names alone left out."""
    statement = one.statement
    return (fact for fact in facts_in(statement.passage, statement) if fact.is_defined)
