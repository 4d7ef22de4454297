"""Asks whether one thing is among those asked for: "Is Nordea one of them?"."""

import re

from assistant.question.condenser import Condensed
from assistant.question.following.asked_noun import is_deed, listed_noun
from assistant.question.following.discourse import Discourse
from assistant.question.following.spoken import Spoken, written_as_person
from assistant.question.following.verbs import is_verb, past_base
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import AUXILIARY, base_form, with_capital
from assistant.question.terms import words

_IS_ONE = re.compile(
    r"^(?:is|are|was|were|isn[’']?t|aren[’']?t|wasn[’']?t)\s+(?P<name>(?!there\b)[^,?]{2,60}?)\s+"
    r"(?:(?:also|even|maybe|perhaps)\s+)?"
    r"(?:(?:one|some|part|any|(?:a|the)\s+\w+\s+one|another(?:\s+one)?)\s+(?:of|among)\s+"
    r"(?:them|these|those|the list)|(?:among|amongst|in|on)\s+(?:them|these|those|that list|"
    r"the list|there)|(?:also\s+)?(?:one|included|a\s+\w+\s+one|another(?:\s+one)?))"
    r"(?:\s+(?:too|as well|also))?$",
    re.I,
)
_ROLE = (
    r"(?:members?|partners?|founders?|co-founders?|funders?|owners?|supporters?|sponsors?|"
    r"participants?|tenants?|investors?|organi[sz]ers?)"
)
_IS_MEMBER = re.compile(
    r"^(?P<who>(?P<is>is|are|was|were)\s+(?P<name>[^,?]{2,60}?))\s+"
    r"(?:(?P<when>also|still|now)\s+)?(?P<noun>"
    r"(?:an?\s+|(?:(?:one|some)\s+of|among)\s+(?:the|its|their)\s+)?"
    rf"(?:\w+\s+)?{_ROLE})(?:\s+(?:there|too|as well|also))*$",
    re.I,
)
# The one that the last answer gave: "Is it one of the funders too?".
_THE_ANSWER = re.compile(r"it|they|(?:that|this)(?:\s+(?:one|[a-zåäö-]+))?", re.I)
_OF_THEIRS = re.compile(r"\b(?:its|their)\b", re.I)
_WHICH_DO = re.compile(r"^(?:which|what)\s+(?P<rest>.+)$", re.I)
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
    is_named = len(who) == 1 and who[0].end == len(found["who"])
    name = found["name"] if is_named else _answer_meant(found["name"], last)
    whole = [one for one in last.names if one.text.casefold() not in found["who"].casefold()]
    is_owned = is_named and _OF_THEIRS.search(found["noun"]) is not None
    if not name or is_owned or len(whole) != 1:
        return None
    noun = " ".join(filter(None, (found["when"], _OF_THEIRS.sub("the", found["noun"]))))
    verb = found["is"].lower()
    verb = verb if is_named else {"are": "is", "were": "was"}.get(verb, verb)
    return Condensed(f"{with_capital(verb)} {name} {noun} of {whole[0].text}?")


def _answer_meant(pointing: str, last: Spoken) -> str:
    """Give what the last answer named, where "it" stands for that; "" where it may not."""
    one, found = last.answer, _THE_ANSWER.fullmatch(pointing)
    if found is None or one is None or one.is_place or not last.is_answered:
        return ""
    return "" if written_as_person(one.text, one.kinds) else one.text


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


def asked_of_one(query: str, name: str) -> str:
    """Ask of one what was asked of all: "Which incubators take equity?" becomes "Does X ...?"."""
    found = _WHICH_DO.match(bare(query))
    if found is None:
        return ""
    tokens = found["rest"].split()
    for at, token in enumerate(tokens[1:], start=1):
        folded = "".join(words(token))
        rest = " ".join(tokens[at + 1 :])
        if folded in {"is", "are", "was", "were"}:
            return f"{'Was' if folded in {'was', 'were'} else 'Is'} {name} {rest}?"
        if re.fullmatch(AUXILIARY, folded):
            return f"Does {name} have {rest}?" if folded in {"has", "have"} else ""
        if rest and is_verb(folded) and not folded.endswith("ing"):
            verb = "Did" if folded.endswith("ed") else "Does"
            plain = re.sub(r"ed$", "", folded) if verb == "Did" else base_form(folded)
            return f"{verb} {name} {plain} {rest}?"
    return ""
