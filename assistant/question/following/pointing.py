"""Puts what is meant where a follow-up points back: "Who funds it?" becomes "Who funds NOME?"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from assistant.entities.kinds import accepted_kinds, is_known, is_of_kind, kind_words
from assistant.question.condenser import AskBack, Condensed, Through
from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.anaphora import expanded, first_anaphor
from assistant.question.following.antecedent import Antecedent
from assistant.question.following.antecedents import is_doubtful
from assistant.question.following.asking import ask_which, ask_whom
from assistant.question.following.beyond_clause import meant_besides, named_by_kind
from assistant.question.following.binding import is_said_to_be
from assistant.question.following.discourse import Discourse
from assistant.question.following.properties import asked_for, is_question
from assistant.question.following.putting import put, replaced
from assistant.question.following.roles import holder, named_in_role, role_in, role_question
from assistant.question.following.spoken import written_as_person
from assistant.question.following.wording import AND
from assistant.question.grammar import with_capital
from assistant.question.terms import terms

# "The company" may be any, unless one was asked about just now.
_OFTEN_ANY = frozenset({"company", "university", "startup", "hospital", "park", "organisation"})
_PLACES = frozenset({"place", "location", "site", "spot", "venue", "town", "city"})
_ASKS_WHERE = re.compile(r"^(?:and\s+)?where\b", re.I)
# "Is Alfa among its owners?" does not ask of the owners.
_SOME_OF_ITS = re.compile(r"\bamong\s+$|\b(?:one|some|any|many|most|all|which)\s+of\s+$", re.I)
# May stand behind another word that points: "she ... it", "it ... there".
_SECOND = frozenset({Pointing.THING, Pointing.PLACE, Pointing.PERSON})
_RECENT = 1.3
_LATELY = 0.7
_JUST_NOW = 0.65
# What is less likely by more is not asked about where the likeliest is not answered.
_OTHERWISE = 0.8
_MOST_OTHERS = 2
# "Its address?", and no verb behind it.
_OWN_ALONE = re.compile(r"(?:its|their|his|her)\s+(?P<what>[\w' ’-]{2,40}?)[?.!\s]*", re.I)
# "That chair in geriatrics" is told of enough, "that lab in Lund" is not.
_TOLD_BY = re.compile(
    r"\s+(?:in|of|for|on|about)\s+(?:the\s+)?(?!general\b|total\b|all\b)[a-zåäö]{4,}"
)


def pointed(question: str, discourse: Discourse) -> Condensed | None:
    """Make a question standalone that points back; None when it does not point out of itself."""
    plain = AND.sub("", expanded(question))
    names = discourse.names(plain)
    anaphor = first_anaphor(plain, names)
    if anaphor is None:
        return None if names else _of_role(plain, discourse)
    if anaphor.pointing is Pointing.YEAR:
        return _in_year(plain, anaphor, discourse)
    own = _own_thing(plain, anaphor, discourse) or _that_place(plain, anaphor, discourse)
    if own is not None:
        return own
    by_kind = named_by_kind(anaphor, plain, names, discourse)
    if by_kind is not None:
        named = replaced(plain, *by_kind)
        return pointed(named, discourse) or Condensed(named)
    found = meant_besides(anaphor, plain, names, discourse)
    is_weak = plain[anaphor.start :].lower().startswith("the ")
    if is_weak:
        found = tuple(one for one in found if one.score > _least(anaphor, one)) or _beside_person(
            found, discourse
        )
    if not found:
        is_named = bool(discourse.meant(anaphor, plain))
        return None if is_weak or is_named else _unknown(question, plain, anaphor, discourse)
    if is_doubtful(found):
        choices = [one for one in found if one.is_even][:3]
        queries = tuple(replaced(plain, anaphor, one) for one in choices)
        return Condensed(question, ask_which([one.text for one in choices], queries))
    return _also(_resolved(plain, anaphor, found[0], discourse), anaphor, discourse)


def also_meant(question: str, discourse: Discourse) -> tuple[str, ...]:
    """Give what a question that points back asks of what else may be meant, the likeliest first.

    Nothing where it is told what is meant: "that park", "both".
    """
    plain = AND.sub("", expanded(question))
    names = discourse.names(plain)
    anaphor = first_anaphor(plain, names)
    if (
        anaphor is None
        or (anaphor.noun and not anaphor.is_owner)
        or anaphor.pointing is Pointing.YEAR
    ):
        return ()
    others = _next_likely(meant_besides(anaphor, plain, names, discourse))
    made = (_resolved(plain, anaphor, one, discourse) for one in others)
    return tuple(one.query for one in made if one.through is None)


def _next_likely(found: Sequence[Antecedent]) -> Iterator[Antecedent]:
    """Give the names that may be meant where the likeliest is not, the likeliest of them first."""
    others = (
        one
        for one in found[1:]
        if one.is_name
        and not (one.group or one.is_place)
        and one.score > found[0].score - _OTHERWISE
    )
    return islice(others, _MOST_OTHERS)


def _also(made: Condensed, anaphor: Anaphor, discourse: Discourse) -> Condensed:
    """Put what a second word points at, too: "How much did she give it?"."""
    names = discourse.names(made.query)
    other = first_anaphor(made.query, names)
    is_other = other is not None and other.pointing in _SECOND - {anaphor.pointing}
    if other is None or not is_other or other.is_owner or made.through or other.start < anaphor.end:
        return made
    found = meant_besides(other, made.query, names, discourse)
    if not found or is_doubtful(found) or not found[0].is_name:
        return made
    # A run of words that nobody knows is no place: "Alfa send teams".
    if other.pointing is Pointing.PLACE and not (found[0].kinds or found[0].is_place):
        return made
    # What is wanted "for it" is nothing that an answer gave.
    if other.pointing is Pointing.THING and found[0].is_answer:
        return made
    return Condensed(replaced(made.query, other, found[0]))


def _own_thing(plain: str, anaphor: Anaphor, discourse: Discourse) -> Condensed | None:
    """Ask about "his park": the one that was spoken of just before."""
    kind = kind_words(anaphor.noun)
    if not (anaphor.is_owner and anaphor.pointing is Pointing.PERSON):
        return None
    end = plain.find(anaphor.noun, anaphor.end) + len(anaphor.noun)
    whole = replace(anaphor, end=end, pointing=Pointing.KIND, is_owner=False)
    found = discourse.meant(whole, plain)
    of_kind = accepted_kinds(kind) if is_known(kind) else frozenset()
    meant = next(
        (one for one in found if is_of_kind(one.kinds, of_kind) or _is_called(one, anaphor.noun)),
        None,
    )
    return Condensed(put(plain, whole, meant.with_article)) if meant else None


def _is_called(one: Antecedent, noun: str) -> bool:
    """Whether the documents know it by a name with the noun: "Innovation Office"."""
    return bool(one.kinds) and with_capital(noun) in one.text.split()


def _that_place(plain: str, anaphor: Anaphor, discourse: Discourse) -> Condensed | None:
    """Ask about "that place" where it was just told where something is."""
    last = discourse.last
    if anaphor.pointing is not Pointing.KIND or anaphor.noun.lower() not in _PLACES:
        return None
    if last is None or not _ASKS_WHERE.match(last.query):
        return None
    asked = {name.text for name in last.names}
    told = [one for one in (last.answer, *last.told) if one and one.text not in asked]
    return Condensed(put(plain, anaphor, told[0].text)) if told else None


def _least(anaphor: Anaphor, one: Antecedent) -> float:
    """How likely something has to be to be meant by "the company"."""
    if not one.kinds:
        return _JUST_NOW
    return _RECENT if anaphor.noun.lower() in _OFTEN_ANY else _LATELY


def _beside_person(found: tuple[Antecedent, ...], discourse: Discourse) -> tuple[Antecedent, ...]:
    """Give what "the company" is where a person was spoken of last, which is none."""
    last = discourse.last.names if discourse.last else ()
    is_person = bool(last) and written_as_person(last[0].text, last[0].kinds)
    named = (one for one in found if one.is_name and not written_as_person(one.text, one.kinds))
    return tuple(islice(named, 1)) if is_person else ()


def _of_role(plain: str, discourse: Discourse) -> Condensed | None:
    """Ask about "the organiser" of what was spoken of."""
    anaphor, topic = role_in(plain), discourse.topic(plain)
    if anaphor is None or topic is None or not topic.is_name:
        return None
    if role_question(plain, anaphor, topic.text) is None:
        return None
    return _resolved(plain, anaphor, topic, discourse)


def _unknown(question: str, plain: str, anaphor: Anaphor, discourse: Discourse) -> Condensed | None:
    """What is pointed at was never spoken of: ask, except where it may be nothing at all."""
    if anaphor.pointing is Pointing.KIND and discourse.last is not None:
        topic = discourse.topic(plain)
        if topic is None or not topic.is_name:
            return Condensed(question)
        is_told = _TOLD_BY.match(plain[anaphor.end :]) is not None
        text = f"the {anaphor.noun}" + ("" if is_told else f" of {topic.text}")
        return Condensed(put(plain, anaphor, text))
    if anaphor.pointing is Pointing.SEVERAL and _was_said(anaphor.noun, discourse):
        return Condensed(put(plain, anaphor, f"the {anaphor.noun}"))
    role = holder(discourse) if anaphor.pointing is Pointing.PERSON else ""
    alone = _OWN_ALONE.fullmatch(plain) if role and anaphor.is_owner else None
    if alone and not is_question(alone["what"]):
        return Condensed(asked_for(alone["what"], role))
    if role:
        made = Condensed(put(plain, anaphor, f"{role}’s" if anaphor.is_owner else role))
        return _also(made, anaphor, discourse)
    topic = discourse.topic(plain)
    is_one = topic is not None and not topic.is_name and not anaphor.is_owner
    if topic and is_one and anaphor.pointing is Pointing.SEVERAL and not anaphor.noun:
        # "What is a voucher?", and then "who gives those?".
        return Condensed(put(plain, anaphor, topic.several))
    return Condensed(question, AskBack(sentence=ask_whom(anaphor)))


def _was_said(noun: str, discourse: Discourse) -> bool:
    """Whether a noun, "those hackathons", stood in the last question or answer."""
    last = discourse.last
    return bool(noun) and last is not None and set(terms(noun)) <= set(terms(last.said))


def _resolved(plain: str, anaphor: Anaphor, meant: Antecedent, discourse: Discourse) -> Condensed:
    alone = _OWN_ALONE.fullmatch(plain) if anaphor.is_owner and anaphor.start == 0 else None
    if alone and not is_question(alone["what"]):
        return Condensed(asked_for(alone["what"], meant.with_article))
    query = replaced(plain, anaphor, meant)
    before = [name for name in discourse.names(plain) if name.end <= anaphor.start]
    is_said = bool(before) and is_said_to_be(plain, anaphor, before[-1])
    is_some = _SOME_OF_ITS.search(plain[: anaphor.start]) is not None
    is_asked_of = anaphor.is_owner and not (is_said or is_some)
    role = role_question(plain, anaphor, meant.text) if is_asked_of else None
    if role is None:
        return Condensed(query)
    said = named_in_role(role, meant.text, discourse)
    if said:
        return Condensed(role.asked_of(said))
    return Condensed(query, through=Through(question=role.question, rest=role.rest))


def _in_year(plain: str, anaphor: Anaphor, discourse: Discourse) -> Condensed | None:
    year = next((turn.year for turn in discourse.near()[:2] if turn.year), "")
    return Condensed(put(plain, anaphor, f"in {year}")) if year else None
