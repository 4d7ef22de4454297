"""The value that a statement answers a question with, as a number or a date to compare."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.answer_check import answers_in
from assistant.evidence.quantities import countable, quantities_in
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import StatementKind
from assistant.evidence.values import Day, Range, day_of, numbers_in
from assistant.question.analysis import Analysis
from assistant.question.answer_type import matches
from assistant.question.kind import AnswerType

_UNIT = re.compile(r"^\s?(?:%|per\s?cent|(?:[\s-]?(?:hour|day|week|month|year)s?))\b|^\s?%", re.I)
_LIMIT = re.compile(
    r"\b(?:(?:more|less|fewer) than|at (?:least|most)|over|under|up to|about|around|nearly|almost|"
    r"some)\s+$",
    re.I,
)


def value_of(analysis: Analysis, one: Candidate) -> Range | Day | None:
    """Give the value that a statement answers with; None when it tells none or it is unclear which.

    Of several the one in the reader's best span counts.
    """
    found = found_value(analysis, one)
    if found is None:
        return None
    if analysis.asked_for.answer_type is AnswerType.DATE:
        return day_of(found.group())
    said = numbers_in(one.statement.text, found.start(), found.end())
    return said.as_asked(analysis.query) if said else None


def found_value(analysis: Analysis, one: Candidate) -> re.Match[str] | None:
    """Find the words in a statement that tell the value asked for; None as in `value_of`."""
    statement = one.statement
    if statement.kind is not StatementKind.SENTENCE:
        return None
    found = answers_in(analysis, statement.text)
    if analysis.asked_for.answer_type is not AnswerType.DATE and not analysis.counted:
        # Asked "how much" or for "the highest grant", an amount of money is meant where one stands.
        found = matches(AnswerType.MONEY, statement.text) or found
    for span in one.spans[:1]:
        first, last = span.start - statement.start, span.end - statement.start
        inside = [each for each in found if each.start() < last and first < each.end()]
        if len(inside) == 1 or analysis.asked_for.answer_type is AnswerType.ANY:
            found = tuple(inside)
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A value on a scale, as told: numbers of one `scale` can be put in order.

    Attributes:
        low: The lowest number that it may stand for; a date counts years.
        high: The highest one.
        scale: What the numbers count: "year", "days", a currency, or what is counted.
        said: The words that tell it.
        is_narrowed: Whether only some of what is asked are counted: "doctoral" students.
    """

    low: float
    high: float
    scale: str
    said: str
    is_narrowed: bool = False

    def joined(self, others: Sequence["Told"]) -> "Told":
        """Give the range of this value and others, where the documents disagree."""
        same = [self, *[one for one in others if one.scale == self.scale]]
        return Told(
            low=min(one.low for one in same),
            high=max(one.high for one in same),
            scale=self.scale,
            said=" or ".join(dict.fromkeys(one.said for one in same)),
        )


def told_by(analysis: Analysis, one: Candidate) -> Told | None:
    """Give the value that a statement answers with; None when it tells none to put in order."""
    wanted = analysis.asked_for.answer_type
    if wanted is AnswerType.DATE:
        found, value = found_value(analysis, one), value_of(analysis, one)
        if found is None or not isinstance(value, Day) or not value.year:
            return None
        low = value.year + ((value.month or 1) - 1) / 12 + ((value.day or 1) - 1) / 366
        high = low if value.month else value.year + 1 - 1 / 366
        return Told(low=low, high=high, scale="year", said=found.group())
    found = found_value(analysis, one)
    if found is None:
        return None
    return _quantity(analysis, one.statement.text, found)


def _quantity(analysis: Analysis, text: str, found: re.Match[str]) -> Told | None:
    for each in quantities_in(text):
        if not (each.start < found.end() and found.start() < each.end):
            continue
        unit = _UNIT.match(text[each.end :]) if each.unit in {"days", "%"} else None
        limit = _LIMIT.search(text[: each.start])
        said = text[limit.start() if limit else each.start : each.end + (unit.end() if unit else 0)]
        return Told(
            low=each.value.low,
            high=each.value.high,
            scale=each.unit or " ".join(analysis.counted) or "number",
            said=" ".join(said.split()),
            is_narrowed=bool(each.narrowing - countable(analysis.query)),
        )
    return None


_FREE = re.compile(
    r"\b(?:prices?|costs?|fees?):\s*(?:free|none|nothing)\b|\bfree of charge\b|\bcosts? nothing\b|"
    r"\b(?:is|are) free\b|\bno (?:\w+ )?(?:fee|charge)\b",
    re.I,
)
_NO_PRICE = re.compile(
    r"\b(?:prizes?|invest\w*|grants?|turnover|revenue|raised|budget|support(?:ed|s)|donated|wins?)\b",
    re.I,
)


def is_free(text: str) -> bool:
    """Whether a text says that nothing has to be paid.

    >>> is_free("Price: free"), is_free("The prize is SEK 20,000.")
    (True, False)
    """
    return bool(_FREE.search(text))


def may_be_price(text: str) -> bool:
    """Whether some amount in a text may have to be paid: it is neither won nor invested.

    >>> may_be_price("Members pay SEK 6,000 and can invest SEK 250,000.")
    True
    >>> may_be_price("A jury hands out a prize of SEK 20,000.")
    False
    """
    amounts = matches(AnswerType.MONEY, text)
    return any(
        not _NO_PRICE.search(text[max(0, found.start() - _NEAR) : found.start()])
        for found in amounts
    )


# What an amount is of, stands so many characters before it.
_NEAR = 45
