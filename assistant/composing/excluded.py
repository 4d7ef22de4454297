"""Whether a list of what is left out leaves out just what is asked: "not in retail or property"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.citations import StoredDocuments
from assistant.composing.polarity import ASKED_NEGATION
from assistant.composing.proposition import Proposition
from assistant.composing.subject import is_about_all
from assistant.composing.told import Told
from assistant.evidence.ranking import Candidate
from assistant.evidence.said_words import WordLikeness
from assistant.evidence.statements import Statement
from assistant.question.grammar import AUXILIARY
from assistant.question.terms import stem, terms, words

_VERBS = (
    r"(?:invest|fund|support|finance|back|sponsor|take on|take in|take|accept|admit|help|cover|"
    r"pay for|consider|include|give (?:any )?(?:grants?|money|support|loans?))"
)
_LEAVES_OUT = re.compile(
    rf"\b(?:not|never|n[’']t)\s+(?:be used\s+(?:for|on)|{_VERBS})\w*\s+"
    r"(?:(?:in|for|to|on)\s+)?(?P<what>[^.;:]+)"
    rf"|\b{_VERBS}s?\s+(?:in\s+)?(?:no|neither)\s+(?P<no>[^.;:]+)"
    r"|\b(?:exceptions?|except(?: for)?|but not|excluded)\b:?\s+(?P<but>[^.;]+)",
    re.I,
)
_SEVERAL = re.compile(r",|\b(?:and|or)\b", re.I)
_ASKED = re.compile(
    r"\b(?:invest|fund|support|finance|back|take on|accept|help|take|put money)\s+"
    r"(?:(?:in|into|for|to)\s+)?"
    r"(?P<what>[^?]+)",
    re.I,
)
# What may be of any sort.
_ANY_SORT = frozenset(
    stem(word)
    for word in words("""
    a an the in into for of to with by and or that which who such as like my our your their
    company companies firm start up startup business project projects small new young make makes
    making about any other kind kinds sort sorts money cost costs
    develop develops built build sell sells something anything one
""")
)
# A shop is retail, and software is no property: words less alike are of another sort.
_ALIKE = 0.25
# A trip is travel; a lab is no research.
_SAME_SORT = 0.45
_LEAST, _READ = 0.1, 10
# What is asked to be paid for, or let in.
_ASKS = re.compile(
    rf"\b{_VERBS}\b|\b(?:pay|money|grants?|apply|eligible|qualify|join|get|receive|"
    r"admitted|accepted|funded|funding|supported|financed|for)\b",
    re.I,
)
_TURNED = re.compile(r"\b(?:excluded?|except|but|other than|apart from|exceptions?)\b", re.I)
_TOKEN = re.compile(r"[^\W_]+(?:[’'&-][^\W_]+)*|[^\w\s]")
_SMALL_WORD = re.compile(
    rf"(?:of|in|for|on|at|from|with|to|about|by|through|via|that|which|who|and|or|outside|within|"
    rf"without|abroad|if|when|where|as|between|into|an?|the|we|i|it|they|you|our|my|your|their|its|"
    rf"this|these|next|too|also|please|{AUXILIARY})",
    re.I,
)
# Where a noun ends and what tells it from others of its kind begins.
_FURTHER = re.compile(
    r"\s+(?=(?:of|in|for|on|at|from|with|to|about|by|through|outside|within|without|abroad|after|"
    r"before|that|which|who|whose|unless|if|when|where|as|beyond|over|under|above|below)\b)"
)
_LEADING = re.compile(r"^(?:nor\s+)?(?:to|for|in|on)\s+", re.I)
_BORDER = re.compile(r",\s*(?:and|or|nor)?\s*|\s+(?:and|or|nor|and/or)\s+")


def left_out(
    proposition: Proposition,
    candidates: Sequence[Candidate],
    documents: StoredDocuments,
    likeness: WordLikeness | None,
) -> Told | None:
    """Find what leaves out the kind of thing that is asked about: a trip is travel.

    None where nothing is asked to be paid for or let in, or where no such kind is left out. What
    is asked must be that kind, and not only speak of it: a festival app is no festival.

    Args:
        proposition: What is asked to be so, and what is told of oneself before.
        candidates: Statements, the surest first.
        documents: Where the whole page is looked up.
        likeness: Compares words; None to go by the same words alone.
    """
    closed = proposition.closed
    if not _ASKS.search(closed.question) or ASKED_NEGATION.search(closed.question):
        return None
    if _TURNED.search(closed.question):
        return None
    asked = _things(proposition)
    for one in candidates[:_READ]:
        if one.probability < _LEAST or one.statement.items:
            continue
        listed = _LEAVES_OUT.search(one.statement.text)
        kinds = _kinds(listed[listed.lastgroup or 0]) if listed else ()
        if not any(asked.is_of(kind, likeness) for kind in kinds):
            continue
        if is_about_all(proposition.analysis, one.statement, documents):
            return Told(one=one, is_so=False)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is asked about: all its words, as terms, and the nouns that say what it is."""

    said: frozenset[str]
    heads: tuple[str, ...]

    def is_of(self, kind: Sequence[str], likeness: WordLikeness | None) -> bool:
        """Whether it is of a kind, told in the words that say which one, its noun last."""
        heads = {term for head in self.heads for term in terms(head)}
        noun = set(terms(kind[-1]))
        if noun & heads:
            return set(terms(" ".join(kind))) <= self.said
        if len(kind) > 1 or likeness is None or not self.heads:
            return False
        return bool(likeness.word_likeness(self.heads, [kind[0]]).max() >= _SAME_SORT)


