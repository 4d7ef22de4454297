"""The noun that asks for a kind of entities, read off the beginning of a question's text."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from assistant.entities.kinds import RELATIONS, accepted_kinds, kind_words, known_kinds, singular
from assistant.question.terms import words
from index.fulltext import STOP_WORDS

Kind = tuple[str, ...]

_WORD = re.compile(r"[^\W_][\w'’&-]*")
_LONGEST = 5
_VERBS_TOO = frozenset(words("funds projects networks trusts challenges awards contests firms"))
# "Which place is it in?" asks of it; "which places rent desks" over all.
_ONLY_SEVERAL = frozenset({("place",), ("venue",)})
_ROLE = re.compile(r"(partners|members|supporters|participants)\b(?!\s+(?:of|in)\b)", re.I)
_AND_KIND = re.compile(r"^(?:(?P<and>and|or|och|eller)\s+|,\s*(?:and\s+|or\s+)?)(?:the\s+)?", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedNoun:
    """The noun that asks for a kind, and the text around it.

    Attributes:
        modifiers: What stands before it: "small" in "small incubators".
        noun: As written.
        accepted: The nouns by which an entity may be called.
        is_plural: Whether several are asked for.
        rest: The text that follows.
    """

    modifiers: str
    noun: str
    accepted: frozenset[Kind]
    is_plural: bool
    rest: str


def read_noun(text: str, kinds: AbstractSet[Kind], *, is_of_the: bool = False) -> AskedNoun | None:
    """Read the noun phrase that a text begins with; None when its head names no kind.

    Args:
        text: What follows "which", "list" and the like.
        kinds: Nouns that name kinds, one-word heads among them.
        is_of_the: Whether "of the" stands before it: "which of the partners" asks over all that
            have a name, "which partners" for the partners of somebody.
    """
    if is_of_the and (role := _ROLE.match(text)):
        return AskedNoun(
            modifiers="",
            noun=role[1],
            accepted=accepted_kinds(("thing",)),
            is_plural=True,
            rest=text[role.end() :].strip(" ,:"),
        )
    tokens = list(_WORD.finditer(text))[:_LONGEST]
    head = None
    for at, token in enumerate(tokens):
        word = token.group().lower()
        if word in STOP_WORDS or (at and text[tokens[at - 1].end() : token.start()].strip(" -")):
            break
        folded = " ".join(words(word))
        if head is not None and (folded in _VERBS_TOO or token.group()[0].isupper()):
            break
        kind = kind_words(" ".join(each.group() for each in tokens[: at + 1]))
        if kind[-1:] in kinds or any(kind[first:] in known_kinds() for first in range(len(kind))):
            head = at
            if _is_plural(folded):
                break
        elif head is not None:
            break
    made = _made(text, tokens, head) if head is not None else None
    return _with_others(made, kinds) if made else None


def _with_others(noun: AskedNoun, kinds: AbstractSet[Kind]) -> AskedNoun:
    """Read on where several kinds are asked for: "incubators and accelerators"."""
    found = _AND_KIND.match(noun.rest)
    other = read_noun(noun.rest[found.end() :], kinds) if found else None
    if found is None or other is None or not (noun.is_plural and other.is_plural):
        return noun
    return replace(
        noun,
        noun=f"{noun.noun} {found['and'] or 'and'} {other.noun}",
        accepted=noun.accepted | other.accepted,
        rest=other.rest,
    )


def _is_plural(folded: str) -> bool:
    last = folded.split()[-1]
    return singular(last) != last or last in {"startups", "ups"} or last.endswith("orer")


def _made(text: str, tokens: list[re.Match[str]], head: int) -> AskedNoun | None:
    said = [token.group() for token in tokens[: head + 1]]
    for first in range(head + 1):
        kind = kind_words(" ".join(said[first:]))
        if kind in known_kinds() or first == head:
            several = _is_plural(" ".join(words(said[-1])))
            if kind[-1] in RELATIONS or (kind in _ONLY_SEVERAL and not several):
                return None
            return AskedNoun(
                modifiers=" ".join(said[:first]),
                noun=" ".join(said[first:]),
                accepted=accepted_kinds(kind),
                is_plural=several,
                rest=text[tokens[head].end() :].strip(" ,:"),
            )
    return None
