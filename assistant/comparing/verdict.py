"""Which of several things is older, larger or longer, when the documents tell it of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.citations import Part
from assistant.comparing.cells import Cell
from assistant.comparing.comparison import Comparison
from assistant.comparing.known_properties import Measure
from assistant.comparing.values import Told
from assistant.composing.wording import escape_markdown
from assistant.question.grammar import with_capital


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The sentence that says which, in pieces with their proof, and the few words that answer."""

    pieces: tuple[str | Part, ...]
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """A thing, its cell and its value."""

    name: str
    cell: Cell
    value: Told


def verdict_of(
    comparison: Comparison, names: Sequence[str], cells: Sequence[Cell | None]
) -> Verdict | None:
    """Say which thing it is; None unless asked, and unless what is told decides it."""
    if comparison.is_choice:
        return _chosen(comparison, names, cells)
    if comparison.measure is None and not comparison.is_same:
        return _agreed(cells) if comparison.is_claim else None
    told = [
        _Standing(name=name, cell=cell, value=cell.value)
        for name, cell in zip(names, cells, strict=True)
        if cell and cell.value
    ]
    if len({_place(one) for one in told}) < len(told):
        return None
    # Nothing at all is less than any amount.
    if len(told) < len(names) or len({one.value.scale for one in told} - {""}) > 1:
        return None
    if comparison.is_same:
        return _alike(comparison, told)
    return _ranked(comparison, comparison.measure, told) if comparison.measure else None


def _place(one: _Standing) -> tuple[str, int]:
    """Where a value is told; one sentence that tells it of both decides nothing."""
    quoted = one.cell.parts[0].quoted
    return quoted.passage.passage_id, quoted.start


def _alike(comparison: Comparison, told: Sequence[_Standing]) -> Verdict | None:
    """Say whether all tell the same value, or the first is as old as the second."""
    first = told[0].value
    spans = {(one.value.low, one.value.high) for one in told}
    if len(spans) > 1 and any(_overlap(first, one.value) for one in told[1:]):
        return None
    holds = len(spans) == 1
    if not holds and comparison.measure and comparison.is_claim:
        # "As old as" allows for older.
        other = told[1].value
        is_lower = first.high < other.low
        holds = is_lower == comparison.measure.is_lower
    answer = "Yes" if holds != comparison.is_different else "No"
    return Verdict(pieces=(f"{answer}. ", *_values(told, marked="")), short=answer)


def _overlap(one: Told, other: Told) -> bool:
    return one.low <= other.high and other.low <= one.high


def _ranked(comparison: Comparison, measure: Measure, told: Sequence[_Standing]) -> Verdict | None:
    """Name the thing with the lowest or highest value, then all values."""
    order = sorted(told, key=lambda one: one.value.low if measure.is_lower else -one.value.high)
    best, second = order[0], order[1]
    if (best.value.low, best.value.high) == (second.value.low, second.value.high):
        return _equal(comparison, told)
    # Ranges that overlap decide nothing.
    if measure.is_lower and best.value.high >= second.value.low:
        return None
    if not measure.is_lower and best.value.low <= second.value.high:
        return None
    if comparison.is_claim:
        answer = "Yes" if best is told[0] else "No"
        return Verdict(pieces=(f"{answer}. ", *_values(told, marked="")), short=answer)
    opening = f"{escape_markdown(with_capital(measure.word))}: "
    return Verdict(
        pieces=(opening, *_values([best, *[one for one in told if one is not best]],
                                  marked=best.name)),
        short=best.name,
    )  # fmt: skip


def _equal(comparison: Comparison, told: Sequence[_Standing]) -> Verdict:
    said = "No" if comparison.is_claim else "Neither"
    opening = f"{said}. " if comparison.is_claim else "Neither: they are equal. "
    return Verdict(pieces=(opening, *_values(told, marked="")), short=said)


def _values(told: Sequence[_Standing], *, marked: str) -> tuple[str | Part, ...]:
    """Write "X: 2010 [1]; Y: 2012 [2]."; the marked name stands out."""
    pieces: list[str | Part] = []
    for at, one in enumerate(told):
        name = escape_markdown(one.name)
        shown = f"**{name}**" if one.name == marked else name
        pieces += ["; " if at else "", f"{shown}, " if one.name == marked else f"{shown}: "]
        pieces.append(replace(one.cell.parts[0], text=escape_markdown(one.value.said), after=""))
    return (*pieces, ".")


def _chosen(
    comparison: Comparison, names: Sequence[str], cells: Sequence[Cell | None]
) -> Verdict | None:
    """Name the things of which the claim holds."""
    holding = [name for name, cell in zip(names, cells, strict=True) if cell and cell.is_so]
    if all(cell is None for cell in cells):
        return None
    label = escape_markdown(comparison.asked[0].label)
    if not holding:
        if any(cell is None or cell.is_so is None for cell in cells):
            return None
        return Verdict(pieces=(f"{label}: neither.",), short="Neither")
    shown = ", ".join(f"**{escape_markdown(name)}**" for name in holding)
    return Verdict(pieces=(f"{label}: {shown}.",), short=", ".join(holding))


def _agreed(cells: Sequence[Cell | None]) -> Verdict | None:
    """Say whether a claim holds of all things: one of which it does not decides."""
    said = [cell.is_so if cell else None for cell in cells]
    if all(said):
        return Verdict(pieces=("Yes.",), short="Yes")
    return Verdict(pieces=("No.",), short="No") if False in said else None


def in_common(names: Sequence[str]) -> Verdict | None:
    """Name what things have in common; None when nothing is known to be."""
    if not names:
        return None
    shown = ", ".join(f"**{escape_markdown(name)}**" for name in names)
    return Verdict(pieces=(f"In common: {shown}.",), short=", ".join(names))
