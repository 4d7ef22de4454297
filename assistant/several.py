"""Questions that were asked at once, answered one by one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.approved.serving import without_own_titles
from assistant.comparing.question import comparison_of
from assistant.composing.together import together
from assistant.model import Answer, Conversation, Turn
from assistant.question.clauses import is_bare
from assistant.question.closed import closed_question
from assistant.question.condenser import ReadingCondenser, Readings
from assistant.question.following.asker import Asker, asker_of
from assistant.question.following.remarks import without_remark
from assistant.question.parts import parts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What was asked, standalone; how many passages were read for it; and the answer."""

    query: str
    read: int
    answer: Answer


def parts_asked(question: str, query: str, conversation: Conversation) -> tuple[str, ...]:
    """Give the questions that were asked at once, in order; one, the query itself, as a rule.

    Args:
        question: As typed.
        query: The same, standalone.
        conversation: What was said before; what that was about each part may leave out.
    """
    if comparison_of(query):
        return (query,)
    parts = parts_of(question, of_topic=bool(conversation.turns))
    return parts if len(parts) > 1 else parts_of(query)


def asked_at_once(
    parts: Sequence[str],
    conversation: Conversation,
    ask: Callable[[str, Conversation], Reply],
) -> Reply | None:
    """Answer questions asked at once, each knowing those before it; None to ask them as one.

    They are one where none is answered, and where what was left out of one, "since when", is not:
    one sentence may well tell both.

    Args:
        parts: The questions in order; one alone is asked as one.
        conversation: What was said before.
        ask: Answers one of them.
    """
    if len(parts) == 1:
        return None
    replies: list[tuple[str, Answer]] = []
    read = 0
    for part in parts:
        reply = ask(part, conversation)
        # "Who runs it, and since when?": of whom the second asks, the first has to tell.
        is_unknown = bool(replies) and replies[-1][1].status == "declined"
        is_declined = reply.answer.status == "declined"
        if is_bare(part.rstrip("?")) and (is_declined or is_unknown):
            return None
        replies.append((reply.query, reply.answer))
        read += reply.read
        turn = Turn(turn_id="", question=part, query=reply.query, answer=reply.answer)
        conversation = without_own_titles(conversation.append(turn))
    if all(answer.status == "declined" for _, answer in replies):
        return None
    query = " ".join(query for query, _ in replies)
    return Reply(query=query, read=read, answer=together(replies))


def first_answered(readings: Readings, ask: Callable[[str], Reply]) -> Reply:
    """Give the reply to the first reading that is answered.

    Where none is, the likeliest one is what is declined.
    """
    declines: dict[str, Reply] = {}
    for way in readings.ways:
        declines[way] = ask(way)
        if declines[way].answer.status == "answered":
            return declines[way]
    return declines[readings.likeliest]


def ways_for(
    asker: Asker, question: str, conversation: Conversation, condenser: ReadingCondenser
) -> tuple[str, ...]:
    """Give what a question may mean, asked for whom it is asked; () where that changes nothing."""
    plain = without_remark(asker.without_told(question))
    understood = condenser.condense(plain, conversation)
    if understood.asks_back:
        return ()
    ways = condenser.readings(plain, understood.query, conversation).ways
    return tuple(own for way in ways if (own := asker.put_into(way)))


def for_asker(
    asked: str,
    core: str,
    conversation: Conversation,
    condenser: ReadingCondenser,
    ask: Callable[[str], Reply],
) -> Reply | None:
    """Answer `core` for whom it is asked, where that is told and answered; "" is not asked.

    Where it is not answered, what anybody may need not be what they may: a yes or no is declined
    then, and None given for any other question.
    """
    asker = asker_of(asked, conversation) if core else None
    reply = None
    for way in ways_for(asker, core, conversation, condenser) if asker else ():
        reply = ask(way)
        if reply.answer.status == "answered":
            return reply
    return reply if asker and asker.decides and closed_question(core) else None
