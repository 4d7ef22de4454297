"""Abbreviations as documents introduce them: "Medicon Valley Alliance (MVA)".

Only what a text itself says is an abbreviation; nothing is guessed from capital letters alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BRACKETS = re.compile(r"\(([^()\n]{2,80})\)")
_SHORT = re.compile(r"[^\W_][\w&./-]{1,9}")
_WORD = re.compile(r"[^\W_][\w&.'’/-]*")
_SENTENCE_END = re.compile(r"[.!?;:]\s|\n")
# A long form stands directly before the bracket; more text than this is never part of it.
_REACH = 120


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for, both as written."""

    short: str
    long: str


def find_abbreviations(text: str) -> Iterator[Abbreviation]:
    """Give the abbreviations that a text introduces, in order; one said twice is given twice.

    Source: Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
    biomedical text", Pacific Symposium on Biocomputing 2003.

    >>> [(a.short, a.long) for a in find_abbreviations("The Medicon Valley Alliance (MVA) met.")]
    [('MVA', 'Medicon Valley Alliance')]
    >>> [(a.short, a.long) for a in find_abbreviations("VC (venture capital) is rare (see below).")]
    [('VC', 'venture capital')]
    """
    for found in _BRACKETS.finditer(text):
        inside = found.group(1).strip()
        before = _SENTENCE_END.split(text[max(0, found.start() - _REACH) : found.start()])[-1]
        if _is_short(inside):
            if long := _long_form(inside, before.strip()):
                yield Abbreviation(inside, long)
            continue
        words = _WORD.findall(before)
        if words and _is_short(words[-1]) and _long_form(words[-1], inside) == inside:
            yield Abbreviation(words[-1], inside)


def _is_short(text: str) -> bool:
    """Whether a text looks like an abbreviation: one word with two capitals, or all of them."""
    capitals = sum(letter.isupper() for letter in text)
    return bool(_SHORT.fullmatch(text)) and (capitals > 1 or (capitals == 1 and len(text) == 2))


def _long_form(short: str, before: str) -> str:
    """The words at the end of `before` whose letters the short form takes in order; "" if none.

    Its first letter begins a word, and there are at most so many words as Schwartz and Hearst
    allow: five more than letters, or twice as many.
    """
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    folded = before.casefold()
    if len(folded) != len(before):  # some letters grow when folded, and places would not agree
        return ""
    at = len(folded)
    for index in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and not (
            folded[at] == letters[index] and (index > 0 or _begins_word(folded, at))
        ):
            at -= 1
        if at < 0:
            return ""
    long = before[at:]
    words = _WORD.findall(long)
    most = min(len(letters) + 5, len(letters) * 2)
    is_new = short.casefold() not in (word.casefold() for word in words)
    return long if 1 < len(words) <= most and is_new else ""


def _begins_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()
