"""Whether a sentence that holds what is asked asserts it: as a fact, of the one asked about."""

import re
from collections.abc import Sequence

from assistant.composing.polarity import met_terms
from assistant.question.analysis import Analysis
from assistant.question.named import Named, mentions
from assistant.question.terms import words

_INTENDED = re.compile(
    r"\b(?:ran|bid|plan(?:s|ned|ning)?|aim(?:s|ed)?|want(?:s|ed)?|hop(?:es?|ed|ing)|intend(?:s|ed)?|"
    r"seek(?:s|ing)?|sought|tr(?:y|ies|ied|ying)|wish(?:es)?|propos(?:es?|ed)|consider(?:s|ing)?|"
    r"look(?:s|ed|ing)?|search(?:es|ed|ing)?|"
    r"(?:vision|goal|aim|ambition|mission)(?: is| was)?|expected|supposed)\s+(?:to|for|of|that)\b",
    re.I,
)
_ACTING = re.compile(r"^(?:do|does|did|will|would|can|has|have)\b", re.I)
_DONE_BY = re.compile(
    r"\b(?P<done>\w+(?:ed|id|un|ld|ne|en))\s+(?:\w+ly\s+)?by\s+(?P<who>[^,.;]+)", re.I
)
_CALLED = re.compile(r"\b(?:called|named|renamed|known as)\s+(?:the\s+)?(?P<name>.+)", re.I)
_ALONE = re.compile(r"\b(?:only|solely|exclusively|nothing but|no one but|nobody but)\b", re.I)
_OTHERS_TOO = re.compile(
    r"\b(?:every|all (?:kinds|sizes|sorts|types)|any|from\b.+\bto|both|as well as|other|others|"
    r"whole range|entire (?:range|spectrum)|not only)\b",
    re.I,
)


def is_intended(sentence: str) -> bool:
    """Whether a sentence tells what somebody means to do: "X ran to be the host"."""
    return _INTENDED.search(sentence) is not None


def intention_in(sentence: str) -> int | None:
    """Give where a sentence begins to tell what somebody means to do; None if it does not."""
    found = _INTENDED.search(sentence)
    return found.start() if found else None


def asserts(analysis: Analysis, said: str) -> bool:
    """Whether what is said is meant as a fact, and done by the one asked about.

    "Travel is paid by the companies" does not say that the programme pays.
    """
    if is_intended(said) and not is_intended(analysis.query):
        return False
    if _names_otherwise(analysis.query, said):
        return False
    asked = words(analysis.query)
    doer = next((one for one in analysis.named if _is_subject(one, asked)), None)
    if doer is None or not _ACTING.match(analysis.query):
        return True
    return not any(
        met_terms(analysis, found["done"]) and not mentions(doer, found["who"])
        for found in _DONE_BY.finditer(said)
    )


def _names_otherwise(query: str, said: str) -> bool:
    """Whether a name is asked for and what is said gives another one."""
    asked = _CALLED.search(query)
    if asked is None:
        return False
    wanted = words(asked["name"])
    return not any(
        words(found["name"])[: len(wanted)] == wanted for found in _CALLED.finditer(said)
    )


def _is_subject(entity: Named, asked: Sequence[str]) -> bool:
    """Whether a question, as folded words, asks what the entity does."""
    after = asked[2:] if asked[1:2] == ["the"] else asked[1:]
    return any(tuple(after[: len(form)]) == form for form in entity.forms)


def asks_for_all(query: str) -> bool:
    """Whether a question asks whether nothing else is so: "Are only students let in?"."""
    return _ALONE.search(query) is not None


def contradicts(query: str, said: str) -> bool:
    """Whether a question for one thing alone is answered by others, too."""
    return asks_for_all(query) and not _ALONE.search(said) and bool(_OTHERS_TOO.search(said))
