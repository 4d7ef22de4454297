"""What a question asks of the items of a list: "which of the founders of X are universities?".

A restriction is of a kind, of a place, or of words that an item has to say of itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.entities.countries import forms_of_peoples, is_of_people
from assistant.entities.kinds import accepted_kinds, is_known, kind_words, singular
from assistant.entities.places import Place, find_place
from assistant.question.following.phrases import is_plural
from assistant.question.following.verbs import is_verb
from assistant.question.grammar import AUXILIARY
from assistant.question.terms import asked_terms, words

_OF_THE = re.compile(
    r"^(?:(?P<many>how many)|(?:which|what)(?:\s+ones?)?|who)\s+(?:out\s+)?of\s+(?:all\s+)?"
    r"(?:the|these|those|(?=[A-ZÅÄÖ][^,?]*?['’]))\s*(?P<rest>[^,?]+)$",
    re.I,
)
# "Which members of X are in Lund?" chooses as "which of the members" does.
_MEMBERS = re.compile(
    r"^(?:(?P<many>how many)|which|what)\s+(?P<rest>(?:members?|partners?|founders?|funders?|"
    r"owners?|supporters?|sponsors?|participants?|tenants?)\s+(?:of|in|at|behind)\s+[^,?]+)$",
    re.I,
)
# "How many speakers at Frost are women?" counts not all speakers.
_ARE_SUCH = re.compile(
    r"^(?P<many>how many)\s+(?P<rest>[a-zåäö][^,?]*?\s+(?:are|were)\s+(?P<such>[a-zåäö-]+))$", re.I
)
_SOME = re.compile(r"^(?:which|what|how many)\s+(?P<rest>[\w-]+(?:\s+[\w-]+){0,3})", re.I)
_FINITE = re.compile(rf"(?<![\w-]){AUXILIARY}(?![\w-])", re.I)
_RELATIVE = re.compile(r"\b(?:that|which|who)\s", re.I)
# Which is the oldest, each of them is compared for.
_COMPARES = re.compile(
    r"\bthe\s+(?:[a-z]{3,}est|first|last|only|other)\b|\b(?:most|least|than|best|worst|older|newer|"
    r"younger|bigger|larger|smaller|cheaper|longer|shorter)\b",
    re.I,
)
_KIND = re.compile(
    r"^(?:is|are|was|were)\s+(?:(?:also|actually|really|themselves)\s+)?(?:an?\s+|the\s+)?"
    r"(?P<kind>(?:(?!(?:in|at|of|from|on|by|with|to|for|a|an|and|or)\b)[\w-]+\s*){1,3})$"
)
_NOT = re.compile(r"\s*\b(?:not|never|no)\b|n['’]t\b", re.I)
# Beside a place these say only that something is there.
_SITED = frozenset(
    words("""
    is are was were have has lie lies sit sits come comes there also based located found situated an
    a office offices their its seat from
    """)
)
# No kind goes on behind one of these.
_ENDS = re.compile(rf"{AUXILIARY}|in|at|of|from|on|by|with|to|for|that|which|who|there")
# Says only when it is asked.
_NOW = re.compile(r",?\s*\b(?:by\s+now|now|today|currently|nowadays|so\s+far|yet|already)\b", re.I)
_PERSON = frozenset({("person",), ("people",), ("individual",), ("human",)})
# Names of these tell what they are; a company's seldom does.
_TOLD_BY_NAME = frozenset(
    singular(word)
    for word in words("""
    university college hospital bank foundation municipality council authority agency institute
    region city town school academy ministry county person people individual
    """)
)
_COMPANY = ("company",)
_ORGANISATION = ("organisation",)
_LONGEST_KIND = 3
_EITHER = frozenset(words("or and one ones"))
# An adjective and its noun.
_LEAST_NOUN = 2
_WORD = re.compile(r"(?<![\w-])[a-zåäö]+(?![\w-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """What the items that are asked for have to be, of all that a list names.

    Attributes:
        kind: The noun that they are called by, as kinds are compared; () for any.
        place: Where they are; None for anywhere.
        terms: What has to be said of them; () for nothing.
        is_negated: Whether those are asked for that are none of it.
    """

    kind: tuple[str, ...] = ()
    place: Place | None = None
    terms: tuple[str, ...] = ()
    is_negated: bool = False

    @property
    def is_of_persons(self) -> bool:
        """Whether people are asked for."""
        return self.kind[-1:] in _PERSON

    @property
    def is_of_companies(self) -> bool:
        """Whether companies are asked for, whose names seldom tell that they are."""
        accepted = accepted_kinds(self.kind) if self.kind else frozenset()
        return _COMPANY in accepted and _ORGANISATION not in accepted


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A question for some of what a list names.

    Attributes:
        listed: What the list is of: "founders of Mobile Heights".
        told: What is asked of its items, as it stands: "are universities".
        wanted: The same, taken apart.
        counts: Whether it is asked how many they are.
    """

    listed: str
    told: str
    wanted: Restriction
    counts: bool

    @property
    def which(self) -> str:
        """The question for the items themselves."""
        return f"Which of the {self.listed} {self.told}?"


