"""One exchange as the page goes through it: what is asked, how far it is, what went wrong. Pure."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import assert_never

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.defects import told, told_step_by_step
from assistant.errors import CallerError, OperatorError
from assistant.languages.answers import retold_text
from assistant.languages.errors import retold_error
from assistant.model import (
    AnswerEvent,
    Conversation,
    PassagesFound,
    QueryUnderstood,
    TextDelta,
    Turn,
    TurnFinished,
)
from ui.language import Language
from ui.rendering import render_failure, render_progress
from ui.texts import load_texts

_LOGGER = logging.getLogger(__name__)


class Wish(BaseModel):
    """What the page's scripts ask for: a question, in other words or in place of the last turn.

    Attributes:
        question: As typed.
        query: What to search instead of what would be understood; None to understand it.
        replaces: The id of the last turn, which the new one takes the place of.
        place: Anything; makes the same wish differ when it is made again.
        keeps_typed: Whether something else is being typed, which stays where it is.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str
    query: str | None = None
    replaces: str | None = None
    place: int = 0
    keeps_typed: bool = False


def read_wish(text: str) -> Wish | None:
    """Read what a script sent; None for anything else."""
    try:
        return Wish.model_validate_json(text)
    except ValidationError:
        return None


@dataclass(slots=True, kw_only=True)
class Exchange:
    """What is known so far of the turn that is being answered."""

    wish: Wish
    conversation: Conversation
    language: Language
    query: str = ""
    text: str = ""
    step: str = field(init=False)

    def __post_init__(self) -> None:
        """Begin by reading the question."""
        self.step = load_texts("chat").say(self.language, "step_question")

    @property
    def before(self) -> Conversation:
        """The conversation that the turn follows on: without the turn that it replaces."""
        turns = self.conversation.turns
        if self.wish.replaces and turns and turns[-1].turn_id == self.wish.replaces:
            turns = turns[:-1]
        return Conversation(conversation_id=self.conversation.conversation_id, turns=turns)

    @property
    def number(self) -> int:
        """The turn's number in its conversation, from 1."""
        return len(self.before.turns) + 1

    def take_all(self, events: Iterable[AnswerEvent]) -> Turn | None:
        """Learn from events of the stream; give the turn when it is finished."""
        taken = [self._take(event) for event in events]
        return next((turn for turn in taken if turn is not None), None)

    def _take(self, event: AnswerEvent) -> Turn | None:
        say = load_texts("chat").say
        match event:
            case QueryUnderstood():
                self.query, self.step = event.query, say(self.language, "step_searching")
            case PassagesFound(count=1):
                self.step = say(self.language, "step_reading_one")
            case PassagesFound():
                self.step = say(self.language, "step_reading_many", count=event.count)
            case TextDelta():
                self.text += event.text
            case TurnFinished():
                return event.turn
            case _:
                assert_never(event)
        return None

    def render(self) -> str:
        """Render the turn as far as it is."""
        return render_progress(
            self.wish.question,
            number=self.number,
            query=self.query,
            text=retold_text(self.text, (), self.language),
            step=self.step,
            language=self.language,
        )

    def render_failure(self, error: Exception) -> str:
        """Render the turn as one that ended in an error."""
        message = message_of(error, self.language)
        return render_failure(
            self.wish.question, message, number=self.number, language=self.language
        )


def message_of(error: Exception, language: Language) -> str:
    """Give the sentence that a visitor sees; errors of ours are logged and not told."""
    if isinstance(error, (CallerError, OperatorError)):
        return retold_error(str(error), language)
    _LOGGER.error("The page failed: %s", told(error))
    _LOGGER.debug("The page failed: %s", told_step_by_step(error))
    return load_texts("chat").say(language, "failed_own")
