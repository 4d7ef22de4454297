"""What the page needs of the opened assistant; `assistant.services.Services` has all of it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol

from assistant.approved.model import ApprovedAnswer
from assistant.ecosystem.model import EcosystemMaps
from assistant.insights.model import InsightsView
from assistant.library import Library
from assistant.model import Conversation, Feedback, Turn
from assistant.service import Answering


class Conversations(Protocol):
    """Where the page writes down what was asked and answered, and finds it again.

    Each method knows only what `owner` may see; None is a visitor who is not known.
    """

    def start(self, *, owner: str | None = None) -> Conversation:
        """Begin an empty conversation with a new id."""
        ...

    def get(
        self, conversation_id: str, *, owner: str | None = None, latest: int | None = None
    ) -> Conversation:
        """Give a conversation with all its turns, or only the `latest` ones, oldest first.

        Raises:
            UnknownConversation: The owner has no conversation with this id.
        """
        ...

    def append(
        self,
        conversation_id: str,
        turn: Turn,
        *,
        owner: str | None = None,
        replaces: str | None = None,
    ) -> None:
        """Write down a turn as the conversation's newest, in place of the last one if it says so.

        Raises:
            UnknownConversation: The owner has no conversation with this id.
        """
        ...

    def feedback_of(self, conversation_id: str, *, owner: str | None) -> Mapping[str, Feedback]:
        """Give what the owner thought of a conversation's turns, by turn id.

        Raises:
            UnknownConversation: The owner has no conversation with this id.
        """
        ...


class ApprovedView(Protocol):
    """The approved answers, for staff to look at; they are changed through the API."""

    @property
    def today(self) -> Callable[[], date]:
        """Gives the day by which answers expire."""
        ...

    def answers(self) -> tuple[ApprovedAnswer, ...]:
        """Give all answers, the newest first."""
        ...

    def get(self, approved_id: str) -> ApprovedAnswer:
        """Give one answer.

        Raises:
            UnknownApprovedAnswer: None has this id.
        """
        ...


class UploadsView(Protocol):
    """What pages ask about uploaded documents."""

    def is_upload(self, document_id: str) -> bool:
        """Whether a stored document was uploaded, rather than ingested from elsewhere."""
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
    def approved(self) -> ApprovedView:
        """Gives the answers that staff approved."""
        ...

    @property
    def uploads(self) -> UploadsView:
        """Knows which documents were uploaded."""
        ...

    @property
    def insights(self) -> InsightsView:
        """Puts together what people ask and what they get, for staff."""
        ...
