"""Whether an antecedent can be meant by an anaphor: by number, kind, person and place."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from assistant.entities.kinds import NAMED, accepted_kinds, is_known, is_of_kind, kind_words
from assistant.entities.statements import Kind
from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.antecedent import Antecedent
from assistant.question.following.events import (
    goes_somewhere,
    is_event,
    is_held,
    is_said_of_things,
    is_used,
    may_be_of_event,
    takes_place,
)
from assistant.question.following.phrases import head_of
from assistant.question.following.spoken import Spoken, written_as_person
from assistant.question.terms import words

# "That company" is the one just given rather than the one it was asked of.
_GIVEN = 1.1
_WHO_IS = re.compile(r"^(?i:who(?:['’]s|\s+(?:is|was)))\s+[A-ZÅÄÖ]")
_HE_OR_SHE = re.compile(r"\b(?:he|she|him|his|her)\b", re.I)
_ACTING = (
    "incubator", "accelerator", "science park", "network", "cluster", "association", "funder",
    "company", "university", "hospital", "public authority", "research institute", "startup",
    "region", "city", "investor",
)  # fmt: skip
# No event owns or employs, whatever it is called.
_OWNING = re.compile(
    r"\b(?:owns?|invest(?:s|ed|ing)?|employ(?:s|ed)?|hires?|hired|lends?|lent)\b|"
    r"\b(?:shares?|stakes?|employees|shareholders|subsidiaries)\b.*\b(?:has|have|had|hold|holds)\b|"
    r"\b(?:has|have|had|hold|holds)\b.*\b(?:shares?|stakes?|employees|subsidiaries)\b",
    re.I,
)
_IS_SUCH = re.compile(
    r"\b(?:sort|kind|type)\s+of\s+(?:an?\s+)?(?P<of>[a-z]+(?:\s[a-z]+)?)\s+(?:is|was)\s+(?:that|this)\b|"
    r"\bis\s+(?:that|this)\s+(?:an?\s+)(?P<is>[a-z]+(?:\s[a-z]+)?)\W*$",
    re.I,
)
_IS_OTHER = -1.2
_OWNS_NOTHING = -1.0
# More than a name that is asked about is worth, and all that documents say of it.
_EVENT = 1.5
# Shorter nouns stand in words of other meanings.
_SHORTEST_NOUN = 4
_IT = frozenset({Pointing.THING, Pointing.THAT})


@lru_cache(maxsize=1)
def _acting() -> frozenset[Kind]:
    """Kinds of those that do things together, so that "they" can be said of one."""
    return frozenset[Kind]().union(*(accepted_kinds(kind_words(kind)) for kind in _ACTING))


def may_act(kinds: frozenset[Kind]) -> bool:
    """Whether something of these kinds does things, as an organisation does."""
    return is_of_kind(kinds, _acting())


def persons_in(turns: Iterable[Spoken]) -> frozenset[str]:
    """Give the names that turns told to be persons': by "Who is Anna Berg?", "he", "her"."""
    return frozenset(
        name.text
        for turn in turns
        for name in turn.names
        if written_as_person(name.text, name.kinds)
        and (_WHO_IS.match(turn.query) or _is_put_for_person(name.text, turn))
    )


def _is_put_for_person(name: str, turn: Spoken) -> bool:
    is_put = name.casefold() not in turn.typed.casefold()
    return is_put and _HE_OR_SHE.search(turn.typed) is not None


def fitting(one: Antecedent, anaphor: Anaphor, asked: str) -> Antecedent | None:
    """Give an antecedent with what it is worth for this anaphor; None where it cannot be meant.

    Args:
        one: What was spoken of.
        anaphor: Where it points.
        asked: The question that it was asked in, or that its answer is to.
    """
    match anaphor.pointing:
        case Pointing.THING:
            return None if one.group or one.is_plural or one.is_person else _down(one, place=0.4)
        case Pointing.THAT:
            return _that(one)
        case Pointing.SEVERAL:
            return _several(one, anaphor)
        case Pointing.PERSON:
            return replace(one, score=one.score + one.is_person) if _may_be_person(one) else None
        case Pointing.PLACE:
            is_several = one.is_plural and (one.is_name or not is_event(one.text))
            several = one.group or is_several
            return None if several or one.is_person else one
        case Pointing.KIND:
            return _of_kind(one, anaphor, asked)
        case Pointing.YEAR:
            return None


def _that(one: Antecedent) -> Antecedent | None:
    """Give what "that" may be: rather what an answer gave, and none of several plain things."""
    if one.group or (one.is_plural and not one.is_name):
        return None
    fresh = 0.7 if one.is_answer and one.is_name and not one.is_even else 0.0
    return replace(_down(one, place=0.4), score=one.score + fresh)


def kind_worth(one: Antecedent, anaphor: Anaphor, question: str) -> float:
    """Give what it counts that "that" is asked to be what something is known not to be.

    "What sort of organisation is that?" is no project.
    """
    asked = _IS_SUCH.search(question) if anaphor.pointing is Pointing.THAT else None
    noun = kind_words(asked["of"] or asked["is"]) if asked else ()
    kinds = frozenset(kind for kind in one.kinds if kind != NAMED and is_known(kind))
    if not (noun and is_known(noun) and kinds):
        return 0.0
    return 0.0 if is_of_kind(kinds, accepted_kinds(noun)) else _IS_OTHER


