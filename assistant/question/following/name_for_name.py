"""Puts one name for another in the last question."""

import re
from collections.abc import Sequence

from assistant.entities.statements import Kind
from assistant.question.following.names import SpokenName
from assistant.question.terms import words


def plain_name(what: str, name: SpokenName) -> str:
    """The name alone where only an article or its kind stands around it."""
    rest = f"{what[: name.start]} {what[name.end :]}"
    extra = [word for word in words(rest) if word not in {"the", "a", "an"}]
    return name.text if not extra or name.end - name.start >= len(what) - 4 else what


def like(names: Sequence[SpokenName], kinds: frozenset[Kind], other: str) -> SpokenName | None:
    """Which of the last question's names another takes the place of: one of its kinds."""
    every = [name for name in names if name.text.casefold() != other.casefold()]
    alike = [name for name in every if {kind[-1] for kind in name.kinds} & {k[-1] for k in kinds}]
    return next(iter([*alike, *every]), None)


def replaced(query: str, old: SpokenName, other: str) -> str:
    """Write another name wherever the old one stands; of several parts each names it."""
    # "The Ocean Lake" becomes "Alfa", not "the Alfa".
    is_bare = " " not in other and " " in old.text
    article = r"(?:\bthe\s+)?" if is_bare else ""
    pattern = rf"{article}(?<!\w){re.escape(query[old.start : old.end])}(?!\w)"
    return re.sub(pattern, lambda _found: other, query)
