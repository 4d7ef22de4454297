"""Whether two questions name the same, in the same relation: "from Lund to Malmö" is not back."""

from collections.abc import Sequence
from itertools import pairwise

from assistant.approved.tokens import Token
from assistant.approved.vocabulary import KIND_NOUNS, PREPOSITIONS

# Which of these stands before a name says little.
_AT = frozenset({"in", "at", "on", "pa"})
_LINKS = frozenset({"and", "or", "och", "eller"})
_BEFORE_NAMES = frozenset({"the", "a", "an"})
_ALL_PREPOSITIONS = PREPOSITIONS | {"of", "by"}
# Either may stand for the other where all else is the same.
_CLOSE = ({"of", "for"}, {"of", "in"}, {"of", "at"}, {"in", "at"}, {"to", "for"}, {"for", "at"},
          {"of", "by"}, {"of", "to"}, {"at", "on"})  # fmt: skip
_PERSONS = {
    **dict.fromkeys(("i", "me", "my", "we", "us", "our"), "asking"),
    **dict.fromkeys(("you", "your"), "asked"),
}
# What may change sides in a question without changing what is asked.
_TELLING = frozenset({"from", "with", "against", "into", "between", "under", "over", "without"})


def names_agree(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether each name written in one question stands in the other, whole and in its relation."""
    return (
        _holds_names_of(one, other)
        and _holds_names_of(other, one)
        and _telling(one) == _telling(other)
        and _prepositions_agree(one, other)
    )


def persons_agree(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether who asks and who is asked have the same parts: not "do you pay us", "do we pay you".

    Where only one of them is spoken of, it does not matter which: "how do I", "how do you".
    """
    mine, others = _persons(one), _persons(other)
    return mine == others or (len(set(mine)) < 2 and len(set(others)) < 2)


def _persons(tokens: Sequence[Token]) -> list[str]:
    return [_PERSONS[token.text] for token in tokens if token.text in _PERSONS]


def _holds_names_of(holder: Sequence[Token], named: Sequence[Token]) -> bool:
    texts = [token.text for token in holder]
    places = []
    taken: set[int] = set()
    for first, last in _runs(named):
        run = [token.text for token in named[first:last]]
        at = next((at for at in _all_starts(texts, run) if at not in taken), None)
        if at is None:
            return False
        taken |= set(range(at, at + len(run)))
        owned = named[last - 1].owns or holder[at + len(run) - 1].owns
        if not owned and not _relations_agree(_relation(named, first), _relation(holder, at)):
            return False
        places.append((at, first))
    return _in_same_order(places, holder, named)


def _runs(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Give where names begin and end; a noun for a kind at a name's end does not count."""
    runs: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        if not token.is_name:
            continue
        is_next = runs and runs[-1][1] == at and not tokens[at - 1].owns
        if is_next and token.text in KIND_NOUNS:
            continue
        if is_next:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def _all_starts(texts: Sequence[str], run: Sequence[str]) -> list[int]:
    size = len(run)
    return [at for at in range(len(texts) - size + 1) if list(texts[at : at + size]) == list(run)]


def _relation(tokens: Sequence[Token], at: int) -> str:
    """Give the preposition before a name; "" without."""
    before = at - 1
    while before >= 0 and tokens[before].text in _BEFORE_NAMES:
        before -= 1
    word = tokens[before].text if before >= 0 else ""
    if word in _AT:
        return "in"
    return word if word in PREPOSITIONS or word == "by" else ""


def _relations_agree(one: str, other: str) -> bool:
    return one == other or not (one and other)


def _in_same_order(
    places: Sequence[tuple[int, int]], holder: Sequence[Token], named: Sequence[Token]
) -> bool:
    """Whether names that stand in one relation follow each other alike.

    Those joined by "and" may change places.
    """
    for (at, first), (other_at, other_first) in pairwise(sorted(places)):
        is_alike = _relation(holder, at) == _relation(holder, other_at) and (
            _relation(named, first) == _relation(named, other_first)
        )
        between = {token.text for token in holder[at:other_at]}
        if is_alike and first > other_first and not between & _LINKS:
            return False
    return True


def _prepositions_agree(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether what is said with other prepositions may still be the same: not "for" and "on"."""
    mine, others = _prepositions(one), _prepositions(other)
    if len(mine) != len(others):
        return True
    return all(
        first == second or {first, second} in _CLOSE
        for first, second in zip(mine, others, strict=True)
    )


def _prepositions(tokens: Sequence[Token]) -> list[str]:
    return [token.text for token in tokens if token.text in _ALL_PREPOSITIONS]


def _telling(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(sorted(token.text for token in tokens if token.text in _TELLING))
