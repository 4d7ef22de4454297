"""Kills the real `assistant ingest`, with the real encoder, and checks what the next one finds."""

import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index.catalogue import CATALOGUE_FILE

_DOCUMENTS = Path("corpus/documents")
_POLL_SECONDS = 0.01

# The kill comes within this time after the chosen document was stored.
_AFTER_SECONDS = 0.5


def kill_the_command(rounds: int, chance: random.Random) -> int:
    """Kill `rounds` ingests of the shipped documents; how many rounds had faults."""
    bad = 0
    for number in range(1, rounds + 1):
        with tempfile.TemporaryDirectory() as folder:
            line, faults = _round(Path(folder), chance)
        bad += bool(faults)
        told = f", FAULTS: {'; '.join(faults)}" if faults else ""
        print(f"assistant ingest {number}: {line}{told}", flush=True)  # noqa: T201  the result
    return bad


def _round(folder: Path, chance: random.Random) -> tuple[str, list[str]]:
    wanted = len(list(_DOCUMENTS.glob("*.md")))
    until = chance.randrange(wanted)
    seen: set[str] = set()
    with started_assistant(folder, "ingest", str(_DOCUMENTS)) as process:
        while len(seen) < until and process.poll() is None:
            seen = _stored(folder)
            time.sleep(_POLL_SECONDS)
        time.sleep(chance.uniform(0.0, _AFTER_SECONDS))
        process.kill()
    left = _stored(folder)
    faults = [f"{len(seen - left)} documents that others had seen are gone"] if seen - left else []
    begun = time.monotonic()
    report = json.loads(run_assistant(folder, "ingest", "--json", str(_DOCUMENTS)))
    took = time.monotonic() - begun
    if (report["unchanged"], report["added"]) != (len(left), wanted - len(left)):
        faults.append(f"{len(left)} were stored, the next ingest said {report}")
    run_assistant(folder, "doctor")
    line = f"killed with {len(left)} of {wanted} documents stored, the next took {took:.1f} s"
    return line, faults


def _stored(folder: Path) -> set[str]:
    """Give the ids of the stored documents as another process sees them."""
    if not (folder / CATALOGUE_FILE).exists():
        return set()
    try:
        with closing(sqlite3.connect(f"file:{folder / CATALOGUE_FILE}?mode=ro", uri=True)) as file:
            return {row[0] for row in file.execute("SELECT document_id FROM documents")}
    except sqlite3.OperationalError:  # being made just now
        return set()


@contextmanager
def started_assistant(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run `assistant` on a data folder; it is ended, by force at last, with the block."""
    environment = os.environ | {"ASSISTANT_DATA_DIR": str(folder), "HF_HUB_OFFLINE": "1"}
    command = [sys.executable, "-c", "from assistant.cli import main; main()", *arguments]
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def run_assistant(folder: Path, *arguments: str) -> str:
    """Run `assistant` to its end; what it printed.

    Raises:
        RuntimeError: Its exit code was not 0.
    """
    environment = os.environ | {"ASSISTANT_DATA_DIR": str(folder), "HF_HUB_OFFLINE": "1"}
    command = [sys.executable, "-c", "from assistant.cli import main; main()", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"assistant {' '.join(arguments)} failed: {done.stdout}{done.stderr}")
    return done.stdout
