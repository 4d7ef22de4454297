"""What a question for yes or no asks to be so, as terms that a deciding statement must hold."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.composing.polarity import met_terms
from assistant.composing.subject import asked_names
from assistant.composing.vocabulary import folded, plain, properties
from assistant.evidence.statements import Statement
from assistant.question.analysis import Analysis, analyse
from assistant.question.closed import ClosedQuestion, closed_question
from assistant.question.named import mentions
from assistant.question.terms import asked_terms, stem, terms, words
from index.passage import Passage
from index.sentences import split_sentences

# Verbs that may be any other, and nouns that only say of what kind something named is.
_LIGHT = frozenset(
    stem(word)
    for word in words("""
    want need take give get ask expect let demand make receive become send away able possible
    right took taken gave given got made sent became wants needs done go come keep put really
    actual actually day days far so help helping find look thing way kind ever never enough
    particular any certain programme project initiative person anyone somebody someone another
    these yet already general generally also there back up sufficient whole hand out come came comes
    anything something nothing everything only solely exclusively alone just lose
""")
)
# What an asker tells of how they come to be there narrows nothing down.
_COMING = frozenset(
    stem(word)
    for word in words("""
    join admit admitted accept accepted apply applied enter become member select selected sign
    register start idea plan plans planning work live startup company firm business team
    founder year years old new
