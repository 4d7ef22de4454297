"""What a thing is, in the sentence that says so, for a comparison that asks for nothing else."""

import re

from assistant.citations import StoredDocuments
from assistant.comparing.cells import Cell
from assistant.comparing.things import Thing
from assistant.comparing.wording import part_of
from assistant.composing.subject import subject_name
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement, StatementKind, statements_of
from assistant.evidence.subjects import is_about
from assistant.question.named import mentions

# What something is, is said within so many characters.
_HEAD = 120
_IS = re.compile(r"\b(?:is|are|was|were) (?:an?|the|one of)\b")
_SECTION_OPENS = re.compile(r"^(?:An?|The)\s+[a-z]")


def description(thing: Thing, documents: StoredDocuments) -> Cell | None:
    """Find the sentence that says what a thing is, else the one that its document opens with."""
    best: tuple[tuple[int, int], Statement] | None = None
    for at, scored in enumerate(thing.found):
        for statement in statements_of(scored.passage):
            if statement.kind is not StatementKind.SENTENCE:
                continue
            if not is_about(thing.entity, statement):
                continue
            is_own = bool(thing.entity.document_id) and (
                statement.passage.document_id == thing.entity.document_id
            )
            # What its own document opens with, else what was found first.
            order = statement.start if is_own else at
            score = (4 * _defines(thing, statement) + 2 * is_own, -order)
            if best is None or score > best[0]:
                best = (score, statement)
    if best is None:
        return None
    candidate = Candidate(statement=best[1], spans=(), features={}, probability=1.0)
    return Cell(parts=(part_of(candidate, documents),), probability=1.0)


def _defines(thing: Thing, statement: Statement) -> bool:
    """Whether a statement says what a thing is: "X is a ...", "A non-profit ..." under its name."""
    subject = subject_name(statement.text) or ""
    if mentions(thing.entity, subject) and _IS.search(statement.text[:_HEAD]):
        return True
    heading = (statement.passage.heading or "").split(" > ")[-1]
    first = statement.passage.text.find(statement.text) <= len(heading) + 2
    opens = bool(_SECTION_OPENS.match(statement.text) or statement.text.startswith("This is"))
    return first and opens and mentions(thing.entity, heading)
