"""Asks the last question for another property: "and the fees?", "and an office?"."""

import re

from assistant.question.following.discourse import Discourse
from assistant.question.following.exchanging import OWNED
from assistant.question.following.leaving_out import PROPERTIES
from assistant.question.following.nouns import is_role
from assistant.question.following.phrases import head_of, is_plural, phrases_in
from assistant.question.following.spoken import Spoken
from assistant.question.following.verbs import is_verb
from assistant.question.following.wording import bare
from assistant.question.grammar import AUXILIARY, possessive, with_capital
from assistant.question.terms import words

OF_NAME = re.compile(
    r"^(?P<asks>(?:who|what|which|when|where|how (?:much|big|large|high|old|long))\s+"
    r"(?:is|are|was|were))\s+(?:the\s+)?(?P<attribute>[^?]+?)\s+(?P<of>of|at|for|"
    r"in)\s+(?P<whole>.+)$",
    re.I,
)
ASKS_OF_ONE = re.compile(rf"^(?P<verb>{AUXILIARY})\s+(?:the\s+)?$", re.I)
"""What stands before the one that a yes or no is asked of."""

# "What does a company pay to Alfa?" and "universities?".
_ONE_DOES = re.compile(
    r"^(?P<asks>(?:what|when|where|why|how(?:\s+(?:much|long|often|many))?)\s+)"
    r"(?P<verb>does|can|could|may|must|did|will|has)\s+(?=an?\s)",
    re.I,
)
_SEVERAL = {"does": "do", "has": "have"}
_ARTICLE = re.compile(r"^(?:the|any)\s+", re.I)
# "An office at Alfa" and "a lab" are both there.
_WHERE = re.compile(r"\s+(?=(?:at|in)\s+(?:the\s+)?[A-ZÅÄÖ])")


def of_property(what: str, last: Spoken, discourse: Discourse) -> str:
    """Ask for another property of what was spoken of: "and the fees?"."""
    instead = _of_like(what, last) or _of_those(what, last)
    if instead:
        return instead
    plain = re.sub(r"^(?:the|its|their|my|our|your|an?|any|some)\s+", "", what, flags=re.I)
    found = OF_NAME.match(bare(last.query))
    is_of_it = found and last.names and last.names[0].text.casefold() in found["whole"].casefold()
    if found and (is_of_it or head_of(plain) == head_of(found["attribute"])):
        verb = _agreed(found["asks"], plain)
        return f"{verb} the {plain} {found['of']} {found['whole']}?"
    topic = discourse.topic(what)
    if topic is None:
        return f"What about {what}?"
    if not starts_with_noun(plain):
        return f"{bare(last.query)}, {what}?"
    if what == plain and _is_other_thing(plain, last):
        return f"What are {plain}?"
    # The fees are Alfa's, and not those of the equity that it was asked about.
    whole = topic.text if topic.is_name or not last.names else last.names[0].text
    return asked_for(plain, whole)


def of_what_it_has(what: str, last: Spoken) -> str:
    """Ask a yes or no of what the first thing named has: "its lab too?"; "" for anything else.

    "Its address" is not what the yes or no may be of.
    """
    found, name = OWNED.match(what), next(iter(last.names), None)
    head = "".join(words(head_of(what)))
    if found is None or name is None or head in PROPERTIES or is_role(head):
        return ""
    if not ASKS_OF_ONE.match(last.query[: name.start]):
        return ""
    whose = possessive(name.text)
    return f"{last.query[: name.start]}{whose} {what[found.end() :]}{last.query[name.end :]}"


def asked_for(noun: str, of: str) -> str:
    """Ask for a property of something; for a person, by "who".

    >>> asked_for("address", "Alfa"), asked_for("new boss", "Alfa"), asked_for("fees", "Alfa")
    ('What is the address of Alfa?', 'Who is the new boss of Alfa?', 'What are the fees of Alfa?')
    """
    asks = "Who is" if is_role(head_of(noun)) else "What is"
    return f"{_agreed(asks, noun)} the {noun} of {of}?"


def is_question(text: str) -> bool:
    """Whether a few words hold a verb, so that they ask or tell by themselves."""
    return any(
        re.fullmatch(AUXILIARY, word, re.I) or (is_verb(word) and not is_role(word))
        for word in (words(text)[1:])
    )


def _of_like(what: str, last: Spoken) -> str:
    """Put "an office" in the place of "a bench"."""
    if not re.match(r"an?\s", what, re.I):
        return ""
    for phrase in last.phrases:
        said = _WHERE.split(last.query[phrase.start : phrase.end], maxsplit=1)[0]
        if re.match(r"an?\s", said, re.I) and not any(name.text in said for name in last.names):
            return f"{last.query[: phrase.start]}{what}{last.query[phrase.start + len(said) :]}"
    return ""


def _of_those(what: str, last: Spoken) -> str:
    """Put "universities" in the place of "a company with 50 employees" that does something."""
    found = _ONE_DOES.match(last.query)
    head = "".join(words(head_of(what)))
    if found is None or not is_plural(head) or {head, f"{head}s"} & PROPERTIES:
        return ""
    one = next((phrase for phrase in phrases_in(last.query) if phrase.start == found.end()), None)
    if one is None or any(one.start <= name.start < one.end for name in last.names):
        return ""
    verb = _SEVERAL.get(found["verb"].lower(), found["verb"])
    return f"{found['asks']}{verb} {_ARTICLE.sub('', what)}{last.query[one.end :]}"


def _is_other_thing(plain: str, last: Spoken) -> bool:
    """Whether a plain thing was described, and others are named: "and vouchers?"."""
    head = "".join(words(head_of(plain)))
    is_plain = bool(last.described) and not last.names and plain[:1].islower()
    return is_plain and is_plural(head) and not {head, f"{head}s"} & PROPERTIES


def starts_with_noun(said: str) -> bool:
    """Whether a few words begin with what may be asked for; "twice a year" tells how often."""
    first = next(iter(phrases_in(f"the {said}")), None)
    return first is not None and said.startswith(first.text)


def _agreed(asks: str, noun: str) -> str:
    verb = "are" if is_plural(head_of(noun)) else "is"
    return with_capital(re.sub(r"\b(?:is|are)$", verb, asks))
