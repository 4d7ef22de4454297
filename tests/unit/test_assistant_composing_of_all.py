"""Whether something is so of all: a part of them denies it, and affirms it of none."""

import pytest

from assistant.composing.of_all import asks_of_all
from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
YARD = make_document(
    "Kappa Yard",
    "Kappa Yard is an incubator. Since the start, 88 companies have left Kappa Yard, and four out "
    "of five of them are still in business.\n\n"
    "Kappa Yard closed in 2022. The six companies of Kappa Yard were offered places at Sigma Park. "
    "Four accepted.\n\n"
    "Members of Kappa Yard pay SEK 900 a month. Kappa Yard is one of the founders of Nord Proof. "
    "Kappa Yard has 40 mentors, who come from business, academia and elsewhere. "
    "The red bench of Kappa Yard is in Lund.",
)
PROOF = make_document(
    "Nord Proof",
    "Nord Proof is a scheme. Seven projects of Nord Proof have had a manager since 2022; two have "
    "become firms. Half of the projects of Nord Proof deal with water.",
)
SPANS = {"four out of five": 6.0, "Four": 6.0, "two": 6.0, "Half": 6.0, "SEK 900": 6.0}
SPANS |= {"one of the founders": 6.0, "academia": 6.0, "red bench": 6.0}
LEANINGS = {span: Leaning(yes=0.95, no=0.0) for span in SPANS}


def _asked(question: str) -> Answer:
    pages = [YARD, PROOF]
    return make_assistant(pages, SPANS, leanings=LEANINGS).ask(question, NEW).answer


@pytest.mark.parametrize(
    "question",
    [
        "Did all companies of Kappa Yard accept?",
        "Did all the companies of Kappa Yard take the places they were offered?",
        "Did Kappa Yard's companies all accept?",
        "Are all companies that have left Kappa Yard still in business?",
        "Did every project of Nord Proof become a firm?",
        "Do all projects of Nord Proof deal with water?",
    ],
)
def test_a_part_of_those_asked_about_denies(question: str) -> None:
    assert _asked(question).short_answer == "No"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Do all members of Kappa Yard pay SEK 900?", "Yes"),
        # Half of them may well be about lakes.
        ("Are all projects of Nord Proof about lakes?", None),
        # One of them, some of them and something else are not all of them.
        ("Did all the founders of Nord Proof found Kappa Yard?", None),
        ("Do all mentors of Kappa Yard come from academia?", None),
        ("Are all the mentors of Kappa Yard in Lund?", None),
        # Who accepted does not tell who moved, nor who was offered a place.
        ("Did all companies of Kappa Yard move to Sigma Park?", None),
        ("Did two of the projects of Nord Proof become firms?", "Yes"),
    ],
)
def test_what_is_told_of_all_or_of_something_else_is_not_denied(
    question: str, said: str | None
) -> None:
    answer = _asked(question)

    assert answer.short_answer == said if said else answer.short_answer not in {"Yes", "No"}


@pytest.mark.parametrize(
    "question",
    [
        "Is it open all the time?",
        "Is it held every other year?",
        "Are all kinds of teams welcome?",
        "Did it take all of that?",
    ],
)
def test_times_and_kinds_are_not_all_of_some(question: str) -> None:
    assert not asks_of_all(question)


def test_what_says_all_that_is_asked_denies_it_of_none() -> None:
    page = make_document("Sigma Forum", "The talks at Sigma Forum are interpreted into Danish.")
    leanings = {"interpreted": Leaning(yes=0.0, no=0.98)}
    assistant = make_assistant([page], {"interpreted": 6.0}, leanings=leanings)
    answer = assistant.ask("Is every talk interpreted at Sigma Forum?", NEW).answer

    assert answer.status == "answered"
    assert answer.short_answer not in {"Yes", "No"}


def test_companies_and_one_person_are_not_all_companies() -> None:
    page = make_document("Sigma Forum", "The partners of Sigma Forum are companies, and one poet.")
    leanings = {"companies": Leaning(yes=0.98, no=0.0)}
    assistant = make_assistant([page], {"companies": 6.0}, leanings=leanings)
    answer = assistant.ask("Are all partners of Sigma Forum companies?", NEW).answer

    assert answer.short_answer != "Yes"
