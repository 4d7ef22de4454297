"""A sentence in which each name stands as a mark, so that patterns see how names are tied.

"The Coastal Angels fund Ember (EH)" becomes "The ⟦0⟧ fund ⟦1⟧".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.ecosystem.outside_names import Strength

MARK = r"⟦\d+⟧"
"""A pattern for one name."""

# "Kelp Yard, Wales;": where somebody in a list is.
_WITH_PLACE = re.compile(
    rf"(?P<mark>{MARK}),\s[A-ZÅÄÖ]\w+(?:\s[A-ZÅÄÖ]\w+)?(?P<then>;|\s(?:and|och)\s|\.?$|(?=,))"
)
# "Four companies – ⟦0⟧, ⟦1⟧ and ⟦2⟧ – founded it".
_BETWEEN_DASHES = re.compile(
    rf"(?<![\w⟧] )\b(?:The\s+)?[A-ZÅÄÖ]?[a-zåäö\d]+(?:\s[a-zåäö-]+){{1,3}}\s[–—-]\s"
    rf"(?P<list>{MARK}(?:(?:,\s|\s(?:and|och)\s|,\s(?:and|och)\s){MARK})+)\s[–—-]\s"
)
# One of a list whose items are long: a name with little before it, and a clause behind.
_ONE_OF_MANY = re.compile(
    rf"(?:and\s+)?(?:(?:the|an?)\s+)?(?:[a-zåäö-]+\s+){{0,3}}{MARK}(?:,\s+(?:which|who|where)\s[^;]*)?"
)
_CLAUSE = re.compile(r",\s+(?:which|who|where)\s[^;]*$")
_TWICE = re.compile(rf"{MARK}\s[-–]\s(?={MARK})")
_SEVERAL = 2
_NUMBER = re.compile(r"⟦(\d+)⟧")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_MARKUP = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
_MARKS = str.maketrans("⟦⟧\n\t\xa0", "[]   ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One end of what a sentence says.

    Attributes:
        name: The entity's, or as written where the catalogue holds none.
        start: First character in the document.
        end: One past the last character in the document.
        is_known: Whether the entity catalogue holds it.
        strength: How sure it is that a name from outside the catalogue names a body.
        is_said: Whether the name itself stands there, rather than "it" or "the cluster".
        is_possessive: Whether "its" or "our" stands there.
        is_place: Whether "here" stands there, for "in" the party.
        noun: What a name from outside the catalogue is called right there; "" for nothing.
    """

    name: str
    start: int
    end: int
    is_known: bool = True
    strength: Strength = "sure"
    is_said: bool = True
    is_possessive: bool = False
    is_place: bool = False
    noun: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """A text with marks, and whom the marks mean."""

    text: str
    parties: tuple[Party, ...]

    def parties_in(self, marked: str) -> tuple[Party, ...]:
        """Give whom the marks in a part of the text mean, in order."""
        return tuple(self.parties[int(found)] for found in _NUMBER.findall(marked))


def masked(text: str, offset: int, parties: Iterable[Party]) -> Masked:
    """Put marks for the parties that stand in a text; what stands in brackets is left out.

    Args:
        text: Some text of a document.
        offset: Where it begins in the document.
        parties: Who is named within, none overlapping.
    """
    ordered = sorted(parties, key=lambda party: (party.start, party.end))
    pieces: list[str] = []
    at = 0
    for number, party in enumerate(ordered):
        pieces.append(text[at : party.start - offset].translate(_MARKS))
        behind, before = "'s" * party.is_possessive, "in " * party.is_place
        # Whom no word of the text means stands apart from the word that follows.
        apart = " " * (party.start == party.end)
        pieces.append(f"{before}⟦{number}⟧{behind}{apart}")
        at = party.end - offset
    pieces.append(text[at:].translate(_MARKS))
    plain = _MARKUP.sub("", _BRACKETED.sub("", "".join(pieces)))
    return Masked(text=_plainer(" ".join(plain.split())), parties=tuple(ordered))


def _plainer(text: str) -> str:
    """Give a text in which lists are lists of marks, whatever else stands between these."""
    return _with_semicolons(_BETWEEN_DASHES.sub(r"\g<list> ", _with_commas(text)))


def _with_semicolons(text: str) -> str:
    """Read "⟦1⟧, which leases the quay; the bank ⟦2⟧; and the insurer ⟦3⟧" as a list."""
    head, *tail = text.rstrip(".").split("; ")
    if not tail or not all(_ONE_OF_MANY.fullmatch(each) for each in tail):
        return text
    plain = [_CLAUSE.sub("", each).removeprefix("and ") for each in (head, *tail)]
    return ", ".join(plain[:-1]) + f" and {plain[-1]}."


def _with_commas(text: str) -> str:
    """Read "⟦1⟧, Spain; ⟦2⟧, Wales; ⟦3⟧" as a list of marks."""
    if len(_WITH_PLACE.findall(text)) < _SEVERAL:
        return text
    return _TWICE.sub("", _WITH_PLACE.sub(r"\g<mark>\g<then>", text)).replace("⟧;", "⟧,")
