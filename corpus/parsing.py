"""Files that others made are taken apart in a process of its own, within limits.

A file can be made to crash what reads it, or to need all memory and hours. So a child reads it: one
file each, without our settings and secrets, and, where the system has such limits, with little
memory and processor time, and unable to write a file. What it hands over are items, from which the
text is made here.

`python -m corpus.parsing_child` is the other side.
"""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.items import Parsed, add_items, from_json
from corpus.reading import Reading, TextBuilder, first_heading
from corpus.refusals import refusal

Format = Literal["pdf", "docx"]

MEMORY_MB = 1024
"""Address space of the child; a sound file of a thousand pages takes a tenth of it."""

# A small file has nothing to do for long; 500 pages of nothing but text are 1 MB and take some 12
# seconds of a busy processor, and a large file may take a few minutes.
_BASE_SECONDS = 10
_SECONDS_PER_MB = 20
_MOST_SECONDS = 180
# Beside others, a processor second takes longer.
_PATIENCE = 3

MOST_CHARACTERS = 20_000_000
"""Text that one file may hold; that is some 7,000 full pages."""

# A character is at most twelve when written as JSON, and items need a little besides.
_MOST_BYTES = 12 * MOST_CHARACTERS

# The child needs these to start at all; whatever else stands in our environment is ours.
_KEPT = ("PATH", "PYTHONHOME", "PYTHONPATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG", "TMPDIR")

# The child runs this very package, installed or not.
_ROOT = Path(__file__).resolve().parents[1]
_RUN = (
    "import sys; sys.path.append(sys.argv[1]); "
    "from corpus.parsing_child import main; sys.exit(main(sys.argv[2:]))"
)

SUCCESS, REFUSED, OUT_OF_MEMORY, TOO_MUCH_TEXT = 0, 3, 4, 5
"""How the child ends; any other status means that it was ended."""

# SIGXCPU, which systems without it have no name for.
_OUT_OF_TIME = -24


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What became of a child."""

    status: int
    output: bytes
    was_too_long: bool


def read_in_child(format_: Format, data: bytes, source: str) -> Reading:
    """Read a file that a parser takes apart.

    Raises:
        UnreadableDocument: It is damaged, needs a password, or more than it is given.
        EmptyDocument: There is no text in it.
    """
    parsed = _parse(format_, data, source)
    builder = TextBuilder()
    add_items(parsed.items, builder)
    text, blocks = builder.build()
    return Reading(
        text=text,
        blocks=blocks,
        title=parsed.title or first_heading(text, blocks),
        metadata=parsed.metadata,
    )


def seconds_for(size: int) -> int:
    """Processor time that a file of so many bytes is given.

    >>> seconds_for(300_000), seconds_for(50_000_000)
    (16, 180)
    """
    return min(_BASE_SECONDS + _SECONDS_PER_MB * size // 1_000_000, _MOST_SECONDS)


def _parse(format_: Format, data: bytes, source: str) -> Parsed:
    seconds = seconds_for(len(data))
    said = _run(format_, data, seconds)
    if said.was_too_long or said.status == _OUT_OF_TIME:
        raise refusal("too_long", seconds, source)
    match said.status:
        case 0:  # SUCCESS
            if len(said.output) <= _MOST_BYTES:
                with contextlib.suppress(ValueError):
                    return from_json(said.output)
        case 3:  # REFUSED
            word, _, amount = said.output[:100].decode("ascii", "replace").partition(" ")
            raise refusal(word, int(amount) if amount.isdigit() else 0, source)
        case 4:  # OUT_OF_MEMORY
            raise refusal("too_much_memory", MEMORY_MB, source)
        case 5:  # TOO_MUCH_TEXT
            raise refusal("too_much_text", MOST_CHARACTERS // 1_000_000, source)
    raise refusal("stopped", MEMORY_MB, source)


def _run(format_: Format, data: bytes, seconds: int) -> _Said:
    # -P: a module that happens to be called `corpus` in the working folder must not be run.
    limits = [str(MEMORY_MB), str(seconds), str(MOST_CHARACTERS)]
    command = [sys.executable, "-P", "-c", _RUN, str(_ROOT), format_, *limits]
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    with (
        subprocess.Popen(  # noqa: S603  our own module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        ) as child,
        _ended_after(child, seconds * _PATIENCE) as timer,
    ):
        feeding = threading.Thread(target=_feed, args=(child, data), daemon=True)
        feeding.start()
        output = child.stdout.read(_MOST_BYTES + 1) if child.stdout else b""
        if len(output) > _MOST_BYTES:
            child.kill()
        status = child.wait()
        feeding.join()
        return _Said(status=status, output=output, was_too_long=timer.finished.is_set())


@contextmanager
def _ended_after(child: subprocess.Popen[bytes], seconds: float) -> Iterator[threading.Timer]:
    """End a child after a time, and whenever what waits for it is left."""
    timer = threading.Timer(seconds, child.kill)
    timer.daemon = True
    timer.start()
    try:
        yield timer
    except BaseException:
        child.kill()
        raise
    finally:
        timer.cancel()


def _feed(child: subprocess.Popen[bytes], data: bytes) -> None:
    """Give a child its file; one that ends early takes no more of it."""
    if child.stdin is not None:
        with contextlib.suppress(OSError):
            child.stdin.write(data)
        with contextlib.suppress(OSError):
            child.stdin.close()
