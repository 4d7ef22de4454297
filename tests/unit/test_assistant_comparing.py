"""Comparisons: what is compared and what is asked of it, in the many ways that people ask."""

import time

import pytest

from assistant.comparing.question import comparison_of


@pytest.mark.parametrize(
    ("question", "things", "asked"),
    [
        ("Compare Alfa and Beta on funding", ("Alfa", "Beta"), "Who funds {}?"),
        (
            "How do Alfa and Beta differ in size?",
            ("Alfa", "Beta"),
            "How many members",
        ),
        ("difference between Alfa and Beta in rent", ("Alfa", "Beta"), "What is the rent of {}?"),
        ("Which is older, Alfa or Beta?", ("Alfa", "Beta"), "When was {} founded?"),
        ("Which of Alfa and Beta is older?", ("Alfa", "Beta"), "When was {} founded?"),
        ("Is Alfa older than Beta?", ("Alfa", "Beta"), "When was {} founded?"),
        ("Who runs Alfa, and who runs Beta?", ("Alfa", "Beta"), "Who runs {}?"),
        ("What does a desk cost at Alfa compared with Beta?", ("Alfa", "Beta"), "What does a desk"),
        ("Where do firms stay longer, at Alfa or at Beta?", ("Alfa", "Beta"), "How long do firms"),
        (
            "Which has more members, Alfa or Beta?",
            ("Alfa", "Beta"),
            "How many members does {} have?",
        ),
        ("Alfa or Beta: which of the two takes equity?", ("Alfa", "Beta"), "Does {} take equity?"),
        (
            "Between Alfa and Beta, which was set up first?",
            ("Alfa", "Beta"),
            "When was {} founded?",
        ),
        ("Which has been around longer, Alfa or Beta?", ("Alfa", "Beta"), "When was {} founded?"),
        (
            "Does Alfa have more staff than Beta?",
            ("Alfa", "Beta"),
            "How many employees does {} have",
        ),
        (
            "Who has more members: Alfa, Beta or Gamma Hub?",
            ("Alfa", "Beta", "Gamma Hub"),
            "How many members does {} have?",
        ),
        ("Compare what Alfa and Beta charge.", ("Alfa", "Beta"), "How much does {} cost?"),
        ("Alfa vs Beta: are they both free?", ("Alfa", "Beta"), "Is {} free?"),
        ("Alfa and Beta: where is each one located?", ("Alfa", "Beta"), "Where is {} located?"),
        ("How are Alfa and Beta financed, respectively?", ("Alfa", "Beta"), "Who funds {}?"),
        ("When were Alfa and Beta founded?", ("Alfa", "Beta"), "When was {} founded?"),
        ("Contrast the owners of Alfa with those of Beta.", ("Alfa", "Beta"), "Who are the owners"),
        ("Is rent cheaper at Alfa than at Beta?", ("Alfa", "Beta"), "What is the rent at {}?"),
        ("Did Alfa start before Beta?", ("Alfa", "Beta"), "When was {} founded?"),
        (
            "Put Alfa and Beta side by side: how long do they last?",
            ("Alfa", "Beta"),
            "How long does {} last?",
        ),
        ("How much do members pay at Alfa and how much at Beta?", ("Alfa", "Beta"), "How much do"),
        ("What does a desk cost at Alfa, and what at Beta?", ("Alfa", "Beta"), "What does a desk"),
        ("When did Alfa start, and Beta?", ("Alfa", "Beta"), "When was {} founded?"),
        ("Where is Alfa and where is Beta based?", ("Alfa", "Beta"), "Where is {} located?"),
        ("Who pays for Alfa, and who pays for Beta?", ("Alfa", "Beta"), "Who funds {}?"),
        ("Is rent higher at Alfa or at Beta?", ("Alfa", "Beta"), "What is the rent at {}?"),
        ("Which is older Alfa or Beta?", ("Alfa", "Beta"), "When was {} founded?"),
        (
            "Where is it cheaper to rent a desk: Alfa or Beta?",
            ("Alfa", "Beta"),
            "How much does it cost to rent a desk at {}?",
        ),
        (
            "Compare the number of employees at Alfa and at Beta",
            ("Alfa", "Beta"),
            "How many employees does {} have?",
        ),
        ("How do Alfa's and Beta's fees differ?", ("Alfa", "Beta"), "How much does {} cost?"),
        ("How does Alfa's length compare with Beta's?", ("Alfa", "Beta"), "How long is {}?"),
        (
            "Compare what outsiders pay for a day at Alfa and for a day at Beta.",
            ("Alfa", "Beta"),
            "What do outsiders pay for a day at {}?",
        ),
        ("Alfa vs. Beta vs. Gamma Hub: equity?", ("Alfa", "Beta", "Gamma Hub"), "What share of"),
        ("Compare ticket prices: Alfa and Beta", ("Alfa", "Beta"), "What is the ticket price of"),
        (
            "I can't decide between Alfa and Beta. How do they compare on length?",
            ("Alfa", "Beta"),
            "How long is {}?",
        ),
        ("Alfa and Beta: who pays?", ("Alfa", "Beta"), "Who funds {}?"),
        ("Is Alfa free, or Beta?", ("Alfa", "Beta"), "Is {} free?"),
        (
            "What's the gap between Alfa and Beta in number of students?",
            ("Alfa", "Beta"),
            "How many students does {} have?",
        ),
        (
            "Is it more expensive to go to Alfa than to Beta?",
            ("Alfa", "Beta"),
            "How much does {} cost?",
        ),
    ],
)
def test_a_comparison_is_taken_apart(question: str, things: tuple[str, ...], asked: str) -> None:
    comparison = comparison_of(question)
    assert comparison is not None
    assert comparison.things == things
    assert comparison.asked[0].question.startswith(asked)