def choice_in(query: str) -> Choice | None:
    """Take "Which of the founders of X are universities?" apart; None for any other question.

    >>> choice = choice_in("How many of the founders of Mobile Heights are universities?")
    >>> choice.listed, choice.told, choice.wanted.kind, choice.counts
    ('founders of Mobile Heights', 'are universities', ('university',), True)
    >>> choice_in("Which of the founders is the oldest?"), choice_in("Which parks are in Lund?")
    (None, None)
    """
    plain = query.strip().rstrip("?!. ")
    found = _OF_THE.match(plain) or _MEMBERS.match(plain) or _ARE_SUCH.match(plain)
    if found is None or (found.re is _ARE_SUCH and not is_plural(found["such"])):
        return None
    rest = found["rest"].strip()
    at = _predicate(rest)
    listed, told = rest[:at].strip(), rest[at:].strip()
    if not listed or not told or _COMPARES.search(told):
        return None
    wanted = restriction_of(told)
    if not (wanted.kind or wanted.place or (wanted.terms and found.re is not _MEMBERS)):
        return None
    return Choice(listed=listed, told=told, wanted=wanted, counts=found["many"] is not None)


def _predicate(text: str) -> int:
    """Where what is asked of the items begins: at the verb that belongs to no relative clause."""
    finite = [found.start() for found in _FINITE.finditer(text)]
    relative = _RELATIVE.search(text)
    if relative:
        behind = [at for at in finite if at > relative.end()]
        return behind[-1] if behind else len(text)
    if finite:
        return finite[0]
    verbs = (found.start() for found in _WORD.finditer(text, 1) if is_verb(found.group()))
    return next(verbs, len(text))


def restriction_of(told: str) -> Restriction:
    """Take apart what is asked of items: "are universities", "is based in Lund", "have a lab".

    >>> restriction_of("is a county council").kind, restriction_of("are in Lund").place.forms
    (('county', 'council'), (('lund',),))
    >>> restriction_of("are Belgian").place.forms
    (('belgium',), ('belgian',))
    >>> restriction_of("have gone public by now").terms
    ('gon', 'public')
    """
    plain = _NOT.sub("", _NOW.sub("", told))
    is_negated = plain != _NOW.sub("", told)
    kind = _KIND.match(plain)
    if kind and _is_kind(kind_words(kind["kind"])):
        return Restriction(kind=_without_private(kind_words(kind["kind"])), is_negated=is_negated)
    people = _of_people(plain)
    if people:
        return Restriction(place=people, is_negated=is_negated)
    placed = find_place(plain)
    if placed.place and _SITED.issuperset(words(placed.rest)):
        return Restriction(place=placed.place, is_negated=is_negated)
    said = asked_terms(_FINITE.sub(" ", plain)) if words(_FINITE.sub(" ", plain)) else ()
    return Restriction(terms=said, is_negated=is_negated)


def implied(query: str) -> Restriction:
    """Give what a question asks of a list's items besides what the list is of, as it may well be.

    Only kinds that names tell, and companies, are taken for such.

    >>> implied("Which universities founded Mobile Heights?").kind
    ('university',)
    >>> implied("Which members of TIM are there in Spain?").place.forms
    (('spain',),)
    """
    found = _SOME.match(query.strip())
    said = words(found["rest"]) if found else []
    people = _people_before(said)
    said = said[1 if people else 0 :][:_LONGEST_KIND]
    kind: tuple[str, ...] = ()
    ends = (at for at, word in enumerate(said) if _ENDS.fullmatch(word))
    for size in range(1, next(ends, len(said)) + 1):
        each = kind_words(" ".join(said[:size]))
        is_joined = {"and", "or"} & set(said[size : size + 1])
        if (each[-1] in _TOLD_BY_NAME or each == _COMPANY) and not is_joined:
            kind = each
    # People are asked for by any name.
    kind = () if _without_private(kind)[-1:] in _PERSON else kind
    place = find_place(query).place or people if found else None
    return Restriction(kind=kind, place=place)


def _of_people(told: str) -> Place | None:
    """Take "are Danish or Swedish" for a place."""
    said = [word for word in words(told) if word not in _SITED and word not in _EITHER]
    if not said or not all(map(is_of_people, said)):
        return None
    return Place(forms=forms_of_peoples(told), is_outside=False)


def _people_before(said: Sequence[str]) -> Place | None:
    """Take "Belgian members" for members in Belgium; what is asked for begins with it."""
    if len(said) < _LEAST_NOUN or not is_of_people(said[0]) or _ENDS.fullmatch(said[1]):
        return None
    return Place(forms=forms_of_peoples(said[0]), is_outside=False)


def _is_kind(kind: tuple[str, ...]) -> bool:
    return is_known(kind) or kind[-1] in _TOLD_BY_NAME


def _without_private(kind: tuple[str, ...]) -> tuple[str, ...]:
    """Take "a private person" for a person."""
    return kind[-1:] if kind[-1:] in _PERSON else kind
