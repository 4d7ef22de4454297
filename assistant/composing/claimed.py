"""What a claim is made of: the value that a yes-or-no question claims, and its open question."""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.composing.relation import Relation
from assistant.question.terms import terms, words


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


# Nobody's name tells whether it is one of these.
_PERSONS = frozenset(
    words("""
    student woman man professor doctor researcher engineer teacher entrepreneur person nurse
    physician scientist lawyer politician employee girl boy graduate artist designer swede finn dane
    norwegian foreigner
""")
)


def names_nobody(claim: Claim) -> bool:
    """Whether one of a kind is claimed to do something, and nobody by name: "a foundation"."""
    return claim.kind is ClaimKind.AGENT and claim.value[:1].islower()


def is_of_person(claim: Claim) -> bool:
    """Whether one is claimed of whom no name tells that it is one: "a student"."""
    return names_nobody(claim) and not _PERSONS.isdisjoint(words(claim.value))


def tells_by_what(claim: Claim, text: str) -> bool:
    """Whether a text says by whom the claimed deed is done, or for a person of what kind.

    "Founded by Per Dahl" tells that it was no foundation, and not that he was no student.
    """
    whom = r"(?:an?|the|our)\s+[a-zåäö]" if is_of_person(claim) else r"\S"
    verb = re.escape(claim.verb)
    return re.search(rf"\b{verb}\b[^.;]*\b(?i:by)\s+{whom}", text) is not None


def holds_qualifier(claim: Claim | None, text: str) -> bool:
    """Whether a text holds what tells a claimed tie from others: "collaboration" partners."""
    return claim is None or set(terms(claim.qualifier)) <= set(terms(text))
