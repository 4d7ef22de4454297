"""What becomes of a question when the server, the line or the page itself goes away."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.keys import Keys

from tests.browser_ui import DESKTOP, NEEDS_BROWSER, Page
from tests.fakes_ui import PARK_QUOTE, FakeServices, make_services
from tests.pages_ui import make_whole_app, serve

pytestmark = NEEDS_BROWSER

# In one call, since the page is drawn anew meanwhile.
IS_BACK = """return document.body.classList.contains("ready")
    && document.querySelector("#connection").hidden;"""
DRAFT = "And what I type meanwhile"
SLOW = "Is it a slow park?"
FIELD = "#question textarea"


def begin(page: Page, question: str) -> None:
    """Ask a slow question, and wait for its first words."""
    number = len(page.all(".turn")) + 1
    page.one(FIELD).send_keys(question + Keys.ENTER)
    page.wait(lambda: page.one(f"#turn-{number} .answer").text)


@contextmanager
def ended(services: FakeServices) -> Iterator[None]:
    """Let slow answers end when all is over; a server waits for them."""
    try:
        yield
    finally:
        services.assistant.may_end.set()


def typed(page: Page) -> str | None:
    return page.one(FIELD).get_attribute("value")


def questions(page: Page) -> list[str]:
    return [one.text.partition("\n")[2] or one.text for one in page.all(".turn .question")]


def test_a_lost_server_is_told_and_what_was_typed_is_kept(
    browser: webdriver.Chrome, tmp_path: Path
) -> None:
    services = make_services()
    with serve(make_whole_app(services, tmp_path)) as address:
        page = Page(browser, address, DESKTOP)
        page.ask("Does it?")
        page.wait(lambda: "#c=" in browser.current_url)
    port = int(address.rpartition(":")[2])
    page.one(FIELD).send_keys("And when?" + Keys.ENTER)
    page.wait(lambda: page.one("#connection").is_displayed())
    assert typed(page) == "And when?"
    assert PARK_QUOTE in page.one("#turn-1 .answer").text
    with serve(make_whole_app(services, tmp_path), port=port):
        page.click("#connection-retry")
        page.wait(lambda: browser.execute_script(IS_BACK))
        page.wait(lambda: typed(page) == "And when?")
        page.one(FIELD).send_keys(Keys.ENTER)
        page.wait(lambda: page.all(".turn.dressed .answer"))


def broken_off(browser: webdriver.Chrome, address: str, before: str) -> Page:
    """Open the page in the middle of an answer, after another one if told, with a draft typed."""
    page = Page(browser, address, DESKTOP)
    if before:
        page.ask(before)
    begin(page, SLOW)
    page.one(FIELD).send_keys(DRAFT)
    return page


@pytest.mark.parametrize("before", ["", "Does it take equity?"])
def test_an_answer_that_a_lost_server_broke_off_is_told_and_asked_for_again(
    browser: webdriver.Chrome, tmp_path: Path, before: str
) -> None:
    services = make_services()
    with serve(make_whole_app(services, tmp_path)) as address:
        page = broken_off(browser, address, before)
    services.assistant.may_end.set()
    page.wait(lambda: "is asked again as soon as" in page.one("#connection").text)
    with serve(make_whole_app(services, tmp_path), port=int(address.rpartition(":")[2])):
        page.wait(lambda: browser.execute_script(IS_BACK))
        page.wait(lambda: len(page.all(".turn.dressed")) == (2 if before else 1))
        assert questions(page) == [one for one in (before, SLOW) if one]
        assert typed(page) == DRAFT
        page.go()
        page.wait(lambda: len(page.all("#history-list li")) == 1)


@pytest.mark.parametrize("before", ["", "Does it take equity?"])
def test_a_page_loaded_anew_in_the_middle_of_an_answer_asks_once_more(
    browser: webdriver.Chrome, tmp_path: Path, before: str
) -> None:
    services = make_services()
    with serve(make_whole_app(services, tmp_path)) as address:
        page = broken_off(browser, address, before)
        browser.refresh()
        services.assistant.may_end.set()
        page.wait_until_ready()
        page.wait(lambda: len(page.all(".turn.dressed")) == (2 if before else 1))
        assert questions(page) == [one for one in (before, SLOW) if one]
        assert typed(page) == DRAFT
        browser.refresh()
        page.wait_until_ready()
        page.wait(lambda: len(page.all(".turn.dressed")) == (2 if before else 1))
        page.wait(lambda: len(page.all("#history-list li")) == 1)
        assert typed(page) == DRAFT


def test_a_line_that_breaks_in_the_middle_of_an_answer_doubles_nothing(
    browser: webdriver.Chrome, tmp_path: Path
) -> None:
    services = make_services()
    line = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    with serve(make_whole_app(services, tmp_path)) as address:
        page = Page(browser, address, DESKTOP)
        page.ask("Does it take equity?")
        begin(page, SLOW)
        browser.execute_cdp_cmd("Network.emulateNetworkConditions", {"offline": True, **line})
        try:
            page.wait(lambda: page.one("#connection").is_displayed())
            services.assistant.may_end.set()
        finally:
            browser.execute_cdp_cmd("Network.emulateNetworkConditions", {"offline": False, **line})
        page.wait(lambda: browser.execute_script(IS_BACK))
        page.wait(lambda: len(page.all(".turn.dressed")) == 2)
        assert questions(page) == ["Does it take equity?", SLOW]


def test_a_question_that_is_too_long_is_not_sent_and_can_be_shortened(
    browser: webdriver.Chrome, park_address: str
) -> None:
    page = Page(browser, park_address, DESKTOP)
    fill = """arguments[0].value = "how ".repeat(100000);
        arguments[0].dispatchEvent(new Event("input", {bubbles: true}));"""
    for by_key in (True, False):
        browser.execute_script(fill, page.one(FIELD))
        if by_key:
            page.one(FIELD).send_keys(Keys.ENTER)
        else:
            page.one("#send").click()
        page.wait(lambda: "may have 2,000" in page.one("#sending").text)
        assert len(typed(page) or "") == 400_000
    assert page.complaints() == []
    browser.execute_script("arguments[0].value = ''", page.one(FIELD))
    page.ask("Does it take equity?")
    assert page.one("#sending").text == ""


def test_a_question_that_waits_or_is_refused_is_told_so(
    browser: webdriver.Chrome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.app.ANSWERED_AT_ONCE", 1)
    monkeypatch.setattr("ui.app.MAX_WAITING", 1)
    services = make_services()
    with serve(make_whole_app(services, tmp_path)) as address, ended(services):
        pages = []
        for _ in range(3):
            browser.switch_to.new_window("tab")
            page = Page(browser, address, DESKTOP)
            pages.append((browser.current_window_handle, page))
        (first, answered), (second, waiting), (_, refused) = pages
        browser.switch_to.window(first)
        begin(answered, SLOW)
        browser.switch_to.window(second)
        waiting.one(FIELD).send_keys("Does it?" + Keys.ENTER)
        waiting.wait(lambda: "on its way" in waiting.one("#sending").text)
        browser.switch_to.window(browser.window_handles[-1])
        refused.one(FIELD).send_keys("Does it?" + Keys.ENTER)
        refused.wait(lambda: "too busy" in refused.one("#sending").text)
        assert typed(refused) == "Does it?"
        assert not refused.one("#connection").is_displayed()
        browser.switch_to.new_window("tab")
        browser.get(address)
        refused.one("#first-question").send_keys("Does it?")
        refused.wait(lambda: "too busy to open" in refused.one("#connection").text)
        services.assistant.may_end.set()
        browser.switch_to.window(second)
        waiting.wait_for_turn(1)
        assert waiting.one("#sending").text == ""
        browser.switch_to.window(browser.window_handles[-1])
        refused.click("#connection-retry")
        refused.wait_until_ready()
        refused.wait(lambda: typed(refused) == "Does it?")
    for handle in browser.window_handles[1:]:
        browser.switch_to.window(handle)
        browser.close()
    browser.switch_to.window(browser.window_handles[0])
