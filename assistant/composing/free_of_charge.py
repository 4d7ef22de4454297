"""Whether something is free: told by what it costs."""

import re
from collections.abc import Sequence

from assistant.composing.proposition import Proposition
from assistant.composing.research import Research
from assistant.composing.subject import speaks_of_all
from assistant.composing.told import Told
from assistant.evidence.ranking import Candidate
from index.passage import ScoredPassage

_ASKED = re.compile(
    r"^(?:is|are|was|were)\s+(?P<what>.+?)\s+(?:(?:really|still|completely|totally|entirely|also|"
    r"always|then)\s+)?(?:for\s+)?free(?:\s+of\s+charge)?(?:\s+(?:for|to)\s+.+)?$",
    re.I,
)
_FREE = re.compile(
    r"\bfree\b(?!\s+(?:to|from|of\s+(?!charge))|-)|\bno (?:\w+ )?(?:fee|charge|cost)s?\b"
    r"|\b(?:pays?|costs?) nothing\b|\bwithout (?:charge|a fee)\b|\bnot (?:cost|charge|pay)\b"
    r"|\bgratis\b",
    re.I,
)
_PRICE = re.compile(
    rf"{_FREE.pattern}|\b(?:costs?|prices?|priced|fees?|pays?|charged?|charges|tickets?|kronor)\b",
    re.I,
)
_AMOUNT = re.compile(
    r"\b(?:SEK|EUR|DKK|NOK|USD|kr)\s?\d|[€$£]\s?\d"
    r"|\d\s?(?:kronor|kr\b|SEK|EUR|DKK|NOK|USD|euros?\b|dollars?\b|€)",
    re.I,
)
_MILLIONS = re.compile(r"\b(?:million|billion|mkr|msek|meur|miljon\w*)\b", re.I)
# "We invest EUR 40,000" is no price.
_GIVEN = re.compile(
    r"\b(?:invest\w*|award\w*|grants?|granted|rais\w+|funds?|funded|capital|prizes?|receives?)\b",
    re.I,
)
_CLAUSE = re.compile(r"[;\n]|[.!?]\s")
# "Free for companies with fewer than 50 employees" is not free.
_FOR_SOME = re.compile(
    rf"(?:{_FREE.pattern})(?:\s+of charge)?\s+(?:(?:if|when|until|during)\b"
    r"|(?:for|to)\s+(?:\w+\s+){0,2}?"
    r"(?:companies|firms|start-?ups|students|members|those|alumni|children|people|entrepreneurs|"
    r"universities|employees|pensioners|teams|researchers|first)\b)",
    re.I,
)
# What costs anything is asked of the first passages.
_READ = 8


def asks_for_free(question: str) -> bool:
    """Whether a question asks if something is free.

    >>> asks_for_free("Is Frost free for us?"), asks_for_free("Is Frost free of bugs?")
    (True, False)
    """
    return _ASKED.match(question.rstrip(" ?!.")) is not None


def suits_free(question: str, text: str, *, is_so: bool) -> bool:
    """Whether a text tells a price where a question asks if something is free; else True.

    What is free for some only does not affirm it.

    >>> suits_free("Is Frost free?", "It is free for students.", is_so=True)
    False
    """
    if not asks_for_free(question):
        return True
    # What it cost to build is no price.
    if _MILLIONS.search(text) and not _FREE.search(text):
        return False
    return _PRICE.search(text) is not None and not (is_so and _FOR_SOME.search(text))


def tells_free(clause: str) -> bool:
    """Whether a clause says that something costs nothing."""
    return _FREE.search(clause) is not None


def tells_price(clause: str) -> bool:
    """Whether a clause tells an amount that somebody pays."""
    return _AMOUNT.search(clause) is not None and _GIVEN.search(clause) is None


def charged(
    proposition: Proposition,
    sure: Sequence[Candidate],
    research: Research,
    found: Sequence[ScoredPassage],
) -> Told | None:
    """Find what something costs that is asked to be free; None where that is not asked or told.

    Args:
        proposition: What is asked to be so.
        sure: The statements that surely answer.
        research: Asks for the price.
        found: The passages in which it is asked.
    """
    asked = _ASKED.match(proposition.closed.question.rstrip(" ?!."))
    if asked is None:
        return None
    finding = research.ask(f"What does {asked['what']} cost?", found[:_READ])
    for one in (*finding.sure, *sure):
        is_free = tells_free(one.statement.text)
        costs = any(map(tells_price, _CLAUSE.split(one.statement.text)))
        if (is_free or costs) and speaks_of_all(proposition.analysis, one.statement):
            is_partly = is_free and (costs or _FOR_SOME.search(one.statement.text) is not None)
            return Told(one=one, is_so=None if is_partly else is_free)
    # What answers best is worth to be read, though it does not name what is free for some.
    best = sure[0] if sure and _FREE.search(sure[0].statement.text) else None
    return Told(one=best, is_so=None) if best else None
