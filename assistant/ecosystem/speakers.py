"""Whom "it", "the cluster" and "we" mean in a document's running text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.ecosystem.masking import Party
from assistant.ecosystem.wording import ROLE
from assistant.entities.entity import Entity
from assistant.entities.kinds import kind_words
from assistant.entities.names import form_of, names_of_title
from assistant.entities.titles import names_in_title
from index.passage import Passage

_POINTING = re.compile(
    r"\b(?:(?P<we>[Ww]e|[Vv]i|us)|(?P<it>[Ii]t|Den|Det)|(?P<its>^Its|^Dess)|(?P<our>[Oo]ur|[Vv]år)|"
    r"(?P<here>(?:(?<=found )|(?<=based )|(?<=housed )|(?<=located )|(?<=premises ))here)|"
    r"(?:[Tt]he|[Tt]his)\s+(?P<noun>[a-zåäö-]+(?:\s[a-zåäö-]+)?))\b"
)
# "Kelpo makes pumps; it is owned by": the subject of the same sentence.
_IT = re.compile(r"\bit\b")
_NEXT_CLAUSE = re.compile(r"(?:;\s+|,\s+(?:and|but)\s+)$")
# "Our fund" is who says so, if it is one.
_OUR_NOUN = re.compile(r"\s+(?P<noun>[a-zåäö-]+)")
# "Co-founders are ...": of whom the sentence before speaks.
_ROLE_FIRST = re.compile(
    rf"(?:[Tt]he\s+)?(?:(?:current|main|largest|founding|first|\w+ing)\s+){{0,2}}{ROLE}\s+"
    r"(?:(?:for|in)\s+\d{4}\s+)?(?:are|is|includes?)\b",
    re.I,
)
# "A non-profit network founded by ...", below a heading with a name.
_FRAGMENT = re.compile(r"(?:An?|The|This\s+is\s+an?)\s+[a-zåäö]")
# "The network of companies", "the company Ember" and "the fund's" point at somebody else.
_GOES_ON = re.compile(r"\s+(?:of|for|from|in\s+which|called|named)\b|\s+⟦|\s+[A-ZÅÄÖ]")
# What may follow "the cluster" where that is all: in "the cluster manager" it is somebody else.
_ENDS = re.compile(
    r"$|[\s]*[,.;:!?)'’]|\s+(?:is|are|was|were|has|have|had|also|now|in|at|on|to|with|by|and|or|since|as|"
    r"will|can|ran|began|took|got|won|gave|led|together|jointly|through|during|until|under|after|before|without|within|near|beside|this|\w+s|\w+ed|är|har|som|och)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Whom a sentence may mean without naming.

    Attributes:
        subject: Whom the document is about; None when about nobody.
        owner: Whom the passage is about.
        before: Who was the subject of the sentence before, in the same paragraph; None for nobody
            or where the sentence begins a paragraph.
        is_first: Whether the sentence begins a paragraph.
        named_before: Who was named earlier in the paragraph.
        told_before: The paragraph up to the sentence.
        is_headed: Whether a heading with nothing but the owner's name stands right above.
    """

    subject: Entity | None
    owner: Entity | None
    before: Entity | None = None
    is_first: bool = True
    named_before: tuple[Entity, ...] = ()
    told_before: str = ""
    is_headed: bool = False

    def pointed_at(self, text: str, offset: int, taken: Sequence[Party]) -> Iterator[Party]:
        """Give the places of a text that point at somebody without a name."""
        yield from _subject_again(text, offset, taken)
        if self.owner is None:
            return
        if self.is_headed and _FRAGMENT.match(text):
            yield Party(name=self.owner.name, start=offset, end=offset, is_said=False)
        role = _ROLE_FIRST.match(text)
        # "Ember is a founder of Kelpo. The founders are ..." are Kelpo's.
        if role and role["role"].lower() not in self.told_before.lower():
            # "The paying partners are" are the page's, "the operator is" may be anybody's.
            is_several = text[: role.end()].endswith(("are", "include"))
            meant = (
                self.owner if self.is_first else self.before or (self.owner if is_several else None)
            )
            if meant is not None:
                yield Party(
                    name=meant.name, start=offset, end=offset, is_said=False, is_possessive=True
                )
        for found in _POINTING.finditer(text):
            start, end = found.span()
            at = start + offset
            if any(party.start < end + offset and at < party.end for party in taken):
                continue
            yield from self._party_at(text, offset, found, taken)

    def _party_at(
        self, text: str, offset: int, found: re.Match[str], taken: Sequence[Party]
    ) -> Iterator[Party]:
        """Give whom the words at one place point at; nobody where that is not clear."""
        at = found.start() + offset
        if (
            found["it"]
            and _NEXT_CLAUSE.search(text[: found.start()])
            and _opens(text, offset, taken)
        ):
            return
        meant, end = self._meant(text, found)
        if meant is None or (found["it"] and _has_other(text, offset, at, taken, meant)):
            return
        called = _OUR_NOUN.match(text, end) if found["our"] else None
        is_itself = called is not None and is_called(meant, called["noun"])
        if called is not None and is_itself and _ENDS.match(text, called.end()):
            end = called.end()
        else:
            is_itself = False
        yield Party(
            name=meant.name,
            start=at,
            end=end + offset,
            is_said=False,
            is_possessive=bool(found["its"] or found["our"]) and not is_itself,
            is_place=bool(found["here"]),
        )

    def _meant(self, text: str, found: re.Match[str]) -> tuple[Entity | None, int]:
        if found["we"] or found["our"]:
            return self.subject, found.end()
        if found["here"]:
            return self.owner, found.end()
        if found["it"] or found["its"]:
            return (self.owner if self.is_first else self.before), found.end()
        words = found["noun"].split()
        for size in range(len(words), 0, -1):
            end = found.start("noun") + len(" ".join(words[:size]))
            if _GOES_ON.match(text, end) or not _ENDS.match(text, end):
                continue
            meant = self._of_kind(" ".join(words[:size]))
            if meant is not None:
                return meant, end
        return None, found.end()

    def _of_kind(self, noun: str) -> Entity | None:
        """Give who is so called: one named just now, or whom the text is about, if they agree."""
        named = {each.name: each for each in self.named_before if is_called(each, noun)}
        about = [each for each in (self.owner, self.subject) if each and is_called(each, noun)]
        if named and about and about[0].name not in named:
            return None
        # "Metal Cluster North" of which the catalogue knows nothing is "the cluster", too.
        others = self.told_before
        for each in about[:1] or named.values():
            others = others.replace(each.name, "")
        if re.search(rf"\b{re.escape(noun.split()[-1].capitalize())}\b", others):
            return None
        if len(named) == 1 or (about and about[0].name in named):
            meant = about[0] if about else next(iter(named.values()))
            return None if _brings_another(self.told_before, meant.name, noun) else meant
        return about[0] if about and not named else None


