"""Answers that begin before the framework's event: once, for the one who asks."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from assistant.errors import UnknownConversation
from assistant.model import AnswerEvent, Conversation, Turn
from tests.fakes_ui import FakeAssistant, FakeServices, make_services, park_answer
from ui.early import MOST_BEGUN, EarlyAnswers
from ui.exchange import Exchange, Wish


@dataclass(kw_only=True)
class CountingAssistant(FakeAssistant):
    """Notes what it is asked."""

    asked: list[str] = field(default_factory=list)

    def stream(
        self, question: str, conversation: Conversation, *, query: str | None = None
    ) -> Iterator[AnswerEvent]:
        self.asked.append(question)
        return super().stream(question, conversation, query=query)


@pytest.fixture
def services() -> FakeServices:
    made = make_services()
    counting = CountingAssistant(library=made.library)
    return FakeServices(assistant=counting, library=made.library, conversations=made.conversations)


def asked(services: FakeServices) -> list[str]:
    assert isinstance(services.assistant, CountingAssistant)
    return services.assistant.asked


def exchange_of(question: str, conversation: Conversation | None = None) -> Exchange:
    conversation = conversation or Conversation(conversation_id="")
    return Exchange(wish=Wish(question=question), conversation=conversation, language="en")


def finished(early: EarlyAnswers, exchange: Exchange, *, owner: str | None = "ada") -> Turn:
    batches = early.answer(exchange, owner=owner).batches()
    turns = [turn for batch in batches if (turn := exchange.take_all(batch))]
    return turns[-1]


def test_an_answer_begun_is_handed_to_the_event_that_asks_for_it(services: FakeServices) -> None:
    early = EarlyAnswers(services)
    early.begin(Wish(question="Equity?"), "", owner="ada")
    turn = finished(early, exchange_of("Equity?"))
    assert turn.question == "Equity?"
    assert asked(services) == ["Equity?"]


def test_it_is_handed_out_once(services: FakeServices) -> None:
    early = EarlyAnswers(services)
    early.begin(Wish(question="Equity?"), "", owner="ada")
    early.begin(Wish(question="Equity?"), "", owner="ada")
    finished(early, exchange_of("Equity?"))
    finished(early, exchange_of("Equity?"))
    assert asked(services) == ["Equity?", "Equity?"]


def test_nobody_else_and_no_other_question_gets_it(services: FakeServices) -> None:
    early = EarlyAnswers(services)
    early.begin(Wish(question="Equity?"), "", owner="ada")
    finished(early, exchange_of("Equity?"), owner="bob")
    finished(early, exchange_of("Equity"))
    assert asked(services) == ["Equity?", "Equity?", "Equity"]


def test_a_turn_that_came_in_between_makes_it_another_question(services: FakeServices) -> None:
    early = EarlyAnswers(services)
    store = services.conversations
    begun = store.start(owner="ada")
    early.begin(Wish(question="And when?"), begun.conversation_id, owner="ada")
    answer = park_answer("Equity?", services.library.listed[0])
    turn = Turn(turn_id="t", question="Equity?", query="Equity?", answer=answer)
    store.append(begun.conversation_id, turn, owner="ada")
    conversation = store.get(begun.conversation_id, owner="ada")
    assert "(Munsjö" in finished(early, exchange_of("And when?", conversation)).query


def test_a_conversation_of_somebody_else_begins_nothing(services: FakeServices) -> None:
    early = EarlyAnswers(services)
    begun = services.conversations.start(owner="ada")
    with pytest.raises(UnknownConversation):
        early.begin(Wish(question="Equity?"), begun.conversation_id, owner="bob")
    assert asked(services) == []


def test_only_so_many_are_begun_and_what_nobody_asks_for_is_dropped(
    services: FakeServices,
) -> None:
    now = [100.0]
    early = EarlyAnswers(services, clock=lambda: now[0])
    for number in range(MOST_BEGUN + 3):
        early.begin(Wish(question=f"Question {number}?"), "", owner="ada")
    assert len(asked(services)) == MOST_BEGUN
    now[0] += 60
    early.begin(Wish(question="Another?"), "", owner="ada")
    assert asked(services)[-1] == "Another?"
    finished(early, exchange_of("Question 0?"))
    assert asked(services)[-1] == "Question 0?"
