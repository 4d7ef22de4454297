"""Replies to what was asked back: "the second one", or only a name."""

import re

from assistant.model import Conversation
from assistant.question.condenser import Condensed
from assistant.question.following.anaphora import expanded, first_anaphor
from assistant.question.following.antecedent import Antecedent
from assistant.question.following.asking import AGAIN
from assistant.question.following.names import KnownNames, names_in
from assistant.question.following.putting import replaced
from assistant.question.following.wording import AND, bare

_PLACE = re.compile(
    r"^(?:the\s+)?(?:(?P<first>first|1st|former)|(?P<second>second|2nd|latter)|(?P<third>third|"
    r"3rd)|"
    r"(?P<last>last)|(?:number |no\.? ?)?(?P<number>[1-3]))(?:\s+(?:one|question))?$",
    re.I,
)
_MOST_WORDS = 6


def chosen(question: str, conversation: Conversation, known: KnownNames) -> Condensed | None:
    """Give the question that a reply to what was asked back chooses; None when it is no reply."""
    if not conversation.turns:
        return None
    asked = conversation.turns[-1]
    plain = AND.sub("", bare(question))
    if (
        not _asked_back(asked.answer.text, asked.answer.asks_back)
        or len(plain.split()) > _MOST_WORDS
    ):
        return None
    candidates = asked.answer.asks_back
    place = _PLACE.match(plain)
    if place and candidates:
        return _at(place, candidates)
    names = names_in(plain, known)
    if len(names) != 1 or len(plain) > len(names[0].text) + len("I mean the "):
        return None
    for candidate in candidates:
        if names[0].text.casefold() in candidate.casefold():
            return Condensed(candidate)
    before = AND.sub("", expanded(asked.query))
    anaphor = first_anaphor(before, names_in(before, known))
    if anaphor is None:
        return None
    meant = Antecedent(text=names[0].text, score=1.0, kinds=names[0].kinds)
    return Condensed(replaced(before, anaphor, meant))


def _asked_back(text: str, candidates: tuple[str, ...]) -> bool:
    return bool(candidates) or AGAIN in text


def _at(place: re.Match[str], candidates: tuple[str, ...]) -> Condensed | None:
    number = {"first": 0, "second": 1, "third": 2, "last": len(candidates) - 1}
    at = next(
        (int(said) - 1 if name == "number" else number[name])
        for name, said in place.groupdict().items()
        if said
    )
    return Condensed(candidates[at]) if at < len(candidates) else None
