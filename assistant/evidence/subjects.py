"""Whom a question is about, by every name that the passages use, and which statements are, too."""

import re
from collections.abc import Collection
from dataclasses import replace

from assistant.composing.subject import spoken_before, subject_name
from assistant.conflicts.relations import office_in
from assistant.entities.kinds import is_known, kind_words
from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis
from assistant.question.named import SURELY_NAMED, Named, mentions, short_name
from assistant.question.terms import terms, words

# "The first month is free": what begins like this may speak of a part of what the page is about.
_DEFINITE = re.compile(
    r"^(?:The|This)\s+(?!is\b|was\b)(?P<noun>[a-zåäö-]+)(?=['’]s|\s+(?:is|was|are|has|had|can|will|"
    r"\w+ed|\w+s|began|ran|lies|takes)\b)"
)
_POINTING = re.compile(r"\b[Tt]h(?:e|is)\s+(?P<noun>[a-zåäö-]+)\b")
_TWO_NAMES = re.compile(r"(?:[A-ZÅÄÖ][\w&-]*)(?:\s+[A-ZÅÄÖ\d][\w&-]*)+")
# "Capital raised: SEK 85 million" begins with no name.
_LABEL = re.compile(r"^[^.:;]{2,40}:\s")
# "Kodkällaren, our evening school, was started in 2017".
_EXPLAINED = re.compile(
    r"^(?P<name>[A-ZÅÄÖ][\w&’'-]*(?: [A-ZÅÄÖ][\w&’'-]*)*), (?:our|its|an?|the|which|who|where)\b"
)
_CALLED = re.compile(
    r"\b[Tt]h(?:e|is)\s+(?P<noun>[a-zåäö-]+)\s+(?:is|was|has been|had been)\s+"
    r"(?:now\s+|later\s+|today\s+)?(?:called|named|known as|renamed)\s+(?P<name>[^.;]+)"
)
# So far back "the park" points, in characters.
_BEFORE = 250
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
        if (one.strength >= SURELY_NAMED and one.document_id)
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


def is_about(entity: Named, statement: Statement, asked: Collection[str] = ()) -> bool:
    """Whether a statement speaks of an entity, by name or because it stands under it.

    Args:
        entity: The entity, with all its forms.
        statement: What is stated.
        asked: Terms of what is asked of the entity: "the fee is SEK 900" is said of it, too.
    """
    text, passage = statement.text, statement.passage
    if mentions(entity, text) or _is_named_shortly(entity, text) or _points_back(entity, statement):
        return True
    heading = (passage.heading or "").split(" > ")[-1]
    if mentions(entity, spoken_before(statement)):
        return True
    if not mentions(entity, heading):
        if not _is_own(entity, statement) or _is_of_heading(statement):
            return False
        subject = None if _LABEL.match(text) else _subject(statement.lead_in or text)
        if subject and not any(words(subject)[:1] == list(form[:1]) for form in entity.forms):
            return False
    # "The park" is what a page about a park speaks of; "the restaurant" is not.
    definite = _DEFINITE.match(text)
    if definite is None:
        return True
    noun = words(definite["noun"])[-1]
    is_asked = bool(set(terms(noun)) & set(asked)) or office_in(noun) is not None
    return is_asked or is_known(kind_words(noun)) or any(noun in form for form in entity.forms)


def _is_of_heading(statement: Statement) -> bool:
    """Whether "Director: Ada Ek" stands under another's name, of which its section speaks."""
    heading = (statement.passage.heading or "").split(" > ")[-1]
    if not _LABEL.match(statement.text) or not _TWO_NAMES.fullmatch(heading):
        return False
    return re.search(rf"\b{re.escape(heading)}\s+[a-zåäö]", statement.passage.text) is not None


def _subject(text: str) -> str | None:
    """Give the name that a sentence begins with, also before what explains it."""
    explained = _EXPLAINED.match(text)
    return explained["name"] if explained else subject_name(text)


def _is_own(entity: Named, statement: Statement) -> bool:
    """Whether a statement stands in the entity's own document, or in one that its title names."""
    passage = statement.passage
    is_own = bool(entity.document_id) and passage.document_id == entity.document_id
    return is_own or mentions(entity, passage.title)


def _points_back(entity: Named, statement: Statement) -> bool:
    """Whether "the park" stands for the park named before: "Ada manages the park"."""
    nouns = [words(found["noun"])[-1] for found in _POINTING.finditer(statement.text)]
    own = {form[-1] for form in entity.forms}
    if own & set(nouns) and mentions(entity, statement.before[-_BEFORE:]):
        return True
    if any(_is_called(entity, noun, statement.before[-_BEFORE:]) for noun in nouns):
        return True
    # In its own document "the company" is the entity.
    return _is_own(entity, statement) and any(is_known(kind_words(noun)) for noun in nouns)


def _is_called(entity: Named, noun: str, before: str) -> bool:
    """Whether a text before says of "the conference" that it has the entity's name."""
    return is_known(kind_words(noun)) and any(
        mentions(entity, found["name"])
        for found in _CALLED.finditer(before)
        if words(found["noun"])[-1:] == [noun]
    )


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
