"""Other ways to understand a question, for the documents to decide between.

"How much does the region put in?" may be asked of what was spoken of or of anything; what it finds
an answer for tells. A pronoun may stand for another thing than the likeliest.
"""

from collections.abc import Sequence

from assistant.question.condenser import Readings
from assistant.question.following.anaphor import Anaphor
from assistant.question.following.anaphora import expanded, first_anaphor
from assistant.question.following.discourse import Discourse
from assistant.question.following.implied import completed_with_topic, may_be_general, may_leave_out
from assistant.question.following.pointing import replaced
from assistant.question.following.wording import AND

# So many other things are tried for a pronoun.
_OTHERS = 2
# So many turns back.
_LATELY = 3


def readings_of(question: str, query: str, discourse: Discourse) -> Readings:
    """Give what a question may mean whose likeliest reading is `query`.

    Args:
        question: As typed, tidied.
        query: What it was condensed to.
        discourse: What was spoken of before.
    """
    only = Readings(ways=(query,), likeliest=query)
    if discourse.last is None:
        return only
    plain = AND.sub("", expanded(question))
    anaphor = first_anaphor(plain, discourse.names(plain))
    if anaphor is not None and query != question:
        return Readings(ways=(query, *_others(plain, anaphor, query, discourse)), likeliest=query)
    if not may_leave_out(question, discourse):
        return only
    is_completed = query != question
    completed = query if is_completed else completed_with_topic(question, discourse)
    if completed == question:
        return only
    if may_be_general(plain):
        return Readings(ways=(completed, plain), likeliest=completed if is_completed else query)
    # What is found for a few words without a name would be about something else.
    return Readings(ways=(completed,), likeliest=completed)


def _others(plain: str, anaphor: Anaphor, query: str, discourse: Discourse) -> Sequence[str]:
    """Put other things that were asked about, or that answered, where a pronoun stands."""
    asked = _asked_or_answered(discourse)
    found = [
        one
        for one in discourse.meant(anaphor, plain)
        if one.text in asked and one.text not in query
    ]
    return tuple(dict.fromkeys(replaced(plain, anaphor, one) for one in found[:_OTHERS]))


def _asked_or_answered(discourse: Discourse) -> frozenset[str]:
    """Give what was asked about lately, and what answered; not what was only told besides."""
    lately = discourse.near()[:_LATELY]
    asked = {name.text for turn in lately for name in turn.names}
    return frozenset(asked | {turn.answer.text for turn in lately if turn.answer})
