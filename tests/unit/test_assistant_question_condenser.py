"""Follow-ups become standalone; what stands alone is left alone."""

import pytest

from assistant.model import Answer, Conversation, Turn
from assistant.question.condenser import EntityCondenser
from tests.fakes_answering import answered_turn, conversation_of


def condensed(question: str, conversation: Conversation) -> str:
    return EntityCondenser().condense(question, conversation).query


NOME = conversation_of(answered_turn("What is NOME?", "NOME"))


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Who funds it?", "Who funds NOME?"),
        ("And who funds it?", "Who funds NOME?"),
        ("What are its goals?", "What are NOME’s goals?"),
        ("When was that programme started?", "When was NOME started?"),
        ("Does it take equity?", "Does NOME take equity?"),
        ("Who works there?", "Who works at NOME?"),
        ("Since when?", "Since when of NOME?"),
        ("And how many sites?", "How many sites of NOME?"),
        ("What about CAMP?", "What is CAMP?"),
        ("And CAMP?", "What is CAMP?"),
        ("Which of them are companies?", "What is NOME, which of them are companies?"),
    ],
)
def test_a_follow_up_gets_the_entity_of_the_last_answer(question: str, query: str) -> None:
    assert condensed(question, NOME) == query


def test_another_entity_is_put_wherever_the_name_stands_and_nowhere_within_a_word() -> None:
    query = "Which camps does CAMP hold? Who funds CAMP?"
    before = conversation_of(answered_turn(query, "CAMP"))

    assert condensed("What about NOME?", before) == ("Which camps does NOME hold? Who funds NOME?")


@pytest.mark.parametrize(
    "question",
    [
        "Who is the CEO of Flemingsberg Science?",
        "Which incubators take no equity in the companies that they support?",
        "Does SmiLe publish its budget?",
        "Are there any incubators in Umeå that help food companies?",
        "Is it true that Vinnova funds research on new materials?",
        "What does NOME do?",
    ],
)
def test_a_standalone_question_is_left_alone(question: str) -> None:
    assert condensed(question, NOME) == question


def test_without_a_conversation_nothing_changes() -> None:
    assert condensed("Who funds it?", conversation_of()) == "Who funds it?"


def test_a_declined_turn_is_looked_past() -> None:
    declined = Turn(
        turn_id="t", question="q", query="q", answer=Answer(status="declined", text="No.")
    )
    conversation = conversation_of(answered_turn("What is NOME?", "NOME"), declined)
    assert condensed("Who funds it?", conversation) == "Who funds NOME?"


def test_the_entity_is_the_one_that_the_query_named_not_the_first_cited() -> None:
    conversation = conversation_of(
        answered_turn("What is SweCris?", "SweCris"),
        answered_turn("Who operates SweCris?", "Swedish Research Council"),
    )
    assert condensed("Who uses it?", conversation) == "Who uses SweCris?"
