"""What a statement claims of what is asked, and whether two claims contradict each other."""

import re
from dataclasses import dataclass

from assistant.conflicts.relations import capitalised, same_source
from assistant.evidence.quantities import Quantity
from assistant.evidence.statements import Statement
from assistant.evidence.values import Day

THEME = "theme"

# Later than any year that a text tells of.
_NOW = 9999
_PAST = re.compile(r"\b(?:had|was|were|\w+ed)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a statement tells of what is asked.

    Attributes:
        statement: The statement.
        relation: What the value stands in: "founded", "owner", "theme", or "quantity".
        value: A date, a quantity, or the words that name or describe.
        when: The date of which a quantity is told; None where untold.
        span: The words that tell it.
    """

    statement: Statement
    relation: str
    value: Day | Quantity | frozenset[str]
    when: Day | None
    span: str

    @property
    def told_at(self) -> tuple[int, int]:
        """The year and month that it is told of; what is undated is told of the present."""
        return (self.when.year or 0, self.when.month or 12) if self.when else (_NOW, 0)


def contradict(one: Claim, other: Claim) -> bool:
    """Whether two claims cannot both be the whole truth."""
    if one.relation != other.relation or _is_one_text(one.statement, other.statement):
        return False
    match one.value, other.value:
        case Day() as first, Day() as second:
            return bool(first.differs(second))
        case Quantity() as first, Quantity() as second:
            return _same_time(one, other) and first.contradicts(second)
        case frozenset() as first, frozenset() as second:
            if one.relation == THEME:
                return bool(first - second) and bool(second - first)
            said = capitalised(one.statement.text), capitalised(other.statement.text)
            return bool(first and second) and not (first & said[1] or second & said[0])
        case _:
            return False


def has_changed(one: Claim, other: Claim) -> bool:
    """Whether two claims tell different figures of the same at different times."""
    return (
        isinstance(one.value, Quantity)
        and isinstance(other.value, Quantity)
        and not _is_one_text(one.statement, other.statement)
        and not _same_time(one, other)
        and one.value.contradicts(other.value)
    )


def _is_one_text(one: Statement, other: Statement) -> bool:
    """Whether both stand in one passage and are not told there of different sources."""
    return one.passage.passage_id == other.passage.passage_id and same_source(one.text, other.text)


def _same_time(one: Claim, other: Claim) -> bool:
    """Whether two figures may be of the same time.

    "It had 85 members at the end of 2020" does not contradict "It has 120 members".
    """
    if one.when and other.when:
        return not one.when.differs(other.when)
    if one.when is None and other.when is None:
        return True
    dated, undated = (one, other) if one.when else (other, one)
    return not (_PAST.search(dated.statement.text) and not _PAST.search(undated.statement.text))
