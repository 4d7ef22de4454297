"""Noun phrases of a question, found by its small words and a list of verbs; no tagger is needed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
# Verbs that questions have; "visit" and "cost" are nouns behind an article.
_VERBS = frozenset(
    words("""
    affect allow apply arrange ask attract become begin belong bring build buy call cause change
    charge choose close coach collaborate come compare compete connect consider consist contact
    contain contribute coordinate cost cover create cure decide deliver depend develop die differ
    discover do drink drive earn eat employ enable encourage end evolve exist expect explain fall
    fight finance find finish fix fly focus follow form found fund gain get give go govern grow
    happen head help hold host impact improve include increase influence invent invest invite join
    keep kill know last launch lead leave lend let like live locate look lose make manage matter
    mean measure meet merge move need offer open operate organise organize originate own pay perform
    play prepare prevent produce promote protect prove provide publish raise reach read receive
    recommend recycle reduce relate rely remain rent report represent require result run say see
    sell serve share show sign sleep speak spend spoil sponsor spread stand start state stay stop
    study suffer supply support survive take talk teach tell test think train travel treat try turn
    use visit wait walk want watch win work write
    shift weigh hurt integrate adapt absorb encounter experience taste prefer migrate hunt breed
    rule rise burn melt swim breathe transport transmit infect treat heal recover detect owe label
    escape remove replace store process handle define measure calculate estimate predict
    accept add advise agree aim answer appear appoint assist bake bid book boost care carry catch
    celebrate check claim collect combine commit complete conduct construct convert cook cooperate
    count cut deal dedicate delay demand describe design direct donate drop employ engage enter
    establish examine exceed expand explore export feature feed fill finish fund gather generate
    grant guide hand hire hope inform inspire install instruct introduce involve issue judge lack
    lay lift link list listen lodge maintain market match mentor mind mix name note observe occupy
    order oversee pick place plan point post practise press print prioritise process promise
    propose pursue push put qualify recruit refer refuse register reject release rely remember
    renovate replace reply request research reserve resign respond retire return reward ride
    save score search seek select separate settle shut skip solve sort source specialise split
    staff stem step strengthen struggle submit succeed suggest sum supervise surround switch tackle
    target tend trade transfer trial trust unite update upgrade value vary vote warn wash wear
    welcome wish wonder wrap
    began begun born bought brought built came caught chose did drove ate fell felt found gave went
    gone grew held kept knew known led left lent lost made meant met paid ran said saw seen sold
    sent set sat slept spoke spent stood taught told took taken thought understood understand won
    wrote written done hear heard
""")
)

_ADJECTIVES = frozenset({"open", "close", "live"})
_ALWAYS_VERBS = frozenset(words("causes happens makes means caused led"))
_VERB_FOLLOWS = re.compile(rf"\s+{AUXILIARY}\b", re.I)
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


def is_verb(word: str) -> bool:
    """Whether a folded word is a form of a verb that questions have.

    >>> is_verb("funds"), is_verb("organised"), is_verb("bakery")
    (True, True, False)
    """
    if word in _VERBS:
        return True
    stems = {
        word.removesuffix(end) + more
        for end in ("s", "es", "ed", "d", "ing", "ies", "ied")
        if word.endswith(end) and len(word) - len(end) > 1
        for more in ("", "e", "y")
    }
    return bool(stems & _VERBS)


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
    if is_small and (word[:1].islower() or is_start):
        return "S"
    if word[:1].islower() and not _is_noun_here(before, rest) and _may_be_verb(folded, before):
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
