"""Names that a question joins: "Are A and B in Lund?"."""

import re
from collections.abc import Sequence

from assistant.question.following.names import SpokenName
from assistant.question.following.spoken import Spoken

_TOGETHER = re.compile(
    r"^\s*(?:,|,?\s*(?:and|or|och|eller|&|versus|vs\.?|compared (?:with|to)|than))\s*(?:the\s+)?$",
    re.I,
)


def side_by_side(turn: Spoken) -> tuple[SpokenName, ...]:
    """Give the names that a query joins: "A and B are in C"; () where it joins none."""
    return tuple(
        name for at, name in enumerate(turn.names) if is_beside(turn.query, turn.names, at)
    )


def is_beside(query: str, names: Sequence[SpokenName], at: int) -> bool:
    """Whether a name is joined with the one before or after it: "A and B", "A or B"."""
    pairs = [(at - 1, at), (at, at + 1)]
    return any(
        first >= 0
        and second < len(names)
        and _TOGETHER.match(query[names[first].end : names[second].start])
        for first, second in pairs
    )
