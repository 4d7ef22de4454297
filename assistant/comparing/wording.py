"""How a cell of the table is worded: a statement, cut to what answers where it is long."""

import re
from dataclasses import replace

from assistant.citations import Part, Quoted, StoredDocuments
from assistant.composing.wording import escape_markdown
from assistant.evidence.lists import completed
from assistant.evidence.ranking import Candidate

# A cell is read at a glance; a longer sentence is cut to the clauses around what answers.
_LONGEST_CELL = 200
_CLAUSE = re.compile(r"[;:]\s|,\s(?=and |but |which |while |where )|\s[–—]\s")


def part_of(candidate: Candidate, documents: StoredDocuments) -> Part:
    """Word a cell: the statement, or of a long sentence the clauses around what answers."""
    one = replace(candidate, statement=completed(candidate.statement, documents))
    start, end = _cut(one)
    statement = one.statement
    said = statement.text[start - statement.start : end - statement.start]
    if statement.items:
        items = "; ".join(item.text for item in statement.items)
        said = f"{statement.lead_in} {items}".strip()
    quoted = Quoted(
        passage=statement.passage, start=start, end=end, score=round(one.probability, 4)
    )
    return Part(text=escape_markdown(said), quoted=quoted)


def _cut(one: Candidate) -> tuple[int, int]:
    """Give where the part of a statement begins and ends that is shown."""
    statement = one.statement
    if len(statement.text) <= _LONGEST_CELL or statement.items or not one.spans:
        return statement.start, statement.end
    first = one.spans[0].start - statement.start
    last = one.spans[0].end - statement.start
    ends = [found.start() for found in _CLAUSE.finditer(statement.text)]
    begins = [found.end() for found in _CLAUSE.finditer(statement.text)]
    start = max((at for at in begins if at <= first), default=0)
    end = min((at for at in ends if at >= last), default=len(statement.text))
    return statement.start + start, statement.start + end
