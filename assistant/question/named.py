"""Which entity a question names: titles of documents and their short forms, found in its words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.question.terms import asked_terms, words
from index.fulltext import STOP_WORDS
from index.passage import Passage

# "Medicon Valley Alliance (MVA)": what stands in brackets after a name is its short form.
_SHORT_FORM = re.compile(r"\s*\(([^\W\d_][\w&.-]{1,24}(?: [A-Z][\w-]*){0,2})\)")
# "About X", "X: what we do" and "X | Home" are titles of pages about X.
_PAGE = re.compile(
    r"^(?:about|welcome to|om|välkommen till)\s+(?=\w)|\s*(?::\s|\s[|–—-]\s).*$", re.I
)
_REGION = re.compile(
    r"\b(?:Region|County of|Municipality of|City of)\s+(?P<of>[A-ZÅÄÖ][\w-]+)"
    r"|\b(?P<town>[A-ZÅÄÖ][\w-]+)\s+(?:[Mm]unicipality|[Cc]ounty)\b"
)
_LATER_NAME = re.compile(r"\s*\(([^()]{2,60})\)\s*$")

# From this ratio of difflib on, two names are the same, misspelt.
_SAME = 0.84
# The first words of a long name stand for it: "SmiLe" for "SmiLe Incubator".
_PARTIAL = 0.7
# Short words are misspelt into each other too easily, and too common to stand for a name.
_SHORTEST_NAME = 4
_WORD = re.compile(r"[^\W_][\w&.:'’-]*[\w]|\w")
_SMALL_WORD = re.compile(r"(?<![\w-])[a-zåäö]{3,}(?![\w-])")
# "Spanish" names no entity; a text may say it in other words.
_ADJECTIVE = re.compile(r"(?:ish|ese|[ai]an|[ai]ans)$")
_STARTS = frozenset(
    words("""
    what when where which while who whom whose why how is are was were do does did can could has
    have had will would should may must the a an and but please tell list name describe in on at
    for from by with to of it i we my compare
""")
)

SURELY_NAMED = 0.75
"""From this strength on a name was not taken from its first word alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A document's entity that a question names.

    Attributes:
        document_id: The document about it.
        title: Its name.
        strength: 1.0 by its whole name or short form, less when misspelt or in part.
        forms: Its name and short forms, each as folded words.
        said: The words of the question that name it.
    """

    document_id: str
    title: str
    strength: float
    forms: tuple[tuple[str, ...], ...]
    said: frozenset[int]


def named_entities(question: str, passages: Sequence[Passage]) -> tuple[Named, ...]:
    """Find the documents' entities that a question names, the surest first.

    A name within a longer one that is also named does not count: "Medicon Valley" in "Medicon
    Valley Alliance".
    """
    asked = words(question)
    titles = {passage.document_id: passage.title for passage in passages}
    no_names = _regions(passages) | _ordinary(question, passages)
    found = []
    for document_id, title in titles.items():
        forms = _forms(title, passages)
        strength, said = max(
            (
                _match(asked, form, is_title=at == 0 and form[0] not in no_names)
                for at, form in enumerate(forms)
            ),
            key=lambda match: (match[0], len(match[1])),
        )
        if strength:
            found.append(
                Named(
                    document_id=document_id,
                    title=title,
                    strength=strength,
                    forms=tuple(forms),
                    said=said,
                )
            )
    kept = [one for one in found if not any(_hides(other, one) for other in found)]
    return tuple(sorted(kept, key=lambda named: (-named.strength, -len(named.said), named.title)))


def _regions(passages: Iterable[Passage]) -> frozenset[str]:
    """Give the names of regions and towns, which no name that begins with one is short for."""
    return frozenset(
        word
        for passage in passages
        for found in _REGION.finditer(f"{passage.context}\n{passage.text}")
        for word in words(found["of"] or found["town"])
    )


def _hides(other: Named, one: Named) -> bool:
    """Whether `other` is the name really meant by the words taken for `one`."""
    if one.said < other.said:
        return other.strength >= one.strength or (one.said < other.said and other.strength >= _SAME)
    # What is named in full is no part of a misspelt name: "Sweden bid" is no "SwedenBIO".
    is_misspelt = SURELY_NAMED < one.strength < 1 and not one.said > other.said
    if is_misspelt and other.strength == 1 and one.said & other.said:
        return True
    return one.said == other.said and other.strength > one.strength


def _forms(title: str, passages: Iterable[Passage]) -> list[tuple[str, ...]]:
    """Give a name's forms: the whole, and the short forms that passages give it in brackets."""
    title = page_name(title)
    plain = _LATER_NAME.sub("", title)
    names = [title, *([plain] if plain != title else [])]
    for passage in passages:
        at = passage.text.find(plain)
        while at >= 0:
            short = _SHORT_FORM.match(passage.text, at + len(plain))
            if short:
                names.append(short.group(1))
            at = passage.text.find(plain, at + 1)
    bracketed = _LATER_NAME.search(title)
    if bracketed:
        names.append(bracketed.group(1))
    return [form for form in dict.fromkeys(tuple(words(name)) for name in names) if form]


