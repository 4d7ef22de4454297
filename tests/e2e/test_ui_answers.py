"""What can be done with an answer, in a real browser."""

import html
import re

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.browser_ui import DESKTOP, NEEDS_BROWSER, PHONE, Page
from tests.fakes_ui import PARK_QUOTE

pytestmark = NEEDS_BROWSER


@pytest.fixture
def page(browser: webdriver.Chrome, park_address: str) -> Page:
    return Page(browser, park_address, DESKTOP)


def test_a_marker_shows_its_quote_to_mouse_and_keyboard(page: Page) -> None:
    page.ask("Does it?")
    marker = page.one("#turn-1 a.marker")
    ActionChains(page.driver).move_to_element(marker).perform()
    page.wait(lambda: page.one("#tip").is_displayed())
    assert PARK_QUOTE in page.one("#tip").text
    assert "Services › Equity" in page.one("#tip").text
    assert marker.get_attribute("aria-describedby") == "tip"
    # It can be pointed at itself, and goes away with Escape.
    ActionChains(page.driver).move_to_element(page.one("#tip")).perform()
    assert page.one("#tip").is_displayed()
    page.one("#question textarea").send_keys(Keys.ESCAPE)
    page.wait(lambda: not page.one("#tip").is_displayed())
    page.one("#question textarea").send_keys("x")
    page.driver.execute_script("arguments[0].focus({focusVisible: true})", marker)
    page.wait(lambda: page.one("#tip").is_displayed())
    assert page.all("#document .document") == []


def test_a_first_touch_shows_the_quote_and_a_second_opens_the_document(
    browser: webdriver.Chrome, park_address: str
) -> None:
    page = Page(browser, park_address, PHONE)
    page.ask("Does it?")
    box = page.one("#turn-1 a.marker").rect
    point = {"x": box["x"] + 5, "y": box["y"] + 5}
    for _ in range(2):
        touch = {"type": "touchStart", "touchPoints": [point]}
        browser.execute_cdp_cmd("Input.dispatchTouchEvent", touch)
        browser.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait(lambda: page.one("#tip").is_displayed() or page.all("#document mark"))
        if not page.all("#document mark"):
            assert PARK_QUOTE in page.one("#tip").text
    page.wait(lambda: page.all("#document mark"))


def test_what_was_understood_is_undone_and_edited(page: Page) -> None:
    page.ask("Does it?")
    page.ask("And when?")
    assert "(Munsjö Science Park)" in page.one("#turn-2 .understood").text
    page.click("#turn-2 [data-do=edit]")
    field = page.one("#turn-2 .edit-query input")
    assert field.get_attribute("value") == "And when? (Munsjö Science Park)"
    field.send_keys("Which parks take no equity?" + Keys.ENTER)
    page.wait(lambda: page.all("#turn-2 .coverage"))
    assert "Which parks" in page.one("#turn-2 .understood q").text
    assert page.one("#turn-2 .question").text.endswith("And when?")
    page.click("#turn-2 [data-do=undo]")
    page.wait(lambda: page.all("#turn-2.dressed") and not page.all("#turn-2 .understood"))
    assert len(page.all(".turn")) == 2
    # The undoing is undone with one click, edited words or not, and undone again.
    told = "Search for “Which parks take no equity?” instead"
    page.wait(lambda: page.one("#turn-2 [data-do=redo]").text == told)
    page.click("#turn-2 [data-do=redo]")
    page.wait(lambda: page.all("#turn-2.dressed .coverage"))
    page.wait(lambda: "Which parks" in page.one("#turn-2 .understood q").text)
    page.click("#turn-2 [data-do=undo]")
    page.wait(lambda: page.all("#turn-2.dressed [data-do=redo]"))
    assert len(page.all(".turn")) == 2
    page.driver.refresh()
    page.wait_until_ready()
    page.wait(lambda: len(page.all(".turn.dressed")) == 2)
    assert page.all(".understood") == []


