"""Greetings, thanks and farewells in two languages get a reply; a question after them an answer."""

import pytest

from assistant.model import Conversation
from assistant.question.kind import core_question, is_small_talk
from assistant.question.small_talk import small_talk_reply
from tests.fakes_answering import make_assistant, make_document

EXAMPLES = ("What is NOME?", "Who funds NOME?", "Where is NOME?", "When did NOME begin?")


@pytest.mark.parametrize(
    ("said", "opening"),
    [
        ("Hi there!", "Hello!"),
        ("Hejsan", "Hello!"),
        ("God morgon!", "Hello!"),
        ("thx for your help", "You are welcome."),
        ("Tack så mycket!", "You are welcome."),
        ("Bye, see you later", "Goodbye."),
        ("Hej då!", "Goodbye."),
        ("Who are you?", "I answer questions"),
        ("Vad kan du göra?", "I answer questions"),
        ("What kind of questions can I ask?", "I answer questions"),
    ],
)
def test_small_talk_gets_a_fitting_reply_with_three_examples(said: str, opening: str) -> None:
    assert is_small_talk(said)
    reply = small_talk_reply(said, EXAMPLES)
    assert reply.startswith(opening)
    assert reply.count("\n- ") == 3


@pytest.mark.parametrize(
    "said",
    ["Hi, what is NOME?", "Who are you funded by?", "What can you do with equity?", "Hello Lund"],
)
def test_what_asks_for_something_is_no_small_talk(said: str) -> None:
    assert not is_small_talk(said)


def test_a_question_after_a_greeting_is_answered_without_the_greeting() -> None:
    nome = make_document("NOME", "NOME is a mentor network for start-ups.")
    turn = make_assistant([nome], {}).ask("Hi, what is NOME?", Conversation(conversation_id="c"))
    assert turn.query == "What is NOME?"
    assert turn.answer.text == "NOME is a mentor network for start-ups. [1]"


def test_what_surrounds_a_question_is_left_out_only_if_the_question_stands_alone() -> None:
    assert core_question("I am new here. Who runs NOME?") == "Who runs NOME?"
    for whole in ("I have a firm in Lund. Who can help me?", "Who runs NOME? Who funds NOME?"):
        assert core_question(whole) == whole
