"""The chat page in a real browser, under the API's security headers."""

import json

import pytest
from selenium import webdriver
from selenium.webdriver.common.keys import Keys

from tests.browser_ui import CONTRAST, DESKTOP, NEEDS_BROWSER, PHONE, Page
from tests.fakes_ui import PARK_QUOTE, make_services
from tests.pages_ui import make_app, serve

pytestmark = NEEDS_BROWSER


@pytest.fixture
def page(browser: webdriver.Chrome, park_address: str) -> Page:
    return Page(browser, park_address, DESKTOP)


def test_a_typed_question_is_answered_with_its_source(page: Page) -> None:
    page.ask("Does Munsjö Science Park take equity?")
    assert page.one("#turn-1 .question").text.endswith("Does Munsjö Science Park take equity?")
    assert page.one("#turn-1 .short").text == "No."
    assert PARK_QUOTE in page.one("#turn-1 .answer").text
    # The answer says it already, so it is not shown twice.
    assert page.one("#turn-1 .sources .verbatim").text == "word for word"
    assert not page.one("#turn-1 .sources blockquote").is_displayed()
    assert page.one("#question textarea").get_attribute("value") == ""


def test_the_page_runs_without_complaints_and_asks_only_its_own_server(
    page: Page, park_address: str
) -> None:
    page.ask("Does it?")
    page.open("#turn-1 a.marker")
    assert page.complaints() == []
    assert [url for url in page.requested() if not url.startswith(f"{park_address}/")] == []


def test_the_send_button_sends(page: Page) -> None:
    page.ask("Does it?", ending="")
    assert PARK_QUOTE in page.one("#turn-1 .answer").text


def test_shift_and_enter_start_a_new_line(page: Page) -> None:
    field = page.one("#question textarea")
    field.send_keys("Does it", Keys.SHIFT + Keys.ENTER + Keys.NULL, "take equity?")
    assert field.get_attribute("value") == "Does it\ntake equity?"
    assert page.all(".turn") == []


def test_an_example_is_asked_by_a_click_and_what_is_half_typed_stays(page: Page) -> None:
    page.wait(lambda: len(page.all("button.example")) == 3)
    page.one("#question textarea").send_keys("What I was about to")
    page.all("button.example")[0].click()
    page.wait_for_turn(1)
    assert "Does Munsjö Science Park take equity?" in page.one("#turn-1 .question").text
    assert page.all("button.example") == []
    page.one("#question textarea").send_keys(" ask")
    assert page.one("#question textarea").get_attribute("value") == "What I was about to ask"


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("selector", ["#turn-1 a.marker", "#turn-1 a.source"])
def test_a_citation_opens_the_document_with_its_quote_in_view(
    browser: webdriver.Chrome, park_address: str, size: tuple[int, int], selector: str
) -> None:
    page = Page(browser, park_address, size)
    page.ask("Does it?")
    page.open(selector)
    assert page.one("#document mark").text == PARK_QUOTE
    page.wait(lambda: page.is_in_view("#document mark"))
    beside = page.one("#document").location["x"] > page.one("#turn-1").location["x"] + 300
    assert beside is (size == DESKTOP)
    assert page.driver.switch_to.active_element.get_attribute("id") == "document-title"


def test_citations_work_from_the_keyboard_and_escape_returns(page: Page) -> None:
    page.ask("Does it?")
    marker = page.one("#turn-1 a.marker")
    page.driver.execute_script("arguments[0].focus()", marker)
    marker.send_keys(Keys.ENTER)
    page.wait(lambda: page.all("#document mark"))
    page.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    page.wait(lambda: not page.all("#document .document"))
    active = page.driver.switch_to.active_element
    assert active.get_attribute("outerHTML") == marker.get_attribute("outerHTML")


def test_another_citation_replaces_the_document_and_closing_removes_it(page: Page) -> None:
    page.ask("Which parks take no equity?")
    page.open("#turn-1 li:nth-child(1) a.source")
    page.click("#turn-1 li:nth-child(2) a.source")
    page.wait(lambda: page.one("#document mark").text != PARK_QUOTE)
    page.one("#document a.close").click()
    page.wait(lambda: not page.all("#document .document"))
    page.open("#turn-1 li:nth-child(2) a.source")
    assert page.one("#document mark").text != PARK_QUOTE


def test_an_earlier_answer_keeps_its_citations(page: Page) -> None:
    page.ask("Does it?")
    page.ask("How is the weather?")
    page.open("#turn-1 a.marker")
    assert page.one("#document mark").text == PARK_QUOTE


def test_a_follow_up_shows_what_was_understood(page: Page) -> None:
    page.ask("Does it?")
    page.ask("And when did it open?")
    assert "Understood as:" in page.one("#turn-2 .understood").text
    assert page.all("#turn-1 .understood") == []


