"""A thing that is compared: its names, the passages found for it, which statements are its own."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.citations import StoredDocuments
from assistant.comparing.known_properties import Property
from assistant.composing.research import Research
from assistant.composing.subject import spoken_before, subject_name
from assistant.entities.kinds import is_known, kind_words
from assistant.evidence.statements import Statement
from assistant.evidence.subjects import is_about, is_subject, widened
from assistant.question.analysis import analyse
from assistant.question.named import SURELY_NAMED, Named, mentions, page_name, short_name
from assistant.question.terms import words
from index.passage import ScoredPassage

_TOP_K = 12
_MORE = 6
_OWN = 6
_POINTING = re.compile(r"^(?:It|Its|This|They)\b")
_SOMEBODY = re.compile(r"^(?:She|He|It|They|Its|Their|His|Her)\b")
# So far back "it" points.
_BEFORE = 250
_WORD = re.compile(r"[^\W_]+")
_PARAGRAPH = "\n"
# "Shares for up to two million" begins with no name.
_NO_SUBJECT = re.compile(r"^[A-ZÅÄÖ][a-zåäö]+ (?:for|of|at|from|between|up to)\b")
# A name stands within so much of what a paragraph begins with.
_FIRST = re.compile(r"(?:The\s+)?[A-ZÅÄÖ0-9].{2,60}", re.S)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing that is compared, by all its names, with the passages found for it."""

    name: str
    entity: Named
    found: tuple[ScoredPassage, ...]

    @property
    def is_known(self) -> bool:
        """Whether it has a document, or some passage speaks of it."""
        return bool(self.entity.document_id) or any(
            mentions(self.entity, f"{one.passage.context} {one.passage.text}") for one in self.found
        )


def shown_name(thing: Thing) -> str:
    """Give the name as the documents write it, where it was typed otherwise or in part.

    A short form that the documents use stays as it is: "MTT".
    """
    title = page_name(thing.entity.title)
    said = words(thing.name)
    is_form = tuple(said) in thing.entity.forms or set(words(title)) < set(said)
    is_kept = is_form and not thing.name.islower()
    return thing.name if is_kept or not thing.entity.document_id else title


def thing_of(
    name: str, asked: Sequence[Property], research: Research, documents: StoredDocuments
) -> Thing:
    """Find passages for a thing: for its name and what is asked, and the first of its document."""
    what = " ".join(each.label for each in asked[:1])
    found = list(research.find(f"{name} {what}".strip(), _TOP_K))
    for each in asked[:2]:
        found += research.find(each.question.format(name), _MORE)
    passages = [scored.passage for scored in found]
    analysis = analyse(name, passages)
    plain = Named(
        document_id="",
        title=name,
        strength=1.0,
        forms=(tuple(words(name)),),
        said=frozenset(range(len(words(name)))),
    )
    known = (one for one in (*analysis.named, *analysis.mentioned) if _is_whole(name, one))
    entity = widened(next(known, plain))
    own = documents.passages_of(entity.document_id)[:_OWN] if entity.document_id else ()
    found += [ScoredPassage(passage=each, score=0.0) for each in own]
    once = {scored.passage.passage_id: scored for scored in reversed(found)}
    kept = dict.fromkeys(scored.passage.passage_id for scored in found)
    return Thing(name=name, entity=entity, found=tuple(once[each] for each in kept))


def _is_whole(name: str, entity: Named) -> bool:
    """Whether a name names an entity with all its words: "growth ticket" is no "Growth Fund"."""
    left = [word for at, word in enumerate(words(name)) if at not in entity.said]
    return not left or (
        entity.strength >= SURELY_NAMED and all(is_known(kind_words(word)) for word in left)
    )


def tells_of(thing: Thing, statement: Statement, asked: Collection[str] = ()) -> bool:
    """Whether a statement speaks of a thing: by name, under its name, or in its paragraph."""
    if _is_of_other(thing, statement):
        return False
    if is_of_somebody(thing, statement) and not is_own(thing, statement):
        return False
    return (
        is_about(thing.entity, statement, asked)
        or is_in_paragraph(thing, statement)
        or _is_named_shortly(thing, statement)
    )


def _is_of_other(thing: Thing, statement: Statement) -> bool:
    """Whether "it" goes on about another thing, with whose name the paragraph begins."""
    if not _POINTING.match(statement.text):
        return False
    before = statement.before
    subject = subject_name(before[before.rfind(_PARAGRAPH) + 1 :]) or ""
    is_short = words(subject)[:1] in [list(form[:1]) for form in thing.entity.forms]
    return bool(subject) and not is_short and not mentions(thing.entity, before[-_BEFORE:])


def _is_named_shortly(thing: Thing, statement: Statement) -> bool:
    """Whether a statement of the thing's own document has its name's first word: "Nerva"."""
    entity = thing.entity
    short = short_name(entity.forms[0]) if entity.forms else None
    if short is None or statement.passage.document_id != entity.document_id:
        return False
    said = statement.lead_in or statement.text
    return any(word[0].isupper() and words(word) == [short] for word in _WORD.findall(said))


def is_in_paragraph(thing: Thing, statement: Statement) -> bool:
    """Whether a statement stands in a paragraph that begins with the thing's name.

    "Ward Zero is a ward at the hospital. Companies pay 900 a day." and "Seed ticket. A loan of ..."
    """
    before = statement.before
    paragraph = f"{before[before.rfind(_PARAGRAPH) + 1 :]} {statement.text}".lstrip("*# \n")
    opening = _FIRST.match(paragraph)
    goes_on = _NO_SUBJECT.match(statement.text) or is_subject(thing.entity, statement)
    if opening is None or not goes_on:
        return False
    said = words(opening.group())
    return any(said[: len(form)] == list(form) for form in thing.entity.forms)


def is_of_somebody(thing: Thing, statement: Statement) -> bool:
    """Whether a statement tells of somebody who had to do with a thing: "She was refused by it"."""
    return bool(_SOMEBODY.match(statement.text)) and mentions(thing.entity, statement.text)


def is_under_name(thing: Thing, statement: Statement) -> bool:
    """Whether a statement stands under the thing's name as a heading, or in its paragraph."""
    heading = (statement.passage.heading or "").split(" > ")[-1]
    return is_in_paragraph(thing, statement) or (
        mentions(thing.entity, heading) and is_subject(thing.entity, statement)
    )


def is_own(thing: Thing, statement: Statement) -> bool:
    """Whether a statement stands in the thing's document, under its name, or goes on about it."""
    entity, passage = thing.entity, statement.passage
    heading = (passage.heading or "").split(" > ")[-1]
    return (
        (bool(entity.document_id) and passage.document_id == entity.document_id)
        or mentions(entity, heading)
        or mentions(entity, passage.title)
        or mentions(entity, spoken_before(statement))
        or is_in_paragraph(thing, statement)
    )
