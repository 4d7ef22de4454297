"""What is quoted for a tie, from where to where, and who is named in it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.ecosystem.masking import Party
from assistant.ecosystem.model import Quote, Relation
from assistant.ecosystem.patterns import Told
from assistant.evidence.statements import Statement
from index.passage import Passage

_MONEY = re.compile(
    r"\bwith\s+(?:[\w-]+\s+){0,3}?(?:grants?|money|funding|funds|financing|SEK|EUR|NOK|DKK|USD|bidrag)\b"
)
# How far back a quote may begin to say the name that its sentence only points at.
_REACH_BACK = 600
_SEVERAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTogether:
    """Who is named in one sentence, or in one item with its lead-in."""

    names: tuple[str, ...]
    quote: Quote


def with_money(relation: Relation, text: str, told: Told) -> Relation:
    """Take support that is said to be money for funding: "supports it with yearly grants"."""
    if relation is Relation.SUPPORTED_BY and _MONEY.search(text[told.verb : told.end + 60]):
        return Relation.FUNDED_BY
    return relation


def quote_of(passage: Passage, start: int, end: int, *, is_past: bool = False) -> Quote:
    """Quote a stretch of a passage, given in characters of its document."""
    return Quote(
        document_id=passage.document_id,
        title=passage.title,
        heading=passage.heading,
        start=start,
        end=end,
        text=passage.text[start - passage.start : end - passage.start],
        is_past=is_past,
    )


# What is run, founded or joined is no person: these ends of such ties are sure.
_NO_PERSON_SOURCE = frozenset({Relation.RUN_BY, Relation.FOUNDED_BY})
_NO_PERSON_TARGET = frozenset({Relation.MEMBER_OF})


def sure_ends(
    relation: Relation,
    sources: Sequence[Party],
    targets: Sequence[Party],
    *,
    is_list: bool,
    is_belonging: bool,
) -> tuple[list[Party], list[Party]]:
    """Give sources and targets of a tie without those who may be people, or mere places."""
    from_bodies = relation in _NO_PERSON_SOURCE
    to_bodies = relation in _NO_PERSON_TARGET or (is_belonging and relation is Relation.PART_OF)
    return (
        list(sources) if from_bodies else sure(sources, is_list=is_list),
        list(targets) if to_bodies else sure(targets, is_list=is_list),
    )


def is_anchored(source: Party, target: Party, *, is_near_known: bool) -> bool:
    """Whether one end is known; or both surely bodies, beside one that is in the same clause."""
    both = source.strength == target.strength == "sure"
    return source.is_known or target.is_known or (is_near_known and both)


def sure(parties: Iterable[Party], *, is_list: bool) -> list[Party]:
    """Leave out who may be a person: a name that nothing around makes a body's.

    In a list of bodies, what else is listed is one, too.
    """
    every = list(parties)
    certain = [each for each in every if each.is_known or each.strength == "sure"]
    if is_list and certain:
        return every
    # Among several bodies one word is one, too: few people are called by one.
    is_clear = len(certain) >= _SEVERAL
    return [each for each in every if each in certain or (is_clear and " " not in each.name)]


def together_in(parties: Sequence[Party], quote: Quote) -> tuple[NamedTogether, ...]:
    """Give who of the parties is named by name, as one; () for nobody."""
    names = tuple(dict.fromkeys(each.name for each in parties if each.is_known and each.is_said))
    return (NamedTogether(names=names, quote=quote),) if names else ()


def lead_pairs(
    leading: Sequence[Party], parties: Sequence[Party], quote: Quote
) -> tuple[NamedTogether, ...]:
    """Who is named in a lead-in is named together with each one in the items."""
    pairs = (
        (lead.name, party.name)
        for lead in leading
        for party in parties
        if party.is_known and party.name != lead.name
    )
    return tuple(NamedTogether(names=pair, quote=quote) for pair in dict.fromkeys(pairs))


def said_from(statement: Statement, parties: Sequence[Party]) -> int:
    """Give where a quote begins: before the sentence if that only points at who was named there."""
    passage = statement.passage
    pointed = {party.name for party in parties if not party.is_said}
    said = {party.name for party in parties if party.is_said}
    if not pointed - said:
        return statement.start
    head = statement.before
    paragraph = head.rfind("\n\n") + 2 if "\n\n" in head else 0
    near = head[max(paragraph, len(head) - _REACH_BACK) :]
    if not any(name in near for name in pointed):
        return statement.start
    begin = passage.start + len(head) - len(near)
    return begin if paragraph >= len(head) - _REACH_BACK else statement.start
