"""What the page needs of the opened assistant; `assistant.services.Services` has all of it."""

from typing import Protocol

from assistant.ecosystem.model import EcosystemMaps
from assistant.insights.model import InsightsView
from assistant.library import Library
from assistant.model import Conversation, Turn
from assistant.service import Answering


class Conversations(Protocol):
    """Where the page writes down what was asked and answered."""

    def start(self, *, owner: str | None = None) -> Conversation:
        """Begin an empty conversation with a new id; of nobody, whoever knows its id sees it."""
        ...

    def append(
        self,
        conversation_id: str,
        turn: Turn,
        *,
        owner: str | None = None,
        replaces: str | None = None,
    ) -> None:
        """Write down a turn as the conversation's newest, in place of the last one if so told.

        Raises:
            UnknownConversation: No conversation that the owner may see has this id.
            TurnNotLast: The turn to replace is not the last one.
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

    @property
    def ecosystem(self) -> EcosystemMaps:
        """Gives the map of the ecosystem."""
        ...

    @property
    def insights(self) -> InsightsView:
        """Puts together what people ask and what they get, for staff."""
        ...
