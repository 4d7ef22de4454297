"""Tables and enumerations that say who has which role: read as sentences about their owner.

"Partner | Role" gives "⟦Nordbanken⟧ is a sponsor of ⟦Ember⟧" for each row, "Project | Funder" gives
"⟦Tide Lab⟧ has the funder: ⟦Nordbanken⟧", and names with dots or semicolons between them below a
heading "Members" are a list of members.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.ecosystem.masking import Masked, Party
from assistant.ecosystem.outside_names import whole_name
from assistant.ecosystem.wording import HEADINGS, ROLE
from assistant.entities.entity import Entity
from assistant.entities.tables import cells_of, names_column
from assistant.evidence.statements import Item, Statement, StatementKind

_CELL = re.compile(r"[^|]+")
_ROLE_COLUMN = re.compile(r"(?:role|roll|function|uppgift|relation)\b", re.I)
_IS_ROLE = re.compile(rf"(?:[\w-]+\s+){{0,2}}?{ROLE}$", re.I)
_PARTS = re.compile(r"\s*[•·;|]\s+|\s[–—]\s")
# "Health: Reniva, Halvton" is a list with a label.
_LABEL = re.compile(r"^[A-ZÅÄÖ][\w &/-]{1,40}:\s+")
_LABELLED = re.compile(r",\s+|\s+[A-ZÅÄÖ][a-zåäö]+(?:\s(?:and|&|och)\s[a-zåäö]+)?:\s+")
_LEAST_PARTS = 3
_LEAST_ROWS = 2
_MOST_UNREAD = 0.25
_PORTFOLIO = re.compile(r"(?:our\s+|the\s+)?portfolio(?:\s+(?:companies|in\s+brief))?")
# "Founders and sustaining members", "Members A–Ö", "Our main partners 2024".
_HEADING = re.compile(
    rf"(?:(?!(?:for|to|from|by|about|become|how|why|what|say)\b)[\w,&-]+\s+){{0,4}}?{ROLE}"
    r"(?<=s)(?:\s+(?:a\W{1,3}[a-zåäö]|(?:in\s+)?\d{4}|list))?",
    re.I,
)


def role_of_heading(heading: str | None) -> str | None:
    """Give the role that a heading says those below it have; None for none.

    >>> role_of_heading("About > Members A–Ö"), role_of_heading("For members")
    ('member', None)
    """
    last = heading.split(" > ")[-1].casefold().strip(" :?!") if heading else ""
    if _PORTFOLIO.fullmatch(last):
        return "portfolio company"
    found = _HEADING.fullmatch(last)
    return HEADINGS.get(last) or (found["role"].casefold() if found else None)


def enumerated(
    statement: Statement, parties: Sequence[Party], owner: Entity | None
) -> Masked | None:
    """Read a sentence that is names with marks between them, below a heading that is a role."""
    role = role_of_heading(statement.passage.heading)
    is_line = statement.kind is StatementKind.SENTENCE or len(statement.items) == 1
    if statement.lead_in or not is_line:
        return None
    label = _LABEL.match(statement.text)
    at = label.end() if label else 0
    split = _LABELLED if label and not _PARTS.search(statement.text) else _PARTS
    parts = [part for part in split.split(statement.text[at:].rstrip(".")) if part.strip()]
    if role is None or owner is None or len(parts) < (2 if label else _LEAST_PARTS):
        return None
    named: list[Party] = []
    for part in parts:
        at = statement.text.index(part, at)
        named += _whole(part, statement.start + at, parties)
        at += len(part)
    named = [each for each in named if each.name != owner.name]
    if len(parts) - len(named) > _MOST_UNREAD * len(parts) + 1:
        return None
    return _has(role, _owner_at(owner, statement.start), named)


def role_rows(
    statement: Statement, items: Sequence[tuple[Item, Sequence[Party]]], owner: Entity | None
) -> Iterator[tuple[Item, Masked]]:
    """Give what the rows of a table say, each as a sentence of its own."""
    if statement.kind is not StatementKind.TABLE or len(items) < _LEAST_ROWS:
        return
    heads = cells_of(items[0][0])
    names_at = names_column(heads)
    # "Partner | Town" is about whom the page is about, if nothing leads into it.
    own_at = next((at for at, head in enumerate(heads) if _IS_ROLE.fullmatch(head)), None)
    has_other = names_at not in {None, own_at} or any(map(_ROLE_COLUMN.match, heads))
    for item, parties in items[1:]:
        cells = _spans(item)
        if len(cells) != len(heads):
            continue
        if not has_other and own_at is not None:
            others = _several(cells[own_at], parties)
            if others and owner is not None and not statement.lead_in:
                yield item, _has(heads[own_at].casefold(), _owner_at(owner, item.start), others)
        elif names_at is not None:
            subject = _whole(cells[names_at].text, cells[names_at].start, parties)
            for said in _of_row(heads, cells, subject, parties, owner) if subject else ():
                yield item, said


def _of_row(
    heads: Sequence[str],
    cells: Sequence[Item],
    subject: Sequence[Party],
    parties: Sequence[Party],
    owner: Entity | None,
) -> Iterator[Masked]:
    """Read the cells of a row: its subject's role, or who has a role beside its subject."""
    for head, cell in zip(heads, cells, strict=True):
        is_subject = subject[0].start == cell.start
        own = _IS_ROLE.fullmatch(cell.text) if _ROLE_COLUMN.match(head) else None
        if own and owner is not None:
            yield _has(own["role"].casefold(), _owner_at(owner, cell.start), subject)
        role = None if is_subject else _IS_ROLE.fullmatch(head)
        others = _several(cell, parties) if role else []
        if role and others:
            yield _has(role["role"].casefold(), subject[0], others)


