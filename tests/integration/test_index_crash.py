"""An ingest that is killed loses nothing it told, and the next one goes on by itself."""

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
