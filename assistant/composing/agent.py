"""Who is said to do something: the part of a sentence in which they stand, and the names in it."""

import re

from assistant.composing.claimed import Claim, ClaimKind
from assistant.composing.complete_list import founded
from assistant.composing.research import Finding
from assistant.question.terms import terms, words

_AND = re.compile(r"\s*(?:,|\band\b|&|\bplus\b|\btogether with\b|\bas well as\b)\s*(?:the\s+)?")
_RELATIVE = re.compile(r"\b(?:that|which|whom|what)\b")
_BY = re.compile(r"^\s*(?:\w+\s+){0,2}?by\b", re.I)
_NOUN = re.compile(r"(?:er|or|ers|ors|ing)$")


def acting_side(claim: Claim, text: str) -> str | None:
    """Give the part of a sentence in which the one who acts stands; None where unclear.

    Before the verb in "Y funds X", after it in "X is funded by Y".
    """
    if claim.kind is not ClaimKind.AGENT:
        return None
    text, verb = founded(text), set(terms(claim.verb))
    for found in re.finditer(r"[^\W_]+", text):
        word = found.group().lower()
        if not set(terms(word)) & verb:
            continue
        after = text[found.end() :]
        if _NOUN.search(word):
            if after.startswith(" of "):
                return _subject_of(text[: found.start()])
            continue
        return after if _BY.match(after) else _subject_of(text[: found.start()])
    return None


def _subject_of(before: str) -> str:
    """Give what stands before a verb in its own clause: "others" in "X has what others run"."""
    own = _RELATIVE.split(before)[-1]
    return own if own.strip(" ,") else before


def claimed_names(claim: Claim, joined: str) -> list[str]:
    """Give the claimed name; the several ones where it is not one with an "and" in it."""
    value = re.sub(r"^the\s+", "", claim.value, flags=re.I)
    several = [name for name in _AND.split(value) if name]
    if len(several) == 1 or f" {' '.join(words(value))} " in joined:
        return [value]
    return several


def is_named(name: str, finding: Finding, joined: str) -> bool:
    """Whether a name stands there, as it is or in its short or long form."""
    asked = tuple(words(name))
    return f" {' '.join(asked)} " in joined or any(
        asked in one.forms and any(f" {' '.join(form)} " in joined for form in one.forms)
        for one in finding.analysis.named
    )
