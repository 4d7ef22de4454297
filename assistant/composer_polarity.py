"""Which way a statement decides what is asked: it affirms it, denies it, or says the opposite.

Negations reach to the ends of their own clause. Opposites ("free" and "fee") count as the same
property with the other sign.
"""

import re
from functools import lru_cache

from assistant.analysis import Analysis
from assistant.statements import Statement
from assistant.terms import stem, terms, words

_NEGATION = re.compile(
    r"\b(?:no|not|never|neither|nor|none|without|cannot|nobody|nothing|no one|hardly|"
    r"(?:independent|free|separate|exempt|excluded) (?:of|from)|lacks?|lacking|refuses?|refused|"
    r"declines?|declined|rejects?|excludes?|excluding|no longer|formerly|former|used to be|"
    r"instead of|rather than|except|outside|far from|inte|ingen|inget|inga|ej|utan)\b|n['’]t\b",
    re.I,
)
# Said with a negation, these negate nothing: "not only", "no later than".
_NO_NEGATION = re.compile(
    r"\b(?:not only|no (?:later|earlier|more|less|fewer) than|no doubt|nothing but|not least|"
    r"not just|without exception|last but not least|if not)\b",
    re.I,
)
# "Non-profit" denies profit and nothing else in its sentence.
_NON = re.compile(r"\b(?:non|not-for)[-\s]?(?P<denied>\w+)", re.I)
_CLAUSE_END = re.compile(r"[,;:]|\b(?:but|whereas|while|although|and (?:it|they|is|has))\b")
ASKED_NEGATION = re.compile(r"\b(?:not|no|never|without|cannot)\b|n['’]t\b", re.I)
_ASKED_NON = re.compile(r"\b(?:non|not-for)[-\s]?(?P<denied>\w+)", re.I)
# How near a negation stands to what it denies, in words.
_REACH = 6
_PREFIXES = ("un", "in", "im", "dis", "non", "ir", "il")
_SHORTEST_PREFIXED = 4

# What words say of one property: those before the bar one way, those after it the other way.
_OPPOSITES = """
    fee charge cost paid pay price costly expensive | free gratis complimentary
    profit commercial profitable | charity charitable nonprofit
    public publicly governmental government municipal | private privately
    open | closed shut
    dependent tied bound affiliated subsidiary controlled | independent autonomous neutral
    mandatory compulsory obligatory required | voluntary optional
    online digital virtual remote remotely | onsite in-person
    active running operating existing | inactive discontinued ceased dissolved defunct terminated
    permanent | temporary interim
    national nationwide | regional local
    domestic | foreign
    permitted allowed welcome | forbidden prohibited banned
    include included including | exclude excluded
    accept accepted | reject rejected
    large big | small
"""
_GRATIS = re.compile(
    r"\b(?:free of charge|(?:at no|without|with no|no|never an?y?) (?:extra |entry |membership )?"
    r"(?:charge|cost|fee|payment)s?|for free)\b",
    re.I,
)
_NONPROFIT = re.compile(r"\b(?:non|not-for|not for)[- ]?profit\b", re.I)
_SHARING = re.compile(r"\bshar(?:e[sd]?|ing)\b(?=\s+(?:an?|the|their|our|its|this|with)\b)", re.I)
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


@lru_cache(maxsize=1)
def _sides() -> dict[str, tuple[int, bool]]:
    """Give each word's property and side, by its stem."""
    sides: dict[str, tuple[int, bool]] = {}
    for number, line in enumerate(_OPPOSITES.strip().splitlines()):
        for is_first, side in zip((True, False), line.split("|"), strict=True):
            for word in side.replace("-", "").split():
                sides.setdefault(stem(word), (number, is_first))
    return sides


