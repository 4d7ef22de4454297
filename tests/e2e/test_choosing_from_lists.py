"""Of the corpus's own lists those items are given that a follow-up asks for, with real models."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.bootstrap import open_services
from assistant.model import Answer, Conversation, Turn
from assistant.services import Services
from assistant.settings import load_settings

_DOCUMENTS = Path(__file__).resolve().parents[2] / "corpus" / "documents"
_SOME = (
    "mobile-heights.md",
    "lund-university.md",
    "supporting-partners-of-medicon-village.md",
    "medicon-village.md",
    "twins-international-multihelix.md",
    "members-of-twins-international-multihelix-by-country.md",
    "flemingsberg.md",
    "smile-incubator.md",
)


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    data = tmp_path_factory.mktemp("choosing") / "data"
    # Where the sample texts are is for the tests; as a setting it is refused.
    outside = {name: value for name, value in os.environ.items() if name != "ASSISTANT_TEST_SHARED"}
    subprocess.run(
        [
            sys.executable,
            "-m",
            "assistant.cli",
            "ingest",
            *(str(_DOCUMENTS / each) for each in _SOME),
        ],
        env={**outside, "ASSISTANT_DATA_DIR": str(data)},
        capture_output=True,
        timeout=120,
        check=True,
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("ASSISTANT_TEST_SHARED", raising=False)
        patch.setenv("ASSISTANT_DATA_DIR", str(data))
        opened = open_services(load_settings(), role="reader")
    yield opened
    opened.close()


def _last(services: Services, *questions: str) -> Turn:
    conversation = Conversation(conversation_id="new")
    for question in questions:
        conversation = conversation.append(services.assistant.ask(question, conversation))
    return conversation.turns[-1]


@pytest.mark.parametrize(
    ("questions", "query", "short"),
    [
        (
            ("Who founded Mobile Heights?", "which of them are universities?"),
            "Which universities founded Mobile Heights?",
            "Lund University, Malmö University",
        ),
        (
            ("Who founded Mobile Heights?", "and how many of them are universities?"),
            "How many universities founded Mobile Heights?",
            "at least 2",
        ),
        (
            (
                "Who are the supporting partners of Medicon Village?",
                "which one of them is a private person?",
            ),
            "Which of the supporting partners of Medicon Village is a private person?",
            "Frans Henrik Kockum",
        ),
        (
            ("Which companies are there in Flemingsberg?", "which of them is based in ANA Futura?"),
            "Which of the companies in Flemingsberg is based in ANA Futura?",
            "Biomedrex",
        ),
        (
            ("Which members of TIM are there in Spain?", "and in Belgium?"),
            "Which members of TIM are there in Belgium?",
            "BioVille",
        ),
        (
            ("How many companies has SmiLe Incubator had?", "how many of those are listed by now?"),
            "How many of the companies of SmiLe Incubator are listed by now?",
            "21",
        ),
    ],
)
def test_some_of_a_list_are_asked_for_and_given(
    services: Services, questions: tuple[str, ...], query: str, short: str
) -> None:
    turn = _last(services, *questions)
    assert turn.query == query
    assert turn.answer.short_answer == short
    assert _is_proved(turn.answer, short)


@pytest.mark.parametrize(
    "question",
    [
        "Which of the founders of Mobile Heights is a hospital?",
        "Which banks founded Mobile Heights?",
        "Which of the members of TIM are in Finland?",
        "How many of the founders of Mobile Heights have left?",
    ],
)
def test_what_no_list_tells_is_declined(services: Services, question: str) -> None:
    assert _last(services, question).answer.status == "declined"


def _is_proved(answer: Answer, short: str) -> bool:
    """Whether the first citation's quote holds every name of the short answer, or a list."""
    quote = answer.citations[0].quote
    is_counted = "least" in short
    return answer.citations[0].verified and (
        is_counted or all(name in quote for name in short.split(", "))
    )
