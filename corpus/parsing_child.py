"""The process that takes one file apart; see `corpus.parsing`, which starts it.

`main([FORMAT, MEMORY_MB, SECONDS, CHARACTERS])` reads the file from standard input, writes its
items to standard output, and gives an exit status.
"""

import contextlib
import importlib
import sys
from collections.abc import Callable

from corpus.items import Parsed, to_json
from corpus.parsing import OUT_OF_MEMORY, REFUSED, SUCCESS, TOO_MUCH_TEXT
from corpus.refusals import Refused

# Modules and functions, by format.
_PARSERS = {
    "pdf": ("corpus.pdf.parsing", "parse_pdf"),
    "docx": ("corpus.word_parsing", "parse_word_document"),
}
# Room for the modules that a parser imports while it runs.
_MOST_OPEN_FILES = 32


def main(arguments: list[str]) -> int:
    """Parse one file; the exit status."""
    format_, memory_mb, seconds, characters = arguments
    try:
        parse = _parser(format_)
        data = sys.stdin.buffer.read()
        _limit(int(memory_mb), int(seconds))
        parsed = parse(data)
        del data
        if _characters(parsed) > int(characters):
            return TOO_MUCH_TEXT
        _say(to_json(parsed))
    except Refused as refused:
        _say(f"{refused.word} {refused.amount}".encode("ascii"))
        return REFUSED
    except MemoryError:
        return OUT_OF_MEMORY
    return SUCCESS


def _parser(format_: str) -> Callable[[bytes], Parsed]:
    module, name = _PARSERS[format_]
    parse: Callable[[bytes], Parsed] = getattr(importlib.import_module(module), name)
    return parse


def _limit(memory_mb: int, seconds: int) -> None:
    """Give up what is not needed to parse what is already here, as far as the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    memory = memory_mb * 1024 * 1024
    limits = (
        (resource.RLIMIT_AS, memory, memory),
        # At the first the system says why it ends the process, at the second it does not.
        (resource.RLIMIT_CPU, seconds, seconds + 1),
        (resource.RLIMIT_CORE, 0, 0),
        # Nothing can be written: no file may grow beyond this.
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_NOFILE, _MOST_OPEN_FILES, _MOST_OPEN_FILES),
    )
    for kind, soft, hard in limits:
        with contextlib.suppress(ValueError, OSError):  # macOS refuses some
            resource.setrlimit(kind, (soft, hard))


def _characters(parsed: Parsed) -> int:
    return sum(len(item.text) + sum(map(len, item.cells)) for item in parsed.items)


def _say(output: bytes) -> None:
    sys.stdout.buffer.write(output)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