def named_in_row(item: Item, parties: Sequence[Party]) -> Iterator[Party]:
    """Give whom the cells of a row name, which is a list that happens to have bars."""
    for cell in _spans(item):
        yield from _whole(cell.text, cell.start, parties)


def _has(role: str, owner: Party, named: Sequence[Party]) -> Masked:
    marks = [f"⟦{at + 1}⟧" for at in range(len(named))]
    joined = ", ".join(marks[:-1]) + " and " * (len(marks) > 1) + marks[-1]
    plural = "portfolio companies" if role.startswith("portfolio") else f"{role.removesuffix('s')}s"
    return Masked(text=f"⟦0⟧ has {plural}: {joined}", parties=(owner, *named))


def _owner_at(owner: Entity, start: int) -> Party:
    return Party(name=owner.name, start=start, end=start, is_said=False)


def _spans(item: Item) -> list[Item]:
    """Give a row's cells with where they stand."""
    found = []
    for cell in _CELL.finditer(item.text):
        text = cell.group().strip()
        start = item.start + cell.start() + cell.group().find(text)
        found.append(Item(start=start, end=start + len(text), text=text))
    return found


def _several(cell: Item, parties: Sequence[Party]) -> list[Party]:
    """Give whom a cell names: one, or several with commas between them."""
    found: list[Party] = []
    for part in re.finditer(r"[^,;/]+", cell.text):
        text = part.group().strip()
        start = cell.start + part.start() + part.group().find(text)
        found += _whole(text, start, parties)
    return found


def _whole(text: str, start: int, parties: Sequence[Party]) -> list[Party]:
    """Give whom a text names that is a name, perhaps with more in brackets; [] for nobody."""
    plain = re.sub(r"\s*\([^()]*\)$", "", text).rstrip()
    first = re.match(r"(?:[Tt]he\s+)?", plain)
    begin = start + (first.end() if first else 0)
    for party in parties:
        if party.is_known and begin <= party.start <= begin and party.end == start + len(plain):
            return [party]
    made = whole_name(plain)
    if made is None or any(each.is_known and each.start < start + made.end and start <= each.start
                           for each in parties):  # fmt: skip
        return []
    party = Party(name=made.name, start=start + made.start, end=start + made.end, is_known=False)
    # Among those who have a role, a name is a body's.
    return [replace(party, strength="sure")]
