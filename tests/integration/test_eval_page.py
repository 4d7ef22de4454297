"""The report's page with the real drawing library."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

from eval.cases import Split
from eval.charts import StageTime, draw_stages
from eval.evaluation import build_evaluation
from eval.page import kind_rows, stage_times, write_page
from eval.report import Outcome
from tests.fakes_eval import RIGHT
from tests.unit.test_eval_report import FALSE_ANSWER, WRONG, make_report

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def write(folder: Path, *outcomes: Outcome) -> str:
    path = folder / "report.html"
    evaluation = build_evaluation({"harbour": make_report(*outcomes)})
    write_page(evaluation, path, threshold=0.25, now=NOW)
    return path.read_text(encoding="utf-8")


class Collected(HTMLParser):
    """Tags, addresses and visible text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name.endswith(("src", "href"))]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_page_has_three_pictures_and_needs_nothing_from_outside(tmp_path: Path) -> None:
    timed = replace(RIGHT, stages_ms={"read": 100.0, "total": 120.0})
    page = Collected(write(tmp_path, timed, WRONG, FALSE_ANSWER))
    assert page.tags.count("svg") == 3
    assert {"script", "link", "img", "iframe"}.isdisjoint(page.tags)
    # Pictures point at their own parts only.
    assert [one for one in page.addresses if not one.startswith("#")] == []
    assert "2026-01-02 03:04" in page.text
    assert "in use: 0.25" in page.text


def test_wrong_answers_of_dev_are_listed_and_those_of_test_are_not(tmp_path: Path) -> None:
    wrong = replace(WRONG, question="Which began first?", expected=(("2015", "MMXV"),))
    hidden = replace(FALSE_ANSWER, question="Who paints the fence?")
    page = Collected(write(tmp_path, RIGHT, wrong, hidden))
    assert "Which began first?" in page.text
    assert "2015 or MMXV" in page.text
    assert "misses '2015'" in page.text
    assert RIGHT.question not in page.text
    assert "Who paints the fence?" not in page.text
    assert "1 of 2." in page.text


def test_nothing_in_an_answer_becomes_markup(tmp_path: Path) -> None:
    page = write(tmp_path, replace(WRONG, text="<script>alert(1)</script>", question="<b>x</b>"))
    assert "<script" not in page
    assert "<b>x" not in page


def test_pictures_have_the_pages_colours_and_no_names_that_clash() -> None:
    svg = draw_stages([StageTime(name="read", p50=10.0, p95=20.0)])
    assert "var(--ink)" in svg
    assert set(re.findall(r"#[0-9a-f]{6}\b", svg)) <= set()
    assert '<g id="' not in svg
    assert "font-family" not in svg
    assert svg == draw_stages([StageTime(name="read", p50=10.0, p95=20.0)])


def test_rows_are_counted_by_kind_and_split() -> None:
    report = make_report(RIGHT, replace(RIGHT, split=Split.TEST, correct=False), WRONG)
    assert kind_rows(report) == {
        "fact": {"dev": (1, 1), "test": (0, 1)},
        "which": {"dev": (0, 1)},
    }


def test_the_total_time_comes_last() -> None:
    stages = {"condense": 1.0, "total": 9.0}
    times = stage_times(
        [replace(RIGHT, stages_ms=stages), replace(RIGHT, stages_ms={"read": 3.0, "total": 11.0})]
    )
    assert [one.name for one in times] == ["condense", "read", "total"]
    assert times[2].p50 == 10.0