""")
)
_OF_ASKER = re.compile(
    r"\b(?:my|our|your|their) (?:(?:own|new|small|young) )?(?:companies|company|firms?|businesses|"
    r"business|start-?ups?|teams?|ventures?|projects?|ideas?)\b",
    re.I,
)
# Those whom something is for narrow it down as little.
_TAKERS = re.compile(
    r"\b(?:that|which|who)\s+(?:it |they )?(?:join|take part|participate|apply|(?:are|is|get|gets) "
    r"\w+ed(?: in)?|(?:support|coach|help|host|back|advise|accept|admit)s?)\b(?! (?:in|to)\b)"
    r"|\b(?:it|they|you)\s+(?:support|coach|help|host|back|advise|accept|admit)s?\b",
    re.I,
)
_PURPOSE = re.compile(
    r"\b(?:(?:for|when|by|while)\s+\w+ing|to\s+(?:help|find|get|meet))\b.*$", re.I
)
_OF_ASKER_FIRST = re.compile(r"(?:We|My|Our)\b")
_SUPPOSING = re.compile(
    r"^(?:if|when|once|suppose|supposing|assuming|because|in case|provided)\b(?: that)?\s*", re.I
)
_CLAUSES = re.compile(
    r";\s|,\s+(?=(?:and|but|so|while|whereas|although|though|which|who)\s(?!not\b))|\s(?=but\s)"
)
_ENOUGH = re.compile(r"\b(?:enough|sufficient|too (?:few|many|old|young|small|large|big))\b", re.I)
# A subject is expected within so many words of a question.
_SUBJECT_ENDS = 4
# So far before a sentence stands what it goes on with, in characters.
_BEFORE = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What is asked to be so.

    Attributes:
        closed: The plain question and what is told before it.
        analysis: Both, taken apart; its attributes are the terms that decide.
        exact: The terms that the statement itself must hold, its opposite or its negation: those
            whose properties are known.
        subject: The terms among the first words after the question's verb.
    """

    closed: ClosedQuestion
    analysis: Analysis
    exact: frozenset[str]
    subject: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How much of what is asked a statement speaks of.

    Attributes:
        own: Weighted share of the terms that the statement holds, 0 to 1.
        whole: The same with what stands around it.
        missing: The terms that neither holds.
        is_exact: Whether the statement holds a term that it must, and its heading or the sentence
            before it the others.
        is_narrower: Whether what the statement does not hold only narrows down what it does: it
            speaks of festivals, the question of music festivals.
    """

    own: float
    whole: float
    missing: frozenset[str]
    is_exact: bool
    is_narrower: bool


def proposition_of(analysis: Analysis, passages: Sequence[Passage]) -> Proposition:
    """Take a question for yes or no out of its frame, and apart.

    Args:
        analysis: The question as asked, taken apart.
        passages: The passages that were found for it.
    """
    closed = closed_question(analysis.query) or ClosedQuestion(question=analysis.query)
    asked = plain(_TAKERS.sub(" ", _OF_ASKER.sub(" ", closed.question.rstrip("?"))))
    given = _SUPPOSING.sub("", closed.given[_last_if(closed.given) :])
    given = f"{given[:1].lower()}{given[1:]}" if _OF_ASKER_FIRST.match(given) else given
    again = analyse(" ".join(f"{asked} {given}".split()), passages)
    known = {term for word in folded(asked) if properties(word) for term in terms(word)}
    core = _core(again, known, set(terms(given)) - set(terms(asked)))
    return Proposition(
        closed=closed,
        analysis=replace(again, attributes=core, asked_for=analysis.asked_for),
        exact=frozenset(known & set(core)),
        subject=frozenset(terms(" ".join(words(asked)[1:_SUBJECT_ENDS]))),
    )


def _last_if(given: str) -> int:
    """Where the condition begins in what is told before: "A worry: if they take us"."""
    found = list(re.finditer(r"\b(?:if|in case|provided)\b", given, re.I))
    return found[-1].start() if found else 0


def asks_admission(closed: ClosedQuestion) -> bool:
    """Whether a question asks who may take part, or whether something is enough for it."""
    asked = f"{closed.question} {closed.given}"
    said = {each for word in words(plain(asked)) for each in properties(word)}
    return bool(said & properties("eligible")) or _ENOUGH.search(asked) is not None


def _core(analysis: Analysis, known: AbstractSet[str], given: AbstractSet[str]) -> tuple[str, ...]:
    """Give the terms that decide; words of a known property are not taken for misspelt."""
    said = {at for one in (*analysis.named, *analysis.mentioned) for at in one.said}
    left = [word for at, word in enumerate(words(analysis.query)) if at not in said]
    kept = " ".join(
        word for word in left if stem(word) not in _LIGHT and not _is_coming(word, given)
    )
    asked = asked_terms(kept) if kept else ()
    exact = tuple(term for term in asked if term in known)
    others = analysis.weights.corrected(term for term in asked if term not in known)
    return tuple(dict.fromkeys((*exact, *others)))


def _is_coming(word: str, given: AbstractSet[str]) -> bool:
    """Whether a word only tells how the asker comes to be there, or a number to be compared."""
    return bool(set(terms(word)) & given) and (stem(word) in _COMING or word.isdecimal())


def match(proposition: Proposition, statement: Statement) -> Match:
    """Compare what is asked with what a statement says, and with what stands around it."""
    analysis, passage = proposition.analysis, statement.passage
    core = analysis.attributes
    exact = proposition.exact
    own = met_terms(analysis, told(statement, analysis) if statement.items else statement.text)
    whole = own | met_terms(analysis, f"{passage.title} {passage.heading or ''}")
    near = set(whole)
    if not _names_itself(analysis, statement):
        # What names whom it is about stands alone; anything else goes on with what was said.
        near |= met_terms(analysis, sentence_before(statement))
        whole |= met_terms(analysis, before(statement))
    return Match(
        own=analysis.weights.coverage(core, own),
        whole=analysis.weights.coverage(core, whole),
        missing=frozenset(core) - whole,
        is_exact=exact <= near and (not exact or bool(exact & own)),
        is_narrower=_is_narrower(proposition, own),
    )


def _names_itself(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement names in its first half whom it is about."""
    first = statement.text[: (len(statement.text) + 1) // 2]
    return any(mentions(one, first) for one in (*analysis.named, *analysis.mentioned))


def purpose_terms(proposition: Proposition) -> frozenset[str]:
    """Give the terms of what something is done for: "an invoice for helping me to find a lab"."""
    found = _PURPOSE.search(proposition.closed.question)
    return frozenset(terms(found.group())) if found else frozenset()


def is_light(term: str) -> bool:
    """Whether a term hardly says what is asked: "give", "come", "programme"."""
    return term in _LIGHT


def sentence_before(statement: Statement) -> str:
    """Give the sentence right before a statement in its paragraph, "" where there is none."""
    text = before(statement)
    spans = split_sentences(text)
    return text[spans[-1].start :] if spans else ""


def _is_narrower(proposition: Proposition, own: AbstractSet[str]) -> bool:
    core = set(proposition.analysis.attributes)
    said = [term for word in folded(plain(proposition.closed.question)) for term in terms(word)]
    missing = core - own
    pairs = {one: two for one, two in pairwise(said) if one in missing}
    return bool(core & own) and all(pairs.get(term, "") in own for term in missing)


def before(statement: Statement) -> str:
    """Give what stands before a statement in its paragraph."""
    return statement.paragraph_before[-_BEFORE:]


def told(statement: Statement, analysis: Analysis) -> str:
    """Give the part of a statement that decides.

    Of a list, its lead-in and the best item; of a sentence, the shortest clause that holds all
    of what is asked that the sentence holds.
    """
    if statement.items:
        names = {word for name in asked_names(analysis) for word in name}
        own = [item for item in statement.items if names and names <= set(words(item.text))]
        best = max(own or statement.items, key=lambda item: _said(analysis, item.text))
        return f"{statement.lead_in} {best.text}".strip()
    held = met_terms(analysis, statement.text)
    clauses = [each for each in _CLAUSES.split(statement.text) if each]
    whole = [each for each in clauses if met_terms(analysis, each) == held]
    return min(whole, key=len, default=statement.text)


def _said(analysis: Analysis, text: str) -> int:
    names = {word for one in analysis.named for form in one.forms for word in form}
    return len(met_terms(analysis, text)) + len(set(words(text)) & names)
