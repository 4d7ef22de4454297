"""Whether anybody may go somewhere: only what tells of all affirms, "by invitation only" denies."""

import re
from collections.abc import Sequence

from assistant.citations import StoredDocuments
from assistant.composing.alone import speaks_of_place
from assistant.composing.near_by import is_told_near
from assistant.composing.polarity import ASKED_NEGATION
from assistant.composing.proposition import Proposition
from assistant.composing.subject import is_about_all
from assistant.composing.told import Told
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement

_ASKED = re.compile(
    r"^(?:can|could|may|is|are)\s+(?:just\s+)?(?:anybody|anyone|everybody|everyone|outsiders)\s+"
    r"(?:just\s+)?(?:go|come|attend|join|enter|take\s+part|participate|get\s+in|welcome|allowed|"
    r"invited|let\s+in|admitted)\b",
    re.I,
)
_CLOSED = re.compile(
    r"\b(?:by|upon|on)\s+(?:personal\s+)?invitation\b|\binvitation[- ]only\b|\binvite[- ]only\b|"
    r"\bnot\s+open\s+to\s+(?:the\s+public|everybody|everyone|all|outsiders)\b|"
    r"\b(?:for|to)\s+(?:\w+\s+)?members\s+only\b|\bonly\s+(?:open\s+)?(?:for|to)\s+(?:\w+\s+)?members\b|"
    r"\ban?\s+closed\s+(?:[\w-]+\s+)?(?:meeting|event|session|gathering|group|conference)\b",
    re.I,
)
# "Open Lab" opens to nobody.
_OPEN = re.compile(
    r"\b(?:[Aa]ny(?:body|one)?|[Ee]very(?:body|one)?|[Aa]ll|[Ww]hoever|open|public|[Ww]elcome|[Nn]o|"
    r"[Ff]ree|[Rr]egardless|[Ww]ithout|[Nn]on-members)\b"
)
_READ = 8


def is_by_invitation(
    proposition: Proposition, candidates: Sequence[Candidate], documents: StoredDocuments
) -> Told | None:
    """Find what lets in only some, where it is asked if anybody may come; None without.

    Args:
        proposition: What is asked to be so.
        candidates: Statements, the surest first.
        documents: Where the whole page is looked up.
    """
    question = proposition.closed.question
    if not _ASKED.match(question) or ASKED_NEGATION.search(question):
        return None
    for one in candidates[:_READ]:
        is_closed = _CLOSED.search(one.statement.text) is not None
        if is_closed and is_about_all(proposition.analysis, one.statement, documents):
            return Told(one=one, is_so=False)
    return None


def may_decide(proposition: Proposition, statement: Statement, *, is_so: bool | None) -> bool:
    """Whether a statement may decide: of what is asked about, its place, and of all that may come.

    "Teams take part" does not tell that anybody can.
    """
    question = proposition.closed.question
    if not is_told_near(proposition.analysis, statement) or not speaks_of_place(
        question, statement
    ):
        return False
    return not is_so or not _ASKED.match(question) or _OPEN.search(statement.text) is not None