def _match(
    asked: list[str], form: tuple[str, ...], *, is_title: bool
) -> tuple[float, frozenset[int]]:
    """How surely some words of a question are this name, and which words."""
    best: tuple[float, frozenset[int]] = (0.0, frozenset())
    for at in range(len(asked)):
        for size in {len(form), len(form) - 1, len(form) + 1}:
            window = asked[at : at + size]
            if size < 1 or len(window) < size:
                continue
            strength = _likeness("".join(window), "".join(form))
            # "The test by Nervio" misspells no Test Bay.
            if strength < 1 and any(word in STOP_WORDS and word not in form for word in window):
                continue
            if strength > best[0]:
                best = (strength, frozenset(range(at, at + size)))
    if best[0] or not is_title:
        return best
    return _partial(asked, form)


def _ordinary(question: str, passages: Iterable[Passage]) -> frozenset[str]:
    """Give the words of a question that it and the passages write small: "the test by Nervio"."""
    small = set(_SMALL_WORD.findall(question))
    held = {word for passage in passages for word in _SMALL_WORD.findall(passage.text)}
    return frozenset(word for each in small & held for word in words(each))


def _likeness(one: str, other: str) -> float:
    """1 for equal names, the ratio for misspelt ones, 0 for others."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) < _SHORTEST_NAME + 1 or one.isdecimal():
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _SAME or matcher.quick_ratio() < _SAME:
        return 0.0
    ratio = matcher.ratio()
    return ratio * 0.95 if ratio >= _SAME else 0.0


def page_name(title: str) -> str:
    """Give the name of what a page is about, from its title.

    >>> page_name("About Alfa"), page_name("Alfa: help for founders")
    ('Alfa', 'Alfa')
    """
    return _PAGE.sub("", title) or title


def short_name(form: tuple[str, ...]) -> str | None:
    """Give the distinctive first word of a name of several words; None when it has none.

    >>> short_name(("smile", "incubator")), short_name(("swedish", "incubators"))
    ('smile', None)
    >>> short_name(("what", "s", "on", "in", "lund"))
    """
    first = form[0]
    is_common = len(form) < 2 or len(first) < _SHORTEST_NAME or first in _COMMON_BEGINNINGS
    return None if is_common or first in _STARTS else first


def _partial(asked: list[str], form: tuple[str, ...]) -> tuple[float, frozenset[int]]:
    """Match the distinctive beginning of a name."""
    first = short_name(form)
    if first is None:
        return (0.0, frozenset())
    for at, word in enumerate(asked):
        if word == first:
            said = {at}
            while asked[at + len(said) : at + len(said) + 1] == [*form[len(said) :]][:1]:
                said.add(at + len(said))
            return (_PARTIAL, frozenset(said))
    return (0.0, frozenset())


_COMMON_BEGINNINGS = frozenset(
    words("""
    the swedish sweden national nordic international european innovation life health science tools
    region university regional global open digital high photo collaboration supporting members
    bid coordinated lund malmo stockholm
""")
)


def unknown_names(question: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Give the capitalised names of a question that none of the texts holds, not even misspelt.

    >>> unknown_names("Does NOME work with Spotify?", ["NOME is a network."])
    ('Spotify',)
    """
    held = {word for text in texts for word in words(text)}
    unknown = []
    for found in _WORD.finditer(question):
        word, before = found.group(), question[: found.start()].rstrip()
        if not word[0].isupper() or len(word) == 1 or _ADJECTIVE.search(word):
            continue
        # What begins a sentence is capital anyway; only an odd capital after it tells a name.
        begins = not before or before[-1] in ".?!:"
        if begins and (word.lower() in _STARTS or word[1:].islower()):
            continue
        if _is_noun(word):
            continue
        if any(not _is_held(part, held) for part in words(word) if len(part) > 1):
            unknown.append(word)
    return tuple(unknown)


def _is_noun(word: str) -> bool:
    """Whether a word in capitals is one with known synonyms: "CEO"."""
    return any(term.startswith("~") for term in asked_terms(word))


def _is_held(word: str, held: set[str]) -> bool:
    if word in held or word.rstrip("s") in held or f"{word}s" in held:
        return True
    # A name may be written together or apart: "SciLife Lab", "Karolinska's".
    return len(word) > _SHORTEST_NAME and any(
        _likeness(word, other) for other in held if other[:1] == word[:1]
    )


def mentions(entity: Named, text: str) -> bool:
    """Whether a text holds the entity's name or one of its short forms."""
    joined = f" {' '.join(words(text))} "
    return any(f" {' '.join(form)} " in joined for form in entity.forms)
