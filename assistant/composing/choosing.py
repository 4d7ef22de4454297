"""Which items of a list are asked for: "which of the founders of X are universities?".

An item's own words decide, its name, and what the documents say that it is. Where none of these
tells it of any item, the list does not answer; it is never given whole for a question for some.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.composing.kind_told import BESIDE
from assistant.entities.catalogue import EntityCatalogue
from assistant.entities.entity import Entity
from assistant.entities.kinds import (
    accepted_kinds,
    is_known,
    is_of_kind,
    kind_words,
    kinds_of_phrase,
    singular,
)
from assistant.entities.names import joined_words
from assistant.entities.places import Place
from assistant.entities.statements import Kind
from assistant.evidence.number_words import NUMBERS
from assistant.evidence.statements import Item, Statement, StatementKind
from assistant.question.choice import Restriction
from assistant.question.terms import terms, words

_PARTS = re.compile(r"\s+\|\s+|,\s+|;\s+|:\s+|\s+[–—-]\s+|\s*[()]\s*")
_TOLD_OF = re.compile(r"(?:^|[,:(–—-]\s*|\bis\s+)(?P<phrase>an?\s+[^,;.()]+)", re.I)
_THE = re.compile(r"^(?:the|den|det)\s+", re.I)
_OF = re.compile(r"\s+(?:of|for|in|at|av|för|i)\s+")
_PERSON = re.compile(
    r"(?:(?:Dr|Prof|Professor)\.?\s+)?[A-ZÅÄÖÉ][a-zåäöéü’'-]+"
    r"(?:\s+(?:de|von|van|af|[A-ZÅÄÖÉ]\.?|[A-ZÅÄÖÉ][a-zåäöéü’'-]+)){1,3}"
)
# Swedish names join what something is to what goes before, and end with the article.
_COMPOUNDS = frozenset(
    words("bank park universitet hogskola sjukhus kommun stiftelse forening institut fond bolag")
)
_ENDINGS = ("en", "et", "n", "")
_LEAST_BEFORE = 3
# In law none of these is a company.
_NO_COMPANIES = frozenset[Kind]().union(
    *(
        accepted_kinds(kind_words(each))
        for each in (
            "university", "hospital", "region", "city", "public authority", "association", "person",
            "foundation", "network", "cluster", "project", "programme", "event", "infrastructure",
            "research institute", "council", "regional council",
        )
    )
)  # fmt: skip
_ROW = " | "
# "Alfa Park, Norway"; an abbreviation is written in capitals.
_A_PLACE = re.compile(r"(?:the\s+)?(?:[A-ZÅÄÖ][\w-]*[a-zåäö]|USA|UK)(?:\s+[A-ZÅÄÖ][\w-]+){0,2}")
_SENTENCE = re.compile(r"[.!?]$")
_LONGEST_NAME = 7
_PERSONS = re.compile(
    rf"\b(?P<number>\d+|an?|{'|'.join(NUMBERS)})\s+(?:(?:private|natural)\s+)?(?:persons?|"
    r"individuals?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The items of a list that are asked for.

    Attributes:
        items: Those items, in order.
        whole: How many the list has.
        bound: "at least" where some others may be asked for too, "at most" where some of these may
            not be, "" where every item tells.
    """

    items: tuple[Item, ...]
    whole: int
    bound: str

    @property
    def counted(self) -> str:
        """How many they are."""
        return f"{self.bound} {len(self.items)}".strip()

    def of(self, statement: Statement) -> Statement:
        """Give the list with these items alone."""
        return replace(statement, items=self.items)


def items_of(statement: Statement) -> tuple[Item, ...]:
    """Give what a list names: its items, a table's rows below its head, or its only row's cells."""
    if statement.kind is not StatementKind.TABLE:
        return statement.items
    if len(statement.items) > 1:
        return statement.items[1:]
    return tuple(cell for item in statement.items for cell in _cells(item))


def _cells(item: Item) -> Iterator[Item]:
    """Give the cells of a row as items."""
    at = 0
    for text in item.text.split(_ROW):
        yield Item(start=item.start + at, end=item.start + at + len(text), text=text.strip())
        at += len(text) + len(_ROW)


def persons_told(text: str) -> int | None:
    """Give how many persons a text tells of; None where it tells no number.

    >>> persons_told("Companies, and one person, back it."), persons_told("People back it.")
    (1, None)
    """
    found = _PERSONS.search(text)
    if found is None:
        return None
    said = found["number"].lower()
    return int(said) if said.isdecimal() else int(NUMBERS.get(said, 1))


def name_in(text: str, wanted: Restriction) -> str:
    """Give the name that an item begins with, or of a row the cell that is no place asked for."""
    parts = [part for part in _PARTS.split(text) if part.strip()]
    forms = wanted.place.forms if wanted.place else ()
    return next((part for part in parts if tuple(words(part)) not in forms), text)


def are_names(items: Sequence[Item]) -> bool:
    """Whether the items of a list begin with names, most of them: sentences name nobody."""
    named = [
        item
        for item in items
        if _THE.sub("", item.text)[:1].isupper()
        and not _SENTENCE.search(item.text)
        and len(_PARTS.split(item.text)[0].split()) <= _LONGEST_NAME
    ]
    return 2 * len(named) > len(items)


