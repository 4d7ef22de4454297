"""The map's page in a real browser: seen, moved, searched, filtered, read, with hostile names."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from assistant.api.headers import SecurityHeaders
from assistant.ecosystem.model import EcosystemMap
from tests.axe import violations
from tests.browser_ui import CONTRAST, DESKTOP, NEEDS_BROWSER, PHONE, SECONDS, Page
from tests.fakes_ecosystem import FixedMaps, SlowMaps, ecosystem_of, renamed
from tests.pages_ui import serve
from tests.payloads_ui import PAYLOADS
from ui.assets import OwnFiles
from ui.ecosystem.serving import add_map_pages

pytestmark = NEEDS_BROWSER

# What of the names that are written in the picture overlaps, and what of them is cut off from view.
OVERLAPS = """
const boxes = [...document.querySelectorAll(".node .label")]
  .filter((label) => getComputedStyle(label).visibility === "visible"
    && label.closest(".node").getClientRects().length && label.textContent)
  .map((label) => [label.textContent, label.getBoundingClientRect()]);
const found = [];
boxes.forEach(([name, a], at) => boxes.slice(at + 1).forEach(([other, b]) => {
  const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (x > 0.5 && y > 0.5) found.push(`${name} / ${other}`);
}));
return [boxes.length, found];
"""

# The names that are not whole within the picture.
CUT = """
const frame = document.getElementById("picture").getBoundingClientRect();
return [...document.querySelectorAll(".node .label")]
  .filter((label) => getComputedStyle(label).visibility === "visible" && label.textContent)
  .filter((label) => {
    const box = label.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
  })
  .map((label) => label.textContent);
"""

# How much of the picture's width and of its height the marks that are shown span.
SPANNED = """
const frame = document.getElementById("picture").getBoundingClientRect();
const boxes = [...document.querySelectorAll(".node:not(.off) .shape")]
  .map((mark) => mark.getBoundingClientRect());
const span = (low, high) =>
  Math.max(...boxes.map((box) => box[high])) - Math.min(...boxes.map((box) => box[low]));
return [span("left", "right") / frame.width, span("top", "bottom") / frame.height];
"""

# The elements and attributes of the picture as it is saved.
SAVED = """
const done = arguments[0];
const script = document.querySelector("script[src*='map.js']").src.replace("map.js", "map-save.js");
import(script).then((it) => {
  const saved = it.picture_of(document.getElementById("picture"));
  const every = [...new DOMParser().parseFromString(saved, "image/svg+xml").querySelectorAll("*")];
  const names = every.flatMap((each) => [...each.attributes].map((one) => one.name));
  done([[...new Set(every.map((each) => each.tagName))], [...new Set(names)]]);
});
"""


def map_app(ecosystem: EcosystemMap) -> FastAPI:
    app = FastAPI()
    # However busy the machine is, the picture is there.
    add_map_pages(app, FixedMaps(ecosystem), patience_seconds=SECONDS)
    app.mount("/ui", OwnFiles())
    app.add_middleware(SecurityHeaders)
    return app


@pytest.fixture(scope="module", params=[40, 400])
def sized(request: pytest.FixtureRequest) -> Iterator[str]:
    with serve(map_app(ecosystem_of(request.param))) as address:
        yield address


@pytest.fixture(scope="module")
def small() -> Iterator[str]:
    with serve(map_app(ecosystem_of(40))) as address:
        yield address


class MapPage(Page):
    """The map's page, by what a visitor does and sees."""

    def go(self, path: str = "/map") -> None:
        self.driver.get(f"{self.address}{path}")
        self.wait_until_ready()

    def leads_to(self, selector: str) -> str:
        return self.one(selector).get_attribute("href") or ""

    def wait_until_ready(self) -> None:
        self.wait(lambda: self.all(".map-page.scripted, .map-page .empty"))


