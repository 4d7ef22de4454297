"""Whether two questions name the same, in the same relation: "from Lund to Malmö" is not back."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.approved.tokens import Token
from assistant.approved.vocabulary import KIND_NOUNS, NEGATIONS, PREPOSITIONS

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
        and _numbers(one) == _numbers(other)
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
    """Whether names stand in another question, too, in the same relations and order."""
    texts = [token.text for token in holder]
    found: list[_Name] = []
    taken: set[int] = set()
    for first, last in _runs(named):
        run = [token.text for token in named[first:last]]
        at = next((at for at in _all_starts(texts, run) if at not in taken), None)
        if at is None:
            return False
        taken |= set(range(at, at + len(run)))
        is_owner = named[last - 1].owns or holder[at + len(run) - 1].owns
        found.append(_Name(here=first, there=at, length=len(run), is_owner=is_owner))
    is_denied = any(token.text in NEGATIONS for token in named)
    return _stand_alike(found, named, holder, is_denied=is_denied)


def _stand_alike(
    names: Sequence["_Name"], named: Sequence[Token], holder: Sequence[Token], *, is_denied: bool
) -> bool:
    here = _relations(named, [(name.here, name.length) for name in names])
    there = _relations(holder, [(name.there, name.length) for name in names])
    for name, mine, its in zip(names, here, there, strict=True):
        if not name.is_owner and not _relations_agree(mine, its):
            return False
    if here != there and sorted(here) == sorted(there):
        return False  # they have changed places: "is Alfa in Beta", "is Beta in Alfa"
    for (first, one), (second, other) in combinations(enumerate(names), 2):
        is_alike = here[first] == here[second] and there[first] == there[second]
        between = {token.text for token in holder[min(one.there, other.there) :]}
        may_swap = bool(between & _LINKS) and not is_denied
        if is_alike and (one.there > other.there) and not may_swap:
            return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """Where a name of one question stands there and in the other."""

    here: int
    there: int
    length: int
    is_owner: bool


def _relations(tokens: Sequence[Token], places: Sequence[tuple[int, int]]) -> list[str]:
    """Give the preposition before each name; names joined by "and" share theirs."""
    ends = {at + length: at for at, length in places}

    def relation(at: int) -> str:
        before = at - 1
        while before >= 0 and tokens[before].text in _BEFORE_NAMES:
            before -= 1
        word = tokens[before].text if before >= 0 else ""
        if word in _LINKS and before in ends:
            return relation(ends[before])
        if word in _AT:
            return "in"
        return word if word in _ALL_PREPOSITIONS else ""

    return [relation(at) for at, _ in places]


def count_names(tokens: Sequence[Token]) -> int:
    """Count the names that are written as such."""
    return len(_runs(tokens))


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


def _relations_agree(one: str, other: str) -> bool:
    return one == other or not (one and other) or {one, other} in _CLOSE


def _numbers(tokens: Sequence[Token]) -> list[str]:
    """Give the numbers in their order, which matters: "five of ten"."""
    # "One" alone may be nobody: "how does one apply".
    return [t.meaning for t in tokens if t.meaning[:1].isdecimal() and t.text != "one"]


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
