"""What is told of another deed, another thing or another time decides nothing of what is asked."""

import pytest

from assistant.composing.claim import claim_of
from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from assistant.question.reworded import reworded
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
CHEQUE = make_document(
    "Vale Office",
    "Vale Office hands out the export cheque. A company can receive an export cheque only once. "
    "It pays for help from outside: a survey. "
    "Applications for the export cheque are accepted all year round. "
    "The prize of Vale Office can be applied for all year round except in July.",
)
CAMP = make_document(
    "Kappa Camp",
    "Kappa Camp lasts 24 hours. At Kappa Camp everything that is made must be published as open "
    "source. A team at Kappa Camp may keep its name.",
)
TESTBED = make_document(
    "Lambda Testbed",
    "Lambda Testbed is a place for trials. Omega City coordinated the application for funding. "
    "Sigma Hospital runs the Lambda Testbed.",
)
SPANS = {
    "only once": 6.0,
    "from outside": 6.0,
    "all year round": 6.0,
    "open source": 6.0,
    "its name": 5.0,
    "Omega City": 6.0,
    "Sigma Hospital": 6.5,
}
LEANINGS = {
    "only once": Leaning(yes=0.0, no=0.95),
    "from outside": Leaning(yes=0.0, no=0.99),
    "all year round": Leaning(yes=0.0, no=0.92),
    "open source": Leaning(yes=0.85, no=0.0),
    "Omega City": Leaning(yes=0.95, no=0.0),
}
PAGES = [CHEQUE, CAMP, TESTBED]


def _asked(question: str) -> Answer:
    return make_assistant(PAGES, SPANS, leanings=LEANINGS).ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Can we apply for an export cheque in July?", "Yes"),
        ("can we send in an application for an export cheque in july", "Yes"),
        ("Can we apply for an export cheque at Christmas?", "Yes"),
        ("Can a company receive an export cheque more than once?", "No"),
        ("Can a company receive more than one export cheque?", "No"),
        ("Can a company receive an export cheque?", "Yes"),
        ("Can a team keep its code to itself at Kappa Camp?", "No"),
        ("May we keep our results secret at Kappa Camp?", "No"),
        ("Is it Omega City that runs the Lambda Testbed?", "No"),
        ("Is it Sigma Hospital that runs the Lambda Testbed?", "Yes"),
    ],
)
def test_what_is_told_of_the_deed_itself_decides(question: str, said: str) -> None:
    assert _asked(question).short_answer == said


@pytest.mark.parametrize(
    "question",
    [
        "Can we apply for the prize of Vale Office in July?",
        "Can we visit Vale Office in July?",
    ],
)
def test_all_year_round_affirms_only_what_is_done_then(question: str) -> None:
    assert _asked(question).short_answer != "Yes"


@pytest.mark.parametrize("question", ["Can a team keep its name at Kappa Camp?"])
def test_what_is_kept_and_not_hidden_is_not_denied(question: str) -> None:
    assert _asked(question).short_answer != "No"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("does Omega City run the radiotherapy testbed?", "Who runs the radiotherapy testbed?"),
        ("Does Vinnova fund the costs of travel?", None),
        ("Does Vinnova own part of the start-ups?", None),
        ("Does Vinnova support the start-ups?", None),
    ],
)
def test_one_thing_without_a_name_may_be_claimed_to_be_run(question: str, asked: str) -> None:
    claim = claim_of(question)
    assert (claim.open_question if claim else None) == asked


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What does Borg want for lending boats?", "What does Borg charge for lending boats?"),
        ("What does Borg want for its members?", "What does Borg want for its members?"),
    ],
)
def test_what_is_wanted_for_doing_something_is_charged(question: str, said: str) -> None:
    assert reworded(question) == said


OUTCOME = make_document(
    "Theta",
    "Theta is a programme where teachers spend ten days with companies that need somebody. "
    "Theta meets each spring.",
)
LANTERN = make_document(
    "Lantern Day",
    "Lantern Day is a meeting. Ada Ek was awarded the prize of SEK 200,000 at Lantern Day. "
    "Bo Ny was awarded a grant of SEK 90,000 at Lantern Day.",
)
HELM = make_document(
    "Iota", "Iota is a course for women who lead young companies in Skarmark. Iota is open."
)


ANGELS = make_document(
    "Nu Angels",
    "Nu Angels pitches. Nu Angels runs Iota, a course.\n\nChair: Birgit Sund.",
)


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("Who is in charge of the course for women?", "Birgit Sund"),
        ("Did any company come out of Theta?", "ten days with companies"),
        ("How much is a ticket to Lantern Day?", "SEK 200,000"),
        ("Who is in charge of the course for women?", "young companies in Skarmark"),
        ("Who leads Iota?", "young companies in Skarmark"),
    ],
)
def test_what_is_told_of_something_else_is_no_answer(question: str, span: str) -> None:
    pages = [OUTCOME, LANTERN, HELM, ANGELS]
    answer = make_assistant(pages, {span: 5.0}).ask(question, NEW).answer
    assert answer.status == "declined", answer.text


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("How much is the prize of Lantern Day?", "SEK 200,000"),
        ("Who is the course Iota for?", "women who lead young companies"),
    ],
)
def test_what_is_told_of_it_is_given(question: str, span: str) -> None:
    pages = [OUTCOME, LANTERN, HELM]
    answer = make_assistant(pages, {span: 5.0}).ask(question, NEW).answer
    assert answer.status == "answered"


LOAN = make_document("Pi Loan", "Pi Loan is a loan. Small companies can apply for Pi Loan.")


@pytest.mark.parametrize(
    ("question", "is_so"),
    [
        ("Can a big company get Pi Loan?", False),
        ("Can large firms apply for Pi Loan?", False),
        ("Can a small company get Pi Loan?", True),
        ("Can a company apply for Pi Loan?", True),
    ],
)
def test_what_small_ones_get_is_not_said_of_large_ones(question: str, *, is_so: bool) -> None:
    leanings = {"Small companies": Leaning(yes=0.99, no=0.0)}
    assistant = make_assistant([LOAN], {"Small companies": 6.0}, leanings=leanings)
    assert (assistant.ask(question, NEW).answer.short_answer == "Yes") is is_so


TANK = make_document(
    "Xi Park",
    "Xi Park is a park. The long wave tank at Xi Park was opened in May. "
    "It cost SEK 38 million, of which a fund paid half.",
)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("What was the price tag of the wave tank at Xi Park?", "answered"),
        ("What did the wave tank at Xi Park cost?", "answered"),
        ("What does it cost to be a member of Xi Park?", "declined"),
        ("What did Xi Park cost?", "declined"),
    ],
)
def test_it_is_the_thing_at_the_place_where_that_is_asked_about(question: str, status: str) -> None:
    answer = make_assistant([TANK], {"SEK 38 million": 5.0}).ask(question, NEW).answer
    assert answer.status == status, answer.text