def met_terms(analysis: Analysis, text: str) -> set[str]:
    """Give the asked terms that a text speaks of: the same word, its opposite, or its negation."""
    # Who shares a building has no share in it.
    text = _SHARING.sub(" ", text)
    held, stems = set(terms(text)), _stems(_plain(text))
    met = {term for term in analysis.attributes if term in held or _is_akin(term, held)}
    sides = _sides()
    spoken = {sides[one][0] for one in stems if one in sides}
    for word in words(analysis.query):
        side = sides.get(stem(word))
        if side and side[0] in spoken:
            met |= set(terms(word))
    return met


def affirms(analysis: Analysis, statement: Statement) -> bool:
    """Whether a statement that speaks of what is asked says yes to the question."""
    sentence = _plain(statement.lead_in or statement.text)
    if _STILL.search(analysis.query) and _ENDED.search(sentence):
        return False
    if _ONLY.search(sentence) and not set(analysis.attributes) <= met_terms(analysis, sentence):
        return _asks_negation(analysis)
    denied = is_denied(analysis, sentence)
    if not _denies_by_non(analysis, sentence) and _is_opposite(analysis, sentence):
        denied = not denied
    return denied == _asks_negation(analysis)


def is_denied(analysis: Analysis, sentence: str) -> bool:
    """Whether a negation stands near what the question asks about."""
    asked = set(analysis.attributes)
    plain = _NO_NEGATION.sub(" ", _plain(sentence))
    if _denies_by_non(analysis, plain):
        return True
    plain = _NON.sub(lambda found: f"   {found.group()[3:]}", plain)
    if any(_is_prefixed(word, asked) for word in words(plain)):
        return True
    return any(_reaches(analysis, plain, found) for found in _NEGATION.finditer(plain))


def _denies_by_non(analysis: Analysis, sentence: str) -> bool:
    asked = set(analysis.attributes)
    return any(set(terms(found["denied"])) & asked for found in _NON.finditer(sentence))


def _plain(text: str) -> str:
    """Put phrases that say one word's worth in one word."""
    return _NONPROFIT.sub("nonprofit", _GRATIS.sub("gratis", text))


def _reaches(analysis: Analysis, sentence: str, found: re.Match[str]) -> bool:
    """Whether one negation denies what is asked; it reaches to the ends of its own clause."""
    after = words(_CLAUSE_END.split(sentence[found.end() :])[0])[:_REACH]
    before = words(_CLAUSE_END.split(sentence[: found.start()])[-1])[-_REACH // 2 :]
    near = set(terms(" ".join(after))) | set(terms(" ".join(before)))
    sides = _sides()
    spoken = {sides[stem(word)][0] for word in (*after, *before) if stem(word) in sides}
    asked_sides = {sides[stem(word)][0] for word in words(analysis.query) if stem(word) in sides}
    names_near = any(set(form) <= set(after) for one in analysis.named for form in one.forms)
    asked = set(analysis.attributes)
    return not asked or bool(near & asked) or bool(spoken & asked_sides) or names_near


def _asks_negation(analysis: Analysis) -> bool:
    query = _NO_NEGATION.sub(" ", analysis.query)
    return bool(ASKED_NEGATION.search(query)) != bool(_ASKED_NON.search(query))


def _is_opposite(analysis: Analysis, sentence: str) -> bool:
    """Whether a sentence says the opposite of an asked word, and not the word itself."""
    sides, stems = _sides(), _stems(sentence)
    for word in words(
        _ASKED_NON.sub(lambda found: found["denied"], _GRATIS.sub("gratis", analysis.query))
    ):
        side = sides.get(stem(word))
        if side is None or stem(word) in stems:
            continue
        said = {sides[one][1] for one in stems if one in sides and sides[one][0] == side[0]}
        if said == {not side[1]}:
            return True
    return False


def _stems(text: str) -> set[str]:
    return {stem(word) for word in words(text)} | {
        stem(word.replace("-", "")) for word in text.casefold().split() if "-" in word
    }


def _is_prefixed(word: str, asked: set[str]) -> bool:
    """Whether a word denies an asked one by its prefix: "unlimited"."""
    return any(
        word.startswith(prefix)
        and len(word) - len(prefix) >= _SHORTEST_PREFIXED
        and word not in asked
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
