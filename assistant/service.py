"""The Assistant: question and conversation in, Turn out. Stateless; stores sit at the edge."""

from collections.abc import Iterator
from typing import Protocol

from assistant.model import AnswerEvent, Conversation, Turn


class Answering(Protocol):
    """What the edges (command line, HTTP, page) need of an assistant."""

    def stream(
        self, question: str, conversation: Conversation, *, query: str | None = None
    ) -> Iterator[AnswerEvent]:
        """Answer step by step; the last event is `TurnFinished`.

        With `query` given, that is what is searched, and nothing is read out of the conversation;
        the turn's `question` stays what was typed.

        Raises:
            InvalidQuestion: The question or the query is empty, too long or not text.
            EmptyKnowledgeBase: There is nothing to search yet.
        """
        ...

    def ask(self, question: str, conversation: Conversation, *, query: str | None = None) -> Turn:
        """Answer in one step: `stream`, drained."""
        ...
