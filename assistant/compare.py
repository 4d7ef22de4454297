"""Comparisons: a table with a row for each property, a column for each thing, a quote in each cell.

Each thing is looked up by itself, so that what is written about one does not crowd out the other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.analysis import Analysis, analyse
from assistant.citations import Draft, Part, Quoted, StoredDocuments
from assistant.compare_question import (
    FOUNDED,
    FUNDING,
    PLACE,
    SIZE,
    Comparison,
    Property,
)
from assistant.compare_verdict import verdict_of
from assistant.composer_polarity import met_terms
from assistant.composer_research import Finding, Research
from assistant.composer_subject import speaks_of, subject_name
from assistant.conflicts import value_of
from assistant.entities import Named, named_entities
from assistant.lists import completed
from assistant.ranking import Candidate, mentions
from assistant.statements import Statement, StatementKind, statements_of
from assistant.terms import words
from assistant.wording import escape_markdown
from index.passage import ScoredPassage

_TOP_K = 12
_OWN = 6
_DEFAULT = (PLACE, FOUNDED, SIZE, FUNDING)
# What something is, is said within so many characters.
_HEAD = 120
_NEARLY_AS_SURE = 0.6
_RATHER = 0.0
_VERY_SURE = 0.6
_NOT_STATED = "not stated"
_WHAT = Property(label="What it is", question="What is {}?")
# A cell is read at a glance; a longer sentence is cut to the clauses around what answers.
_LONGEST_CELL = 200
_CLAUSE = re.compile(r"[;:]\s|,\s(?=and |but |which |while |where )|\s[–—]\s")
_IS = re.compile(r"\b(?:is|are|was|were) (?:an?|the|one of)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is stated of one thing, what was asked, and a second statement that belongs to it."""

    candidate: Candidate
    analysis: Analysis
    more: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Thing:
    """A thing that is compared, with the passages found for it."""

    name: str
    entity: Named | None
    found: tuple[ScoredPassage, ...]


def compare(comparison: Comparison, research: Research, documents: StoredDocuments) -> Draft | None:
    """Give the table, and the verdict where one is asked for; None when nothing is known of one.

    Args:
        comparison: What is compared, and in what.
        research: Looks things up.
        documents: What is quoted from.
    """
    things = [_thing(name, comparison, research, documents) for name in comparison.things]
    if any(thing.entity is None and not _is_known(thing) for thing in things):
        return None
    asked = comparison.asked or _DEFAULT
    rows = [(each, [_cell(each, thing, research) for thing in things]) for each in asked]
    if not comparison.asked:
        # What nobody asked for must be sure to be worth a row.
        rows = [(each, cells) for each, cells in rows if all(map(_is_very_sure, cells))]
        opening = [_description(thing) for thing in things]
        rows = [(_WHAT, opening), *rows] if any(opening) else rows
    if not any(cell for _, cells in rows for cell in cells):
        return None
    return _draft(comparison, things, rows, documents)


def _is_very_sure(cell: Cell | None) -> bool:
    return cell is not None and cell.candidate.probability >= _VERY_SURE


def _thing(
    name: str, comparison: Comparison, research: Research, documents: StoredDocuments
) -> _Thing:
    """Find passages for a thing: for its name and what is asked, and the first of its document."""
    what = " ".join(each.label for each in comparison.asked)
    found = research.find(f"{name} {what}".strip(), _TOP_K)
    named = named_entities(name, [scored.passage for scored in found])
    entity = named[0] if named else None
    if entity is None:
        return _Thing(name=name, entity=None, found=found)
    own = documents.passages_of(entity.document_id)[:_OWN]
    have = {scored.passage.passage_id for scored in found}
    more = tuple(
        ScoredPassage(passage=each, score=0.0) for each in own if each.passage_id not in have
    )
    return _Thing(name=name, entity=entity, found=(*found, *more))


def _is_known(thing: _Thing) -> bool:
    """Whether some passage speaks of a name that has no document of its own."""
    name = " ".join(words(thing.name))
    return any(
        f" {name} " in f" {' '.join(words(f'{one.passage.context} {one.passage.text}'))} "
        for one in thing.found
    )


