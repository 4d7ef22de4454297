"""With whom somebody does something is told by whoever does it, too, and never by themselves."""

import pytest

from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
QUAY = make_document(
    "Blue Quay",
    "Blue Quay is an accelerator. The accelerator was started in 2018 by the Port of Lund "
    "together with the ferry company Sundlinjen. Alfa and Beta run it together.",
)
TECH = make_document("Lund University", "Lund University was created in 1977.")
LAMPS = make_document(
    "Lamps", "Lamps was founded in 2019 by Per Dahl and took part in a batch of Blue Quay."
)


def _asked(question: str, **scores: float) -> Answer:
    spans = {each.replace("_", " "): score for each, score in scores.items()}
    return make_assistant([QUAY, TECH, LAMPS], spans).ask(question, NEW).answer


@pytest.mark.parametrize(
    "question",
    [
        "With whom did Sundlinjen start an accelerator?",
        "Who did Sundlinjen start the accelerator with?",
        "Together with whom did Sundlinjen start the accelerator?",
    ],
)
def test_with_whom_one_starts_something_is_told_by_whom_it_was_started(question: str) -> None:
    answer = _asked(question, Sundlinjen=7.0, Port_of_Lund=5.0)
    assert answer.short_answer == "Port of Lund"


def test_who_else_does_it_is_asked_of_one_who_does_it_too() -> None:
    answer = _asked("Who runs Blue Quay together with Alfa?", Beta=6.0)
    assert answer.short_answer == "Alfa and Beta"


@pytest.mark.parametrize(
    ("question", "scores"),
    [
        ("With whom does Lamps run an accelerator?", {"Per_Dahl": 6.0}),
        ("With whom did Sundlinjen start a shipyard?", {"Port_of_Lund": -0.1}),
        ("In which year was Sundlinjen started?", {"2018": 6.0}),
    ],
)
def test_another_deed_or_a_companion_s_own_beginning_is_declined(
    question: str, scores: dict[str, float]
) -> None:
    assert _asked(question, **scores).status == "declined"


def test_the_port_of_a_town_is_not_what_bears_the_town_s_name() -> None:
    answer = _asked("When was the Port of Lund's accelerator started?", **{"2018": 6.0})
    assert answer.short_answer == "2018"
    assert _asked("When was the Port of Lund started?", **{"1977": 6.0}).status == "declined"
