"""English forms for a translation: plurals, and verbs that agree with their subject."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_IRREGULAR = Path(__file__).parent / "lexicon" / "english.tsv"
_HISSING = re.compile(r"(?:s|sh|ch|x|z)$")
_NOUN = "n"
_VERB_COLUMNS = 3
_SHORT = 6


@cache
def _irregular() -> tuple[Mapping[str, tuple[str, str]], Mapping[str, str]]:
    """Give past and participle of irregular verbs, and irregular plurals."""
    verbs: dict[str, tuple[str, str]] = {}
    nouns: dict[str, str] = {}
    for line in _IRREGULAR.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[0] == _NOUN:
            nouns[cells[1]] = cells[2]
        elif len(cells) == _VERB_COLUMNS:
            verbs[cells[0]] = (cells[1], cells[2])
    return verbs, nouns


def plural(noun: str) -> str:
    """Give the plural of a noun, or of the last word of some.

    >>> plural("company"), plural("science park"), plural("person"), plural("business")
    ('companies', 'science parks', 'people', 'businesses')
    """
    nouns = _irregular()[1]
    if noun in nouns:
        return nouns[noun]
    *before, last = noun.split(" ")
    return " ".join([*before, nouns.get(last) or f"{_before_s(last)}s"])


def third(verb: str) -> str:
    """Give a verb's form for "it".

    >>> third("take"), third("pay for"), third("be located"), third("carry out"), third("can")
    ('takes', 'pays for', 'is located', 'carries out', 'can')
    """
    first, _, rest = verb.partition(" ")
    special = {"be": "is", "have": "has", "can": "can", "will": "will", "must": "must",
               "should": "should"}  # fmt: skip
    return f"{special.get(first) or f'{_before_s(first)}s'} {rest}".strip()


def past(verb: str) -> str:
    """Give a verb's past form.

    >>> past("found"), past("run"), past("set up"), past("stop")
    ('founded', 'ran', 'set up', 'stopped')
    """
    first, _, rest = verb.partition(" ")
    irregular = _irregular()[0].get(first)
    return f"{irregular[0] if irregular else _with_ed(first)} {rest}".strip()


def participle(verb: str) -> str:
    """Give a verb's past participle.

    >>> participle("give"), participle("finance"), participle("be located")
    ('given', 'financed', 'been located')
    """
    first, _, rest = verb.partition(" ")
    irregular = _irregular()[0].get(first)
    return f"{irregular[1] if irregular else _with_ed(first)} {rest}".strip()


def compared(adjective: str) -> tuple[str, str]:
    """Give an adjective's comparative and superlative.

    >>> compared("large"), compared("big"), compared("early")
    (('larger', 'largest'), ('bigger', 'biggest'), ('earlier', 'earliest'))
    >>> compared("important")
    ('more important', 'most important')
    """
    if adjective.endswith("y") and len(adjective) <= _SHORT:
        stem = f"{adjective[:-1]}i"
    elif re.fullmatch(r"[^aeiou]*[aeiou]{1,2}[^aeiou]*e?", adjective):
        stem = adjective.removesuffix("e")
        stem += stem[-1] if re.fullmatch(r"[^aeiou]+[aeiou][bdgmnt]", stem) else ""
    else:
        return f"more {adjective}", f"most {adjective}"
    return f"{stem}er", f"{stem}est"


def be(*, is_plural: bool, is_past: bool, is_me: bool = False) -> str:
    """Give the form of "to be" for a subject."""
    if is_past:
        return "were" if is_plural else "was"
    if is_me:
        return "am"
    return "are" if is_plural else "is"


def _before_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ie"
    return f"{word}e" if _HISSING.search(word) or word in {"go", "do"} else word


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return f"{word}d"
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ied"
    # A short word doubles its last letter, as does one that ends in "fer" or "mit".
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnptr]", word) or word.endswith(("mit", "fer")):
        return f"{word}{word[-1]}ed"
    return f"{word}ed"
