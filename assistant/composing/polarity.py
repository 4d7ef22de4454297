"""Which way a statement decides what is asked: it affirms it, denies it, or says the opposite.

Negations reach to the ends of their own clause. Opposites ("free" and "fee") count as the same
property with the other sign.
"""

import re
from collections.abc import Iterable

from assistant.composing.vocabulary import folded, plain, properties
from assistant.evidence.statements import Statement
from assistant.question.alike import terms_alike
from assistant.question.analysis import Analysis
from assistant.question.terms import stem, terms, words

NEGATION = re.compile(
    r"\b(?:no|not|never|neither|nor|none|without|cannot|nobody|nothing|no one|hardly|lacks?|"
    r"lacking|refuses?|refused|declines?|declined|rejects?|excludes?|excluding|no longer|formerly|"
    r"former|used to be|instead of|rather than|replaces?|replacing|except|exceptions?|"
    # "Help from outside" denies nothing.
    r"outside(?!(?<=from outside)\s*(?:[.,;:!?]|$))|far from|"
    r"yet to|inte|ingen|inget|inga|ej|utan)\b|n['’]t\b",
    re.I,
)
_OF_NONE = re.compile(r"\W*(?:none|neither|nobody|no one|nothing)\b", re.I)
# They deny a tie, which opposites may have told already.
_APART = re.compile(
    r"\b(?:(?:independent|independently|free|separate|separately|exempt|excluded) (?:of|from)|"
    r"(?<=ly )independent)\b",
    re.I,
)
# What was so once denies only what is asked of today.
_ONCE = re.compile(r"^(?:no longer|formerly|former|used to be)$", re.I)
_ASKED_OF_PAST = re.compile(r"^(?:was|were|did|had)\b", re.I)
# Said with a negation, these negate nothing: "not only", "no later than".
_NO_NEGATION = re.compile(
    r"\b(?:not only|no (?:later|earlier|more|less|fewer) than|no doubt|nothing but|not least|"
    r"not just|without exception|last but not least|if not)\b",
    re.I,
)
# What is excepted stands in a list of its own.
_EXCEPTING = re.compile(r"^excepti?o?n?s?$", re.I)
# "Non-profit" denies profit and nothing else in its sentence.
_NON = re.compile(r"\b(?:non|not-for)[-\s]?(?P<denied>\w+)", re.I)
_CLAUSE_END = re.compile(r"[,;:]|\b(?:but|whereas|while|although|and (?:it|they|is|has))\b")
ASKED_NEGATION = re.compile(r"\b(?:not|no|never|without|cannot)\b|n['’]t\b", re.I)
# How near a negation stands to what it denies, in words.
_REACH = 6
_PREFIXES = ("un", "in", "im", "dis", "non", "ir", "il")
_SHORTEST_PREFIXED = 4

_STILL = re.compile(r"\b(?:still|currently|nowadays|today|now)\b", re.I)
# Who alone may, leaves everybody else out.
_ONLY = re.compile(
    r"^only\b|\b(?:only (?:for|to|open to|accepts?|admits?)|(?:open|for|to) only)\b", re.I
)
_ENDED = re.compile(
    r"\b(?:closed|ended|discontinued|ceased|dissolved|defunct|terminated|merged into|shut|"
    r"until \d{4}|former(?:ly)?|no longer|was replaced|has been independent)\b",
    re.I,
)


def met_terms(analysis: Analysis, text: str) -> set[str]:
    """Give the asked terms that a text speaks of: the same word, its opposite, or its negation."""
    alike = set(terms_alike(analysis.query, text)) & set(analysis.attributes)
    text = plain(text)
    held = set(terms(text))
    met = {term for term in analysis.attributes if term in held or _is_akin(term, held)}
    spoken = _spoken(folded(text))
    for word in folded(plain(analysis.query)):
        if any(number in spoken for number, _ in properties(word)):
            met |= set(terms(word))
    return met | alike


