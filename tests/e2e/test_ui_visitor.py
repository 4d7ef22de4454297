"""A visitor is known again, also when a link on another site brings them here."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from pydantic import SecretStr
from selenium.webdriver.common.by import By

from assistant.api.visitors import COOKIE
from assistant.settings import Settings
from tests.browser_ui import DESKTOP, NEEDS_BROWSER, SECONDS, Page, open_browser
from tests.fakes_site import PAGES, make_site_services
from tests.fakes_ui import make_services
from tests.pages_ui import make_whole_app, serve

pytestmark = [NEEDS_BROWSER, pytest.mark.timeout(4 * SECONDS)]


def elsewhere(address: str) -> FastAPI:
    """Make a page of another site that links to ours."""
    app = FastAPI()

    @app.get("/")
    def page() -> HTMLResponse:
        return HTMLResponse(f'<a href="{address}/docs">Ask the assistant</a>')

    return app


def test_a_link_on_another_site_does_not_make_a_visitor_a_stranger(tmp_path: Path) -> None:
    app = make_whole_app(make_services(), tmp_path)
    with serve(app) as here, serve(elsewhere(here)) as there, open_browser() as driver:
        driver.get(f"{here}/docs")
        before = driver.get_cookie(COOKIE)
        assert before is not None
        assert before["httpOnly"]

        # To the browser, another name of this machine is another site.
        driver.get(there.replace("127.0.0.1", "localhost"))
        driver.find_element(By.TAG_NAME, "a").click()
        assert driver.current_url.startswith(here)

        after = driver.get_cookie(COOKIE)
        assert after is not None
        assert after["value"] == before["value"]


def test_a_key_in_the_address_opens_every_page_and_is_gone_from_it(tmp_path: Path) -> None:
    key = "key-of-32-characters-for-visitors"
    settings = Settings(api_keys=(SecretStr(key),))
    app = make_whole_app(make_site_services(), tmp_path, settings=settings)
    with serve(app) as here, open_browser() as driver:
        # As a visitor who bookmarked it does.
        with_key = here.replace("//", f"//me:{key}@")
        page = Page(driver, with_key, DESKTOP)
        page.go("/?q=Does+it+take+equity%3F")
        page.wait_for_turn(1)
        page.wait(lambda: page.all("#history-list li"))
        assert key not in driver.current_url
        for path in PAGES:
            driver.get(f"{with_key}{path}")
            page.wait(lambda path=path: driver.current_url == f"{here}{path}")  # type: ignore[misc]
            page.wait(lambda: page.all("main h1"))
        assert page.complaints() == []
