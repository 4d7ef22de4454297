"""How long a visitor waits for the first words of an answer, in a real browser.

Serve the documents first, then: `python -m tests.benchmarks.first_words http://127.0.0.1:8000`.
Each question is asked some times, each in a new conversation. What is told is from the key press to
the page: when the question stands there, and when the answer's first words do. Beside it stands
what the assistant itself took; the rest is the page's own.
"""

import json
import statistics
import sys
from dataclasses import dataclass

from selenium.webdriver.common.keys import Keys

from tests.browser_ui import DESKTOP, Page, open_browser

QUESTIONS = (
    "What is NOME?",
    "Who funds CAMP?",
    "Which incubators take no equity?",
    "What is Medicon Village?",
    "Does SmiLe Incubator take equity?",
    "Who are the members of High Level Forum?",
)
ROUNDS = 3

# Notes when the key went down, and when the newest turn and the first words of its answer came.
WATCH = """
window.marks = {};
const note = (name) => { window.marks[name] ??= performance.now(); };
window.addEventListener("keydown", (event) => { if (event.key === "Enter") note("sent"); },
  {capture: true});
new MutationObserver(() => {
  const turn = document.querySelector("#current .turn");
  if (turn) note("question");
  if (turn?.querySelector(".answer, .declined")) note("words");
}).observe(document.getElementById("current"), {childList: true, subtree: true});
"""
TAKEN = """
const done = arguments[0];
const id = window.location.hash.slice(3);
fetch(`/api/v1/conversations/${id}`).then((r) => r.json())
  .then((kept) => done(JSON.stringify(kept.turns.at(-1).timings_ms)));
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waited:
    """Milliseconds from the key press, and what the assistant itself took."""

    question: float
    words: float
    assistant: float


def measure(page: Page, question: str) -> Waited:
    """Ask in a new conversation."""
    page.go()
    page.driver.execute_script(WATCH)
    page.one("#question textarea").send_keys(question + Keys.ENTER)
    page.wait_for_turn(1)
    page.wait(lambda: "#c=" in page.driver.current_url)
    marks = page.driver.execute_script("return window.marks")
    taken = json.loads(page.driver.execute_async_script(TAKEN))
    return Waited(
        question=marks["question"] - marks["sent"],
        words=marks["words"] - marks["sent"],
        assistant=taken["total"],
    )


def main() -> None:
    """Measure and print the medians and the worst."""
    with open_browser() as driver:
        page = Page(driver, sys.argv[1], DESKTOP)
        measure(page, QUESTIONS[0])  # the models and the browser's store of files are warm then
        waited = [measure(page, question) for _ in range(ROUNDS) for question in QUESTIONS]
    for name in ("question", "words", "assistant"):
        values = sorted(getattr(one, name) for one in waited)
        ninth = values[int(len(values) * 0.9)]
        print(  # noqa: T201
            f"{name:10} median {statistics.median(values):4.0f} ms, nine of ten below {ninth:4.0f}"
        )
    own = statistics.median(one.words - one.assistant for one in waited)
    print(f"the page's own part of the wait for words: {own:.0f} ms (median)")  # noqa: T201


if __name__ == "__main__":
    main()
