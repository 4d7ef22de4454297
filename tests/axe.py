"""Runs axe-core in a page of the browser, against WCAG 2.1 A and AA."""

import json
from importlib.resources import files

from tests.browser_ui import Page

_AXE = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
_RUN = """
const done = arguments[1];
axe.run(document, {runOnly: {type: "tag", values: arguments[0]}, resultTypes: ["violations"]})
  .then((found) => done(JSON.stringify(found.violations.map((violation) =>
    [violation.id, violation.help, violation.nodes.slice(0, 3).map((node) => node.html)]))));
"""


def violations(page: Page) -> list[object]:
    """Give what axe-core finds wrong with a page as it is."""
    page.driver.execute_script(_AXE)
    found: list[object] = json.loads(page.driver.execute_async_script(_RUN, _TAGS))
    return found