def _things(proposition: Proposition) -> _Asked:
    """Take what is asked about, and what is told of oneself before, apart."""
    closed = proposition.closed
    named = {
        word
        for one in (*proposition.analysis.named, *proposition.analysis.mentioned)
        for form in one.forms
        for word in form
    }
    text = f"{closed.given}. {closed.question}"
    said = [each.group() for each in _TOKEN.finditer(text)]
    heads = (
        words(word)[0]
        for word, behind in zip(said, [*said[1:], "."], strict=True)
        if _is_content(word) and not _is_content(behind) and not _ASKS.fullmatch(word)
    )
    own = (word for word in heads if word not in named and stem(word) not in _ANY_SORT)
    return _Asked(said=frozenset(terms(text)), heads=tuple(dict.fromkeys(own)))


def _is_content(word: str) -> bool:
    """Whether a word is no small one: what stands before another noun only describes that."""
    return word[0].isalnum() and not _SMALL_WORD.fullmatch(word) and bool(words(word))


def _kinds(said: str) -> tuple[tuple[str, ...], ...]:
    """Give the kinds that a text lists, each in the words that say which one, its noun last.

    >>> _kinds("basic research, travel or festivals")
    (('basic', 'research'), ('travel',), ('festivals',))
    >>> _kinds("travel outside Europe")
    (('outside', 'europe', 'travel'),)
    """
    found = []
    for piece in _BORDER.split(said):
        noun, *more = _FURTHER.split(_LEADING.sub("", piece), maxsplit=1)
        own = [word for word in words(noun) if stem(word) not in _ANY_SORT]
        rest = [word for each in more for word in words(each) if stem(word) not in _ANY_SORT]
        # "Projects about medicines" are told apart by their subject.
        found.append(tuple([*rest, *own] if own else rest))
    return tuple(each for each in found if each)


def leaves_open(question: str, statement: Statement, likeness: WordLikeness | None) -> bool:
    """Whether a statement lists what is left out, and what is asked is nothing of that, or wider.

    "No basic research" leaves research open. False where it lists nothing, or words cannot be
    compared.
    """
    listed, asked = _LEAVES_OUT.search(statement.text), _ASKED.search(question)
    said = listed[listed.lastgroup or 0] if listed else ""
    if said and asked and _is_wider(asked["what"], said):
        return True
    if not said or asked is None or not _SEVERAL.search(said) or likeness is None:
        return False
    nouns = [word for word in words(asked["what"]) if stem(word) not in _ANY_SORT]
    if not nouns or set(terms(" ".join(nouns))) & set(terms(said)):
        return False
    return bool(likeness.word_likeness(nouns, [said]).max() < _ALIKE)


def _is_wider(what: str, said: str) -> bool:
    """Whether some of what is asked is left out, told by a word before it, and none as a whole."""
    held = set(terms(what))
    nouns = [words(_FURTHER.split(_LEADING.sub("", piece))[0]) for piece in _BORDER.split(said)]
    alike = [noun for noun in nouns if noun and set(terms(noun[-1])) & held]
    return bool(alike) and not any(set(terms(" ".join(noun))) <= held for noun in alike)
