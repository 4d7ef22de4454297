"""Who does what to whom: the part that each name has in a question, and the order of the rest.

"Does Alfa fund Beta?" has the words of "Does Beta fund Alfa?", and "Who is funded by Alfa?" nearly
those of "Who funds Alfa?".
"""

from collections.abc import Callable, Collection, Sequence
from enum import StrEnum

from assistant.approved.tokens import Token
from assistant.approved.vocabulary import (
    ASKING,
    AUXILIARIES,
    BE,
    DOERS,
    DROPPED,
    PREPOSITIONS,
    is_past,
)


class Part(StrEnum):
    """What a name is in a question."""

    DOER = "doer"
    DONE_TO = "done_to"
    OWNER = "owner"
    PLACE = "place"
    OPEN = "open"


# What the same name cannot be in two wordings of one question.
_APART = (
    {Part.DOER, Part.DONE_TO},
    {Part.DOER, Part.PLACE},
    {Part.DONE_TO, Part.PLACE},
)
_BEFORE_NAMES = frozenset({"the", "a", "an"})
_LINKS = frozenset({"and", "or", "och", "eller"})


def may_agree(one: Collection[Part], other: Collection[Part]) -> bool:
    """Whether a name with these parts in one wording may have those in another."""
    if set(one) == set(other):
        return True
    return not any({first, second} in _APART for first in one for second in other)


def parts_of_names(tokens: Sequence[Token], names: Collection[str]) -> dict[str, frozenset[Part]]:
    """Give the parts that names have; a name may stand twice."""
    texts = [token.text for token in tokens]
    is_passive = passive_at(tokens, names) is not None
    helping = next((at for at, text in enumerate(texts) if text in AUXILIARIES), -1)
    is_had = _tells_what_is_had(texts)
    is_of_doer = bool(DOERS & {text.removesuffix("s") for text in texts})
    found: dict[str, set[Part]] = {}
    for at, token in enumerate(tokens):
        if token.meaning not in names:
            continue
        start = _start_of_name(tokens, at, names)
        part = _part(tokens, start, _end_of_name(tokens, at, names), helping)
        if part is Part.DOER and is_passive and texts[_before(texts, start)] != "by":
            part = Part.DONE_TO
        # "Is equity taken at SmiLe?"
        if is_passive and "by" not in texts and texts[_before(texts, start)] == "at":
            part = Part.OPEN
        if part in {Part.DOER, Part.PLACE} and is_had:
            part = Part.OPEN
        if is_of_doer and part in {Part.OWNER, Part.OPEN}:
            part = Part.DONE_TO
        found.setdefault(token.meaning, set()).add(part)
    return {name: frozenset(parts) for name, parts in found.items()}


def _part(tokens: Sequence[Token], start: int, end: int, helping: int) -> Part:
    """Say what the name from `start` to before `end` is in a question that is not passive."""
    texts = [token.text for token in tokens]
    before = _before(texts, start)
    word = texts[before] if before >= 0 else ""
    if tokens[end - 1].owns or word == "of":
        return Part.OWNER
    if word == "by":
        return Part.DOER
    if word in PREPOSITIONS:
        return Part.PLACE
    # "Who NOME" is nothing, and what follows "and" or "is" may be anything.
    if (
        not word
        or word in ASKING
        or word in _LINKS
        or (before == helping and word in BE and not _acts(tokens, end))
    ):
        return Part.OPEN
    is_doer = (
        before == helping
        or word == "that"
        or (end < len(texts) and texts[end] in AUXILIARIES)
        or _follows_a_thing(tokens, before, end)
    )
    return Part.DOER if is_doer else Part.DONE_TO


def _tells_what_is_had(texts: Sequence[str]) -> bool:
    """Whether something only has something: "does Alfa have", "has Alfa got", "are there in Alfa".

    Not where "have" helps another verb: "have startups funded Alfa".
    """
    if {"got", "there"} & set(texts[1:]):
        return True
    at = texts.index("have") if "have" in texts else 0
    return at > 0 and (at == len(texts) - 1 or texts[at + 1] in PREPOSITIONS)


def _before(texts: Sequence[str], start: int) -> int:
    before = start - 1
    while before >= 0 and texts[before] in _BEFORE_NAMES:
        before -= 1
    return before


def _acts(tokens: Sequence[Token], end: int) -> bool:
    """Whether something is done after a name: "is CAMP funded", "is CAMP planning"."""
    return any(is_past(token.text) or token.text.endswith("ing") for token in tokens[end:])


