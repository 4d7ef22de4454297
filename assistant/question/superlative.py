"""Superlatives that a question asks for: "the best incubator", "the oldest park".

Documents state facts; who is the best, nicest or most exciting is answered only by one that says
so. The oldest and the largest of a kind, too, must be told as such.
"""

import re
from collections.abc import Set as AbstractSet

from assistant.entities.kinds import is_known, kind_words
from assistant.question.terms import words

_OPINION = (
    r"best|nicest|greatest|worst|coolest|finest|friendliest|easiest|favou?rite|most\s+(?:interesting|"
    r"important|exciting|beautiful|fun|popular|innovative|successful|attractive|prestigious|"
    r"impressive|promising|influential|valuable|useful|famous|helpful|famous|trustworthy)"
)
# What may be said for each that can be measured.
_MEASURED = (
    ("largest", "biggest", "greatest"),
    ("oldest", "first", "earliest"),
    ("youngest", "newest", "latest"),
    ("smallest", "tiniest"),
    ("leading", "foremost"),
    ("richest", "wealthiest"),
    ("tallest", "highest"),
)
# "Which of them has the most members?" is answered by no list of them.
_MOST = re.compile(
    r"^(?:and |so )?(?:which|who) of\b.*\bthe\s+(?:(?P<most>most|highest number of|"
    r"largest number of|biggest number of)|(?P<least>fewest|least|lowest number of|"
    r"smallest number of))\s+(?!of\b|[a-z]+(?:ing|ive|ous|ful|ant|ent|al|ed)\b)[a-zåäö]",
    re.I,
)
_AT_MOST = frozenset({"most", "largest", "biggest", "highest", "greatest", "record", "leads"})
_AT_LEAST = frozenset({"fewest", "least", "smallest", "lowest", "only"})
_BETTER = re.compile(
    r"^(?:which|who|what|is|are|does)\b.*\b(?:better|nicer|worse|cooler|more (?:interesting|"
    r"exciting|"
    r"important|beautiful|fun|attractive))\b",
    re.I,
)
_RECOMMEND = re.compile(
    r"^(?:\w+\s+){0,6}?(?:do|would|can|could)\s+you\s+(?:recommend|advise|suggest|prefer|like)\b|"
    r"^(?:which|what)\s+(?:\w+\s+){1,3}should\s+(?:i|we)\s+(?:choose|pick|take|prefer)$",
    re.I,
)
_ASKED_OPINION = re.compile(rf"\b(?P<said>{_OPINION})\b", re.I)
# "The best incubator for food companies" asks for one that fits.
_CRITERION = re.compile(
    r"\b(?:for|to|if|when|at|with|suit\w*|regarding|because|since)\s+\w+|\b(?:my|our|we|i)\b", re.I
)
# "The best-known", "the best way", "at best", "the five best".
_NO_OPINION = re.compile(r"\bat best\b|\bbest[- ](?:known|practices?|before|of all)\b", re.I)
_KIND_REACH = 3
_ALL_MEASURED = frozenset(word for group in _MEASURED for word in group)
_WORD = re.compile(r"[^\W_]+")
_WHO_IS = re.compile(r"^who(?:['’]s|\s+(?:is|are|was|were))\b", re.I)
_TIED = frozenset(
    words(
        "customer customers client clients buyer buyers owner owners shareholder shareholders "
        "funder funders financier investor investors donor donors sponsor sponsors supplier "
        "suppliers tenant tenants employer employers"
    )
)
# Where the noun that a superlative belongs to has been said, or none is.
_PHRASE_END = re.compile(r"[,.;:()|\n]|\b(?:in|of|among|and|at|on|for|with|that|which|is|was)\b")


def asks_opinion(query: str) -> str | None:
    """Give the word by which a question asks for a judgement, and for nothing else; None without.

    >>> asks_opinion("What is the best incubator?"), asks_opinion("What is the oldest incubator?")
    ('best', None)
    """
    plain = _NO_OPINION.sub(" ", query)
    found = _ASKED_OPINION.search(plain)
    if found is None:
        asked = plain.strip(" ?!.")
        if _RECOMMEND.match(asked) and not _CRITERION.search(_RECOMMEND.sub("", asked)):
            return "recommended"
        return "better" if _BETTER.match(asked) and not _CRITERION.search(asked) else None
    before, after = plain[: found.start()], plain[found.end() :]
    is_asked = re.match(r"\W*(?:so |and |please )?(?:which|what|who|where|name|list|is|are)\b",
                        before, re.I) or not before.strip()  # fmt: skip
    if not is_asked or _CRITERION.search(after):
        return None
    return " ".join(found["said"].lower().split())


def holds_superlative(asked: AbstractSet[str], text: str) -> bool:
    """Whether a text calls something of a kind by one of some superlatives.

    >>> holds_superlative({"largest"}, "It won the largest European grant.")
    False
    >>> holds_superlative({"largest"}, "It is the largest.")
    True
    """
    if not asked <= _ALL_MEASURED:
        return not asked.isdisjoint(words(text))
    for found in _WORD.finditer(text):
        if words(found.group())[0] not in asked:
            continue
        near = _WORD.findall(_PHRASE_END.split(text[found.end() :])[0])[:_KIND_REACH]
        if not near or any(is_known(kind_words(each)) or each in _TIED for each in near):
            return True
    return False


def asked_superlative(query: str) -> frozenset[str]:
    """Give the words of which an answer must hold one; () where the question asks no superlative.

    >>> sorted(asked_superlative("Which is the oldest science park?"))
    ['earliest', 'first', 'oldest']
    >>> sorted(asked_superlative("Which building is the largest in Alfa Park?"))
    ['biggest', 'greatest', 'largest']
    >>> asked_superlative("What is the largest grant?")
    frozenset()
    """
    opinion = asks_opinion(query)
    if opinion:
        return frozenset(opinion.split()[-1:])
    counted = _MOST.match(query)
    if counted:
        return _AT_MOST if counted["most"] else _AT_LEAST
    said = words(query)
    for group in _MEASURED:
        for at, word in enumerate(said):
            if word == group[0] or (word in group[1:2] and word != "first"):
                near = said[at + 1 : at + 1 + _KIND_REACH]
                # "Which company is the largest in Lund?"
                behind = re.search(
                    rf"^which\b.*\b(?:is|are|was) the {word}(?:\s(?:in|of|at|among)\b.*)?\W*$",
                    query,
                    re.I,
                )
                # "Who is its largest customer?"
                is_who = _WHO_IS.match(query) is not None and not _TIED.isdisjoint(near)
                if behind or is_who or any(is_known(kind_words(each)) for each in near):
                    return frozenset(group)
    return frozenset()
