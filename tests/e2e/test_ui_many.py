"""A visitor with many conversations, a long one, and several tabs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.keys import Keys

from tests.browser_ui import DESKTOP, NEEDS_BROWSER, Page
from tests.fakes_ui import PARK_QUOTE, make_services
from tests.pages_ui import make_whole_app, serve

pytestmark = NEEDS_BROWSER

# As the visitor, but not on the page: `together` in one conversation, else each in its own.
ASK_MANY = """
const [count, together, done] = arguments;
(async () => {
  let conversation_id = null;
  for (let number = 1; number <= count; number += 1) {
    const question = `Does park number ${number} take equity?`;
    const answer = await fetch("/api/v1/ask", {
      method: "POST",
      headers: {"Content-Type": "application/json"},
      body: JSON.stringify({question, conversation_id}),
    });
    const turn = await answer.json();
    if (together) conversation_id = turn.conversation_id;
    if (number === count) done(turn.conversation_id);
  }
})();
"""
TOP_OF_LAST = "return document.querySelector('#turn-12 .question').getBoundingClientRect().top"
TITLES = "#history-list .title"
SCROLLED = "return document.querySelector('#history-list').scrollTop"


def ask_many(page: Page, count: int, *, together: bool) -> str:
    script = page.driver.execute_async_script
    return str(script(ASK_MANY, count, together))


def titles(page: Page) -> list[str]:
    script = f"return [...document.querySelectorAll('{TITLES}')].map((one) => one.textContent)"
    return list(page.driver.execute_script(script))


def wait_for_many(page: Page, count: int) -> None:
    page.wait(lambda: len(titles(page)) == count)


def focused(page: Page) -> str:
    return page.driver.switch_to.active_element.text


def choose(page: Page, title: str, deed: str) -> None:
    """Open the menu of a conversation and choose from it; the list may be drawn anew meanwhile."""

    def is_open() -> bool:
        page.click(f"#history-list li:has([title='{title}']) > button")
        return page.one(f"#history-menu [data-do={deed}]").is_displayed()

    page.wait(is_open)
    page.one(f"#history-menu [data-do={deed}]").click()


def test_a_long_list_stays_as_long_and_where_it_is(
    browser: webdriver.Chrome, park_address: str
) -> None:
    page = Page(browser, park_address, DESKTOP)
    ask_many(page, 62, together=False)
    page.go()
    for count in (30, 60, 62):
        wait_for_many(page, count)
        if count < 62:
            page.one("#history-more").click()
    # The button is gone, and with it the focus would be.
    assert not page.one("#history-more").is_displayed()
    assert focused(page) == "Does park number 2 take equity?"

    page.click("#history-list li:has([title*='number 20 '])  a")
    page.wait_for_turn(1)
    scrolled = browser.execute_script(SCROLLED)
    page.ask("And when?")
    page.wait(lambda: titles(page)[0] == "Does park number 20 take equity?")
    assert len(titles(page)) == 62
    assert browser.execute_script(SCROLLED) == scrolled > 500

    choose(page, "Does park number 10 take equity?", "rename")
    field = page.one(".rename input")
    assert field.rect["width"] > 100
    assert page.one(".rename button").rect["x"] + 40 < page.one("#history-list").rect["width"]
    field.clear()
    field.send_keys("The tenth" + Keys.ENTER)
    page.wait(lambda: focused(page) == "The tenth")
    assert (len(titles(page)), titles(page).index("The tenth")) == (62, 52)

    choose(page, "The tenth", "delete")
    page.one("#confirm [value=delete]").click()
    page.wait(lambda: focused(page) == "Does park number 9 take equity?")
    assert len(titles(page)) == 61
    page.one("#history-search").send_keys("number 61")
    page.wait(lambda: titles(page) == ["Does park number 61 take equity?"])
    assert page.complaints() == []


def test_a_long_conversation_opens_at_its_newest_turn(
    browser: webdriver.Chrome, park_address: str
) -> None:
    page = Page(browser, park_address, DESKTOP)
    kept = ask_many(page, 12, together=True)
    page.go(f"/#c={kept}")
    for _ in range(2):
        page.wait(lambda: len(page.all(".turn.dressed")) == 12)
        page.wait(lambda: 0 < browser.execute_script(TOP_OF_LAST) < 150)
        browser.refresh()
        page.wait_until_ready()
    page.wait(lambda: len(page.all(".turn.dressed")) == 12)
    # What is done with an earlier answer moves nothing.
    page.click("#turn-3 [data-do=up]")
    page.wait(lambda: page.one("#turn-3 .said").text)
    assert page.is_in_view("#turn-3 .said")


@contextmanager
def two_tabs(browser: webdriver.Chrome, address: str) -> Iterator[tuple[Page, str, str]]:
    """Open a conversation of one turn in two tabs; the second one is in front."""
    page = Page(browser, address, DESKTOP)
    page.ask("Does it take equity?")
    page.wait(lambda: "#c=" in browser.current_url)
    first, shown = browser.current_window_handle, browser.current_url
    browser.switch_to.new_window("tab")
    page.resize(DESKTOP)
    page.prefer("light")
    browser.get(shown)
    page.wait_until_ready()
    page.wait_for_turn(1)
    try:
        yield page, first, browser.current_window_handle
    finally:
        for handle in browser.window_handles:
            if handle != first:
                browser.switch_to.window(handle)
                browser.close()
        browser.switch_to.window(first)


def test_two_tabs_of_one_conversation_know_of_each_other(
    browser: webdriver.Chrome, park_address: str
) -> None:
    with two_tabs(browser, park_address) as (page, first, second):
        page.ask("And when?")
        choose(page, "Does it take equity?", "rename")
        page.one(".rename input").send_keys(Keys.CONTROL + "a" + Keys.NULL + "Mine" + Keys.ENTER)
        page.wait(lambda: titles(page) == ["Mine"])

        browser.switch_to.window(first)
        page.wait(lambda: titles(page) == ["Mine"])
        page.wait(lambda: browser.title.startswith("Mine"))
        # What was asked in the other tab is shown with what follows on it.
        page.one("#question textarea").send_keys("And who?" + Keys.ENTER)
        page.wait(lambda: len(page.all(".turn.dressed")) == 3)
        asked = [one.text.partition("\n")[2] for one in page.all(".turn .question")]
        assert asked == ["Does it take equity?", "And when?", "And who?"]
        page.wait(lambda: page.is_in_view("#turn-3 .question"))

        page.one("#question textarea").send_keys("A half typed draft")
        browser.switch_to.window(second)
        choose(page, "Mine", "delete")
        page.one("#confirm [value=delete]").click()
        page.wait(lambda: titles(page) == [])

        browser.switch_to.window(first)
        page.wait(lambda: page.all(".notice.missing"))
        assert titles(page) == []
        assert page.one("#question textarea").get_attribute("value") == "A half typed draft"
        page.one("#question textarea").send_keys(Keys.ENTER)
        page.wait_for_turn(1)
        page.wait(lambda: titles(page) == ["A half typed draft"])


def test_an_answer_whose_conversation_another_device_deleted_says_so(
    browser: webdriver.Chrome, park_address: str
) -> None:
    page = Page(browser, park_address, DESKTOP)
    page.ask("Does it take equity?")
    gone = "fetch('/api/v1/conversations', {method: 'DELETE'}).then(() => arguments[0]())"
    browser.execute_async_script(gone)
    page.click("#turn-1 [data-do=up]")
    page.wait(lambda: "deleted meanwhile" in page.one("#turn-1 .said").text)
    page.click("#turn-1 [data-do=why]")
    page.wait(lambda: "deleted meanwhile" in page.one("#turn-1 .why-panel").text)
    page.click("#turn-1 a.marker")
    page.wait(lambda: "deleted meanwhile" in page.one("#document").text)
    page.one("#document a.close").click()
    page.one("#question textarea").send_keys("And when?" + Keys.ENTER)
    page.wait(lambda: page.all(".notice.missing"))
    page.wait(lambda: page.one("#question textarea").get_attribute("value") == "And when?")

    # What another device asks is listed when the window is looked at again.
    ask_many(page, 1, together=False)
    assert titles(page) == []
    browser.execute_script("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait(lambda: titles(page) == ["Does park number 1 take equity?"])


def test_what_two_tabs_ask_at_once_stands_in_order_each_with_its_own_sources(
    browser: webdriver.Chrome, tmp_path: Path
) -> None:
    services = make_services()
    app = make_whole_app(services, tmp_path)
    with serve(app) as address, two_tabs(browser, address) as (page, first, second):
        browser.switch_to.window(first)
        page.one("#question textarea").send_keys("Is it a slow park?" + Keys.ENTER)
        page.wait(lambda: page.one("#turn-2 .answer").text)
        browser.switch_to.window(second)
        page.ask("How is the weather?")
        services.assistant.may_end.set()

        browser.switch_to.window(first)
        page.wait(lambda: len(page.all(".turn.dressed")) == 3)
        asked = [one.text.partition("\n")[2] for one in page.all(".turn .question")]
        assert asked == ["Does it take equity?", "How is the weather?", "Is it a slow park?"]
        # The other tab's turn has no citation.
        page.open("#turn-3 a.marker")
        assert page.one("#document mark").text == PARK_QUOTE
