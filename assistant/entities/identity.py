"""Which names are one body's: as they are written, and as a sentence says.

Only what is certain: names that differ in the language of one noun, in "and", or in a legal form,
and sentences that say so. What may be two stays two.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.entities.kinds import NAMED, is_known, kinds_of_phrase
from assistant.entities.names import NAME, Name, form_of, is_abbreviation, name_of
from assistant.entities.statements import Fact, kind_in_name, sentences_of
from assistant.evidence.statements import Statement

_JOINERS = frozenset({"and", "och"})
_OF_PLACE = frozenset({"municipality", "city", "town"})
_PLACE_OF = frozenset({"municipality", "kommun", "stad"})
# What stands before and behind the place in the names of a region's authority.
_REGIONS = (
    (("regional", "council", "of"), ()), ((), ("regional", "council")),
    (("region", "of"), ()), (("region",), ()), ((), ("region",)),
)  # fmt: skip
_LANGUAGES = {"universitet": "university", "institutet": "institute", "institut": "institute"}
_DATED = r"(?:(?:In|Since|From|As\s+of)\s+(?:\w+\s+)?\d{4},?\s+)?(?:[Tt]he\s+)?"
_OTHER = rf"(?:the\s+)?(?P<other>{NAME})"
_SAID = (
    # "Ember (formerly Spark Lab)".
    rf"(?P<name>{NAME})\s+\((?:formerly|previously|earlier|until\s+\d{{4}}|tidigare)\s+"
    rf"(?:known\s+as\s+|called\s+|named\s+)?{_OTHER}\)",
    # "Ember, formerly known as Spark Lab,", "the Coastal Angels, also called CAX".
    rf"(?P<name>{NAME}),?\s+(?:formerly|previously|earlier|also|now|today|until\s+\d{{4}}|tidigare)\s+"
    rf"(?:known\s+as|called|named|kallad|kallat)\s+{_OTHER}",
    rf"(?P<name>{NAME}),\s+or\s+{_OTHER}\s+for\s+short",
    # "Forskarfonden (in English the Science Fund)".
    rf"(?P<name>{NAME})\s+\((?:in\s+(?:English|Swedish)|på\s+svenska|på\s+engelska|or|called|"
    rf"known\s+as|also\s+(?:known\s+as|called)),?\s+{_OTHER}\)",
    # "Ember, formerly Spark Lab, is an incubator", "Ember started under the name Spark Lab".
    rf"^{_DATED}(?P<name>{NAME}),\s+(?:formerly|previously|tidigare)\s+{_OTHER},\s+(?:is|was|has|är)\b",
    rf"^{_DATED}(?P<name>{NAME})\s+(?:started|began|(?:was|is)\s+[a-z]+)\s+under\s+the\s+name\s+"
    rf"(?:of\s+)?{_OTHER}",
    # "In 2019 Spark Lab changed its name to Ember".
    rf"^{_DATED}(?P<name>{NAME})\s+(?:has\s+)?(?:changed\s+(?:its\s+)?name\s+to|"
    rf"(?:was|has\s+been)\s+renamed(?:\s+(?:as|to))?|"
    rf"is\s+(?:now|today)\s+(?:called|known\s+as|named)|took\s+the\s+name(?:\s+of)?)\s+{_OTHER}",
    rf"^{_DATED}(?P<name>{NAME})\s+(?:stands\s+for|is\s+short\s+for|"
    rf"is\s+an?\s+(?:abbreviation|acronym)\s+(?:of|for))\s+{_OTHER}",
)
_HINT = re.compile(
    r"\b(?:formerly|previously|earlier|until|tidigare|called|known\s+as|kallad|kallat|short|name|"
    r"renamed|stands\s+for|abbreviation|acronym)\b|\((?:or|in|på)\s"
)
_SEVERAL = re.compile(r"\s(?:and|och)\s")
_IN_YEAR = re.compile(r"\s+(?:in|since|from|on|i|sedan)\s+(?:\w+\s+)?\d.*$")
_SAME = tuple(re.compile(pattern) for pattern in _SAID)
# "Vinnova, the Swedish Governmental Agency for Innovation Systems, funds ...": not so in a list.
_APPOSED = re.compile(
    rf"(?P<before>{NAME})\s+\(the\s+(?P<within>{NAME})\)|(?:^|\bby\s+)(?:[Tt]he\s+)?(?P<name>{NAME}),\s+the\s+(?P<other>{NAME})"
    r"(?=,\s+(?!and\b|or\b|och\b|as\s+well\b|together\b)[a-z]|[.;]?$)"
)


@lru_cache(maxsize=65536)
def same_form(name: str) -> tuple[str, ...]:
    """Give a name in the form that all its spellings share.

    >>> same_form("Skåne Food & Innovation Network") == same_form("Skåne Food and Innovation Network")
    True
    >>> same_form("Lunds kommun") == same_form("City of Lund"), same_form("Lunds universitet")
    (True, ('lund', 'university'))
    """  # noqa: E501
    form = tuple(word for word in form_of(name) if word not in _JOINERS)
    if len(form) < 2:
        return form
    if form[0] in _OF_PLACE and form[1] == "of" and form[2:]:
        return (*_plain(form[2:]), "municipality")
    last = _LANGUAGES.get(form[-1], form[-1])
    if last in _PLACE_OF:
        return (*_plain(form[:-1]), "municipality")
    if last == "university":
        return (*_plain(form[:-1]), last)
    return (*form[:-1], last)


def body_form(name: str) -> tuple[str, ...]:
    """Give the form that the spellings of a name share where it names who acts, not where.

    "The Skåne Region" may be a landscape; who funds something is the authority.

    >>> body_form("Skåne Region") == body_form("Regional Council of Skåne") == ("region", "skane")
    True
    """
    form = same_form(name)
    for before, after in _REGIONS:
        place = form[len(before) : len(form) - len(after)]
        if place and form == (*before, *place, *after):
            return ("region", *place)
    return form


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the ending of the Swedish genitive, "Lunds"; names in "s" lose theirs alike."""
    return (*words[:-1], words[-1].removesuffix("s"))


def same_names_in(statement: Statement) -> Iterator[Fact]:
    """Give whom a statement says to have two names."""
    for text in filter(None, sentences_of(statement)):
        for pattern in _SAME if _HINT.search(text) else ():
            for found in pattern.finditer(text):
                yield from _both(found["name"], found["other"], statement)
        if ", the " in text or "(the " in text:
            for found in _APPOSED.finditer(text):
                name, other = (found["name"] or found["before"], found["other"] or found["within"])
                if " " in other and any(map(is_known, kinds_of_phrase(other))):
                    yield from _both(name, other, statement)


def _both(written: str, also: str, statement: Statement) -> Iterator[Fact]:
    name, other = (name_of(_IN_YEAR.sub("", each)) for each in (written, also))
    if name is None or other is None or name.name == other.name:
        return
    # "Vinnova, the Science Fund and Formas" are three.
    if _SEVERAL.search(f"{name.name} | {other.name}"):
        return
    # The one spelled out is the name, whichever stands first.
    if is_abbreviation(name.name) and " " in other.name:
        name, other = other, name
    yield Fact(
        name=Name(name=name.name, aliases=(other.name, *name.aliases, *other.aliases)),
        kinds=(kind_in_name(name.name) or kind_in_name(other.name) or NAMED,),
        document_id=statement.passage.document_id,
        statement=statement,
        is_defined=False,
        is_told=False,
    )
