"""Asks of several what was asked of one: "Which of A and B take equity?"."""

import re

from assistant.question.following.properties import ASKS_OF_ONE

PLURAL_VERB = {"does": "do", "is": "are", "was": "were", "has": "have"}
"""How several do what one does."""

_SINGULAR_VERB = re.compile(r"\b(does|is|was|has)(?=\s+$)", re.I)


def asked_of_several(query: str, other: str) -> str:
    """Ask of several what is asked of one, a yes or no of each.

    >>> asked_of_several("Does A and B take equity?", "A and B")
    'Which of A and B take equity?'
    >>> asked_of_several("What does A and B cost?", "A and B")
    'What do A and B cost?'
    """
    at = query.find(other)
    begins = ASKS_OF_ONE.match(query[:at]) if at > 0 else None
    if begins is None:
        return _with_plural_verb(query, at)
    verb = begins["verb"].lower()
    plain = "" if verb in {"do", "does", "did"} else f"{verb} "
    return f"Which of {other} {plain}{query[at + len(other) :].strip()}"


def _with_plural_verb(query: str, at: int) -> str:
    """Write "do A and B" for "does A and B"."""
    before = _SINGULAR_VERB.sub(lambda found: PLURAL_VERB[found[1].lower()], query[: max(at, 0)])
    return f"{before}{query[max(at, 0) :]}"
