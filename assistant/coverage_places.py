"""Places that a question asks for, and whether a text says that its subject is there."""

import re
from dataclasses import dataclass

from assistant.terms import words

# "In central Lund": the word that places stands so many words before the place.
_REACH = 4
_A_PLACE = r"[A-ZÅÄÖ][\w'’-]+(?:\s+(?:[A-ZÅÄÖ][\w'’-]+|region|county|area))*"
_PLACE = re.compile(
    r"\b(?P<out>outside(?: of)?|not\s+(?:located\s+|based\s+)?in)?\s*"
    r"(?:(?:located|based|situated|placed|found)\s+)?"
    r"\b(?P<how>in|at|near|within|around|from|i|på)?\s*\b(?:the\s+)?"
    rf"(?P<place>{_A_PLACE}(?:(?:,\s*|,?\s+(?:or|and|och|eller)\s+){_A_PLACE})*)"
)
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
                following = text[tokens[end - 1][0].end() :][:2]
                if not (following[:1] == " " and following[1:].isupper()):
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
    >>> find_place("funded by Vinnova").place is None
    True
    """
    for found in _PLACE.finditer(text):
        if found["how"] or found["out"]:
            forms = tuple(
                form
                for each in _EITHER.split(found["place"])
                if (form := tuple(word for word in words(each) if word not in _VAGUE))
            )
            if forms:
                place = Place(forms=forms, is_outside=bool(found["out"]))
                return Placed(
                    place=place,
                    rest=" ".join(f"{text[: found.start()]} {text[found.end() :]}".split()),
                )
    return Placed(place=None, rest=text)
