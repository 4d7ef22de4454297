"""Yes or no as the reader judges single statements, in whatever words they are.

It reads the question against each statement that may answer, and says how surely it decides it and
which way; a statement that only speaks of the same decides nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.composing.beside import denies_beside, is_of_applying
from assistant.composing.claim import claim_of
from assistant.composing.claimed import ClaimKind
from assistant.composing.grounds import gives_grounds
from assistant.composing.happened import happened
from assistant.composing.own_part import same_frequency
from assistant.composing.polarity import NEGATION, restricts
from assistant.composing.proposition import Proposition, match
from assistant.composing.repeatable import tells_how_often_alone
from assistant.composing.research import Research
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis
from assistant.question.named import SURELY_NAMED, mentions

# So many statements are judged, those that most surely answer, and this surely.
_JUDGED = 6
_LIKELY = 0.7
# So sure a verdict counts; chosen on held-out pages, see decision 11.
_SURE = 0.8
_NEARLY = 0.03
# A statement that decides so surely one way or the other, and is read and answers so surely, is
# worth giving even if it is unclear which way.
_DECIDES = 0.6
_READ = 3.0
_ANSWERS = 0.8
# A statement that holds less of what is asked denies it in so many words, or this surely.
_SPEAKS_OF_IT = 0.15
_DENIES = 0.97


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A statement that decides.

    Attributes:
        one: The statement.
        is_so: Whether it says yes; None where that is not sure.
        sureness: How surely it says so, 0 to 1.
    """

    one: Candidate
    is_so: bool | None
    sureness: float


def judge(
    analysis: Analysis,
    candidates: Sequence[Candidate],
    research: Research,
    proposition: Proposition,
) -> Judgement | None:
    """Give, of the statements that likely answer, the one that decides most surely; None without.

    Where none surely says yes or no, one that decides it either way is given.

    Args:
        analysis: The question, for yes or no, taken apart.
        candidates: Statements, the surest first.
        research: Has the reader.
        proposition: What is asked; a statement that does not speak of it gives no verdict.
    """
    near = [
        one
        for one in candidates[:_JUDGED]
        if one.probability >= _LIKELY and not _is_of_another(analysis, one.statement)
    ]
    compared = _by_frequency(proposition, near)
    if compared:
        return compared
    leanings = research.reader.judge(analysis.query, [one.statement for one in near])
    judged = [
        (Judgement(one=one, is_so=each.yes > each.no, sureness=max(each.yes, each.no)), each)
        for one, each in zip(near, leanings, strict=True)
    ]
    grounded = [
        given
        for given, _ in judged
        if gives_grounds(proposition, given.one.statement, is_so=given.is_so is True)
        and (given.is_so or _may_deny(proposition, given))
    ]
    surest = max(grounded, key=lambda each: each.sureness, default=None)
    if surest and surest.sureness >= _SURE:
        # Of those nearly as sure the first answers best.
        return next(
            given
            for given in grounded
            if given.is_so is surest.is_so and given.sureness >= surest.sureness - _NEARLY
        )
    unclear = (
        replace(given, is_so=None)
        for given, each in judged
        if each.yes + each.no >= _DECIDES
        and _surely_answers(given.one)
        and gives_grounds(proposition, given.one.statement, is_so=None)
        and happened(proposition, given.one.statement)
    )
    return next(unclear, None)


def _by_frequency(proposition: Proposition, near: Sequence[Candidate]) -> Judgement | None:
    """Compare how often, where that is claimed: "every second year" is no "every year".

    The two share their words, so that a reader takes them for the same.
    """
    claim = claim_of(proposition.closed.question)
    if claim is None or claim.kind is not ClaimKind.FREQUENCY:
        return None
    for one in near:
        is_so = same_frequency(claim, proposition.analysis, one.statement)
        if is_so is not None:
            return Judgement(one=one, is_so=is_so, sureness=1.0)
    return None


def _is_of_another(analysis: Analysis, statement: Statement) -> bool:
    """Whether what has a document of its own is asked about, and nothing there names it."""
    passage = statement.passage
    known = [one for one in analysis.named if one.document_id and one.strength >= SURELY_NAMED]
    return bool(known) and not any(
        passage.document_id == one.document_id
        or mentions(one, f"{passage.context}\n{passage.text}")
        for one in known
    )


def _may_deny(proposition: Proposition, given: Judgement) -> bool:
    """Whether a statement speaks of what is asked, denies anything, or surely decides it.

    "The incubator is our neighbour" denies nothing of whether a stay can be extended.
    """
    statement = given.one.statement
    if tells_how_often_alone(proposition, statement.text):
        return False
    question = proposition.closed.question
    if is_of_applying(question, statement.text) or denies_beside(
        proposition.analysis, question, statement.text
    ):
        return False
    return given.sureness >= _DENIES or speaks_of_it(proposition, statement)


def speaks_of_it(proposition: Proposition, statement: Statement) -> bool:
    """Whether a statement speaks of what is asked, or denies anything or anybody."""
    if match(proposition, statement).own >= _SPEAKS_OF_IT:
        return True
    return NEGATION.search(statement.text) is not None or restricts(statement.text)


def _surely_answers(one: Candidate) -> bool:
    return one.probability >= _ANSWERS and bool(one.spans) and one.spans[0].score >= _READ
