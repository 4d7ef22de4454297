"""One browser and one server of the fakes for the chat page's tests: both are slow to start."""

from collections.abc import Iterator

import pytest
from selenium import webdriver

from tests.browser_ui import open_browser
from tests.fakes_site import make_site_services
from tests.fakes_ui import make_services
from tests.pages_ui import make_whole_app, serve


@pytest.fixture(scope="session")
def browser() -> Iterator[webdriver.Chrome]:
    with open_browser() as driver:
        yield driver


@pytest.fixture(scope="session")
def park_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The whole application over the fakes; each `Page` is another visitor."""
    app = make_whole_app(make_services(), tmp_path_factory.mktemp("park"))
    with serve(app) as address:
        yield address


@pytest.fixture(scope="session")
def site_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same with something on every page, not on the chat's alone."""
    app = make_whole_app(make_site_services(), tmp_path_factory.mktemp("site"))
    with serve(app) as address:
        yield address
