"""Answers to yes-or-no questions: the statement that decides, and which way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.citations import Draft, StoredDocuments
from assistant.composing.admitted import may_decide
from assistant.composing.alone import leaves_others
from assistant.composing.assertion import asks_for_all, asserts, contradicts, is_intended
from assistant.composing.beside import denies_or_ties_beside, fits_claim
from assistant.composing.bounded import others_told
from assistant.composing.claim import claim_of
from assistant.composing.claimed import Claim, ClaimKind
from assistant.composing.come_of import tells_outcome
from assistant.composing.drafted import drafted
from assistant.composing.excluded import leaves_open
from assistant.composing.free_of_charge import charged, suits_free
from assistant.composing.grounds import acts_on_it, told_of_others
from assistant.composing.instead import told_instead
from assistant.composing.kind_told import asks_for_kind, told_kind
from assistant.composing.leaning import Judgement, judge, speaks_of_it
from assistant.composing.outright import outright
from assistant.composing.polarity import ASKED_NEGATION, affirms_in, is_denied, met_terms
from assistant.composing.proposition import (
    Match,
    Proposition,
    is_light,
    match,
    proposition_of,
    purpose_terms,
    told,
)
from assistant.composing.requirement import Allowed, absent_names, allows
from assistant.composing.research import Finding, Research
from assistant.composing.still_there import asks_if_there, still_there
from assistant.composing.subject import is_about_all, speaks_of_all
from assistant.composing.verdict import verdict
from assistant.evidence.orders import is_order
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement, StatementKind
from assistant.question.analysis import Analysis
from assistant.question.terms import terms
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
# A claimed value is compared with statements that hold this share of what is asked, by how many
# known entities the question names.
_ENOUGH_BY_NAMES = (0.8, 0.5)
# Where a value is claimed, words alone do not affirm it: "50 organisations" are not 50 members.
_BY_VALUE_ONLY = frozenset(ClaimKind) - {ClaimKind.ROLE, ClaimKind.MEMBER}
# A stated value of these kinds leaves no other.
_ONE_VALUE = _BY_VALUE_ONLY - {ClaimKind.PLACE, ClaimKind.AGENT}
# What affirms these is told in plain words.
_PLAINLY = frozenset({ClaimKind.FREQUENCY, ClaimKind.PLACE})
# Where something is, is told without a word for it.
_LOCATING = frozenset(terms("located based situated placed held"))
_HAPPENING = frozenset(terms("often take takes place held hold happen happens occur organised run"))
_TOLD_OTHERWISE = {ClaimKind.PLACE: _LOCATING, ClaimKind.FREQUENCY: _HAPPENING}
# What was opened or has run since a year was begun then.
_BEGIN = frozenset(terms("founded"))
_BEGUN = re.compile(r"\b(?:opened|since|open for|running|set up)\b", re.I)
_ANYTHING = re.compile(r"\b(?:anything|any|nothing|all|everything|never)\b", re.I)
# Against a statement that holds all words asked, of this strength, the reader must be so sure.
_WHOLE, _VERY_SURE = 3.9, 0.94
# The open question is about what was found for the closed one; the first passages do.
_READ_AGAIN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decision:
    one: Candidate
    is_so: bool
    strength: float = 0.0
    # Told by a complete list or by another value; no reading of other words outweighs that.
    is_stated: bool = False
    # What the one claimed is instead.
    instead: Candidate | None = None


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
    if said and not suits_free(asked, said.one.statement.text, is_so=said.is_so):
        said = None
    judged = judge(analysis, candidates, research, proposition) if research else None
    is_meant = judged and (said is None or not _outweighs(said, judged, proposition))
    decided = judged if is_meant else said
    if decided is None or not may_decide(proposition, decided.one.statement, is_so=decided.is_so):
        return None
    by = decided.one.statement
    is_open = leaves_open(asked, by, likeness) or leaves_others(asked, by, is_so=decided.is_so)
    more = decided.instead if isinstance(decided, _Decision) and not is_open else None
    return drafted(decided.one, documents, is_so=None if is_open else decided.is_so, more=more)


def _outweighs(said: _Decision, judged: Judgement, proposition: Proposition) -> bool:
    """Whether what the words say counts more than what the reader says."""
    if judged.is_so is None or said.is_stated:
        return True
    is_contested = judged.is_so is not said.is_so
    speaks = acts_on_it if judged.is_so else speaks_of_it
    if is_contested and not speaks(proposition, judged.one.statement):
        return True
    return is_contested and said.strength >= _WHOLE and judged.sureness < _VERY_SURE


def _by_words(
    proposition: Proposition,
    candidates: Sequence[Candidate],
    documents: StoredDocuments,
    threshold: float,
    research: Research | None,
    found: Sequence[ScoredPassage],
) -> _Decision | None:
    """Decide by a claimed value, else by a statement that holds the words asked."""
    claim = claim_of(proposition.closed.question) if research else None
    if claim and research:
        sure = [one for one in candidates if one.probability >= threshold]
        decided = _by_value(claim, research.ask(claim.open_question, found[:_READ_AGAIN]), sure)
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
    if claim and claim.kind in _BY_VALUE_ONLY:
        decisions = [each for each in decisions if not each.is_so]
    return max(decisions, key=lambda each: each.strength, default=None)


def _decide(
    proposition: Proposition, one: Candidate, documents: StoredDocuments, threshold: float
) -> _Decision | None:
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
    return _Decision(
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


def _by_value(claim: Claim, finding: Finding, sure: Sequence[Candidate]) -> _Decision | None:
    """Decide by a statement that tells the claimed value or another one; affirming comes first."""
    judged = list(_judged(claim, finding, sure))
    affirming = [one for one, said in judged if said]
    if affirming:
        return _Decision(one=affirming[0], is_so=True, is_stated=claim.kind in _PLAINLY)
    # A doubtful one must not deny: what answers the open question best must do so.
    denying = [one for one, said in judged if said is False]
    if not denying:
        return None
    is_list = denying[0].statement.kind is not StatementKind.SENTENCE
    return _Decision(
        one=denying[0],
        is_so=False,
        is_stated=is_list or claim.kind in _ONE_VALUE,
        instead=told_instead(claim, finding, denying[0].statement),
    )


def _judged(
    claim: Claim, finding: Finding, sure: Sequence[Candidate]
) -> Iterator[tuple[Candidate, bool | None]]:
    """Judge every sure statement about the subject; denied sentences turn an affirmation round."""
    analysis = finding.analysis
    for one in (*finding.sure, *sure):
        is_of_it = speaks_of_all(analysis, one.statement, without=claim.value)
        if not is_of_it or told_of_others(analysis, one.statement):
            continue
        if not _is_asked(claim, analysis, one.statement):
            continue
        said = verdict(claim, finding, one)
        sentence = one.statement.lead_in or one.statement.text
        if said and (is_denied(analysis, sentence) or is_intended(sentence)):
            said = None
        yield one, said


def _is_asked(claim: Claim, analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement speaks of what the open question asks about its subject."""
    left = set(terms(claim.value)) | _TOLD_OTHERWISE.get(claim.kind, frozenset())
    attributes = [term for term in analysis.attributes if term not in left and not is_light(term)]
    if not attributes:
        return True
    text = f"{statement.passage.heading or ''}\n{statement.text}"
    met = met_terms(analysis, text)
    if claim.kind is ClaimKind.DATE and _BEGIN & set(attributes) and _BEGUN.search(text):
        met |= _BEGIN
    enough = _ENOUGH_BY_NAMES[min(len(analysis.named), 1)]
    return analysis.weights.coverage(attributes, met) >= enough
