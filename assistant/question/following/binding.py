"""Whether what a word points at stands in the question itself, before the word."""

import re
from collections.abc import Sequence

from assistant.question.following.anaphor import Anaphor, Pointing
from assistant.question.following.names import SpokenName
from assistant.question.following.phrases import is_plural, phrases_in

_BOUNDARY = re.compile(
    r"[,;:.?!]|\s[-–—]\s|\b(?:and|or|but|because|if|when|while|that|which|who|whose|whom|so|before|"
    r"after|since|until|unless|where|whether|how|why|what)\b",
    re.I,
)
_OF_ITS = re.compile(
    r"\b(?:one|some|any|many|part|all|member|partner|among|which|listed|included)\s+"
    r"(?:of|in|among)?\s*(?:the\s+)?$|\b(?:belong to|part of|among|one of|on|in)\s+$",
    re.I,
)
_INVERTED = re.compile(
    r"\b(?:do|does|did|can|could|will|would|should|may|might|is|are|was|were)\s+$", re.I
)
# "How many lost their jobs?"
_COUNTED = re.compile(
    r"^(?:how many|who|whoever|everyone|everybody|people)\s+(?!is\b|are\b)[a-z]+", re.I
)
# "There" stands for no other noun.
_PLACE = re.compile(
    r"\b(?:city|cities|town|towns|place|places|country|countries|region|regions|area|areas|site|"
    r"sites|building|buildings|park|parks|campus|office|offices|hub|hubs|lab|labs|centre|centres|"
    r"center|centers|house|houses|space|spaces)\b",
    re.I,
)
_IS_THERE = re.compile(r"^(?:is|are|was|were)\s+there\b", re.I)
_BE = re.compile(r"\b(?:is|are|was|were|belong|belongs|take part|takes part)\b", re.I)


def is_bound(question: str, anaphor: Anaphor, names: Sequence[SpokenName]) -> bool:
    """Whether what an anaphor stands for is in the question itself, before it."""
    before = question[: anaphor.start]
    named = [name for name in names if name.end <= anaphor.start]
    if anaphor.pointing is Pointing.YEAR:
        return re.search(r"\b\d{4}\b", before) is not None
    if anaphor.pointing is Pointing.KIND and not question[anaphor.start :].lower().startswith("th"):
        return bool(named)
    is_clause = bool(named) and _BOUNDARY.search(question[named[0].end : anaphor.start]) is not None
    if named:
        return is_clause or _is_bound_to_subject(question, anaphor)
    if anaphor.pointing is Pointing.PLACE:
        return _PLACE.search(before) is not None
    return _is_bound_to_noun(question, anaphor, before)


def _is_bound_to_subject(question: str, anaphor: Anaphor) -> bool:
    """In one clause "its" means the subject, unless the subject is one of its parts."""
    before = question[: anaphor.start]
    if anaphor.pointing is Pointing.KIND:
        return False
    if anaphor.pointing is Pointing.PLACE:
        return False
    if not anaphor.is_owner:
        return False
    return not (_BE.search(before) and _OF_ITS.search(before))


def _is_bound_to_noun(question: str, anaphor: Anaphor, before: str) -> bool:
    """Whether a plain noun before it is meant: "companies that they support"."""
    clause = _last_clause(before)
    if not clause.strip():
        earlier = before.strip(" ,.;:?!")
        return _has_noun(earlier, anaphor) and not _only_connects(earlier)
    told = before[: len(before) - len(clause)]
    if _has_noun(told, anaphor) and not _only_connects(told.strip(" ,.;:?!")):
        return True
    if anaphor.is_owner and anaphor.pointing is Pointing.SEVERAL and _COUNTED.search(before):
        return True
    if anaphor.is_owner and anaphor.pointing is Pointing.SEVERAL:
        every = [word for phrase in phrases_in(before) for word in phrase.text.split()]
        several = any(is_plural(word) for word in every)
        return several and not _INVERTED.search(before) and not _BE.search(before)
    if anaphor.is_owner:
        owner = re.search(r"\b(?:an?|any|every|each)\s+\w+", before, re.I)
        # "Is there a gym in his park?": no gym is "he".
        is_thing = anaphor.pointing is Pointing.PERSON and _IS_THERE.search(before) is not None
        return owner is not None and not is_thing
    return False


def _last_clause(before: str) -> str:
    """What stands before an anaphor in its own clause."""
    at = 0
    for found in _BOUNDARY.finditer(before):
        if found.start() > 0 and not _only_connects(before[: found.start()]):
            at = found.end()
    return before[at:]


def _only_connects(text: str) -> bool:
    """Whether a text holds no noun: "and", "ok so", "when"."""
    return not phrases_in(text)


def _has_noun(text: str, anaphor: Anaphor) -> bool:
    """Whether a text holds a noun of the anaphor's number."""
    found = phrases_in(text)
    if anaphor.pointing is Pointing.SEVERAL:
        return any(phrase.is_plural for phrase in found) or bool(found)
    if anaphor.pointing is Pointing.KIND:
        return any(anaphor.noun.lower() in phrase.text.lower() for phrase in found)
    return bool(found)
