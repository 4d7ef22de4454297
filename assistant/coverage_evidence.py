"""Statements that may speak of an entity: in passages about it, and where else it is named."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.coverage_polarity import one_worded
from assistant.entity_catalogue import Entity, EntitySource
from assistant.entity_catalogue_names import form_of, joined_words
from assistant.statements import Statement, statements_of
from assistant.terms import terms
from index.fulltext import match_expression
from index.passage import Passage

# More documents than these are not read whole: the full-text index says which passages to take.
_MOST_DOCUMENTS = 120
_MOST_PASSAGES = 600
_MOST_MENTIONS = 200
_MOST_NAMES = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A statement with what comparing needs: its terms, its context's, its folded words."""

    statement: Statement
    held: frozenset[str]
    context: frozenset[str]
    joined: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A statement that may speak of an entity.

    Attributes:
        prepared: The statement.
        is_own: Whether it stands in a passage about the entity, rather than naming it elsewhere.
        item: The list item that names it, "" when the whole statement speaks of it.
        opens: Whether the statement opens with its name.
        is_only: Whether it is the only entity of the kind that the statement names.
    """

    prepared: Prepared
    is_own: bool
    item: str = ""
    opens: bool = False
    is_only: bool = False


@lru_cache(maxsize=4096)
def prepared_statements(passage: Passage) -> tuple[Prepared, ...]:
    """Give a passage's statements, prepared."""
    return tuple(_prepared(statement) for statement in statements_of(passage))


def _prepared(statement: Statement) -> Prepared:
    text = one_worded(statement.text)
    return Prepared(
        statement=statement,
        held=frozenset(terms(text)),
        context=frozenset(terms(one_worded(statement.passage.context))),
        joined=joined_words(statement.text),
    )


def gather(
    query: str, entities: Sequence[Entity], source: EntitySource, found: Iterable[Passage]
) -> dict[str, tuple[Evidence, ...]]:
    """Give by entity's name what may speak of it.

    Args:
        query: What is searched for where there is too much to take all.
        entities: Of whom.
        source: What is stored.
        found: Passages that were found for the query already.
    """
    passages = {passage.passage_id: passage for passage in found}
    for passage in (*_own_passages(query, entities, source), *_mentions(query, entities, source)):
        passages.setdefault(passage.passage_id, passage)
    names = _Names(entities)
    evidence: dict[str, list[Evidence]] = {entity.name: [] for entity in entities}
    for passage in passages.values():
        owners = [each for each in entities if _owns(each, passage)]
        for prepared in prepared_statements(passage):
            for name, one in _spoken_of(prepared, owners, names):
                evidence[name].append(one)
    return {name: tuple(each) for name, each in evidence.items()}


def _owns(entity: Entity, passage: Passage) -> bool:
    return passage.ordinal in entity.own.get(passage.document_id, frozenset())


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


class _Names:
    """Finds the entities that a statement names."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entity]]] = {}
        self._written: dict[tuple[str, ...], re.Pattern[str]] = {}
        for entity in entities:
            for form in entity.forms:
                self._by_first.setdefault(form[0], []).append((form, entity))
            for fact in entity.facts:
                for written in (fact.name.name, *fact.name.aliases):
                    self._written.setdefault(
                        form_of(written), re.compile(rf"\b{re.escape(written)}\b")
                    )

    def within(self, text: str, joined: str) -> list[Entity]:
        """The entities that a text names, in the order of their first mention."""
        at: dict[str, tuple[int, Entity]] = {}
        for word in dict.fromkeys(joined.split()):
            for form, entity in self._by_first.get(word, ()):
                place = joined.find(f" {' '.join(form)} ")
                if place < 0 or (len(form) == 1 and not self._is_written(form, text)):
                    continue
                if entity.name not in at or place < at[entity.name][0]:
                    at[entity.name] = (place, entity)
        return [entity for _, entity in sorted(at.values(), key=lambda each: each[0])]

    def _is_written(self, form: tuple[str, ...], text: str) -> bool:
        """A name of one word must stand as it is written: "Helm" is not "helm"."""
        pattern = self._written.get(form)
        return pattern is None or pattern.search(text) is not None


def _spoken_of(
    prepared: Prepared, owners: Sequence[Entity], names: _Names
) -> Iterator[tuple[str, Evidence]]:
    """Say of which entities a statement may speak."""
    statement = prepared.statement
    named = names.within(statement.text, prepared.joined)
    opening = " ".join(prepared.joined.split()[:8])
    for owner in owners:
        # A sentence that opens with another's name speaks of that one.
        is_others = bool(named) and named[0] is not owner and _opens(opening, named[0])
        if not is_others:
            yield owner.name, Evidence(prepared=prepared, is_own=True, opens=_opens(opening, owner))
    for entity in named:
        if entity not in owners:
            item = next(
                (each.text for each in statement.items if entity in
                 names.within(each.text, joined_words(each.text))), "",
            )  # fmt: skip
            yield (
                entity.name,
                Evidence(
                    prepared=_of_item(prepared, item) if item else prepared,
                    is_own=False,
                    item=item,
                    opens=_opens(opening, entity),
                    is_only=len(named) == 1,
                ),
            )


def _of_item(prepared: Prepared, item: str) -> Prepared:
    """Of a list, only the lead-in and the item itself speak of what the item names."""
    text = one_worded(f"{prepared.statement.lead_in} {item}")
    return replace(prepared, held=frozenset(terms(text)))


def _opens(opening: str, entity: Entity) -> bool:
    return any(
        opening.startswith((" ".join(form), f"the {' '.join(form)}")) for form in entity.forms
    )
