"""Documents that disagree: another value for the same thing about the same entity.

False alarms would make people distrust what is right, so much must agree before two values count as
a conflict: the entity, every term that is asked for, the type, and that the reader is sure of both.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.analysis import Analysis
from assistant.answer_check import answers_in
from assistant.answer_type import matches
from assistant.citations import Draft, Part, StoredDocuments
from assistant.composer_subject import speaks_of_all, spoken_before
from assistant.composer_values import Day, Range, day_of, numbers_in
from assistant.question_kind import AnswerType
from assistant.ranking import Candidate
from assistant.statements import Statement, StatementKind
from assistant.terms import terms
from assistant.wording import escape_markdown, worded

_COMPARED = frozenset({AnswerType.DATE, AnswerType.NUMBER, AnswerType.MONEY, AnswerType.ANY})
# A statement must be this sure beside the best one.
_NEARLY_AS_SURE = 0.5
# It must speak of what is asked nearly as fully.
_NEARLY_AS_MUCH = 0.8
# Asked for a bound, "up to 5" tells 5.
_BOUND = re.compile(
    r"\b(?:highest|maximum|max|most|largest|biggest|up to|limit|ceiling|lowest|minimum|least)\b",
    re.I,
)
_MAX_VALUES = 3
_REACH = 4


def disagreeing(analysis: Analysis, sure: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Give the best statement and those that tell another value; () when none does.

    Args:
        analysis: The question, taken apart.
        sure: The statements that answer it surely enough, the surest first.
    """
    if analysis.asked_for.answer_type not in _COMPARED or not analysis.named:
        return ()
    first = sure[0]
    value = value_of(analysis, first)
    if value is None or not speaks_of_all(analysis, first.statement):
        return ()
    chosen, values = [first], [value]
    for one in sure[1:]:
        other = value_of(analysis, one)
        if other is None or not _is_same_matter(analysis, first, one):
            continue
        if all(_differ(other, known) for known in values):
            chosen.append(one)
            values.append(other)
    return tuple(chosen[:_MAX_VALUES]) if len(chosen) > 1 else ()


def side_by_side(
    analysis: Analysis, chosen: Sequence[Candidate], documents: StoredDocuments, short: str | None
) -> Draft:
    """Show statements that disagree, each with its document and that one's date."""
    about = _about(analysis)
    layout: list[str | int] = ["The documents disagree:\n"]
    parts = []
    for at, one in enumerate(chosen):
        document = documents.document(one.statement.passage.document_id)
        dated = f" (as of {escape_markdown(document.as_of)})" if document.as_of else ""
        part = worded(one.statement, probability=one.probability, is_named=True)
        said = f"**{escape_markdown(document.title)}**{dated}: {part.text}"
        parts.append(Part(text=said, quoted=part.quoted, after=part.after))
        layout += ["\n- ", at]
    return Draft(parts=tuple(parts), short_answer=short, layout=tuple(layout), disputed=about)


def value_of(analysis: Analysis, one: Candidate) -> Range | Day | None:
    """Give the value that a statement answers with; None when it tells none or it is unclear which.

    Of several the one in the reader's best span counts.
    """
    found = _value_at(analysis, one)
    if found is None:
        return None
    if analysis.asked_for.answer_type is AnswerType.DATE:
        return day_of(found.group())
    said = numbers_in(one.statement.text, found.start(), found.end())
    if said and _BOUND.search(analysis.query):
        bound = said.low if said.high == math.inf else said.high
        return replace(said, low=bound, high=bound)
    return said


def _value_at(analysis: Analysis, one: Candidate) -> re.Match[str] | None:
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


def _counted_by(analysis: Analysis, one: Candidate) -> tuple[set[str], set[str]]:
    """Give what of the counted terms stands behind the number, and what narrows it before that.

    "720 doctoral students" counts students, narrowed to doctoral ones.
    """
    found = _value_at(analysis, one)
    after = one.statement.text[found.end() :].split()[:_REACH] if found else []
    counted = set(analysis.counted)
    narrowing: list[str] = []
    for word in after:
        said = set(terms(word))
        if said & counted:
            return counted & set(terms(" ".join(after))), set(narrowing)
        narrowing = [] if word.lower() in {"and", "or"} or word[-1] == "," else [*narrowing, *said]
    return set(), set()


def _is_same_matter(analysis: Analysis, first: Candidate, one: Candidate) -> bool:
    """Whether a second statement answers the same, as surely."""
    if one.probability < _NEARLY_AS_SURE * first.probability:
        return False
    if not speaks_of_all(analysis, one.statement):
        return False
    bounds = set(terms(" ".join(_BOUND.findall(analysis.query))))
    asked = set(analysis.attributes) - bounds
    held = [asked & set(terms(_context(each.statement))) for each in (first, one)]
    counted, narrowing = _counted_by(analysis, first)
    other, other_narrowing = _counted_by(analysis, one)
    if not counted <= other or (other_narrowing ^ narrowing) - asked:
        return False
    covered = [analysis.weights.coverage(asked, each) for each in held]
    return bool(held[1]) and covered[1] >= _NEARLY_AS_MUCH * covered[0]


def _context(statement: Statement) -> str:
    return f"{statement.passage.heading or ''} {spoken_before(statement)} {statement.text}"


def _differ(one: Range | Day, other: Range | Day) -> bool:
    """Whether two values cannot both be true."""
    if isinstance(one, Day) and isinstance(other, Day):
        return bool(one.differs(other))
    if isinstance(one, Range) and isinstance(other, Range):
        return one.unit == other.unit and one.apart(other)
    return False


def _about(analysis: Analysis) -> str:
    return analysis.query.rstrip(" ?.!")
