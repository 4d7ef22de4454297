"""Noun phrases of a question, found by its small words and a list of verbs; no tagger is needed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question.following.verbs import is_verb
from assistant.question.grammar import AUXILIARY
from assistant.question.terms import words

_TOKEN = re.compile(r"[^\W_]+(?:[’'\-&./][^\W_]+)*(?:[’']s?)?|[,;:?!.()]")
_AUXILIARY = re.compile(rf"^{AUXILIARY}(?:n['’]t)?$", re.I)
# "What's their fee?": not something that a "what" owns.
_CONTRACTION = re.compile(
    r"^(?:what|which|who|where|when|why|how|that|this|there|here|it|he|she|they|we|you|i)"
    r"[’'](?:s|re|ve|d|ll|m)$",
    re.I,
)
_ARTICLES = frozenset({"the", "a", "an"})
_DETERMINERS = (
    _ARTICLES
    | frozenset(
        words("this that these those my your our its their his her some any all many much several")
    )
    | frozenset({"more", "most", "other", "another", "no", "every", "each", "both", "few"})
)
_PREPOSITIONS = frozenset(
    words("""
    of in on at for from by with to into about as through during after before since until between
    among around behind near under over against within without than like versus vs per via
""")
)
# Where a phrase goes on: "the history of the Boise Greenbelt".
_LINKS = frozenset({"of", "in", "for", "on", "at", "from", "with", "to"})
_SMALL = frozenset(
    words("""
    what which when where while who whom whose why how is are was were be been being am do does did
    can could has have had will would should may might must shall not and or but if so then also
    i you we he she it they me us him them there here too very just only even ever still now more
    exactly actually really currently usually often mainly please tell list name
    describe explain give show compare
    me you us does doing done get got gets one ones else far fast
    soon yes no ok okay oh well hi hello thanks because though although
    first second third last next same such own
    already almost once twice why back along
""")
)
# They begin a phrase, and are none alone.
_BEFORE_NOUNS = frozenset(
    words("""
    good bad different similar important common popular main major typical new old young best worst
    short long large small big high low great famous special general modern traditional possible
    successful recent early late key interesting notable free
    yearly monthly weekly daily quarterly
""")
)
# Behind a noun they are mostly nouns themselves: "a waiting list", "the annual report".
_OFTEN_NOUNS = frozenset(
    words("list report plan fund study test trial process market register store guide grant show")
)
_ADJECTIVES = frozenset({"open", "close", "live"})
_ALWAYS_VERBS = frozenset(words("causes happens makes means caused led"))
_VERB_FOLLOWS = re.compile(rf"\s+{AUXILIARY}\b", re.I)
_DOES = re.compile(r"^(?:do|does|did|can|could|will|would|may|must|should)$", re.I)
_BE = re.compile(r"^(?:is|are|was|were|be|been|being|it|they|he|she|i|we|you)$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase, and where it stands.

    Attributes:
        text: It, without an article before it.
        start: Offset of its first character, an article included.
        end: Offset after its last.
        after: The small word before it, lower case, or "".
        is_plural: Whether its head is.
    """

    text: str
    start: int
    end: int
    after: str
    is_plural: bool

    @property
    def asks_which(self) -> bool:
        """Whether one of it is asked for: "which contest"."""
        return self.after in {"which", "what"} and not self.is_plural


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int
    tag: str


def phrases_in(text: str) -> tuple[Phrase, ...]:
    """Find the noun phrases of a question, in order; a phrase goes on over "of" and the like.

    >>> [phrase.text for phrase in phrases_in("What is the history of the Boise Greenbelt?")]
    ['history of the Boise Greenbelt']
    >>> [phrase.text for phrase in phrases_in("How does binge drinking affect development?")]
    ['binge drinking', 'development']
    >>> [phrase.text for phrase in phrases_in("Who's their boss?")]
    ['boss']
    >>> [phrase.text for phrase in phrases_in("Is there a waiting list?")]
    ['waiting list']
    >>> [phrase.text for phrase in phrases_in("Does the park report to Alfa?")]
    ['park', 'Alfa']
    """
    tokens = _tagged(text)
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        end = _phrase_end(tokens, at)
        if end > at:
            found.append(_phrase(text, tokens, at, end))
            at = end
        else:
            at += 1
    return tuple(found)


def head_of(phrase: str) -> str:
    """Give the noun that a phrase is about.

    >>> head_of("largest ships of the world")
    'ships'
    """
    before = re.split(r"\s+(?:of|in|for|on|at|from|with|to)\s+", phrase)[0]
    return before.split()[-1] if before.split() else phrase