def test_a_declined_question_looks_different_and_offers_the_nearest_passage(page: Page) -> None:
    page.ask("How is the weather?")
    assert "The documents do not answer this" in page.one("#turn-1 .declined").text
    assert page.all("#turn-1 .answer") == []
    page.open("#turn-1 .declined a.source")
    assert page.one("#document mark").text.startswith("Munsjö Science Park opened in 1998")


def test_an_error_is_told_and_keeps_the_question_for_another_try(page: Page) -> None:
    page.ask("explode")
    assert "went wrong on our side" in page.one("#turn-1 .failed").text
    page.wait(lambda: page.one("#question textarea").get_attribute("value") == "explode")


def test_a_new_conversation_starts_empty_with_the_examples(page: Page) -> None:
    page.ask("Does it?")
    page.click("#renew")
    page.wait(lambda: not page.all(".turn"))
    assert len(page.all("button.example")) == 3


def test_controls_and_live_regions_have_names(page: Page) -> None:
    assert page.one("#question textarea").accessible_name == "Your question"
    assert page.one("#send").accessible_name == "Send"
    assert page.one("#renew").accessible_name == "New conversation"
    assert page.one("#status").get_attribute("aria-live") == "polite"
    page.ask("Does it?")
    assert page.one("#turn-1 a.marker").accessible_name == "Open citation 1"
    page.wait(lambda: "Answered, 1 source." in str(page.one("#status").get_attribute("innerText")))


@pytest.mark.parametrize("question", ["Which parks?", "How is the weather?", "x" * 600])
def test_a_phone_never_scrolls_sideways(
    browser: webdriver.Chrome, park_address: str, question: str
) -> None:
    # As narrow as WCAG 2.1 asks for (1.4.10): 1280 pixels, enlarged to four times their size.
    page = Page(browser, park_address, (320, 640))
    assert not page.has_sideways_scroll()
    page.ask(question)
    page.click("#turn-1 [data-do=why]")
    page.wait(lambda: page.all("#turn-1 .why-panel tbody tr"))
    assert not page.has_sideways_scroll()
    page.open("#turn-1 a.source")
    assert not page.has_sideways_scroll()


def test_without_documents_staff_see_what_to_do(browser: webdriver.Chrome) -> None:
    services = make_services()
    services.library.listed = ()
    with serve(make_app(services)) as address:
        page = Page(browser, address, DESKTOP)
        assert "assistant ingest FOLDER" in page.one(".empty").text
        assert page.one(".empty a").get_attribute("href") == f"{address}/documents?add=1"
        page.ask("Does it?")
        assert "There are no documents yet" in page.one("#turn-1 .failed").text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast(page: Page, scheme: str) -> None:
    page.prefer(scheme)
    page.ask("Which parks take no equity?")
    page.ask("How is the weather?")
    page.ask("explode")
    page.open("#turn-1 a.marker")
    assert page.driver.execute_script(CONTRAST) == []


def test_a_question_is_answered_once_however_it_is_asked(page: Page) -> None:
    page.ask("Does it?")
    page.ask("And when?", ending="")
    page.click("#turn-2 [data-do=undo]")
    page.wait(lambda: page.all("#turn-2.dressed [data-do=redo]"))
    # The fakes number the answers that they work out.
    facts = [
        json.loads(str(facts.get_attribute("value"))) for facts in page.all(".turn .turn-facts")
    ]
    first, last = [int(each["turn"].removeprefix("turn")) for each in facts]
    assert last == first + 2
    page.go()
    page.click(".example button, button.example")
    page.wait_for_turn(1)
    again = json.loads(str(page.one(".turn .turn-facts").get_attribute("value")))
    assert int(again["turn"].removeprefix("turn")) == last + 1


# Done once the page's scripts have run and before the framework, which they wait for, has drawn.
TYPE_EARLY = """
document.addEventListener("DOMContentLoaded", () => {
  const field = document.getElementById("first-question");
  window.firstAt = field.getBoundingClientRect().top;
  field.focus();
  field.value = "Does it?";
  const enter = new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true});
  if (%s) field.dispatchEvent(enter);
});
"""


@pytest.mark.parametrize("is_sent", [False, True])
def test_what_is_typed_while_the_page_opens_is_not_lost(
    browser: webdriver.Chrome, park_address: str, *, is_sent: bool
) -> None:
    page = Page(browser, park_address, DESKTOP)
    source = {"source": TYPE_EARLY % str(is_sent).lower()}
    early = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", source)
    try:
        page.go()
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", early)
    assert page.all("#first-question") == []
    field = page.one("#question textarea")
    page.wait(lambda: browser.switch_to.active_element == field)
    # Nothing jumps when the framework's field takes its place.
    top = browser.execute_script("return arguments[0].getBoundingClientRect().top", field)
    assert top == browser.execute_script("return window.firstAt")
    if is_sent:
        page.wait_for_turn(1)
        assert page.one("#turn-1 .question").text.endswith("Does it?")
    else:
        assert field.get_attribute("value") == "Does it?"
