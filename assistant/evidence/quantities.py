"""Counts, amounts, shares and lengths of time as they are told: value, unit, what is counted, when.

Whether two of them contradict each other depends on all four.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.evidence.values import Day, Range, day_of, numbers_in
from assistant.question.answer_type import matches
from assistant.question.grammar import MONTHS
from assistant.question.kind import AnswerType
from assistant.question.terms import stem, words

_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
# Lengths of time are told in round weeks and months.
_SAME_TIME = 0.09
_TIME = re.compile(r"^[\s-]?(?P<unit>hour|day|week|month|year)s?\b", re.I)
_SHARE = re.compile(r"^\s?(?:%|per\s?cent\b)", re.I)
_PERIOD = re.compile(r"\b(?:per|a|an|each|every) (?P<period>month|year|week|day|hour)\b", re.I)
# What stands before a number that is not the whole, or the whole of which a part is told.
_PART = re.compile(
    r"(?:\b(?:of (?:whom|which|these|them|the|its|their|our|all)|among (?:them|these)|including|"
    r"another|additional|further|extra|by|extended|average(?: of)?|on average|each|every|"
    r"only|ranked|top)\s+(?:about |some |around |SEK |EUR |USD )?)$",
    re.I,
)
_PART_AFTER = re.compile(r"^\s+(?:of (?:them|these|those|whom|which)\b|more\b|others?\b)", re.I)
# "Six members, the college and a company find out": those six do something with others.
_AMONG_DOERS = re.compile(
    r"^\s+[a-z]+(?:\s[a-z]+)?, (?:the|an?|its|our|two|three)\b[^.;:,]*\band\b"
)
_MONTH = "|".join(MONTHS)
_DATED = re.compile(
    r"\b(?:in|at the (?:end|close|beginning|start) of|end of|by|as of|during|for|since|until|"
    rf"(?:the )?year|per|om|år|{_MONTH})"
    r"\s+(?:(?:\w{3,9})\s+)?(?:\d{1,2},?\s+)?(?:19|20)\d\d\b|\((?:19|20)\d\d\)",
    re.I,
)
_SOURCE_YEAR = re.compile(
    r"\b(?:page|report|site|version|document)\b[^.]{0,60}\((?:19|20)\d\d\)"
    r"|\b(?:19|20)\d\d (?:page|report|version)\b"
    r"|\b(?:page|report|version),? (?:of|from) (?:19|20)\d\d",
    re.I,
)
# Words for the same that is counted.
_COUNTED_ALIKE = (
    "people visitor participant attendee guest delegate person",
    "employee staff colleague coworker",
    "member",
    "company firm startup business tenant enterprise",
    "cluster",
)
_EMPLOYED = re.compile(
    r"\b(?:work(?:s|ing|ed)? (?:there|here|at|for)|employ\w*|on the payroll)", re.I
)
_WORKING = re.compile(r"\bpeople\b.*\bwork|\bwork\w*\b.*\bpeople|\bemploy", re.I)
_REACH = 4
_STOPS = frozenset(
    words("""
    and or in at of with to from that who which are is was were has have had work works working
    per for by on since as there took take come came can will belong the its
""")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as told in a text.

    Attributes:
        start: Where it begins in the text.
        end: One past its end.
        value: The number with its limits; lengths of time in days.
        unit: "days", "%", a currency, or "" for a count.
        period: "month" of "a month"; "" for none.
        counted: What is counted: the last of the words behind it, and words for the same.
        narrowing: The words between: "doctoral" students.
        is_part: Whether it tells a part of something, or a whole of which another part is told.
    """

    start: int
    end: int
    value: Range
    unit: str
    period: str
    counted: frozenset[str]
    narrowing: frozenset[str]
    is_part: bool

    def contradicts(self, other: "Quantity") -> bool:
        """Whether both cannot be true of the same thing at the same time."""
        if self.unit != other.unit or self.is_part or other.is_part:
            return False
        if self.period and other.period and self.period != other.period:
            return False
        if self.unit == "days":
            # Four weeks are about a month.
            slack = 1 + _SAME_TIME
            return (
                self.value.high * slack < other.value.low
                or other.value.high * slack < self.value.low
            )
        return self.value.apart(other.value)


