"""What the rows of a table say things are: "Livra | incubator" under "Actor | Type".

Only tables whose head says so are read; each row is a fact by itself, with the row as its evidence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.entities.kinds import is_known, kind_words, kinds_of_phrase, known_kinds
from assistant.entities.names import NAME, SHORT, Name, name_of
from assistant.evidence.statements import Item, Statement, StatementKind
from assistant.question.terms import words

# Heads of columns that hold names, and of those that hold what each is.
_NAMES = frozenset(
    words("""
    actor name organisation organization institution body who company partner member funder
    programme project initiative event network participant aktor namn organisation finansiar
    medlem foretag verksamhet
    """)
)
_KINDS = frozenset(words("type kind category sort typ kategori slag verksamhetstyp"))
_CELL_NAME = re.compile(rf"(?:[Tt]he\s+)?(?P<name>{NAME})(?:{SHORT})?")
# "Total" and the like stand where names do and name nobody.
_NOBODY = frozenset(words("total sum all other others average none overall totalt summa ovriga"))
_LEAST_COLUMNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RowKinds:
    """That a row, a statement by itself, says that something is of some kinds."""

    name: Name
    kinds: tuple[tuple[str, ...], ...]
    row: Statement


def kinds_in_table(statement: Statement) -> Iterator[RowKinds]:
    """Give what the rows of a table say that things are; nothing where its head does not say so.

    "Actor | Type" says it in the second column, "Incubator | Opened" in its first head.
    """
    if statement.kind is not StatementKind.TABLE or len(statement.items) < _LEAST_COLUMNS:
        return
    heads = cells_of(statement.items[0])
    kinds_at = next((at for at, head in enumerate(heads) if _is_head(head, _KINDS)), None)
    names_at = _names_at(heads, kinds_at)
    if names_at is None:
        return
    headed = kind_words(heads[names_at])
    for item in statement.items[1:]:
        cells = cells_of(item)
        name = _name_in(cells[names_at]) if len(cells) == len(heads) else None
        if name is None:
            continue
        said = kinds_of_phrase(f"a {cells[kinds_at].lower()}") if kinds_at is not None else ()
        kinds = tuple(kind for kind in said if is_known(kind))
        if kinds_at is None and headed in known_kinds():
            kinds = (headed,)
        if kinds:
            yield RowKinds(name=name, kinds=kinds, row=_row(statement, item))


def _names_at(heads: Sequence[str], kinds_at: int | None) -> int | None:
    """Give the column of names: one whose head says so, else the first beside the kinds."""
    if len(heads) < _LEAST_COLUMNS:
        return None
    if kinds_at is None:
        return 0 if kind_words(heads[0]) in known_kinds() else None
    others = [at for at in range(len(heads)) if at != kinds_at]
    named = [at for at in others if _is_head(heads[at], _NAMES)]
    is_kind = (at for at in others if kind_words(heads[at]) in known_kinds())
    return next(iter([*named, *is_kind]), None)


def _is_head(head: str, nouns: frozenset[str]) -> bool:
    """Whether a head is one of some nouns, perhaps with more: "Type of organisation"."""
    return kind_words(head)[:1] in {(noun,) for noun in nouns}


def names_column(heads: Sequence[str]) -> int | None:
    """Give the first column whose head says that it names things; None where none does."""
    return next((at for at, head in enumerate(heads) if says_names(head)), None)


def says_names(head: str) -> bool:
    """Whether a head of a column says that names stand below: "Actor", "Project"."""
    return _is_head(head, _NAMES) or kind_words(head) in known_kinds()


def cells_of(item: Item) -> list[str]:
    """Give the texts of a row's cells."""
    return [cell.strip() for cell in item.text.split("|")]


def _name_in(cell: str) -> Name | None:
    found = _CELL_NAME.fullmatch(cell)
    name = name_of(found["name"], found["short"]) if found else None
    return None if name is None or set(words(name.name)) & _NOBODY else name


def _row(table: Statement, item: Item) -> Statement:
    return Statement(
        passage=table.passage,
        kind=StatementKind.TABLE,
        start=item.start,
        end=item.end,
        text=item.text,
        items=(item,),
    )
