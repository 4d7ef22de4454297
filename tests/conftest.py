"""Marks tests by their folder, and gives each a clean environment without network."""

import os
from pathlib import Path

import pytest

_FOLDERS = ("unit", "integration", "e2e")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each test the marker of the folder it lies in."""
    here = Path(__file__).parent
    for item in items:
        # What lies elsewhere is an example in a docstring.
        folder = item.path.relative_to(here).parts[0] if here in item.path.parents else "unit"
        if folder in _FOLDERS:
            item.add_marker(folder)


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the settings of whoever runs the tests, and keep model hubs out of reach."""
    for name in list(os.environ):
        if name.upper().startswith("ASSISTANT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