def _follows_a_thing(tokens: Sequence[Token], before: int, end: int) -> bool:
    """Whether a name stands as in "the least investment Alfa makes", at the end of a question."""
    is_last = end == len(tokens) - 1
    return is_last and tokens[end].text.endswith("s") and not tokens[before].text.endswith("s")


def _start_of_name(tokens: Sequence[Token], at: int, names: Collection[str]) -> int:
    while at and tokens[at - 1].meaning in names and not tokens[at - 1].owns:
        at -= 1
    return at


def _end_of_name(tokens: Sequence[Token], at: int, names: Collection[str]) -> int:
    while at + 1 < len(tokens) and tokens[at + 1].meaning in names and not tokens[at].owns:
        at += 1
    return at + 1


def passive_at(tokens: Sequence[Token], names: Collection[str]) -> int | None:
    """Give the place of the participle of a passive question: "is CAMP funded"; None without."""
    texts = [token.text for token in tokens]
    be = next((at for at, text in enumerate(texts) if text in BE), None)
    if be is None:
        return None
    for at in range(be + 1, len(texts)):
        if texts[at] in {"that", "which", "who", "to", "has", "have"}:
            return None
        if is_past(texts[at]) and texts[at] not in DROPPED and tokens[at].meaning not in names:
            return at
    return None


def in_order(
    tokens: Sequence[Token],
    says: Callable[[int], bool],
    names: Collection[str],
    *,
    asks_for_a_thing: bool,
) -> tuple[int, ...]:
    """Give the places of some words as an active statement would order them.

    Args:
        tokens: The question.
        says: Whether the word at a place is to be given.
        names: What is known as a name.
        asks_for_a_thing: Whether "which ..." or the like stands before the verb that helps.
    """
    places = [at for at in range(len(tokens)) if says(at)]
    owners = {at for at in places if tokens[at].owns}
    helping = next((at for at, token in enumerate(tokens) if token.text in AUXILIARIES), None)
    passive = passive_at(tokens, names)
    head = _head_of_clause(tokens, places, names) if asks_for_a_thing else None
    front = head if head is not None else helping
    fronted = [at for at in places if front is not None and at < front]
    rest = [at for at in places if at not in fronted]
    if passive is None:
        is_object = head is not None or (
            asks_for_a_thing and helping is not None and not _is_done_at(tokens, helping)
        )
        ordered = [*rest, *fronted] if is_object else [*fronted, *rest]
    else:
        by = next((at for at in range(passive, len(tokens)) if tokens[at].text == "by"), None)
        subject = [at for at in rest if at < passive]
        doer = [at for at in rest if by is not None and at > by]
        others = [at for at in rest if passive < at and at not in doer]
        verb = [at for at in rest if at == passive]
        ordered = [*doer, *verb, *subject, *others, *fronted]
    return _owners_last(ordered, owners)


def _is_done_at(tokens: Sequence[Token], helping: int) -> bool:
    """Whether what stands before the verb that helps does it: "which firms have left"."""
    if tokens[helping].text in BE:
        return True
    following = tokens[helping + 1].text if helping + 1 < len(tokens) else ""
    return tokens[helping].text in {"has", "have", "had"} and is_past(following)


def _head_of_clause(
    tokens: Sequence[Token], places: Sequence[int], names: Collection[str]
) -> int | None:
    """Give where a clause with its own doer begins: "list the regions that Alfa covers"."""
    if not places:
        return None
    at = places[0]
    while at in places:
        at += 1
    if at < len(tokens) and tokens[at].text in {"that", "which", "who", "whom"}:
        at += 1
    if at < len(tokens) and tokens[at].text in _BEFORE_NAMES:
        at += 1
    is_clause = at > places[0] and at < len(tokens) and tokens[at].meaning in names
    is_first = not any(token.text in AUXILIARIES - BE for token in tokens[: places[0]])
    acts = any(place > at for place in places)
    return at if is_clause and is_first and acts and tokens[at - 1].text != "of" else None


def _owners_last(places: Sequence[int], owners: Collection[int]) -> tuple[int, ...]:
    """Put an owner behind what it owns: "the board's chair" is "chair of the board"."""
    ordered = list(places)
    for at in range(len(ordered) - 1):
        if ordered[at] in owners:
            ordered[at], ordered[at + 1] = ordered[at + 1], ordered[at]
    return tuple(ordered)
