"""The main path with real models: documents in, answers out, by command line and over HTTP."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

_DOCUMENTS = Path(__file__).resolve().parents[2] / "corpus" / "documents"
_COMMAND = (sys.executable, "-m", "assistant.cli")
_SOME = ("smile-incubator.md", "nome.md", "camp.md", "open-lab-skane.md")
_QUESTION = "which incubator takes no equity?"


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("main-path")
    done = _run(folder / "data", "ingest", *[str(_DOCUMENTS / name) for name in _SOME])
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("4 added, 0 replaced, 0 unchanged, 0 removed, 0 failed")
    return folder / "data"


@pytest.fixture(scope="module")
def server(data_dir: Path) -> Iterator[str]:
    with subprocess.Popen(
        [*_COMMAND, "serve", "--port", "0"],
        env=_environment(data_dir),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        # It takes a port that is free, and says which: "Serving on URL (...".
        url = process.stdout.readline().split()[2]
        _wait_until_ready(url, process)
        yield url
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


def test_the_question_that_matters_is_answered_with_the_verbatim_sentence(data_dir: Path) -> None:
    done = _run(data_dir, "ask", _QUESTION, "--json")
    assert done.returncode == 0, done.stderr
    turn = json.loads(done.stdout)

    assert turn["status"] == "answered"
    assert "SmiLe Incubator" in turn["answer"]
    [citation, *_] = turn["citations"]
    assert citation["title"] == "SmiLe Incubator"
    assert citation["verified"] is True
    shown = json.loads(
        _run(data_dir, "documents", "show", citation["document_id"], "--json").stdout
    )
    assert shown["text"][citation["start"] : citation["end"]] == citation["quote"]
    assert "equity" in citation["quote"]


def test_a_question_that_the_documents_do_not_answer_is_declined(data_dir: Path) -> None:
    done = _run(data_dir, "ask", "What is the capital of Australia?", "--json")
    turn = json.loads(done.stdout)

    assert (done.returncode, turn["status"], turn["citations"]) == (0, "declined", [])
    assert turn["nearest"]


def test_the_server_answers_by_the_contract(server: str) -> None:
    with httpx.Client(base_url=server, trust_env=False, timeout=30) as client:
        turn = client.post("/api/v1/ask", json={"question": _QUESTION}).json()
        first = turn["citations"][0]
        document = client.get(f"/api/v1/documents/{first['document_id']}").json()

    assert set(turn) == {
        "conversation_id",
        "turn_id",
        "question",
        "query",
        "status",
        "answer",
        "short_answer",
        "citations",
        "nearest",
        "conflicts",
        "coverage",
        "asks_back",
        "timings_ms",
    }
    assert turn["question"] == _QUESTION
    assert document["text"][first["start"] : first["end"]] == first["quote"]


def test_the_command_line_asks_a_running_server_in_under_a_second_or_so(
    server: str, data_dir: Path
) -> None:
    assert server
    started = time.monotonic()
    done = _run(data_dir, "ask", _QUESTION)
    seconds = time.monotonic() - started

    assert "SmiLe Incubator" in done.stdout
    # A loose bound: alone it would have to load torch, which takes several seconds.
    assert seconds < 4


def test_a_second_owner_gets_one_clear_sentence(server: str, data_dir: Path) -> None:
    assert server
    for command in (("ingest", str(_DOCUMENTS)), ("serve", "--port", "0")):
        done = _run(data_dir, *command)
        assert done.returncode == 1
        assert "is in use by process" in done.stderr
        assert "Traceback" not in done.stderr


def _run(data_dir: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_COMMAND, *arguments],
        env=_environment(data_dir),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def _environment(data_dir: Path) -> dict[str, str]:
    # Where the sample texts are is for the tests; as a setting the command line refuses it.
    outside = {name: value for name, value in os.environ.items() if name != "ASSISTANT_TEST_SHARED"}
    return {**outside, "ASSISTANT_DATA_DIR": str(data_dir), "COLUMNS": "500"}


def _wait_until_ready(url: str, process: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        assert process.poll() is None, "the server ended before it was ready"
        try:
            if httpx.get(f"{url}/readyz", trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise AssertionError("the server did not become ready in 90 seconds")


def test_what_is_stored_is_for_this_user_alone(server: str, data_dir: Path) -> None:
    assert server
    readable = [path.name for path in data_dir.rglob("*") if path.stat().st_mode & 0o077]
    assert readable == []