def test_a_follow_up_that_is_not_clear_offers_what_it_may_mean(page: Page) -> None:
    page.ask("And the other one?")
    offered = page.all("#turn-1 .asks-back button[name=mean]")
    assert [button.text for button in offered] == [
        "Does Munsjö Science Park take equity?",
        "When did Åby Labs open?",
    ]
    offered[0].click()
    page.wait(lambda: page.all("#turn-1 .short"))
    assert page.one("#turn-1 .question").text.endswith("And the other one?")
    assert "Does Munsjö Science Park take equity?" in page.one("#turn-1 .understood").text


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_coverage_and_conflicts_are_tables(
    browser: webdriver.Chrome, park_address: str, size: tuple[int, int]
) -> None:
    page = Page(browser, park_address, size)
    page.ask("Which parks take no equity?")
    counts = "3 checked: 1 states it, 1 denies it, 1 does not say"
    assert page.one(".coverage caption").text == counts
    names = [head.text for head in page.all(".coverage tbody th")]
    assert names == ["Munsjö Science Park", "Åby Labs", "Torp"]
    assert PARK_QUOTE in page.one(".coverage tbody tr").text
    page.ask("Do they disagree?")
    assert page.one(".conflict caption").text.endswith("disagree: the year it opened")
    assert len(page.all(".conflict tbody tr")) == 2
    assert not page.has_sideways_scroll()


def test_why_this_answer_unfolds_the_passages_with_their_scores(page: Page) -> None:
    page.ask("Does it?")
    page.click("#turn-1 [data-do=why]")
    page.wait(lambda: page.all("#turn-1 .why-panel tbody tr"))
    panel = page.one("#turn-1 .why-panel").text
    assert "Searched for: Does it?" in panel
    assert "0.36" in panel
    outcomes = [cell.text for cell in page.all(".why-panel td.outcome")]
    assert outcomes[0] == "Cited [1]"
    assert outcomes[1].startswith("Set aside")
    assert outcomes[2] == "Not sure enough"
    button = page.one("#turn-1 [data-do=why]")
    assert button.get_attribute("aria-expanded") == "true"
    page.click("#turn-1 [data-do=why]")
    assert page.all(".why-panel") == []
    # What was unfolded stays so when the next question is asked.
    page.click("#turn-1 [data-do=why]")
    page.wait(lambda: page.all("#turn-1 .why-panel tbody tr"))
    page.ask("How is the weather?")
    assert page.all("#turn-1 .why-panel tbody tr")


def test_the_form_for_a_reason_is_all_in_view_above_the_composer(
    browser: webdriver.Chrome, park_address: str
) -> None:
    page = Page(browser, park_address, (1280, 700))
    for _ in range(2):
        page.ask("Which parks take no equity?")
    # Where the form's beginning is in view without scrolling, and its end is not.
    low = """const bottom = arguments[0].getBoundingClientRect().bottom;
        const room = document.querySelector("#composer").getBoundingClientRect().top - bottom;
        window.scrollBy({top: 110 - room, behavior: "instant"}); arguments[0].click();"""
    page.driver.execute_script(low, page.one("#turn-2 [data-do=down]"))
    page.wait(lambda: page.all("#turn-2 .reason"))
    page.wait(lambda: _bottom(page, "#turn-2 .reason .primary") <= _top(page, "#composer"))
    assert _top(page, "#turn-2 .reason legend") >= 0


def _top(page: Page, selector: str) -> float:
    return float(_box(page, selector)["top"])


def _bottom(page: Page, selector: str) -> float:
    return float(_box(page, selector)["bottom"])


def _box(page: Page, selector: str) -> dict[str, float]:
    script = "return arguments[0].getBoundingClientRect().toJSON()"
    box: dict[str, float] = page.driver.execute_script(script, page.one(selector))
    return box


def test_a_vote_with_its_reason_is_kept_and_can_be_taken_back(page: Page) -> None:
    page.ask("Does it?")
    page.click("#turn-1 [data-do=down]")
    page.wait(lambda: page.all("#turn-1 .reason"))
    page.one("#turn-1 .reason textarea").send_keys(Keys.ESCAPE)
    page.wait(lambda: not page.all("#turn-1 .reason"))
    assert page.driver.switch_to.active_element.accessible_name == "Poor answer"
    page.click("#turn-1 [data-do=down]")
    page.wait(lambda: page.one("[data-do=down]").get_attribute("aria-pressed") == "false")
    page.click("#turn-1 [data-do=down]")
    page.wait(lambda: page.all("#turn-1 .reason"))
    page.all("#turn-1 .reason input")[1].click()
    page.one("#turn-1 .reason textarea").send_keys("It moved.")
    page.click("#turn-1 .reason .primary")
    page.wait(lambda: not page.all("#turn-1 .reason"))
    page.driver.refresh()
    page.wait_until_ready()
    page.wait(lambda: page.all("#turn-1.dressed"))
    down = page.one("#turn-1 [data-do=down]")
    assert down.get_attribute("aria-pressed") == "true"
    assert down.accessible_name == "Poor answer"
    page.click("#turn-1 [data-do=down]")
    page.wait(lambda: down.get_attribute("aria-pressed") == "false")
    page.click("#turn-1 [data-do=up]")
    page.wait(lambda: page.one("[data-do=up]").get_attribute("aria-pressed") == "true")