def opened(
    browser: webdriver.Chrome,
    address: str,
    path: str = "/map",
    size: tuple[int, int] = DESKTOP,
) -> MapPage:
    page = MapPage(browser, address, size)
    if path != "/map":
        page.go(path)
    return page


def named(page: Page) -> int:
    count, overlaps = page.driver.execute_script(OVERLAPS)
    assert overlaps == []
    return int(count)


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_names_never_overlap_and_more_come_as_one_zooms_in(
    browser: webdriver.Chrome, sized: str, size: tuple[int, int]
) -> None:
    page = opened(browser, sized, size=size)
    from_afar = named(page)
    assert from_afar >= 6
    for _ in range(3):
        page.click("#zoom-in")
        named(page)
    page.click("#zoom-fit")
    assert named(page) == from_afar
    assert not page.has_sideways_scroll()
    assert page.complaints() == []
    assert [url for url in page.requested() if not url.startswith(f"{sized}/")] == []


def test_nobody_having_moved_it_the_picture_is_whole_in_any_window(
    browser: webdriver.Chrome, small: str
) -> None:
    page = opened(browser, small)
    page.resize((1500, 900))
    page.wait(lambda: page.driver.execute_script(CUT) == [])
    page.resize((1000, 700))
    page.wait(lambda: page.driver.execute_script(CUT) == [])
    for _ in range(3):
        page.click("#zoom-in")
    cut = page.driver.execute_script(CUT)
    page.resize((1010, 700))
    assert cut
    assert page.driver.execute_script(CUT) != []


def test_the_picture_fills_its_frame_and_strays_come_when_asked_for(
    browser: webdriver.Chrome, sized: str
) -> None:
    page = opened(browser, sized)
    # Names stand in what is left.
    assert max(page.driver.execute_script(SPANNED)) > 0.8
    assert min(page.driver.execute_script(SPANNED)) > 0.6
    strays = len(page.all(".node.stray"))
    assert strays
    if page.one("input[name=strays]").is_selected():
        page.click("input[name=strays]")
    assert page.all(".node.stray:not(.off)") == []
    page.click("input[name=strays]")
    assert len(page.all(".node.stray:not(.off)")) == strays
    assert max(page.driver.execute_script(SPANNED)) > 0.8
    assert page.driver.execute_script(CUT) == []


def test_the_picture_fills_its_frame_before_anything_tells_its_size(
    browser: webdriver.Chrome, small: str
) -> None:
    deaf = {"source": "window.ResizeObserver = class { observe() {} };"}
    added = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", deaf)
    try:
        page = opened(browser, small)
        assert max(page.driver.execute_script(SPANNED)) > 0.8
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


def test_a_stray_that_is_hidden_is_shown_when_it_is_found(
    browser: webdriver.Chrome, sized: str
) -> None:
    page = opened(browser, sized)
    if page.one("input[name=strays]").is_selected():
        page.click("input[name=strays]")
    name = page.all(".node.stray")[-1].get_attribute("data-name")
    assert name
    page.one("#find").send_keys(name + Keys.ENTER)
    page.wait(lambda: page.one("#about h2").text == name)
    assert page.is_in_view(".node.chosen .shape")
    assert page.one("input[name=strays]").is_selected()


def test_a_click_opens_what_is_known_and_a_name_there_leads_on(
    browser: webdriver.Chrome, small: str
) -> None:
    page = opened(browser, small)
    hub = page.all(".node")[-1]
    name = hub.get_attribute("data-name")
    hub.click()
    page.wait(lambda: page.one("#about h2").text == name)
    assert page.all("#about blockquote")
    assert page.leads_to("#about .button").startswith(f"{small}/?q=What+is+")
    assert "/documents/document-node-" in page.leads_to("#about figcaption a")
    other = page.one("#about .other").text
    page.click("#about .other")
    page.wait(lambda: page.one("#about h2").text == other)
    assert page.one(".node.chosen").get_attribute("data-name") == other
    assert "node=" in page.driver.current_url


