"""The insights page as HTML: what is shown at once, what is folded, and that text stays text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.insights.model import Asked, DayCount, Insights, Totals
from tests.fakes_ui import FakeInsights
from tests.insights_turns import NOON, ask, build, declined, disliked, summary
from tests.payloads_ui import PAYLOADS
from ui.insights import look, render_insights_page, was_ever_asked
from ui.insights_chart import bars_of, render_chart, scale_top
from ui.insights_groups import MOST_FOLDED, SHOWN
from ui.insights_words import say_share, say_time
from ui.language import LANGUAGES, Language

KEYWORDS = ("equity", "fund", "lab", "mentor", "cluster", "park", "member")


class Parts(HTMLParser):
    """Collects the elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def addresses(self) -> list[str]:
        return [value for name, value in self.attributes if name in {"href", "src"}]


def parts_of(html: str) -> Parts:
    parts = Parts()
    parts.feed(html)
    return parts


def page(*asked: Sequence[Asked], language: Language = "en", days: int | None = 30) -> str:
    return render_insights_page(build(*asked, days=days), language)


def counted(first: date, count: int, totals: Totals) -> list[DayCount]:
    return [DayCount(day=first + timedelta(days=at), totals=totals) for at in range(count)]


def repeated(number: int, *, times: int = 2) -> list[list[Asked]]:
    return [declined(f"{keyword}?", times=times) for keyword in KEYWORDS[:number]]


def test_the_numbers_stand_at_the_top() -> None:
    html = page(
        ask("A lab?", times=3, milliseconds=1449), declined("A fund?"), disliked("Which park?"),
        ask("A mentor?", at=NOON - timedelta(days=40)),
    )  # fmt: skip
    shown = dict(re.findall(r'<div class="(\w+)"><dt>[^<]*</dt><dd>([^<]*)</dd>', html))

    assert shown == {
        "asked": "5", "answered": "80%", "declined": "1", "disliked": "1", "time": "1.4 s",
    }  # fmt: skip
    assert "4 more than in the period before" in html
    assert "100% in the period before" in html


def test_a_declined_question_can_be_acted_on() -> None:
    html = page(declined("Lab & rent?", times=2))
    addresses = parts_of(html).addresses()

    assert "/insights/approved/new?question=Lab+%26+rent%3F" in addresses
    assert "/documents?add=1&question=Lab+%26+rent%3F" in addresses
    assert "/?q=Lab+%26+rent%3F" in addresses
    assert 'data-question="Lab &amp; rent?"' in html
    assert '<button type="button" data-ask hidden>' in html


def test_what_stands_in_most_questions_is_shown_and_the_rest_is_folded_away() -> None:
    html = page(*repeated(7), declined("Something else"))

    shown, _, folded = html.partition("</ul><details><summary>Show 1 more</summary>")
    assert shown.count('<li class="group"') == SHOWN
    assert folded.count('<li class="group"') == 2
    assert "Asked once (1)" in folded
    assert f"The {SHOWN} shown make up 12 of these 15." in html


def test_where_nothing_was_asked_twice_a_few_are_shown() -> None:
    html = page(*repeated(5, times=1))

    assert "Asked once (2)" in html
    assert "The 3 shown make up 3 of these 5." in html


def test_a_long_tail_is_cut() -> None:
    one = declined("A lab?")[0]
    insights = build([one])
    group = insights.declined[0]
    many = tuple(replace(group, name=f"Question {at}?") for at in range(MOST_FOLDED + 53))
    html = render_insights_page(replace(insights, declined=many), "en")

    assert html.count('<li class="group"') == MOST_FOLDED + 3
    assert "50 more are not shown;" in html


def test_reasons_and_documents_are_shown_with_the_question() -> None:
    html = page(
        disliked("A fund?", 'It said "no"'), disliked("Which lab?"),
        declined("A park?", times=2, nearest={"a": "Alpha", "gone": "Old"}),
    )  # fmt: skip

    assert "<q>It said &quot;no&quot;</q>" in html
    assert "No reason given." in html
    assert 'Came nearest&#58; <a href="/documents/a">Alpha</a>, Old (removed)' in html


def test_a_question_answered_later_is_marked_and_comes_last() -> None:
    yesterday = NOON - timedelta(days=1)
    later = page(
        declined("A lab?", at=yesterday, times=9), ask("A lab?"), declined("A fund?", times=2)
    )

    assert "Answered since" in later
    assert "Answered since" not in page(declined("A lab?"))
    assert re.findall(r"<h3>([^<]*)</h3>", later) == ["A fund?", "A lab?"]


def test_an_answer_is_written_for_all_wordings_of_a_group() -> None:
    html = page(declined("A lab?", times=2), declined("Which lab is it & where?"))

    address = "/insights/approved/new?question=A+lab%3F&wording=Which+lab+is+it+%26+where%3F"
    assert address in parts_of(html).addresses()


def test_documents_that_answer_and_those_that_never_do_are_listed() -> None:
    html = page(ask("A lab?", times=3, cited={"a": "Alpha"}))

    assert '<a href="/documents/a">Alpha</a><span class="tally">3</span>' in html
    assert "Documents that never answer (2)" in html


def test_an_id_of_a_document_stays_in_its_place() -> None:
    insights = build(declined("A lab?"), documents=(summary("../a?b#c", "Odd"),))

    assert "/documents/..%2Fa%3Fb%23c" in parts_of(render_insights_page(insights, "en")).addresses()


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_anything_was_asked_the_page_says_what_will_be_here(language: Language) -> None:
    view = FakeInsights()
    insights = look(view, "", "")
    assert not was_ever_asked(view, insights)

    html = render_insights_page(insights, language, is_first_use=True)

    assert 'class="card empty"' in html
    assert 'href="/"' in html
    assert "groups.csv" not in html
    assert "<svg viewBox" not in html.partition('class="page')[2]


