"""Writes the noun for "the one in Lund": what was spoken of last, of its kind in another place."""

import re

from assistant.entities.kinds import NAMED, is_known, kind_words
from assistant.question.condenser import Condensed
from assistant.question.following.discourse import Discourse
from assistant.question.following.names import SpokenName
from assistant.question.following.phrases import head_of, phrases_in
from assistant.question.following.pointing import pointed
from assistant.question.following.spoken import Spoken
from assistant.question.following.swapping import asked_of_other
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import with_capital
from assistant.question.terms import words

_THE_ONE = re.compile(r"\b(?i:the)\s+(?P<one>(?i:one))\s+(?:in|at|near|outside)\s+[A-ZÅÄÖ]")
_ALONE = re.compile(r"(?:(?:what|how) about\s+)?", re.I)
_REST = re.compile(r"\s+(?:in|at|near|of|for|that|which|with)\s")


def elsewhere(question: str, discourse: Discourse) -> Condensed | None:
    """Ask about "the one in Lund"; None where no kind was spoken of that it is of."""
    plain = AND.sub("", question)
    found = _THE_ONE.search(plain)
    last = discourse.last
    if found is None or last is None or _has_several(last):
        return None
    before = plain[: found.start()]
    says_itself = any(is_known(kind_words(head_of(one.text))) for one in phrases_in(before))
    if says_itself or discourse.names(before):
        return None
    is_alone = _ALONE.fullmatch(before) is not None
    behind = discourse.names(bare(plain[found.end("one") :]))
    if is_alone and behind and last.names and _is_alike(behind[0], last.names[0]):
        return None
    noun = _kind_of(last.names[0]) if last.names else "" if is_alone else _kind_told(last)
    if not noun:
        return None
    if is_alone:
        where = bare(plain[found.end("one") :]).strip()
        return Condensed(asked_of_other(f"the {noun} {where}", discourse))
    said = with_capital(f"{plain[: found.start('one')]}{noun}{plain[found.end('one') :]}")
    return pointed(said, discourse) or Condensed(said)


def _is_alike(one: SpokenName, other: SpokenName) -> bool:
    """Whether both are of a kind, so that "the one at Alfa" is Alfa's and not where Alfa is."""
    return bool({kind[-1:] for kind in one.kinds} & {kind[-1:] for kind in other.kinds})


def _has_several(turn: Spoken) -> bool:
    """Whether "one" may be one of several that a turn asked for or listed."""
    several = (one for one in turn.phrases if one.is_plural)
    return len(turn.items) > 1 or any(is_known(kind_words(head_of(one.text))) for one in several)


def _kind_told(turn: Spoken) -> str:
    """Give the noun of the first thing of a kind that a turn asked about."""
    nouns = (_REST.split(one.text)[0] for one in turn.phrases if not one.is_plural)
    return next((noun for noun in nouns if is_known(kind_words(noun))), "")


def _kind_of(name: SpokenName) -> str:
    """Give the kind that a name ends with, or the only one that documents tell."""
    kinds = [kind for kind in name.kinds if kind != NAMED and is_known(kind)]
    said = tuple(words(name.text))
    ends = sorted((kind for kind in kinds if said[-len(kind) :] == kind), key=len)
    only = kinds if len(kinds) == 1 else []
    return " ".join((ends or only or [()])[-1])
