"""Questions that leave a choice: neither yes nor no answers "Is NOME a company or a programme?"."""

import re
from dataclasses import dataclass

_CHOICE = re.compile(
    r"^(?:(?:so|and|but|then|now),?\s+)?(?P<asks>(?:is|are|was|were|does|do|did)\s+\S.*?),?\s+or\s+"
    r"(?P<other>\S.*)$",
    re.I,
)
# "Or not", "or more": nothing is left to choose.
_NO_OTHER = re.compile(
    r"^(?:not|no|so|what|who|more|less|fewer|later|earlier|before|after|longer|older|younger|other|"
    r"any|anything|something|somebody|anybody|both|neither|even|at least|is|are|do|does|did|can|"
    r"could|should|must|may|will|would|has|have)\b",
    re.I,
)
_DETERMINER = re.compile(r"^(?:an?|the|its|their|by|in|at|for|from|with|to|of|on)$", re.I)
# What only tells more of a noun that the other one brings: "a supporting or a full member".
_TELLS_MORE = re.compile(r"(?:ing|ed|ive|al|ic|ary|ory|ous|full|free|public|private|main)$", re.I)
_LONGEST = 5
_LONGEST_OTHER = 10
_FEWEST_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of those that a question leaves to choose.

    Attributes:
        said: As it was typed: "an initiative".
        question: Whether it is so, standalone.
    """

    said: str
    question: str


def alternatives_in(query: str) -> tuple[Alternative, ...]:
    """Give the two that a yes or no leaves to choose; () where it leaves none.

    >>> [one.question for one in alternatives_in("Is NOME a company or a foundation?")]
    ['Is NOME a company?', 'Is NOME a foundation?']
    >>> [one.question for one in alternatives_in("Is Alfa a supporting or a full member of Beta?")]
    ['Is Alfa a supporting member of Beta?', 'Is Alfa a full member of Beta?']
    >>> [one.said for one in alternatives_in("Is the course free or paid?")]
    ['free', 'paid']
    >>> alternatives_in("Is it open or not?"), alternatives_in("Can students or staff apply?")
    ((), ())
    """
    plain = " ".join(query.split()).rstrip("?!. ")
    found = _CHOICE.match(plain)
    if found is None or " or " in found["other"] or _NO_OTHER.match(found["other"]):
        return ()
    asks, other = found["asks"].split(), found["other"].split()
    at = _begins(asks, other)
    if at is None or len(other) > _LONGEST_OTHER:
        return ()
    first = asks[at:]
    # "Supporting" tells more of "partner", which stands behind the other one alone.
    is_open = len(first) <= _FEWEST_BEFORE and _TELLS_MORE.search(first[-1]) is not None
    tail = other[len(first) :] if is_open else []
    before = " ".join(asks[:at])
    said = (" ".join([*first, *tail]), " ".join(other))
    return tuple(Alternative(one, f"{before} {one}?") for one in said)


def _begins(asks: list[str], other: list[str]) -> int | None:
    """Where the first of two begins: as the second does, or as many words before "or"."""
    head = other[0].lower()
    if _DETERMINER.match(head):
        like = {"a": {"a", "an"}, "an": {"a", "an"}}.get(head, {head})
        places = [at for at, word in enumerate(asks) if word.lower() in like]
        at = places[-1] if places else None
    else:
        at = len(asks) - 1 if len(other) <= _FEWEST_BEFORE else None
    is_within = at is not None and at >= _FEWEST_BEFORE and len(asks) - at <= _LONGEST
    return at if is_within else None
