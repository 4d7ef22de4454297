"""Logging for the server: one line per event, with nothing that a terminal would obey."""

import logging
import sys

from assistant.settings import LogLevel

# Libraries that tell about their own work at INFO, which is news to nobody here.
_TALKATIVE = ("sentence_transformers", "torch", "chromadb", "httpx", "gradio")


class OneLine(logging.Formatter):
    r"""Writes a record on one line; control characters, line ends too, are shown as escapes."""

    def format(self, record: logging.LogRecord) -> str:
        """Format as usual, then escape."""
        return escaped(super().format(record))


def escaped(text: str) -> str:
    r"""Show what is not printable as an escape.

    >>> escaped("a\x1b[2Jb\nc")
    'a\\x1b[2Jb\\nc'
    """
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def configure_logging(level: LogLevel) -> None:
    """Log to stderr from now on, in place of whatever was configured."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(root.level, logging.WARNING))
