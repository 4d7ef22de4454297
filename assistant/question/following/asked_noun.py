"""What a question asked for, as a noun phrase: "companies in Lund" of "Which companies are there?".

So that the next question can ask for some of it: "Which of the companies in Lund are listed?".
"""

import re

from assistant.entities.kinds import RELATIONS, plural, singular
from assistant.question.following.verbs import is_verb, past_base
from assistant.question.grammar import AUXILIARY, base_form
from assistant.question.terms import words

_ARE = re.compile(
    r"^(?:who|what|which)(?:\s+all)?(?:[’']re|\s+(?:are|were))\s+(?:all\s+)?(?:the\s+)?(?P<noun>.+)$",
    re.I,
)
_LIST = re.compile(
    r"^(?:please\s+)?(?:list|name|give me|show me|tell me)\s+(?:all\s+)?(?:of\s+)?(?:the\s+)?"
    r"(?P<noun>\w.+)$",
    re.I,
)
_WHICH = re.compile(r"^(?:which|what|how many)\s+(?P<rest>.+)$", re.I)
_WHO = re.compile(r"^who\s+(?:all\s+|else\s+)?(?P<verb>[a-z]+)\s+(?P<rest>.+)$", re.I)
# "Companies has SmiLe had": who has them stands behind the verb.
_WHOSE = (
    r"(?:(?:the\s+)?[A-ZÅÄÖ][\w&’'-]*(?:\s+[A-ZÅÄÖ][\w&’'-]*)*|(?i:they|it|he|she)|the\s+[\w-]+)"
)
_OF_WHOM = re.compile(
    rf"^(?P<noun>[\w-]+(?:\s+[\w-]+){{0,2}}?)\s+(?i:(?P<verb>{AUXILIARY}))\s+(?!there\b)"
    rf"(?P<who>{_WHOSE})(?:\s+(?P<rest>[a-zåäö].*))?$"
)
# "What does Alfa offer" asks for what it offers.
_DOES = re.compile(
    rf"^(?i:(?P<asks>what|whom?)\s+(?P<verb>do|does))\s+(?P<who>{_WHOSE})\s+(?P<rest>[a-zåäö].*)$"
)
_THIRD_PERSON = {"have": "has", "do": "does", "go": "goes"}
_HAVING = frozenset({"have", "has", "had"})
# A noun's phrase is no longer, in words.
_LONGEST = 5


def listed_noun(plain: str) -> str:
    """Give what a question lists as documents would call it; "" where no noun says it.

    >>> listed_noun("Who are the partners of Beta"), listed_noun("Which firms are there in Lund")
    ('partners of Beta', 'firms in Lund')
    >>> listed_noun("Which parks own labs")
    'parks that own labs'
    """
    listed = _ARE.match(plain) or _LIST.match(plain)
    if listed:
        return listed["noun"]
    which = _WHICH.match(plain)
    return _noun_and_rest(which["rest"]) if which else ""


def asked_noun(plain: str) -> str:
    """Give what a question asks for, also by what somebody does or has.

    >>> asked_noun("How many companies has Alfa had"), asked_noun("Who funds NOME")
    ('companies of Alfa', 'organisations that fund NOME')
    """
    does = _DOES.match(plain)
    if does:
        noun = "things" if does["asks"].lower() == "what" else "organisations"
        return f"{noun} that {does['who']} {_agreeing(does['verb'], does['rest'])}"
    which = _WHICH.match(plain)
    owned = _OF_WHOM.match(which["rest"]) if which else None
    if owned and re.fullmatch(r"do|does|did|has|have|had|can|could|will", owned["verb"], re.I):
        return _of_whom(owned)
    who = _WHO.match(plain)
    if who and is_deed(who["verb"]):
        verb = who["verb"].lower()
        return f"organisations that {verb if past_base(verb) else base_form(verb)} {who['rest']}"
    return listed_noun(plain)


def is_deed(verb: str) -> bool:
    """Whether a word says what somebody does."""
    return not re.fullmatch(AUXILIARY, verb, re.I) and (
        is_verb("".join(words(verb))) or past_base(verb.lower()) != ""
    )


def _of_whom(owned: re.Match[str]) -> str:
    """Write "companies of SmiLe" for "companies has SmiLe had"."""
    noun, verb, who, rest = owned["noun"], owned["verb"].lower(), owned["who"], owned["rest"]
    if (rest or "have") in _HAVING:
        return f"{noun} of {who}"
    return f"{noun} that {who} {_agreeing(verb, rest)}"


def _agreeing(verb: str, rest: str) -> str:
    """Write "takes in" for "does take in"; other helping verbs stay."""
    if verb.lower() not in {"do", "does"}:
        return f"{verb} {rest}"
    first, _, more = rest.partition(" ")
    does = _THIRD_PERSON.get(first, plural(first)) if verb.lower() == "does" else first
    return f"{does} {more}".rstrip()


def _noun_and_rest(rest: str) -> str:
    """Take "companies are in Lund" for "companies in Lund"; "" where no verb is found."""
    tokens = rest.split()
    if not tokens or re.fullmatch(rf"{AUXILIARY}|the|an?", tokens[0], re.I):
        return ""
    for at, token in enumerate(tokens[1:_LONGEST], start=1):
        folded = "".join(words(token))
        told = [each for each in tokens[at + 1 :] if each.lower() != "there"]
        noun = " ".join(tokens[:at])
        if folded in {"are", "is", "were", "was"}:
            # "Organisations are partners of Alfa" are those that are partners.
            that = (
                f"that {folded} " if told and singular("".join(words(told[0]))) in RELATIONS else ""
            )
            return f"{noun} {that}{' '.join(told)}" if told else ""
        if re.fullmatch(AUXILIARY, folded):
            return f"{noun} that {' '.join(tokens[at:])}" if folded in _HAVING else ""
        if is_verb(folded):
            return f"{noun} that {' '.join(tokens[at:])}"
    return ""
