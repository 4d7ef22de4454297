"""Whether some pay more or less than others: told by what says that all pay the same, or of them.

"Whatever its size" denies it of large companies; what tells of others ("members pay half") decides
nothing about them.
"""

import re
from collections.abc import Sequence

from assistant.composing.proposition import Proposition
from assistant.composing.subject import speaks_of_all
from assistant.composing.told import Told
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement
from assistant.question.terms import terms

_MORE = r"(?:more|extra|higher|less|lower|the same)"
_ASKED = (
    re.compile(
        r"^(?:do|does|did|will|would|must|should|shall|are|is)\s+(?P<who>.+?)\s+"
        rf"(?:(?:also|always|then|(?:have|has|need)\s+to)\s+)*(?:pay|charged|get\s+charged)\s+"
        rf"(?:an?\s+)?(?:\w+\s+)?(?P<how>{_MORE})\b",
        re.I,
    ),
    re.compile(
        r"^(?:is|are|was|were|does|do)\b.*?\b(?P<how>more\s+expensive|dearer|cheaper|less\s+expensive|"
        r"more|higher|lower|less|the\s+same)\s+(?:\w+\s+)?(?:for|if)\s+(?P<who>[^?]+)",
        re.I,
    ),
)
_LESS = re.compile(r"less|lower|cheaper", re.I)
_SAME = re.compile(
    r"\b(?:(?:whatever|regardless\s+of|irrespective\s+of|independent(?:ly)?\s+of|no\s+matter)\s+"
    r"(?:what\s+|how\s+)?(?:(?:its|their|the|your|a)\s+)?(?P<by>[\w-]+)|"
    r"(?:the\s+)?same\s+(?:\w+\s+)?(?:for|to)\s+(?:all|every\w*)|"
    r"(?:all|every\w*)(?:\s+\w+)?\s+pays?\s+the\s+same|(?:one|a)\s+flat\s+(?:fee|rate|price))\b",
    re.I,
)
_PAYS = re.compile(
    r"\b(?:pays?|paid|costs?|fees?|prices?|charged?|rates?|free|half|discounts?|reduced|SEK|EUR|kronor|euros?)\b",
    re.I,
)
_PAYS_LESS = re.compile(
    r"\b(?:half|discounts?|reduced|cheaper|less|lower|nothing|no\s+(?:\w+\s+)?(?:fee|charge|cost)s?|"
    r"free|exempt\w*)\b",
    re.I,
)
_SIZES = {"large": "large", "larger": "large", "big": "large", "bigger": "large", "huge": "large",
          "small": "small", "smaller": "small", "little": "small", "tiny": "small"}  # fmt: skip
_SIZE = re.compile(rf"\b(?:{'|'.join(_SIZES)})\b", re.I)
_ALL = re.compile(r"\b(?:all|every\w*|each)\b", re.I)
_OF_SIZE = frozenset({"size", "big", "large", "small", "turnover", "employees", "staff", "number"})
# They tell nobody from others.
_ANYBODY = frozenset(
    terms("companies company firms firm businesses business organisations members")
)


def pays_more(proposition: Proposition, candidates: Sequence[Candidate]) -> Told | None:
    """Find what says that all pay the same, or that those asked about pay less; None without.

    Args:
        proposition: What is asked to be so.
        candidates: Statements, the surest first.
    """
    asked = _asked(proposition.closed.question)
    if asked is None:
        return None
    is_same, is_less = "same" in asked["how"].lower(), _LESS.search(asked["how"]) is not None
    for one in candidates:
        text = one.statement.text
        if not _PAYS.search(text) or not speaks_of_all(proposition.analysis, one.statement):
            continue
        same = _SAME.search(text)
        if same and _is_by(same, proposition.analysis.query):
            return Told(one=one, is_so=is_same)
        own = _group(asked["who"])
        if own and own <= _group(text) and _PAYS_LESS.search(text):
            return Told(one=one, is_so=is_less)
    return None


def pays_for_others(question: str, statement: Statement) -> bool:
    """Whether it is asked if some pay more, and a statement tells nothing of them."""
    asked = _asked(question)
    if asked is None:
        return False
    text = f"{statement.passage.heading or ''} {statement.lead_in} {statement.text}"
    same = _SAME.search(text)
    if same and _is_by(same, question):
        return False
    return not (_group(asked["who"]) <= _group(text) and _PAYS.search(text))


def _asked(question: str) -> re.Match[str] | None:
    plain = question.rstrip(" ?!.")
    return next((found for pattern in _ASKED if (found := pattern.match(plain))), None)


def _is_by(same: re.Match[str], asked: str) -> bool:
    """Whether all are alike in what tells those asked about from others: "whatever its size"."""
    by = same["by"]
    is_anybody = _ALL.search(asked) is not None
    return by is None or is_anybody or (by.lower() in _OF_SIZE and bool(_SIZE.search(asked)))


def _group(text: str) -> frozenset[str]:
    """Give the terms that tell some from others: "large" of "larger firms"."""
    plain = _SIZE.sub(lambda found: _SIZES[found.group().lower()], text)
    return frozenset(terms(plain)) - _ANYBODY
