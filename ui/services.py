"""What the page needs of the opened assistant; `assistant.services.Services` has all of it."""

from typing import Protocol

from assistant.library import Library
from assistant.model import Conversation, Turn
from assistant.service import Answering


class Conversations(Protocol):
    """Where the page writes down what was asked and answered."""

    def start(self) -> Conversation:
        """Begin an empty conversation with a new id."""
        ...

    def append(self, conversation_id: str, turn: Turn) -> None:
        """Write down a turn as the conversation's newest.

        Raises:
            UnknownConversation: No conversation has this id.
        """
        ...


class PageServices(Protocol):
    """The parts of the opened assistant that the page uses."""

    @property
    def assistant(self) -> Answering:
        """Answers questions."""
        ...

    @property
    def library(self) -> Library:
        """Shows the documents."""
        ...

    @property
    def conversations(self) -> Conversations:
        """Stores what was asked and answered."""
        ...
