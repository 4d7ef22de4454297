"""Whether what a statement tells is of the kind asked: the thing's own place, price or number."""

import re

from assistant.comparing.known_properties import FUNDING, PLACE, SIZE, Property
from assistant.comparing.things import Thing, is_own
from assistant.comparing.values import counts_asked, found_value, may_be_price, told_by
from assistant.conflicts.relations import beginning_near, office_in, tells_beginning
from assistant.evidence.quantities import countable, quantities_in
from assistant.evidence.ranking import Candidate
from assistant.evidence.statements import Statement, StatementKind
from assistant.evidence.subjects import is_subject
from assistant.question.analysis import Analysis
from assistant.question.kind import AnswerType
from assistant.question.named import mentions

_LENGTH = re.compile(r"^how long\b", re.I)
_BEGAN = (
    r"(?:founded|established|set up|formed|created|launched|started|opened|inaugurated|initiated|"
    r"first (?:held|given|arranged))"
)
# Who founded it stands before: "Eva Ek started the company in 2013".
_BEGUN = re.compile(
    rf"\b{_BEGAN}\s+(?P<it>it\b|the\s+[a-zåäö]+|[A-ZÅÄÖ][\w &'-]*)|"
    rf"\bit (?:was|is|has been) (?:first )?{_BEGAN}"
)
# "Ever since Alfa was founded" dates something else.
_SINCE = re.compile(rf"\b(?:ever )?(?:since|when|before|after)\b[^,.]*\b{_BEGAN}\b")
_ASKS_FOUNDER = re.compile(
    r"^who\s+(?:found(?:ed)?|start(?:ed)?|set up|establish\w*|creat\w+|launched|initiated)\b",
    re.I,
)
_POINTING = re.compile(r"^(?:It|This|They|These)\b")
_PAYING = re.compile(
    r"^(?:The )?(?P<name>[A-ZÅÄÖ][^.,;:]{0,60}?) (?:also |mainly )?"
    r"(?:funds|finances|sponsors|pays|gives|donates|supports)\b"
)
_PAID_BY = re.compile(
    r"\b(?:funded|financed|paid|sponsored|supported|donated)(?: [a-z]+)? by (?P<name>.+)"
)
_OF_OTHERS = re.compile(
    r"\b(?:those|companies|members|firms|organi[sz]ations|start-ups|ones) (?:with|that have|of) "
    r"(?:[a-z]+ )*$",
    re.I,
)
_ABOUT_SOURCE = re.compile(r"^The (?:page|source|document)\b")
# "The centre was opened in 2010 with the name X."
_CHRISTENED = re.compile(r"\b(?:with|under|by) the name\b[^.;]*", re.I)
_WE_SINCE = re.compile(
    r"^since (?:19|20)\d\d,? "
    r"we have (?!been an?\b|had\b)|^we have (?:been )?[a-zåäö]+ .*\bsince (?:19|20)\d\d\b",
    re.I,
)
_WITH_OTHERS = re.compile(
    r"\b(?:takes? part|participates?|collaborates?|cooperates?|partners?|member of|"
    r"work\w* (?:with|together))\b",
    re.I,
)
_PLACED = re.compile(r"\b(?:located|based|situated|tenant|office|housed|address)\b", re.I)
_PLACE = re.compile(r"\bhead (?:office|quarters?)\b", re.I)
_HOLDER = re.compile(r"^[A-ZÅÄÖ][a-zåäö -]{2,40}:\s+[A-ZÅÄÖ]")
_TO_BEGIN = re.compile(r"\bto (?:start|set up|found|create|form|open)\b", re.I)
_NOWHERE = re.compile(r"\b(?:no office|not (?:located|based|found)|nowhere|no longer)\b", re.I)
_SOME_OF_ALL = re.compile(r"^\S+ [a-zåäö]+,")
# "Lantern, the programme for women, was founded here."
_OTHER = re.compile(
    r"^(?P<name>[A-ZÅÄÖ][\w&' -]*?), (?:our|its|an?|the|which|who|founded|"
    r"established|opened|started|set up|launched|created)\b"
)
_OFFICE = re.compile(
    r"^(?:The|Its|Our)\s+(?:main |head )?(?:office|address|premises|secretariat|campus)\b"
)


def is_of_kind(one: Candidate, asked: Property, analysis: Analysis, thing: Thing) -> bool:
    """Whether a place is the thing's own, a length a length of time, and a price no prize."""
    statement = one.statement
    said = statement.lead_in or statement.text
    if _ASKS_FOUNDER.match(analysis.query) and not tells_beginning(_SINCE.sub("", said)):
        return False
    office = office_in(analysis.query)
    if office and analysis.asked_for.answer_type is AnswerType.NAME:
        told = statement.lead_in if statement.items else said
        return holds_office(told, office) or not (statement.items or office_in(told))
    if asked.label == FUNDING.label and _pays_itself(thing, statement.text):
        return False
    if asked.is_founding:
        return _is_its_beginning(one, thing)
    if asked == PLACE:
        return _is_its_place(one, thing)
    if asked.is_price:
        return may_be_price(statement.text)
    return _is_its_number(one, asked, analysis, thing)