@pytest.mark.parametrize(
    "question",
    [
        "Which incubators are in Lund or Malmö?",
        "What is the biggest incubator?",
        "Who founded Alfa, Sony or Nokia?",
        "Which incubator has more members?",
        "Who owns Alfa and Beta?",
        "What do Alfa and Beta organise together?",
        "Which events take place in Lund, Malmö and Stockholm?",
        "How do members differ from partners?",
        "how do members differ from partners",
        "Do I pay at the start or at the end?",
        "Is rent higher in winter than in summer?",
        "what is more important, idea or team?",
        "How many people came in 2022 and in 2023?",
        "Who should I call, Maja or Johan?",
        "When is the next forum, and where?",
        "Is there more than one incubator in Lund or Malmö?",
        "what's the difference between a grant and a loan?",
        "Who runs Alfa and how long can I stay there?",
        "Is Professor Rahimi at Lund University or KTH?",
    ],
)
def test_other_questions_compare_nothing(question: str) -> None:
    assert comparison_of(question) is None


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("seed ticket versus growth ticket", ("seed ticket", "growth ticket")),
        ("IF Metall or Unionen: which is older?", ("IF Metall", "Unionen")),
    ],
)
def test_names_may_be_in_lower_case_beside_versus(question: str, things: tuple[str, str]) -> None:
    comparison = comparison_of(question)
    assert comparison is not None
    assert comparison.things == things


def test_a_condition_names_nothing_to_compare() -> None:
    question = "If I'm accepted to Forge, how much will Grafit let me spend on tests and material?"
    assert comparison_of(question) is None


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("is livra older than grafit?", ("Livra", "Grafit")),
        ("so which one is older, nerva or mylla", ("Nerva", "Mylla")),
        ("whats cheaper, a membership at nordlys or at SOC?", ("Nordlys", "SOC")),
        ("who has more members alfa or beta park alliance?", ("Alfa", "Beta Park Alliance")),
        ("whats the difference between nerva and mylla in price", ("Nerva", "Mylla")),
        ("does kelp yard or livra take equity", ("Kelp Yard", "Livra")),
        ("kelp yard or livra - who takes less equity?", ("Kelp Yard", "Livra")),
        ("how long can I stay at kelp yard and how long at livra?", ("Kelp Yard", "Livra")),
    ],
)
def test_names_typed_in_small_letters_get_their_capitals(
    question: str, things: tuple[str, str]
) -> None:
    comparison = comparison_of(question)
    assert comparison is not None
    assert comparison.things == things


@pytest.mark.parametrize(
    "question",
    [
        "Is Alfa not older than Beta?",
        "Is Alfa five years older than Beta?",
        "Does Alfa have twice more members than Beta?",
        "Which is less cheap, Alfa or Beta?",
        "Did Alfa close before Beta?",
        "Did Alfa join before Beta?",
    ],
)
def test_more_than_an_order_by_beginning_or_number_is_not_ranked(question: str) -> None:
    assert comparison_of(question) is None


@pytest.mark.parametrize("question", ["Compare Alfa and Beta on {x}", "Are Alfa and Beta both {}?"])
def test_braces_in_a_question_are_no_places_for_names(question: str) -> None:
    made = comparison_of(question)
    assert made is not None
    assert all(asked.question.format(made.things[0]) for asked in made.asked)


def test_a_table_wider_than_anybody_reads_is_not_made() -> None:
    names = ", ".join(f"Park{number}" for number in range(30))
    assert comparison_of(f"Compare {names} and Beta") is None


@pytest.mark.parametrize(
    "question",
    ["which is " + "older, x, " * 220, "when " + "x older , " * 199, "X, " * 600 + "?"],
)
def test_a_long_question_is_taken_apart_at_once(question: str) -> None:
    started = time.perf_counter()
    comparison_of(question[:2000])
    assert time.perf_counter() - started < 2
