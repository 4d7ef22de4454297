"""Whether a statement gives grounds for a verdict on a tie: it speaks of what is asked.

The reader leans on what sounds alike. Who funds, founds or belongs to whom needs a statement of the
same names and of at least one word of the tie; anything else may be told in any words.
"""

import re

from assistant.composing.agent import acting_side
from assistant.composing.beside import is_retracted, lacks_member, names_claimed, ties_beside
from assistant.composing.claim import claim_of
from assistant.composing.claimed import (
    Claim,
    ClaimKind,
    holds_qualifier,
    names_nobody,
    tells_by_what,
)
from assistant.composing.counted import tells_sums_alone
from assistant.composing.country import names_place
from assistant.composing.free_of_charge import suits_free
from assistant.composing.happened import happened
from assistant.composing.own_part import own_part, part_on_place
from assistant.composing.paying_more import pays_for_others
from assistant.composing.polarity import NEGATION, is_of_none, met_terms
from assistant.composing.proposition import Proposition, is_light
from assistant.composing.subject import (
    asked_entities,
    asked_names,
    speaks_of,
    spoken_before,
    subject_name,
)
from assistant.evidence.frequency import frequencies_in
from assistant.evidence.statements import Statement
from assistant.question.acting import ties_others
from assistant.question.analysis import Analysis
from assistant.question.following.attaching import PART_OF_IT
from assistant.question.following.phrases import head_of, phrases_in
from assistant.question.named import mentions
from assistant.question.terms import terms, words

# A capital that does not begin the sentence.
_NAMES = re.compile(
    r"(?<=[\w,(] )[A-ZÅÄÖ][\w&.’'-]*|(?<=[-*] )[A-ZÅÄÖ][\w&.’'-]*|^[A-ZÅÄÖ]\w+(?= [A-ZÅÄÖ])"
)
_TWO = 2
# "Swedish" is told by "Sweden".
_SAME = 4
_TIES = frozenset({ClaimKind.AGENT, ClaimKind.ROLE, ClaimKind.MEMBER})
_POINTING = re.compile(r"\b(?:it|its|they|them|their|this|these)\b", re.I)
_SIZE = re.compile(
    r"\b(?:(?P<large>large(?:r|st)?|big(?:ger|gest)?)|small(?:er|est)?)\s+(?:and medium-sized )?"
    r"(?:compan(?:y|ies)|firms?|business(?:es)?|enterprises?)\b",
    re.I,
)
_OTHERS = re.compile(r"^\s*(?:others|(?:an)?other \w+)(?:\s+\w+)?\s*$", re.I)
_IS_THERE = re.compile(r"^(?:is|are)\s+there\s+(?P<what>\S.*)$", re.I)
_INCLUDED = re.compile(
    r"^(?:is|are|was|were)\s+(?:there\s+)?(?P<what>\S.*?)\s+(?:also\s+)?"
    rf"(?:included|represented|{PART_OF_IT})\b",
    re.I,
)
# "Companies that only take part in First Spade" are not those of the whole incubator.
_SOME_WHO = re.compile(
    r"^(?:(?:The|All)\s+)?[A-ZÅÄÖa-z][a-zåäö-]+\s+(?:that|who|which)\s+(?:(?:only|just|merely|have|has|"
    r"had|are|were)\s+)*(?:takes?\s+part|took\s+part|taken\s+part|participat\w+|join\w*|belong\w*|"
    r"attend\w*|complet\w+|finish\w*|appl(?:y|ied)|admitted|accepted|selected)\s+"
    r"(?:(?:in|to|at|for|by|from)\s+)?(?:the\s+)?(?P<name>[A-ZÅÄÖ][\w-]*(?:\s[A-ZÅÄÖ][\w-]*)*)"
)
_BEHIND = re.compile(r"^(?:is|are|was|were)\b.+\bbehind\b", re.I)


