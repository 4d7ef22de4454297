"""Whether a statement affirms or denies a claimed value; None where it decides nothing.

Another value denies a claim only where there can be but one: a founding year, a number of the same
things, the place where something is, who funds or leads it. Anything else stays undecided.
"""

import math
import re
from collections.abc import Sequence

from assistant.composing.agent import acting_side, claimed_names, is_named
from assistant.composing.beside import is_beside_members, is_of_applying
from assistant.composing.claimed import Claim, ClaimKind, holds_qualifier
from assistant.composing.complete_list import OPEN_LIST, founded, is_complete
from assistant.composing.counted import beside_money
from assistant.composing.country import countries_told
from assistant.composing.grounds import holds_other_names
from assistant.composing.own_part import part_on_place, same_frequency
from assistant.composing.relation import Relation
from assistant.composing.research import Finding
from assistant.entities.countries import country_of
from assistant.evidence.answer_check import answers_in
from assistant.evidence.ranking import Candidate
from assistant.evidence.reading import Span
from assistant.evidence.statements import Statement, StatementKind
from assistant.evidence.values import Day, Range, day_of, numbers_in, range_of
from assistant.question.analysis import Analysis
from assistant.question.answer_type import matches
from assistant.question.kind import AnswerType
from assistant.question.terms import terms, words
from assistant.question.tie import without_names

# Who does these to a thing is told completely: another one does not.
_EXCLUSIVE = frozenset(
    terms("fund found run head own organise host build chair coordinate sponsor")
)
# What happens every now and then is not denied by another date.
_RECURRING = frozenset(
    terms("receive get win hold meet host organise publish award participate visit raise invest")
)
# Nor that there is one then, by when another one is.
_ANY_ONE = re.compile(r"When (?:is|are|was|were) there\b", re.I)
_NAME = re.compile(r"[A-ZÅÄÖ][\w&.’'-]*")
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|on|of|to|i|på|vid)\s+(?:the\s+|central\s+)?$|\d{2}\s+$|,\s*$"
)
_IN_TOWN = re.compile(
    r"(?:\b(?:in|near|outside|i)\s+(?:central\s+|downtown\s+|the\s+(?:[a-zåäö]+\s+){1,4}(?:of|in)\s+)?"
    r"|\b\d{3} ?\d{2}\s+)"
    r"(?P<town>[A-ZÅÄÖ][a-zåäöéü-]+(?:\s[A-ZÅÄÖ][a-zåäöéü-]+)?)(?!\s[A-ZÅÄÖ]|[\w-])"
)
_SUPERLATIVE = re.compile(r"\b(?:\w{3,}est|most \w+|only|first|leading)(?: [\w-]+){1,3} $")
_LIES = re.compile(
    r"\b(?:located|based|situated|li(?:es?|gger)|sits?|stands?|found|housed|headquarter\w*|offices?|"
    r"address|premises|(?:is|are|was|were)\b[^.;]{0,60} (?:in|at|near)|held|takes? place|moved|"
    r"running|opened|cent(?:re|er)|building|space)\b",
    re.I,
)
# Countries and regions hold towns, and buildings stand in them: neither denies the other.
_WIDE = frozenset(
    words("""
    sweden denmark norway finland iceland germany france europe scandinavia nordics usa uk spain
    skane scania smaland varmland dalarna uppland halland blekinge norrland gotland jamtland
    england wales scotland ireland belgium austria netherlands switzerland italy poland estonia
    county region lan kommun municipality
""")
)
_BUILDING = re.compile(
    r"\b(?:park|village|campus|house|building|street|road|square|quarter|center|centre|hub|city|"
    r"hospital|university|pier|quay|floor|hall|harbour|port|island|district|area|\w+(?:gatan|vägen|torget))\b",
    re.I,
)
# Those told of are others: "In addition to its funders, X has supporters".
_BESIDES = re.compile(
    r"\b(?:in addition to|besides|apart from|aside from|other than)\b[^,.;:]*", re.I
)
_POINTING = re.compile(r"\b(?:we|they|it|he|she|others)\b", re.I)
_NO_OTHERS = frozenset(
    words("as the a an in it its their this these those both all each most some many since today")
)


