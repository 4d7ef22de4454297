"""Takes the known names out of a question: what is asked, apart from whom it is asked about.

The encoder holds "Who runs SmiLe?" and "What is SmiLe?" for nearly the same, since the name weighs
most. Apart from the name they are far from each other.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_WORD = re.compile(r"[^\W_]+")
_SHORT_FORM = re.compile(r"\(([^\W\d_][\w&.-]{1,24})\)")
# "The" is no part of a name's short forms, and "of" has no initial.
_SMALL = frozenset({"the", "of", "and", "for", "in", "to", "by", "och", "för", "av", "i"})
# Initials of fewer words are too often a word.
_FEWEST_INITIALS = 3
_STAND_IN = "it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A question in two: the names in it, and its words with "it" in place of each name."""

    named: frozenset[str]
    rest: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names of what the documents are about, each with the ways to write it."""

    forms: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    longest: int = 0

    def split(self, question: str) -> Split:
        """Take out every known name, the longest first.

        >>> names = names_of(["SmiLe Incubator", "Medicon Valley Alliance"])
        >>> names.split("Who runs smile?").rest, names.split("MVA members").rest
        ('Who runs it?', 'it members')
        """
        found = list(_WORD.finditer(question))
        folded = [word.group().casefold() for word in found]
        named: set[str] = set()
        kept: list[str] = []
        at = last = 0
        while at < len(found):
            form = self._form_at(folded, at)
            if not form:
                at += 1
                continue
            named.add(self.forms[form])
            kept += [question[last : found[at].start()], _STAND_IN]
            at += len(form)
            last = found[at - 1].end()
        return Split(named=frozenset(named), rest="".join([*kept, question[last:]]))

    def _form_at(self, folded: list[str], at: int) -> tuple[str, ...]:
        for length in range(min(self.longest, len(folded) - at), 0, -1):
            form = tuple(folded[at : at + length])
            if form in self.forms:
                return form
        return ()


def names_of(titles: Iterable[str]) -> Names:
    """Learn names from titles: whole, without "the", short forms in brackets, initials.

    A first word with a capital inside it ("SmiLe Incubator") stands for the name as well, unless
    two titles begin with it.
    """
    known = sorted(set(titles))
    firsts: dict[str, int] = {}
    for title in known:
        first = _WORD.search(title)
        if first:
            firsts[first.group().casefold()] = firsts.get(first.group().casefold(), 0) + 1
    forms: dict[tuple[str, ...], str] = {}
    # A whole title goes before another's short form.
    for title in known:
        forms.setdefault(_folded(_SHORT_FORM.sub(" ", title)), title)
    for title in known:
        for form in _short_forms(title, firsts):
            forms.setdefault(form, title)
    forms.pop((), None)
    return Names(forms, max(map(len, forms), default=0))


def _short_forms(title: str, firsts: Mapping[str, int]) -> list[tuple[str, ...]]:
    found = [_folded(short) for short in _SHORT_FORM.findall(title)]
    words = _WORD.findall(_SHORT_FORM.sub(" ", title))
    if words and words[0].casefold() == "the":
        found.append(_folded(" ".join(words[1:])))
    if words and words[0][1:] != words[0][1:].lower() and firsts[words[0].casefold()] == 1:
        found.append((words[0].casefold(),))
    long = [word for word in words if word.casefold() not in _SMALL]
    if len(long) >= _FEWEST_INITIALS and all(word[0].isupper() for word in long):
        found.append(("".join(word[0] for word in long).casefold(),))
    return found


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))
