"""Ranked statements to an answer's draft: what is said, and what proves it; None to decline."""

from collections.abc import Sequence

from assistant.citations import Draft, StoredDocuments
from assistant.comparing.own_row import counted_in_row
from assistant.comparing.question import comparison_of
from assistant.comparing.table import compare
from assistant.composing.agreeing import agrees, is_list_of_another
from assistant.composing.belonging import (
    is_placed,
    says_sum,
    stands_near_any,
    tells_of_all,
)
from assistant.composing.by_name import named_first
from assistant.composing.come_of import tells_outcome
from assistant.composing.counted import counts_others, is_affirmed, labelled_first
from assistant.composing.description import describe
from assistant.composing.enumerating import is_under_asked, one_item, with_list_first
from assistant.composing.faint import is_faint, is_list_by_chance
from assistant.composing.kind_told import naming_kind_first, tells_no_floor
from assistant.composing.of_another import is_of_another
from assistant.composing.plainest import SURELY, plainest, support
from assistant.composing.polarity import met_terms
from assistant.composing.research import Research
from assistant.composing.respective import respectively_told
from assistant.composing.some_of_list import some_of_list
from assistant.composing.subject import spoken_before
from assistant.composing.timing import is_of_time
from assistant.composing.told_of import is_for_others, meant_part, suited_first, with_own_rows
from assistant.composing.wording import worded
from assistant.composing.yes_no import answer_yes_or_no
from assistant.conflicts.disagreement import disagreeing, side_by_side
from assistant.conflicts.relations import office_in
from assistant.evidence.answer_check import has_answer
from assistant.evidence.calibration import Calibration
from assistant.evidence.lists import completed
from assistant.evidence.ranking import Candidate
from assistant.evidence.short_answers import short_answer
from assistant.evidence.statements import StatementKind
from assistant.evidence.table_cells import cell_asked
from assistant.question.analysis import Analysis
from assistant.question.choice import choice_in
from assistant.question.kind import AnswerType, QuestionKind
from assistant.question.named import mentions
from assistant.question.role import asks_holder
from assistant.question.superlative import asks_opinion
from assistant.question.tie import asked_tie
from index.passage import ScoredPassage

# One more document that says the same is proof enough; more would bury the answer.
_MAX_SUPPORT = 1
# What share of that is enough for a list of whom one is asked for.
_NEARLY = 0.75
# Two statements that differ by less are as sure as each other.
_AS_SURE = 0.02


def compose(
    analysis: Analysis,
    candidates: Sequence[Candidate],
    documents: StoredDocuments,
    calibration: Calibration,
    *,
    research: Research | None = None,
    found: Sequence[ScoredPassage] = (),
) -> Draft | None:
    """Give the answer's draft, or None when nothing answers surely enough.

    Args:
        analysis: The query, taken apart.
        candidates: Statements, the surest first.
        documents: Where the rest of a document is looked up.
        calibration: From which probability on to answer.
        research: Asks again what the answer needs besides; None to do without.
        found: The passages that were read.
    """
    sure = [one for one in candidates if one.probability >= calibration.threshold]
    comparison = comparison_of(analysis.query) if research else None
    # "Before 2012" compares with a value, not with a thing.
    if comparison and research and not any(each.isdecimal() for each in comparison.things):
        table = compare(comparison, research, documents)
        if table or not comparison.may_be_one:
            return table
    if analysis.asked_for.kind is QuestionKind.YES_NO:
        return _verdict(analysis, candidates, documents, calibration, research, found)
    return _told(analysis, candidates, sure, documents, calibration, research, found)


def _told(
    analysis: Analysis,
    candidates: Sequence[Candidate],
    sure: Sequence[Candidate],
    documents: StoredDocuments,
    calibration: Calibration,
    research: Research | None,
    found: Sequence[ScoredPassage],
) -> Draft | None:
    """Answer what is no comparison and no yes or no; None when nothing answers surely enough."""
    if analysis.unknown or not (analysis.attributes or analysis.named or analysis.mentioned):
        return None
    if analysis.asked_for.kind is QuestionKind.DESCRIPTION:
        described = describe(analysis, sure, documents, found)
        if described or analysis.named:
            return described
        sure = [one for one in sure if one.statement.kind is StatementKind.SENTENCE]
    in_cell = _in_cell(analysis, candidates)
    if in_cell:
        return _fact(analysis, [in_cell, *sure], documents, candidates)
    choice = choice_in(analysis.query)
    sure = [one for one in sure if _may_be_given(analysis, one, documents)]
    sure = sure if choice else [one_item(analysis, one) for one in sure]
    sure = with_own_rows(analysis, sure, candidates, documents)
    lists = [one for one in candidates if is_under_asked(analysis, one.statement)]
    sure = [*sure, *_nearly_sure_lists(analysis, candidates, documents, calibration)]
    sure = with_list_first(
        analysis, sure, [one for one in lists if _may_be_given(analysis, one, documents)]
    )
    chosen = some_of_list(analysis, sure, documents, research, found)
    # Of values told "respectively", the one asked for.
    draft = respectively_told(analysis, candidates, documents) or chosen.draft
    left = [one for one in chosen.left if not is_list_by_chance(analysis, one)]
    if draft or not left:
        return draft
    fact = _fact(analysis, left, documents, candidates)
    is_table = left[0].statement.kind is StatementKind.TABLE
    if research and is_table and fact.short_answer is None:
        return counted_in_row(analysis, research, documents) or fact
    return fact