def verdict(claim: Claim, finding: Finding, one: Candidate) -> bool | None:
    """Say whether a statement affirms a claim (True), denies it (False), or neither (None).

    Args:
        claim: What is claimed.
        finding: The claim's open question with all its candidates.
        one: The statement, with the reader's spans for the open question.
    """
    match claim.kind:
        case ClaimKind.NUMBER | ClaimKind.MONEY:
            return _of_number(claim, finding, one)
        case ClaimKind.DATE:
            return _of_date(claim, finding, one)
        case ClaimKind.PLACE:
            return _of_place(claim, finding, one)
        case ClaimKind.FREQUENCY:
            return same_frequency(claim, finding.analysis, one.statement)
        case _:
            return _of_name(claim, finding, one)


def _of_number(claim: Claim, finding: Finding, one: Candidate) -> bool | None:
    asked = range_of(claim.value)
    if asked is None:
        return None
    wanted = AnswerType.MONEY if claim.kind is ClaimKind.MONEY else AnswerType.NUMBER
    text = one.statement.lead_in or one.statement.text
    found = (
        matches(wanted, text)
        if wanted is AnswerType.MONEY
        else beside_money(answers_in(finding.analysis, text), text)
    )
    stated = [numbers_in(text, each.start(), each.end()) for each in found]
    verdicts = [_compare(claim.relation, asked, each) for each in stated if each]
    return _joint(verdicts)


def _compare(relation: Relation, asked: Range, stated: Range) -> bool | None:
    """Compare ranges; amounts in different currencies tell nothing of each other."""
    if asked.unit != stated.unit and asked.unit and stated.unit:
        return None
    value = asked.low
    is_bound = value in {stated.low, stated.high}
    # "More than 100" answers whether it is more than 100, and whether it is 100.
    if is_bound and (relation is Relation.EQUAL or (relation is Relation.MORE and _open(stated))):
        return True
    wanted = _wanted(relation, value)
    if stated.within(wanted):
        return True
    return False if stated.apart(wanted) else None


def _open(stated: Range) -> bool:
    return stated.high == math.inf


def _wanted(relation: Relation, value: float) -> Range:
    """Give what a number must lie in for a claim to hold."""
    low, high = {
        Relation.EQUAL: (value, value),
        Relation.MORE: (math.nextafter(value, math.inf), math.inf),
        Relation.LESS: (-math.inf, math.nextafter(value, -math.inf)),
        Relation.AT_LEAST: (value, math.inf),
        Relation.AT_MOST: (-math.inf, value),
    }[relation]
    return Range(low=low, high=high)


def _of_date(claim: Claim, finding: Finding, one: Candidate) -> bool | None:
    asked = day_of(claim.value)
    if asked is None:
        return None
    text = one.statement.lead_in or one.statement.text
    if is_of_applying(finding.analysis.query, text):
        return None
    found = matches(AnswerType.DATE, text)
    days = [day for each in found for day in [day_of(each.group())] if day]
    verdicts = [_compare_days(claim.relation, asked, day) for day in days]
    recurs = set(finding.analysis.attributes) & _RECURRING or _ANY_ONE.match(claim.open_question)
    if claim.relation is Relation.EQUAL and recurs:
        verdicts = [each for each in verdicts if each]
    if len(days) > 1 and not any(verdicts):
        # Of several dates the one that the reader points at is that of the event.
        picked = [day for span in _inside(one, found) for day in [day_of(span.text)] if day]
        verdicts = [_compare_days(claim.relation, asked, day) for day in picked[:1]]
    return _joint(verdicts)


def _compare_days(relation: Relation, asked: Day, stated: Day) -> bool | None:
    if relation is Relation.EQUAL:
        differs = asked.differs(stated)
        if differs is False and asked.day is not None and stated.day is None:
            return None
        return None if differs is None else not differs
    if asked.year is None or stated.year is None or asked.year == stated.year:
        return None if asked.year is None or stated.year is None else False
    is_later = stated.year > asked.year
    return is_later if relation is Relation.MORE else not is_later


def _of_place(claim: Claim, finding: Finding, one: Candidate) -> bool | None:
    text = part_on_place(finding.analysis, one.statement, claim.value)
    for found in re.finditer(rf"(?<!\w){re.escape(claim.value)}(?!\w)", text, re.I):
        if _is_bare(text, found.start(), found.end()) and _LOCATIVE.search(text[: found.start()]):
            return True
    asked = set(words(claim.value))
    country = country_of(claim.value)
    told = countries_told(text) if country else frozenset()
    if told:
        return country in told
    if _BUILDING.search(claim.value) or asked & _WIDE:
        return None
    if one.probability < finding.threshold or not _LIES.search(text):
        return None
    place = _town(text)
    if place is None or set(words(place)) & asked or _stand_together(claim.value, place, finding):
        return None
    return False


