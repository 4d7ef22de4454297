"""Places that a question asks for, and whether a text says that its subject is there."""

import re
from dataclasses import dataclass

from assistant.entities.countries import is_of_people
from assistant.question.terms import words

# "In central Lund": the word that places stands so many words before the place.
_REACH = 4
_A_PLACE = r"[A-ZÅÄÖ][\w'’-]+(?:\s+(?:[A-ZÅÄÖ][\w'’-]+|region|county|area))*"
_PLACE = re.compile(
    r"\b(?P<out>outside(?: of)?|not\s+(?:located\s+|based\s+)?in)?\s*"
    r"(?:(?:located|based|situated|placed|found)\s+)?"
    r"\b(?P<how>in|at|near|within|around|from|i|på|(?<=moved )into|(?<=settled )into)?\s*"
    r"\b(?:the\s+)?"
    rf"(?P<place>{_A_PLACE}(?:(?:,\s*|,?\s+(?:or|and|och|eller)\s+){_A_PLACE})*)"
)
_LONGER = re.compile(r"(?:\s[A-ZÅÄÖ][\w-]*)*\s(?P<last>[A-ZÅÄÖ][\w-]*)")
# "In Lund Science Park" is in Lund; "at Lund University" may be anywhere.
_SITES = frozenset(words("park campus hospital centre center harbour square street station house"))
_EITHER = re.compile(r",\s*(?:or|and|och|eller)?\s*|\s+(?:or|and|och|eller)\s+")
_WHERE = frozenset(words("in at near i on within around across based located på outside"))
_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something is asked to be: one of some places, each as folded words, or none of them."""

    forms: tuple[tuple[str, ...], ...]
    is_outside: bool

    def is_said_in(self, text: str) -> bool:
        """Whether a text says that its subject is there: "in Lund", "at the Lund campus".

        >>> Place(forms=(("lund",),), is_outside=False).is_said_in("A park in central Lund.")
        True
        """
        tokens = [(found, " ".join(words(found.group()))) for found in _TOKEN.finditer(text)]
        folded = [word for _, word in tokens]
        for form in self.forms:
            for at in range(len(folded) - len(form) + 1):
                end = at + len(form)
                if tuple(folded[at:end]) != form or not _WHERE & set(
                    folded[max(0, at - _REACH) : at]
                ):
                    continue
                # The beginning of a longer name is another place: "at Lund University".
                longer = _LONGER.match(text, tokens[end - 1][0].end())
                if longer is None or longer["last"].casefold() in _SITES:
                    return True
        return False

    def is_held_by(self, text: str) -> bool:
        """Whether a text names one of the places."""
        joined = f" {' '.join(words(text))} "
        return any(f" {' '.join(form)} " in joined for form in self.forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A place found in a question, and the question without it."""

    place: Place | None
    rest: str


_VAGUE = frozenset(words("region county area city"))


def find_place(text: str) -> Placed:
    """Find the place that a question asks for.

    >>> find_place("offer labs in Lund or Malmö")
    Placed(place=Place(forms=(('lund',), ('malmo',)), is_outside=False), rest='offer labs')
    >>> find_place("have moved into Lund").place.forms
    (('lund',),)
    >>> find_place("funded by Vinnova").place is None
    True
    """
    for found in _PLACE.finditer(text):
        if found["how"] or found["out"]:
            forms = tuple(
                form
                for each in _EITHER.split(found["place"])
                # "In Swedish health care" is in no place.
                if (form := tuple(word for word in words(each) if word not in _VAGUE))
                and not is_of_people(each)
            )
            if forms:
                place = Place(forms=forms, is_outside=bool(found["out"]))
                return Placed(
                    place=place,
                    rest=" ".join(f"{text[: found.start()]} {text[found.end() :]}".split()),
                )
    return Placed(place=None, rest=text)


_AFTER_WHERE = re.compile(r"\b(?:in|at|near|i|på)\s+([A-ZÅÄÖ][\w-]+)")
_SMALL_AFTER_WHERE = re.compile(
    r"(?<=\b(?:in|at))\s+([a-zåäöéü][\w-]+)|(?<=\bnear)\s+([a-zåäöéü][\w-]+)", re.I
)


def places_in(text: str) -> frozenset[str]:
    """Give the capitalised words that stand behind "in", "at" and the like.

    >>> sorted(places_in("A park in Lund, founded at KTH in 2001"))
    ['KTH', 'Lund']
    """
    return frozenset(_AFTER_WHERE.findall(text))


def with_capitals(query: str, places: frozenset[str]) -> str:
    """Write the places of a question as the documents do.

    >>> with_capitals("incubators in malmo", frozenset({"Malmö"}))
    'incubators in Malmö'
    """
    written = {" ".join(words(place)): place for place in places}

    def right(found: re.Match[str]) -> str:
        word = found.group(1) or found.group(2)
        return f" {written.get(' '.join(words(word)), word)}"

    return _SMALL_AFTER_WHERE.sub(right, query)
