"""Who satisfies a bound gets its answer; who does not gets the other, or the bound to read."""

import pytest

from assistant.composing.bounded import fit_in
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

ALFA = make_document(
    "Alfa",
    "Alfa is a clinic for companies. A visit to Alfa is free for companies with fewer than 50 "
    "employees. Larger companies pay 4,000 kronor a visit.",
)
BETA = make_document(
    "Beta",
    "Companies in Beta must have at least five employees and a product. "
    "Beta cannot help companies that have been running for more than ten years. "
    "Those under 18 need an adult at Beta.",
)
GAMMA = make_document(
    "Gamma",
    "A ticket to Gamma costs 3,900 kronor; start-ups less than three years old pay SEK 900.",
)
DELTA = make_document(
    "Delta",
    "The yearly fee of Delta depends on the number of employees:\n\nEmployees | Fee\n"
    "0–9 | SEK 4,000\n10–49 | SEK 12,000\nuniversities and public bodies | SEK 15,000",
)
NEW = Conversation(conversation_id="new")


def _asked(question: str, *spans: str, told: str = "") -> Answer:
    assistant = make_assistant([ALFA, BETA, GAMMA, DELTA], dict.fromkeys(spans, 6.0))
    conversation = NEW
    for each in filter(None, told.split(" || ")):
        conversation = conversation.append(assistant.ask(each, conversation))
    return assistant.ask(question, conversation).answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is Alfa free for a company with 80 employees?", "No"),
        ("Is Alfa free for a company with 50 employees?", "No"),
        ("Is Alfa free for a company with 20 people?", "Yes"),
        ("Does a company with 80 employees have to pay for Alfa?", "Yes"),
        ("Does a company with 12 employees have to pay for Alfa?", "No"),
    ],
)
def test_what_is_free_for_some_is_weighed(question: str, verdict: str) -> None:
    answer = _asked(question, "free for companies", "4,000 kronor")

    assert answer.short_answer == verdict
    assert ("Larger companies pay 4,000" in answer.text) == ("80" in question or "50" in question)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Can a company with 3 employees join Beta?", "No"),
        ("Can a company with 8 employees join Beta?", "Yes"),
        ("Is a company with 3 employees too small for Beta?", "Yes"),
        ("Is a company with 8 employees too small for Beta?", "No"),
        ("Can a company that is 12 years old get help from Beta?", "No"),
        ("Can a 16-year-old come to Beta?", None),
    ],
)
def test_who_may_take_part_is_weighed(question: str, verdict: str | None) -> None:
    answer = _asked(question, "at least five employees", "more than ten years", "under 18")

    assert answer.status == "answered"
    assert answer.short_answer == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("I graduated six months ago. Can I join Kappa?", "Yes"),
        ("Can I join Kappa if I graduated two years ago?", "No"),
        ("Can I join Kappa if I finished my degree 40 weeks ago?", "Yes"),
        ("Is it too late to join Kappa if I graduated ten months ago?", "No"),
    ],
)
def test_the_time_since_studies_is_weighed(question: str, verdict: str | None) -> None:
    page = make_document(
        "Kappa",
        "Every student can join Kappa, and so can those who graduated no more than one year ago.",
    )
    answer = make_assistant([page], {"no more than": 6.0}).ask(question, NEW).answer
    assert answer.short_answer == verdict


def test_one_within_a_bound_for_a_duty_is_told_of_it() -> None:
    answer = _asked("Can a 16-year-old come to Beta?", "under 18")

    assert "Those under 18 need an adult" in answer.text


@pytest.mark.parametrize(
    ("question", "price"),
    [
        ("What does Gamma cost for a start-up that is two years old?", "SEK 900"),
        ("What does Gamma cost for a start-up that is five years old?", "3,900 kronor"),
    ],
)
def test_the_price_for_just_that_is_given(question: str, price: str) -> None:
    assert _asked(question, "3,900 kronor", "SEK 900").short_answer == price


@pytest.mark.parametrize(
    ("who", "fee"),
    [
        ("company with 12 employees", "SEK 12,000"),
        ("company with 12 people", "SEK 12,000"),
        ("university", "SEK 15,000"),
        ("public body", "SEK 15,000"),
    ],
)
def test_the_row_for_just_that_is_given(who: str, fee: str) -> None:
    assistant = make_assistant([DELTA], {"SEK 4,000": 6.0})

    answer = assistant.ask(f"What does a {who} pay to Delta?", NEW).answer

    assert answer.short_answer == fee


def test_no_value_stands_alone_that_is_for_others() -> None:
    seven = make_document("Epsilon", "Companies less than five years old get SEK 500 from Epsilon.")
    assistant = make_assistant([seven], {"SEK 500": 6.0})

    def ask(years: str) -> Answer:
        question = f"How much does a company that is {years} years old get from Epsilon?"
        return assistant.ask(question, NEW).answer

    assert ask("two").short_answer == "SEK 500"
    assert ask("seven").short_answer is None
    assert "less than five years old" in ask("seven").text


@pytest.mark.parametrize(
    ("query", "text", "fit"),
    [
        ("a company with 9 employees", "for those with at least ten employees", "outside"),
        ("a company with 9 employees", "for those less than ten years old", "unsaid"),
        ("Does it have more than 50 employees?", "It has 60 employees.", "unsaid"),
        ("companies with fewer than 10 employees", "for at most 50 employees", "within"),
        ("a company with 9 employees", "at most 5 employees, or at least 7 employees", "unsaid"),
    ],
)
def test_only_one_bound_of_the_same_measure_is_compared(query: str, text: str, fit: str) -> None:
    assert fit_in(query, text) == fit


def test_what_was_told_before_holds_for_we() -> None:
    answer = _asked(
        "is it free for us?", "free for companies", told="We're 80 people. What is Alfa?"
    )

    assert answer.short_answer == "No"