def _tagged(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    for found in _TOKEN.finditer(text):
        word = found.group()
        tag = _tag("".join(words(word)), word, tokens, text[found.end() :])
        tokens.append(_Token(word, found.start(), found.end(), tag))
    return tokens


def _tag(folded: str, word: str, before: Sequence[_Token], rest: str) -> str:
    """Noun, determiner, preposition, verb, small word or punctuation."""
    if not folded:
        return "."
    if folded in _DETERMINERS:
        return "D"
    if folded in _PREPOSITIONS:
        return "P"
    is_start = not before or before[-1].tag == "."
    is_described = folded in _ADJECTIVES and bool(before) and _BE.match(before[-1].word) is not None
    if (folded in _BEFORE_NOUNS or is_described) and word[:1].islower():
        return "A"
    if word == "I" or folded in _ALWAYS_VERBS or (folded.endswith("ly") and len(folded) > 4):
        return "V" if folded in _ALWAYS_VERBS else "S"
    is_small = folded in _SMALL or _AUXILIARY.match(word) or _CONTRACTION.match(word)
    is_head = folded in _OFTEN_NOUNS and _is_head_of_phrase(before, rest)
    if is_small and not is_head and (word[:1].islower() or is_start):
        return "S"
    is_noun = is_head or _is_noun_here(before, rest)
    if word[:1].islower() and not is_noun and _may_be_verb(folded, before):
        return "V"
    return "N"


def _may_be_verb(folded: str, before: Sequence[_Token]) -> bool:
    """Whether a word is used as a verb: "drinking" is one behind "is" alone."""
    last = before[-1] if before else None
    if folded.endswith("ing"):
        return last is not None and _BE.match(last.word) is not None and is_verb(folded)
    if folded.endswith("ed") and len(folded) > 4:
        return last is None or last.tag not in "DP"
    return is_verb(folded)


def _is_noun_here(before: Sequence[_Token], rest: str) -> bool:
    """Whether a word that may be a verb is a noun by what stands around it."""
    if not before:
        return False
    last = before[-1]
    if last.tag in "DP" and last.word.lower() != "to":
        return True
    if last.word.lower() in {"which", "what"}:
        # "What costs are there" and "what costs the most".
        return _VERB_FOLLOWS.match(rest) is not None
    owns = last.word.endswith(("'s", "’s")) and not _CONTRACTION.match(last.word)
    return last.word.lower() == "many" or owns


def _is_head_of_phrase(before: Sequence[_Token], rest: str) -> bool:
    """Whether a word that is often a noun ends the phrase before it: "is there a waiting list"."""
    at = len(before) - 1
    while at >= 0 and before[at].tag in "NA" and before[at].word[:1].islower():
        at -= 1
    if at in {-1, len(before) - 1} or before[at].tag != "D":
        return False
    # "Does the park report to Alfa?" has no other verb, "what does the annual report say?" has.
    is_subject = at > 0 and _DOES.match(before[at - 1].word) is not None
    return not is_subject or any(is_verb(word) for word in words(rest))


def _phrase_end(tokens: Sequence[_Token], at: int) -> int:
    """Where a phrase that begins here ends; `at` when none does."""
    end = at
    while end < len(tokens) and tokens[end].tag == "D":
        end += 1
    nouns = end
    while end < len(tokens) and tokens[end].tag in "NA":
        end += 1
    while end > nouns and tokens[end - 1].tag == "A":
        end -= 1
    if end == nouns or (end == nouns + 1 and _is_predicate(tokens, nouns)):
        return at
    if end + 1 < len(tokens) and tokens[end].word.lower() in _LINKS:
        further = _phrase_end(tokens, end + 1)
        if further > end + 1:
            return further
    return end


def _is_predicate(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a word says only how something is: "Is it ethical?"."""
    before, word = tokens[:at], tokens[at].word
    is_last = at + 1 == len(tokens) or tokens[at + 1].tag == "."
    pronoun = bool(before) and before[-1].word.lower() in {
        "it",
        "they",
        "he",
        "she",
        "that",
        "this",
    }
    return is_last and pronoun and word.islower()


def _phrase(text: str, tokens: Sequence[_Token], at: int, end: int) -> Phrase:
    first = at
    while tokens[first].word.lower() in _ARTICLES or (
        tokens[first].tag == "D" and first + 1 < end and tokens[first + 1].tag != "P"
    ):
        first += 1
    said = text[tokens[first].start : tokens[end - 1].end]
    head = head_of(said)
    return Phrase(
        text=said,
        start=tokens[at].start,
        end=tokens[end - 1].end,
        after=tokens[at - 1].word.lower() if at else "",
        is_plural=is_plural(head),
    )


def is_plural(noun: str) -> bool:
    """Whether a noun looks like several.

    >>> is_plural("companies"), is_plural("campus"), is_plural("people")
    (True, False, True)
    """
    folded = "".join(words(noun))
    if folded in {"people", "staff", "children", "men", "women", "criteria", "media"}:
        return True
    return len(folded) > 3 and folded.endswith("s") and not folded.endswith(("ss", "us", "is"))