def test_the_keyboard_goes_from_node_to_node_and_opens_one(
    browser: webdriver.Chrome, small: str
) -> None:
    page = opened(browser, small)
    assert len(page.all(".node[tabindex='0']")) == 1
    page.driver.execute_script("document.querySelector(\".node[tabindex='0']\").focus()")
    active = page.driver.switch_to.active_element
    first = active.get_attribute("data-id")
    active.send_keys(Keys.ARROW_LEFT)
    active = page.driver.switch_to.active_element
    assert active.get_attribute("data-id") != first
    name = active.get_attribute("data-name")
    assert page.all(".lighting .node.lit")
    active.send_keys(Keys.ENTER)
    page.wait(lambda: page.one("#about h2").text == name)


def test_the_mouse_moves_and_zooms_the_picture_without_opening_anything(
    browser: webdriver.Chrome, small: str
) -> None:
    page = opened(browser, small)
    world = page.one("#world")
    before = world.get_attribute("transform")
    frame = page.one("#picture")
    ActionChains(browser).move_to_element_with_offset(
        frame, -150, 100
    ).click_and_hold().move_by_offset(90, -40).release().perform()
    moved = world.get_attribute("transform")
    assert moved != before
    browser.execute_script(
        "arguments[0].dispatchEvent(new WheelEvent('wheel',"
        "{deltaY: -300, clientX: 400, clientY: 500, bubbles: true, cancelable: true}))",
        frame,
    )
    assert world.get_attribute("transform") != moved
    assert page.all("#about h2") == []


def test_kinds_and_ties_are_switched_off_and_on(browser: webdriver.Chrome, small: str) -> None:
    page = opened(browser, small)
    every = len(page.all(".node:not(.off)"))
    page.click("input[name=kind][value=funder]")
    assert len(page.all(".node:not(.off)")) < every
    assert page.all(".k-funder:not(.off).node") == []
    page.click("input[name=relation][value=together]")
    assert page.all(".tie.r-together:not(.off)") == []
    page.click("input[name=kind][value=funder]")
    assert len(page.all(".node:not(.off)")) == every


def test_names_are_found_one_after_the_other(browser: webdriver.Chrome, small: str) -> None:
    page = opened(browser, small)
    wanted = page.all(".node")[0].get_attribute("data-name")
    assert wanted
    page.one("#find").send_keys(wanted.upper() + Keys.ENTER)
    page.wait(lambda: page.one("#about h2").text == wanted)
    assert page.one("#found").text == f"1 of 1 found: {wanted}"
    assert page.is_in_view(".node.chosen .shape")
    # The box keeps the focus, and Enter goes on to the next.
    page.one("#find").clear()
    page.one("#find").send_keys("pàrk" + Keys.ENTER)
    count = len(page.all(".node.found"))
    assert count > 1
    assert page.one("#found").text.startswith(f"1 of {count} found: ")
    page.driver.switch_to.active_element.send_keys(Keys.ENTER)
    assert page.one("#found").text.startswith(f"2 of {count} found: ")
    page.click("#find-previous")
    page.click("#find-previous")
    assert page.one("#found").text.startswith(f"{count} of {count} found: ")
    chosen = page.one(".node.chosen").get_attribute("data-name")
    page.wait(lambda: page.one("#about h2").text == chosen)
    # Of a kind that is switched off, it is shown all the same.
    page.click("input[name=kind][value=support]")
    page.click("#find-next")
    assert page.is_in_view(".node.chosen .shape")
    assert violations(page) == []
    page.one("#find").clear()
    page.one("#find").send_keys("nobody at all" + Keys.ENTER)
    page.wait(lambda: "Nothing on the map" in page.one("#about").text)
    assert page.one("#found").text == "Nothing on the map is called “nobody at all”."
    assert page.all(".node.found") == []