def gives_grounds(proposition: Proposition, statement: Statement, *, is_so: bool | None) -> bool:
    """Whether a statement speaks of enough of a tie that is asked about; True for anything else.

    Both ways it must hold a word of what is asked, its synonym or its opposite; to affirm it, each
    name that is asked about and what tells the asked tie from others of its kind. What counts is
    its text with its lead-in, its heading and its document's title. Where it is not known which
    way it decides, `is_so` is None.
    """
    question = proposition.closed.question
    if not suits_free(question, statement.text, is_so=is_so is True) or _counts_money(
        question, statement
    ):
        return False
    if not _may_say(proposition, statement, is_so=is_so):
        return False
    claim = claim_of(question)
    if claim and claim.kind is ClaimKind.PLACE:
        told = part_on_place(proposition.analysis, statement, claim.value)
        text = f"{statement.passage.context}\n{spoken_before(statement)}\n{statement.text}"
        is_told = names_place(claim.value, f"{statement.passage.heading or ''}\n{told}")
        return is_told and _holds_names(proposition, statement, text)
    if claim and claim.kind is ClaimKind.FREQUENCY:
        return bool(frequencies_in(own_part(proposition.analysis, statement)))
    text = "\n".join(
        (statement.passage.context, spoken_before(statement), statement.lead_in, statement.text)
    )
    analysis = proposition.analysis
    if not (claim and claim.kind in _TIES) and not _BEHIND.search(question):
        return _is_between_them(proposition, statement, text)
    core = {term for term in analysis.attributes if not is_light(term)}
    if core and not met_terms(analysis, text) & core:
        return False
    if not is_so:
        return not names_claimed(analysis, claim, statement) and _denies_or_names_others(
            analysis, statement, claim
        )
    return (
        not _is_done_by_others(claim, statement)
        and _holds_names(proposition, statement, text)
        and holds_qualifier(claim, text)
    )


def _may_say(proposition: Proposition, statement: Statement, *, is_so: bool | None) -> bool:
    """Whether a statement speaks of what is to be affirmed or denied; True where that is open."""
    if is_so is None:
        return True
    may = _may_affirm if is_so else _names_what_is_there
    return may(proposition, statement)


def told_of_others(analysis: Analysis, statement: Statement) -> bool:
    """Whether a sentence ties others: "Alfa funds Beta, in which Gamma takes part".

    Or tells what others pay, or large companies do where small ones are asked of, that something
    else is included, or what was said by mistake.
    """
    if is_retracted(statement.text) or _is_of_some(analysis, statement.text):
        return True
    if _is_of_other_size(analysis.query, statement.text):
        return True
    if pays_for_others(analysis.query, statement) or not _names_what_is_included(
        analysis, statement
    ):
        return True
    every = (one.forms for one in (*analysis.named, *analysis.mentioned))
    return ties_others(analysis.query, every, statement.lead_in or statement.text)


def _is_of_some(analysis: Analysis, text: str) -> bool:
    """Whether a sentence is about those alone who take part in something that is not asked of."""
    found = _SOME_WHO.match(text)
    return found is not None and not set(words(found["name"])) & set(words(analysis.query))


