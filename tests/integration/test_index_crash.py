"""An ingest that is killed loses nothing it told, and the next one goes on by itself."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.index_killing import Aim, kill_and_restart

# Many more rounds: `python -m tests.benchmarks.kill_ingest`.
_STEPS = 120

_SEED = 2026


@pytest.mark.parametrize(
    ("aim", "seed"),
    [
        ("random", _SEED),
        ("random", _SEED + 1),
        ("index_metadata.pickle", _SEED + 2),
        ("header.bin", _SEED + 3),
    ],
)
def test_a_kill_loses_nothing_that_was_told_and_doubles_nothing(
    tmp_path: Path, aim: Aim, seed: int
) -> None:
    came = kill_and_restart(tmp_path / "data", aim=aim, seed=seed, steps=_STEPS)
    print(came)  # noqa: T201  shown when it fails, with the seed

    assert came.faults == []
    assert came.hit


@pytest.mark.parametrize("name", ["header.bin", "link_lists.bin"])
def test_damage_that_reads_well_is_found_before_anything_is_written(
    tmp_path: Path, name: str
) -> None:
    _ingest(tmp_path, steps=40, first=0)
    for damaged in tmp_path.glob(f"chroma-*/*/{name}"):
        content = damaged.read_bytes()
        damaged.write_bytes(content[: len(content) // 2])

    opened, report = _ingest(tmp_path, steps=80, first=40)

    assert opened["rebuilt"] == "its files are not as they were written"
    assert report["faults"] == []


def _ingest(folder: Path, *, steps: int, first: int) -> tuple[dict[str, object], dict[str, object]]:
    """Ingest in a process of its own; how it opened the stores, and what it says in the end."""
    arguments = [str(folder), str(_SEED), str(steps), str(first)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.index_ingesting", *arguments],
        stdout=subprocess.PIPE,
        check=True,
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    return said[0], said[-1]
