"""How a failure that nobody foresaw is told to the log: where it happened, not what was in hand.

An error's message, and those of the errors behind it, may quote a question.
"""

import traceback


def told(error: BaseException) -> str:
    """Name an error and the line that raised it.

    >>> told(KeyError("what somebody asked"))
    'KeyError'
    """
    last = traceback.extract_tb(error.__traceback__)[-1:]
    return type(error).__name__ + "".join(f" at {at.filename}:{at.lineno}" for at in last)


def told_step_by_step(error: BaseException) -> str:
    """Name an error and all the lines that led to it, on several lines."""
    return told(error) + "\n" + "".join(traceback.format_tb(error.__traceback__))
