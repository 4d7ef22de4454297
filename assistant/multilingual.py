"""Questions in Swedish, answered as the English questions that they are translated into.

Only what is asked is translated. A question that is none of Swedish, or is not understood, goes on
as it was typed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.finishing import turn_of, whole
from assistant.model import (
    Answer,
    AnswerEvent,
    Conversation,
    QueryUnderstood,
    Turn,
    TurnFinished,
)
from assistant.question.kind import is_small_talk
from assistant.question.typed import check_question, searchable
from assistant.service import Answering
from assistant.stopwatch import Stopwatch
from assistant.translation import translated
from index.passage import ScoredPassage
from index.retriever import Retriever

_SWEDISH = "sv"


class Translator(Protocol):
    """Puts questions into English."""

    def translate(self, question: str) -> str | None:
        """Give a question in English; None where it is left as it is."""
        ...


class Languages(Protocol):
    """Tells the languages of the stored documents."""

    def documents_in(self, language: str) -> frozenset[str]:
        """Give the ids of the documents in a language, by its ISO 639-1 code."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class MultilingualAssistant:
    """Answers in English what is asked in Swedish; see `Answering`. Stateless.

    Where there are documents in Swedish, too, these are asked first, in the words that were typed:
    what they answer needs no translation, and nothing that was answered from them is lost.

    Attributes:
        assistant: Answers English questions.
        translator: Puts questions into English.
        stored: Tells the languages of the documents.
        approved: Gives the answer that staff approved for a question; None to do without.
    """

    assistant: Answering
    translator: Translator
    stored: Languages
    approved: Callable[[str], Answer | None] | None = None

    def stream(
        self, question: str, conversation: Conversation, *, query: str | None = None
    ) -> Iterator[AnswerEvent]:
        """Answer step by step; see `Answering.stream`. A `query` that is given stays as it is."""
        check_question(question)
        clock = Stopwatch()
        asked = searchable(question)
        # A greeting is answered in whatever language it is in.
        english = None if query is not None or is_small_talk(asked) else self._english(asked, clock)
        if english is None:
            yield from self.assistant.stream(question, conversation, query=query)
            return
        with translated():
            approved = self.approved(asked) if self.approved else None
            documents = self.stored.documents_in(_SWEDISH)
        if approved:
            yield from whole(question, asked, 0, approved, clock)
            return
        if documents:
            events = tuple(self.assistant.stream(question, conversation))
            if _is_from(events, documents):
                yield from events
                return
        for event in self.assistant.stream(english, conversation):
            yield _as_asked(event, question, clock)

    def ask(self, question: str, conversation: Conversation, *, query: str | None = None) -> Turn:
        """Answer in one step.

        Raises:
            InvalidQuestion: The question or the query is empty, too long or not text.
            EmptyKnowledgeBase: There is nothing to search yet.
        """
        return turn_of(self.stream(question, conversation, query=query))

    def _english(self, asked: str, clock: Stopwatch) -> str | None:
        with clock.stage("translate"), translated():
            return self.translator.translate(asked)


def _is_from(events: Sequence[AnswerEvent], documents: frozenset[str]) -> bool:
    """Whether a stream's answer stands on some documents alone."""
    last = events[-1]
    if not isinstance(last, TurnFinished) or last.turn.answer.status != "answered":
        return False
    cited = {citation.document_id for citation in last.turn.answer.citations}
    return bool(cited) and cited <= documents


def _as_asked(event: AnswerEvent, question: str, clock: Stopwatch) -> AnswerEvent:
    """Give an event with the question as it was typed."""
    match event:
        case QueryUnderstood():
            return replace(event, question=question)
        case TurnFinished():
            timings = {**event.turn.timings_ms, **clock.reading()}
            return TurnFinished(turn=replace(event.turn, question=question, timings_ms=timings))
        case _:
            return event


@dataclass(frozen=True, slots=True, kw_only=True)
class MultilingualRetriever:
    """Finds passages for what is asked in Swedish, too; see `Retriever`.

    Attributes:
        retriever: Finds them for English.
        translator: Puts queries into English.
        stored: Tells the languages of the documents; Swedish ones are searched as typed.
    """

    retriever: Retriever
    translator: Translator
    stored: Languages

    def retrieve(self, query: str, top_k: int) -> tuple[ScoredPassage, ...]:
        """Give at most `top_k` passages, best first."""
        english = self.translator.translate(query)
        if english is None:
            return self.retriever.retrieve(query, top_k)
        found = self.retriever.retrieve(english, top_k)
        documents = self.stored.documents_in(_SWEDISH)
        if not documents:
            return found
        best: dict[str, ScoredPassage] = {}
        for scored in (*found, *self.retriever.retrieve(query, top_k)):
            passage_id = scored.passage.passage_id
            is_better = passage_id not in best or best[passage_id].score < scored.score
            if is_better:
                best[passage_id] = scored
        return tuple(sorted(best.values(), key=lambda scored: -scored.score)[:top_k])
