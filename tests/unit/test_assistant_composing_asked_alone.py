"""What is asked is not answered by what stands beside it: a fee's contents, parking, members."""

import pytest

from assistant.evidence.agreement import demands_of
from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from assistant.question.choice import choice_in
from tests.fakes_answering import make_assistant, make_document

PARK = make_document(
    "Omega Park",
    "Omega Park is leased by sixty tenants. Omega Park has a test kitchen. "
    "Omega Park costs SEK 900 a month. The fee of Omega Park covers coaching and storage. "
    "Sigma has worked with Omega Park for several years. "
    "Omega Park looks for ten companies that make food.",
)
NEW = Conversation(conversation_id="new")


def _asked(question: str, span: str, leaning: Leaning | None = None) -> Answer:
    leanings = {span: leaning} if leaning else {}
    return make_assistant([PARK], {span: 6.0}, leanings=leanings).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "span", "verdict"),
    [
        ("Is there parking for tenants at Omega Park?", "sixty tenants", None),
        ("Is there a test kitchen at Omega Park?", "test kitchen", "Yes"),
    ],
)
def test_what_is_there_must_be_spoken_of(question: str, span: str, verdict: str | None) -> None:
    answer = _asked(question, span, Leaning(yes=0.99, no=0.0))
    assert answer.short_answer == verdict


def test_a_price_does_not_tell_what_it_covers() -> None:
    demands = demands_of("What does the fee of Omega Park cover?")
    assert not demands.are_met_by("Omega Park costs SEK 900 a month.")
    assert demands.are_met_by("The fee of Omega Park covers coaching and storage.")
    answer = _asked("What does the fee of Omega Park cover?", "coaching and storage")
    assert answer.short_answer == "coaching and storage"


def test_several_years_are_a_length_of_time() -> None:
    answer = _asked("For how long has Sigma worked with Omega Park?", "several years")
    assert answer.short_answer == "several years"


def test_companies_are_not_counted_for_members() -> None:
    answer = _asked("How many companies are members of Omega Park?", "ten companies")
    assert answer.status == "declined"


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("How many speakers at Omega Day are women?", "speakers at Omega Day"),
        ("How many speakers are there?", None),
        ("How many speakers are paid?", None),
    ],
)
def test_who_is_counted_is_such(question: str, listed: str | None) -> None:
    choice = choice_in(question)
    assert (choice.listed if choice else None) == listed


def test_companies_that_a_list_names_among_others_are_not_all_of_it() -> None:
    founders = "- Volta\n- Lund University\n- Region Skåne\n- Alva"
    omega = make_document("Omega", f"Omega was set up by four organisations:\n\n{founders}")
    assistant = make_assistant([omega], {"Volta": 6.0})
    answer = assistant.ask("How many companies set up Omega?", NEW).answer
    assert answer.short_answer == "at most 2"


PROJECT = make_document(
    "Gamma",
    "Beta funds Gamma, in which Sigma takes part. Sigma has raised much venture capital.",
)


@pytest.mark.parametrize(
    ("question", "verdict"), [("Does Beta fund Sigma?", None), ("Does Beta fund Gamma?", "Yes")]
)
def test_who_takes_part_in_what_is_funded_is_not_funded(question: str, verdict: str | None) -> None:
    leanings = {"Beta funds": Leaning(yes=0.99, no=0.0)}
    assistant = make_assistant([PROJECT], {"Beta funds": 6.0}, leanings=leanings)
    assert assistant.ask(question, NEW).answer.short_answer == verdict


def test_capital_is_nobody_who_funds() -> None:
    assistant = make_assistant([PROJECT], {"venture capital": 6.0})
    assert assistant.ask("Who funds Sigma?", NEW).answer.status == "declined"
