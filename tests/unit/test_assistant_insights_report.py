"""A period's insights, worked out by hand from what was asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from assistant.approved.model import ID_PREFIX
from assistant.insights import report
from assistant.insights.grouping import Vectors
from assistant.insights.model import Asked, DocumentUse, Totals
from assistant.insights.periods import period_of
from assistant.insights.report import Looked, Texts, build_insights
from tests.insights_turns import LIBRARY, NOON, UTC_ZONE, ask, build, declined, disliked

DAY = timedelta(days=1)


def test_nothing_asked_gives_days_without_questions() -> None:
    insights = build()

    assert insights.totals == insights.before == Totals()
    assert len(insights.days) == 30
    assert insights.latency is None
    assert insights.asked == insights.declined == insights.disliked == ()
    assert insights.documents == ()
    assert insights.grouping.is_by_meaning
    assert [use.title for use in insights.unused] == ["Alpha", "beta", "Gamma"]


def test_small_talk_alone_is_no_question() -> None:
    insights = build([replace(one, is_small_talk=True) for one in ask("Hi", times=4)])

    assert insights.totals == Totals(small_talk=4)
    assert insights.asked == ()
    assert all(day.totals.asked == 0 for day in insights.days)


def test_the_time_before_is_counted_and_nothing_else_of_it_is_shown() -> None:
    before = declined("What fund was it?", at=NOON - 30 * DAY, times=2)

    insights = build(before, ask("Which lab is it?"))

    assert insights.before == Totals(asked=2, declined=2)
    assert insights.totals == Totals(asked=1, answered=1)
    assert insights.declined == ()
    assert [group.name for group in insights.asked] == ["Which lab is it?"]


def test_all_has_no_time_before() -> None:
    insights = build(ask("Which lab is it?", at=NOON - 99 * DAY), days=None)

    assert insights.before is None
    assert insights.totals.asked == 1
    assert insights.period.days is None
    assert len(insights.days) == 101


def test_questions_of_one_meaning_are_one_group_with_the_most_asked_first() -> None:
    insights = build(
        ask("Which lab?", times=2), ask("Lab space?"), declined("A fund?", times=2), ask("fund")
    )

    assert [(group.name, group.count) for group in insights.asked] == [
        ("A fund?", 3), ("Which lab?", 3),
    ]  # fmt: skip
    fund = insights.asked[0]
    assert fund.totals == Totals(asked=3, answered=1, declined=2)
    assert fund.wordings == ("fund",)


def test_equally_frequent_groups_come_by_when_they_were_asked_last_then_by_name() -> None:
    insights = build(
        ask("A mentor?", at=NOON - DAY), ask("A lab?"), ask("A fund?", at=NOON), ask("A park?")
    )

    assert [group.name for group in insights.asked] == [
        "A fund?", "A lab?", "A park?", "A mentor?",
    ]  # fmt: skip


def test_what_was_not_understood_is_counted_but_no_question() -> None:
    insights = build([replace(one, outcome="asked_back") for one in ask("the second one", times=9)])

    assert insights.totals == Totals(asked=9, asked_back=9)
    assert insights.asked == insights.declined == ()


def test_a_declined_group_is_named_and_counted_by_what_was_declined() -> None:
    insights = build(
        ask("Lab space for biotech?", times=5, at=NOON - 3 * DAY),
        declined("Any lab?", times=2, at=NOON - DAY, nearest={"a": "Alpha", "b": "beta"}),
        declined("A lab?", at=NOON - 2 * DAY, nearest={"b": "beta", "z": "Gone"}),
    )

    (group,) = insights.declined
    assert (group.name, group.count, group.wordings) == ("Any lab?", 3, ("A lab?",))
    assert group.totals.asked == 8
    assert group.last_asked == NOON - DAY + timedelta(seconds=1)
    assert group.nearest == (
        DocumentUse(document_id="b", title="beta", count=3),
        DocumentUse(document_id="a", title="Alpha", count=2),
        DocumentUse(document_id="z", title="Gone", count=1, is_stored=False),
    )
    assert not group.is_answered_since


def test_a_declined_question_that_was_answered_later_is_marked() -> None:
    def is_marked(*asked: Sequence[Asked]) -> bool:
        return build(*asked).declined[0].is_answered_since

    before = NOON - DAY
    assert is_marked(declined("A lab?", at=before), ask("a  LAB"))
    assert not is_marked(ask("A lab?", at=before), declined("A lab?"))
    assert not is_marked(declined("A lab?", at=before), disliked("A lab?"))
    # Another question of the group was answered; it, but not the other one, was.
    assert not is_marked(declined("A lab?", at=before), ask("Which lab?"))
    both = [*declined("A lab?", at=before), *declined("Which lab?", at=before)]
    assert not is_marked(both, ask("Which lab?"))
    assert is_marked(both, ask("Which lab?"), ask("A lab?"))


def test_an_approved_answer_marks_what_it_surely_answers() -> None:
    approved = {f"{ID_PREFIX}1": "Approved answer"}
    asked = declined("Who funds the lab?", at=NOON - DAY)
    same = build(asked, ask("By whom is the lab financed?", cited=approved))
    other = build(asked, ask("Who founded the lab?", cited=approved))
    unapproved = build(asked, ask("By whom is the lab financed?", cited={"a": "Alpha"}))

    marks = [each.declined[0].is_answered_since for each in (same, other, unapproved)]
    assert marks == [True, False, False]


def test_disliked_answers_come_with_their_reasons_the_latest_first() -> None:
    insights = build(
        disliked("A fund?", "Too old", at=NOON - 2 * DAY),
        disliked("a fund", "", at=NOON - DAY),
        disliked("A fund?", "Wrong", at=NOON),
        disliked("A fund?", "Too old", at=NOON - DAY),
        ask("A lab?", times=9),
    )

    (group,) = insights.disliked
    assert (group.count, group.reasons) == (4, ("Wrong", "Too old"))


def test_documents_are_counted_once_for_each_answer_that_quotes_them() -> None:
    insights = build(
        ask("A lab?", times=2, cited={"b": "beta", "gone": "Gone"}),
        ask("A fund?", cited={"a": "Alpha"}),
        ask("A fund", cited={"approved-1": "Approved answer: A fund?"}),
    )

    assert insights.documents == (
        DocumentUse(document_id="b", title="beta", count=2),
        DocumentUse(document_id="gone", title="Gone", count=2, is_stored=False),
        DocumentUse(document_id="a", title="Alpha", count=1),
        DocumentUse(document_id="approved-1", title="Approved answer: A fund?", count=1),
    )
    assert [use.document_id for use in insights.unused] == ["c"]


def test_until_vectors_are_there_only_the_same_words_are_one_group() -> None:
    insights = build(ask("A lab?", times=2), ask("Which lab?"), ask("a LAB"), compared=False)

    assert [(group.name, group.count) for group in insights.asked] == [
        ("A lab?", 3), ("Which lab?", 1),
    ]  # fmt: skip
    grouping = insights.grouping
    assert (grouping.is_by_meaning, grouping.compared, grouping.distinct) == (False, 1, 2)


def test_of_too_many_questions_the_most_asked_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "MOST_BY_MEANING", 2)

    insights = build(ask("A fund?"), ask("Which lab?", times=2), ask("A lab?", times=3))

    assert [(group.name, group.count) for group in insights.asked] == [
        ("A lab?", 5),
        ("A fund?", 1),
    ]


def test_letters_of_any_language_are_kept() -> None:
    insights = build(declined("Vilka labb finns på Åland? 🧪"), declined("実験室はありますか？"))

    assert {group.name for group in insights.declined} == {
        "Vilka labb finns på Åland? 🧪", "実験室はありますか？",
    }  # fmt: skip


def test_moments_in_any_zone_fall_into_the_period() -> None:
    early = datetime.fromisoformat("2026-04-21T01:00:00+02:00")  # the 20th of April in UTC

    assert build(ask("A lab?", at=early)).before == Totals(asked=1, answered=1)
    assert early.astimezone(UTC).day == 20


def test_a_group_is_named_among_all_its_wordings_by_meaning() -> None:
    def turned(texts: Texts) -> Looked:
        angles = np.radians(
            [{"one": 0.0, "two": 20.0, "three": 40.0}[text] for text in texts.whole]
        )
        rows = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
        return Looked(vectors=Vectors(whole=rows, rest=rows), compared=3)

    asked = [*ask("one"), *ask("two"), *ask("three")]
    insights = build_insights(
        asked,
        LIBRARY,
        period=period_of(7, NOON, UTC_ZONE, first=NOON),
        zone=UTC_ZONE,
        find_vectors=turned,
    )

    assert [(group.name, group.wordings) for group in insights.asked] == [("two", ("one", "three"))]
