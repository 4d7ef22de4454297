"""What somebody is instead of what is claimed: no funder, but one of the supporters."""

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.composing.agent import claimed_names, is_named
from assistant.composing.claimed import Claim, ClaimKind
from assistant.composing.research import Finding
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Item, Statement
from assistant.question.named import mentions
from assistant.question.terms import terms, words

_TIES = frozenset({ClaimKind.MEMBER, ClaimKind.AGENT, ClaimKind.ROLE})
_PART = re.compile(
    r"\b(?:supporters?|supports?|supported|partners?|members?|founders?|founded|owners?|owns|owned|"
    r"sponsors?|funders?|funds|funded|hosts?|tenants?|customers?|participants?|takes part|"
    r"collaborat\w+|cooperat\w+|works? (?:together )?with)\b",
    re.I,
)
# Less likely answers tell of something else.
_LEAST = 0.05


def told_instead(claim: Claim, finding: Finding, denying: Statement) -> Candidate | None:
    """Find what part else the one claimed has in what is asked about; None where nothing tells.

    Args:
        claim: A tie that a statement denies.
        finding: The claim's open question with all its candidates.
        denying: That statement.
    """
    if claim.kind not in _TIES:
        return None
    value = set(words(claim.value))
    about = [
        one for one in finding.analysis.named if not any(set(form) <= value for form in one.forms)
    ]
    for one in finding.candidates:
        statement = _narrowed(claim, finding, one.statement)
        told = f"{statement.lead_in} {_joined(statement.items) or statement.text}"
        around = f"{statement.passage.context} {told}"
        is_other = statement.start != denying.start and one.probability >= _LEAST
        if not (is_other and about and _names(claim, finding, told)):
            continue
        if _tells_part(claim, told) and all(mentions(each, around) for each in about):
            return replace(one, statement=statement)
    return None


def _tells_part(claim: Claim, text: str) -> bool:
    """Whether a text tells of a tie that is another one than the one claimed."""
    claimed = set(terms(f"{claim.verb} {claim.open_question}"))
    return any(set(terms(part.group())) - claimed for part in _PART.finditer(text))


def _names(claim: Claim, finding: Finding, text: str) -> bool:
    joined = f" {' '.join(words(text))} "
    return all(is_named(name, finding, joined) for name in claimed_names(claim, joined))


def _narrowed(claim: Claim, finding: Finding, statement: Statement) -> Statement:
    """Give a list with the items alone that name the one claimed."""
    items = tuple(item for item in statement.items if _names(claim, finding, item.text))
    return replace(statement, items=items) if items else statement


def _joined(items: Iterable[Item]) -> str:
    return "\n".join(item.text for item in items)
