"""Answers begun before the framework's event arrives: the page says at once what will be asked.

Between a key press and the event that the framework makes of it lie some tens of milliseconds, in
which the answer can be worked out already. Nothing is shown or written down here; an answer that
no event asks for is dropped after a few seconds.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from assistant.model import AnswerEvent, Conversation
from ui.ahead import Ahead
from ui.exchange import Exchange, Wish
from ui.services import PageServices

MOST_BEGUN = 8
"""Answers begun that no event has asked for yet; beyond it the events begin them themselves."""

_KEPT_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is asked, by whom, after what: the same only if the answer is the same."""

    owner: str | None
    question: str
    query: str | None
    conversation_id: str
    last_turn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """An answer on its way, and when it began."""

    coming: Ahead[AnswerEvent]
    at: float


class EarlyAnswers:
    """Begins answers, and hands each to the event that asks for it. Safe from several threads."""

    def __init__(
        self, services: PageServices, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin nothing yet; `clock` gives seconds."""
        self._clock = clock
        self._services = services
        self._begun: OrderedDict[_Asked, _Begun] = OrderedDict()
        self._lock = threading.Lock()

    def begin(self, wish: Wish, conversation_id: str, *, owner: str | None) -> None:
        """Begin to answer what an event is about to ask.

        Raises:
            UnknownConversation: The conversation is not there for this owner.
        """
        conversation = Conversation(conversation_id="")
        if conversation_id:
            conversation = self._services.conversations.get(conversation_id, owner=owner)
        exchange = Exchange(wish=wish, conversation=conversation, language="en")
        asked = _asked(exchange, owner)
        with self._lock:
            self._drop_old()
            if asked in self._begun or len(self._begun) >= MOST_BEGUN:
                return
            self._begun[asked] = _Begun(coming=self._start(exchange), at=self._clock())

    def answer(self, exchange: Exchange, *, owner: str | None) -> Ahead[AnswerEvent]:
        """Give the answer that was begun for an exchange, or begin it now."""
        with self._lock:
            self._drop_old()
            begun = self._begun.pop(_asked(exchange, owner), None)
        return begun.coming if begun else self._start(exchange)

    def _start(self, exchange: Exchange) -> Ahead[AnswerEvent]:
        wish = exchange.wish
        stream = self._services.assistant.stream(wish.question, exchange.before, query=wish.query)
        return Ahead(stream)

    def _drop_old(self) -> None:
        oldest = self._clock() - _KEPT_SECONDS
        while self._begun and next(iter(self._begun.values())).at < oldest:
            _, begun = self._begun.popitem(last=False)
            begun.coming.abandon()


def _asked(exchange: Exchange, owner: str | None) -> _Asked:
    turns = exchange.before.turns
    return _Asked(
        owner=owner,
        question=exchange.wish.question,
        query=exchange.wish.query,
        conversation_id=exchange.conversation.conversation_id,
        last_turn=turns[-1].turn_id if turns else "",
    )
