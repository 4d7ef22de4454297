"""Answers what leaves a choice by the alternative that the documents affirm, not by yes or no."""

from collections.abc import Callable
from dataclasses import replace

from assistant.model import Answer
from assistant.question.alternatives import alternatives_in
from assistant.question.grammar import with_capital

_YES = "Yes"


def either_of(query: str, ask: Callable[[str], Answer]) -> Answer | None:
    """Give the one alternative that is affirmed; None where not just one is, or none is asked.

    Args:
        query: What is asked, standalone.
        ask: Answers one question.
    """
    asked = alternatives_in(query)
    answers = [(one, ask(one.question)) for one in asked]
    affirmed = [(one, answer) for one, answer in answers if answer.short_answer == _YES]
    if len(affirmed) != 1:
        return None
    one, answer = affirmed[0]
    said = with_capital(one.said)
    text = f"{said}{answer.text.removeprefix(_YES)}"
    return replace(answer, text=text, short_answer=one.said)