def quantities_in(text: str) -> Iterator[Quantity]:
    """Give the numbers that a text tells, in order; years are none.

    >>> [(each.value.low, each.unit) for each in quantities_in("six months for SEK 900")]
    [(182.625, 'days'), (900.0, 'sek')]
    """
    money = [found.span() for found in matches(AnswerType.MONEY, text)]
    plain = [
        found.span()
        for found in matches(AnswerType.NUMBER, text)
        if not any(start < found.end() and found.start() < end for start, end in money)
    ]
    for start, end in sorted((*money, *plain)):
        made = _quantity(text, start, end)
        if made:
            yield made


def _quantity(text: str, start: int, end: int) -> Quantity | None:
    value = numbers_in(text, start, end)
    if value is None:
        return None
    unit, after = value.unit, text[end:]
    time = _TIME.match(after)
    if not unit and time:
        unit, value = "days", _scaled(value, _DAYS[time["unit"].lower()])
    elif not unit and (_SHARE.match(after) or text[start:end].endswith("%")):
        unit = "%"
    period = _PERIOD.match(after.lstrip()) or _PERIOD.search(text[start:end])
    counted, narrowing = _counted(text, after) if not unit else (frozenset(), frozenset())
    return Quantity(
        start=start,
        end=end,
        value=value,
        unit=unit,
        period=period["period"].lower() if period else "",
        counted=counted,
        narrowing=narrowing,
        is_part=bool(_PART.search(text[max(0, start - 40) : start]) or _PART_AFTER.match(after))
        or (not text[:start].strip() and _AMONG_DOERS.match(after) is not None),
    )


def _scaled(value: Range, factor: float) -> Range:
    return replace(value, low=value.low * factor, high=value.high * factor)


def _counted(text: str, after: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give what a number counts, and what narrows it: the words up to the first that is neither.

    "Ten science parks and clusters" count parks and clusters; what narrows either narrows both.
    """
    heads, narrowing, said = set[str](), set[str](), list[str]()
    for word in after.split()[: _REACH + 1]:
        folded = words(word)
        is_joint = bool(said) and folded == ["and"]
        if not folded or (folded[0] in _STOPS and not is_joint):
            break
        if is_joint:
            heads.add(said[-1])
            said = []
            continue
        said += map(stem, folded)
        if word[-1] in ",.;:)":
            break
    if said and (not heads or after.split()[0].islower()):
        heads.add(said[-1])
        narrowing = set() if len(heads) > 1 else set(said[:-1])
    counted = {each for head in heads for each in _alike(head)}
    if heads & _PEOPLE and _EMPLOYED.search(text):
        counted |= _alike(stem("employee"))
    if narrowing & _MEMBER:
        # Member companies are members.
        counted, narrowing = counted | _MEMBER, narrowing - _MEMBER
    return frozenset(counted), frozenset(narrowing)


def _alike(stemmed: str) -> frozenset[str]:
    """Give all stems that count the same."""
    for line in _COUNTED_ALIKE:
        family = frozenset(map(stem, line.split()))
        if stemmed in family:
            return family
    return frozenset({stemmed})


_MEMBER = frozenset({stem("member")})
_PEOPLE = frozenset({stem("people"), stem("person")})


def countable(query: str) -> frozenset[str]:
    """Give all that a question's words may count."""
    every = {each for word in words(query) for each in _alike(stem(word))}
    return frozenset(every | (_alike(stem("employee")) if _WORKING.search(query) else set()))


def told_of(text: str) -> Day | None:
    """Give the date of which a text tells a figure; None when it gives none, or its source's.

    >>> told_of("In May 2024 it had 112 members."), told_of("The 2018 page says ten.")
    (Day(year=2024, month=5, day=None), None)
    """
    plain = _SOURCE_YEAR.sub(" ", text)
    found = _DATED.search(plain)
    return day_of(found.group()) if found else None
