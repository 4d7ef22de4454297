"""Whom "its organiser" means: who has a role towards something that was spoken of.

Earlier answers often named them; where none did, it has to be asked first.
"""

import re
from dataclasses import dataclass

from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.antecedent import joined
from assistant.question.following.antecedents import MOST_NAMED
from assistant.question.following.discourse import Discourse
from assistant.question.grammar import with_capital
from assistant.question.terms import terms, words

_ROLES = frozenset(
    words("""
    organiser organizer owner operator funder financier sponsor host parent initiator
    ceo director head chair chairman chairwoman chairperson leader manager boss president
    coordinator landlord investor developer
""")
)
_THE_ROLE = re.compile(r"\bthe\s+(?P<noun>[a-z]{4,})\b(?!\s+(?:of|for|at|in|behind)\b)", re.I)
_IS = re.compile(r"\b(?:who|what|which)\b.{0,12}\b(?:is|are|was|were|be)\s+(?:the\s+)?$", re.I)
_CALLED = re.compile(r"^\s*(?:called|named|again|now|today|then|exactly)?\W*$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleQuestion:
    """A question about whoever has a role.

    Attributes:
        role: The noun.
        question: Asks who has it.
        rest: The question about them, with "{}" in their place.
    """

    role: str
    question: str
    rest: str

    def asked_of(self, name: str) -> str:
        """Give the question about a name.

        >>> RoleQuestion(role="host", question="", rest="Where is {} based?").asked_of("Alfa")
        'Where is Alfa based?'
        """
        return with_capital(self.rest.replace("{}", name))


def role_question(question: str, anaphor: Anaphor, owner: str) -> RoleQuestion | None:
    """Take "Where is its organiser based?" apart; None where only the role itself is asked for."""
    noun = anaphor.noun
    folded = "".join(words(noun))
    if folded.removesuffix("s") not in _ROLES:
        return None
    before = question[: anaphor.start]
    at = question.lower().find(noun.lower(), anaphor.end)
    rest = question[at + len(noun) :]
    if _IS.search(before) and _CALLED.match(rest):
        return None
    escaped = before.replace("{", "").replace("}", ""), rest.replace("{", "").replace("}", "")
    return RoleQuestion(
        role=folded,
        question=f"Who {'are' if folded.endswith('s') else 'is'} the {noun.lower()} of {owner}?",
        rest=f"{escaped[0]}{{}}{escaped[1]}",
    )


def role_in(question: str) -> Anaphor | None:
    """Find "the organiser" that no word says of what: it is of what was spoken of."""
    found = _THE_ROLE.search(question)
    if found is None or found["noun"].lower().removesuffix("s") not in _ROLES:
        return None
    return Anaphor(
        start=found.start(),
        end=found.start() + len("the"),
        pointing=Pointing.THING,
        noun=found["noun"],
        is_owner=True,
    )


def named_in_role(role: RoleQuestion, owner: str, discourse: Discourse) -> str:
    """Give whom an earlier answer named in a role, or ""."""
    wanted = set(terms(role.role))
    for turn in discourse.near():
        asked = set(terms(turn.query))
        is_same = owner.casefold() in turn.query.casefold()
        if is_same and wanted & asked and turn.asks_who:
            several = joined(turn.items) if 1 < len(turn.items) <= MOST_NAMED else ""
            return several or (turn.answer.text if turn.answer else "")
    return ""
