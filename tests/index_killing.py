"""Kills an ingesting process, at any moment or while Chroma writes a file; checks what is left.

The truth is worked out from the steps that the process said were done: after a kill exactly these
are stored, or one more that was committed and not yet told.
"""

import json
import random
import resource
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias

from index.ownership import current_owner
from tests.index_ingesting import expected_after, make_steps

# Chroma's file that is cut and written in place, and the one that is rewritten just before it.
# With "no room" nothing is killed: writing fails from some file size on, as on a full disk.
Aim: TypeAlias = Literal["random", "index_metadata.pickle", "header.bin", "no room"]

# How long after a file was touched the kill comes, at most.
_AFTER_TOUCH_SECONDS = {"index_metadata.pickle": 0.0005, "header.bin": 0.01}

# Which of the rewrites is chosen, at most; an ingest of 300 steps makes about thirty.
_REWRITES = 12

# Touches of a file so close to each other belong to one rewrite.
_ONE_REWRITE_SECONDS = 0.05

# A second kill comes within this time after a start: while it imports, checks, rebuilds or ingests.
_RESTART_SECONDS = 3.0

# An ingest that takes longer hangs.
_LIMIT_SECONDS = 120.0

# Where files stop growing; the stores grow to a few megabytes in 300 steps.
_ROOM_BYTES = (300_000, 2_500_000)

_LOOKS_PER_LISTING = 200

_REASON_CHARACTERS = 120


@dataclass(slots=True, kw_only=True)
class Round:
    """What came of killing once or twice and starting again."""

    aim: Aim
    seed: int
    told: int = 0
    killed_at: list[int] = field(default_factory=list)
    hit: bool = False
    rebuilt: list[str] = field(default_factory=list)
    open_seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    @property
    def broke(self) -> bool:
        """Whether Chroma's files were unusable after a kill."""
        return any(reason != "a removal was cut off" for reason in self.rebuilt)

    def __str__(self) -> str:
        """One line."""
        killed = " and ".join(map(str, self.killed_at))
        rebuilt = f", rebuilt: {'; '.join(self.rebuilt)}" if self.rebuilt else ""
        faults = f", FAULTS: {'; '.join(self.faults)}" if self.faults else ""
        aimed = "" if self.aim == "random" or self.hit else " (never touched)"
        stopped = "out of room" if self.aim == "no room" else "killed"
        return (
            f"seed {self.seed}, {self.aim}{aimed}: {stopped} after {killed} steps, opened again in "
            f"{self.open_seconds:.1f} s{rebuilt}{faults}"
        )


def kill_and_restart(folder: Path, *, aim: Aim, seed: int, steps: int, kills: int = 1) -> Round:
    """Ingest into an empty folder, be killed, start again to the end, and compare.

    Args:
        folder: Made anew by this.
        aim: When the kill comes. A second kill comes at any moment after the restart.
        seed: Decides the steps and the moments.
        steps: How many documents come, change and go.
        kills: How many kills before the start that may run to its end.
    """
    chance = random.Random(seed)
    round_ = Round(aim=aim, seed=seed)
    for number in range(kills):
        room = chance.randrange(*_ROOM_BYTES) if aim == "no room" else None
        with _Child(folder, seed, steps, round_, room=room) as child:
            if room is not None:
                round_.hit = child.read_until_it_fails()
            elif number == 0:
                child.read_opening()
                round_.hit = child.wait_for(folder, aim, chance)
            else:
                time.sleep(chance.uniform(0.0, _RESTART_SECONDS))
        round_.killed_at.append(round_.told)
        if current_owner(folder) is not None:
            round_.faults.append("the dead process still counts as the owner")
    with _Child(folder, seed, steps, round_) as last:
        last.read_opening()
        last.read_to_the_end()
    return round_


