"""Whether a statement says that something happened, not that it was meant to, or something near it.

The reader takes what sounds alike for the same: those who "participated" in a contest did not win
it, and who "looks for a buyer" has not found one.
"""

import re

from assistant.composing.assertion import intention_in
from assistant.composing.polarity import met_terms
from assistant.composing.proposition import Proposition, is_light
from assistant.evidence.statements import Statement
from assistant.question.following.phrases import phrases_in
from assistant.question.terms import terms

_ASKED = re.compile(r"^(?:did|has|have|had)\s+(?P<rest>\S.*)$", re.I)
_VERB = re.compile(
    r"[\s,]*(?:(?:ever|already|also|really|just|actually|yet|then|not)\s+)*"
    r"(?P<been>been\s+)?(?P<verb>[a-zåäö]+(?:-[a-zåäö]+)*)"
)
# "Been successful" is told in many ways, "been sold" in one.
_DONE = re.compile(r"(?:ed|en|wn|un|ld|pt|ght|id|ut|et)$")


def happened(proposition: Proposition, statement: Statement) -> bool:
    """Whether a statement tells of the deed itself that is asked about; True where none is.

    The deed is the verb of a question that begins with "did" or "has".
    """
    asked = _ASKED.match(proposition.closed.question.rstrip("?!. "))
    if asked is None:
        return True
    deed = _deed(proposition, asked["rest"])
    analysis = proposition.analysis
    said = f"{statement.lead_in} {statement.text}"
    if deed and not deed & met_terms(analysis, f"{statement.passage.heading or ''} {said}"):
        return False
    meant = intention_in(said)
    told = deed or frozenset(analysis.attributes)
    return meant is None or bool(told & met_terms(analysis, said[:meant]))


def _deed(proposition: Proposition, rest: str) -> frozenset[str]:
    """Give the terms of the first verb after the subject, if any tells more than "get"."""
    subject = next(iter(phrases_in(rest)), None)
    if subject is None:
        return frozenset()
    verb = _VERB.match(rest, subject.end)
    if verb is None or (verb["been"] and not _DONE.search(verb["verb"])):
        return frozenset()
    attributes = set(proposition.analysis.attributes)
    found = attributes & set(terms(verb["verb"]))
    return frozenset(term for term in found if not is_light(term))
