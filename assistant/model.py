"""What an answer is made of: citations, answers, turns, conversations, and the events of a stream.

All immutable. Nothing here reads, searches or talks HTTP.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Status = Literal["answered", "declined"]

Verdict = Literal["up", "down"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Evidence for a sentence of an answer: `quote` is exactly `document.text[start:end]`.

    `number` counts from 1 and is the `[1]` in the answer's text. `score` is how sure the reader is
    that the quote answers the question, 0 to 1. `verified` says that the quote was compared with
    the document's stored text, character by character, after the answer was written.
    """

    number: int
    document_id: str
    title: str
    source: str
    heading: str | None
    page: int | None
    passage_id: str
    quote: str
    start: int
    end: int
    score: float
    verified: bool
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearestPassage:
    """A passage that comes near a question that the documents do not answer."""

    passage_id: str
    document_id: str
    title: str
    source: str
    heading: str | None
    page: int | None
    text: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Statements that disagree about the same thing, each by the number of its citation."""

    about: str
    citation_numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How completely a "which" question was checked: entities by what their documents say.

    `citation_numbers` gives, for each that states or denies it, the citations that prove so; it is
    empty where the answer is declined and cites nothing.
    """

    checked: int
    stated: tuple[str, ...]
    denied: tuple[str, ...]
    silent: tuple[str, ...]
    # A mapping has no hash; what was checked tells two apart well enough.
    citation_numbers: Mapping[str, tuple[int, ...]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A reply. `text` is Markdown with `[1]` markers; a declined answer has no citations.

    `nearest` is filled when declined, best first. `asks_back` offers standalone questions where a
    follow-up could not be resolved; such an answer is declined, and its text asks what is meant.
    `confidence` is the probability of the surest statement, 0 to 1, answered or not, and None where
    none was weighed; it is for measuring and no part of what is told outside.
    """

    status: Status
    text: str
    short_answer: str | None = None
    citations: tuple[Citation, ...] = ()
    nearest: tuple[NearestPassage, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    coverage: Coverage | None = None
    asks_back: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One exchange. `question` is as typed; `query` is the standalone form that was searched."""

    turn_id: str
    question: str
    query: str
    answer: Answer
    timings_ms: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """Turns in order, oldest first."""

    conversation_id: str
    turns: tuple[Turn, ...] = ()

    def append(self, turn: Turn) -> "Conversation":
        """Give a new conversation that ends with `turn`."""
        return replace(self, turns=(*self.turns, turn))


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationSummary:
    """One line of the list of conversations.

    `title` is the first question until the conversation is renamed. The moments are ISO 8601 in
    UTC; `updated_at` is when the newest turn was finished.
    """

    conversation_id: str
    title: str
    started_at: str
    updated_at: str
    turns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What a visitor thinks of an answer, and why, in their own words; "" without a reason."""

    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedTurn:
    """A turn as it is looked at by those who run the assistant: nothing says who asked.

    `finished_at` is ISO 8601 in UTC; `feedback` is None where nobody gave any.
    """

    turn: Turn
    finished_at: str
    feedback: Feedback | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationRecord:
    """A conversation with all that is kept of it; the turns oldest first."""

    summary: ConversationSummary
    turns: tuple[AskedTurn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryUnderstood:
    """First event of a stream: what will be searched."""

    question: str
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassagesFound:
    """Second event: how many passages will be read."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDelta:
    """A piece of the answer's text, in order; joined they give `Answer.text`."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnFinished:
    """Last event: the whole turn, checked."""

    turn: Turn


AnswerEvent = QueryUnderstood | PassagesFound | TextDelta | TurnFinished
