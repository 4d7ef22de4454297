"""Follow-ups made standalone: "Who funds it?" becomes "Who funds NOME?". By rules, without a model.

A question that can stand alone is never changed: a wrong entity put into a question is worse than
one left out, because the answer then looks right.
"""

import re
from dataclasses import dataclass
from typing import Protocol

from assistant.model import Conversation, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBack:
    """What to say when it cannot be known what a follow-up means.

    Attributes:
        sentence: Asks what is meant, as plain text.
        candidates: Standalone questions that it could be, the likeliest first; at most three.
    """

    sentence: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condensed:
    """A question made standalone; or, with `asks_back`, left as it is because it cannot be."""

    query: str
    asks_back: AskBack | None = None


class Condenser(Protocol):
    """Makes a question standalone."""

    def condense(self, question: str, conversation: Conversation) -> Condensed:
        """Give the query to search: the question itself when it needs nothing from before it."""
        ...


_POINTING = re.compile(
    r"\b(?:(?:this|that|the same|the said) (?:project|programme|program|incubator|organisation|"
    r"organization|network|company|cluster|association|centre|center|park|platform|foundation|"
    r"initiative|event|conference|database|university|partner|place|one|group|body))\b",
    re.I,
)
# Not in "companies that they support"; "this" and "that" only where no noun or clause follows.
_OBJECT = re.compile(
    r"(?<!\bthat )(?<!\bwhich )(?<!\bwho )(?<!\bwhom )\b(?:it|they|them|he|she|him)\b(?!['’])"
    r"|\b(?:this|these|those|that)\b(?=\s*(?:[?.,!]|$|(?:is|are|was|were|do|does|did|has|have)\b))",
    re.I,
)
_CONTRACTED = re.compile(r"\b(it|they|he|she|that)['’](s|re|ve|d|ll)\b", re.I)
_OWNER = re.compile(r"\b(?:its|their|his|her)\b", re.I)
# "There" as a place, not as in "are there any", "there is".
_PLACE = re.compile(
    r"(?<!\bare )(?<!\bis )(?<!\bwas )(?<!\bwere )\bthere\b(?! (?:is|are|was|were)\b)", re.I
)
_CONTRACTIONS = {"s": "is", "re": "are", "ve": "have", "d": "would", "ll": "will"}
_WHAT_ABOUT = re.compile(
    r"^(?:and |but |so |ok(?:ay)?,? )*(?:what|how) about\s+(?P<what>.+)$", re.I
)
# "And Medicon Valley Alliance?": nothing but a name.
_AND_NAME = re.compile(r"^[Aa]nd\s+(?P<what>[A-ZÅÄÖ]\S*(?:\s+\S+){0,4}?)\s*\?*$")
_OF_THEM = re.compile(
    r"\b(?:which|who|how many|any|some|all|one|none) of (?:them|these|those)\b", re.I
)
_AND = re.compile(r"^(?:and|but|so|ok(?:ay)?|also|then)[\s,]+", re.I)
# "It" that stands for nothing.
_EXPLETIVE = re.compile(
    r"\b(?:(?:is|was) it|it (?:is|was)) (?:true|possible|correct|ok|legal|worth|necessary|hard|"
    r"easy|clear|known)\b(?= (?:to|that|if|for|when)\b)|\b(?:will|does|did) it (?:rain|snow)\b"
    r"|\bhow long does it take to\b",
    re.I,
)
_NAME = re.compile(r"(?<![.?!] )(?<!^)\b[A-ZÅÄÖ][\w&-]*\w")
# A question of so few words without a name of its own is about what was just spoken of.
_VERY_SHORT = 4
_MARKED_OF = " of "


