import pytest

from assistant.commands.data import print_report
from assistant.ingest_report import IngestReport, IngestSkip
from assistant.terminal import stdout_screen


def report(*reasons: str) -> IngestReport:
    skipped = tuple(IngestSkip(source=f"{n}", reason=text) for n, text in enumerate(reasons))
    return IngestReport(
        added=0,
        replaced=0,
        unchanged=0,
        removed=0,
        failures=(),
        passages=0,
        seconds=0.1,
        skipped=skipped,
    )


def lines_after_the_first(capsys: pytest.CaptureFixture[str], *reasons: str) -> list[str]:
    print_report(stdout_screen(), report(*reasons))
    return capsys.readouterr().out.splitlines()[1:]


def test_files_left_out_are_counted_by_reason_on_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    pdf, word = "unreadable format '.pdf'", "unreadable format '.docx'"
    assert lines_after_the_first(capsys) == []
    assert lines_after_the_first(capsys, pdf) == [f"1 file was left out: {pdf} (1)."]
    assert lines_after_the_first(capsys, word, pdf, pdf) == [
        f"3 files were left out: {pdf} (2), {word} (1)."
    ]
    assert lines_after_the_first(capsys, *"aabcdef") == [
        "7 files were left out: a (2), b (1), c (1), d (1), other reasons (2)."
    ]
