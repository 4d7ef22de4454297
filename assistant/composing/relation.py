"""How a claimed number or date is said to stand to the true one: "more than 100", "before 2012"."""

from enum import StrEnum


class Relation(StrEnum):
    """How the true value is said to stand to the claimed one."""

    EQUAL = "equal"
    MORE = "more"
    LESS = "less"
    AT_LEAST = "at least"
    AT_MOST = "at most"


_RELATIONS = {
    "longer than": Relation.MORE, "larger than": Relation.MORE, "bigger than": Relation.MORE,
    "higher than": Relation.MORE, "deeper than": Relation.MORE, "wider than": Relation.MORE,
    "taller than": Relation.MORE, "greater than": Relation.MORE, "shorter than": Relation.LESS,
    "smaller than": Relation.LESS, "lower than": Relation.LESS, "cheaper than": Relation.LESS,
    "more than": Relation.MORE, "over": Relation.MORE, "above": Relation.MORE,
    "after": Relation.MORE, "later than": Relation.MORE,
    "less than": Relation.LESS, "fewer than": Relation.LESS, "under": Relation.LESS,
    "below": Relation.LESS, "before": Relation.LESS, "earlier than": Relation.LESS,
    "at least": Relation.AT_LEAST, "no less than": Relation.AT_LEAST,
    "no fewer than": Relation.AT_LEAST, "as many as": Relation.AT_LEAST,
    "at most": Relation.AT_MOST, "up to": Relation.AT_MOST, "no more than": Relation.AT_MOST,
    "not more than": Relation.AT_MOST,
}  # fmt: skip
RELATION = rf"(?:(?P<relation>{'|'.join(_RELATIONS)}|exactly|about|around|only|just)\s+)?"
"""A pattern for the words that say it, with the group `relation`; it may be missing."""


def relation_of(said: str | None) -> Relation:
    """Give what the words say; equal where there are none.

    >>> relation_of("more than").value, relation_of(None).value
    ('more', 'equal')
    """
    return _RELATIONS.get((said or "").lower(), Relation.EQUAL)
