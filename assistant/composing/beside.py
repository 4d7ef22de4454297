"""Whether what a statement says is beside the question: it denies, ends or ties something else.

"The grant need not be paid back" does not deny that there is a grant, "takes no shares in the
companies" none of the companies, and "applications close in May" does not close the house.
"""

import re

from assistant.composing.agent import acting_side
from assistant.composing.claim import claim_of
from assistant.composing.claimed import Claim, ClaimKind
from assistant.composing.happened import happened
from assistant.composing.polarity import NEGATION, met_terms, restricts
from assistant.composing.proposition import Proposition
from assistant.composing.subject import speaks_of, spoken_before
from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis
from assistant.question.following.phrases import head_of
from assistant.question.named import Named, mentions
from assistant.question.terms import terms, words

# What is not demanded may be so nevertheless.
_NOT_DEMANDED = re.compile(
    r"(?:\b(?:not|never|no longer)|n['’]t)\s+(?:\w+ly\s+)?(?:(?:have|need) to\b|need\b|"
    r"(?:be\s+)?(?:needed|required|necessary|obligatory|compulsory|mandatory|obliged)\b)",
    re.I,
)
_ASKS_DEMAND = re.compile(
    r"\b(?:ha(?:ve|s|d) (?:got )?to|must|needs?|needed|requir\w*|necessary|obligatory|compulsory|"
    r"mandatory|obliged|demands?|demanded|conditions?|expect\w*|only|just|reserved|restricted|"
    r"limited|exclusive\w*|without|should|supposed)\b",
    re.I,
)
# It denies only what it stands before.
_NO_THING = re.compile(r"\bno\s+(?P<what>[^.,;:()]+)", re.I)
# "Participants are charged nothing" denies a charge alone.
_DONE_TO_NONE = re.compile(r"\b(?P<done>\w+)\s+nothing$", re.I)
_LIGHT = re.compile(r"(?:is|are|was|were|be|been|has|have|had|does|do|did|for|of|in|and|but)", re.I)
_NOBODY = re.compile(
    r"(?:say|voice|vote|influence|one|longer|more|later|earlier|less|fewer|doubt|way)\b", re.I
)
_BEHIND = re.compile(
    r"\s+(?=(?:in|of|for|from|to|at|on|with|by|about|outside|within|and|or|that|which|who|whose|"
    r"is|are|was|were|has|have|can|may|will|if|when|but)\b)",
    re.I,
)
_APPLYING = re.compile(
    r"\b(?:appl(?:y|ies|ied|ication\w*)|deadlines?|calls?|registration|sign(?:ing)?[- ]up|"
    r"nominations?|entries|submissions?)\b",
    re.I,
)
_CLOSING = re.compile(r"\b(?:open\w*|close[sd]?|closing|shut)\b", re.I)
_ASKED_MEMBER = re.compile(r"\b(?:members?|membership|belongs?|belonged)\b", re.I)
_ASKED_PART = re.compile(r"\bpart of\b", re.I)
# "We began as a project within X" tells of once.
_ONCE = re.compile(r"\b(?:began|begun|started|originated)\b[^.;]*\bas\s+an?\b", re.I)
_ASKED_OF_NOW = re.compile(r"^(?:is|are|do|does)\b", re.I)
_SAYING = r"\b(?:wrote|written|said|stated|reported|printed|claimed)\b"
_ERROR = r"\b(?:correction|erratum|wrongly|mistakenly|by mistake|erroneously|incorrectly)\b"
_RETRACTED = re.compile(rf"{_ERROR}.*{_SAYING}|{_SAYING}.*{_ERROR}", re.I | re.S)
_NAME = re.compile(r"[A-ZÅÄÖ][\w&.’'-]*")
_POINTING = re.compile(r"\b(?:we|they|it|he|she|others|who|which)\b", re.I)
_TOLD_MEMBER = re.compile(
    r"\b(?:member\w*|belong\w*|join\w*|part of|one of|consists? of|comprises?|made up of|"
    r"includ\w+|gathers?|unites?|association of|alliance of|network of|medlem\w*|tillhör\w*|ingår)",
    re.I,
)


def denies_beside(analysis: Analysis, question: str, text: str) -> bool:
    """Whether a text denies only what is not asked about; False where it denies nothing."""
    inside = [each.span("what") for each in _NO_THING.finditer(text)]
    found = [
        each
        for each in NEGATION.finditer(text)
        # "Outside Europe" in "no investors from outside Europe" tells of the investors.
        if not any(start <= each.start() < end for start, end in inside)
    ]
    return bool(found) and all(_is_beside(analysis, question, text, each) for each in found)


def _is_beside(analysis: Analysis, question: str, text: str, found: re.Match[str]) -> bool:
    demand = _NOT_DEMANDED.match(text, found.start())
    if demand:
        if _ASKS_DEMAND.search(question):
            return False
        # What is not to be paid back is asked about by its own verb: "Is the grant repaid?".
        behind = " ".join(text[demand.end() :].split()[:3])
        return not met_terms(analysis, behind)
    done = _DONE_TO_NONE.search(text[: found.end()])
    if done and not _LIGHT.fullmatch(done["done"]):
        return not met_terms(analysis, done["done"])
    thing = _NO_THING.match(text, found.start())
    if thing is None or _NOBODY.match(thing["what"]):
        return False
    head = head_of(_BEHIND.split(thing["what"], maxsplit=1)[0])
    return bool(terms(head)) and not met_terms(analysis, head)


