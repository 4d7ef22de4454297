"""What leaves a choice is answered by the one that is affirmed, and else as any question is."""

from assistant.either import either_of
from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")


def _asked(affirmed: set[str]) -> list[str | None]:
    def ask(question: str) -> Answer:
        if question in affirmed:
            return Answer(status="answered", text="Yes. Alfa is one. [1]", short_answer="Yes")
        return Answer(status="declined", text="The documents do not answer this.")

    answer = either_of("Is Alfa a company or a foundation?", ask)
    return [answer.text, answer.short_answer] if answer else [None]


def test_the_one_that_is_affirmed_is_given() -> None:
    told = _asked({"Is Alfa a foundation?"})
    assert told == ["A foundation. Alfa is one. [1]", "a foundation"]


def test_none_or_both_leave_it_to_the_whole_question() -> None:
    assert _asked(set()) == [None]
    assert _asked({"Is Alfa a company?", "Is Alfa a foundation?"}) == [None]


def test_what_leaves_no_choice_is_not_asked_in_parts() -> None:
    def ask(question: str) -> Answer:
        raise AssertionError(question)

    for question in ("Is Alfa a company?", "Is Alfa open or not?", "Who runs Alfa or Beta?"):
        assert either_of(question, ask) is None


def test_the_assistant_answers_a_choice_by_the_one_that_is_affirmed() -> None:
    page = make_document("Kite", "Kite is a foundation for games. Kite meets in Lund.")
    leanings = {"foundation": Leaning(yes=0.0, no=0.0)}
    assistant = make_assistant([page], {"a foundation": 6.0}, leanings=leanings)
    answer = assistant.ask("Is Kite a company or a foundation?", NEW).answer
    assert answer.short_answer == "a foundation"