def _cell(asked: Property, thing: _Thing, research: Research) -> Cell | None:
    """Find what is stated of a thing; None when nothing is, surely enough.

    Where a value is asked for, a statement that tells one goes before one that does not.
    """
    best: Candidate | None = None
    for question in filter(None, (asked.question, asked.otherwise)):
        finding = research.ask(question.format(thing.name), thing.found)
        fitting = [one for one in finding.sure if _answers(one, asked, finding, thing)]
        best = next((one for one in fitting if value_of(finding.analysis, one)), None)
        if best:
            break
    best = best or next(iter(fitting), None)
    if best is None:
        return None
    more = [one for one in fitting if one is not best and _goes_with(one, best)]
    return Cell(candidate=best, analysis=finding.analysis, more=tuple(more[:1]))


def _answers(one: Candidate, asked: Property, finding: Finding, thing: _Thing) -> bool:
    """Whether a statement is about a thing and about what is asked of it."""
    analysis = finding.analysis
    if one.features["type_missing"] or not _is_about(thing, one.statement):
        return False
    if not analysis.attributes or met_terms(analysis, one.statement.text):
        return True
    # In other words, but the reader rather thinks that it answers.
    return not asked.in_words and bool(one.spans) and one.spans[0].score > _RATHER


def _goes_with(one: Candidate, best: Candidate) -> bool:
    """Whether a second statement of the same passage belongs to the answer too."""
    return (
        one.statement.passage.passage_id == best.statement.passage.passage_id
        and one.statement.kind is best.statement.kind is StatementKind.SENTENCE
        and one.probability >= _NEARLY_AS_SURE * best.probability
        and bool(one.spans)
        and one.spans[0].score > 0
    )


def _is_about(thing: _Thing, statement: Statement) -> bool:
    if thing.entity:
        return speaks_of(thing.entity, statement)
    name = " ".join(words(thing.name))
    heading = (statement.passage.heading or statement.passage.title).split(" > ")[-1]
    return f" {name} " in f" {' '.join(words(f'{heading} {statement.text}'))} "


def _description(thing: _Thing) -> Cell | None:
    """Find the sentence that says what a thing is, else the one that its document opens with."""
    best: tuple[tuple[int, int], Statement] | None = None
    for at, scored in enumerate(thing.found):
        for statement in statements_of(scored.passage):
            if statement.kind is not StatementKind.SENTENCE or not _is_about(thing, statement):
                continue
            subject = subject_name(statement.text) or ""
            names = thing.entity is not None and mentions(thing.entity, subject)
            is_own = thing.entity and statement.passage.document_id == thing.entity.document_id
            defines = bool(names and _IS.search(statement.text[:_HEAD]))
            # What its own document opens with, else what was found first.
            order = statement.start if is_own else at
            score = (4 * defines + 2 * bool(is_own), -order)
            if best is None or score > best[0]:
                best = (score, statement)
    if best is None:
        return None
    candidate = Candidate(statement=best[1], spans=(), features={}, probability=1.0)
    return Cell(candidate=candidate, analysis=_no_analysis(thing))


def _no_analysis(thing: _Thing) -> Analysis:
    return analyse(_WHAT.question.format(thing.name), [])


def _draft(
    comparison: Comparison,
    things: Sequence[_Thing],
    rows: Sequence[tuple[Property, Sequence[Cell | None]]],
    documents: StoredDocuments,
) -> Draft:
    parts: list[Part] = []
    names = [escape_markdown(thing.name) for thing in things]
    table: list[str | int] = [f"| | {' | '.join(names)} |\n|{'---|' * (len(names) + 1)}"]
    for asked, cells in rows:
        table.append(f"\n| {escape_markdown(asked.label)} |")
        for cell in cells:
            table.append(" ")
            if cell is None:
                table.append(_NOT_STATED)
            else:
                for at, one in enumerate((cell.candidate, *cell.more)):
                    parts.append(_part(one, documents))
                    table += [" ", len(parts) - 1] if at else [len(parts) - 1]
            table.append(" |")
    verdict = verdict_of(comparison, [thing.name for thing in things], rows)
    opening = [f"{verdict.sentence}\n\n"] if verdict else []
    return Draft(
        parts=tuple(parts),
        short_answer=verdict.short if verdict else None,
        layout=(*opening, *table),
    )


def _part(candidate: Candidate, documents: StoredDocuments) -> Part:
    """Word a cell: the statement, or of a long sentence the clauses around what answers."""
    one = replace(candidate, statement=completed(candidate.statement, documents))
    start, end = _cut(one)
    statement = one.statement
    text = statement.text[start - statement.start : end - statement.start]
    said = text
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