class EntityCondenser:
    """Puts the entity that was last spoken of where a follow-up points back to it."""

    def condense(self, question: str, conversation: Conversation) -> Condensed:
        """Give the query; see `Condenser.condense`."""
        return Condensed(self._query(question, conversation))

    def _query(self, question: str, conversation: Conversation) -> str:
        last = _last_answered(conversation)
        if last is None:
            return question
        entity = _entity(last, conversation)
        if _OF_THEM.search(question):
            return f"{last.query.rstrip(' ?.!')}, {_lowered(question)}"
        asked_instead = _WHAT_ABOUT.match(question) or _AND_NAME.match(question)
        if asked_instead and not _points_back(asked_instead["what"]):
            return _with_other_entity(last, entity, asked_instead["what"].strip(" ?.!"))
        plain = _AND.sub("", question)
        if entity.casefold() in plain.casefold():
            return question
        if _points_back(plain) and not _has_own_antecedent(plain):
            return _capitalised(_replaced(plain, entity))
        if plain != question or len(plain.split()) <= _VERY_SHORT:
            return question if _names_something(plain) else _extended(plain, entity)
        return question


def _last_answered(conversation: Conversation) -> Turn | None:
    for turn in reversed(conversation.turns):
        if turn.answer.citations:
            return turn
    return None


def _entity(last: Turn, conversation: Conversation) -> str:
    """What the last answered turn was about: a title named in its query, else what it cites first.

    Titles come from all citations so far, the longest first, so that "Medicon Valley" is not taken
    for what "Medicon Valley Alliance" names.
    """
    titles = {citation.title for turn in conversation.turns for citation in turn.answer.citations}
    said = last.query.casefold()
    named = [title for title in titles if title.casefold() in said]
    return max(named, key=lambda title: (len(title), title), default=last.answer.citations[0].title)


def _points_back(question: str) -> bool:
    if _EXPLETIVE.search(question):
        return False
    return any(
        pattern.search(question) for pattern in (_POINTING, _OBJECT, _CONTRACTED, _OWNER, _PLACE)
    )


def _has_own_antecedent(question: str) -> bool:
    """Whether a name stands before the first pronoun: "Does NOME publish its budget?"."""
    first = min(
        (
            found.start()
            for pattern in (_POINTING, _OBJECT, _CONTRACTED, _OWNER, _PLACE)
            for found in [pattern.search(question)]
            if found
        ),
        default=0,
    )
    return _NAME.search(question[:first]) is not None


def _names_something(question: str) -> bool:
    return _NAME.search(question) is not None


def _replaced(question: str, entity: str) -> str:
    """Put the entity for the first pronoun; later ones then point at it."""
    owner = f"{entity}’" if entity.endswith("s") else f"{entity}’s"
    expanded = _CONTRACTED.sub(
        lambda found: f"{found[1]} {_CONTRACTIONS[found[2].lower()]}", question
    )
    for pattern, replacement in ((_POINTING, entity), (_OWNER, owner), (_OBJECT, entity)):
        found = pattern.search(expanded)
        if found:
            return f"{expanded[: found.start()]}{replacement}{expanded[found.end() :]}"
    return _PLACE.sub(lambda _found: f"at {entity}", expanded, count=1)


def _with_other_entity(last: Turn, entity: str, other: str) -> str:
    """Ask the last question of another entity."""
    query = last.query
    for known in (entity, entity.split(" (")[0]):
        # A query of several questions names it in each.
        name = rf"(?<!\w){re.escape(known)}(?!\w)"
        changed, count = re.subn(name, lambda _found: other, query, flags=re.I)
        if count:
            return changed
    names = list(_NAME.finditer(query))
    if names:
        return f"{query[: names[0].start()]}{other}{query[names[-1].end() :]}"
    return f"What is {other}?"


def _extended(question: str, entity: str) -> str:
    """Say at the end of whom a bare question speaks."""
    return _capitalised(f"{question.rstrip(' ?.!')}{_MARKED_OF}{entity}?")


def _lowered(question: str) -> str:
    return question[:1].lower() + question[1:]


def _capitalised(question: str) -> str:
    return question[:1].upper() + question[1:]
