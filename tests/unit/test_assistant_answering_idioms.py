"""What is asked in an idiom is answered by what the documents say in plain words."""

import pytest

from assistant.model import Answer, Conversation
from assistant.question.plainer import plainer
from assistant.question.reworded import in_one
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
CLUSTER = make_document(
    "Vale Cluster",
    "Vale Cluster gathers companies in wind power. Vale Cluster benefits its members by these:\n\n"
    "- study trips\n- working groups\n\n"
    "Vale Cluster was designed by Delta Bank.\n\n"
    "Kappa Game is the yearly hockey game of Vale Cluster. Score so far in Kappa Game: 9–4 to us.",
)
WORK = make_document(
    "Sigma Park",
    "Delta Bank works to bring companies to Sigma Park. This work has led to six new companies "
    "in Sigma Park.",
)
FUND = make_document(
    "Oak Fund",
    "Oak Fund does not invest in retail. Oak Fund is a fund for young technology companies.",
)
COAST = make_document(
    "Coast Fund",
    "Coast Fund does not invest in gambling. Coast Fund reads no business plans of fifty pages and "
    "does not invest in haste.",
)
SPANS = {
    "gambling": 6.5,
    "business plans": 6.0,
    "study trips": 6.0,
    "wind power": 6.5,
    "Delta Bank": 6.0,
    "9–4 to us": 6.0,
    "hockey game": 5.0,
    "to bring companies": 7.0,
    "six new companies": 5.0,
    "young technology companies": 6.0,
    "retail": 6.5,
}


def _asked(question: str) -> Answer:
    return make_assistant([CLUSTER, WORK, FUND, COAST], SPANS).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What would we get out of Vale Cluster?", "working groups"),
        ("Who's ahead in Kappa Game?", "9–4"),
        ("Who dreamt Vale Cluster up?", "Delta Bank"),
        ("With what result does Delta Bank bring companies to Sigma Park?", "led to six"),
        ("What kind of companies does Oak Fund invest in?", "young technology"),
        ("What kinds of business does Coast Fund not invest in?", "gambling"),
    ],
)
def test_an_idiom_is_answered_in_plain_words(question: str, told: str) -> None:
    assert told in _asked(question).text


@pytest.mark.parametrize(
    "question",
    [
        "Who's ahead in Sigma Park?",
        "With what result does Vale Cluster gather companies?",
    ],
)
def test_what_is_not_told_is_not_answered_in_other_words(question: str) -> None:
    assert _asked(question).status == "declined"


@pytest.mark.parametrize(
    ("question", "ways"),
    [
        (
            "What went wrong with Alfa last year?",
            ("Why was Alfa cancelled last year?", "Why was Alfa closed last year?"),
        ),
        ("Did a company come out of Alfa?", ("Has Alfa led to a company?",)),
        ("Did a book come out of Alfa?", ()),
        ("What's the number of members of Alfa?", ("How many members does Alfa have?",)),
        ("How big is the membership of Alfa?", ("How many members does Alfa have?",)),
        ("How old is Alfa?", ("When was Alfa founded?",)),
        ("When is Alfa open?", ("What are the opening hours of Alfa?",)),
        ("Which days is Alfa open now?", ("What are the opening hours of Alfa?",)),
        ("Who is winning Alfa?", ("What is the score in Alfa?",)),
        (
            "Which subjects are treated in the materials?",
            (
                "Which subjects do the materials deal with?",
                "Which subjects do the materials cover?",
            ),
        ),
        ("Which patients are treated in the hospital?", ()),
    ],
)
def test_plainer_ways_are_asked_for_what_is_said_otherwise(
    question: str, ways: tuple[str, ...]
) -> None:
    assert plainer(question).then == ways


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who set the park up?", "Who set up the park?"),
        ("Did they call the forum off?", "Did they call off the forum?"),
        ("Do they give companies a way out?", "Do they give companies a way out?"),
        ("Who gave money to the ones starting out?", "Who gave money to the ones starting out?"),
        ("Do I pay to get my money back?", "Do I pay to get my money back?"),
    ],
)
def test_a_verb_stands_with_its_particle(question: str, said: str) -> None:
    assert in_one(question) == said
