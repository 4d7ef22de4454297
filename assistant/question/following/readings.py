"""What a question may mean, for the documents to decide.

"How much does the region put in?" may be asked of what was spoken of or of anything; what it finds
an answer for tells.
"""

from assistant.question.closed import closed_question
from assistant.question.condenser import Readings
from assistant.question.following.anaphora import expanded, first_anaphor
from assistant.question.following.attaching import ends_of_part
from assistant.question.following.discourse import Discourse
from assistant.question.following.exchanging import of_other_country
from assistant.question.following.implied import (
    candidate,
    completed_with_topic,
    leaves_all_out,
    may_be_general,
    may_leave_out,
    stands_alone,
)
from assistant.question.following.leaving_out import OWN
from assistant.question.following.ones import such_one
from assistant.question.following.phrases import phrases_in
from assistant.question.following.pointing import also_meant
from assistant.question.following.swapping import swapped
from assistant.question.following.wording import AND

_ANY = frozenset({"anything", "something", "nothing"})


def asks_of_oneself(plain: str) -> bool:
    """Whether it asks yes or no of oneself and nothing else: whoever sets a price would answer.

    "Would we have to pay?" does, "Can we rent a lab?" may be asked of anybody.
    """
    if OWN.search(plain) is None or closed_question(plain) is None:
        return False
    others = (one for one in phrases_in(plain) if one.text.lower() not in _ANY)
    return all(OWN.match(plain[one.start : one.end]) for one in others)


def _of_plain_topic(question: str, query: str, discourse: Discourse) -> Readings | None:
    """Give as typed first, then of plain nouns that were spoken of; None for other topics."""
    topic = discourse.topic(AND.sub("", question))
    if query != question or topic is None or topic.is_name or topic.is_place or topic.group:
        return None
    if candidate(question, discourse) is None or stands_alone(question):
        return None
    completed = completed_with_topic(question, discourse)
    # "The advisers", of whom nothing is said, are those of "the business desk".
    if topic.article == "the" and ends_of_part(AND.sub("", question)) is not None:
        return Readings(ways=(completed, query), likeliest=completed)
    return Readings(ways=(query, completed), likeliest=query)


def _is_part(question: str, discourse: Discourse) -> bool:
    """Whether a question says too little to be one by itself: "and for students?"."""
    return any(rule(question, discourse) for rule in (such_one, of_other_country, swapped))


def readings_of(question: str, query: str, discourse: Discourse) -> Readings:
    """Give what a question may mean whose likeliest reading is `query`.

    Args:
        question: As typed, tidied.
        query: What it was condensed to.
        discourse: What was spoken of before.
    """
    only = Readings(ways=(query,), likeliest=query)
    plain = AND.sub("", question)
    if discourse.last is None or leaves_all_out(question):
        return only
    if query != question and (others := also_meant(question, discourse)):
        only = Readings(ways=tuple(dict.fromkeys((query, *others))), likeliest=query)
    if not may_leave_out(question, discourse):
        return _of_plain_topic(question, query, discourse) or only
    if first_anaphor(expanded(plain), discourse.names(plain)) or _is_part(question, discourse):
        return only
    is_completed = query != question
    completed = query if is_completed else completed_with_topic(question, discourse)
    if completed == question:
        return only
    if may_be_general(plain) and not asks_of_oneself(plain):
        return Readings(ways=(completed, plain), likeliest=completed if is_completed else plain)
    # What is found for a few words without a name would be about something else.
    return Readings(ways=(completed,), likeliest=completed)
