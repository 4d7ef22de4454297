"""The list of conversations beside the chat, in a real browser."""

from selenium import webdriver
from selenium.webdriver.common.keys import Keys

from tests.browser_ui import DESKTOP, NEEDS_BROWSER, PHONE, Page
from tests.fakes_ui import PARK_QUOTE

pytestmark = NEEDS_BROWSER

TITLES = "#history-list .title"


def titles(page: Page) -> list[str]:
    return [element.text for element in page.all(TITLES)]


def choose(page: Page, title: str, deed: str) -> None:
    """Open the menu of a conversation and choose from it."""
    page.click(f"#history-list li:has([title='{title}']) > button")
    page.wait(lambda: page.one(f"#history-menu [data-do={deed}]").is_displayed())
    page.one(f"#history-menu [data-do={deed}]").click()


def test_conversations_are_listed_found_opened_renamed_and_deleted(
    browser: webdriver.Chrome, park_address: str
) -> None:
    page = Page(browser, park_address, DESKTOP)
    assert page.one("#history-note").text == "Your conversations will be listed here."
    page.ask("Does it take equity?")
    page.ask("And when did it open?")
    page.click("#renew")
    page.wait(lambda: not page.all(".turn"))
    page.ask("How is the weather?")
    page.wait(lambda: titles(page) == ["How is the weather?", "Does it take equity?"])
    assert page.one("#history-list [aria-current]").text.startswith("How is the weather?")

    page.one("#history-search").send_keys("equity")
    page.wait(lambda: titles(page) == ["Does it take equity?"])
    page.click("#history-list a")
    page.wait(lambda: len(page.all(".turn")) == 2)
    assert "take equity" in page.one("#turn-1 .question").text
    page.open("#turn-1 a.marker")
    assert page.one("#document mark").text == PARK_QUOTE
    page.one("#document a.close").click()
    page.wait(lambda: not page.all("#document .document"))
    page.one("#history-search").send_keys(Keys.BACKSPACE * 6)
    page.wait(lambda: len(titles(page)) == 2)

    assert page.one("#history-list .day").text == "Today"
    choose(page, "Does it take equity?", "rename")
    page.one(".rename input").send_keys("No" + Keys.ESCAPE)
    page.wait(lambda: not page.all(".rename"))
    assert browser.switch_to.active_element.text == "Does it take equity?"
    choose(page, "Does it take equity?", "rename")
    page.one(".rename input").send_keys("The park" + Keys.ENTER)
    page.wait(lambda: "The park" in titles(page))
    page.wait(lambda: browser.title.startswith("The park · "))
    page.wait(lambda: browser.switch_to.active_element.text == "The park")

    choose(page, "The park", "delete")
    assert "The park" in page.one("#confirm-text").text
    page.one("#confirm [value=keep]").click()
    assert len(titles(page)) == 2
    choose(page, "The park", "delete")
    page.one("#confirm [value=delete]").click()
    page.wait(lambda: titles(page) == ["How is the weather?"])
    page.wait(lambda: page.all(".welcome") and not page.all(".turn"))
    assert page.complaints() == []

    page.click("#delete-all")
    page.one("#confirm [value=delete]").click()
    page.wait(lambda: titles(page) == [])


def test_a_reload_and_the_way_back_return_to_the_conversation(
    browser: webdriver.Chrome, park_address: str
) -> None:
    page = Page(browser, park_address, DESKTOP)
    page.ask("Does it take equity?")
    page.ask("How is the weather?")
    page.wait(lambda: "#c=" in browser.current_url)
    kept = browser.current_url
    browser.refresh()
    page.wait_until_ready()
    page.wait(lambda: len(page.all(".turn.dressed")) == 2)
    page.ask("And when did it open?")
    assert "Understood as" in page.one("#turn-3 .understood").text
    page.click("#renew")
    page.wait(lambda: not page.all(".turn"))
    assert "#c=" not in browser.current_url
    browser.back()
    page.wait(lambda: len(page.all(".turn.dressed")) == 3)
    assert browser.current_url == kept


def test_another_visitor_finds_nothing_of_it(browser: webdriver.Chrome, park_address: str) -> None:
    page = Page(browser, park_address, DESKTOP)
    page.ask("Does it take equity?")
    page.wait(lambda: "#c=" in browser.current_url)
    kept = browser.current_url.removeprefix(park_address)
    other = Page(browser, park_address, DESKTOP)
    other.go(kept)
    other.wait(lambda: other.all(".notice.missing"))
    assert other.all(".turn") == []
    assert titles(other) == []
    other.ask("How is the weather?")
    other.wait(lambda: titles(other) == ["How is the weather?"])
    assert browser.current_url != f"{park_address}{kept}"


def test_a_conversation_is_saved_with_its_citations(
    browser: webdriver.Chrome, park_address: str
) -> None:
    page = Page(browser, park_address, DESKTOP)
    page.ask("Does it take equity?")
    page.wait(lambda: titles(page))
    page.click("#history-list li > button")
    for form in ("markdown", "json"):
        link = page.one(f"#history-menu [data-do={form}]")
        assert link.get_attribute("download") is not None
        saved = browser.execute_async_script(
            "const done = arguments[1]; fetch(arguments[0]).then((r) => r.text()).then(done)",
            link.get_attribute("href"),
        )
        assert PARK_QUOTE in saved


def test_on_a_phone_the_list_is_a_drawer(browser: webdriver.Chrome, park_address: str) -> None:
    page = Page(browser, park_address, PHONE)
    page.ask("Does it take equity?")
    assert not page.one("#history").is_displayed()
    page.one("#history-switch").click()
    page.wait(lambda: page.one("#history").is_displayed())
    assert browser.switch_to.active_element.get_attribute("id") == "renew"
    assert page.one("#main").get_attribute("inert") is not None
    assert not page.has_sideways_scroll()
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    page.wait(lambda: not page.one("#history").is_displayed())
    assert browser.switch_to.active_element.get_attribute("id") == "history-switch"
    page.one("#history-switch").click()
    page.one("#renew").click()
    page.wait(lambda: not page.all(".turn"))
    assert not page.one("#history").is_displayed()
