"""Answers to questions that were asked at once, as one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.composing.wording import escape_markdown
from assistant.declining import NEAREST_SHOWN
from assistant.model import Answer, Citation, Conflict, Coverage

# A marker; a bracket of a document's own is escaped.
_MARKER = re.compile(r"(?<!\\)\[(\d+)\](?!\()")


def together(asked: Sequence[tuple[str, Answer]]) -> Answer:
    """Join the answers to several questions under their questions; each says if it has none.

    What answers all of them is said once.

    Args:
        asked: Each question with its answer, in order; one at least is answered.

    Returns:
        An answered one. Its citations are numbered through, the same quote once; it has a short
        answer when all have, the first coverage, and the least confidence.
    """
    texts: list[tuple[str, str]] = []
    citations: dict[tuple[str, int, int], Citation] = {}
    conflicts: list[Conflict] = []
    coverage: Coverage | None = None
    for question, answer in asked:
        numbers: dict[int, int] = {}
        for each in answer.citations:
            key = (each.document_id, each.start, each.end)
            citations.setdefault(key, replace(each, number=len(citations) + 1))
            numbers[each.number] = citations[key].number
        text = _renumbered(answer.text.removesuffix(NEAREST_SHOWN), numbers)
        texts.append((question, text))
        conflicts += [_moved(each, numbers) for each in answer.conflicts]
        if coverage is None and answer.coverage:
            coverage = _covered_anew(answer.coverage, numbers)
    sure = [answer.confidence for _, answer in asked if answer.confidence is not None]
    short = [answer.short_answer for _, answer in asked if answer.short_answer]
    return Answer(
        status="answered",
        text=_under_questions(texts),
        short_answer="; ".join(short) if len(short) == len(asked) else None,
        citations=tuple(citations.values()),
        conflicts=tuple(conflicts),
        coverage=coverage,
        confidence=min(sure, default=None),
    )


def _under_questions(texts: Sequence[tuple[str, str]]) -> str:
    if len({text for _, text in texts}) == 1:
        return texts[0][1]
    return "\n\n".join(f"**{escape_markdown(question)}**\n\n{text}" for question, text in texts)


def _renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """Put the new number where an old one stands."""

    def moved(found: re.Match[str]) -> str:
        number = int(found[1])
        return f"[{numbers.get(number, number)}]"

    return _MARKER.sub(moved, text)


def _moved(conflict: Conflict, numbers: Mapping[int, int]) -> Conflict:
    moved = tuple(numbers[number] for number in conflict.citation_numbers)
    return replace(conflict, citation_numbers=moved)


def _covered_anew(coverage: Coverage, numbers: Mapping[int, int]) -> Coverage:
    moved = {
        name: tuple(numbers[number] for number in cited)
        for name, cited in coverage.citation_numbers.items()
    }
    return replace(coverage, citation_numbers=moved)
