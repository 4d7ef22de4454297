"""Kills ingests again and again and counts what is lost: `python -m tests.benchmarks.kill_ingest`.

One line for each round; exit code 1 when anything told was lost or doubled.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.killing_the_command import kill_the_command
from tests.index_killing import Aim, Round, kill_and_restart

_AIMS: tuple[Aim, ...] = ("index_metadata.pickle", "header.bin")


def main(arguments: Sequence[str]) -> int:
    """Run all rounds; the exit code."""
    options = _options(arguments)
    say(f"first seed {options.seed}, {options.steps} steps a round, {os.cpu_count()} cores")
    plans: list[tuple[Aim, int]] = [("random", 2)] * options.rounds
    plans += [(_AIMS[number % 2], 1) for number in range(options.aimed)]
    plans += [("no room", 1)] * options.full
    rounds = []
    for number, (aim, kills) in enumerate(plans):
        with tempfile.TemporaryDirectory() as folder:
            came = kill_and_restart(
                Path(folder) / "data",
                aim=aim,
                seed=options.seed + number,
                steps=options.steps,
                kills=kills,
            )
        rounds.append(came)
        say(str(came))
    for aim in ("random", *_AIMS, "no room"):
        _summarise(aim, [came for came in rounds if came.aim == aim])
    real_faults = kill_the_command(options.real, random.Random(options.seed)) if options.real else 0
    return 1 if real_faults or any(came.faults for came in rounds) else 0


def _summarise(aim: Aim, rounds: list[Round]) -> None:
    if not rounds:
        return
    sound = [came.open_seconds for came in rounds if not came.broke]
    mended = [came.open_seconds for came in rounds if came.broke]
    say(
        f"{aim}: {len(rounds)} rounds, {sum(len(came.killed_at) for came in rounds)} times ended, "
        f"{sum(bool(came.faults) for came in rounds)} with faults; index sound in {len(sound)}"
        f"{_times(sound)}, broken and rebuilt in {len(mended)}{_times(mended)}"
    )


def _times(seconds: list[float]) -> str:
    if not seconds:
        return ""
    middle, worst = statistics.median(seconds), max(seconds)
    return f" (open again in {middle:.1f} s median, {worst:.1f} s at worst)"


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="killed twice at any moment")
    parser.add_argument("--aimed", type=int, default=10, help="killed while Chroma writes")
    parser.add_argument("--full", type=int, default=5, help="a disk without room, by a limit")
    parser.add_argument("--real", type=int, default=0, help="kills of the real command")
    parser.add_argument("--steps", type=int, default=300, help="documents in, changed, out")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(arguments)


def say(line: str) -> None:
    """Print at once."""
    print(line, flush=True)  # noqa: T201  the result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
