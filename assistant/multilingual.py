"""Questions in Swedish, answered as the English questions that they are translated into.

Only what is asked is translated. A question that is none of Swedish, or is not understood, goes on
as it was typed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.declining import OTHER_LANGUAGE, unknown_words
from assistant.finishing import turn_of, whole
from assistant.model import (
    Answer,
    AnswerEvent,
    Conversation,
    QueryUnderstood,
    Turn,
    TurnFinished,
)
from assistant.question.foreign import foreign_languages
from assistant.question.kind import is_small_talk
from assistant.question.swedish.offering import offered
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

    def untranslated(self, question: str) -> tuple[str, ...]:
        """Give the words of a question in its language that it does not know; none for English."""
        ...


class Unclear(Protocol):
    """Declines what is not understood."""

    def decline(self, query: str, why: str) -> tuple[int, Answer]:
        """Give how many passages were read, and the answer that says why there is none."""
        ...

    def is_misspelt(self, word: str) -> bool:
        """Whether a word is put right before it is searched."""
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
    what they answer needs no translation, and nothing that was answered from them is lost. The same
    holds for other languages, which are not translated. Where a word is left that nobody knows, the
    question may mean something else than its translation, and is declined.

    Attributes:
        assistant: Answers English questions.
        translator: Puts questions into English.
        stored: Tells the languages of the documents.
        approved: Gives the answer that staff approved for a question; None to do without.
        unclear: Declines what is not understood; None answers it as well as may be.
    """

    assistant: Answering
    translator: Translator
    stored: Languages
    approved: Callable[[str], Answer | None] | None = None
    unclear: Unclear | None = None

    def stream(
        self, question: str, conversation: Conversation, *, query: str | None = None
    ) -> Iterator[AnswerEvent]:
        """Answer step by step; see `Answering.stream`. A `query` that is given stays as it is."""
        check_question(question)
        clock = Stopwatch()
        asked = searchable(question)
        # A greeting is answered in whatever language it is in.
        if query is not None or is_small_talk(asked):
            yield from self.assistant.stream(question, conversation, query=query)
            return
        heard = self._heard(asked, clock)
        if heard.english is None and not heard.why:
            yield from self.assistant.stream(question, conversation)
            return
        with translated():
            approved = self.approved(asked) if self.approved else None
            documents = frozenset[str]().union(*map(self.stored.documents_in, heard.languages))
        if approved:
            yield from whole(question, asked, 0, approved, clock)
            return
        if documents:
            events = tuple(self.assistant.stream(question, conversation))
            if _is_from(events, documents):
                yield from events
                return
        yield from self._understood(question, conversation, heard, clock)

    def _understood(
        self, question: str, conversation: Conversation, heard: "_Heard", clock: Stopwatch
    ) -> Iterator[AnswerEvent]:
        """Answer what was understood, and decline what was not."""
        if heard.why and self.unclear:
            query = heard.english or searchable(question)
            with clock.stage("retrieve"), translated():
                read, answer = self.unclear.decline(query, heard.why)
            if read:
                yield from whole(question, query, read, answer, clock)
                return
        english = heard.english or question
        for event in self.assistant.stream(english, self._in_english(conversation)):
            yield _as_asked(event, question, clock, offer=self._offer(question, english))

    def ask(self, question: str, conversation: Conversation, *, query: str | None = None) -> Turn:
        """Answer in one step.

        Raises:
            InvalidQuestion: The question or the query is empty, too long or not text.
            EmptyKnowledgeBase: There is nothing to search yet.
        """
        return turn_of(self.stream(question, conversation, query=query))

    def _in_english(self, conversation: Conversation) -> Conversation:
        """Give a conversation with the questions that it offered last in English."""
        if not conversation.turns or not conversation.turns[-1].answer.asks_back:
            return conversation
        *before, last = conversation.turns
        choices = last.answer.asks_back
        english = tuple(self.translator.translate(each) or each for each in choices)
        answer = replace(last.answer, asks_back=english)
        return replace(conversation, turns=(*before, replace(last, answer=answer)))

    def _offer(self, question: str, english: str) -> Callable[[Answer], Answer]:
        """Give what words the questions that are offered as the question is worded."""

        def offer(answer: Answer) -> Answer:
            choices = answer.asks_back
            said = offered(question, english, choices, self.translator.translate)
            return replace(answer, asks_back=said) if choices else answer

        return offer

    def _heard(self, asked: str, clock: Stopwatch) -> "_Heard":
        with clock.stage("translate"), translated():
            languages = foreign_languages(asked) if self.unclear else frozenset[str]()
            if languages:
                return _Heard(languages=languages, why=OTHER_LANGUAGE)
            english = self.translator.translate(asked)
            unknown = self._unknown(asked)
            why = unknown_words(unknown) if unknown else ""
            return _Heard(english=english, languages=frozenset({_SWEDISH}), why=why)

    def _unknown(self, asked: str) -> list[str]:
        if self.unclear is None:
            return []
        words = self.translator.untranslated(asked)
        return [word for word in words if not self.unclear.is_misspelt(word)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heard:
    """What a question was understood as.

    Attributes:
        languages: What it is in, as ISO 639-1 codes; English aside.
        english: It in English; None where it was not translated.
        why: Why it is not understood; "" where it is.
    """

    languages: frozenset[str]
    english: str | None = None
    why: str = ""


def _is_from(events: Sequence[AnswerEvent], documents: frozenset[str]) -> bool:
    """Whether a stream's answer stands on some documents alone."""
    last = events[-1]
    if not isinstance(last, TurnFinished) or last.turn.answer.status != "answered":
        return False
    cited = {citation.document_id for citation in last.turn.answer.citations}
    return bool(cited) and cited <= documents


def _as_asked(
    event: AnswerEvent, question: str, clock: Stopwatch, *, offer: Callable[[Answer], Answer]
) -> AnswerEvent:
    """Give an event with the question as it was typed."""
    match event:
        case QueryUnderstood():
            return replace(event, question=question)
        case TurnFinished():
            turn = event.turn
            return TurnFinished(
                turn=replace(
                    turn,
                    question=question,
                    answer=offer(turn.answer),
                    timings_ms={**turn.timings_ms, **clock.reading()},
                )
            )
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
