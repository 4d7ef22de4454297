"""Statements that may speak of an entity: in passages about it, and where else it is named."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.coverage.polarity import exact_term, one_worded
from assistant.entities.catalogue import EntityCatalogue, EntitySource
from assistant.entities.entity import Entity
from assistant.entities.introductions import paragraphs_of
from assistant.entities.mentions import Mention, NameIndex
from assistant.entities.names import form_of, joined_words
from assistant.evidence.orders import is_order
from assistant.evidence.statements import Statement, statements_of, without_aside
from assistant.question.terms import terms, words
from index.fulltext import match_expression
from index.passage import Passage

# More documents than these are not read whole: the full-text index says which passages to take.
_MOST_DOCUMENTS = 120
_MOST_PASSAGES = 600
_MOST_MENTIONS = 200
_MOST_NAMES = 150
# A subject stands within so many words of the beginning: "As of May 2024, the cluster X has".
_OPENING = 7
# These speak of what the text before spoke of, whoever else is named behind.
_PRONOUN = re.compile(
    r"(?:Firstly, |Today,? |Now,? )?(?:It|Its|They|Their|This|These|it|they|its)\b"
)
# "Alfa runs it, and Beta pays for it": told in its own section of what that is about.
_DONE_TO_IT = re.compile(
    r"\b(?:runs?|owns?|funds?|finances?|supports?|operates?|manages?|organi[sz]es?|arranges?|hosts?|"
    r"founded|started|created|opened|launched|pays?\s+for)\s+it\b"
)
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Uu]s|[Vv]i|[Vv]år[at]?)\b")
_COPULAS = frozenset({"is", "are", "was", "were", "include", "includes", "ar", "var"})
_PREPOSITIONS = frozenset({"in", "at", "of", "for", "from", "by", "with", "to", "on", "near", "i"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A statement with what comparing needs.

    Attributes:
        statement: The statement.
        held: Its terms.
        context: The terms of title and heading.
        joined: Its folded words, joined.
        around: The terms of the statements before and after it.
    """

    statement: Statement
    held: frozenset[str]
    context: frozenset[str]
    joined: str
    around: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A statement that may speak of an entity.

    Attributes:
        prepared: The statement.
        is_own: Whether it stands in a passage about the entity, rather than naming it elsewhere.
        item: The list item that names it, "" when the whole statement speaks of it.
        opens: Whether the statement opens with its name.
        is_only: Whether it is the only entity of the kind that the statement names.
        voiced: The name of who says "we" in the statement, as folded words; () for nobody.
    """

    prepared: Prepared
    is_own: bool
    item: str = ""
    opens: bool = False
    is_only: bool = False
    voiced: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def prepared_statements(passage: Passage) -> tuple[Prepared, ...]:
    """Give a passage's statements, prepared."""
    every = [
        _prepared(statement) for statement in statements_of(passage) if not is_order(statement.text)
    ]
    return tuple(
        replace(one, around=frozenset().union(*(each.held for each in _beside(every, at))))
        for at, one in enumerate(every)
    )


def _beside(every: Sequence[Prepared], at: int) -> Sequence[Prepared]:
    return [*every[max(0, at - 1) : at], *every[at + 1 : at + 2]]


def _prepared(statement: Statement) -> Prepared:
    text = one_worded(without_aside(statement.text))
    return Prepared(
        statement=statement,
        held=held_terms(text),
        context=held_terms(one_worded(statement.passage.context)),
        joined=joined_words(statement.text),
    )


def held_terms(text: str) -> frozenset[str]:
    """Give a text's terms, and its stems as they stand, marked: "=grant" beside "~fund"."""
    return frozenset(terms(text)) | {exact_term(word) for word in words(text)}


def gather(
    query: str, entities: Sequence[Entity], catalogue: EntityCatalogue, found: Iterable[Passage]
) -> dict[str, tuple[Evidence, ...]]:
    """Give by entity's name what may speak of it.

    Args:
        query: What is searched for where there is too much to take all.
        entities: Of whom.
        catalogue: All entities, and what is stored.
        found: Passages that were found for the query already.
    """
    source, names = catalogue.source, catalogue.names()
    passages = {passage.passage_id: passage for passage in found}
    for passage in (*_own_passages(query, entities, source), *_mentions(query, entities, source)):
        passages.setdefault(passage.passage_id, passage)
    evidence: dict[str, list[Evidence]] = {entity.name: [] for entity in entities}
    owned = {(at, n) for each in catalogue.entities() for at, own in each.own.items() for n in own}
    voices = {at: each.name for each in catalogue.entities() for at in each.voices}

    def is_owned(passage: Passage) -> bool:
        return (passage.document_id, passage.ordinal) in owned

    for passage in passages.values():
        owners = [each.name for each in entities if _owns(each, passage)]
        about = {} if is_owned(passage) else _paragraph_subjects(passage, catalogue, voices)
        for prepared in prepared_statements(passage):
            speaks_of = about.get(prepared.statement.start, ())
            for name, one in _spoken_of(prepared, [*owners, *speaks_of], names, speaks_of):
                if name in evidence:
                    voice = voices.get(passage.document_id, "")
                    is_ours = bool(voice) and _OURS.search(prepared.statement.text) is not None
                    evidence[name].append(replace(one, voiced=form_of(voice) if is_ours else ()))
    return {name: tuple(each) for name, each in evidence.items()}


