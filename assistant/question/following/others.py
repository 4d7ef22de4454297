"""Asks for others than those that were asked about: "Who else funds NOME?", "so who does?"."""

import re

from assistant.question.following.discourse import Discourse
from assistant.question.following.shown import last_shown
from assistant.question.following.spoken import Spoken
from assistant.question.following.wording import bare
from assistant.question.swedish.english import past, third

# Behind a yes or no of one: "Is Alfa a partner of Beta?" and "who are the other three?".
THE_OTHERS = re.compile(
    r"^(?:(?:who|which|what)\s+(?:are|were|is|was)\s+)?the\s+(?:others?(?:\s+(?:ones?|two|three|four|"
    r"five|six|seven|eight|nine|ten|\d+))?|rest)$",
    re.I,
)
"""What asks for the others of a list, or of those who do something."""

# Behind a yes or no: "so who does?", "who else is?".
_WHO_IS_IT = re.compile(
    r"^(?:(?:so|then|well)\s+)?(?P<who>who(?:\s+else)?)\s+(?:do|does|did|is|are|was|were|has|have)"
    r"(?:\s+(?:that|so|then))*$",
    re.I,
)
_NOT_WHO = re.compile(r"^(?:what|where)\b", re.I)
_OF_ONE = re.compile(r"^(?P<verb>is|are|was|were|do|does|did)\s+(?P<rest>.+)$", re.I)
_DEED = r"(?P<verb>(?!(?:of|in|at|for|with|to|from|on|by|and|or|the)\b)[a-zåäö]+)"
# "Did Alfa found the ": whoever did it is written with a capital.
_DOES_TO = re.compile(rf"^\w+\s.*[A-ZÅÄÖ].*\s{_DEED}\s+(?P<what>(?:the\s+)?)$")
# Behind its name: "Does Alfa " and then "train engineers".
_DOES = re.compile(rf"\s+{_DEED}\s+(?P<what>)(?=\S)")
_SINGLE = {"are": "is", "were": "was"}
_TWO = 2


def else_asked(plain: str, last: Spoken) -> str:
    """Ask again for what was not named yet: "Who else funds NOME?"."""
    found = re.match(r"^(who|what|where|which)\b(?! else)\s*(.*)$", bare(last.query), re.I)
    if found is None:
        return others_asked(plain, last) or last.query
    return f"{found[1]} else {found[2]}?" if found[1].lower() != "which" else last.query


def is_of_one(last: Spoken, discourse: Discourse) -> bool:
    """Whether the last question was a yes or no of one, and not of one of a list shown before."""
    shown = last_shown(discourse)
    return _OF_ONE.match(bare(last.query)) is not None and (shown is None or shown.turn is last)


def who_does(plain: str, last: Spoken | None) -> str:
    """Ask who else, or who at all, behind a yes or no of one: "so who does?"; "" for no such."""
    who = _WHO_IS_IT.match(plain)
    others = others_asked("who else", last, of_any_deed=True) if who and last else ""
    if who is None or who["who"].lower() != "who":
        return others
    return others.replace("Who else", "Who", 1)


def others_asked(plain: str, last: Spoken, *, of_any_deed: bool = False) -> str:
    """Ask for others behind a question of one: "Does Alfa fund Beta?"; "" behind any other.

    What is done to no name, "does Alfa take equity?", only where that is asked for.
    """
    found = _OF_ONE.match(bare(last.query))
    if found is None or _NOT_WHO.match(plain) or not last.names:
        return ""
    helper = found["verb"].lower()
    if helper in {"do", "does", "did"}:
        deed = _DOES_TO.search(last.query[: last.names[-1].start])
        if deed is None and of_any_deed:
            deed = _DOES.match(bare(last.query), last.names[0].end)
        if deed is None:
            return ""
        verb = past(deed["verb"]) if helper == "did" else third(deed["verb"])
        return f"Who else {verb} {bare(last.query)[deed.start('what') :]}?"
    one = last.names[0]
    is_first = bare(last.query)[found.start("rest") : one.start].strip().lower() in {"", "the"}
    rest = bare(last.query)[one.end :].strip()
    if not is_first or len(last.names) < _TWO or not rest:
        return ""
    return f"Who else {_SINGLE.get(helper, helper)} {rest}?"
