"""What is told of a node beside its ties: in which sentence, by which names, in which documents."""

from collections.abc import Mapping

from assistant.ecosystem.model import Quote, Source
from assistant.ecosystem.quoting import quote_of
from assistant.entities.entity import Entity
from assistant.entities.names import form_of, holds, joined_words
from assistant.entities.titles import names_a_page
from assistant.evidence.statements import StatementKind
from index.passage import Passage

# A longer sentence is no description that one reads at a glance.
_LONGEST = 400
_MOST_NAMES = 6
_MOST_SOURCES = 8


def description_of(entity: Entity) -> Quote | None:
    """Give the sentence that says what an entity is, from its own documents first.

    Where front matter alone says what it is, the sentence is the first that names it.
    """
    said = [
        (fact.is_told, fact.statement)
        for fact in entity.facts
        if fact.is_defined
        and fact.statement is not None
        and fact.statement.kind is StatementKind.SENTENCE
        and len(fact.statement.text) <= _LONGEST
        # A headline or a trail of links, to which nothing is told, is no sentence.
        and (fact.is_told or fact.statement.text.endswith((".", "!", "”")))
    ]
    naming = [
        (not is_told, each.passage.document_id not in entity.own, at, each)
        for at, (is_told, each) in enumerate(said)
        if any(holds(joined_words(each.text), form) for form in entity.forms)
    ]
    if not naming:
        return None
    *_, best = min(naming, key=lambda each: each[:3])
    return quote_of(best.passage, best.start, best.end)


def other_names_of(entity: Entity) -> tuple[str, ...]:
    """Give by what else an entity is called, each once, those that stand first in front."""
    forms = {form_of(entity.name): entity.name}
    for fact in entity.facts:
        for written in (fact.name.name, *fact.name.aliases):
            if form_of(written) in entity.forms and not names_a_page(written):
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
