"""Asks whether one thing is among those asked for: "Is Nordea one of them?"."""

import re

from assistant.question.condenser import Condensed
from assistant.question.following.asked_noun import is_deed, listed_noun
from assistant.question.following.discourse import Discourse
from assistant.question.following.spoken import Spoken
from assistant.question.following.verbs import past_base
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import base_form, with_capital

_IS_ONE = re.compile(
    r"^(?:is|are|was|were|isn[’']?t|aren[’']?t|wasn[’']?t)\s+(?P<name>(?!there\b)[^,?]{2,60}?)\s+"
    r"(?:(?:also|even|maybe|perhaps)\s+)?"
    r"(?:(?:one|some|part|any|(?:a|the)\s+\w+\s+one|another(?:\s+one)?)\s+(?:of|among)\s+"
    r"(?:them|these|those|the list)|(?:among|amongst|in|on)\s+(?:them|these|those|that list|"
    r"the list|there)|(?:also\s+)?(?:one|included|a\s+\w+\s+one|another(?:\s+one)?))"
    r"(?:\s+(?:too|as well|also))?$",
    re.I,
)
_IS_MEMBER = re.compile(
    r"^(?P<who>(?:is|are|was|were)\s+[^,?]{2,60}?)\s+(?P<noun>(?:(?:also|still|now)\s+)?(?:an?\s+)?"
    r"(?:members?|partners?|founders?|co-founders?|funders?|owners?|supporters?|sponsors?|"
    r"participants?|tenants?))(?:\s+(?:too|as well|also))?$",
    re.I,
)
_WHO = re.compile(
    r"^(?:who|which [\w -]+?)\s+(?:all\s+|else\s+)?(?P<verb>[a-z]+)\s+(?P<rest>.+)$", re.I
)


def included(question: str, discourse: Discourse) -> Condensed | None:
    """Ask a yes or no of what was asked for last; None when the question does not ask so."""
    plain = bare(AND.sub("", question))
    found, last = _IS_ONE.match(plain), discourse.last
    if last is None:
        return None
    if found is None:
        return _of_last(plain, last, discourse)
    name = _written(found["name"].strip(), last, discourse)
    asked = is_one_of(name, last.query)
    return Condensed(asked) if asked else None


def _of_last(plain: str, last: Spoken, discourse: Discourse) -> Condensed | None:
    """Ask "Is Nordea a member?" of the one thing that was asked about."""
    found = _IS_MEMBER.match(plain)
    if found is None:
        return None
    who = discourse.names(found["who"])
    whole = [name for name in last.names if name.text not in found["who"]]
    if len(who) != 1 or who[0].end != len(found["who"]) or len(whole) != 1:
        return None
    return Condensed(f"{with_capital(found['who'])} {found['noun']} of {whole[0].text}?")


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
    if noun := listed_noun(plain):
        return f"Is {name} one of the {noun}?"
    who = _WHO.match(plain)
    if who is None or not is_deed(who["verb"]):
        return ""
    verb = who["verb"].lower()
    past = past_base(verb)
    asked = f"Did {name} {past}" if past else f"Does {name} {base_form(verb)}"
    return f"{asked} {who['rest']}?"
