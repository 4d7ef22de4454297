"""A query taken apart once, against the passages found for it: what it asks, and about whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.entities import Named, named_entities, unknown_names
from assistant.question_kind import AskedFor, classify
from assistant.terms import TermWeights, asked_terms, terms, words
from index.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What a query asks for.

    Attributes:
        query: The query.
        asked_for: Its kind and the type of its answer.
        named: The documents' entities it names, surest first.
        unknown: Its capitalised names that no passage holds.
        attributes: Terms it asks about the entities, misspelt ones corrected; without those that
            name entities.
        weights: How much each term says.
    """

    query: str
    asked_for: AskedFor
    named: tuple[Named, ...]
    unknown: tuple[str, ...]
    attributes: tuple[str, ...]
    weights: TermWeights


def analyse(query: str, passages: Sequence[Passage]) -> Analysis:
    """Take a query apart."""
    texts = [f"{passage.context}\n{passage.text}" for passage in passages]
    weights = TermWeights(texts)
    named = named_entities(query, passages)
    said = {at for one in named for at in one.said}
    naming = set(terms(" ".join(word for at, word in enumerate(words(query)) if at in said)))
    asked = [term for term in asked_terms(query) if term not in naming]
    return Analysis(
        query=query,
        asked_for=classify(query),
        named=named,
        unknown=unknown_names(query, texts),
        attributes=weights.corrected(asked),
        weights=weights,
    )
