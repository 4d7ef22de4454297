"""Marks tests by their folder, says which run together, and gives each a clean environment."""

import os
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.scheduler import LoadFileScheduling

# Slowest first, so that two processes end at about the same time.
_FOLDERS = ("e2e", "integration", "unit")

# How fast something is, is measured apart: a busy machine is no defect of what is tested.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# As many as the smallest machine that is usual for this has cores. More would each load the models.
_PROCESSES = 2


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run all tests in two processes; where some are named, starting another costs more."""
    runs_all = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    return min(_PROCESSES, os.cpu_count() or 1) if runs_all else 0


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Keep a file's tests in one process, and those of `e2e`, which share a browser."""
    scheduler = LoadFileScheduling(config, log)
    scheduler._split_scope = _what_goes_together
    return scheduler


def _what_goes_together(nodeid: str) -> str:
    return "e2e" if nodeid.startswith("tests/e2e/") else nodeid.split("::", 1)[0]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each test the marker of the folder it lies in, and begin with the slow folders."""
    for item in items:
        item.add_marker(_folder_of(item))
    items.sort(key=lambda item: _FOLDERS.index(_folder_of(item)))


def _folder_of(item: pytest.Item) -> str:
    here = Path(__file__).parent
    # What lies elsewhere is an example in a docstring.
    return item.path.relative_to(here).parts[0] if here in item.path.parents else "unit"


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the settings of whoever runs the tests, and keep model hubs out of reach."""
    for name in list(os.environ):
        if name.upper().startswith("ASSISTANT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
