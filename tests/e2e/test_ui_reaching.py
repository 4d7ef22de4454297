"""Every page beside the chat with keys alone, with a finger, and in the colours of the system."""

import base64
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.browser_ui import DESKTOP, NEEDS_BROWSER, PHONE, Page
from tests.fakes_site import PAGES

pytestmark = NEEDS_BROWSER

# What takes keys on a page. Of a picture's names one at a time does; arrows move between them.
REACHABLE = """
return [...document.querySelectorAll(
  "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
  .filter((one) => !one.disabled && one.checkVisibility({visibilityProperty: true}))
  .filter((one) => one.tabIndex >= 0)
  .map((one, at) => { one.dataset.reached ??= ""; return at; }).length;
"""
# Marks what has the focus as reached; tells its name, and what is wrong with how it is shown.
LOOK = """
const one = document.activeElement;
if (one === document.body || one.dataset.reached === "yes") return null;
one.dataset.reached = "yes";
const [style, box] = [getComputedStyle(one), one.getBoundingClientRect()];
const ring = one.querySelector(".ring");
const wrong = [];
if (style.outlineStyle === "none" && !(ring && getComputedStyle(ring).stroke !== "none"))
  wrong.push("no outline");
if (box.height < innerHeight && (box.top < -1 || box.bottom > innerHeight + 1))
  wrong.push(`out of view ${box.top}`);
const under = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
if (under?.closest(".masthead") && !one.closest(".masthead, .skip")) wrong.push("covered");
return [one.outerHTML.slice(0, 80), wrong.join(", ")];
"""
UNREACHED = """return [...document.querySelectorAll("[data-reached='']")]
  .map((one) => one.outerHTML.slice(0, 80));"""


@dataclass(kw_only=True)
class Walker:
    """Goes through a page with the keyboard alone."""

    page: Page

    def press(self, *keys: str) -> None:
        ActionChains(self.page.driver).send_keys(*keys).perform()

    def walk(self, path: str) -> list[str]:
        """Tab through a page to its end; gives what is wrong with it."""
        run = self.page.driver.execute_script
        self.page.driver.get(f"{self.page.address}{path}")
        self.page.wait(lambda: self.page.all("main h1"))
        count = run(REACHABLE)
        wrong = []
        # A date has a stop for each of its parts.
        for _ in range(count + 10):
            self.press(Keys.TAB)
            seen = run(LOOK)
            if seen and seen[1]:
                wrong.append(f"{path}: {seen[1]}: {seen[0]}")
            if not run(UNREACHED):
                return wrong
        return [*wrong, *(f"{path}: not reached: {one}" for one in run(UNREACHED))]


def test_each_page_is_walked_through_with_keys_alone(
    browser: webdriver.Chrome, site_address: str
) -> None:
    page = Page(browser, site_address, DESKTOP)
    walker = Walker(page=page)
    assert [wrong for path in PAGES for wrong in walker.walk(path)] == []


def test_a_dialog_is_left_with_escape_and_the_focus_goes_back(
    browser: webdriver.Chrome, site_address: str
) -> None:
    page = Page(browser, site_address, DESKTOP)
    walker = Walker(page=page)
    for path, opener in (
        ("/documents/id%20of%20Munsj%C3%B6%20Science%20Park", "[data-remove]"),
        ("/insights/approved", "[data-delete]"),
    ):
        browser.get(f"{site_address}{path}")
        page.wait(lambda opener=opener: page.one(opener).is_displayed())  # type: ignore[misc]
        browser.execute_script("arguments[0].focus()", page.one(opener))
        walker.press(Keys.ENTER)
        page.wait(lambda: page.all("dialog[open]"))
        inside = "return document.querySelector('dialog').contains(document.activeElement)"
        for _ in range(2):
            assert browser.execute_script(inside)
            walker.press(Keys.TAB)
        walker.press(Keys.ESCAPE)
        page.wait(lambda: not page.all("dialog[open]"))
        assert browser.switch_to.active_element == page.one(opener)


# WCAG 2.2, 2.5.8: 24 by 24 pixels, but for links within a sentence; a label is part of its box.
SMALL = """
const box = (one) => (one.type === "checkbox" ? one.closest("label") : one).getBoundingClientRect();
const isInText = (one) => one.localName === "a" && !one.matches("h2 > a, h3 > a")
  && [...one.parentElement.childNodes].some((each) => each.nodeType === 3 && each.data.trim());
return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")]
  .filter((one) => one.checkVisibility({visibilityProperty: true}))
  .filter((one) => !one.closest("svg, thead, .skip"))
  .filter((one) => !isInText(one) && Math.min(box(one).width, box(one).height) < 24)
  .map((one) => `${Math.round(box(one).width)} x ${Math.round(box(one).height)} ${one.outerHTML}`);
"""


def test_what_is_pressed_on_a_phone_is_large_enough_for_a_finger(
    browser: webdriver.Chrome, site_address: str
) -> None:
    page = Page(browser, site_address, PHONE)
    for path in PAGES:
        browser.get(f"{site_address}{path}")
        page.wait(lambda: page.all("main h1"))
        for summary in page.all("main details:not([open]) > summary")[:3]:
            browser.execute_script("arguments[0].click()", summary)
        assert browser.execute_script(SMALL) == [], path
    page.go()
    page.ask("Does it?")
    # The number of a citation stands in the text, and takes presses around it.
    beside = """const box = document.querySelector("#turn-1 a.marker").getBoundingClientRect();
        return document.elementFromPoint(box.x + box.width / 2, box.bottom + 4).className;"""
    assert browser.execute_script(beside) == "marker"


def test_nothing_is_lost_where_the_system_chooses_the_colours(
    browser: webdriver.Chrome, site_address: str
) -> None:
    page = Page(browser, site_address, DESKTOP)
    forced = [{"name": "forced-colors", "value": "active"}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": forced})
    try:
        page.ask("Does it?")
        page.click("#turn-1 [data-do=up]")
        page.wait(lambda: page.one("#turn-1 .actions .said").text)
        for selector in ("#turn-1 .question", "#send"):
            assert page.one(selector).value_of_css_property("border-top-style") == "solid"
        browser.execute_script("document.activeElement.blur()")
        for selector in ("#turn-1 [data-do=up]", "nav [aria-current]"):
            assert page.one(selector).value_of_css_property("outline-style") == "solid", selector
        assert page.one("#composer").value_of_css_property("background-image") == "none"
        browser.get(f"{site_address}/insights")
        chosen = page.one(".periods [aria-current]")
        assert chosen.value_of_css_property("outline-style") == "solid"
    finally:
        page.prefer("light")


def test_the_map_is_whole_on_paper_with_what_its_shapes_mean(
    browser: webdriver.Chrome, site_address: str
) -> None:
    page = Page(browser, site_address, DESKTOP)
    browser.get(f"{site_address}/map")
    page.wait(lambda: page.all("#picture .named"))
    paper = {"paperWidth": 8.27, "paperHeight": 11.69}
    printed = browser.execute_cdp_cmd("Page.printToPDF", paper)["data"]
    with pypdfium2.PdfDocument(BytesIO(base64.b64decode(printed))) as document:
        first = document[0]
        text = first.get_textpage()
        rights = [text.get_charbox(at)[2] for at in range(text.count_chars())]
        # The margins are 0.4 inches.
        assert max(rights) <= first.get_width() - 0.4 * 72 + 1
        assert "Funders and foundations" in text.get_text_range()
        assert "Choose something" not in text.get_text_range()