def _brings_another(told: str, name: str, noun: str) -> bool:
    """Whether a sentence after the last that names somebody speaks of another of its kind."""
    later = told.rpartition(name)[2].partition(". ")[2]
    # "It is a project" is no other one.
    return bool(re.search(rf"(?<!It is )\ban?\s(?:[\w-]+\s){{0,2}}{re.escape(noun)}\b", later))


def _subject_again(text: str, offset: int, taken: Sequence[Party]) -> Iterator[Party]:
    """Give the subject of a sentence for each "it" with which a further clause begins."""
    first = _opens(text, offset, taken)
    for found in _IT.finditer(text) if first else ():
        start, end = found.start() + offset, found.end() + offset
        if first and _NEXT_CLAUSE.search(text[: found.start()]):
            yield replace(first, start=start, end=end, is_said=False)


def _opens(text: str, offset: int, taken: Sequence[Party]) -> Party | None:
    """Give who is named at the very beginning of a text."""
    first = min(taken, key=lambda party: party.start, default=None)
    is_first = first and text[: first.start - offset].casefold() in {"", "the "}
    return first if is_first else None


def _has_other(text: str, offset: int, place: int, taken: Sequence[Party], meant: Entity) -> bool:
    """Whether an "it" may mean somebody named before in its sentence, who is no subject there."""
    return any(
        party.name != meant.name
        and party.start < place
        and not _CLAUSE_BEGINS.search(text[: party.start - offset])
        for party in taken
    )


_CLAUSE_BEGINS = re.compile(
    r"(?:^|[;:.,–—-]\s+)(?:(?:and|but|while|whereas|och|men)\s+)?(?:[Tt]he\s+)?\Z"
    r"|\band\s+(?:the\s+)?\Z"
)


# "The city" is where it is.
_PLACES = frozenset(
    {
        "city",
        "town",
        "county",
        "region",
        "municipality",
        "country",
        "district",
        "area",
        "state",
        "province",
        "village",
    }
)


def is_called(entity: Entity, noun: str) -> bool:
    """Whether an entity may be called by a noun: "the cluster", "the forum"."""
    kind = kind_words(noun)
    if kind[-1:] and kind[-1] in _PLACES:
        return False
    if any(have[-len(kind) :] == kind for have in entity.kinds):
        return True
    return form_of(entity.name)[-1:] == kind


def subject_of(
    passage: Passage, voices: Sequence[Entity], named: Mapping[str, Entity]
) -> Entity | None:
    """Give whom a document is about: who says "we" in it, or whom its title names.

    Args:
        passage: One of its passages.
        voices: Who says "we" in it.
        named: All entities by their joined forms.
    """
    if len(voices) == 1:
        return voices[0]
    for name in (*names_of_title(passage.title), *names_in_title(passage.title)):
        for form in name.forms:
            found = named.get(" ".join(form))
            if found is not None and passage.document_id in found.own:
                return found
    return None
