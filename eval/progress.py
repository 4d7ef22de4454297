"""Progress bars on a terminal; the commands' work knows only functions to call."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

OnProgress = Callable[[int, int], None]
"""Told how much is done, and of how much."""


def no_progress(_done: int, _total: int) -> None:
    """Show nothing."""


@contextmanager
def progress_on(console: Console) -> Iterator[Progress]:
    """Show progress while the block runs."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        yield progress


def add_bar(progress: Progress, description: str) -> OnProgress:
    """Give what moves a bar of its own, which shows once there is something to show."""
    task = progress.add_task(description, total=None, visible=False)
    return lambda done, total: progress.update(task, completed=done, total=total, visible=True)
