"""The chat page checked by axe-core against WCAG 2.1 A and AA, in its states and its colours."""

import pytest
from selenium import webdriver
from selenium.webdriver.common.keys import Keys

from tests.axe import violations
from tests.browser_ui import DESKTOP, NEEDS_BROWSER, PHONE, Page

pytestmark = NEEDS_BROWSER


@pytest.mark.parametrize(
    ("size", "scheme", "language"), [(DESKTOP, "light", "en"), (PHONE, "dark", "sv")]
)
def test_axe_finds_nothing_wrong_in_any_state(
    browser: webdriver.Chrome, park_address: str, size: tuple[int, int], scheme: str, language: str
) -> None:
    page = Page(browser, park_address, size, language=language)
    page.prefer(scheme)
    assert violations(page) == []
    page.ask("Which parks take no equity?")
    page.ask("Do they disagree?")
    page.ask("How is the weather?")
    page.ask("And when?")
    page.click("#turn-1 [data-do=why]")
    page.wait(lambda: page.all("#turn-1 .why-panel tbody tr"))
    page.click("#turn-4 [data-do=edit]")
    page.click("#turn-4 [data-do=down]")
    page.wait(lambda: page.all("#turn-4 .reason"))
    page.open("#turn-1 a.marker")
    assert violations(page) == []
    page.one("#document a.close").click()
    page.wait(lambda: not page.all("#document .document"))
    page.ask("And the other one?")
    page.ask("explode")
    if size == PHONE:
        page.one("#history-switch").click()
    page.click("#history-list li > button")
    assert violations(page) == []
    page.one("#history-menu [data-do=delete]").click()
    assert violations(page) == []


def test_the_page_is_walked_through_with_the_keyboard(
    browser: webdriver.Chrome, park_address: str
) -> None:
    page = Page(browser, park_address, DESKTOP)
    page.ask("Does it?")
    page.driver.execute_script("document.querySelector('.skip').focus()")
    reached = [browser.switch_to.active_element.accessible_name]
    for _ in range(40):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        element = browser.switch_to.active_element
        reached.append(element.accessible_name)
        if element.get_attribute("id") == "send":
            break
        assert element.accessible_name
        assert element.value_of_css_property("outline-style") != "none", element.accessible_name
    wanted = ["Skip to the content", "Chat", "New conversation", "Search conversations"]
    wanted += ["Open citation 1", "Copy with sources", "Good answer", "Why this answer"]
    wanted += ["Your question", "Send"]
    assert [name for name in reached if name in wanted] == wanted
