"""Whether something is of a kind is decided by what tells what it is, and by nothing else."""

import pytest

from assistant.evidence.reading import Leaning
from assistant.model import Conversation
from tests.fakes_answering import make_assistant, make_document

DOCUMENTS = [
    make_document(
        "SmiLe Incubator",
        "SmiLe Incubator is a business incubator in Lund. SmiLe Incubator helps companies. "
        "Kajen University is a partner of SmiLe Incubator.",
    ),
    make_document("NOME", "NOME is an initiative for mentors. Networks and companies like NOME."),
    make_document("Medicon Valley", "Medicon Valley is a cluster in two countries."),
    make_document(
        "Medicon Valley Alliance", "Medicon Valley Alliance is an association in Medicon Valley."
    ),
    make_document("Kajen University", "Kajen University is a university in the harbour."),
    make_document("KTH", "KTH is one of the three universities behind the lab."),
]
NEW = Conversation(conversation_id="new")


@pytest.mark.parametrize(
    ("question", "verdict", "quote"),
    [
        ("Is SmiLe an incubator?", "Yes", "is a business incubator"),
        ("Is SmiLe Incubator a university?", "No", "is a business incubator"),
        ("Is NOME a company?", None, "is an initiative"),
        ("Is Medicon Valley Alliance a cluster?", "No", "is an association"),
        ("Is Medicon Valley a cluster?", "Yes", "is a cluster"),
        ("Is KTH a university?", "Yes", "one of the three universities"),
    ],
)
def test_a_kind_is_told_by_what_says_what_something_is(
    question: str, verdict: str | None, quote: str
) -> None:
    spans = {
        "in two countries": 4.0,
        "association": 4.0,
        "harbour": 4.0,
        "helps companies": 4.0,
        "like NOME": 4.0,
        "partner of": 4.0,
        "three": 4.0,
    }
    # The reader takes for granted whatever shares the words.
    leanings = dict.fromkeys(spans, Leaning(yes=0.99, no=0.0))
    answer = make_assistant(DOCUMENTS, spans, leanings=leanings).ask(question, NEW).answer
    assert answer.short_answer == verdict
    assert quote in answer.citations[0].quote


def test_what_nothing_tells_of_is_declined() -> None:
    answer = make_assistant(DOCUMENTS, {"mentors": 4.0}).ask("Is Vecura a company?", NEW).answer
    assert answer.status == "declined"
