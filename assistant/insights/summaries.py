"""From groups of questions to what staff read: the groups asked, declined and disliked."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from assistant.approved.model import is_approved_id
from assistant.approved.wording import is_same, wording_of
from assistant.insights.counting import totals_of
from assistant.insights.model import Asked, DocumentUse, QuestionGroup
from assistant.insights.questions import DistinctQuestion

MOST_WORDINGS = 5
MOST_REASONS = 5
MOST_DOCUMENTS = 3

Central = Callable[[Sequence[int], Sequence[int]], int]
"""Gives which of some questions is most central, by how often each was asked."""

Wanted = Callable[[Asked], bool]


def is_declined(one: Asked) -> bool:
    """Say whether the documents did not answer a question."""
    return one.outcome == "declined"


def is_disliked(one: Asked) -> bool:
    """Say whether somebody put a thumb down."""
    return one.verdict == "down"


def is_understood(one: Asked) -> bool:
    """Say whether it was clear what was asked: "the second one" is no question by itself."""
    return one.outcome != "asked_back"


def summarise(
    groups: Iterable[Sequence[int]],
    questions: Sequence[DistinctQuestion],
    *,
    wanted: Wanted,
    central: Central,
    stored: AbstractSet[str],
) -> tuple[QuestionGroup, ...]:
    """Describe each group by its wanted askings; groups without any are left out.

    Args:
        groups: Positions of questions.
        questions: What the positions count.
        wanted: Which askings the list is about.
        central: Finds the name of a group.
        stored: Ids of the documents that can be opened.

    Returns:
        The group with most wanted askings first; of equals the one asked last.
    """
    described = []
    for group in groups:
        kept = {at: tuple(filter(wanted, questions[at].asked)) for at in group}
        kept = {at: asked for at, asked in kept.items() if asked}
        if kept:
            everything = [one for at in group for one in questions[at].asked]
            described.append(_describe(kept, everything, questions, central, stored))
    described.sort(key=lambda group: group.name)
    described.sort(key=lambda group: (group.count, group.last_asked), reverse=True)
    return tuple(described)


def _describe(
    kept: Mapping[int, Sequence[Asked]],
    everything: Sequence[Asked],
    questions: Sequence[DistinctQuestion],
    central: Central,
    stored: AbstractSet[str],
) -> QuestionGroup:
    places = sorted(kept, key=lambda at: -len(kept[at]))
    chosen = central(places, [len(kept[at]) for at in places])
    wanted = sorted((one for asked in kept.values() for one in asked), key=lambda one: one.asked_at)
    last = wanted[-1].asked_at
    return QuestionGroup(
        name=questions[chosen].text,
        totals=totals_of(everything),
        count=len(wanted),
        last_asked=last,
        wordings=tuple(questions[at].text for at in places if at != chosen)[:MOST_WORDINGS],
        reasons=_reasons(wanted),
        nearest=_most_frequent((one.nearest for one in wanted), stored),
        cited=_most_frequent((one.cited for one in wanted), stored),
        is_answered_since=all(
            _is_answered_since(questions[at], asked[-1].asked_at, everything)
            for at, asked in kept.items()
        ),
    )


def _is_answered_since(
    question: DistinctQuestion, last: datetime, everything: Sequence[Asked]
) -> bool:
    """Say whether a question was answered in the same words, or in others that staff approved.

    What else is in its group may ask something else, so an answer to that says nothing of it.
    """
    later = [
        one
        for one in everything
        if one.outcome == "answered" and not is_disliked(one) and one.asked_at > last
    ]
    return any(one in question.asked or _is_approved_for(question, one) for one in later)


def _is_approved_for(question: DistinctQuestion, one: Asked) -> bool:
    return any(map(is_approved_id, one.cited)) and is_same(
        wording_of(question.text), wording_of(one.text)
    )


def _reasons(wanted: Sequence[Asked]) -> tuple[str, ...]:
    """Give what was written with thumbs down, the latest first, each once."""
    written = [one.reason for one in reversed(wanted) if is_disliked(one) and one.reason]
    return tuple(dict.fromkeys(written))[:MOST_REASONS]


def _most_frequent(
    shown: Iterable[Mapping[str, str]], stored: AbstractSet[str]
) -> tuple[DocumentUse, ...]:
    return count_documents(shown, stored)[:MOST_DOCUMENTS]


def count_documents(
    shown: Iterable[Mapping[str, str]], stored: AbstractSet[str]
) -> tuple[DocumentUse, ...]:
    """Count documents over several mappings of title by id, the most frequent first."""
    counts: Counter[str] = Counter()
    titles: dict[str, str] = {}
    for documents in shown:
        counts.update(documents.keys())
        titles.update(documents)
    ranked = sorted(
        counts.items(), key=lambda each: (-each[1], titles[each[0]].casefold(), each[0])
    )
    return tuple(
        DocumentUse(
            document_id=document_id,
            title=titles[document_id],
            count=count,
            is_stored=document_id in stored or is_approved_id(document_id),
        )
        for document_id, count in ranked
    )
