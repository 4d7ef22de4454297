"""What a claim is made of: the value that a yes-or-no question claims, and its open question."""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.composing.relation import Relation
from assistant.question.terms import terms


class ClaimKind(StrEnum):
    """What a claimed value is."""

    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    PLACE = "place"
    AGENT = "agent"
    ROLE = "role"
    MEMBER = "member"
    FREQUENCY = "frequency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A value claimed by a yes-or-no question.

    Attributes:
        kind: What the value is.
        value: As it stands in the question.
        open_question: The question to which it would be an answer.
        relation: How the true value is said to stand to it.
        verb: For an agent, what it is said to do.
        qualifier: For a member, what tells its kind from others: "collaboration" partner.
    """

    kind: ClaimKind
    value: str
    open_question: str
    relation: Relation = Relation.EQUAL
    verb: str = ""
    qualifier: str = ""


def names_nobody(claim: Claim) -> bool:
    """Whether one of a kind is claimed to do something, and nobody by name: "a foundation"."""
    return claim.kind is ClaimKind.AGENT and claim.value[:1].islower()


def tells_by_what(claim: Claim, text: str) -> bool:
    """Whether a text says by what kind of one the claimed deed is done: "owned by a foundation".

    "Founded by Per Dahl" does not tell that he was no student.
    """
    verb = re.escape(claim.verb)
    return re.search(rf"\b{verb}\b[^.;]*\b(?i:by)\s+(?:an?|the|our)\s+[a-zåäö]", text) is not None


def holds_qualifier(claim: Claim | None, text: str) -> bool:
    """Whether a text holds what tells a claimed tie from others: "collaboration" partners."""
    return claim is None or set(terms(claim.qualifier)) <= set(terms(text))
