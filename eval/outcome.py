"""What is done with an evaluation: it is shown, drawn and held to the baseline."""

from datetime import datetime
from pathlib import Path

from rich.console import Console

from assistant.evidence.calibration import load_calibration
from eval.baseline import BASELINE, find_drops, load_baseline, measure, to_json
from eval.evaluation import Evaluation
from eval.page import write_page
from eval.terminal import show_drops


def write_pictures(outcome: Evaluation, path: Path, console: Console) -> None:
    """Write the page with pictures, or say what it lacks."""
    threshold, now = load_calibration().threshold, datetime.now().astimezone()
    try:
        write_page(outcome, path, threshold=threshold, now=now)
    except ImportError as error:
        say(console, f"No page with pictures: {error.name} is missing; run `make eval` once.")
    else:
        say(console, f"The same with pictures is in {path}.")


def hold_to_baseline(outcome: Evaluation, console: Console, *, update: bool) -> bool:
    """Compare with the baseline, or write it; whether nothing dropped."""
    if update:
        tolerance = load_baseline().tolerance if BASELINE.exists() else None
        BASELINE.write_text(to_json(measure(outcome, tolerance)), encoding="utf-8")
        say(console, f"The new baseline is in {shortest(BASELINE)}.")
        return True
    drops = find_drops(load_baseline(), outcome)
    show_drops(drops, open_console())
    return not drops


def open_console(*, stderr: bool = False) -> Console:
    """Open a terminal that shows text as it is."""
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def shortest(path: Path) -> Path:
    """Give a path below the current folder relative to it: reports then look alike everywhere."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def say(console: Console, text: str) -> None:
    """Print a line, however long."""
    console.print(text, soft_wrap=True)
