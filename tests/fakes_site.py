"""Every page with something on it, beside the chat; for tests that go through all of them."""

from dataclasses import replace

from tests.fakes_approved import draft, memory_approved
from tests.fakes_ecosystem import FixedMaps, ecosystem_of
from tests.fakes_ui import FakeInsights, FakeServices, make_services
from tests.insights_turns import ask, declined, disliked, summary

PAGES = (
    "/map",
    "/map?view=list",
    "/documents",
    "/documents?add=1",
    "/insights",
    "/insights/approved",
    "/insights/approved/new",
)
"""The addresses of the pages beside the chat."""


def make_site_services() -> FakeServices:
    """Put fakes together that have something to show on each page."""
    approved = memory_approved()
    approved.add(draft())
    cited = {"park": "Munsjö Science Park"}
    asked = (
        *declined("Who funds the old mill of Munsjö?", times=3, nearest=cited),
        *declined("When is the sauna of the association open?"),
        *disliked("Does the park take equity in its tenants?", "It is wrong."),
        *ask("When did Munsjö Science Park open its doors?", times=4, cited=cited),
    )
    insights = FakeInsights(asked=asked, documents=(summary("park", "Munsjö Science Park"),))
    maps = FixedMaps(ecosystem_of(30))
    return replace(make_services(), approved=approved, insights=insights, ecosystem=maps)
