"""Questions that were asked at once, answered one by one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.approved.serving import without_own_titles
from assistant.comparing.question import comparison_of
from assistant.composing.together import together
from assistant.model import Answer, Conversation, Turn
from assistant.question.clauses import is_bare
from assistant.question.parts import parts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """Questions asked at once with one answer, and how many passages were read for it."""

    query: str
    answer: Answer
    read: int


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
    ask: Callable[[str, Conversation], tuple[str, int, Answer]],
) -> Several | None:
    """Answer questions asked at once, each knowing those before it; None to ask them as one.

    They are one where none is answered, and where what was left out of one, "since when", is not:
    one sentence may well tell both.

    Args:
        parts: The questions in order; one alone is asked as one.
        conversation: What was said before.
        ask: Gives query, count of passages read and answer of one of them.
    """
    if len(parts) == 1:
        return None
    replies: list[tuple[str, Answer]] = []
    read = 0
    for part in parts:
        query, count, answer = ask(part, conversation)
        if answer.status == "declined" and is_bare(part.rstrip("?")):
            return None
        replies.append((query, answer))
        read += count
        turn = Turn(turn_id="", question=part, query=query, answer=answer)
        conversation = without_own_titles(conversation.append(turn))
    if all(answer.status == "declined" for _, answer in replies):
        return None
    query = " ".join(query for query, _ in replies)
    return Several(query=query, answer=together(replies), read=read)