def event_worth(one: Antecedent, anaphor: Anaphor, question: str) -> float:
    """Give what it counts that something is an event: one goes there, and nobody works there."""
    rest = f"{question[: anaphor.start]} {question[anaphor.end :]}"
    if one.is_name:
        return _worth_of_named(one, anaphor, rest)
    if not is_event(one.text):
        return _EVENT * _is_thing(one, anaphor, question)
    if anaphor.pointing is Pointing.PLACE:
        return _EVENT if goes_somewhere(question[: anaphor.start]) else -_EVENT
    return _EVENT * (may_be_of_event(rest) or _is_thing(one, anaphor, question))


def _is_thing(one: Antecedent, anaphor: Anaphor, question: str) -> bool:
    """Whether of "they" is said what is said of the things that these are."""
    is_several = anaphor.pointing is Pointing.SEVERAL and one.is_plural and not anaphor.noun
    if anaphor.pointing is Pointing.THING and one.about and not one.is_plural:
        return is_used(question, anaphor)
    return is_several and is_said_of_things(question, anaphor, one.text)


def _worth_of_named(one: Antecedent, anaphor: Anaphor, rest: str) -> float:
    """Give what it counts for a name that it is an event's: it takes place, and owns nothing."""
    is_several = anaphor.pointing is Pointing.SEVERAL and anaphor.is_subject
    if is_several and may_act(one.kinds) and takes_place(rest, is_strict=True):
        return _OWNS_NOTHING
    if not is_held(one):
        return 0.0
    if anaphor.is_subject and not may_act(one.kinds) and _OWNING.search(rest):
        return _OWNS_NOTHING
    is_asked = not one.is_answer and anaphor.pointing in _IT
    return _EVENT if is_asked and takes_place(rest) else 0.0


def _several(one: Antecedent, anaphor: Anaphor) -> Antecedent | None:
    if one.is_place:
        return None
    if anaphor.noun and not anaphor.is_owner:
        fits = one.is_plural and _names_noun(one.text, anaphor.noun)
        kind = accepted_kinds(kind_words(anaphor.noun))
        return one if one.group or fits or (one.kinds and is_of_kind(one.kinds, kind)) else None
    if one.group or one.is_plural:
        return one
    if _is_known_kind(one.kinds) and not may_act(one.kinds):
        # Events and databases are "it"; "they" are organisations.
        one = replace(one, score=one.score * 0.35)
    elif one.kinds - {NAMED} and not may_act(one.kinds):
        # Nor is a "cold chamber" whatever that is, beside who runs it.
        one = replace(one, score=one.score * 0.7)
    elif one.is_agent:
        one = replace(one, score=one.score + 0.25)
    if one.is_even and one.is_answer:
        return None
    return one if one.is_name else replace(one, score=one.score * 0.5)


def _of_kind(one: Antecedent, anaphor: Anaphor, asked: str) -> Antecedent | None:
    if one.group or one.is_plural:
        return None
    kind = kind_words(anaphor.noun)
    if is_no_event(one, anaphor.noun):
        return None
    is_asked_for = one.is_given and _asks_which(asked, anaphor.noun)
    if is_asked_for or (one.kinds and is_of_kind(one.kinds, accepted_kinds(kind))):
        is_new = anaphor.is_that and one.is_given
        return replace(one, score=one.score + 0.5 + _GIVEN * is_new)
    if _names_noun(one.text, anaphor.noun) or _is_compound(one, anaphor):
        return replace(one, score=one.score + 0.4)
    # What the documents do not say may be of any kind.
    is_open = one.is_name and not one.is_place and not _is_known_kind(one.kinds)
    is_passing = one.is_aside and anaphor.is_that
    is_any = is_open and not one.is_person and not is_passing
    return replace(one, score=one.score - 0.3) if is_any else None


def _is_known_kind(kinds: frozenset[Kind]) -> bool:
    """Whether the documents say what something is, and not only that it has a name."""
    return any(kind != NAMED and is_known(kind) for kind in kinds)


def _names_noun(text: str, noun: str) -> bool:
    """Whether a name or phrase holds a noun, in any number."""
    wanted = kind_words(noun)[-1:]
    return any(wanted == kind_words(word)[-1:] for word in [head_of(text), *words(text)])


def _asks_which(asked: str, noun: str) -> bool:
    """Whether "which programme" was asked, so that the answer is "that programme"."""
    which = rf"\b(?:which|what)\s+(?:[\w-]+\s+)?{re.escape(noun)}\b"
    return re.search(which, asked, re.I) is not None


def is_no_event(one: Antecedent, noun: str) -> bool:
    """Whether "the party" is an event, and what was spoken of is surely none."""
    return one.is_name and is_event(noun) and _is_known_kind(one.kinds) and not is_held(one)


def _is_compound(one: Antecedent, anaphor: Anaphor) -> bool:
    """Whether "that bank" may be the "Sparbanken Orn" that was just given."""
    noun = "".join(words(anaphor.noun))
    is_told = anaphor.is_that and one.is_given and len(noun) >= _SHORTEST_NOUN
    return is_told and any(noun in word for word in words(one.text))


def _down(one: Antecedent, *, place: float) -> Antecedent:
    return replace(one, score=one.score * place) if one.is_place else one


def _may_be_person(one: Antecedent) -> bool:
    return one.is_person or (
        one.is_name
        and not one.group
        and not one.is_place
        and not one.article
        and written_as_person(one.text, one.kinds)
    )
