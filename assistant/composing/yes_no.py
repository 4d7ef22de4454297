"""Answers to yes-or-no questions: the statement that decides, and which way."""

import re
from collections.abc import Sequence

from assistant.citations import Draft, StoredDocuments
from assistant.composing.admitted import may_decide
from assistant.composing.alone import leaves_others
from assistant.composing.assertion import asks_for_all, asserts, contradicts
from assistant.composing.beside import denies_or_ties_beside, fits_claim
from assistant.composing.bounded import others_told
from assistant.composing.by_value import BY_VALUE_ONLY, Decision, by_value
from assistant.composing.claim import claim_of
from assistant.composing.claimed import names_nobody, tells_by_what
from assistant.composing.come_of import tells_outcome
from assistant.composing.drafted import drafted
from assistant.composing.excluded import leaves_open
from assistant.composing.free_of_charge import charged, suits_free, tells_free
from assistant.composing.grounds import acts_on_it, told_of_others
from assistant.composing.kind_told import asks_for_kind, told_kind
from assistant.composing.leaning import Judgement, judge, speaks_of_it
from assistant.composing.outright import outright
from assistant.composing.polarity import (
    ASKED_NEGATION,
    NEGATION,
    affirms_in,
    is_denied,
    restricts,
)
from assistant.composing.proposition import (
    Match,
    Proposition,
    match,
    proposition_of,
    purpose_terms,
    told,
)
from assistant.composing.requirement import Allowed, absent_names, allows
from assistant.composing.research import Research
from assistant.composing.still_there import asks_if_there, still_there
from assistant.composing.subject import is_about_all
from assistant.evidence.orders import is_order
from assistant.evidence.ranking import Candidate
from assistant.question.analysis import Analysis
from index.passage import ScoredPassage

# What share of what is asked a statement and what stands around it must hold to decide, and what
# share it must hold itself.
_ENOUGH = 0.8
_ENOUGH_OWN = 0.4
# "It can be hired": what "it" is stands before.
_ENOUGH_POINTING = 0.2
_POINTING = re.compile(r"(?:It|They|This|These)\b")
# Where the reader thinks that it answers, less of what stands around is enough.
_ENOUGH_READ = 0.6
_ANYTHING = re.compile(r"\b(?:anything|any|nothing|all|everything|never)\b", re.I)
# Against a statement that holds all words asked, of this strength, the reader must be so sure.
_WHOLE, _VERY_SURE = 3.9, 0.94
# A share that something takes, and not none.
_SHARE = re.compile(r"(?<!\w)(?!0\b)\d[\d.,]*\s?(?:%|per\s?cent\b)", re.I)
# The open question is about what was found for the closed one; the first passages do.
_READ_AGAIN = 8


def answer_yes_or_no(
    analysis: Analysis,
    candidates: Sequence[Candidate],
    documents: StoredDocuments,
    *,
    threshold: float,
    research: Research | None = None,
    found: Sequence[ScoredPassage] = (),
) -> Draft | None:
    """Give "Yes." or "No." with the statement that decides; None when none does.

    A claimed value is compared with what the documents answer to its open question. Anything else
    is decided by a statement about the same that holds what is asked, its opposite or its negation,
    however sure the reader is of it. Where the reader is sure of what a statement says, in whatever
    words, its judgement counts, unless all words are there and it is not very sure.
    Where nothing tells which way, but one statement surely answers, it is given by itself.

    Args:
        analysis: The question, taken apart.
        candidates: All statements, the surest first.
        documents: Where the rest of a list is looked up.
        threshold: From which probability on a statement answers surely enough.
        research: Asks the open question; None to do without.
        found: The passages in which it is asked.
    """
    proposition = proposition_of(analysis, [scored.passage for scored in found])
    asked = proposition.closed.question
    candidates = [
        one
        for one in candidates
        if not told_of_others(analysis, one.statement) and tells_outcome(asked, one.statement)
    ]
    likeness = research.likeness if research else None
    told_of = outright(proposition, candidates, documents, likeness)
    if told_of:
        others = others_told(analysis.query, told_of.one, candidates)
        return drafted(told_of.one, documents, is_so=told_of.is_so, more=others)
    sure = [one for one in candidates if one.probability >= threshold]
    if asks_for_kind(asked) and research:
        kind_so = told_kind(proposition, candidates, research, found)
        return drafted(kind_so.one, documents, is_so=kind_so.is_so) if kind_so else None
    ended = still_there(proposition, candidates, research, found) if research else None
    if ended:
        return drafted(ended.one, documents, is_so=ended.is_so)
    if asks_if_there(proposition):
        return None
    charge = charged(proposition, sure, research, found) if research else None
    if charge:
        return drafted(charge.one, documents, is_so=charge.is_so)
    said = _by_words(proposition, candidates, documents, threshold, research, found)
    judged = judge(analysis, candidates, research, proposition) if research else None
    decided = _surer(said, judged, proposition)
    if decided is None or not may_decide(proposition, decided.one.statement, is_so=decided.is_so):
        return None
    by = decided.one.statement
    is_open = leaves_open(asked, by, likeness) or leaves_others(asked, by, is_so=decided.is_so)
    more = decided.instead if isinstance(decided, Decision) and not is_open else None
    return drafted(decided.one, documents, is_so=None if is_open else decided.is_so, more=more)


