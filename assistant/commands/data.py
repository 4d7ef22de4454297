"""The commands that change or check what is stored: ingest, remove, doctor, config."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from assistant.ingest_report import Finding, IngestEvent, IngestReport, IngestSkip
from assistant.settings import Settings
from assistant.settings_table import describe_settings
from assistant.terminal import Screen, one_line, stderr_console, stdout_screen, waiting

# So many reasons why files were left out are told apart, so that one line says it.
_MOST_REASONS = 4


def run_ingest(settings: Settings, locations: Sequence[str], *, prune: bool, as_json: bool) -> bool:
    """Take documents in; give whether every one of them could be read."""
    # Here, not above: `--help` must not wait for what this loads.
    from assistant.bootstrap import open_builder

    with ExitStack() as stack:
        with waiting("Loading…"):
            service = stack.enter_context(open_builder(settings))
        on_event = stack.enter_context(_progress())
        report = service.ingest(locations, prune=prune, on_event=on_event)
    if as_json:
        print(json.dumps(asdict(report), indent=2))  # noqa: T201  the result itself, unwrapped
    else:
        print_report(stdout_screen(), report)
    return not report.failures


def run_remove(settings: Settings, document_id: str) -> None:
    """Remove one document."""
    from assistant.bootstrap import open_builder

    with waiting("Removing…"), open_builder(settings) as service:
        service.remove(document_id)
    stdout_screen().say(f"Removed {document_id}.")


def run_doctor(settings: Settings, *, repair: bool) -> bool:
    """Check what is stored; give whether all is well."""
    from assistant.bootstrap import doctor

    with waiting("Checking…"):
        findings: tuple[Finding, ...] = doctor(settings, repair=repair)
    screen = stdout_screen()
    for finding in findings:
        mark, style = ("ok  ", "green") if finding.ok else ("FAIL", "red")
        screen.say(f"{mark} {finding.name}: {one_line(finding.message)}", style=style)
    return all(finding.ok for finding in findings)


def run_config(settings: Settings) -> None:
    """Show the settings in force and where each comes from."""
    rows = [
        (setting.name, setting.value, setting.origin, setting.description)
        for setting in describe_settings(settings)
    ]
    stdout_screen().rows(("setting", "value", "from", "meaning"), rows)


def print_report(screen: Screen, report: IngestReport) -> None:
    """Print what came of an ingest, failures last with their reasons."""
    screen.say(
        f"{report.added} added, {report.replaced} replaced, {report.unchanged} unchanged, "
        f"{report.removed} removed, {len(report.failures)} failed; "
        f"{report.passages} passages in {report.seconds:.1f} seconds."
    )
    if report.skipped:
        screen.say(_left_out(report.skipped))
    for failure in report.failures:
        screen.say(f"failed: {one_line(failure.source)}: {one_line(failure.reason)}", style="red")


def _left_out(skipped: Sequence[IngestSkip]) -> str:
    """Count the files that were left out by reason, the most frequent first."""
    counts = Counter(one_line(skip.reason) for skip in skipped).most_common()
    reasons = [f"{reason} ({count})" for reason, count in counts[:_MOST_REASONS]]
    if rest := sum(count for _, count in counts[_MOST_REASONS:]):
        reasons.append(f"other reasons ({rest})")
    files = "1 file was" if len(skipped) == 1 else f"{len(skipped)} files were"
    return f"{files} left out: {', '.join(reasons)}."


@contextmanager
def _progress() -> Iterator[Callable[[IngestEvent], None]]:
    """Show a bar on stderr; in a pipe, only what fails is said, when it is all over."""
    if not sys.stderr.isatty():
        yield lambda _event: None
        return
    columns = (
        TextColumn("{task.fields[source]}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=stderr_console(), transient=True) as progress:
        task = progress.add_task("", total=None, source="Looking…")

        def on_event(event: IngestEvent) -> None:
            source = one_line(event.source)[-40:]
            progress.update(task, completed=event.done, total=event.total, source=source)

        yield on_event