def choose(
    statement: Statement, wanted: Restriction, catalogue: EntityCatalogue | None
) -> Chosen | None:
    """Choose the items that are asked for; None where the list tells of none.

    Args:
        statement: A list or a table, whole.
        wanted: What the items have to be.
        catalogue: What the documents say of names; None to go by the items alone.
    """
    items = items_of(statement)
    if wanted.kind and not are_names(items):
        return None
    told = [is_wanted(item.text, wanted, catalogue) for item in items]
    if wanted.place and statement.kind is StatementKind.TABLE and True in told:
        # A column tells where each of them is.
        told = [each or False for each in told]
    if wanted.is_negated:
        told = [None if each is None else not each for each in told]
    stated = tuple(item for item, is_so in zip(items, told, strict=True) if is_so)
    silent = tuple(item for item, is_so in zip(items, told, strict=True) if is_so is None)
    if wanted.is_of_companies and not wanted.is_negated and len(stated) + len(silent) < len(items):
        # A company's name seldom tells that it is one; those of others do.
        kept = tuple(item for item in items if item in stated or item in silent)
        return (
            Chosen(items=kept, whole=len(items), bound="at most" if silent else "")
            if kept
            else None
        )
    if not stated:
        return None
    return Chosen(items=stated, whole=len(items), bound="at least" if silent else "")


def is_wanted(text: str, wanted: Restriction, catalogue: EntityCatalogue | None) -> bool | None:
    """Whether an item is what is asked for; None where nothing tells."""
    if wanted.place:
        return _is_there(text, wanted.place, catalogue)
    if wanted.kind:
        return _is_a(text, wanted, catalogue)
    return set(wanted.terms) <= set(terms(text)) or None


def _is_there(text: str, place: Place, catalogue: EntityCatalogue | None) -> bool | None:
    """Whether an item says that it is at a place; one that names another place is not there."""
    name, *rest = (part for part in _PARTS.split(text) if part.strip())
    told = [name, *rest] if _ROW in text else rest
    if any(place.is_held_by(part) for part in told):
        return True
    if any(_A_PLACE.fullmatch(part.strip()) for part in rest):
        return False
    if place.is_held_by(name):
        return tuple(words(_THE.sub("", name))) not in place.forms or None
    regions = {region for each in _entities(name, catalogue) for region in each.regions}
    return any(place.is_held_by(region) for region in regions) or None


def _is_a(text: str, wanted: Restriction, catalogue: EntityCatalogue | None) -> bool | None:
    parts = [part for part in _PARTS.split(text) if part.strip()]
    # The cells of a row are names, each; an item begins with its name.
    names = parts if _ROW in text else parts[:1]
    entities = [entity for name in names for entity in _entities(name, catalogue)]
    kinds = [
        *(kind for name in names for kind in _kinds_in(name)),
        *(kind for found in _TOLD_OF.finditer(text) for kind in kinds_of_phrase(found["phrase"])),
        *(kind for entity in entities for kind in entity.kinds),
    ]
    is_known_kind = any(is_known(kind) for kind in kinds)
    if wanted.is_of_persons:
        is_person = any(_is_person(name, catalogue) for name in names)
        return is_person if is_known_kind or is_person else None
    accepted = accepted_kinds(wanted.kind)
    if is_of_kind(kinds, accepted) or any(_joins(name, accepted) for name in names):
        return True
    if wanted.is_of_companies:
        return False if is_of_kind(kinds, _NO_COMPANIES) else None
    return False if is_known_kind and not set(wanted.kind) & BESIDE else None


def _kinds_in(name: str) -> Sequence[Kind]:
    """Give the kinds that a name tells: "Lund University", "Region Skåne", "Council of Lund"."""
    plain = _THE.sub("", name.strip())
    head = _OF.split(plain)[0].split()
    if not head:
        return ()
    folded = "".join(words(head[-1]))
    # "Swedish Incubators & Science Parks" is none of them.
    is_phrase = head[0][:1].isupper() == head[-1][:1].isupper() and singular(folded) == folded
    last = kinds_of_phrase(f"a {' '.join(head)}") if is_phrase else ()
    begins = "".join(words(head[0]))
    first = (begins,) if len(plain.split()) > 1 and singular(begins) == begins else ()
    return (*last, *([first] if first and is_known(first) else []))


def _joins(name: str, accepted: frozenset[Kind]) -> bool:
    """Whether a name joins a kind to another word: "Handelsbanken" is a bank."""
    nouns = [kind[0] for kind in accepted if len(kind) == 1 and kind[0] in _COMPOUNDS]
    plain = {
        word.removesuffix(end) for word in words(name) for end in _ENDINGS if word.endswith(end)
    }
    return any(
        word.endswith(noun) and len(word) - len(noun) >= _LEAST_BEFORE
        for word in plain
        for noun in nouns
    )


def _is_person(name: str, catalogue: EntityCatalogue | None) -> bool:
    """Whether a name is written as a person's, and nothing says that it is of something else."""
    plain = name.strip()
    if not _PERSON.fullmatch(plain) or any(map(is_known, _kinds_in(plain))):
        return False
    every = frozenset((each,) for each in _COMPOUNDS)
    places = {word for place in (catalogue.places() if catalogue else ()) for word in words(place)}
    if _joins(plain, every) or not places.isdisjoint(words(plain)):
        return False
    return not any(is_known(kind) for one in _entities(plain, catalogue) for kind in one.kinds)


def _entities(name: str, catalogue: EntityCatalogue | None) -> list[Entity]:
    """Give what the documents know by a name."""
    if catalogue is None:
        return []
    form = tuple(words(_THE.sub("", name.strip())))
    mentions = catalogue.names().within(name, joined_words(name))
    named = {mention.name for mention in mentions}
    return [each for each in catalogue.entities() if each.name in named and form in each.forms]
