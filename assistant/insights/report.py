"""Puts a period's insights together from what was asked; pure, the vectors are given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from assistant.insights.counting import by_day, latency_of, totals_of
from assistant.insights.grouping import Vectors, group_alike, most_central
from assistant.insights.model import Asked, DocumentUse, Grouping, Insights, Period
from assistant.insights.names import Names, names_of
from assistant.insights.periods import beginning_of
from assistant.insights.questions import DistinctQuestion, distinct_questions, is_whole
from assistant.insights.summaries import (
    Central,
    count_documents,
    is_declined,
    is_disliked,
    is_understood,
    summarise,
)
from assistant.insights.telling import kind_of, numbers_in
from assistant.library import DocumentSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What is to be encoded of the distinct questions: each whole, and without its names."""

    whole: tuple[str, ...]
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The vectors of all questions asked for, or None and how many have theirs so far."""

    vectors: Vectors | None
    compared: int


FindVectors = Callable[[Texts], Looked]
"""Gives the vectors of questions, of at least one."""

MOST_BY_MEANING = 10_000
"""Questions of different words that are compared by meaning; of more, those asked most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grouped:
    """Groups of distinct questions, and how their names are found."""

    groups: tuple[tuple[int, ...], ...]
    central: Central
    grouping: Grouping


def build_insights(
    asked: Sequence[Asked],
    documents: Sequence[DocumentSummary],
    *,
    period: Period,
    zone: ZoneInfo,
    find_vectors: FindVectors,
) -> Insights:
    """Put a period's insights together.

    Args:
        asked: What was asked in the period and in the one before, in any order.
        documents: All documents that are stored.
        period: The days to show.
        zone: Where the days pass.
        find_vectors: Gives the encoder's vectors.
    """
    start = beginning_of(period.first_day, zone)
    in_period = [one for one in asked if one.asked_at >= start]
    real = sorted((one for one in in_period if not one.is_small_talk), key=lambda o: o.asked_at)
    questions = distinct_questions(real)
    grouped = _group(questions, names_of(each.title for each in documents), find_vectors)
    stored = {each.document_id for each in documents}
    asked_groups, declined, disliked = (
        summarise(grouped.groups, questions, wanted=wanted, central=grouped.central, stored=stored)
        for wanted in (is_understood, is_declined, is_disliked)
    )
    used = count_documents((one.cited for one in real), stored)
    return Insights(
        period=period,
        totals=totals_of(in_period),
        before=None if period.days is None else totals_of(o for o in asked if o.asked_at < start),
        days=by_day(in_period, period, zone),
        latency=latency_of(real),
        grouping=grouped.grouping,
        asked=asked_groups,
        declined=declined,
        disliked=disliked,
        documents=used,
        unused=_unused(documents, used),
    )


def _group(
    questions: Sequence[DistinctQuestion], names: Names, find_vectors: FindVectors
) -> _Grouped:
    """Group questions by meaning, or leave each alone while their vectors are not there yet."""
    if not questions:
        nothing = Grouping(is_by_meaning=True, compared=0, distinct=0)
        return _Grouped(groups=(), central=_first, grouping=nothing)
    by_weight = sorted(range(len(questions)), key=lambda at: -len(questions[at].asked))
    chosen, rare = sorted(by_weight[:MOST_BY_MEANING]), sorted(by_weight[MOST_BY_MEANING:])
    splits = [names.split(questions[at].text) for at in chosen]
    looked = find_vectors(
        Texts(
            whole=tuple(questions[at].text for at in chosen),
            rest=tuple(split.rest for split in splits),
        )
    )
    vectors = looked.vectors
    grouping = Grouping(
        is_by_meaning=vectors is not None, compared=looked.compared, distinct=len(chosen)
    )
    if vectors is None:
        alone = tuple((at,) for at in range(len(questions)))
        return _Grouped(groups=alone, central=_first, grouping=grouping)
    weights = [len(questions[at].asked) for at in chosen]
    groups = group_alike(
        vectors,
        [split.named | numbers_in(split.rest) for split in splits],
        weights,
        [kind_of(split.rest) for split in splits],
    )
    row_of = {at: row for row, at in enumerate(chosen)}

    def central(places: Sequence[int], shares: Sequence[int]) -> int:
        if len(places) == 1:
            return places[0]
        rows = [row_of[at] for at in places]
        whole = [is_whole(questions[at].text) for at in places]
        return chosen[most_central(rows, shares, vectors, whole=whole)]

    return _Grouped(
        groups=(
            *(tuple(chosen[row] for row in group) for group in groups),
            *((at,) for at in rare),
        ),
        central=central,
        grouping=grouping,
    )


def _first(places: Sequence[int], _shares: Sequence[int]) -> int:
    return places[0]


def _unused(
    documents: Sequence[DocumentSummary], used: Sequence[DocumentUse]
) -> tuple[DocumentUse, ...]:
    quoted = {use.document_id for use in used}
    return tuple(
        DocumentUse(document_id=each.document_id, title=each.title, count=0)
        for each in sorted(documents, key=lambda each: (each.title.casefold(), each.document_id))
        if each.document_id not in quoted
    )
