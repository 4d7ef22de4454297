"""Hostile documents and questions in a real browser: nothing runs, nothing is loaded."""

from dataclasses import replace
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import NoAlertPresentException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from assistant.explanation import Explanation
from assistant.model import Answer, Conflict, Coverage
from tests.browser_ui import DESKTOP, NEEDS_BROWSER, Page
from tests.fakes_explaining import EXPLANATION
from tests.fakes_ui import (
    PARK_QUOTE,
    FakeServices,
    make_citation,
    make_document,
    make_nearest,
    make_services,
)
from tests.listening import listener
from tests.pages_ui import make_app, make_whole_app, serve
from tests.payloads_ui import PAYLOADS

pytestmark = NEEDS_BROWSER


def hostile_services(url: str, payloads: tuple[str, ...]) -> FakeServices:
    """An assistant and a library in which every text is hostile."""
    every = "\n\n".join(payload.replace("URL", url) for payload in payloads)
    text = f"{PARK_QUOTE} before\n{every}\nafter {PARK_QUOTE}"
    document = make_document(text, title=every)
    document = replace(document, summary=replace(document.summary, source=every, as_of=every))
    citation = replace(make_citation(document, every), heading=every)
    answer = Answer(
        status="answered",
        text=f"{every} [1]\n\n- {every} [1]",
        short_answer=every,
        citations=(citation, replace(citation, number=2)),
        conflicts=(Conflict(about=every, citation_numbers=(1, 2)),),
        coverage=Coverage(checked=1, stated=(every,), denied=(every,), silent=(every,)),
    )
    services = make_services(document, answer=answer)
    services.library.examples = (every,)
    return services


def check_harmless(page: Page, asked: list[str], url: str) -> None:
    """No dialog, no request elsewhere, no element of theirs, no complaint of the browser."""
    with pytest.raises(NoAlertPresentException):
        page.driver.switch_to.alert.accept()
    assert asked == []
    assert [address for address in page.requested() if address.startswith(url)] == []
    assert [line for line in page.complaints() if "Content Security Policy" in line] == []
    theirs = (
        ".prose :is(img, svg:not(button svg), video, audio, iframe, object, embed, form, input,"
        " style, script, link, meta, base, picture, math, template),"
        " .prose a:not([href^='#'], [href^='/documents/'])"
    )
    assert [element.get_attribute("outerHTML") for element in page.all(theirs)] == []


def hostile_explanation(url: str) -> Explanation:
    """Say why an answer came about in hostile words."""
    every = " ".join(payload.replace("URL", url) for payload in PAYLOADS)
    one = replace(
        EXPLANATION.candidates[0], title=every, heading=every, text=every, span=every,
        statement=every,
    )  # fmt: skip
    return replace(EXPLANATION, kind=every, candidates=(one, replace(one, statement=None)))


@pytest.mark.parametrize("half", [0, 1])
def test_hostile_documents_and_questions_do_nothing(
    browser: webdriver.Chrome, tmp_path: Path, half: int
) -> None:
    assert len(PAYLOADS) >= 30
    with listener() as (url, asked):
        # A question of all would be longer than one may be.
        services = hostile_services(url, PAYLOADS[half::2])
        with serve(make_whole_app(services, tmp_path, hostile_explanation(url))) as address:
            page = Page(browser, address, DESKTOP)
            page.wait(lambda: page.all("button.example"))
            page.one("button.example").click()
            page.wait_for_turn(1)
            page.open("#turn-1 a.marker")
            check_harmless(page, asked, url)
            first = services.library.listed[0]
            shown = page.one("#document mark").get_attribute("textContent")
            assert "onerror=" in str(shown)
            near = make_nearest(first, first.text)
            services.assistant.answer = Answer(
                status="declined", text=first.text, nearest=(near, near)
            )
            page.one("#question textarea").send_keys("<img src=x onerror=alert(1)>" + Keys.ENTER)
            page.wait_for_turn(2)
            page.open("#turn-2 a.source")
            check_harmless(page, asked, url)
            page.one("#document a.close").click()
            page.wait(lambda: not page.all("#document .document"))
            # What scripts draw: why, the quote beside a marker, the list of conversations.
            page.click("#turn-1 [data-do=why]")
            page.wait(lambda: page.all("#turn-1 .why-panel tbody tr"))
            ActionChains(page.driver).move_to_element(page.one("#turn-1 a.marker")).perform()
            page.wait(lambda: page.one("#tip").is_displayed())
            page.wait(lambda: "<img src=" in page.one("#history-list").text)
            page.driver.refresh()
            page.wait_until_ready()
            page.wait(lambda: len(page.all(".turn.dressed")) == 2)
            check_harmless(page, asked, url)
            parts = ":is(#history, #tip, .why-panel, #confirm)"
            drawn = page.all(f"{parts} :is(img, script, iframe, object, svg:not(button svg))")
            assert [element.get_attribute("outerHTML") for element in drawn] == []


@pytest.mark.parametrize("payload", PAYLOADS[::5])
def test_a_single_hostile_text_does_nothing(browser: webdriver.Chrome, payload: str) -> None:
    with listener() as (url, asked), serve(make_app(hostile_services(url, (payload,)))) as address:
        page = Page(browser, address, DESKTOP)
        page.ask("Does it?")
        page.open("#turn-1 a.marker")
        check_harmless(page, asked, url)
