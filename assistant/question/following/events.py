"""Events that somebody holds: one goes there, and they take place: "Who comes to those tours?".

And what else is said of things, and not of those who have them: "What are they good for?".
"""

import re
from functools import lru_cache

from assistant.entities.kinds import accepted_kinds, is_of_kind, kind_words
from assistant.entities.statements import Kind
from assistant.question.following.anaphor import Anaphor
from assistant.question.following.antecedent import Antecedent
from assistant.question.following.leaving_out import PROPERTIES
from assistant.question.following.phrases import head_of, phrases_in
from assistant.question.terms import words

_FURTHER = frozenset(
    words("""
    tour visit course class lunch breakfast dinner party training lecture talk session meeting trip
    exhibition camp gathering webinar
    """)
)
# What people do who are at an event, and how a question says of which.
_TOWARDS = (
    (
        re.compile(
            r"\b(?:go|goes|going|come|comes|coming|tag|bring|show up|turn up)(?:\s+along)?$"
        ),
        "to",
    ),
    (re.compile(r"\b(?:attends?|joins?)$"), ""),
    (re.compile(r"\b(?:registers?|signs? up|pay)$"), "for"),
    (re.compile(r"\b(?:takes? part|participates?)$"), "in"),
    (re.compile(r"\b(?:speaks?|presents?)$"), "at"),
    (re.compile(r"\bwho\s+(?:won|wins)$"), ""),
)
_GOES = re.compile(
    r"\b(?:go|goes|going|come|comes|coming|attends?|joins?|takes?\s+part|participates?|registers?|"
    r"signs?\s+up|turns?\s+up|shows?\s+up|speaks?|presents?)\b",
    re.I,
)
_TAKES_PLACE = r"held|takes?\s+place|taking\s+place|happens?|starts?|begins?|ends?|lasts?"
_HAPPENS = re.compile(
    rf"\b(?:{_TAKES_PLACE}|organised|free|costs?|how often|how long|online|"
    r"in (?:English|Swedish))\b",
    re.I,
)
_WHEN = re.compile(rf"\b(?:{_TAKES_PLACE})\b", re.I)
# "How much are they worth?", "what do they cost?", "who are they for?", "who can get them?"
_IS_OF_THINGS = re.compile(
    r"^(?:\s+(?:all|usually|normally|really|actually|each|still|now|currently|then))*\s*(?:"
    r"(?:worth|good|meant|intended|used|for|free|held|given|awarded|handed|made|sold|built|like|"
    r"called|about|valid|available|paid|organi[sz]ed|arranged|published|launched|introduced)\b|"
    r"(?:cost|costs|last|weigh|take\s+place|happen|look\s+like|expire)\b)",
    re.I,
)
_GETS_THINGS = re.compile(
    r"\b(?:get|gets|buy|use|uses|receive|receives|apply\s+for|order|borrow|rent|hire|book|win|wins|"
    r"makes?|sells?|hands?\s+out|invented|develops?|built|is\s+it\s+with|one\s+of|many\s+of|"
    r"most\s+of|each\s+of|kind\s+of|much\s+for)\s+$",
    re.I,
)
_ARE = re.compile(r"\b(?:are|were|do|did|have|can|will|would)\s+$", re.I)
_WHEN_ARE = re.compile(
    r"^(?:when|how\s+(?:often|much|long|high|big|expensive))\s+(?:are|were)\s+$", re.I
)
_USES = re.compile(r"\b(?:uses?|using|used|rent|hire|book|borrow)\s+$", re.I)
_PAYING = re.compile(r"\b(?:pay\s+for|cover)\b", re.I)
_PAYS = frozenset(words("voucher vouchers cheque cheques grant grants stipend stipends loan loans"))
_TAKES_PLACE_ALONE = re.compile(r"\b(?:held|takes?\s+place|taking\s+place|happens?)\b", re.I)
_PERSONS = frozenset(
    words("people person persons visitors guests participants anyone everyone sort")
)


@lru_cache(maxsize=1)
def _kinds() -> frozenset[Kind]:
    return accepted_kinds(("event",))


@lru_cache(maxsize=1024)
def is_event(phrase: str) -> bool:
    """Whether a noun phrase names something that people go to.

    >>> is_event("guided tours of Alfa"), is_event("seminars"), is_event("mentors of Alfa")
    (True, True, False)
    """
    kind = kind_words(head_of(phrase))
    return kind[-1:] != () and (kind[-1] in _FURTHER or is_of_kind([kind], _kinds()))


def is_held(one: Antecedent) -> bool:
    """Whether something that was spoken of is an event, by its noun or by what documents say."""
    return is_of_kind(one.kinds, _kinds()) if one.is_name else is_event(one.text)


def goes_somewhere(question: str) -> bool:
    """Whether a question asks who goes somewhere: "How many can come along?"."""
    return _GOES.search(question) is not None


def takes_place(question: str, *, is_strict: bool = False) -> bool:
    """Whether something is said of what takes place: "When does it start?".

    With `is_strict` no organisation can do so: "When do they take place?".
    """
    return (_TAKES_PLACE_ALONE if is_strict else _WHEN).search(question) is not None


def may_be_of_event(question: str) -> bool:
    """Whether a question asks what events have: guests, a beginning, a price."""
    return goes_somewhere(question) or _HAPPENS.search(question) is not None


def is_said_of_things(question: str, anaphor: Anaphor, phrase: str) -> bool:
    """Whether a question says of "they" or "them" what is said of things that somebody has."""
    before, rest = question[: anaphor.start], question[anaphor.end :]
    if anaphor.is_owner:
        return False
    if head_of(phrase).lower() in _PAYS and _PAYING.search(rest):
        return True
    if _ARE.search(before) is None:
        return _GETS_THINGS.search(before) is not None
    is_alone = not rest.strip(" ?!.") and _WHEN_ARE.match(before) is not None
    return is_alone or _IS_OF_THINGS.match(rest) is not None


def is_used(question: str, anaphor: Anaphor) -> bool:
    """Whether one uses or hires what a question points at, as one does no organisation."""
    return _USES.search(question[: anaphor.start]) is not None


def leaves_out_event(question: str) -> bool:
    """Whether a question may be of an event that it does not name.

    >>> leaves_out_event("How many can come along?"), leaves_out_event("When does the fair start?")
    (True, False)
    """
    heads = {"".join(words(head_of(phrase.text))) for phrase in phrases_in(question)}
    return may_be_of_event(question) and heads <= PROPERTIES | _PERSONS


def towards(asked: str) -> str | None:
    """Give the preposition by which a question's end says of which event; None for another end.

    >>> towards("who can come"), towards("who can attend"), towards("what is the price")
    ('to', '', None)
    """
    return next((how for ends, how in _TOWARDS if ends.search(asked.lower())), None)
