"""Names that the entity catalogue does not hold, where a sentence makes sure that they name bodies.

"Funded by Region North and Nordbanken" ties two bodies of which no document says what they are.
People are left out: the map is of organisations, programmes and funders.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.ecosystem.node_kinds import kind_nouns
from assistant.entities.names import name_of
from assistant.question.grammar import MONTHS
from assistant.question.terms import words

Strength = Literal["sure", "weak"]

_CAPITAL = r"[A-ZÅÄÖÉÜØÆ]"
_PART = rf"{_CAPITAL}[\w&.'’/+-]*[\w+]|{_CAPITAL}"
_BODY = (
    "foundation|stiftelse|Region|University|College|Institute|Institutet|Bank|AB|Foundation|Fund|Council|County|"
    "Municipality|Kommun|kommun|stad|Landsting|Agency|Authority|Ministry|Government|Association|"
    "Federation|Society|Union|Network|Cluster|Alliance|Park|Incubator|Accelerator|Hub|Center|"
    "Centre|Hospital|Group|Holding|Ventures|Capital|Invest|Partners|Labs|Laboratory|Company|Inc|"
    "Ltd|GmbH|Oy|ASA|AS|Forum|Academy|School|Commission|Board|Office|Museum|Port|Chamber|Studios|"
    "Stiftelse|Stiftelsen|Universitet|Högskola|Högskolan|Platform|Programme|Project|Initiative|"
    r"City(?=\sof\b)|Town(?=\sof\b)|"
    "Trust|Angels|Consortium|Innovation|Research|Science|Technologies|Solutions|Biotech|Energy"
)
# "of" joins any two parts of a name, "for" those of a body: "Centre for Offshore Wind".
# Of two nouns of which none is a body, "and" makes one name.
_SCIENCES = (
    r"(?:Sciences?|Research|Arts|Food|Health|Trade|Education|Industry|Life\sScience)\s+(?:and|&)\s+"
    r"(?:Technology|Innovation|Development|Engineering|Sciences?|Industry|Design|Research|"
    r"Agriculture|Forestry|Growth)\b"
)
_UNIT = (
    r"(?:(?:Foundation|Centre|Center|Agency|Institute|Council|Office|Association|Society|Fund)"
    rf"\s+for\s+(?:the\s+)?)?(?:{_SCIENCES}|{_PART})"
)
_NAME = re.compile(
    rf"(?<![\w'’-]){_UNIT}"
    rf"(?:\s+(?:(?:of|för|av|&|del?|da|do|dos|des|du|di|van|von|der)\s+(?:the\s+|l[ao]s?\s+)?)?"
    rf"(?:{_UNIT}|\d+\b|kommun\b|stad\b|foundation\b|stiftelse\b)){{0,6}}"
)
_MUNICIPALITY = re.compile(
    rf"\b(?P<what>municipality|city|town|county|port|government|diocese)\s+of\s+"
    rf"(?:the\s+)?(?P<place>(?:{_PART})(?:\s+(?:{_PART})){{0,2}})"
)
_HAS_BODY = re.compile(rf"(?:^|\s)(?:{_BODY})(?=\s|$)")
_ABBREVIATION = re.compile(rf"{_CAPITAL}[A-ZÅÄÖ\d&-]+|\w+[a-zåäö]{_CAPITAL}\w*")
_NOUN_BEFORE = re.compile(
    r"\b(?:the|an?|den|det)\s+(?:[\w’'-]+\s+){0,3}?"
    rf"(?P<noun>{'|'.join(map(re.escape, kind_nouns()))})\s+$"
)
# One word that is no abbreviation must be long to be no given name or ordinary word.
_SHORTEST = 6
# "Anneloes ter Braak", "the Université d'Orbeyre".
_PERSON_BEHIND = re.compile(
    rf"\s+(?:(?:ter|ten|van|von|der|den|de|af|av|bin|al|zu)\s+|d['’]){_CAPITAL}"
)
# "Founded by Sony, Ericsson and ..."
_LISTED_BEFORE = re.compile(r"\bby\s$|\b[A-ZÅÄÖ]\w+,\s(?:and\s)?$")
_LISTED_BEHIND = re.compile(r",\s(?:the\s|and\s)?[A-ZÅÄÖ]|\sand\s(?:the\s)?[A-ZÅÄÖ]|\.?$")
# No person has an article: "run by the Dunmore Yard". Behind "in the" it may be a place.
_WITH_ARTICLE = re.compile(
    r"(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bacross )(?<!\baround )(?<!\bnear )\b[Tt]he $"
)
_WITHIN = re.compile(r"\b(?:[Ii]n|[Ff]rom|[Nn]ear|[Oo]utside|[Aa]round)\s$")
_ADJECTIVE = re.compile(r"(?:ian|ish|ese|ean|ican)$")
# "The Latvian Wood and Fibre Institute" is one name.
_HALF = re.compile(rf"\b[Tt]he\s+(?:{_CAPITAL}[\w’'-]*\s+)*(?P<last>{_CAPITAL}[\w’'-]*)\s+and\s+\Z")
# "The Pirkko and Veli Sarvas Foundation", "the Kenyan investor".
_NO_NAME_BEHIND = re.compile(
    rf"\s+(?:(?:and|och|&)\s+{_CAPITAL}|(?!(?:and|or|in|at|of|to|for|with|from|by|is|was|has|since|"
    r"which|that|who|on|as|until|through|also|\w+s|\w+ed)\b)"
    rf"(?!(?:{'|'.join(map(re.escape, kind_nouns()))})\b)[a-zåäö]+)"
)
_NO_BODY = frozenset(
    words(f"""
    {" ".join(MONTHS)} january monday tuesday wednesday thursday friday saturday sunday
    swedish danish norwegian finnish nordic european english german french dutch british american
    sweden denmark norway finland iceland europe germany france spain italy japan canada scandinavia
    austria belgium slovenia wales scotland ireland estonia latvia lithuania poland netherlands
    switzerland usa uk eu internet instagram twitter facebook linkedin ceo sek eur usd gbp nok dkk
    chf inr pln cad aud huf czk jpy isk ron
    ict it ai iot sme smes ip vc hr pr atmp atmps gmp ipo esg sdg sdgs
    chapter section table figure phase agenda
    """)
)
_TITLES = frozenset(words("professor doctor dr mr mrs ms sir dame minister mayor president prince"))


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideName:
    """That `text[start:end]` names a body that the catalogue does not hold.

    Attributes:
        name: As it is shown.
        start: First character.
        end: One past the last.
        strength: "weak" where the same words may name a person.
        noun: The noun right before it, "the ferry company ..."; "" for none.
    """

    name: str
    start: int
    end: int
    strength: Strength
    noun: str = ""


def outside_names(
    text: str, taken: Sequence[tuple[int, int]], places: frozenset[str]
) -> Iterator[OutsideName]:
    """Give the names in a text that overlap nothing taken, in no order.

    Args:
        text: A sentence or an item of a list.
        taken: Stretches that are named already.
        places: Words that the documents use as places.
    """
    held = list(taken)
    for found in _MUNICIPALITY.finditer(text):
        if _is_free(found.start(), found.end(), held):
            held.append(found.span())
            name = f"{found['what'].capitalize()} of {found['place']}"
            yield OutsideName(
                name=name, start=found.start(), end=found.end(), strength="sure", noun=found["what"]
            )
    for found in _NAME.finditer(text):
        if not _is_free(found.start(), found.end(), held):
            continue
        made = _named(text, found, places)
        if made is not None:
            yield made


def whole_name(text: str) -> OutsideName | None:
    """Read a list's item that is a name and nothing else; None when it is more or less.

    >>> whole_name("the Regional Council of Skåne").name, whole_name("Malmö stad").name
    ('Regional Council of Skåne', 'Malmö stad')
    >>> whole_name("hospitals"), whole_name("SciLifeLab, opened in 2010").name
    (None, 'SciLifeLab')
    """
    found = _ITEM_NAME.match(text)
    made = name_of(found["name"]) if found else None
    if found is None or made is None or set(words(made.name)) <= _NO_BODY:
        return None
    is_sure = _HAS_BODY.search(made.name) or _ABBREVIATION.search(made.name)
    start, end = found.span("name")
    strength: Strength = "sure" if is_sure else "weak"
    return OutsideName(name=made.name, start=start, end=end, strength=strength)


_ITEM_NAME = re.compile(
    rf"(?:[Tt]he\s+)?(?P<name>(?:{_PART})(?:\s+(?:(?:of|for|and|&|in|för|och|av)\s+(?:the\s+)?)?"
    rf"(?:{_PART}|\d+|kommun|stad|foundation|län))*)\s*(?:\([^()]*\)\s*)?(?:[,.;]|\s[–—-]\s|$)"
)


def is_half_of_a_name(text: str, start: int) -> bool:
    """Whether what begins at a place goes on with a name that has an "and" within.

    >>> is_half_of_a_name("run by the Wood and Fibre Institute", 20)
    True
    >>> is_half_of_a_name("run by the Wood Fund and Fibre Institute", 25)
    False
    """
    found = _HALF.search(text[:start])
    return found is not None and not _HAS_BODY.search(found["last"])


def _is_free(start: int, end: int, held: Sequence[tuple[int, int]]) -> bool:
    return all(end <= first or start >= last for first, last in held)


def _named(text: str, found: re.Match[str], places: frozenset[str]) -> OutsideName | None:
    written = found.group()
    made = name_of(written)
    if made is None or made.name not in written or made.name[0].islower():
        return None
    name = made.name
    start = found.start() + written.index(name)
    if names_no_body(name) or _PERSON_BEHIND.match(text, start + len(name)):
        return None
    if is_half_of_a_name(text, start):
        return None
    before = _NOUN_BEFORE.search(text[:start])
    if before and name not in places:
        return OutsideName(
            name=name, start=start, end=start + len(name), strength="sure", noun=before["noun"]
        )
    strength = _strength(name, text[:start], text[start + len(name) :], places)
    if strength is None:
        return None
    return OutsideName(name=name, start=start, end=start + len(name), strength=strength)


def names_no_body(name: str) -> bool:
    """Whether capitalised words name no body: months, countries, people by their titles."""
    folded = words(name)
    plain = {word for word in folded if not word.isdecimal()}
    return not folded or plain <= _NO_BODY or folded[0] in _TITLES


def _strength(name: str, before: str, behind: str, places: frozenset[str]) -> Strength | None:
    """Say how sure it is that a name is a body's, from its words and those around it."""
    is_single = " " not in name
    if is_single and before.endswith("the ") and _NO_NAME_BEHIND.match(behind):
        return None
    is_body = _HAS_BODY.search(name) is not None and not is_single
    first = name.split()[0]
    if is_body or (_ABBREVIATION.fullmatch(first) and first not in places):
        return "sure"
    if not is_single and name not in places and _WITH_ARTICLE.search(before):
        return "sure"
    if not is_single:
        return "weak" if name not in places else None
    if _WITHIN.search(before):
        return None
    # Among semicolons a comma parts who from where: "Kelp Yard, China; ...".
    is_listed = ";" not in before and _LISTED_BEFORE.search(before)
    if is_listed and _LISTED_BEHIND.match(behind) and name not in places:
        return "weak"
    is_word = not before or len(name) < _SHORTEST or _ADJECTIVE.search(name)
    if is_word or name in places:
        return None
    return "weak" if before.endswith("by ") else "sure"
