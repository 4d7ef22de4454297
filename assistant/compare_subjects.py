"""Whom a question is about, by every name that the passages use, and which statements are, too."""

import re
from dataclasses import replace

from assistant.analysis import Analysis
from assistant.composer_subject import spoken_before, subject_name
from assistant.entities import Named, short_name
from assistant.entity_kinds import is_known, kind_words
from assistant.ranking import mentions
from assistant.statements import Statement
from assistant.terms import words

# "The first month is free": what begins like this may speak of a part of what the page is about.
_DEFINITE = re.compile(
    r"^(?:The|This)\s+(?!is\b|was\b)(?P<noun>[a-zåäö-]+)(?=['’]s|\s+(?:is|was|are|has|had|can|will|"
    r"\w+ed|\w+s|began|ran|lies|takes)\b)"
)
_POINTING = re.compile(r"\b[Tt]h(?:e|is)\s+(?P<noun>[a-zåäö-]+)\b")
# So far back "the park" points, in characters.
_BEFORE = 250
_FULL_SURENESS = 0.75
_TWO = 2


def asked_subjects(analysis: Analysis) -> tuple[Named, ...]:
    """Give what a question is about, with all forms of each name.

    A name taken from its first word alone must be capitalised where other names are.
    """
    originals = re.findall(r"[^\W_]+", analysis.query)
    has_names = len(originals) == len(words(analysis.query)) and any(
        word[0].isupper() for word in originals[1:]
    )
    every = (*analysis.named, *analysis.mentioned)
    surely = [
        one
        for one in every
        if (one.strength >= _FULL_SURENESS and one.document_id)
        or not has_names
        or any(originals[at][0].isupper() for at in one.said)
    ]
    return tuple(widened(one) for one in surely)


def widened(entity: Named) -> Named:
    """Add a name's forms without the noun that says its kind: "Blue Quay" beside "... Accelerator".

    One word is too little to stand for a name: "Skarmark" is not "Skarmark Seed".
    """
    shorter = [
        form[:size]
        for form in entity.forms
        for size in range(_TWO, len(form))
        if is_known(kind_words(" ".join(form[size:])))
    ]
    return replace(entity, forms=tuple(dict.fromkeys((*entity.forms, *shorter))))


def is_about(entity: Named, statement: Statement) -> bool:
    """Whether a statement speaks of an entity, by name or because it stands under it."""
    text, passage = statement.text, statement.passage
    if mentions(entity, text) or _is_named_shortly(entity, text):
        return True
    definite = _DEFINITE.match(text)
    noun = words(definite["noun"])[-1] if definite else ""
    is_own = any(noun in form for form in entity.forms)
    if _points_back(entity, statement):
        return True
    heading = (passage.heading or "").split(" > ")[-1]
    if mentions(entity, spoken_before(statement)):
        return True
    if not mentions(entity, heading):
        if passage.document_id != entity.document_id and not mentions(entity, passage.title):
            return False
        subject = subject_name(statement.lead_in or text)
        if subject and not any(words(subject)[:1] == list(form[:1]) for form in entity.forms):
            return False
    # "The park" is what a page about a park speaks of; "the restaurant" is not.
    return definite is None or is_own or is_known(kind_words(noun))


def _points_back(entity: Named, statement: Statement) -> bool:
    """Whether "the park" stands for the park named before: "Ada manages the park"."""
    own = {form[-1] for form in entity.forms}
    pointing = any(
        words(found["noun"])[-1:] and words(found["noun"])[-1] in own
        for found in _POINTING.finditer(statement.text)
    )
    return pointing and mentions(entity, _before(statement))


def is_subject(entity: Named, statement: Statement) -> bool:
    """Whether no other thing is the subject of a statement: "The lab is in Elvan Park"."""
    text = statement.lead_in or statement.text
    definite = _DEFINITE.match(text)
    if definite:
        return any(words(definite["noun"])[-1] in form for form in entity.forms)
    subject = subject_name(text)
    return subject is None or mentions(entity, subject) or _is_named_shortly(entity, text)


def _is_named_shortly(entity: Named, text: str) -> bool:
    """Whether a text begins with the first word of the name, alone: "Gran" of "Gran Incubator".

    Elsewhere it may be a place: "in Skarmark" names no "Skarmark Seed".
    """
    short = short_name(entity.forms[0]) if entity.forms else None
    return short is not None and words(subject_name(text) or "") == [short]


def _before(statement: Statement) -> str:
    passage = statement.passage
    return passage.text[: statement.start - passage.start][-_BEFORE:]
