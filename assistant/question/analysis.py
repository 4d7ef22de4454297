"""A query taken apart once, against the passages found for it: what it asks, and about whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question.grammar import AUXILIARY
from assistant.question.kind import AskedFor, classify, part_that_names
from assistant.question.named import Named, named_entities, unknown_names
from assistant.question.named_in_text import names_in_text
from assistant.question.terms import TermWeights, asked_terms, terms, words
from index.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What a query asks for.

    Attributes:
        query: The query.
        asked_for: Its kind and the type of its answer.
        named: The documents' entities it names, surest first.
        mentioned: What else it names that a passage writes as a name; of no document.
        unknown: Its capitalised names that no passage holds.
        attributes: Terms it asks about the entities, misspelt ones corrected; without those that
            name entities.
        counted: Terms of what "how many" counts; () when nothing is counted.
        weights: How much each term says.
    """

    query: str
    asked_for: AskedFor
    named: tuple[Named, ...]
    unknown: tuple[str, ...]
    attributes: tuple[str, ...]
    counted: tuple[str, ...]
    weights: TermWeights
    mentioned: tuple[Named, ...] = ()


# The noun that is counted, with up to three words before it or after.
_COUNTED = re.compile(
    r"\b(?:how many|number of)\s+(?:different\s+|various\s+)?"
    # "The number of SmiLe's startups" counts startups, "how many patents have SmiLe's" patents.
    rf"(?:(?:(?!{AUXILIARY}\b|(?-i:[a-zåäö-]+[^s\W]s\s))[\w-]+\s+){{0,2}}[\w-]+['’]s?\s+)?"
    r"((?:(?!(?:of|or|and)\b)[\w-]+\s*){1,3})",
    re.I,
)
# "The phone number of Alfa" counts nothing.
_IS_CODE = re.compile(
    r"\b(?:(?:tele)?phone|mobile|cell|fax|contact|switchboard|registration|organi[sz]ation|reference|"
    r"version|room|account|serial|vat)\s+$",
    re.I,
)
_VERBS = re.compile(rf"\b{AUXILIARY}\b", re.I)


def analyse(query: str, passages: Sequence[Passage]) -> Analysis:
    """Take a query apart."""
    texts = [f"{passage.context}\n{passage.text}" for passage in passages]
    weights = TermWeights(texts)
    named = named_entities(query, passages)
    taken = {at for one in named for at in one.said}
    mentioned = names_in_text(query, passages, taken)
    said = taken | {at for one in mentioned for at in one.said}
    asked = asked_terms(" ".join(word for at, word in enumerate(words(query)) if at not in said))
    counted = _counted(query, weights)
    return Analysis(
        query=query,
        asked_for=classify(query),
        named=named,
        unknown=unknown_names(part_that_names(query), texts),
        counted=counted,
        # What is counted is asked for, even where it stands in a name: "partners of X".
        attributes=tuple(dict.fromkeys((*counted, *weights.corrected(asked)))),
        weights=weights,
        mentioned=mentioned,
    )


def _counted(query: str, weights: TermWeights) -> tuple[str, ...]:
    found = _COUNTED.search(query)
    if not found or _IS_CODE.search(query[: found.start()]):
        return ()
    return weights.corrected(terms(_VERBS.split(found.group(1))[0]))
