"""Lists and tables as sentences: the lead-in with its items behind, or an item with its subject.

"Ember has two funders:", "- Region North", "- Nordbanken" is read like "Ember has two funders:
Region North and Nordbanken".
"""

import re
from collections.abc import Iterator, Sequence

from assistant.ecosystem.masking import MARK, Masked, Party, masked
from assistant.ecosystem.outside_names import whole_name
from assistant.ecosystem.role_tables import named_in_row, role_of_heading
from assistant.ecosystem.speakers import Scene
from assistant.ecosystem.wording import ROLE, ROLES
from assistant.evidence.statements import Item, Statement, StatementKind

_CELL = re.compile(r"[^|]+")
_ROLE = re.compile(ROLE, re.I)
# An item that is a name, perhaps with a noun before it and more behind a comma, dash or bracket.
_IS_NAME = re.compile(
    r"^(?:[\w ]{1,20}\s[-–]\s)?(?:(?:[Tt]he|[Aa]n?)\s+)?"
    r"(?:(?!(?:of|in|at|near|by|for|from|with|to|and)\s)[a-zåäö][\w-]*\s+){0,3}"
    rf"{MARK}(?=\s*(?:[,.;(–—]|-\s|$))"
)
_VERB = re.compile(r"^(?:also\s+)?[a-z-]+s\s")
# Lead-ins that say nothing themselves: the heading does.
_EMPTY = re.compile(r"^(?:[^⟦⟧]{0,50}:)?$")


def listed(
    statement: Statement,
    lead: Sequence[Party],
    items: Sequence[tuple[Item, Sequence[Party]]],
    scene: Scene,
) -> Masked | None:
    """Give a list as one sentence: its lead-in, and the items that are names; None without any."""
    named = list(_named_items(statement, items))
    if not named:
        return None
    before = masked(statement.lead_in, statement.start, lead)
    opening = before.text
    parties = list(before.parties)
    by_heading = _by_heading(statement, scene)
    if by_heading and _EMPTY.match(opening) and scene.owner:
        owner = Party(
            name=scene.owner.name, start=statement.start, end=statement.start, is_said=False
        )
        opening, parties = f"⟦0⟧ has {by_heading}s:", [owner]
    marks = [f"⟦{len(parties) + at}⟧" for at in range(len(named))]
    joined = ", ".join(marks[:-1]) + (" and " if len(marks) > 1 else "") + marks[-1]
    return Masked(text=f"{opening} {joined}", parties=(*parties, *named))


def standing_alone(
    statement: Statement, item: Item, parties: Sequence[Party], scene: Scene
) -> Masked:
    """Give an item as a sentence: one without a subject has the one of the lead-in or section."""
    said = masked(item.text, item.start, parties)
    is_open = not statement.lead_in or scene.owner is None
    leads = scene.owner if not statement.lead_in else None
    if not is_open or leads is None or not _VERB.match(said.text):
        return said
    subject = Party(name=leads.name, start=item.start, end=item.start, is_said=False)
    return masked(f" {item.text}", item.start - 1, [_at(subject, item.start - 1), *parties])


def _at(party: Party, place: int) -> Party:
    return Party(name=party.name, start=place, end=place, is_said=False)


def _by_heading(statement: Statement, scene: Scene) -> str | None:
    heading = statement.passage.heading
    if heading is None or scene.owner is None:
        return None
    return role_of_heading(heading)


def _named_items(
    statement: Statement, items: Sequence[tuple[Item, Sequence[Party]]]
) -> Iterator[Party]:
    """Give the party that each item is, where an item is a name."""
    if statement.kind is StatementKind.TABLE:
        yield from _named_cells(items) if len(items) > 1 else named_in_row(*items[0])
        return
    for item, parties in items:
        party = _named(item.text, item.start, parties)
        if party is not None:
            yield party


def _named_cells(items: Sequence[tuple[Item, Sequence[Party]]]) -> Iterator[Party]:
    """Give the names in the column whose head is a role: "Member", "Funder"."""
    heads = [cell.strip().casefold() for cell in items[0][0].text.strip(" |").split("|")]
    columns = [at for at, head in enumerate(heads) if _ROLE.fullmatch(head) or head in ROLES]
    if not columns:
        return
    for item, parties in items[1:]:
        cells = list(_CELL.finditer(item.text.strip(" |")))
        shift = item.text.index(item.text.strip(" |"))
        if len(cells) <= columns[0]:
            continue
        cell = cells[columns[0]]
        text = cell.group().strip()
        start = item.start + shift + cell.start() + cell.group().index(text)
        inside = [each for each in parties if start <= each.start and each.end <= start + len(text)]
        party = _named(text, start, inside)
        if party is not None:
            yield party


def _named(text: str, start: int, parties: Sequence[Party]) -> Party | None:
    """Give whom a text names that is a name and little more."""
    known = [party for party in parties if party.is_known]
    plain = masked(text, start, known)
    found = _IS_NAME.match(plain.text)
    if found:
        return plain.parties_in(found.group())[0]
    made = whole_name(text)
    if made is None or known:
        return None
    return Party(
        name=made.name,
        start=start + made.start,
        end=start + made.end,
        is_known=False,
        strength=made.strength,
    )
