"""A browser that its user set up: no cookies, large letters, colours of the system's own."""

from pathlib import Path

from selenium import webdriver

from assistant.model import Answer
from tests.browser_ui import DESKTOP, NEEDS_BROWSER, PHONE, Page, open_browser
from tests.fakes_site import PAGES
from tests.fakes_ui import make_citation, make_document, make_services
from tests.pages_ui import make_whole_app, serve

pytestmark = NEEDS_BROWSER

NO_COOKIES = {"profile.default_content_setting_values.cookies": 2}


def test_without_cookies_questions_are_answered_and_what_is_lost_is_said(park_address: str) -> None:
    with open_browser(NO_COOKIES) as driver:
        page = Page(driver, park_address, DESKTOP)
        told = page.one("#no-cookies")
        assert told.is_displayed()
        assert "cannot be found again" in told.text
        assert told.get_attribute("role") == "status"
        page.ask("Does it take equity?")
        page.ask("And when?")
        assert "Understood as" in page.one("#turn-2 .understood").text
        assert "keeps no cookies" in page.one("#history-note").text
        driver.execute_script("window.scrollTo(0, document.body.scrollHeight)")
        page.one("button[data-language=sv]").click()
        page.wait(lambda: "sparar inga kakor" in page.one(".refusal[lang=sv]").text)
        assert page.is_in_view(".refusal")
        assert len(page.all(".turn")) == 2


LETTERS = 32
# How far the quote is below the head of its document, which stays when the text is moved.
ROOM_OF_QUOTE = """const [quote, head] = ["mark", ".document-head"].map((one) =>
    document.querySelector(`#document ${one}`).getBoundingClientRect());
return quote.bottom < innerHeight ? quote.top - head.bottom : -1;"""


def test_letters_are_as_large_as_the_browser_is_told_and_nothing_is_pushed_out(
    site_address: str,
) -> None:
    with open_browser({"webkit.webprefs.default_font_size": LETTERS}) as driver:
        page = Page(driver, site_address, DESKTOP)
        page.ask("Which parks take no equity?")
        assert page.one(".answer").value_of_css_property("font-size") == f"{LETTERS}px"
        assert not page.has_sideways_scroll()
        page.resize(PHONE)
        page.open("#turn-1 a.marker")
        page.wait(lambda: driver.execute_script(ROOM_OF_QUOTE) >= 0)
        for size in (PHONE, DESKTOP):
            page.resize(size)
            for path in PAGES:
                driver.get(f"{site_address}{path}")
                page.wait(lambda: page.all("main h1"))
                assert not page.has_sideways_scroll(), (path, size)
                assert page.one(".skip").rect["y"] + page.one(".skip").rect["height"] <= 0, path
                assert page.one("main").value_of_css_property("font-size") == f"{LETTERS}px"


# How far the writing in the first part that a selector finds is from the part's left and right.
MARGINS = """
const part = document.querySelector(arguments[0]);
const range = document.createRange();
const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  if (walker.currentNode.parentElement.closest(".sr-only, a.marker")) continue;
  range.selectNodeContents(walker.currentNode);
  if (range.toString().trim()) break;
}
const [box, text] = [part.getBoundingClientRect(), range.getBoundingClientRect()];
return [text.left - box.left, box.right - text.right];
"""
FROM_RIGHT = "لا تأخذ الحديقة أي أسهم من المستأجرين."
QUESTION = "هل تأخذ الحديقة أسهم؟ وما هو SciLifeLab؟ 👩‍🔬 ومن يديرها ومتى افتتحت؟"
FROM_LEFT = "It rents laboratories by the month."


def test_what_is_written_from_right_to_left_begins_at_the_right(
    browser: webdriver.Chrome, tmp_path: Path
) -> None:
    document = make_document(f"{FROM_RIGHT}\n\n{FROM_LEFT}\n", title="حديقة العلوم 🏞️")
    cited = [
        make_citation(document, quote, at) for at, quote in enumerate((FROM_RIGHT, FROM_LEFT), 1)
    ]
    answer = Answer(
        status="answered",
        text=f"{FROM_RIGHT} [1]\n\n{FROM_LEFT} [2]\n\n- {FROM_RIGHT} [1]",
        citations=tuple(cited),
    )
    services = make_services(document, answer=answer)
    with serve(make_whole_app(services, tmp_path)) as address:
        page = Page(browser, address, DESKTOP)
        question = (
            "هل تأخذ الحديقة أسهم؟ وما هو SciLifeLab؟ 👩‍🔬 ومن يديرها ومتى افتتحت في المدينة؟"
        )
        page.ask(question)

        def begins_right(selector: str) -> bool:
            left, right = browser.execute_script(MARGINS, selector)
            return bool(right < left)

        assert begins_right(".answer p:first-child")
        assert not begins_right(".answer p:nth-child(2)")
        assert begins_right(".answer li")
        assert (
            browser.execute_script(
                "return getComputedStyle(document.querySelector('.answer ul')).direction"
            )
            == "rtl"
        )
        page.wait(lambda: page.all("#history-list .title"))
        # The end is cut, not the beginning.
        title = page.one("#history-list .title")
        assert title.value_of_css_property("direction") == "rtl"
        assert browser.execute_script(
            "return arguments[0].scrollWidth > arguments[0].clientWidth", title
        )
        page.open("#turn-1 a.marker")
        assert begins_right("#document .text")
        assert page.one("#question textarea").value_of_css_property("unicode-bidi") == "plaintext"

        # A window's title is cut between two characters, not within one.
        page.go()
        page.ask("x" * 79 + "🏞🏞🏞")
        page.wait(lambda: browser.title.startswith("x"))
        assert browser.title.startswith("x" * 79 + "🏞")
