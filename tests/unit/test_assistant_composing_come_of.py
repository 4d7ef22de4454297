"""Whether something succeeded: told by what came of it, and denied by no good result."""

import pytest

from assistant.composing.come_of import leaves_success_open, tells_outcome
from assistant.evidence.reading import Leaning
from assistant.evidence.statements import Statement, statements_of
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document, make_passage

NEW = Conversation(conversation_id="new")


def _statement(text: str) -> Statement:
    return statements_of(make_passage(make_document("Kite Lab", text)))[0]


@pytest.mark.parametrize(
    ("question", "text", "is_told"),
    [
        ("Was the bid successful?", "The bid was a candidacy to host the agency.", False),
        ("Was the bid successful?", "The bid was put into effect by Delta Bank.", False),
        ("Has the work been a success?", "This work has led to six new companies.", True),
        ("Did the project succeed?", "The project was stopped in October.", True),
        ("Did a firm come out of it?", "It is a course.", False),
        ("Is it a course?", "It is a course.", True),
        ("Which firms came out of it?", "Its founding members are two firms.", False),
        ("Which firms came out of it?", "Alfa took it over, and it became larger.", False),
        ("How many pilots came out of it?", "Eleven pilots have been made.", True),
        ("Which firms came out of it?", "Alfa was spun off from it.", True),
        ("How many firms have come out of it?", "Two firms have come out of it.", True),
    ],
)
def test_success_is_told_by_what_came_of_it(question: str, text: str, *, is_told: bool) -> None:
    assert tells_outcome(question, _statement(text)) is is_told


def test_a_good_result_denies_no_success() -> None:
    asked = "Has the work been successful?"
    led, stopped = _statement("It led to six firms."), _statement("It was stopped.")
    assert leaves_success_open(asked, led, is_so=False)
    assert not leaves_success_open(asked, led, is_so=True)
    assert not leaves_success_open(asked, stopped, is_so=False)


PACT = make_document(
    "Nord Pact",
    "Nord Pact has eleven members. Spain is the only country with two members in Nord Pact.",
)


def _asked(question: str) -> Answer:
    spans = {"eleven members": 6.0, "two members": 5.0}
    leanings = {span: Leaning(yes=0.0, no=0.95) for span in spans}
    return make_assistant([PACT], spans, leanings=leanings).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Does any country have two members in Nord Pact?", "Yes"),
        ("Is any of the countries represented twice in Nord Pact?", "Yes"),
        # Of universities, and of three, nothing is told.
        ("Does any university have two members in Nord Pact?", None),
        ("Does any country have three members in Nord Pact?", None),
    ],
)
def test_the_only_one_with_two_is_one_that_has_two(question: str, said: str | None) -> None:
    short = _asked(question).short_answer

    assert short == said if said else short != "Yes"
