"""Words as they are compared: lower case, without accents, stemmed lightly, paraphrases joined.

For comparing a question with a text; what is shown is never touched.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from math import log

from index.fulltext import STOP_WORDS

_WORD = re.compile(r"[^\W_]+")
# One word in three spellings, of which "start" is no part.
_START_UP = re.compile(r"\bstart[- ]up(?=s?\b)", re.I)

# Longest first: the first that fits is taken.
_SUFFIXES = (
    "isations", "isation", "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion",
    "ors", "ers", "ies", "ied", "or", "er", "es", "ed", "s", "y", "e",
)  # fmt: skip
_SHORTEST_STEM = 3
# They look like forms of other words: parking is in no way a park.
_NO_FORMS = frozenset({"parking", "evening", "evenings", "housing"})

# Words that questions and documents use for the same thing; each line is one meaning.
_PARAPHRASES = """
    found founder founding foundation establish create start launch begin begun began initiate form\
 set origin
    open inaugurate
    fund finance pay money grant sponsor funder financier bankroll
    equity share stake ownership
    head lead leader ceo director chief manager boss
    run operate manage administer responsible charge
    company firm business enterprise sme
    startup start-ups
    participant participate member partner join involve belong part
    help support assist backing
    raise collect
    aim goal objective purpose vision mission
    place site location locate base situate
    focus concentrate area field topic subject theme
    name call title known
    collaborate cooperate joint together collaboration cooperation jointly
    old former formerly previous earlier used
    competition contest
    yearly annual annually
    university universities academy
    amount sum figure
    laboratory lab
    hospital clinic
    teach course programme education
    build construct
    largest biggest
    customer client buyer
    offer provide give service
"""

# Words of questions that no document needs to hold for the question to be answered.
_ASKING = """
    please tell describe explain list name year date time number amount many much kind sort type
    thing exactly actually currently still also happen know want like mean stand say find show
    organisation organization people person someone anybody body information detail details
    true whole main all every each any other others else apart from one ones need wonder hear
"""
# By the word, not the stem: "even" is no "evening".
_SAYS_NOTHING = re.compile(
    r"\b(?:even|ever|yet|already|ago|quite|maybe|perhaps|"
    # "Won't" is no form of "to win".
    r"(?:won|don|doesn|didn|isn|aren|wasn|weren|couldn|wouldn|shouldn|hasn|haven)['’ ]t)\b",
    re.I,
)


def stem(word: str) -> str:
    """Cut a lower-case word down to what its forms share; never below three letters.

    >>> [stem(word) for word in ("founders", "founded", "universities", "runs", "running")]
    ['found', 'found', 'universit', 'run', 'run']
    """
    if word in _NO_FORMS:
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            word = word[: -len(suffix)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "lsaeiou":
        word = word[:-1]
    return word


@lru_cache(maxsize=1)
def _meanings() -> Mapping[str, str]:
    meanings: dict[str, str] = {}
    for line in _PARAPHRASES.strip().splitlines():
        stems = [stem(word) for word in _fold(line).split()]
        for each in stems:
            meanings.setdefault(each, f"~{stems[0]}")
    return meanings


def _fold(text: str) -> str:
    """Lower case without accents: "Skåne" and "skane" are the same."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """Give a text's words in order, folded.

    >>> words("Skåne's start-ups")
    ['skane', 's', 'start', 'ups']
    """
    return _WORD.findall(_fold(text))


@lru_cache(maxsize=4096)
def terms(text: str) -> tuple[str, ...]:
    """Give a text's terms in order: stems of its words, paraphrases by one name, no stop words.

    >>> terms("Who funds it?") == terms("financed")
    True
    """
    meanings = _meanings()
    every = words(_START_UP.sub("startup", text))
    kept = (word for word in every if word not in STOP_WORDS and len(word) > 1)
    return tuple(meanings.get(stemmed, stemmed) for stemmed in map(stem, kept))


def asked_terms(question: str) -> tuple[str, ...]:
    """Give the terms of a question that its answer is expected to hold, once each.

    >>> asked_terms("Please tell me, how many companies has SmiLe supported?")
    ('~compan', 'smil', '~help')
    """
    asking = set(terms(_ASKING))
    every = dict.fromkeys(terms(_SAYS_NOTHING.sub(" ", question)))
    # Paraphrased words stay: "name" may be asking, "founded" is not.
    return tuple(term for term in every if term not in asking) or tuple(every)


class TermWeights:
    """How much a term says: rare among the passages read is much, found in all is little."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count in how many of the texts each term occurs."""
        self._counts: dict[str, int] = {}
        self._texts = 0
        for text in texts:
            self._texts += 1
            for term in set(terms(text)):
                self._counts[term] = self._counts.get(term, 0) + 1

    def weight(self, term: str) -> float:
        """Give the inverse document frequency, above 0; the highest for a term found nowhere."""
        return log(1 + (self._texts + 1) / (self._counts.get(term, 0) + 0.5))

    def knows(self, term: str) -> bool:
        """Whether any of the texts holds the term."""
        return term in self._counts

    def corrected(self, asked: Iterable[str]) -> tuple[str, ...]:
        """Replace terms found nowhere by the nearest one found, where one is near enough."""
        known = [term for term in self._counts if not term.startswith("~")]
        return tuple(term if self.knows(term) else _nearest(term, known) for term in asked)

    def coverage(self, asked: Iterable[str], held: Iterable[str]) -> float:
        """Give the weighted share of asked terms that are held, 0 to 1; 0 when none are asked."""
        have, every = set(held), list(asked)
        total = sum(self.weight(term) for term in every)
        found = sum(self.weight(term) for term in every if term in have)
        return found / total if total else 0.0


# Above this ratio of difflib two words are taken for the same, misspelt; shorter words are never.
_NEAR = 0.8
_SHORTEST_MISSPELT = 4


def _nearest(term: str, known: list[str]) -> str:
    if len(term) < _SHORTEST_MISSPELT or term.startswith("~") or term.isdecimal():
        return term
    # "Celebrate" is no slip for "accelerate".
    alike = [each for each in known if each[0] == term[0]]
    near = get_close_matches(term, alike, n=1, cutoff=_NEAR)
    return near[0] if near else term
