"""A cell of the table: what the documents state of one thing, with its quotes and its value."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.citations import Part, StoredDocuments
from assistant.comparing.fitting import NEARLY_AS_SURE, VALUED, fitting, is_near, value_told
from assistant.comparing.known_properties import EQUITY, Property
from assistant.comparing.table_rows import told_in_row
from assistant.comparing.things import Thing, is_of_somebody, tells_of
from assistant.comparing.values import Told
from assistant.comparing.wording import part_of
from assistant.composing.research import Finding, Research
from assistant.composing.yes_no import answer_yes_or_no
from assistant.conflicts.disagreement import disagreeing
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import StatementKind

# "Does it take equity?"
_TAKES_EQUITY = re.compile(
    r"^Do(?:es)? \{\} (?:take|want|ask for|get|receive|require) (?:any |some |an? )?"
    r"(?:equity|shares?|stakes?|ownership)(?: in (?:\w+ )?companies)?\?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is stated of one thing.

    Attributes:
        parts: The statements and what proves them.
        probability: That the first answers.
        value: The value that it tells, to be compared; None where it tells none for sure.
        is_so: Whether a claim holds; None where none was asked about.
    """

    parts: tuple[Part, ...]
    probability: float
    value: Told | None = None
    is_so: bool | None = None


def cell_of(
    asked: Property, thing: Thing, research: Research, documents: StoredDocuments
) -> Cell | None:
    """Find what is stated of a thing; None when nothing is, surely enough.

    Where a value is asked for, a statement that tells one goes before one that does not, and what a
    sentence says before what a table does.
    """
    if asked.is_claim:
        return _claimed(asked, thing, research, documents)
    best: Cell | None = None
    for question in filter(None, (asked.question, asked.otherwise)):
        finding = research.ask(question.format(thing.name), thing.found)
        fits = fitting(asked, finding, thing)
        if not fits:
            continue
        cell = _cell(asked, finding, fits, documents)
        if cell.value or finding.analysis.asked_for.answer_type not in VALUED:
            return cell
        best = best or cell
    return _in_row(asked, thing, research) or best


def _in_row(asked: Property, thing: Thing, research: Research) -> Cell | None:
    """Find what a table tells of a thing in a row of its own."""
    found = told_in_row(asked, thing, research)
    return Cell(parts=(found[0],), probability=1.0, value=found[1]) if found else None


def _cell(
    asked: Property, finding: Finding, fits: Sequence[Candidate], documents: StoredDocuments
) -> Cell:
    """Make a cell of the best statement, what belongs to it, and what contradicts it."""
    first, *rest = fits
    # Only what fits can contradict: a date in another's sentence is of the other.
    against = disagreeing(finding.analysis, [first, *rest], fits)
    if against:
        chosen = [one.candidate for one in against.tellings]
    else:
        chosen = [first, *[one for one in rest if _goes_with(one, first)][:1]]
    values = [each for one in chosen for each in [value_told(asked, finding.analysis, one)] if each]
    disputed = against is not None and not against.is_over_time
    value = values[0].joined(values[1:]) if values and disputed else next(iter(values), None)
    return Cell(
        parts=tuple(part_of(one, documents) for one in chosen),
        probability=first.probability,
        value=value,
    )


def _claimed(
    asked: Property, thing: Thing, research: Research, documents: StoredDocuments
) -> Cell | None:
    """Answer a claim about one thing by yes or no; of equity what share is taken decides."""
    if _TAKES_EQUITY.search(asked.question):
        share = cell_of(EQUITY, thing, research, documents)
        if share and share.value:
            return _decided(share, is_so=share.value.high > 0)
    finding = research.ask(asked.question.format(thing.name), thing.found)
    fits = [
        one
        for one in finding.candidates
        if tells_of(thing, one.statement) and not is_of_somebody(thing, one.statement)
    ]
    draft = answer_yes_or_no(
        finding.analysis,
        fits,
        documents,
        threshold=finding.threshold,
        research=research,
        found=thing.found,
    )
    if draft is None or draft.short_answer is None:
        # What comes nearest is shown, without saying which way it decides.
        near = [one for one in fits if is_near(one, finding) and not one.statement.items]
        return _cell(asked, finding, near[:1], documents) if near else None
    return Cell(parts=draft.parts, probability=1.0, is_so=draft.short_answer == "Yes")


def _decided(cell: Cell, *, is_so: bool) -> Cell:
    first, *rest = cell.parts
    said = replace(first, text=f"{'Yes' if is_so else 'No'}. {first.text}")
    return replace(cell, parts=(said, *rest), is_so=is_so)


def _goes_with(one: Candidate, best: Candidate) -> bool:
    """Whether a second statement of the same passage belongs to the answer too."""
    return (
        one.statement.passage.passage_id == best.statement.passage.passage_id
        and one.statement.kind is best.statement.kind is StatementKind.SENTENCE
        and one.probability >= NEARLY_AS_SURE * best.probability
        and one.is_read
    )