# What keeps a page from writing to the clipboard: its user, or a line that is not secure.
NO_WRITING = "navigator.clipboard.write = () => Promise.reject(new Error())"
NO_CLIPBOARD = """window.clipboardOfTest = navigator.clipboard;
    Object.defineProperty(navigator, "clipboard", {value: undefined});"""
READ = """const clipboard = navigator.clipboard ?? window.clipboardOfTest;
    const told = (item, type) => item.getType(type).then((blob) => blob.text());
    clipboard.read()
      .then(([item]) => Promise.all(["text/plain", "text/html"].map((type) => told(item, type))))
      .then(arguments[0], (error) => arguments[0]([`${error}`, ""]));"""


@pytest.mark.parametrize(
    "hindrance", ["", NO_WRITING, NO_CLIPBOARD], ids=["allowed", "refused", "not secure"]
)
def test_an_answer_is_copied_with_its_sources_as_text_and_with_its_form(
    page: Page, park_address: str, hindrance: str
) -> None:
    allowed = ["clipboardReadWrite", "clipboardSanitizedWrite"]
    permissions = {"permissions": allowed, "origin": park_address}
    page.driver.execute_cdp_cmd("Browser.grantPermissions", permissions)
    page.ask("Which parks take no equity?")
    page.driver.execute_script(hindrance)
    page.click("#turn-1 [data-do=copy]")
    page.wait(lambda: page.one("#turn-1 .actions .said").text == "Copied.")
    text, markup = page.driver.execute_async_script(READ)
    assert text.startswith("Which parks take no equity?\n\nMunsjö Science Park\n\n")
    assert "\nMunsjö Science Park | States it | " in text
    source = f"[1] Munsjö Science Park › Services › Equity, as of 2024-05: “{PARK_QUOTE}”\n"
    assert f"Sources:\n{source}" in text
    for formed in ("<b>Which parks take no equity?</b>", "<table", "<td>", "<b>Sources:</b>"):
        assert formed in markup
    assert source.strip() in html.unescape(re.sub("<[^>]+>", "", markup))
    for ours in ("href", "class=", "<button", "Open citation"):
        assert ours not in markup


def test_a_question_in_the_address_is_asked_once(page: Page) -> None:
    page.go("/?q=Does+it+take+equity%3F")
    page.wait_for_turn(1)
    assert "take equity" in page.one("#turn-1 .question").text
    assert "?q=" not in page.driver.current_url
    page.driver.refresh()
    page.wait_until_ready()
    page.wait(lambda: page.all(".turn.dressed"))
    assert len(page.all(".turn")) == 1


def test_the_interface_speaks_swedish_and_turns_dark_and_stays_so(page: Page) -> None:
    page.ask("How is the weather?")
    page.one("button[data-language=sv]").click()
    page.wait(lambda: page.one("html").get_attribute("lang") == "sv")
    page.wait(lambda: page.all(".turn.dressed"))
    assert page.one(".declined .verdict").text == "Dokumenten svarar inte på det här."
    assert "Jag sökte efter ”weather”" in page.one(".declined .tried").text
    assert page.one("#send").text == "Skicka"
    assert page.one("#question textarea").accessible_name == "Din fråga"
    light = page.one("body").value_of_css_property("background-color")
    page.one("#colours").click()
    dark = page.one("body").value_of_css_property("background-color")
    assert dark != light
    page.go("/")
    assert page.one("body").value_of_css_property("background-color") == dark
    assert page.one("#colours").get_attribute("aria-pressed") == "true"
    assert page.complaints() == []
