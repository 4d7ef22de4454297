"""Which of several things is older, larger or longer, when the documents tell it of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from assistant.compare_question import Comparison, Property
from assistant.composer_values import Day, Range
from assistant.conflicts import value_of
from assistant.question_kind import AnswerType
from assistant.wording import escape_markdown

if TYPE_CHECKING:
    from assistant.analysis import Analysis
    from assistant.ranking import Candidate

# The bearer of these has the lower value; of any other the higher one.
_LOWER = re.compile(
    r"^(?:old\w*|first|earl\w*|small\w*|few\w*|cheap\w*|short\w*|low\w*|less\w*)\b", re.I
)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
_UNIT = re.compile(r"\b(day|week|month|year)s?\b", re.I)


class Judged(Protocol):
    """A cell of the table."""

    @property
    def candidate(self) -> "Candidate":
        """What is stated."""
        ...

    @property
    def analysis(self) -> "Analysis":
        """What was asked."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The sentence that says which, and the few words that answer."""

    sentence: str
    short: str


def verdict_of(
    comparison: Comparison,
    names: Sequence[str],
    rows: Sequence[tuple[Property, Sequence[Judged | None]]],
) -> Verdict | None:
    """Say which thing it is; None unless asked, and unless every value is told and compares."""
    if comparison.superlative is None or not rows:
        return None
    cells = [cell for cell in rows[0][1] if cell is not None]
    if len(cells) < len(names):
        return None
    values = [_value(cell) for cell in cells]
    numbers = [value[0] for value in values if value]
    if len(numbers) < len(names) or len({value[1] for value in values if value}) > 1:
        return None
    lower = bool(_LOWER.match(comparison.superlative))
    best = min(numbers) if lower else max(numbers)
    bearers = [name for name, number in zip(names, numbers, strict=True) if number == best]
    if len(bearers) == len(names):
        return _said(comparison, "both are equal", "Both", is_so=False)
    bearer = escape_markdown(bearers[0])
    return _said(comparison, f"**{bearer}**", bearers[0], is_so=bearers[0] == names[0])


def _said(comparison: Comparison, text: str, short: str, *, is_so: bool) -> Verdict:
    if not comparison.is_claim:
        label = (comparison.superlative or "").capitalize()
        return Verdict(sentence=f"{escape_markdown(label)}: {text}.", short=short)
    answer = "Yes" if is_so else "No"
    return Verdict(sentence=f"{answer}.", short=answer)


def _value(cell: Judged) -> tuple[float, str] | None:
    """Give a cell's value as a number, and what it counts, so that like is compared with like."""
    value = value_of(cell.analysis, cell.candidate)
    if isinstance(value, Day):
        return (value.year + (value.month or 1) / 12, "year") if value.year else None
    if isinstance(value, Range):
        return _scaled(cell, value.low or value.high, value)
    return None


def _scaled(cell: Judged, number: float, value: Range) -> tuple[float, str]:
    """Turn weeks, months and years into days; elsewhere the unit is the currency or the noun."""
    if value.unit:
        return number, value.unit
    for span in cell.candidate.spans[:1]:
        unit = _UNIT.search(f"{span.text} {_after(cell, span.end)}")
        if unit:
            return number * _DAYS[unit.group(1).lower()], "days"
    return number, AnswerType.NUMBER.value


def _after(cell: Judged, at: int) -> str:
    statement = cell.candidate.statement
    return statement.text[at - statement.start :][:12]