def _pays_itself(thing: Thing, text: str) -> bool:
    """Whether it is the thing that pays for another: "Alfa funds Beta"."""
    passive = _PAID_BY.search(text)
    if passive and mentions(thing.entity, passive["name"]):
        return True
    found = _PAYING.match(text)
    return found is not None and mentions(thing.entity, found["name"])


def _is_its_place(one: Candidate, thing: Thing) -> bool:
    """Whether a sentence says where the thing is, or its office."""
    statement = one.statement
    if statement.items or _NOWHERE.search(statement.text):
        return False
    if _WITH_OTHERS.search(statement.text) and not _PLACED.search(statement.text):
        return False
    return is_subject(thing.entity, statement) or (
        bool(_OFFICE.match(statement.text)) and is_own(thing, statement)
    )


def _is_its_number(one: Candidate, asked: Property, analysis: Analysis, thing: Thing) -> bool:
    statement = one.statement
    if statement.items and _is_one_of(thing, statement):
        return False
    if _LENGTH.match(analysis.query):
        told = told_by(analysis, one)
        return told is not None and told.scale == "days" and _is_its_length(one, thing)
    return not (analysis.counted or asked.label == SIZE.label) or _counts(one, analysis)


def holds_office(text: str, office: str) -> bool:
    """Whether a text names who holds an office; a head office is a place.

    >>> holds_office("The head office is in Lund.", "head"), holds_office("Ada leads it.", "head")
    (False, True)
    """
    return office_in(_PLACE.sub("", text)) == office


def says_holder(text: str, office: str) -> bool:
    """Whether an item of a list names who holds an office: "Chief executive: Ada Ek"."""
    return bool(_HOLDER.match(text)) and holds_office(text.split(":")[0], office)


def tells_when_begun(analysis: Analysis, one: Candidate) -> bool:
    """Whether it is told that something began at the date that is told."""
    found, text = found_value(analysis, one), _TO_BEGIN.sub("", one.statement.text)
    if found is None:
        return False
    at = text.find(found.group())
    return beginning_near(text, at, at + len(found.group())) in {"founded", "opened", "held"}


def tells_own_beginning(text: str) -> bool:
    """Whether those whose page it is say since when they are at work: "Since 2011 we have ..."."""
    return bool(_WE_SINCE.search(text))


def _is_its_beginning(one: Candidate, thing: Thing) -> bool:
    """Whether it is the thing itself that began, not one that the sentence names beside it."""
    statement = one.statement
    christened = _CHRISTENED.search(statement.text)
    if christened and mentions(thing.entity, christened.group()):
        return True
    begun = _BEGUN.search(statement.text)
    if begun:
        it = begun["it"] or "it"
        if it[0].isupper():
            return mentions(thing.entity, it)
        if it.startswith("the "):
            return is_own(thing, statement)
        return is_own(thing, statement) or mentions(thing.entity, statement.text[: begun.start()])
    other = _OTHER.match(statement.text)
    if other and not mentions(thing.entity, other["name"]):
        return False
    if not is_subject(thing.entity, statement):
        return False
    if tells_own_beginning(statement.text):
        return is_own(thing, statement) and not mentions(thing.entity, statement.text)
    # "We have been here since 2009" is said by those whose page it is.
    return is_own(thing, statement) or _is_named_first(thing, statement.text)


def _is_named_first(thing: Thing, text: str) -> bool:
    """Whether a text begins with the thing's name, or soon has it before what it tells."""
    return mentions(thing.entity, text.split(",")[0]) and bool(tells_beginning(text))


def _is_one_of(thing: Thing, statement: Statement) -> bool:
    """Whether a list names the thing among others, so that its length counts nothing of it."""
    named = any(mentions(thing.entity, item.text) for item in statement.items)
    return named and not mentions(thing.entity, statement.lead_in)


def _is_its_length(one: Candidate, thing: Thing) -> bool:
    """Whether a sentence tells the thing's length, not that of what "it" stands for."""
    statement = one.statement
    if not mentions(thing.entity, statement.text):
        return True
    return is_subject(thing.entity, statement) and not _POINTING.match(statement.text)


def _counts(one: Candidate, analysis: Analysis) -> bool:
    """Whether the number counts what is asked: participants of an event are no members."""
    found = found_value(analysis, one)
    if _ABOUT_SOURCE.match(one.statement.text):
        return False
    if found is None or one.statement.kind is not StatementKind.SENTENCE:
        return True
    for each in quantities_in(one.statement.text):
        if each.start < found.end() and found.start() < each.end:
            if each.unit or _OF_OTHERS.search(one.statement.text[: each.start]):
                return False
            # "Six members, the college and two companies find out" does not count them all.
            if _SOME_OF_ALL.match(one.statement.text[each.start :]) and not each.start:
                return False
            is_asked = counts_asked(analysis, one.statement.text, each.end)
            return is_asked or not each.counted or bool(each.counted & countable(analysis.query))
    return True
