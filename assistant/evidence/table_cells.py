"""The cell of a table that a question asks for: "How many were granted in 2021?"."""

import re
from collections.abc import Collection, Sequence

from assistant.evidence.statements import Item, Statement, StatementKind
from assistant.question.alike import terms_alike
from assistant.question.analysis import Analysis
from assistant.question.named import mentions
from assistant.question.terms import terms, words

_CELLS = " | "
# With fewer columns the row alone is the answer.
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
# What a table is for is told within so many characters before it.
_BEFORE = 300
# These ask for no more than a cell.
_TABLE_ASKS = frozenset(terms("total altogether exact according table report"))
_UNIT = re.compile(r"\((?P<unit>[^()]{1,20})\)\s*$")
_ENDS_WITH_NUMBER = re.compile(r"\d\W*$")


def cell_asked(analysis: Analysis, statement: Statement) -> str | None:
    """Give the cell whose row and column a question names, with the unit of the column.

    None where the statement is no table of several columns, where the question does not name
    exactly one row by all its words and exactly one column, and where it asks for more than the
    table and what stands over it tell.

    Args:
        analysis: The question, taken apart.
        statement: Where it is looked for; its first row names the columns.
    """
    if statement.kind is not StatementKind.TABLE or len(statement.items) < _FEWEST_ROWS:
        return None
    head, *rows = (_cells(item) for item in statement.items)
    if len(head) < _FEWEST_COLUMNS:
        return None
    row = _row_named(analysis.query, rows)
    if row is None or len(row) != len(head):
        return None
    asked = set(analysis.attributes) - set(terms(row[0]))
    column = _column_named(analysis.query, asked, head)
    if column is None:
        return None
    rest = asked - set(terms(head[column])) - terms_alike(analysis.query, head[column])
    if not _tells_rest(analysis, rest, statement):
        return None
    return _with_unit(row[column], head[column])


def _tells_rest(analysis: Analysis, rest: Collection[str], statement: Statement) -> bool:
    """Whether what stands over a table, or in its head, tells all else that is asked."""
    before = statement.before[-_BEFORE:]
    over = f"{statement.passage.context}\n{before}\n{statement.lead_in}\n{statement.items[0].text}"
    named = (*analysis.named, *analysis.mentioned)
    is_told = set(rest) <= {*terms(over), *_TABLE_ASKS}
    return is_told and all(mentions(one, over) for one in named)


def _cells(item: Item) -> Sequence[str]:
    return [cell.strip() for cell in item.text.split(_CELLS)]


def _row_named(query: str, rows: Sequence[Sequence[str]]) -> Sequence[str] | None:
    """Give the one row whose first cell the question says in full, the longest where several do."""
    said, asked = f" {' '.join(words(query))} ", set(terms(query))
    named = [
        (len(words(row[0])), row)
        for row in rows
        if words(row[0]) and (f" {' '.join(words(row[0]))} " in said or set(terms(row[0])) <= asked)
    ]
    longest = max((size for size, _ in named), default=0)
    best = [row for size, row in named if size == longest]
    return best[0] if len(best) == 1 else None


def _column_named(query: str, asked: Collection[str], head: Sequence[str]) -> int | None:
    """Give the one column, behind the first, that holds most of what is asked."""
    cells = [_UNIT.sub("", cell) for cell in head[1:]]
    named = [{*terms(cell), *terms_alike(query, cell)} for cell in cells]
    held = [0, *(len(set(asked) & each) for each in named)]
    most = max(held)
    return held.index(most) if most and held.count(most) == 1 else None


def _with_unit(cell: str, column: str) -> str:
    unit = _UNIT.search(column)
    is_number = _ENDS_WITH_NUMBER.search(cell) is not None
    return f"{cell} {unit['unit']}" if unit and is_number else cell
