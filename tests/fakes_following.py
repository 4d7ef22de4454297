"""Names that a condenser knows in tests, and short ways to make turns to point back at."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.entities.statements import Kind
from assistant.model import Answer, Conversation, Coverage, Turn
from assistant.question.condenser import Condensed
from assistant.question.following.condenser import FollowUpCondenser
from assistant.question.following.names import SpokenName
from assistant.question.terms import terms
from tests.fakes_answering import cited


@dataclass(frozen=True, kw_only=True, eq=False)
class MemoryNames:
    """Names with their kinds, and what is written about some of them.

    A kind "place" alone makes a name one that only says where.
    """

    kinds: Mapping[str, Sequence[str]]
    texts: Mapping[str, str] = field(default_factory=dict)

    def current(self) -> "MemoryNames":
        """Give itself."""
        return self

    def find(self, text: str) -> tuple[SpokenName, ...]:
        """Find names in any capitals; the longest at each place."""
        found: list[SpokenName] = []
        for name in sorted(self.kinds, key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.I):
                if all(match.end() <= one.start or match.start() >= one.end for one in found):
                    found.append(self._name(name, match))
        return tuple(sorted(found, key=lambda one: one.start))

    def nearest(self, name: str) -> str:
        """Know one misspelling of each name, without its last letter, or its last two words."""
        said = name.lower().removeprefix("the ")
        near = (
            known
            for known in self.kinds
            if known[:-1].lower() == said or known.lower().split()[1:] == said.split()
        )
        return next(near, "")

    def called(self, noun: str) -> str:
        """Know what is of a kind of several words."""
        said = noun.lower().removeprefix("the ")
        return next(
            (name for name, kinds in self.kinds.items() if " " in said and said in kinds), ""
        )

    def support(self, name: str, asked: Sequence[str]) -> float:
        """Say which share of the terms the text about a name holds."""
        held = set(terms(self.texts.get(name, "")))
        return sum(term in held for term in asked) / len(asked) if asked else 0.0

    def _name(self, name: str, match: re.Match[str]) -> SpokenName:
        kinds: frozenset[Kind] = frozenset(tuple(kind.split()) for kind in self.kinds[name])
        return SpokenName(
            text=name,
            start=match.start(),
            end=match.end(),
            kinds=kinds,
            is_known=True,
            is_place=kinds == {("place",)},
        )


def said(
    query: str,
    short: str | None = None,
    *,
    typed: str | None = None,
    text: str = "So it is. [1]",
    titles: Sequence[str] = (),
    stated: Sequence[str] = (),
    asks_back: tuple[str, ...] = (),
) -> Turn:
    """A turn that was answered, or that asked back."""
    citations = tuple(cited(number, title) for number, title in enumerate(titles, start=1))
    answer = Answer(
        status="declined" if asks_back else "answered",
        text=text,
        short_answer=short,
        citations=citations,
        coverage=Coverage(checked=9, stated=tuple(stated), denied=(), silent=())
        if stated
        else None,
        asks_back=asks_back,
    )
    return Turn(turn_id="t", question=typed or query, query=query, answer=answer)


def refused(query: str, text: str = "The documents do not answer this.") -> Turn:
    """A turn that the documents did not answer."""
    answer = Answer(status="declined", text=text)
    return Turn(turn_id="t", question=query, query=query, answer=answer)


def talk(*turns: Turn) -> Conversation:
    """A conversation of some turns."""
    return Conversation(conversation_id="c", turns=turns)


KNOWN = MemoryNames(
    kinds={
        "NOME": ["network"],
        "CAMP": ["project"],
        "SmiLe": ["incubator"],
        "Nerva": ["incubator"],
        "Gran Incubator": ["incubator"],
        "Kelp Yard": ["incubator"],
        "Harbour Days": ["event"],
        "Ocean Cluster": ["cluster"],
        "Kajen Park": ["science park"],
        "Coast Foundation": ["foundation"],
        "SweCris": ["database"],
        "Research Council": ["public authority"],
        "Vinnova": ["funding agency"],
        "Lund": ["place"],
        "Malmö": ["place"],
        "Stockholm": ["place"],
        "Sweden": ["place"],
        "Canada": ["place"],
    },
    texts={
        "Harbour Days": "Harbour Days is held in May. Visitors buy tickets. A stand costs 900.",
        "Ocean Cluster": "The cluster has 54 members and a board.",
        "Kelp Yard": "A desk costs SEK 900 per month.",
    },
)
CONDENSER = FollowUpCondenser(known=KNOWN)

NOME = talk(said("What is NOME?", titles=["NOME"]))
SWECRIS = talk(said("What is SweCris?"), said("Who operates SweCris?", "Research Council"))
LIST = talk(said("Which incubators take no equity?", stated=["SmiLe", "Nerva", "Kelp Yard"]))
PAIR = talk(said("Compare SmiLe and Nerva", text="| | SmiLe | Nerva |"))
DAYS = talk(said("What is Harbour Days?"), said("Who organises Harbour Days?", "Ocean Cluster"))
NOTHING = talk()


def condense(question: str, conversation: Conversation) -> Condensed:
    """Condense with the names above."""
    return CONDENSER.condense(question, conversation)
