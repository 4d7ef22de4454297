"""Asks again what was asked where only a helping verb is said: "does Nerva?", "do any others?"."""

import re
from dataclasses import dataclass

from assistant.entities.kinds import is_known, kind_words, plural, singular
from assistant.question.condenser import Condensed
from assistant.question.following.discourse import Discourse
from assistant.question.following.likewise import is_alike
from assistant.question.following.membership import is_one_of
from assistant.question.following.names import SpokenName
from assistant.question.following.of_several import PLURAL_VERB
from assistant.question.following.phrases import head_of, is_plural, phrases_in
from assistant.question.following.properties import ASKS_OF_ONE
from assistant.question.following.spoken import Spoken
from assistant.question.following.swapping import asked_of_other
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import AUXILIARY, with_capital
from assistant.question.swedish.english import past, third

_ADVERBS = r"(?:,?\s+(?:too|as\s+well|also|either|so|then))*"
_NOT = r"(?P<not>n['’]t|\s+not)?"
_ONE = re.compile(
    rf"^(?P<helper>{AUXILIARY}){_NOT}\s+(?:the\s+)?(?P<who>[^,?]{{2,60}}?){_ADVERBS}$", re.I
)
# "Does it?" asks once more.
_IT = re.compile(rf"^{AUXILIARY}\s+(?:it|they|he|she|that)(?:\s+(?:really|indeed|now))?$", re.I)
# "And Nerva, does it?"
_ONE_FIRST = re.compile(
    rf"^(?:what\s+about\s+)?(?:the\s+)?(?P<who>[^,?]{{2,60}}),\s+(?P<helper>{AUXILIARY}){_NOT}\s+"
    rf"(?:it|they|he|she|that\s+one){_ADVERBS}$",
    re.I,
)
_OTHERS = (
    r"(?:\s+(?:of\s+(?:them|these|those|the\s+others?)|others?|"
    r"other\s+(?:ones|(?P<noun>[a-z]+s))))?"
)
_ANY = re.compile(
    rf"^(?P<helper>{AUXILIARY}){_NOT}\s+(?:(?:any|all|some|many|most|both|each){_OTHERS}|"
    r"any(?:one|body)(?:\s+else)?|everyone|everybody|(?:the\s+)?others?|they\s+all)"
    rf"{_ADVERBS}$",
    re.I,
)
_WHICH = re.compile(
    r"^(?:which|what)\s+(?:other\s+)?(?:ones?|(?P<noun>[a-z][a-z-]*(?:\s[a-z-]+)?))\s+"
    rf"(?P<helper>{AUXILIARY}){_NOT}{_ADVERBS}$",
    re.I,
)
_THAT_DOES = re.compile(
    r"^(?:is|are)\s+there\s+(?:any(?:one|body)?|one|some|(?:an?|any|another|other)\s+"
    r"(?P<noun>[a-z][a-z-]*(?:\s[a-z-]+)?))(?:\s+else)?\s+(?:that|who|which)\s+"
    rf"(?P<helper>{AUXILIARY}){_NOT}$",
    re.I,
)
_STILL = re.compile(
    rf"^(?P<helper>{AUXILIARY}){_NOT}\s+(?:it|they|he|she)\s+(?P<when>(?:ever\s+)?before|ever|always|"
    r"still|earlier|previously|in\s+the\s+past|back\s+then|nowadays|today|now)$",
    re.I,
)
_BEFORE = frozenset({"before", "ever before", "earlier", "previously", "in the past", "back then"})
_NOWADAYS = frozenset({"now", "today", "nowadays"})
_DO = frozenset({"do", "does", "did"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question for a yes or no of one: "Does Kelp Yard take equity?"."""

    helper: str
    one: SpokenName
    rest: str


def asked_again(question: str, discourse: Discourse) -> Condensed | None:
    """Ask the last question of another, of any or at another time; None where more is said."""
    plain, last = bare(AND.sub("", question)), discourse.last
    if last is None:
        return None
    asked = _asked_of_one(last)
    if asked and _IT.match(plain):
        return Condensed(last.query)
    said = asked and (_of_kind(plain, asked) or _at_time(plain, asked))
    if said:
        return Condensed(said)
    found = _ONE_FIRST.match(plain) or _ONE.match(plain)
    query = _of_one(found["who"].strip(), found["helper"], last, discourse) if found else ""
    return Condensed(query) if query else None


def _asked_of_one(last: Spoken) -> _Asked | None:
    one = next(iter(last.names), None)
    begins = ASKS_OF_ONE.match(last.query[: one.start]) if one else None
    rest = bare(last.query)[one.end :] if one else ""
    if one is None or begins is None or not rest.startswith(" "):
        return None
    return _Asked(helper=begins["verb"].lower(), one=one, rest=rest.strip())


def _of_one(who: str, helper: str, last: Spoken, discourse: Discourse) -> str:
    """Ask the last question of a name; "" where something else than a name is said."""
    names = discourse.names(who)
    is_name = len(names) == 1 and names[0].end - names[0].start >= len(who)
    if not (is_name or discourse.known.nearest(who)):
        return _of_others(who, helper, bare(last.query))
    asked = (asked_of_other(who, discourse), is_one_of(who, last.query))
    return next((one for one in asked if one and is_alike(helper, one)), "")


def _of_others(who: str, helper: str, query: str) -> str:
    """Ask a yes or no of other people: "can students?" behind "Can companies rent a lab?"."""
    if not is_alike(helper, query) or [one.text for one in phrases_in(who)] != [who]:
        return ""
    asked = next(iter(phrases_in(query)), None)
    if asked is None or not (asked.is_plural and is_plural(head_of(who))):
        return ""
    begins = query[: asked.start].strip().lower() == query.split()[0].lower()
    return f"{query[: asked.start]}{who}{query[asked.end :]}?" if begins else ""


def _of_kind(plain: str, asked: _Asked) -> str:
    """Ask of all of a kind: "Which incubators take equity?"; "" where that is not asked."""
    found = _ANY.match(plain) or _WHICH.match(plain) or _THAT_DOES.match(plain)
    if found is None:
        return ""
    noun = found["noun"] or ""
    if noun and not is_known(kind_words(noun)):
        return ""
    # "An incubator" before "a non-profit company".
    kinds = sorted(
        (one for one in asked.one.kinds if is_known(one[-1:])), key=lambda k: (len(k), k)
    )
    every = plural(singular(noun.lower()) if noun else kinds[0][-1]) if noun or kinds else ""
    # "Don't any others?" asks who does.
    is_not = found["not"] is not None and found.re is not _ANY
    said = _predicate(asked, is_not=is_not, is_several=bool(every))
    return f"Which {every} {said}?" if every else f"Who {said}?"


def _predicate(asked: _Asked, *, is_not: bool, is_several: bool) -> str:
    """Give what is asked as one or several do it: "take equity", "are members of Alfa"."""
    helper = PLURAL_VERB.get(asked.helper, asked.helper) if is_several else asked.helper
    if helper not in _DO:
        return f"{helper}{' not' if is_not else ''} {asked.rest}"
    if is_not:
        return f"{helper} not {asked.rest}"
    verb, _, rest = asked.rest.partition(" ")
    if helper == "did":
        return f"{past(verb)} {rest}".strip()
    return asked.rest if is_several else f"{third(verb)} {rest}".strip()


def _at_time(plain: str, asked: _Asked) -> str:
    """Ask whether it was so before, or is so still; "" where that is not asked."""
    found = _STILL.match(plain)
    if found is None:
        return ""
    when = " ".join(found["when"].lower().split())
    if when in _BEFORE:
        helper = {"do": "did", "does": "did", "is": "was", "are": "were"}.get(
            asked.helper, asked.helper
        )
        return f"{with_capital(helper)} {asked.one.text} {asked.rest} {when}?"
    if when in _NOWADAYS:
        return f"{with_capital(asked.helper)} {asked.one.text} {asked.rest} {when}?"
    return f"{with_capital(asked.helper)} {asked.one.text} {when} {asked.rest}?"