class _Child:
    """An ingesting process, killed at the end of a `with` block if it has not ended by itself."""

    def __init__(
        self, folder: Path, seed: int, steps: int, round_: Round, *, room: int | None = None
    ) -> None:
        """Start it after the steps that were told; with `room` no file may grow past that."""
        self._round = round_
        self._steps = make_steps(seed, steps)
        arguments = [str(folder), str(seed), str(steps), str(round_.told)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.index_ingesting", *arguments],
            stdout=subprocess.PIPE,
            # Without room it ends with a traceback, as it should.
            stderr=None if room is None else subprocess.DEVNULL,
            text=True,
            preexec_fn=None if room is None else partial(_limit_files, room),
        )

    def __enter__(self) -> "_Child":
        return self

    def __exit__(self, *_error: object) -> None:
        """Kill it and take in what it had told."""
        self._process.kill()
        assert self._process.stdout
        with self._process.stdout as said:
            for line in said:
                # A line cut by the kill tells nothing.
                if line.endswith("\n"):
                    self._take(json.loads(line))
        self._process.wait()

    def read_opening(self) -> None:
        """Wait until the stores are open and compare what they hold with what was told."""
        assert self._process.stdout
        line = self._process.stdout.readline()
        if line:
            self._take(json.loads(line))
        else:
            self._round.faults.append(f"it ended with status {self._process.wait()} while opening")

    def read_until_it_fails(self) -> bool:
        """Take in which steps it did until there was no room; False when it had enough."""
        assert self._process.stdout
        for line in self._process.stdout:
            said = json.loads(line)
            if isinstance(said, int):
                self._take(said)
        return self._process.wait() != 0

    def wait_for(self, folder: Path, aim: Aim, chance: random.Random) -> bool:
        """Wait for the moment to kill; False when it did not come before the process ended."""
        if aim == "random":
            time.sleep(chance.uniform(0.0, 1.5))
            return True
        pause = chance.uniform(0.0, _AFTER_TOUCH_SECONDS[aim])
        for _ in range(chance.randrange(1, _REWRITES)):
            if not self._wait_for_touch(folder, aim):
                return False
        # Sleeping is too coarse for this.
        end = time.perf_counter() + pause
        while time.perf_counter() < end:
            pass
        return True

    def _wait_for_touch(self, folder: Path, name: str) -> bool:
        first = time.perf_counter()
        seen: dict[Path, tuple[int, int]] = {}
        while self._process.poll() is None:
            # A folder that is rebuilt goes away while it is listed.
            with suppress(FileNotFoundError):
                for path in folder.glob(f"chroma-*/*/{name}"):
                    seen.setdefault(path, _look(path))
            for _ in range(_LOOKS_PER_LISTING):
                for path, before in seen.items():
                    now = _look(path)
                    if now == before:
                        continue
                    if time.perf_counter() - first > _ONE_REWRITE_SECONDS:
                        return True
                    seen[path] = now
        return False

    def read_to_the_end(self) -> None:
        """Let it finish and compare what it reports."""
        # Its last line comes when all is done; a hang must not hang this process too.
        watch = threading.Timer(_LIMIT_SECONDS, self._process.kill)
        watch.start()
        assert self._process.stdout
        for line in self._process.stdout:
            self._take(json.loads(line))
        watch.cancel()
        if status := self._process.wait():
            self._round.faults.append(f"it ended with status {status} after the restart")

    def _take(self, said: "int | dict[str, object]") -> None:
        if isinstance(said, int):
            self._round.told = said
            return
        stored = said["stored"]
        told = self._round.told
        allowed = [expected_after(self._steps[: told + more]) for more in (0, 1)]
        if "faults" in said:
            self._round.faults.extend(map(str, said["faults"]))  # type: ignore[call-overload]
            allowed = [expected_after(self._steps)]
        else:
            self._round.open_seconds = float(str(said["seconds"]))
            if said["rebuilt"] and told:
                self._round.rebuilt.append(str(said["rebuilt"])[-_REASON_CHARACTERS:])
            if said["state"] != "chroma":
                self._round.faults.append("Chroma is not in use")
        if stored not in allowed:
            self._round.faults.append("what is stored is not what was told")


def _limit_files(size: int) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))


def _look(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except FileNotFoundError:
        return (-1, 0)
    return (status.st_size, status.st_mtime_ns)
