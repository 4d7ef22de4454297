"""The row of a table that is for a number or a kind: 30 employees are in "10 to 99 | 20,000"."""

import math
import re
from collections.abc import Sequence

from assistant.evidence.measures import Measure, measured
from assistant.evidence.number_words import NUMBERS
from assistant.evidence.statements import Item, Statement, StatementKind
from assistant.evidence.values import Range
from assistant.question.terms import terms

_ASKED = re.compile(
    rf"(?<![\w-])(?P<number>\d{{1,3}}(?:[ ,]\d{{3}})+|\d+|{'|'.join(NUMBERS)})\s+"
    r"(?P<noun>[^\W\d][\w-]*)",
    re.I,
)
_CELLS = " | "
_NUMBER = r"(\d[\d ,]*)"
_STEPS = (
    (re.compile(rf"^\W*{_NUMBER}\s*(?:to|-|–|—)\s*{_NUMBER}\b", re.I), lambda a, b: (a, b)),
    (re.compile(rf"^\W*(?:up to|at most|max\.?)\s+{_NUMBER}()", re.I), lambda a, _: (0.0, a)),
    (re.compile(rf"^\W*(?:under|below|fewer than|less than|<)\s*{_NUMBER}()", re.I),
     lambda a, _: (0.0, a - 1)),
    (re.compile(rf"^\W*(?:more than|over|above|>)\s*{_NUMBER}()", re.I),
     lambda a, _: (a + 1, math.inf)),
    (re.compile(rf"^\W*(?:at least|from)\s+{_NUMBER}()", re.I), lambda a, _: (a, math.inf)),
    (re.compile(rf"^\W*{_NUMBER}\s*(?:or more|and (?:more|above|over)|\+)()", re.I),
     lambda a, _: (a, math.inf)),
)  # fmt: skip
_FEWEST = 2
_SIZE = re.compile(r"\b(?:employees|people|staff|size|persons|head ?count)\b", re.I)
_OR = re.compile(r"\s*(?:,|\band\b|\bor\b|&)\s*", re.I)
# What a table is for is told within so many characters before it.
_BEFORE = 160


def row_of_told(query: str, statement: Statement) -> Item | None:
    """Give the row of a table of steps for the number that a question names, or for the kind.

    None where the question names none or several of what the table's first column counts, and
    where the rows are no steps.
    """
    if statement.kind is not StatementKind.TABLE:
        return None
    steps = [(item, step) for item in statement.items if (step := _step(item.text))]
    if len(steps) < _FEWEST:
        return None
    value = _asked_value(query, statement)
    if value is None:
        return _row_of_kind(query, statement, [item for item, _ in steps])
    fitting = [item for item, step in steps if step.low <= value <= step.high]
    return fitting[0] if len(fitting) == 1 else None


def _asked_value(query: str, statement: Statement) -> float | None:
    """Give the one number that a question names of what the first column counts."""
    head = statement.items[0].text.split(_CELLS)[0]
    before = f"{head} {statement.lead_in} {statement.before[-_BEFORE:]}"
    counted = set(terms(before))
    asked = [one for one in _ASKED.finditer(query) if set(terms(one["noun"])) & counted]
    if len(asked) == 1:
        return _value(asked[0]["number"])
    told = [
        one.value.low
        for one in measured(query)
        if one.measure is Measure.PEOPLE and not one.is_bound and _SIZE.search(before)
    ]
    return told[0] if not asked and len(told) == 1 else None


def _row_of_kind(query: str, statement: Statement, steps: Sequence[Item]) -> Item | None:
    """Give the row for whom a question names: "universities | 15,000"; None for none or several."""
    asked = set(terms(query))
    fitting = [
        item
        for item in statement.items[1:]
        if item not in steps
        and any(
            set(terms(kind)) and set(terms(kind)) <= asked
            for kind in _OR.split(item.text.split(_CELLS)[0])
        )
    ]
    return fitting[0] if len(fitting) == 1 else None


def _step(row: str) -> Range | None:
    first = row.split(_CELLS)[0]
    for pattern, borders in _STEPS:
        found = pattern.match(first)
        if found:
            low, high = borders(_value(found[1]), _value(found[2] or "0"))
            return Range(low=low, high=high)
    return None


def _value(number: str) -> float:
    worded = NUMBERS.get(number.lower())
    return float(re.sub(r"[ ,]", "", number)) if worded is None else worded
