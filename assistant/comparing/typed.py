"""A question as people type it, in the plain wording that the forms of comparisons are written for.

Contractions are written out, words of courtesy left out, and a phrase that stands before each name
is said once: "for a day at Alfa and for a day at Beta" asks of "a day at Alfa and Beta".
"""

import re

from assistant.comparing.names import NAME
from assistant.comparing.small_letters import with_capitals

_POLITE = re.compile(
    r"^(?:(?:please|so|and|well|hi|hello|hey|ok(?:ay)?|um+|quick question|just wondering|"
    r"what about|how about|now)\b"
    r"[,:!.\s]*|(?:can|could|would) you (?:please )?|"
    r"i(?:'d| would) like (?:you )?to (?:know|see)\s+|i want to know\s+|i was wondering\s+|"
    r"(?:tell|show|give) me (?:how |about )?(?=(?:compare|the |a |which|who|X))|"
    r"(?:any idea|do you know)[,\s]+)+",
    re.I,
)
_CLOSING = re.compile(r"[\s,?!.]+(?:please|pls|thanks|thank you|roughly|actually|exactly)?$", re.I)
_ONE = re.compile(
    r"^(?P<begin>when|where|how (?:old|big|large|long|much|many)|what (?:does|do))\b", re.I
)
_CONTRACTIONS = (
    (re.compile(r"\b(who|what)'?s got\b", re.I), r"\1 has"),
    (re.compile(r"\b(who|what|where|when|how|which)'s\b|\b(what|where|how|who)s\b(?! )", re.I),
     r"\1\2 is"),
    (re.compile(r"\b(what|where|how|who)s (?=(?:is|the|a|an|older|bigger|cheaper|more|behind)\b)",
                re.I), r"\1 is "),
    (re.compile(r"\b(what|where|how|who)'re\b", re.I), r"\1 are"),
)  # fmt: skip
# "Which is older, X or Y? Compare when they started."
_AFTERTHOUGHT = re.compile(r"(?<=[?])\s+(?:please )?(?:compare|contrast)\b[^?]*$", re.I)
# "I can't decide between X and Y. How do they compare?"
_UNDECIDED = re.compile(
    r"^(?:so\s+)?(?:i(?:'m| am)\s+)?(?:choosing|deciding|torn|undecided|hesitating|"
    r"i (?:can't|cannot|can not|have to|need to|want to) (?:decide|choose|pick)) between\s+"
    r"(?P<names>[^.?!]+?)\s*(?:[.:;?!]|\s-)\s+",
    re.I,
)
_GOES_ON = re.compile(r"[?.]\s+and\s+(?=\S)", re.I)
# "Compare X & Y", where nothing else joins them.
_AND_SIGN = re.compile(
    r"^((?:compare|contrast|(?:what is )?(?:the )?difference between)"
    r"(?:(?! and |,| with | vs| to ).)+?)"
    r" & (?!.*(?: and |,| & | with | vs| to ))",
    re.I,
)
_PREPOSITION = r"(?:at|in|by|for|with|of|from|to|on)"
# What is said before each name: "for a day at", "the one at", "at".
_REPEATED = re.compile(
    rf"(?P<before>\s)(?P<phrase>(?:(?:{_PREPOSITION}|the|an?|one|ones|that|those)\s+"
    rf"(?:[a-zåäö-]+\s+){{0,4}}?)??{_PREPOSITION}\s+)(?P<one>{NAME})"
    rf"(?P<join>,?\s+(?:and|or)\s+)(?P=phrase)(?P<other>{NAME})"
)
_EACH = re.compile(r"\b(?:respectively|each)\b", re.I)
_NO_BRACES = str.maketrans("{}", "  ")


def plain_wording(question: str) -> str:
    """Put a question into plain wording.

    >>> plain_wording("so who's older, alfa or beta?")
    'who is older, Alfa or Beta'
    >>> plain_wording("How much is a day at Alfa and a day at Beta?")
    'How much is a day at Alfa and Beta respectively'
    """
    # Braces mark where a name goes in the questions that are made of it.
    plain = " ".join(question.translate(_NO_BRACES).replace("’", "'").split())
    plain = _UNDECIDED.sub(r"\g<names>: ", _AFTERTHOUGHT.sub("", plain))
    plain = _CLOSING.sub("", plain.rstrip("?!. "))
    plain = _POLITE.sub("", _GOES_ON.sub(", and ", plain))
    for pattern, written_out in _CONTRACTIONS:
        plain = pattern.sub(written_out, plain)
    return _said_once(with_capitals(_AND_SIGN.sub(r"\1 and ", plain)))


def _said_once(plain: str) -> str:
    """Leave out a phrase that is said again before the second name."""
    found = _REPEATED.search(plain)
    if found is None:
        return plain
    said = f"{found['before']}{found['phrase']}{found['one']}{found['join']}{found['other']}"
    once = f"{plain[: found.start()]}{said}{plain[found.end() :]}"
    # Where it is said for each, it is asked of each.
    is_of_each = "and" in found["join"] and _ONE.match(plain) and not _EACH.search(plain)
    return f"{once} respectively" if is_of_each else once
