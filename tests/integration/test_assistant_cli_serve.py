"""`assistant serve` as a process of its own, over the fakes and without pages."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from assistant.api.server import bind_socket, url_of

ROOT = Path(__file__).parents[2]

SCRIPT = """
import sys
from assistant.api import app
from tests.fakes import FakeBootstrap

app.entry_points = lambda group: []
fake = sys.modules["assistant.bootstrap"] = FakeBootstrap()
from assistant.cli import main

try:
    main()
finally:
    notes = fake.recorder
    print("calls", fake.calls, "announced", notes.announced, "closed", notes.closed)
"""


@contextmanager
def serving(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, "serve", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # As in a service: what is printed must arrive without Python's help.
        env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_serve_says_where_and_closes_what_it_opened(number: signal.Signals) -> None:
    with serving("--port", "0") as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        url = line.split()[2]
        assert line == f"Serving on {url} (API at {url}/docs); Ctrl+C ends.\n"
        reply = httpx.post(f"{url}/api/v1/ask", json={"question": "canary NOME"})
        assert reply.status_code == 200

        process.send_signal(number)
        out, err = process.communicate(timeout=15)

    assert process.returncode == 0
    assert out == f"calls ['server'] announced ['{url}'] closed 1\n"
    assert "Traceback" not in err
    assert "canary" not in err


def test_a_taken_port_is_told_before_anything_is_opened() -> None:
    with bind_socket("127.0.0.1", 0) as taken:
        port = url_of(taken).rpartition(":")[2]
        with serving("--port", port) as process:
            out, err = process.communicate(timeout=30)

    assert process.returncode == 1
    assert err.startswith(f"Port {port} on '127.0.0.1' cannot be taken")
    assert err.count("\n") == 1
    assert out == "calls [] announced [] closed 0\n"