def _nearly_sure_lists(
    analysis: Analysis,
    candidates: Sequence[Candidate],
    documents: StoredDocuments,
    calibration: Calibration,
) -> Sequence[Candidate]:
    """Give lists of just those of whom some are asked for, read a little less surely.

    Which of them, the items tell. () where all are asked for.
    """
    if choice_in(analysis.query) is None:
        return ()
    least = calibration.threshold * _NEARLY
    return [
        one
        for one in candidates
        if least <= one.probability < calibration.threshold
        and one.statement.items
        and analysis.named
        and all(mentions(each, one.statement.lead_in) for each in analysis.named)
        and set(analysis.attributes) <= met_terms(analysis, one.statement.lead_in)
        and _is_to_the_point(analysis, one, documents)
    ]


def _in_cell(analysis: Analysis, candidates: Sequence[Candidate]) -> Candidate | None:
    """Give the table that holds what is asked in the one cell whose row and column are named."""
    cells = (one for one in candidates if cell_asked(analysis, one.statement) is not None)
    return next(cells, None)


def _verdict(
    analysis: Analysis,
    candidates: Sequence[Candidate],
    documents: StoredDocuments,
    calibration: Calibration,
    research: Research | None,
    found: Sequence[ScoredPassage],
) -> Draft | None:
    """Answer yes or no; a question for a judgement is not answered."""
    if asks_opinion(analysis.query):
        return None
    return answer_yes_or_no(
        analysis,
        candidates,
        documents,
        threshold=calibration.threshold,
        research=research,
        found=found,
    )


def _may_be_given(analysis: Analysis, one: Candidate, documents: StoredDocuments) -> bool:
    return _is_to_the_point(analysis, one, documents) and not is_faint(analysis, one)


def _is_to_the_point(analysis: Analysis, one: Candidate, documents: StoredDocuments) -> bool:
    """Whether a statement is about who is asked about, and about the role that is asked for."""
    if asks_holder(analysis.query) and not _tells_role(analysis, _context(one)):
        return False
    if not is_of_time(analysis.query, one.statement, documents):
        return False
    if not agrees(analysis, one) or is_of_another(analysis, one):
        return False
    told = f"{one.statement.lead_in} {one.statement.text}"
    if not tells_outcome(analysis.query, one.statement) or tells_no_floor(analysis.query, told):
        return False
    if not (is_placed(analysis, one.statement) and says_sum(analysis, one.statement)):
        return False
    # A date or a number of something else looks just as right.
    if analysis.asked_for.answer_type is AnswerType.ANY:
        return stands_near_any(analysis, one.statement)
    if counts_others(analysis, one.statement) or not _holds_answer(analysis, one):
        return False
    short = short_answer(analysis, one)
    is_sure = one.is_read and one.probability >= SURELY
    return tells_of_all(analysis, one.statement, short, documents, is_sure=is_sure)


def _tells_role(analysis: Analysis, text: str) -> bool:
    """Whether a text has a word for the role asked for, be it written as a name is: "the CEO"."""
    office = office_in(analysis.query)
    return bool(met_terms(analysis, text)) or (office is not None and office_in(text) == office)


def _holds_answer(analysis: Analysis, one: Candidate) -> bool:
    """Whether it has what is asked for, a date or a number, or the reader reads an answer in it."""
    return one.is_read or has_answer(analysis, one.statement)


def _context(one: Candidate) -> str:
    return (
        f"{one.statement.passage.heading or ''} {spoken_before(one.statement)} {one.statement.text}"
    )


def _fact(
    analysis: Analysis,
    sure: Sequence[Candidate],
    documents: StoredDocuments,
    candidates: Sequence[Candidate],
) -> Draft:
    """One statement, and another document's that gives the same short answer."""
    sure = naming_kind_first(analysis, _speaking_first(analysis, sure))
    sure = suited_first(analysis.query, labelled_first(analysis, sure))
    sure = named_first(
        analysis, sure, candidates, lambda one: _is_to_the_point(analysis, one, documents)
    )
    if asked_tie(analysis.query):
        sure = sorted(sure, key=lambda one: is_list_of_another(analysis, one.statement))
    whole = plainest(analysis, sure)
    best = meant_part(analysis.query, whole)
    # A name picked from "X takes no equity" must not stand alone under "Who takes equity?".
    is_meant = is_affirmed(analysis, best.statement) and not is_for_others(analysis.query, best)
    short = short_answer(analysis, best) if is_meant else None
    against = disagreeing(analysis, sure, candidates) if is_meant else None
    # What is said of something else contradicts nothing.
    if against and all(_is_to_the_point(analysis, one, documents) for one in against.candidates):
        return side_by_side(analysis, against, documents)
    chosen = support(analysis, whole, sure, short)[:_MAX_SUPPORT]
    parts = tuple(
        worded(completed(one.statement, documents), probability=one.probability)
        for one in (whole, *chosen)
    )
    return Draft(parts=parts, short_answer=short)


def _speaking_first(analysis: Analysis, sure: Sequence[Candidate]) -> Sequence[Candidate]:
    """Put a statement that speaks of what is asked before one that is as sure and does not."""
    best = sure[0]
    if analysis.asked_for.kind is not QuestionKind.FACT or _tells_role(analysis, _context(best)):
        return sure
    speaking = next(
        (
            one
            for one in sure
            if one.is_read
            and one.probability >= max(SURELY, best.probability - _AS_SURE)
            and met_terms(analysis, one.statement.text)
        ),
        best,
    )
    return [speaking, *(one for one in sure if one is not speaking)]