def _owns(entity: Entity, passage: Passage) -> bool:
    return passage.ordinal in entity.own.get(passage.document_id, frozenset())


def _paragraph_subjects(
    passage: Passage, catalogue: EntityCatalogue, voices: Mapping[str, str]
) -> dict[int, tuple[str, ...]]:
    """Say by start of each statement of whom it speaks, in a passage about nobody in particular.

    From where a paragraph introduces something it speaks of that, until the next is introduced;
    what says "we" speaks of the document's voice besides.
    """
    introduced = catalogue.introduced_in(passage)
    voice = voices.get(passage.document_id)
    about: dict[int, tuple[str, ...]] = {}
    statements = [each.statement for each in prepared_statements(passage)]
    for paragraph in paragraphs_of(passage, statements):
        starts = {statement.start for statement in paragraph.statements}
        within = dict.fromkeys(each.name for each in introduced if each.start in starts)
        latest: tuple[str, ...] = tuple(within) if len(within) == 1 else ()
        for statement in paragraph.statements:
            new = tuple(each.name for each in introduced if each.start == statement.start)
            latest = new or latest
            is_ours = voice is not None and _OURS.search(statement.text) is not None
            about[statement.start] = (*latest, *((voice,) if is_ours and voice else ()))
    return about


def _own_passages(
    query: str, entities: Sequence[Entity], source: EntitySource
) -> Iterator[Passage]:
    ids = dict.fromkeys(document_id for entity in entities for document_id in entity.own)
    if len(ids) <= _MOST_DOCUMENTS:
        for document_id in ids:
            yield from source.passages_of(document_id)
        return
    ranked = source.search_text(match_expression(query), _MOST_PASSAGES * 2)
    some = source.passages([number for number, _ in ranked])
    kept = [each for each in some.values() if each.document_id in ids]
    yield from kept[:_MOST_PASSAGES]


def _mentions(query: str, entities: Sequence[Entity], source: EntitySource) -> Iterator[Passage]:
    """Passages that name one of the entities."""
    phrases = [
        f'"{" ".join(form)}"' for entity in entities for form in entity.forms[:3]
    ]  # fmt: skip
    if not phrases:
        return
    expression = f"text: ({' OR '.join(phrases[:_MOST_NAMES])})"
    if len(phrases) > _MOST_NAMES:
        expression = match_expression(query)
    ranked = source.search_text(expression, _MOST_MENTIONS)
    yield from source.passages([number for number, _ in ranked]).values()


def _spoken_of(
    prepared: Prepared, owners: Sequence[str], names: NameIndex, introduced: Sequence[str] = ()
) -> Iterator[tuple[str, Evidence]]:
    """Say of which entities, by name, a statement may speak."""
    statement = prepared.statement
    named = names.within(statement.text, prepared.joined)
    subject = _subject(prepared.joined.split(), named[0]) if named else ""
    if _PRONOUN.match(statement.text) or _DONE_TO_IT.search(statement.text):
        subject = ""
    # "Agenda 2030 is a starting point for Alfa's work" still speaks of Alfa in its own section.
    spoken = {mention.name for mention in named}
    for owner in dict.fromkeys(owners):
        if subject in {"", owner} or owner in introduced or owner in spoken:
            yield owner, Evidence(prepared=prepared, is_own=True, opens=subject == owner)
    for mention in named:
        if mention.name not in owners:
            item = _item_naming(statement, mention.name, names)
            yield (
                mention.name,
                Evidence(
                    prepared=_of_item(prepared, item) if item else prepared,
                    is_own=False,
                    item=item,
                    opens=subject == mention.name,
                    is_only=len(named) == 1,
                ),
            )


def _subject(tokens: Sequence[str], first: Mention) -> str:
    """Whom a sentence names at its beginning it speaks of, unless as a place: "in Test Bay"."""
    before = [word for word in tokens[max(0, first.at - 2) : first.at] if word != "the"]
    is_placed = bool(before) and before[-1] in _PREPOSITIONS
    # "Co-founders are A and B" has another subject.
    is_behind = not _COPULAS.isdisjoint(tokens[: first.at])
    return first.name if first.at < _OPENING and not is_placed and not is_behind else ""


def _item_naming(statement: Statement, name: str, names: NameIndex) -> str:
    for item in statement.items:
        if any(each.name == name for each in names.within(item.text, joined_words(item.text))):
            return item.text
    return ""


def _of_item(prepared: Prepared, item: str) -> Prepared:
    """Of a list, only the lead-in and the item itself speak of what the item names."""
    text = one_worded(f"{without_aside(prepared.statement.lead_in)} {item}")
    return replace(prepared, held=held_terms(text))


def told_text(evidence: Evidence) -> str:
    """Give what is said of the entity: of a list, its lead-in and the item that names it."""
    statement = evidence.prepared.statement
    if not statement.items:
        return statement.text
    if evidence.item:
        return f"{statement.lead_in} {evidence.item}"
    return statement.lead_in or statement.text
