"""Documents that disagree: another value for the same thing about the same entity.

False alarms would make people distrust what is right, so much must agree before two values count as
a conflict: the entity, the relation or what is counted, the unit, the time. The reader need not be
as sure of the second statement as of the first; what both are about decides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.citations import Draft, Part, StoredDocuments
from assistant.composing.wording import escape_markdown, worded
from assistant.conflicts.claims import THEME, Claim, contradict, has_changed
from assistant.conflicts.reading import claim_of
from assistant.conflicts.relations import asks_theme
from assistant.evidence.items import alone
from assistant.evidence.ranking import Candidate
from assistant.evidence.short_answers import short_answer
from assistant.evidence.statements import Statement
from assistant.evidence.subjects import asked_subjects, is_about
from assistant.question.analysis import Analysis

DISAGREE = "The documents disagree:"
"""How the text of an answer begins that shows statements which cannot all be true."""

# A first statement must be this sure beside the best one to stand in for it.
_NEARLY_AS_SURE = 0.8
_MAX_VALUES = 3
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A statement and what it claims of what is asked."""

    candidate: Candidate
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Statements that tell different values.

    Attributes:
        tellings: The statements, the surest first; the latest first where time explains it.
        is_over_time: Whether each is told of another time, so that all may be true.
    """

    tellings: tuple[Telling, ...]
    is_over_time: bool

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The statements alone."""
        return tuple(one.candidate for one in self.tellings)


def disagreeing(
    analysis: Analysis, sure: Sequence[Candidate], candidates: Sequence[Candidate] = ()
) -> Disagreement | None:
    """Give the best statement and those that tell another value; None when none does.

    Args:
        analysis: The question, taken apart.
        sure: The statements that answer it surely enough, the surest first.
        candidates: All statements that were weighed, the surest first; () for the sure ones alone.
    """
    subjects = asked_subjects(analysis)
    if not sure or not subjects:
        return None
    leading = sure if asks_theme(analysis.query) else _leading(sure)
    first = next(_tellings(analysis, leading, None), None)
    if first is None or not _speaks(analysis, first.candidate.statement):
        return None
    told, changed = [first], [first]
    for one in _tellings(analysis, (*sure, *candidates), first.claim):
        if not _speaks(analysis, one.candidate.statement):
            continue
        if all(contradict(one.claim, other.claim) for other in told):
            told.append(one)
        elif all(has_changed(one.claim, other.claim) for other in changed):
            changed.append(one)
    if len(told) >= _TWO:
        # Of what somebody works on, every page says a little more.
        most = _TWO if first.claim.relation == THEME else _MAX_VALUES
        return Disagreement(tellings=tuple(told[:most]), is_over_time=False)
    latest = sorted(changed[:_MAX_VALUES], key=lambda one: one.claim.told_at, reverse=True)
    return Disagreement(tellings=tuple(latest), is_over_time=True) if len(latest) >= _TWO else None


def _leading(sure: Sequence[Candidate]) -> list[Candidate]:
    return [one for one in sure if one.probability >= _NEARLY_AS_SURE * sure[0].probability]


def _speaks(analysis: Analysis, statement: Statement) -> bool:
    return all(
        is_about(subject, statement, analysis.attributes) for subject in asked_subjects(analysis)
    )


def _tellings(
    analysis: Analysis, candidates: Sequence[Candidate], first: Claim | None
) -> Iterator[Telling]:
    seen: set[tuple[str, int]] = set()
    for candidate in candidates:
        for one in alone(candidate):
            place = (one.statement.passage.passage_id, one.statement.start)
            if place in seen:
                continue
            seen.add(place)
            claim = claim_of(analysis, one, first)
            if claim:
                yield Telling(candidate=one, claim=claim)


def side_by_side(analysis: Analysis, against: Disagreement, documents: StoredDocuments) -> Draft:
    """Show statements that disagree, each with its document and that one's date."""
    chosen = against.tellings
    opening = "At different times:\n" if against.is_over_time else f"{DISAGREE}\n"
    layout: list[str | int] = [opening]
    parts = []
    # What somebody works on is told in more words than a span holds.
    is_short = chosen[0].claim.relation != THEME
    values = [short_answer(analysis, one.candidate) or one.claim.span for one in chosen]
    shown = values[:1] if against.is_over_time else list(dict.fromkeys(values))
    for at, one in enumerate(chosen):
        parts.append(dated_part(one.candidate, documents))
        layout += ["\n- ", at]
    return Draft(
        parts=tuple(parts),
        short_answer=" or ".join(shown) if is_short else None,
        layout=tuple(layout),
        disputed=None if against.is_over_time else analysis.query.rstrip(" ?.!"),
    )


def dated_part(one: Candidate, documents: StoredDocuments) -> Part:
    """Word a statement behind its document's title and date."""
    document = documents.document(one.statement.passage.document_id)
    dated = f" (as of {escape_markdown(document.as_of)})" if document.as_of else ""
    part = worded(one.statement, probability=one.probability, is_named=True)
    said = f"**{escape_markdown(document.title)}**{dated}: {part.text}"
    return Part(text=said, quoted=part.quoted, after=part.after)
