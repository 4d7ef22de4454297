"""Asks a yes or no of somebody else: "Is Nordea too?" after "Is Alfa a member of Beta?"."""

import re

from assistant.question.condenser import Condensed
from assistant.question.following.discourse import Discourse
from assistant.question.following.swapping import asked_of_other
from assistant.question.following.wording import AND, bare
from assistant.question.grammar import AUXILIARY

_TOO = re.compile(
    rf"^(?P<verb>{AUXILIARY})\s+(?P<what>[^,?]{{2,60}}?),?(?:\s+(?:too|as well|also|either|so))+$",
    re.I,
)
_THE = re.compile(r"^the\s+", re.I)
_ALIKE = (
    frozenset({"is", "are", "was", "were"}),
    frozenset({"do", "does", "did"}),
    frozenset({"has", "have", "had"}),
)


def likewise(question: str, discourse: Discourse) -> Condensed | None:
    """Ask the last question of another; None where the question asks something by itself."""
    found = _TOO.match(bare(AND.sub("", question)))
    if found is None or discourse.last is None:
        return None
    name = _THE.sub("", found["what"])
    names = discourse.names(name)
    is_name = len(names) == 1 and names[0].end - names[0].start >= len(name)
    if not (is_name or discourse.known.nearest(name)):
        return None
    asked = asked_of_other(name, discourse)
    return Condensed(asked) if _is_alike(found["verb"], asked) else None


def _is_alike(verb: str, asked: str) -> bool:
    """Whether a question begins with a form of the same verb."""
    said, first = verb.lower(), asked.split()[0].lower()
    return said == first or any({said, first} <= group for group in _ALIKE)