def _surer(
    said: Decision | None, judged: Judgement | None, proposition: Proposition
) -> Decision | Judgement | None:
    """Give what decides, the words or the reader; None where neither does."""
    asked = proposition.closed.question
    if said and not suits_free(asked, said.one.statement.text, is_so=said.is_so):
        said = None
    if judged is None or (said and _outweighs(said, judged, proposition)):
        return said
    return judged


def _outweighs(said: Decision, judged: Judgement, proposition: Proposition) -> bool:
    """Whether what the words say counts more than what the reader says."""
    if judged.is_so is None or said.is_stated:
        return True
    is_contested = judged.is_so is not said.is_so
    speaks = acts_on_it if judged.is_so else speaks_of_it
    if is_contested and not speaks(proposition, judged.one.statement):
        return True
    text = judged.one.statement.text
    # "Takes 3 per cent of the shares" tells that some are taken, whatever the reader makes of it.
    is_same = said.one.statement == judged.one.statement
    is_whole = is_same and said.is_so and said.strength >= _WHOLE
    if is_contested and is_whole and _SHARE.search(text) and not _denies(text):
        return True
    # Who tells of another company's founder does not deny who founded this one.
    if is_contested and said.is_so and said.value and said.value.lower() not in text.lower():
        return True
    return is_contested and said.strength >= _WHOLE and judged.sureness < _VERY_SURE


def _denies(text: str) -> bool:
    return NEGATION.search(text) is not None or restricts(text) or tells_free(text)


def _by_words(
    proposition: Proposition,
    candidates: Sequence[Candidate],
    documents: StoredDocuments,
    threshold: float,
    research: Research | None,
    found: Sequence[ScoredPassage],
) -> Decision | None:
    """Decide by a claimed value, else by a statement that holds the words asked."""
    claim = claim_of(proposition.closed.question) if research else None
    if claim and research:
        sure = [one for one in candidates if one.probability >= threshold]
        decided = by_value(claim, research.ask(claim.open_question, found[:_READ_AGAIN]), sure)
        if decided and fits_claim(proposition, claim, decided.one.statement, is_so=decided.is_so):
            return decided
    if ASKED_NEGATION.search(proposition.closed.given):
        # How "I have no company" stands to "none is needed", words alone do not tell.
        return None
    decisions = [
        decision
        for one in candidates
        for decision in [_decide(proposition, one, documents, threshold)]
        if decision
    ]
    if claim and claim.kind in BY_VALUE_ONLY:
        decisions = [each for each in decisions if not each.is_so]
    if claim and names_nobody(claim):
        # "Supporting partners are a separate group" denies no owner.
        decisions = [
            each
            for each in decisions
            if each.is_so or tells_by_what(claim, each.one.statement.text)
        ]
    return max(decisions, key=lambda each: each.strength, default=None)


def _decide(
    proposition: Proposition, one: Candidate, documents: StoredDocuments, threshold: float
) -> Decision | None:
    """Decide by one statement; None where it does not speak of all that is asked."""
    analysis, statement = proposition.analysis, one.statement
    if not analysis.attributes or is_order(statement.text):
        return None
    compared = match(proposition, statement)
    allowed = allows(proposition, statement, compared)
    enough = _ENOUGH_POINTING if _POINTING.match(statement.text) else _ENOUGH_OWN
    if allowed is Allowed.UNKNOWN or compared.own < enough:
        return None
    without = " ".join(absent_names(proposition, statement)) if allowed is Allowed.NOT else ""
    if not is_about_all(analysis, statement, documents, without=without):
        return None
    is_so: bool | None = allowed is Allowed.YES
    if allowed is Allowed.UNSAID:
        is_so = _said(proposition, one, compared, threshold)
    if is_so is None:
        return None
    return Decision(
        one=one, is_so=is_so, strength=2 * compared.own + compared.whole + one.probability
    )


def _said(
    proposition: Proposition, one: Candidate, compared: Match, threshold: float
) -> bool | None:
    """Whether what a statement tells affirms or denies; None where it tells too little."""
    analysis = proposition.analysis
    said = told(one.statement, analysis)
    is_so = affirms_in(analysis, said)
    if denies_or_ties_beside(proposition, one.statement, said, is_so=is_so):
        return None
    if asks_for_all(analysis.query) or (is_so and not asserts(analysis, said)):
        is_so = False
        if not contradicts(analysis.query, said):
            return None
    is_told = _is_enough(proposition, one, compared, threshold) or _denies_all(
        proposition, compared, said
    )
    return is_so if is_told else None


def _is_enough(proposition: Proposition, one: Candidate, compared: Match, threshold: float) -> bool:
    is_read = one.probability >= threshold and one.is_read
    # Of whom it is asked may never be missing.
    is_read = is_read and not compared.missing & proposition.subject
    return compared.is_exact and compared.whole >= (_ENOUGH_READ if is_read else _ENOUGH)


def _denies_all(proposition: Proposition, compared: Match, said: str) -> bool:
    """Whether all of a kind are denied, and one of it is asked about."""
    analysis = proposition.analysis
    if not is_denied(analysis, said) and affirms_in(analysis, said):
        return False
    is_any = compared.missing <= purpose_terms(proposition) and bool(_ANYTHING.search(said))
    return compared.is_narrower or (is_any and compared.is_exact)
