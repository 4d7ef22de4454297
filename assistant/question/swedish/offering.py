"""Questions to choose from, when it is asked back what is meant, worded as the question was.

What is offered in English is "Who runs Alfa?"; of "och vem driver den?" that is "vem driver Alfa?".
"""

import re
from collections.abc import Callable, Sequence

_AND = re.compile(r"^(?:och|men|så|and|but|so)\s+", re.I)
_OWNS = frozenset({"dess", "deras", "hans", "hennes"})
_POINTING = re.compile(
    rf"\b(?:den|det|de|dem|dom|han|hon|honom|henne|där|dit|{'|'.join(sorted(_OWNS))})\b", re.I
)


def offered(
    typed: str, english: str, choices: Sequence[str], translate: Callable[[str], str | None]
) -> tuple[str, ...]:
    """Give each choice in Swedish, or as it is where no wording is surely the same.

    Args:
        typed: The question in Swedish that is not clear.
        english: The same in English.
        choices: What it may mean, in English.
        translate: Puts Swedish into English, to compare.
    """
    return tuple(_worded(_AND.sub("", typed), english, each, translate) or each for each in choices)


def _worded(
    typed: str, english: str, choice: str, translate: Callable[[str], str | None]
) -> str | None:
    name = _named(_words(_AND.sub("", english)), choice)
    if not name:
        return None
    for found in _POINTING.finditer(typed):
        ending = "s" if found.group().lower() in _OWNS and not name.endswith("s") else ""
        said = f"{typed[: found.start()]}{name}{ending}{typed[found.end() :]}"
        meant = translate(said)
        if meant is not None and _words(meant) == _words(choice):
            return f"{said[0].upper()}{said[1:]}"
    return None


def _named(asked: Sequence[str], choice: str) -> str:
    """Give what a choice has where the question has something else."""
    said = choice.rstrip("?. ").split(" ")
    plain = _words(choice)
    least = min(len(asked), len(plain))
    start = next((at for at in range(least) if asked[at] != plain[at]), least)
    ends = (at for at in range(least - start) if asked[-1 - at] != plain[-1 - at])
    end = next(ends, least - start)
    return re.sub(r"['’]s$", "", " ".join(said[start : len(said) - end]))


def _words(text: str) -> list[str]:
    return text.rstrip("?. ").casefold().split(" ")