def _town(text: str) -> str | None:
    """Give the town in which a sentence puts something; None for buildings and regions only."""
    for found in _IN_TOWN.finditer(text):
        name = found["town"]
        # "The youngest incubator in Skarmark" compares it there.
        if _SUPERLATIVE.search(text[: found.start()]):
            continue
        if not (set(words(name)) & _WIDE or _BUILDING.search(name) or day_of(name)):
            return str(name)
    return None


def _stand_together(one: str, other: str, finding: Finding) -> bool:
    """Whether some text puts one place into the other: "Kista, Stockholm"."""
    a, b = re.escape(one), re.escape(other)
    together = re.compile(rf"{a}(?:,| in| \(|, in| outside)\s?{b}|{b}(?:,|'s|’s| \()\s?{a}", re.I)
    return any(together.search(each.statement.passage.text) for each in finding.candidates)


def _of_name(claim: Claim, finding: Finding, one: Candidate) -> bool | None:
    statement = one.statement
    heading = statement.passage.heading or ""
    side = acting_side(claim, statement.text)
    held = statement.text if side is None else side
    joined = f" {' '.join(words(held))} "
    named = [is_named(name, finding, joined) for name in claimed_names(claim, joined)]
    if all(named):
        around = f"{statement.passage.title if claim.qualifier else ''} {heading}"
        is_told = _has_relation(claim, finding, f"{around} {statement.text}")
        return True if is_told and _is_of_them(finding.analysis, statement) else None
    whole = f" {' '.join(words(statement.text))} "
    # Who is named elsewhere in it may well have a part in what is told.
    is_beside = all(is_named(name, finding, whole) for name in claimed_names(claim, whole))
    if any(named) or is_beside or (side is not None and _POINTING.search(side)):
        return None
    if not _has_relation(claim, finding, statement.lead_in or statement.text):
        return None
    if statement.kind is not StatementKind.SENTENCE:
        return False if is_complete(claim, finding, statement) else None
    if claim.kind is ClaimKind.MEMBER or OPEN_LIST.search(statement.text):
        return None
    if claim.kind is ClaimKind.AGENT and not set(terms(claim.verb)) & _EXCLUSIVE:
        return None
    if claim.kind is ClaimKind.AGENT and side is None:
        return None
    told = set(words(f"{finding.analysis.query} {statement.passage.context}"))
    others = [name for name in _NAME.findall(held) if not set(words(name)) <= told | _NO_OTHERS]
    return False if others else None


def _is_of_them(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement names all that is asked about, and lists its members, not another's."""
    return holds_other_names(analysis, statement) and not is_beside_members(
        analysis, analysis.query, statement
    )


def _has_relation(claim: Claim, finding: Finding, text: str) -> bool:
    """Whether a text speaks of what is claimed: of funding, of leading, of members."""
    asked = [term for term in finding.analysis.attributes if term not in set(terms(claim.value))]
    verb = set(terms(claim.verb))
    wanted = verb or set(asked)
    said = _BESIDES.sub(" ", founded(text))
    said = without_names(said) if claim.kind is ClaimKind.AGENT else said
    return holds_qualifier(claim, said) and (not wanted or bool(wanted & set(terms(said))))


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether a name at a place is no part of a longer one: "Lund", not "Lund University"."""
    after, before = text[end:], text[:start].rstrip()
    longer = re.match(r"\s+[A-ZÅÄÖ]", after) or re.match(r"-\w", after)
    last = before.split()[-1] if before else ""
    return not longer and not (
        last[:1].isupper() and last[-1:].isalnum() and last.lower() not in {"in", "at"}
    )


def _inside(one: Candidate, found: Sequence[re.Match[str]]) -> list[Span]:
    at = one.statement.start
    return [
        span
        for span in one.spans
        if any(each.start() < span.end - at and span.start - at < each.end() for each in found)
    ]


def _joint(verdicts: Sequence[bool | None]) -> bool | None:
    """One that affirms is enough; a denial must stand alone."""
    if any(verdicts):
        return True
    return False if verdicts and all(each is False for each in verdicts) else None
