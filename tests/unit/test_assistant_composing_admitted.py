"""Whether anybody may come: "by invitation only" denies, and what tells of some affirms nothing."""

import pytest

from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

PAGES = [
    make_document("Alfa Talks", "Alfa Talks is a meeting. Participation is by invitation only."),
    make_document("Beta Days", "Beta Days is a closed two-day meeting of park managers."),
    make_document("Gamma Fair", "Gamma Fair is a fair. Anybody can attend Gamma Fair."),
    make_document("Delta Course", "Delta Course is a course. Teams take part in Delta Course."),
]
SPANS = {"by invitation only": 6.0, "closed": 5.0, "Anybody can": 7.0, "Teams take": 7.0}


def _asked(question: str) -> Answer:
    new = Conversation(conversation_id="new")
    return make_assistant(PAGES, SPANS).ask(question, new).answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Can anybody take part in Alfa Talks?", "No"),
        ("Can anyone go to Beta Days?", "No"),
        ("Can anybody attend Gamma Fair?", "Yes"),
        ("Can anybody take part in Delta Course?", None),
        ("Do teams take part in Delta Course?", "Yes"),
    ],
)
def test_anybody_may_come_only_where_all_are_told_of(question: str, verdict: str | None) -> None:
    assert _asked(question).short_answer == verdict
