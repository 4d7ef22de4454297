"""Answers to questions that were asked at once, as one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.composing.wording import escape_markdown
from assistant.declining import NEAREST_SHOWN
from assistant.model import Answer, Conflict

# A marker; a bracket of a document's own is escaped.
_MARKER = re.compile(r"(?<!\\)\[(\d+)\](?!\()")


def together(asked: Sequence[tuple[str, Answer]]) -> Answer:
    """Join the answers to several questions under their questions; each says if it has none.

    Args:
        asked: Each question with its answer, in order; one at least is answered.

    Returns:
        An answered one. Its citations are numbered through; it has a short answer when all have,
        the first coverage, and the least confidence.
    """
    texts: list[str] = []
    whole = Answer(status="answered", text="")
    for question, answer in asked:
        before = len(whole.citations)
        text = _renumbered(answer.text.removesuffix(NEAREST_SHOWN), before)
        texts.append(f"**{escape_markdown(question)}**\n\n{text}")
        moved = tuple(replace(each, number=each.number + before) for each in answer.citations)
        conflicts = tuple(_moved(each, before) for each in answer.conflicts)
        whole = replace(
            whole,
            citations=(*whole.citations, *moved),
            conflicts=(*whole.conflicts, *conflicts),
            coverage=whole.coverage or answer.coverage,
        )
    sure = [answer.confidence for _, answer in asked if answer.confidence is not None]
    short = [answer.short_answer for _, answer in asked if answer.short_answer]
    return replace(
        whole,
        text="\n\n".join(texts),
        short_answer="; ".join(short) if len(short) == len(asked) else None,
        confidence=min(sure, default=None),
    )


def _renumbered(text: str, before: int) -> str:
    return _MARKER.sub(lambda found: f"[{int(found[1]) + before}]", text)


def _moved(conflict: Conflict, before: int) -> Conflict:
    numbers = tuple(number + before for number in conflict.citation_numbers)
    return replace(conflict, citation_numbers=numbers)
