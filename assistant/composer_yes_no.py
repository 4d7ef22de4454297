"""Answers to yes-or-no questions: the statement that decides, and which way."""

import re
from collections.abc import Iterator, Sequence

from assistant.analysis import Analysis
from assistant.citations import Draft, Part, StoredDocuments
from assistant.composer_claim import Claim, ClaimKind, claim_of
from assistant.composer_polarity import affirms, is_denied, met_terms
from assistant.composer_research import Finding, Research
from assistant.composer_subject import asked_names, speaks_of_all
from assistant.composer_verdict import verdict
from assistant.lists import completed
from assistant.ranking import Candidate, mentions
from assistant.statements import Statement
from assistant.terms import terms, words
from assistant.wording import worded
from index.passage import ScoredPassage

# Two entities in one statement say much already of how they stand to each other.
_PAIR = 2
# What share of what is asked a statement must hold before it decides, by how many known entities
# the question names: where none is known, the words alone must tell.
_ENOUGH = (0.8, 0.5, 0.1)
# Where the reader rather thinks that a statement about the entity answers, less is enough.
_ENOUGH_READ = 0.35
# Verbs that may be any other, and words for those who are helped.
_LIGHT = frozenset(terms("want need take give get ask expect let allow require demand"))
_FIRMS = frozenset(terms("company startup"))
# Where a value is claimed, words alone do not affirm it: "50 organisations" are not 50 members.
_BY_VALUE_ONLY = frozenset(
    {ClaimKind.DATE, ClaimKind.NUMBER, ClaimKind.MONEY, ClaimKind.PLACE, ClaimKind.AGENT}
)
# Where something is, is told without a word for it.
_LOCATING = frozenset(terms("located based situated placed held"))
# What was opened or has run since a year was begun then.
_BEGIN = frozenset(terms("founded"))
_BEGUN = re.compile(r"\b(?:opened|since|open for|running|set up)\b", re.I)
# The open question is about what was found for the closed one; the first passages do.
_READ_AGAIN = 8


def answer_yes_or_no(
    analysis: Analysis,
    sure: Sequence[Candidate],
    documents: StoredDocuments,
    *,
    research: Research | None = None,
    found: Sequence[ScoredPassage] = (),
) -> Draft | None:
    """Give "Yes." or "No." with the statement that decides; None when none does.

    A claimed value is compared with what the documents answer to its open question. Anything else
    is decided by a statement that holds what is asked: every name and most other terms.

    Args:
        analysis: The question, taken apart.
        sure: The statements that answer it surely enough, the surest first.
        documents: Where the rest of a list is looked up.
        research: Asks the open question; None to do without.
        found: The passages in which it is asked.
    """
    claim = claim_of(analysis.query) if research else None
    if claim and research:
        decided = _by_value(claim, research.ask(claim.open_question, found[:_READ_AGAIN]), sure)
        if decided:
            return _draft(decided[0], documents, is_so=decided[1])
    if analysis.unknown:
        return None
    for one in sure:
        if not _decides(analysis, one):
            continue
        said = affirms(analysis, one.statement)
        if not (said and claim and claim.kind in _BY_VALUE_ONLY):
            return _draft(one, documents, is_so=said)
    return None


def says_so(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement affirms what is asked, or denies it where the question does too."""
    return affirms(analysis, statement)


def _draft(one: Candidate, documents: StoredDocuments, *, is_so: bool) -> Draft:
    said = "Yes" if is_so else "No"
    part = worded(completed(one.statement, documents), probability=one.probability)
    whole = Part(text=f"{said}. {part.text}", quoted=part.quoted, after=part.after)
    return Draft(parts=(whole,), short_answer=said)


def _by_value(
    claim: Claim, finding: Finding, sure: Sequence[Candidate]
) -> tuple[Candidate, bool] | None:
    """Decide by a statement that tells the claimed value or another one; affirming comes first."""
    judged = list(_judged(claim, finding, sure))
    affirming = [one for one, said in judged if said]
    if affirming:
        return affirming[0], True
    # A doubtful one must not deny: what answers the open question best must do so.
    denying = [one for one, said in judged if said is False]
    return (denying[0], False) if denying else None


def _judged(
    claim: Claim, finding: Finding, sure: Sequence[Candidate]
) -> Iterator[tuple[Candidate, bool | None]]:
    """Judge every sure statement about the subject; denied sentences turn an affirmation round."""
    analysis = finding.analysis
    for one in (*finding.sure, *sure):
        if not speaks_of_all(analysis, one.statement, without=claim.value):
            continue
        if not _is_asked(claim, analysis, one.statement):
            continue
        said = verdict(claim, finding, one)
        if said and is_denied(analysis, one.statement.lead_in or one.statement.text):
            said = None
        yield one, said


def _is_asked(claim: Claim, analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement speaks of what the open question asks about its subject."""
    left = set(terms(claim.value)) | (_LOCATING if claim.kind is ClaimKind.PLACE else set())
    attributes = [term for term in analysis.attributes if term not in left]
    if not attributes:
        return True
    text = f"{statement.passage.heading or ''}\n{statement.text}"
    met = met_terms(analysis, text)
    if claim.kind is ClaimKind.DATE and _BEGIN & set(attributes) and _BEGUN.search(text):
        met |= _BEGIN
    enough = _ENOUGH[min(len(analysis.named), 1)]
    return analysis.weights.coverage(attributes, met) >= enough


def _decides(analysis: Analysis, one: Candidate) -> bool:
    statement = one.statement
    context = f"{statement.passage.context}\n{statement.text}"
    attributes = [term for term in analysis.attributes if term not in _LIGHT]
    met = met_terms(analysis, context)
    if met & _FIRMS:
        met |= _FIRMS
    covered = analysis.weights.coverage(attributes, met) if attributes else 1.0
    names = len(analysis.named) or bool(asked_names(analysis))
    enough = _ENOUGH[min(names, _PAIR)]
    if one.spans and one.spans[0].score > 0:
        enough = min(enough, _ENOUGH_READ) if names else enough
    denied = len(analysis.named) >= _PAIR and is_denied(analysis, statement.text)
    if covered < enough and not denied:
        return False
    folded = set(words(context))
    named = {" ".join(form) for one in analysis.named for form in one.forms}
    entities = all(
        statement.passage.document_id == one.document_id or mentions(one, context)
        for one in analysis.named
    )
    others = [name for names in asked_names(analysis) for name in names]
    return entities and all(word in folded or word in named for word in others)
