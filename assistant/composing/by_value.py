"""Yes or no by a claimed value: what answers the open question tells it, or another one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.composing.assertion import is_intended
from assistant.composing.claimed import Claim, ClaimKind, is_of_person, tells_by_what
from assistant.composing.grounds import told_of_others
from assistant.composing.instead import told_instead
from assistant.composing.polarity import is_denied, met_terms
from assistant.composing.proposition import is_light
from assistant.composing.research import Finding
from assistant.composing.subject import speaks_of_all
from assistant.composing.verdict import verdict
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement, StatementKind
from assistant.question.analysis import Analysis
from assistant.question.terms import terms

# A claimed value is compared with statements that hold this share of what is asked, by how many
# known entities the question names.
_ENOUGH_BY_NAMES = (0.8, 0.5)
# Where a value is claimed, words alone do not affirm it: "50 organisations" are not 50 members.
BY_VALUE_ONLY = frozenset(ClaimKind) - {ClaimKind.ROLE, ClaimKind.MEMBER}
# A stated value of these kinds leaves no other.
_ONE_VALUE = BY_VALUE_ONLY - {ClaimKind.PLACE, ClaimKind.AGENT}
# What affirms these is told in plain words.
_PLAINLY = frozenset({ClaimKind.FREQUENCY, ClaimKind.PLACE})
# Where something is, is told without a word for it.
_LOCATING = frozenset(terms("located based situated placed held"))
_HAPPENING = frozenset(terms("often take takes place held hold happen happens occur organised run"))
_TOLD_OTHERWISE = {ClaimKind.PLACE: _LOCATING, ClaimKind.FREQUENCY: _HAPPENING}
# What was opened or has run since a year was begun then.
_BEGIN = frozenset(terms("founded"))
_BEGUN = re.compile(r"\b(?:opened|since|open for|running|set up)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What decides, and which way.

    Attributes:
        one: The statement.
        is_so: Whether it says yes.
        strength: How much of what is asked it holds; 0 where a claimed value decides.
        is_stated: Told by a complete list or by another value; no reading of other words outweighs
            that.
        instead: What the one claimed is instead.
        value: What was claimed, where a value decides; "" else.
    """

    one: Candidate
    is_so: bool
    strength: float = 0.0
    is_stated: bool = False
    instead: Candidate | None = None
    value: str = ""


def by_value(claim: Claim, finding: Finding, sure: Sequence[Candidate]) -> Decision | None:
    """Decide by a statement that tells the claimed value or another one; affirming comes first."""
    judged = list(_judged(claim, finding, sure))
    affirming = [one for one, said in judged if said]
    if affirming:
        return Decision(
            one=affirming[0],
            is_so=True,
            is_stated=claim.kind in _PLAINLY,
            value=claim.value,
        )
    # A doubtful one must not deny: what answers the open question best must do so.
    denying = [
        one
        for one, said in judged
        if said is False and (not is_of_person(claim) or tells_by_what(claim, one.statement.text))
    ]
    if not denying:
        return None
    is_list = denying[0].statement.kind is not StatementKind.SENTENCE
    return Decision(
        one=denying[0],
        is_so=False,
        is_stated=is_list or claim.kind in _ONE_VALUE,
        instead=told_instead(claim, finding, denying[0].statement),
        value=claim.value,
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
