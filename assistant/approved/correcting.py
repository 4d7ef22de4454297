"""Whether a question whose spelling was put right still surely names what was typed."""

# A shorter name is one letter away from too many others: NOMA may be no slip for NOME.
_SHORTEST_NAME = 7


def surely_right(typed: str, corrected: str) -> str:
    """Give the corrected question, or what was typed where a short name was changed.

    >>> surely_right("Who leds NOME?", "Who leads NOME?")
    'Who leads NOME?'
    >>> surely_right("who leads noma?", "who leads NOME?")
    'who leads noma?'
    """
    before, after = typed.split(), corrected.split()
    if len(before) != len(after):
        return typed
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    is_doubtful = any(_is_short_name(old, new) for old, new in changed if old != before[0])
    return typed if is_doubtful else corrected


def _is_short_name(old: str, new: str) -> bool:
    is_name = old[:1].isupper() or new != new.lower()
    return is_name and min(len(old), len(new)) < _SHORTEST_NAME and old.lower() != new.lower()
