"""What is told of a node beside its ties: in which sentence, by which names, in which documents."""

from collections.abc import Mapping

from assistant.ecosystem.model import Quote, Source
from assistant.ecosystem.quoting import quote_of
from assistant.entities.entity import Entity
from assistant.entities.names import form_of, holds, joined_words
from assistant.evidence.statements import StatementKind
from index.passage import Passage

# A longer sentence is no description that one reads at a glance.
_LONGEST = 400
_MOST_NAMES = 6
_MOST_SOURCES = 8


def description_of(entity: Entity) -> Quote | None:
    """Give the sentence that says what an entity is, from its own documents first."""
    said = [
        fact.statement
        for fact in entity.facts
        if fact.is_defined
        and fact.statement is not None
        and fact.statement.kind is StatementKind.SENTENCE
        and len(fact.statement.text) <= _LONGEST
    ]
    naming = [
        each for each in said if any(holds(joined_words(each.text), form) for form in entity.forms)
    ]
    own = [each for each in naming if each.passage.document_id in entity.own]
    for each in (*own, *naming):
        return quote_of(each.passage, each.start, each.end)
    return None


def other_names_of(entity: Entity) -> tuple[str, ...]:
    """Give by what else an entity is called, each once, those that stand first in front."""
    forms = {form_of(entity.name): entity.name}
    for fact in entity.facts:
        for written in (fact.name.name, *fact.name.aliases):
            if form_of(written) in entity.forms:
                forms.setdefault(form_of(written), written)
    return tuple(forms.values())[1 : _MOST_NAMES + 1]


def sources_of(entity: Entity) -> tuple[Source, ...]:
    """Give the documents that say what an entity is, those about it first."""
    passages: Mapping[str, Passage] = {
        fact.document_id: fact.statement.passage for fact in entity.facts if fact.statement
    }
    ordered = sorted(passages, key=lambda each: (-len(entity.own.get(each, ())), each))
    return tuple(
        Source(document_id=each, title=passages[each].title) for each in ordered[:_MOST_SOURCES]
    )