def test_the_picture_is_saved_as_a_file_that_holds_no_script_and_no_address(
    browser: webdriver.Chrome, hostile: str
) -> None:
    page = opened(browser, hostile)
    tags, attributes = page.driver.execute_async_script(SAVED)
    assert {"svg", "path", "text"} <= set(tags) <= {
        "svg", "rect", "g", "path", "text", "tspan", "title",
    }  # fmt: skip
    assert not {name for name in attributes if name.startswith(("on", "href", "data-", "class"))}
    assert page.complaints() == []


def test_while_the_map_is_drawn_the_page_waits_and_then_shows_it(
    browser: webdriver.Chrome,
) -> None:
    maps = SlowMaps(ecosystem=ecosystem_of(12))
    app = FastAPI()
    add_map_pages(app, maps, patience_seconds=0.05)
    app.mount("/ui", OwnFiles())
    app.add_middleware(SecurityHeaders)
    with serve(app) as address:
        page = opened(browser, address)
        assert "The map is being drawn." in page.one("[role=status]").text
        assert violations(page) == []
        maps.may_go_on.set()
        page.wait(lambda: page.all(".node"))
        assert page.complaints() == []


def test_hovering_lights_the_neighbourhood(browser: webdriver.Chrome, small: str) -> None:
    page = opened(browser, small)
    hub = page.all(".node")[-1]
    ActionChains(browser).move_to_element(hub.find_element("css selector", ".shape")).perform()
    page.wait(lambda: page.all("#picture.lighting"))
    assert len(page.all(".node.lit")) > 2
    assert len(page.all(".tie.lit")) > 1
    named(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/map?node=node-0", "/map?view=list&node=node-0"])
def test_every_text_has_enough_contrast(
    browser: webdriver.Chrome, small: str, scheme: str, path: str
) -> None:
    page = opened(browser, small, path)
    page.prefer(scheme)
    assert page.driver.execute_script(CONTRAST) == []


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")])
@pytest.mark.parametrize("path", ["/map", "/map?node=node-0", "/map?view=list&node=node-0"])
def test_axe_finds_nothing_wrong(
    browser: webdriver.Chrome, small: str, size: tuple[int, int], scheme: str, path: str
) -> None:
    page = opened(browser, small, path, size)
    page.prefer(scheme)
    for summary in page.all(".node-list summary")[:2]:
        summary.click()
    assert violations(page) == []


def test_the_list_opens_an_entry_and_shows_all_of_it_beside(
    browser: webdriver.Chrome, small: str
) -> None:
    page = opened(browser, small, "/map?view=list&sort=ties")
    page.click(".node-list summary")
    assert page.one(".node-list [open] blockquote").text
    page.click(".node-list [open] a[data-node]")
    name = page.one(".node-list .name").text
    page.wait(lambda: page.one("#about h2").text == name)


@pytest.fixture(scope="module")
def hostile() -> Iterator[str]:
    with serve(map_app(renamed(ecosystem_of(len(PAYLOADS)), PAYLOADS))) as address:
        yield address


@pytest.mark.parametrize(
    ("path", "links"), [("/map", ".node"), ("/map?view=list", ".node-list a[data-node]")]
)
def test_hostile_names_run_nothing_and_load_nothing(
    browser: webdriver.Chrome, hostile: str, path: str, links: str
) -> None:
    page = opened(browser, hostile, path)
    click = "arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))"
    page.driver.execute_script(click, page.all(links)[-1])
    page.wait(lambda: page.all("#about h2"))
    assert page.complaints() == []
    assert [url for url in page.requested() if not url.startswith(f"{hostile}/")] == []


def test_without_anything_to_show_the_page_says_what_to_do(browser: webdriver.Chrome) -> None:
    with serve(map_app(EcosystemMap())) as address:
        page = opened(browser, address)
        assert "nothing to draw yet" in page.one(".empty").text
        assert page.complaints() == []