def test_a_quiet_period_offers_a_longer_one() -> None:
    view = FakeInsights(asked=tuple(ask("A lab?", at=NOON - timedelta(days=50))))
    insights = look(view, "7", "")
    assert was_ever_asked(view, insights)

    html = render_insights_page(insights, "en")

    assert "Choose a longer one above." in html
    assert "/insights?days=0" in html


def test_only_small_talk_is_a_quiet_period_that_says_so() -> None:
    html = page([replace(one, is_small_talk=True) for one in ask("Hi", times=3)])

    assert "left out (3)" in html


def test_the_page_says_how_far_the_comparing_is() -> None:
    html = render_insights_page(build(ask("A lab?"), ask("A fund?"), compared=False), "en")

    assert 'role="status" data-refresh>Comparing the questions by meaning&#58; 1 of 2 done.' in html
    assert "data-refresh" not in page(ask("A lab?"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_texts_stay_texts(language: Language) -> None:
    everything = [
        some
        for at, payload in enumerate(PAYLOADS)
        for some in (
            declined(f"{payload} {at}", times=2, nearest={payload: payload}),
            disliked(f"{payload} {at}", payload),
        )
    ]
    insights = build(*everything, documents=[summary(payload, payload) for payload in PAYLOADS])
    plain = parts_of(page(declined("A lab?"), disliked("A fund?", "x")))

    parts = parts_of(render_insights_page(insights, language))

    assert set(parts.tags) <= {*plain.tags, "details", "summary", "q"}
    assert parts.tags.count("script") == plain.tags.count("script")
    assert not [name for name, _ in parts.attributes if name.startswith("on") or name == "style"]
    assert all(address.startswith("/") or address == "#main" for address in parts.addresses())


@given(st.text(max_size=80))
def test_any_question_and_reason_can_be_shown(text: str) -> None:
    html = page(disliked(text, text))

    assert set(parts_of(html).tags) >= {"h1", "h2", "h3"}
    assert "<script>" not in html


@pytest.mark.parametrize(
    ("days", "timezone", "shown"),
    [
        ("7", "Europe/Stockholm", (7, "Europe/Stockholm")),
        ("0", "", (None, "UTC")),
        ("", "Nowhere/Town", (30, "UTC")),
        ("8", "../../etc", (30, "UTC")),
        ("<script>", "UTC", (30, "UTC")),
    ],
)
def test_an_odd_address_or_cookie_gives_the_default(
    days: str, timezone: str, shown: tuple[int | None, str]
) -> None:
    period = look(FakeInsights(), days, timezone).period

    assert (period.days, period.timezone) == shown


def test_many_days_become_weeks_and_many_weeks_months() -> None:
    one = Totals(asked=1, answered=1)
    start = date(2026, 1, 1)  # a Thursday

    assert bars_of(counted(start, 45, one))[0] == "days"
    step, weeks = bars_of(counted(start, 90, one))
    assert (step, weeks[0].day, weeks[0].totals.asked) == ("weeks", date(2025, 12, 29), 4)
    assert weeks[1].totals == Totals(asked=7, answered=7)
    step, months = bars_of(counted(start, 430, one))
    assert (step, months[1].day, months[1].totals.asked) == ("months", date(2026, 2, 1), 28)
    assert sum(bar.totals.asked for bar in months) == 430


@given(st.integers(min_value=0, max_value=10**6))
def test_the_scale_is_even_and_holds_the_most(most: int) -> None:
    top = scale_top(most)

    assert top >= max(most, 2)
    assert top % 2 == 0
    assert top <= max(2 * most, 2)


def test_the_chart_has_its_numbers_as_a_table_and_no_bar_leaves_the_picture() -> None:
    first = date(2026, 5, 1)
    days = [
        *counted(first, 2, Totals()),
        *counted(date(2026, 5, 3), 1, Totals(asked=9, answered=4, declined=5, disliked=4)),
        *counted(date(2026, 5, 4), 1, Totals(asked=1, asked_back=1)),
    ]

    html = render_chart(days, "en")

    cells = re.findall(r'<th scope="row">([^<]*)</th>((?:<td>\d+</td>)+)', html)
    assert cells[2] == (
        "3 May 2026", "<td>9</td><td>4</td><td>5</td><td>0</td><td>4</td>",
    )  # fmt: skip
    assert 'role="img"' in html
    assert "Asked back" in html
    bars = re.findall(
        r'<rect class="(\w+)" x="[\d.]+" y="([\d.]+)" width="8" height="([\d.]+)"', html
    )
    assert {name for name, _, _ in bars} == {"answered", "declined", "asked_back", "disliked"}
    assert all(float(y) >= 0 and float(y) + float(height) <= 150 for _, y, height in bars)


def test_parts_and_times_are_written_for_people() -> None:
    assert [say_share(part, 200, "en") for part in (0, 1, 100, 199, 200)] == [
        "0%", "1%", "50%", "99%", "100%",
    ]  # fmt: skip
    assert [say_time(ms, "sv") for ms in (0.4, 999.4, 999.6, 61_000)] == [
        "0 ms", "999 ms", "1,0 s", "61,0 s",
    ]  # fmt: skip


def test_days_are_those_of_the_zone_that_is_shown() -> None:
    late = datetime(2026, 5, 19, 22, 30, tzinfo=UTC)
    view = FakeInsights(asked=tuple(declined("A lab?", at=late)))

    in_stockholm: Insights = look(view, "30", "Europe/Stockholm")

    assert "last on 20 May" in render_insights_page(in_stockholm, "en")
    assert "last on 19 May" in render_insights_page(look(view, "30", "UTC"), "en")
