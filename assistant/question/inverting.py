"""Asks whether what is told is so: "So they take equity?" asks "Do they take equity?"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question.following.phrases import head_of, is_plural
from assistant.question.following.verbs import is_verb, past_base
from assistant.question.grammar import AUXILIARY, base_form, with_capital
from assistant.question.terms import words

IN_FULL = {"s": "is", "re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}
"""What a verb is short for behind an apostrophe."""
_THING = re.compile(
    r"(?:an?|the|some|any|no|two|three|many|several|its|their|nothing|something|everything|"
    r"anything|more|less|much|\d+)\b",
    re.I,
)
_PRONOUN = re.compile(
    r"(?:i|we|you|they|it|he|she|one|people|everybody|everyone|anybody|anyone|nobody|that|this|"
    r"there)",
    re.I,
)
_CONTRACTED = re.compile(
    r"^(?P<who>i|we|you|they|it|he|she|that|there)[’'](?P<short>s|re|ve|ll|m|d)\s+(?P<rest>.+)$",
    re.I,
)
# What one takes it to be: "I guess they take equity?".
_TAKEN = re.compile(
    r"^(?:(?:that|this|which)\s+means|meaning|you\s+mean|in\s+other\s+words|apparently|presumably|"
    r"(?:i|we)\s+(?:guess|suppose|assume|gather|understand|take\s+it))(?:\s+that)?[\s,:]+(?=\w)",
    re.I,
)
# Nothing of this begins a statement of its own.
_NO_STATEMENT = re.compile(
    rf"^(?:{AUXILIARY}|what|which|who|whom|whose|when|where|why|how|if|because|since|as|while|"
    r"although|unless|until|even|only|just|not|any|like|than|in|on|at|for|from|by|with|of|to|about|"
    r"or|nor|no|please|tell|list|name|give|show|explain|describe|compare)\b",
    re.I,
)
# "It's run by whom?" asks already; whose it is, two words tell that both point back; and where one
# "was in from the start" is left out.
_LEFT_OPEN = re.compile(
    r"[,;:?!]|\.\s|\s[-–—]+\s|\b(?:what|which|who|whom|whose|when|where|why|how)\b|"
    r"\b(?:theirs|hers|his|ours|mine|yours)$|"
    r"\b(?:is|are|was|were)\s+in(?:\s+(?:from|since|too|as\s+well|also|then|already|before)\b|$)",
    re.I,
)
# A part of a sentence that tells nothing alone, or is none of one's own.
_WITHIN = frozenset(words("i we you they it he she them us me him her these those that"))
_ADVERBS = frozenset(
    words("also actually really still only just always even already currently usually all")
)
_DENIALS = frozenset({"not", "never"})
_DONE = frozenset(words("been had got done gone won become come seen shown known"))
# These are things as well: "the lab costs".
_NOUNS_TOO = frozenset(
    words("costs uses results grants offers supports works loans visits hosts starts rents lists")
)
_AGAIN = re.compile(r"(?:it|all|that|right|true|so|correct|enough)$", re.I)
_LONGEST_SUBJECT = 6


@dataclass(frozen=True, slots=True)
class VerbFirst:
    """The verb that comes first in a question, the other one, and what is behind it."""

    first: str
    done: str
    rest: str


def verb_first(verb: str, rest: str) -> VerbFirst | None:
    """Part a statement's verb as a question does; None where it is none.

    >>> verb_first("has", "a gym")
    VerbFirst(first='does', done='have', rest='a gym')
    """
    if verb in {"has", "have", "had"} and not _is_done(rest):
        return VerbFirst({"has": "does", "have": "do"}.get(verb, "did"), "have", rest)
    if re.fullmatch(AUXILIARY, verb):
        done, _, more = rest.partition(" ")
        return VerbFirst(verb, done, more) if done else None
    if past := past_base(verb):
        return VerbFirst("did", past, rest)
    if not is_verb(verb):
        return None
    if verb.endswith("s"):
        return VerbFirst("does", base_form(verb), rest)
    return VerbFirst("do", verb, rest)


def asked_whether(statement: str) -> str:
    """Ask whether a statement is so; "" for what tells nothing by itself.

    >>> asked_whether("they don't take equity"), asked_whether("Alfa also lends boats")
    ('Do they take equity?', 'Does Alfa also lend boats?')
    >>> asked_whether("the park it is in"), asked_whether("companies in Lund")
    ('', '')
    """
    plain = _TAKEN.sub("", statement)
    if _NO_STATEMENT.match(plain) or _LEFT_OPEN.search(plain):
        return ""
    short = _CONTRACTED.match(plain)
    if short:
        verb = IN_FULL[short["short"].lower()]
        is_answer = short["who"].lower() == "that" and _AGAIN.match(short["rest"])
        return "" if is_answer else _written(short["who"], verb, short["rest"].split())
    tokens = plain.split()
    for at, token in enumerate(tokens[1 : _LONGEST_SUBJECT + 1], start=1):
        who, rest = tokens[:at], tokens[at + 1 :]
        folded = token.lower().replace("’", "'")
        verb = folded.removesuffix("n't")
        verb = {"ca": "can", "wo": "will"}.get(verb, verb) if verb != folded else verb
        if _tells(who, verb, rest):
            return _written(" ".join(who), verb, rest)
        if folded in _WITHIN:
            return ""
    return ""


def _tells(who: Sequence[str], verb: str, rest: Sequence[str]) -> bool:
    """Whether a word is the verb of a statement whose subject stands before it."""
    subject = [one for one in who if one.lower() not in {*_DENIALS, *_ADVERBS}] or list(who)
    is_pronoun = len(subject) == 1 and _PRONOUN.fullmatch(subject[0]) is not None
    if re.fullmatch(AUXILIARY, verb):
        return bool(rest)
    if is_pronoun or not rest:
        return is_pronoun and (is_verb(verb) or bool(past_base(verb)))
    is_name = subject[-1][:1].isupper()
    first = rest[0]
    is_of_thing = bool(_THING.match(first)) or first[:1].isupper() or first.lower() in _WITHIN
    if past_base(verb):
        return is_of_thing and (is_name or bool(_THING.match(subject[0])))
    if verb.endswith("s"):
        is_one = is_name or not is_plural(subject[-1])
        return is_verb(verb) and is_one and (is_of_thing or verb not in _NOUNS_TOO)
    is_several = is_plural(head_of(" ".join(subject))) and not is_name
    return is_several and is_verb(verb) and not verb.endswith("ing")


def _written(who: str, verb: str, rest: Sequence[str]) -> str:
    """Write the question: adverbs stay behind who it is about.

    What is denied is asked as such: "no" agrees with who said that it is not so.
    """
    said = who.split()
    behind = [one for one in said[1:] if one.lower() in _ADVERBS]
    small = {*_DENIALS, *_ADVERBS}
    who = " ".join(one for at, one in enumerate(said) if not at or one.lower() not in small)
    more = list(rest)
    while more and more[0].lower() in {*_DENIALS, *_ADVERBS} and len(more) > 1:
        said_before = more.pop(0)
        behind += [said_before] if said_before.lower() not in _DENIALS else []
    asked = verb_first(verb, " ".join(more))
    if asked is None:
        return ""
    parts = (asked.first, _small(who), *behind, asked.done, asked.rest)
    return with_capital(f"{' '.join(part for part in parts if part)}?")


def _small(who: str) -> str:
    is_common = _PRONOUN.fullmatch(who.split()[0]) or re.match(
        r"(?:the|an?|its|their|my|our|your|this|that|these|those|all|most|some)\b", who, re.I
    )
    return f"{who[:1].lower()}{who[1:]}" if is_common and who.split()[0] != "I" else who


def _is_done(rest: str) -> bool:
    """Whether behind "have" stands what was done: "been there", not "a gym"."""
    first = next((one for one in rest.lower().split() if one not in {*_DENIALS, *_ADVERBS}), "")
    return first in _DONE or (not _THING.match(rest) and bool(past_base(first)))
