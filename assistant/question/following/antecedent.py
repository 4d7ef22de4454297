"""What may be meant by a word that points back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.entities.kinds import plural
from assistant.entities.statements import Kind
from assistant.question.following.phrases import head_of, is_plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """What may be meant.

    Attributes:
        text: As it is put into a query.
        score: How likely it is; only comparable within one question.
        kinds: What the documents say that it is.
        is_even: Whether it stands beside others that are as likely.
        group: All its members, where it is several.
        is_name: Whether it is a name.
        is_plural: Whether it is several things, by name or by noun.
        is_place: Whether it is only where something is.
        is_answer: Whether an answer brought it up.
        is_given: Whether it was the short answer.
        is_person: Whether it is surely a person.
        about: The name that plain nouns belong to, or "".
        is_agent: Whether it was asked for by "who".
        is_aside: Whether it was only named in passing.
        article: What stood before it: "the", "a", or "".
    """

    text: str
    score: float
    kinds: frozenset[Kind] = frozenset()
    is_even: bool = False
    group: tuple[str, ...] = ()
    is_name: bool = True
    is_plural: bool = False
    is_place: bool = False
    is_answer: bool = False
    is_given: bool = False
    is_person: bool = False
    about: str = ""
    article: str = ""
    is_aside: bool = False
    is_agent: bool = False

    @property
    def with_article(self) -> str:
        """It with the article it had; what belongs to a name is "the mentors of NOME"."""
        needs = not self.is_name and self.is_plural and " of " in self.text
        article = self.article or ("the" if needs else "")
        return f"{article} {self.text}" if article else self.text

    @property
    def several(self) -> str:
        """Several of what plain nouns name.

        >>> Antecedent(text="voucher for students", score=1.0).several
        'vouchers for students'
        >>> Antecedent(text="Alfahuset", score=1.0).several
        'Alfahuset'
        """
        head = head_of(self.text)
        return (
            self.text
            if is_plural(head) or head[:1].isupper()
            else re.sub(rf"\b{re.escape(head)}\b", plural(head), self.text, count=1)
        )


def joined(members: Sequence[str]) -> str:
    """Write several names as one.

    >>> joined(["Alfa", "Beta", "Gamma"])
    'Alfa, Beta and Gamma'
    """
    return members[0] if len(members) == 1 else f"{', '.join(members[:-1])} and {members[-1]}"
