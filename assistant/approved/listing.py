"""Finding approved answers for staff, by words."""

from collections.abc import Iterable

from assistant.approved.model import ApprovedAnswer
from assistant.question.terms import words


def with_words(answers: Iterable[ApprovedAnswer], search: str) -> list[ApprovedAnswer]:
    """Give the answers in which each word of a search begins a word; all for none."""
    wanted = words(search)
    return [answer for answer in answers if _holds(answer, wanted)]


def _holds(answer: ApprovedAnswer, wanted: list[str]) -> bool:
    held = words(" ".join((*answer.wordings, answer.text, answer.author)))
    return all(any(word.startswith(each) for word in held) for each in wanted)
