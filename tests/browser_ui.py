"""The chat page in a real browser, by what a visitor does and sees; for the end-to-end tests."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
DRIVER = shutil.which("chromedriver")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
)  # fmt: skip
DESKTOP, PHONE = (1280, 860), (390, 844)
SECONDS = 30

# How often a wait looks; a look takes some five milliseconds, and a page a tenth of a second.
_LOOK_SECONDS = 0.05

NEEDS_BROWSER = pytest.mark.skipif(
    BROWSER is None or DRIVER is None,
    reason="Chromium or chromedriver is missing: apt-get install chromium chromium-driver",
)


@contextmanager
def open_browser(preferences: Mapping[str, int] | None = None) -> Iterator[webdriver.Chrome]:
    """Start a browser, with settings other than its own if told, and end it."""
    options = webdriver.ChromeOptions()
    options.add_experimental_option("prefs", dict(preferences or {}))
    options.binary_location = str(BROWSER)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    for flag in FLAGS:
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))
    try:
        yield driver
    finally:
        driver.quit()


class Page:
    """The page in the browser, by what a visitor does and sees."""

    def __init__(
        self,
        driver: webdriver.Chrome,
        address: str,
        size: tuple[int, int],
        *,
        language: str = "en",
    ) -> None:
        self.driver = driver
        self.address = address
        self.resize(size)
        self.prefer("light")
        self.log("browser")
        self.log("performance")
        self._arrive(language)

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window as wide and high as `size` says; narrow ones are phones."""
        width, height = size
        self.width = width
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def _arrive(self, language: str) -> None:
        """Open the page as a visitor who was never here; nothing else of the site is loaded."""
        run = self.driver.execute_cdp_cmd
        run("Network.clearBrowserCookies", {})
        place = urlsplit(self.address)
        site = f"{place.scheme}://{place.hostname}:{place.port}"
        run("Network.setCookie", {"url": site, "name": "assistant_language", "value": language})
        # A blank page has no storage, and says so with an error.
        forget = "try { localStorage.clear(); sessionStorage.clear(); } catch {}"
        first = run("Page.addScriptToEvaluateOnNewDocument", {"source": forget})
        self.go()
        run("Page.removeScriptToEvaluateOnNewDocument", first)

    def go(self, path: str = "/") -> None:
        """Open an address of the page and wait until it is ready; a hash alone loads it anew."""
        self.driver.get("about:blank")
        self.driver.get(f"{self.address}{path}")
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        self.wait(lambda: self.all("body.ready"))

    def log(self, kind: str) -> list[dict[str, object]]:
        """What the browser noted of a kind since the last look."""
        entries: list[dict[str, object]] = self.driver.get_log(kind)  # type: ignore[no-untyped-call]  # selenium
        return entries

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def wait(self, happened: Callable[[], object]) -> None:
        # An element may be drawn anew while it is looked at.
        redrawn = (StaleElementReferenceException, NoSuchElementException)
        waiting = WebDriverWait(self.driver, SECONDS, _LOOK_SECONDS, ignored_exceptions=redrawn)
        waiting.until(lambda _: happened())

    def prefer(self, scheme: str) -> None:
        """Ask for light or dark, and for no motion, so that nothing moves under a click."""
        wishes = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
        features = [{"name": name, "value": value} for name, value in wishes.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def click(self, selector: str) -> None:
        """Bring something to the middle of the window and click it."""
        element = self.one(selector)
        script = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})"
        self.driver.execute_script(script, element)
        element.click()

    def ask(self, question: str, *, ending: str = Keys.ENTER) -> None:
        """Type a question, send it, and wait until it is answered."""
        number = len(self.all(".turn")) + 1
        self.one("#question textarea").send_keys(question + ending)
        if not ending:
            self.one("#send").click()
        self.wait_for_turn(number)

    def wait_for_turn(self, number: int) -> None:
        done = f"#turn-{number}.dressed, #turn-{number} .failed"
        self.wait(lambda: self.all(done))

    def open(self, selector: str) -> None:
        """Click something that opens a document, and wait for its mark."""
        self.click(selector)
        self.wait(lambda: self.all("#document mark"))

    def is_in_view(self, selector: str) -> bool:
        script = """const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return box.top >= 0 && box.bottom <= window.innerHeight && box.width > 0;"""
        return bool(self.driver.execute_script(script, selector))

    def has_sideways_scroll(self) -> bool:
        # A phone makes its window as wide as what overflows, so that one tells nothing.
        script = "return document.documentElement.scrollWidth"
        return int(self.driver.execute_script(script)) > self.width

    def complaints(self) -> list[str]:
        """What the browser wrote to its console."""
        return [str(entry["message"]) for entry in self.log("browser")]

    def requested(self) -> set[str]:
        """The addresses that were asked for since the page was opened."""
        messages = [json.loads(str(e["message"]))["message"] for e in self.log("performance")]
        return {
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        }


# WCAG 2.2, 1.4.3: 4.5 to 1 for text of normal size, measured on every visible text of the page.
CONTRAST = """
const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const rgba = (colour) => {
  canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
  .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
const ground = (element) => {
  for (let e = element; e; e = e.parentElement) {
    const colour = rgba(getComputedStyle(e).backgroundColor);
    if (colour[3] > 250) return colour;
  }
  return rgba(getComputedStyle(document.documentElement).backgroundColor);
};
const low = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  const text = walker.currentNode.textContent.trim();
  const hidden = element.closest(".sr-only, #status, #opened, script, style, noscript");
  if (!text || hidden || !element.getClientRects().length) continue;
  const [a, b] = [light(rgba(getComputedStyle(element).color)), light(ground(element))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) low.push(`${ratio.toFixed(2)} ${element.className}: ${text.slice(0, 40)}`);
}
return low;
"""
