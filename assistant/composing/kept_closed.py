"""What must be published cannot be kept to oneself."""

import re
from collections.abc import Sequence

from assistant.citations import StoredDocuments
from assistant.composing.polarity import ASKED_NEGATION
from assistant.composing.proposition import Proposition
from assistant.composing.subject import is_about_all
from assistant.composing.told import Told
from assistant.evidence.ranking import Candidate
from assistant.question.terms import terms

_KEEPS = re.compile(
    r"\bkeep(?:s|ing)?\s+(?P<what>[^,;?]+?)\s+(?:(?:all|only)\s+)?(?:to\s+(?:it|them|our|my|your|him|"
    r"her)sel(?:f|ves)|closed|secret|private|confidential|proprietary|hidden|under wraps)\b",
    re.I,
)
_MUST_BE_OPEN = re.compile(
    r"(?:^|[,;:.])(?P<what>[^,;:.]*?)"
    r"\b(?:must|ha(?:s|ve) to|(?:is|are) (?:required |obliged )?to|shall)\s+"
    r"(?:then |also |always |all )?(?:be\s+)?(?:then |also |always |all )?(?:published?|"
    r"open(?:ly)?[- ]?(?:source|access|licen[sc]ed)?|made (?:public|open|available)|"
    r"shared? with (?:all|every\w+))\b",
    re.I,
)
_EVERYTHING = re.compile(r"\b(?:everything|all|anything|whatever)\b", re.I)


def kept_closed(
    proposition: Proposition, candidates: Sequence[Candidate], documents: StoredDocuments
) -> Told | None:
    """Find what must be open, where it is asked whether it may be kept closed; None without.

    Args:
        proposition: What is asked to be so.
        candidates: Statements, the surest first.
        documents: Where the whole page is looked up.
    """
    question = proposition.closed.question
    asked = _KEEPS.search(question)
    if asked is None or ASKED_NEGATION.search(question):
        return None
    for one in candidates:
        told = _MUST_BE_OPEN.search(one.statement.text)
        if told is None or not is_about_all(proposition.analysis, one.statement, documents):
            continue
        is_same = set(terms(asked["what"])) & set(terms(told["what"]))
        if is_same or _EVERYTHING.search(told["what"]):
            return Told(one=one, is_so=False)
    return None