def _names_what_is_included(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement speaks of what is asked to be part: of electricity, not parking.

    True where nothing is.
    """
    asked = _INCLUDED.match(analysis.query)
    head = set(terms(head_of(asked["what"]))) & set(analysis.attributes) if asked else set()
    around = f"{statement.passage.heading or ''} {statement.lead_in} {statement.text}"
    return not head or bool(head & met_terms(analysis, around))


def _counts_money(question: str, statement: Statement) -> bool:
    """Whether a number of things is claimed, and a statement tells of money alone."""
    claim = claim_of(question)
    is_number = claim is not None and claim.kind is ClaimKind.NUMBER
    return is_number and tells_sums_alone(statement)


def acts_on_it(proposition: Proposition, statement: Statement) -> bool:
    """Whether a sentence itself holds what the one asked about is said to act on, or points to it.

    "Alfa coordinated the application" does not say that Alfa runs the testbed. True where nobody is
    asked to act.
    """
    claim = claim_of(proposition.closed.question)
    if claim is None or claim.kind is not ClaimKind.AGENT or _POINTING.search(statement.text):
        return True
    left = set(terms(f"{claim.value} {claim.verb}"))
    core = {term for term in proposition.analysis.attributes if term not in left}
    text = f"{statement.lead_in} {statement.text}"
    return not core or bool(core & met_terms(proposition.analysis, text))


def _is_done_by_others(claim: Claim | None, statement: Statement) -> bool:
    """Whether others than the claimed one do it: "Alfa has begun what others now run"."""
    side = acting_side(claim, statement.lead_in or statement.text) if claim else None
    return side is not None and _OTHERS.search(side) is not None


def _may_affirm(proposition: Proposition, statement: Statement) -> bool:
    """Whether a statement is not said of nobody, and speaks of what is asked to be there."""
    question = proposition.closed.question
    if is_of_none(statement.text) and not NEGATION.search(question):
        return False
    if _is_of_other_size(question, statement.text) or ties_beside(proposition, statement):
        return False
    return (
        _names_what_is_there(proposition, statement)
        and happened(proposition, statement)
        and holds_other_names(proposition.analysis, statement)
    )


def holds_other_names(analysis: Analysis, statement: Statement) -> bool:
    """Whether what is named besides known entities is named there, too: "Grenoble"."""
    passage = statement.passage
    text = f"{passage.context}\n{spoken_before(statement)}\n{statement.lead_in}\n{passage.text}"
    held = {word[:_SAME] for word in words(text)}
    names = asked_names(analysis)
    return all(word[:_SAME] in held for name in names for word in name)


def _is_of_other_size(question: str, text: str) -> bool:
    """Whether a text speaks of small companies alone where large ones are asked about."""
    asked, told = _sizes(question), _sizes(text)
    return len(asked) == 1 and len(told) == 1 and asked != told


def _sizes(text: str) -> set[bool]:
    """Give whether companies that are spoken of are large."""
    return {found["large"] is not None for found in _SIZE.finditer(text)}


def _names_what_is_there(proposition: Proposition, statement: Statement) -> bool:
    """Whether a statement speaks of what is asked to be there: of parking, not of tenants.

    True where nothing is asked to be there.
    """
    asked = _IS_THERE.match(proposition.closed.question)
    phrases = phrases_in(asked["what"]) if asked else ()
    head = set(terms(head_of(phrases[0].text))) if phrases else set()
    if not head & set(proposition.analysis.attributes):
        return True
    around = f"{statement.passage.heading or ''} {statement.lead_in} {statement.text}"
    return bool(head & met_terms(proposition.analysis, around))


def _is_between_them(proposition: Proposition, statement: Statement, text: str) -> bool:
    """Whether a statement speaks of both where two are asked about; True where one is.

    A list that leaves one out need not name that one.
    """
    analysis = proposition.analysis
    every = (*asked_entities(analysis), *analysis.mentioned)
    if len(every) < _TWO or _holds_names(proposition, statement, text):
        return True
    return bool(statement.items) and any(mentions(one, text) for one in every)


def _denies_or_names_others(analysis: Analysis, statement: Statement, claim: Claim | None) -> bool:
    """Whether a statement denies something, or names somebody else who may be it instead.

    "These two partners pay for everything" names nobody, and leaves nobody out. Of whom it is asked
    it must speak, and what names the one claimed and denies nothing does not leave that one out.
    """
    if claim and names_nobody(claim):
        if tells_by_what(claim, statement.text):
            return True
        # "A foundation" is not denied by a list of whatever else.
        if statement.items or _does_it_itself(analysis, claim, statement.text):
            return False
    value = set(words(claim.value)) if claim else set()
    about = [
        one for one in asked_entities(analysis) if not any(set(form) <= value for form in one.forms)
    ]
    # Who is only on a list is not who it is a list of.
    around = f"{statement.passage.context} {statement.lead_in or statement.text}"
    is_list = bool(statement.items)
    if not all(
        mentions(one, around) or (not is_list and speaks_of(one, statement)) for one in about
    ):
        return False
    if NEGATION.search(statement.text):
        return not lacks_member(claim, statement)
    if value and value <= set(words(statement.text)):
        return False
    told = set(words(f"{analysis.query} {statement.passage.context}"))
    return any(not set(words(name)) <= told for name in _NAMES.findall(statement.text))


def _does_it_itself(analysis: Analysis, claim: Claim, text: str) -> bool:
    """Whether the one asked about does what is asked to be done to it: "Alfa runs Beta"."""
    subject = subject_name(text)
    if subject is None or not set(terms(claim.verb)) & set(terms(text)):
        return False
    return any(mentions(one, subject) for one in asked_entities(analysis))


def _holds_names(proposition: Proposition, statement: Statement, text: str) -> bool:
    analysis = proposition.analysis
    held = set(words(text))
    entities = (*asked_entities(analysis), *analysis.mentioned)
    known = {word for one in entities for form in one.forms for word in form}
    return all(mentions(one, text) or speaks_of(one, statement) for one in entities) and all(
        word in held | known for name in asked_names(analysis) for word in name
    )
