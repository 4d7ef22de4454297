"""Asks whether one thing is among those asked for: "Is Nordea one of them?"."""

import re

from assistant.question.condenser import Condensed
from assistant.question.following.discourse import Discourse
from assistant.question.following.phrases import is_verb
from assistant.question.following.spoken import Spoken
from assistant.question.following.verbs import past_base
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import AUXILIARY, base_form
from assistant.question.terms import words

_IS_ONE = re.compile(
    r"^(?:is|are|was|were|isn[’']?t|aren[’']?t|wasn[’']?t)\s+(?P<name>[^,?]{2,60}?)\s+"
    r"(?:(?:also|even|maybe|perhaps)\s+)?"
    r"(?:(?:one|some|part|any|(?:a|the)\s+\w+\s+one|another(?:\s+one)?)\s+(?:of|among)\s+"
    r"(?:them|these|those|the list)|(?:among|amongst|in|on)\s+(?:them|these|those|that list|"
    r"the list|there)|(?:also\s+)?(?:one|included|a\s+\w+\s+one|another(?:\s+one)?))"
    r"(?:\s+(?:too|as well|also))?$",
    re.I,
)
_ARE = re.compile(
    r"^(?:who|what|which)(?:\s+all)?(?:[’']re|\s+(?:are|were))\s+(?:all\s+)?(?:the\s+)?(?P<noun>.+)$",
    re.I,
)
_LIST = re.compile(
    r"^(?:please\s+)?(?:list|name|give me|show me|tell me)\s+(?:all\s+)?(?:of\s+)?(?:the\s+)?"
    r"(?P<noun>\w.+)$",
    re.I,
)
_WHICH = re.compile(r"^(?:which|what)\s+(?P<rest>.+)$", re.I)
_WHO = re.compile(
    r"^(?:who|which [\w -]+?)\s+(?:all\s+|else\s+)?(?P<verb>[a-z]+)\s+(?P<rest>.+)$", re.I
)
# A noun's phrase is no longer, in words.
_LONGEST = 5


def included(question: str, discourse: Discourse) -> Condensed | None:
    """Ask a yes or no of what was asked for last; None when the question does not ask so."""
    found = _IS_ONE.match(bare(AND.sub("", question)))
    last = discourse.last
    if found is None or last is None:
        return None
    name = _written(found["name"].strip(), last, discourse)
    asked = is_one_of(name, last.query)
    return Condensed(asked) if asked else None


def _written(name: str, last: Spoken, discourse: Discourse) -> str:
    """Write a name as the documents or the last answer do."""
    plain = re.sub(r"^the\s+", "", name, flags=re.I)
    shown = {item.casefold(): item for item in last.items}
    names = discourse.names(name)
    whole = next((one.text for one in names if one.end - one.start >= len(plain)), "")
    return shown.get(plain.casefold()) or whole or discourse.known.nearest(plain) or name


def is_one_of(name: str, query: str) -> str:
    """Turn a question for several into one for a name; "" where it is none.

    >>> is_one_of("Alfa", "Who are the partners of Beta?")
    'Is Alfa one of the partners of Beta?'
    >>> is_one_of("Alfa", "Which new companies are in Lund?")
    'Is Alfa one of the new companies in Lund?'
    >>> is_one_of("Alfa", "Who funded Beta?"), is_one_of("Alfa", "Which parks own labs?")
    ('Did Alfa fund Beta?', 'Is Alfa one of the parks that own labs?')
    """
    plain = bare(query)
    listed = _ARE.match(plain) or _LIST.match(plain)
    if listed:
        return f"Is {name} one of the {listed['noun']}?"
    which = _WHICH.match(plain)
    if which and (noun := _noun_and_rest(which["rest"])):
        return f"Is {name} one of the {noun}?"
    who = _WHO.match(plain)
    if who is None or not _is_deed(who["verb"]):
        return ""
    verb = who["verb"].lower()
    past = past_base(verb)
    asked = f"Did {name} {past}" if past else f"Does {name} {base_form(verb)}"
    return f"{asked} {who['rest']}?"


def _is_deed(verb: str) -> bool:
    return not re.fullmatch(AUXILIARY, verb, re.I) and (
        is_verb("".join(words(verb))) or past_base(verb.lower()) != ""
    )


def _noun_and_rest(rest: str) -> str:
    """Take "companies are in Lund" for "companies in Lund"; "" where no verb is found."""
    tokens = rest.split()
    for at, token in enumerate(tokens[1:_LONGEST], start=1):
        folded = "".join(words(token))
        noun, told = " ".join(tokens[:at]), " ".join(tokens[at + 1 :])
        if folded in {"are", "is", "were", "was"}:
            return f"{noun} {told}" if told else ""
        if re.fullmatch(AUXILIARY, folded):
            return (
                f"{noun} that {' '.join(tokens[at:])}" if folded in {"have", "has", "had"} else ""
            )
        if is_verb(folded):
            return f"{noun} that {' '.join(tokens[at:])}"
    return ""
