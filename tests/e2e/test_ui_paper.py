"""What the pages look like on paper."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from selenium import webdriver

from tests.browser_ui import CONTRAST, DESKTOP, NEEDS_BROWSER, PHONE, Page

pytestmark = NEEDS_BROWSER

A4 = (718, 1000)
PRESSED_ONLY = (
    "#composer", "#history", "#side", "#turn-1 .actions", ".masthead button", "#tip",
)  # fmt: skip


@contextmanager
def on_paper(page: Page) -> Iterator[None]:
    """Show what would be printed; the visitor's screen is dark."""
    page.resize(A4)
    dark = [{"name": "prefers-color-scheme", "value": "dark"}]
    wish = {"media": "print", "features": dark}
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", wish)
    try:
        yield
    finally:
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_a_conversation_is_printed_whole_in_dark_letters_and_without_controls(
    browser: webdriver.Chrome, park_address: str
) -> None:
    page = Page(browser, park_address, DESKTOP)
    page.one("#colours").click()
    page.ask("Which parks take no equity?")
    page.ask("How is the weather?")
    page.open("#turn-1 a.marker")
    with on_paper(page):
        shown = [one for one in PRESSED_ONLY for each in page.all(one) if each.is_displayed()]
        assert shown == []
        assert page.one("#turn-1 .question").is_displayed()
        assert page.one("#turn-1 .answer").is_displayed()
        assert page.one("#turn-2 .declined").is_displayed()
        assert page.one(".masthead").value_of_css_property("position") == "static"
        white = "rgba(255, 255, 255, 1)"
        assert page.one("body").value_of_css_property("background-color") == white
        assert browser.execute_script(CONTRAST) == []
        bubble = page.one("#turn-1 .question").value_of_css_property("background-color")
        assert bubble == "rgba(0, 0, 0, 0)"
        assert not page.has_sideways_scroll()


@pytest.mark.parametrize("path", ["/documents", "/insights", "/insights/approved"])
def test_other_pages_are_printed_in_dark_letters_without_buttons(
    browser: webdriver.Chrome, park_address: str, path: str
) -> None:
    page = Page(browser, park_address, DESKTOP)
    browser.get(f"{park_address}{path}")
    with on_paper(page):
        assert page.one("h1").is_displayed()
        assert [one.text for one in page.all(".page .button") if one.is_displayed()] == []
        assert browser.execute_script(CONTRAST) == []


def test_a_table_on_a_phone_does_not_scroll_up_and_down_by_itself(
    browser: webdriver.Chrome, park_address: str
) -> None:
    page = Page(browser, park_address, PHONE)
    page.ask("Which parks take no equity?")
    assert page.one("#turn-1 .coverage").value_of_css_property("overflow-y") == "hidden"