def is_of_applying(question: str, text: str) -> bool:
    """Whether a text tells when applying begins or ends, and not the house is asked about."""
    return bool(_CLOSING.search(question) and _CLOSING.search(text)) and bool(
        _APPLYING.search(text) and not _APPLYING.search(question)
    )


def denies_or_ties_beside(
    proposition: Proposition, statement: Statement, said: str, *, is_so: bool
) -> bool:
    """Whether what is said denies only what is not asked about, or affirms a weaker tie."""
    question = proposition.closed.question
    if is_so:
        return ties_beside(proposition, statement)
    return denies_beside(proposition.analysis, question, said)


def is_retracted(text: str) -> bool:
    """Whether a text tells what was said by mistake.

    >>> is_retracted("A correction: we wrote that the bench is run by X.")
    True
    """
    return _RETRACTED.search(text) is not None


def ties_beside(proposition: Proposition, statement: Statement) -> bool:
    """Whether a statement that would affirm a tie tells a looser or former one, or other doers."""
    question, analysis = proposition.closed.question, proposition.analysis
    claim = claim_of(question)
    if is_beside_members(analysis, question, statement):
        return True
    if _ASKED_OF_NOW.match(question) and _ONCE.search(statement.text):
        return bool(claim) or _ASKED_PART.search(question) is not None
    return claim is not None and _is_done_by_another(analysis, claim, statement)


def _is_done_by_another(analysis: Analysis, claim: Claim, statement: Statement) -> bool:
    """Whether the one claimed does not stand where a sentence tells who acts, and another does."""
    text = statement.lead_in or statement.text
    side = acting_side(claim, text)
    if side is None or _POINTING.search(side):
        return False
    value = tuple(word for word in words(claim.value) if word not in {"the", "a", "an"})
    is_known = any(value in one.forms and mentions(one, side) for one in _entities(analysis))
    if is_known or set(value) & set(words(side)):
        return False
    told = set(words(f"{analysis.query} {statement.passage.context}"))
    is_other = any(not set(words(name)) <= told for name in _NAME.findall(side))
    is_name = claim.value.removeprefix("the ")[:1].isupper()
    return is_other and (is_name or set(value) <= set(words(text)))


def _entities(analysis: Analysis) -> tuple[Named, ...]:
    return (*analysis.named, *analysis.mentioned)


def is_beside_members(analysis: Analysis, question: str, statement: Statement) -> bool:
    """Whether a membership is asked about, and a statement tells a looser tie, or others' members.

    A partner is no member, and the list on which a body stands is not of its own members.
    """
    is_member = _ASKED_MEMBER.search(question) is not None
    if not is_member and not _ASKED_PART.search(question):
        return False
    passage = statement.passage
    is_list = bool(statement.items) or statement.text.count("•") > 1
    above = f"{passage.context} {passage.heading or ''} {statement.lead_in}"
    around = f"{above} {passage.text}" if is_list else f"{passage.heading or ''}"
    if is_member and not _TOLD_MEMBER.search(f"{around} {statement.lead_in} {statement.text}"):
        return True
    every = [*analysis.named, *analysis.mentioned]
    told = f"{above} {spoken_before(statement)} {statement.text}"
    if not all(mentions(one, told) or speaks_of(one, statement) for one in every):
        return True
    return is_list and bool(every) and not any(mentions(one, above) for one in every)


def lacks_member(claim: Claim | None, statement: Statement) -> bool:
    """Whether a sentence says nothing of the one whom it is to leave out of the members."""
    if claim is None or claim.kind is not ClaimKind.MEMBER or not claim.value[:1].isupper():
        return False
    said = {*words(statement.passage.context), *words(statement.text)}
    return (
        not statement.items and not restricts(statement.text) and not set(words(claim.value)) & said
    )


def names_claimed(analysis: Analysis, claim: Claim | None, statement: Statement) -> bool:
    """Whether a statement that denies nothing names, by any of its names, the one claimed."""
    if claim is None or claim.kind not in {ClaimKind.ROLE, ClaimKind.AGENT, ClaimKind.MEMBER}:
        return False
    if NEGATION.search(statement.text):
        return False
    value = tuple(word for word in words(claim.value) if word != "the")
    around = f"{statement.passage.heading or ''}\n" if statement.items else ""
    text = f"{around}{statement.lead_in}\n{statement.text}"
    return any(value in one.forms and mentions(one, text) for one in _entities(analysis))


def fits_claim(
    proposition: Proposition, claim: Claim, statement: Statement, *, is_so: bool
) -> bool:
    """Whether a statement that is to affirm tells what happened, or to deny another than claimed.

    "It is run by the Ocean Cluster" does not deny that OC runs it.
    """
    if is_so:
        return happened(proposition, statement)
    return not names_claimed(proposition.analysis, claim, statement)
