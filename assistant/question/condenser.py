"""What makes a follow-up standalone gives: a query, or what to ask back; `following` does it."""

from dataclasses import dataclass
from typing import Protocol

from assistant.model import Conversation


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBack:
    """What to say when it cannot be known what a follow-up means.

    Attributes:
        sentence: Asks what is meant, as plain text.
        candidates: Standalone questions that it could be, the likeliest first; at most three.
    """

    sentence: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Through:
    """A question whose answer has to be known first: who "its organiser" is.

    Attributes:
        question: Asks for it; standalone.
        rest: What is asked about it, with "{}" in its place.
    """

    question: str
    rest: str


@dataclass(frozen=True, slots=True)
class Condensed:
    """A question made standalone; or, with `asks_back`, left as it is because it cannot be.

    With `through` the query stands where the answer to that question is not found.
    """

    query: str
    asks_back: AskBack | None = None
    through: Through | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """What a question may mean, for the documents to decide.

    Attributes:
        ways: Standalone questions in the order to ask them; the first that is answered is meant.
        likeliest: The one that is meant where none is answered.
    """

    ways: tuple[str, ...]
    likeliest: str


class Condenser(Protocol):
    """Makes a question standalone."""

    def condense(self, question: str, conversation: Conversation) -> Condensed:
        """Give the query to search: the question itself when it needs nothing from before it."""
        ...


class ReadingCondenser(Condenser, Protocol):
    """A condenser that knows what else a question may mean."""

    def asked(self, question: str, conversation: Conversation) -> str:
        """Give what of a question asks, without what tells only of who asks."""
        ...

    def readings(self, question: str, query: str, conversation: Conversation) -> Readings:
        """Give what a question may mean that was condensed to `query`."""
        ...