def affirms(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement that speaks of what is asked says yes to the question."""
    return affirms_in(analysis, statement.lead_in or statement.text)


def affirms_in(analysis: Analysis, text: str) -> bool:
    """Whether a text that speaks of what is asked says yes to the question."""
    sentence = plain(text)
    if _STILL.search(analysis.query) and _ENDED.search(sentence):
        return False
    if _ONLY.search(text) and not set(analysis.attributes) <= met_terms(analysis, sentence):
        return _asks_negation(analysis)
    by_non = _denies_by_non(analysis, sentence)
    is_opposite = not by_non and _is_opposite(analysis, sentence)
    denied = _is_negated(analysis, sentence) or (
        not is_opposite and _is_apart(analysis, _NON.sub(_without_non, sentence))
    )
    return (denied != is_opposite) == _asks_negation(analysis)


def is_denied(analysis: Analysis, sentence: str) -> bool:
    """Whether a negation stands near what the question asks about."""
    sentence = plain(sentence)
    return _is_negated(analysis, sentence) or _is_apart(analysis, sentence)


def is_of_none(text: str) -> bool:
    """Whether a sentence is said of nobody: "None of them is a co-working space"."""
    return _OF_NONE.match(text) is not None


def restricts(text: str) -> bool:
    """Whether a text says who alone may do something."""
    return _ONLY.search(text) is not None


def _is_negated(analysis: Analysis, sentence: str) -> bool:
    asked = set(analysis.attributes)
    said = _NO_NEGATION.sub(" ", sentence)
    if is_of_none(said):
        return True
    if _denies_by_non(analysis, said):
        return True
    said = _NON.sub(_without_non, said)
    if any(_is_prefixed(word, asked) for word in words(said)):
        return True
    is_past = _ASKED_OF_PAST.match(analysis.query) is not None
    return any(
        _reaches(analysis, said, found)
        for found in NEGATION.finditer(said)
        if not (is_past and _ONCE.match(found.group()))
    )


def _is_apart(analysis: Analysis, sentence: str) -> bool:
    asked = set(terms(analysis.query))
    return any(
        _reaches(analysis, sentence, found)
        for found in _APART.finditer(sentence)
        if not set(terms(found.group())) & asked
    )


def _without_non(found: re.Match[str]) -> str:
    return f"   {found.group()[3:]}"


def _denies_by_non(analysis: Analysis, sentence: str) -> bool:
    asked = set(analysis.attributes)
    return any(set(terms(found["denied"])) & asked for found in _NON.finditer(sentence))


def _reaches(analysis: Analysis, sentence: str, found: re.Match[str]) -> bool:
    """Whether one negation denies what is asked; it reaches to the ends of its own clause."""
    is_list = _EXCEPTING.match(found.group()) is not None
    rest = sentence[found.end() :]
    after = words(rest if is_list else _CLAUSE_END.split(rest)[0])
    after = after if is_list else after[:_REACH]
    before = words(_CLAUSE_END.split(sentence[: found.start()])[-1])[-_REACH // 2 :]
    near = set(terms(" ".join(after))) | set(terms(" ".join(before)))
    asked_properties = _spoken(words(plain(analysis.query)))
    names_near = any(set(form) <= set(after) for one in analysis.named for form in one.forms)
    asked = set(analysis.attributes)
    return (
        not asked
        or any(term in near or _is_akin(term, near) for term in asked)
        or bool(_spoken((*after, *before)) & asked_properties)
        or names_near
    )


def _asks_negation(analysis: Analysis) -> bool:
    query = _NO_NEGATION.sub(" ", analysis.query)
    return bool(ASKED_NEGATION.search(query)) != bool(_NON.search(query))


def _is_opposite(analysis: Analysis, sentence: str) -> bool:
    """Whether a sentence says the opposite of an asked word, and not the word itself."""
    said = folded(sentence)
    stems = {stem(word) for word in said}
    sides = {each for word in said for each in properties(word)}
    for word in folded(_NON.sub(lambda found: found["denied"], plain(analysis.query))):
        asked = properties(word)
        if stem(word) in stems or asked & sides:
            continue
        if any((number, not is_first) in sides for number, is_first in asked):
            return True
    return False


def _spoken(said: Iterable[str]) -> set[int]:
    """Give the numbers of the properties that words tell, on either side."""
    return {number for word in said for number, _ in properties(word)}


def _is_prefixed(word: str, asked: set[str]) -> bool:
    """Whether a word denies an asked one by its prefix: "unlimited"."""
    return any(
        word.startswith(prefix)
        and len(word) - len(prefix) >= _SHORTEST_PREFIXED
        and word not in asked
        and not properties(word)
        and set(terms(word[len(prefix) :]))
        & {term for term in asked if len(term) >= _SHORTEST_PREFIXED}
        and stem(word) not in asked
        for prefix in _PREFIXES
    )


def _is_akin(term: str, held: set[str]) -> bool:
    """Whether a held term has the same long beginning: "political" and "politically"."""
    if len(term) <= _SHORTEST_PREFIXED or term.startswith("~"):
        return False
    root = term[: max(5, len(term) - 2)]
    return any(
        other.startswith(root) or (term.startswith(other) and len(other) >= len(root))
        for other in held
    )
