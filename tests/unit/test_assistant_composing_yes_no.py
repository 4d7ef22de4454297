"""Yes or no: by negation, by opposites, and by comparing a claimed value with the stated one."""

import pytest

from assistant.composing.vocabulary import plain, properties
from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from assistant.question.terms import words
from tests.fakes_answering import make_assistant, make_document

ALFA = make_document(
    "Alfa",
    "Alfa is a non-profit national association in Lund. Alfa was founded in 2010. "
    "Alfa has more than 300 members from 50 firms. Alfa is funded by Beta Foundation. "
    "Membership of Alfa is free of charge. Alfa is politically independent. "
    "Eva Berg is the CEO of Alfa. Only students can apply to Alfa.",
)
GAMMA = make_document(
    "Gamma",
    "Gamma has three founders:\n\n- Delta\n- Epsilon University\n- the City of Lund",
)
NEW = Conversation(conversation_id="new")


def _asked(question: str, *spans: str) -> Answer:
    assistant = make_assistant([ALFA, GAMMA], dict.fromkeys(spans, 4.0))
    return assistant.ask(question, NEW).answer


@pytest.mark.parametrize(
    ("question", "span", "verdict"),
    [
        ("Is Alfa in Lund?", "Lund", "Yes"),
        ("Is Alfa in Oslo?", "Lund", "No"),
        ("Was Alfa founded in 2010?", "2010", "Yes"),
        ("Was Alfa founded in 2012?", "2010", "No"),
        ("Was Alfa founded before 2012?", "2010", "Yes"),
        ("Does Alfa have more than 100 members?", "300", "Yes"),
        ("Does Alfa have 50 members?", "300", "No"),
        ("Does Alfa have fewer than 200 members?", "300", "No"),
        ("Is Alfa funded by Beta Foundation?", "Beta Foundation", "Yes"),
        ("Is Alfa funded by Vinnova?", "Beta Foundation", "No"),
        ("Is Eva Berg the CEO of Alfa?", "Eva Berg", "Yes"),
        ("Is Ola Ek the CEO of Alfa?", "Eva Berg", "No"),
        ("Was Delta one of the founders of Gamma?", "three founders", "Yes"),
        ("Was Nokia one of the founders of Gamma?", "three founders", "No"),
    ],
)
def test_a_claimed_value_is_compared_with_the_stated_one(
    question: str, span: str, verdict: str
) -> None:
    answer = _asked(question, span)
    assert answer.short_answer == verdict
    assert answer.text.startswith(f"{verdict}. ")
    assert span in answer.citations[0].quote


@pytest.mark.parametrize(
    ("question", "span", "verdict"),
    [
        ("Is Alfa for-profit?", "non-profit", "No"),
        ("Is Alfa a non-profit?", "non-profit", "Yes"),
        ("Is Alfa a commercial association?", "non-profit", "No"),
        ("Is Alfa a regional association?", "national", "No"),
        ("Does membership of Alfa cost anything?", "free of charge", "No"),
        ("Is membership of Alfa free?", "free of charge", "Yes"),
        ("Is Alfa politically dependent?", "independent", "No"),
        ("Can companies apply to Alfa?", "students", "No"),
    ],
)
def test_negations_and_opposites_decide(question: str, span: str, verdict: str) -> None:
    assert _asked(question, span).short_answer == verdict


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("Does Alfa have more than 500 members?", "300"),
        ("Is Alfa in Sweden?", "Lund"),
        ("Does Alfa run a bakery?", "non-profit"),
        ("Did Alfa receive money in 2012?", "2010"),
    ],
)
def test_what_is_not_settled_is_declined(question: str, span: str) -> None:
    assert _asked(question, span).status == "declined"


PRIZE = make_document(
    "Golden Pipe", "The Golden Pipe goes to whoever dives deepest. It is a prize."
)


@pytest.mark.parametrize(("yes", "no", "verdict"), [(0.02, 0.98, "No"), (0.95, 0.02, "Yes")])
def test_what_the_reader_is_sure_of_decides_in_whatever_words(
    yes: float, no: float, verdict: str
) -> None:
    leanings = {"dives deepest": Leaning(yes=yes, no=no)}
    assistant = make_assistant([PRIZE], {"dives deepest": 6.0}, leanings=leanings)

    answer = assistant.ask("Can one win the Golden Pipe ashore?", NEW).answer

    assert answer.short_answer == verdict
    assert answer.text.startswith(f"{verdict}. ")


def test_a_no_in_other_words_that_denies_nothing_must_be_very_sure() -> None:
    leanings = {"dives deepest": Leaning(yes=0.02, no=0.95)}
    assistant = make_assistant([PRIZE], {"dives deepest": 6.0}, leanings=leanings)

    assert assistant.ask("Can one win the Golden Pipe ashore?", NEW).answer.short_answer is None


@pytest.mark.parametrize(("score", "status"), [(6.0, "answered"), (1.0, "declined")])
def test_what_surely_answers_is_given_without_a_verdict_where_none_is_sure(
    score: float, status: str
) -> None:
    leanings = {"dives deepest": Leaning(yes=0.5, no=0.4)}
    assistant = make_assistant([PRIZE], {"dives deepest": score}, leanings=leanings)

    answer = assistant.ask("Can one win the Golden Pipe ashore?", NEW).answer

    assert answer.status == status
    assert answer.short_answer is None
    assert not answer.text.startswith(("Yes", "No"))


def test_words_decide_unless_the_reader_is_very_sure() -> None:
    question = "Is Alfa politically independent?"
    spans = {"independent": 4.0}

    def said(no: float) -> str | None:
        leanings = {"independent": Leaning(yes=0.0, no=no)}
        assistant = make_assistant([ALFA], spans, leanings=leanings)
        return assistant.ask(question, NEW).answer.short_answer

    assert said(0.5) == "Yes"
    assert said(0.9) == "Yes"
    assert said(0.99) == "No"


def test_of_statements_that_likely_answer_the_surest_one_decides() -> None:
    spans = {"dives deepest": 6.0, "a prize": 4.0}
    leanings = {"dives deepest": Leaning(yes=0.83, no=0.1), "a prize": Leaning(yes=0.0, no=0.97)}
    assistant = make_assistant([PRIZE], spans, leanings=leanings)

    answer = assistant.ask("Can one win the Golden Pipe ashore?", NEW).answer

    assert answer.short_answer == "No"
    assert answer.citations[0].quote == "It is a prize."


def test_what_is_told_of_another_decides_nothing() -> None:
    other = make_document("Silver Pipe", "The prize is awarded every year.")
    leanings = {"every year": Leaning(yes=0.99, no=0.0)}
    assistant = make_assistant([PRIZE, other], {"every year": 6.0}, leanings=leanings)

    assert assistant.ask("Is the Golden Pipe awarded annually?", NEW).answer.short_answer != "Yes"


TIES = make_document(
    "Omega",
    "Omega is financed by two funders:\n\n- Delta\n- the City of Lund\n\n"
    "Omega has two supporting partners:\n\n- Nordbank\n- Sydbank\n\n"
    "The members of Omega have long experience of three fields:\n\n- Robotics\n- ICT\n- Food\n\n"
    "Omega is praised by Sigma as an example.",
)


def _tied(question: str, span: str, leaning: Leaning | None = None) -> Answer:
    leanings = {span: leaning} if leaning else {}
    assistant = make_assistant([TIES], {span: 6.0}, leanings=leanings)
    return assistant.ask(question, NEW).answer


def test_the_reader_does_not_outvote_a_complete_list() -> None:
    sure = Leaning(yes=0.99, no=0.0)
    assert _tied("Does Vinnova fund Omega?", "two funders", sure).short_answer == "No"


def test_no_yes_from_a_statement_without_what_is_asked() -> None:
    sure = Leaning(yes=0.99, no=0.0)
    assert _tied("Did Sigma found Omega?", "praised by Sigma", sure).short_answer is None


def test_no_yes_from_a_statement_without_who_is_claimed() -> None:
    sure = Leaning(yes=0.99, no=0.0)
    assert _tied("Is Vinnova a partner of Omega?", "praised by Sigma", sure).short_answer is None


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is Nordbank a supporting partner of Omega?", "Yes"),
        ("Is Nordbank a collaboration partner of Omega?", None),
    ],
)
def test_partners_of_one_kind_are_none_of_another(question: str, verdict: str | None) -> None:
    assert _tied(question, "two supporting partners").short_answer == verdict


def test_a_list_of_another_thing_denies_nobody() -> None:
    answer = _tied("Is Sony a member of Omega?", "experience of three fields")
    assert answer.short_answer is None


@pytest.mark.parametrize(
    "said", ["Their shared vision is growth.", "Care is part of their business model."]
)
def test_what_only_sounds_like_shares_is_no_equity(said: str) -> None:
    assert "equity" not in plain(said)
    assert not properties("equity") & {
        each for word in words(plain(said)) for each in properties(word)
    }


@pytest.mark.parametrize(
    ("span", "leaning", "verdict"),
    [
        ("makes it a part of", Leaning(yes=0.99, no=0.0), None),
        ("in a regional project", Leaning(yes=0.0, no=0.99), None),
        ("one of seven participants", Leaning(yes=0.99, no=0.0), "Yes"),
    ],
)
def test_between_two_nothing_is_decided_by_what_speaks_of_one(
    span: str, leaning: Leaning, verdict: str | None
) -> None:
    told = (
        make_document("Ocean Life", "Quay Town says that Ocean Life makes it a part of the goal."),
        make_document("Tide Hospital", "Tide Hospital takes part in a regional project."),
        make_document("News", "Tide Hospital is one of seven participants in Ocean Life."),
    )
    kept = [one for one in told if span in one.text]
    assistant = make_assistant([*told[:2], *kept], {span: 6.0}, leanings={span: leaning})
    answer = assistant.ask("Is Tide Hospital involved in Ocean Life?", NEW).answer
    assert answer.short_answer == verdict


def test_what_is_said_of_none_affirms_nothing() -> None:
    yards = make_document("Yards", "None of them is a co-working space, and people keep asking.")
    leanings = {"co-working space": Leaning(yes=0.99, no=0.0)}
    assistant = make_assistant([yards], {"co-working space": 6.0}, leanings=leanings)
    answer = assistant.ask("Is there a co-working space?", NEW).answer
    assert answer.short_answer != "Yes"


PARK = make_document(
    "Harbour Park",
    "Harbour Park has these partners:\n\n- Delta\n- Sigma in Lund\n\n"
    "Sigma in Lund is a partner of Harbour Park.",
)
FIRMS = make_document(
    "Ten firms",
    "Sigma makes pumps and won a prize of Harbour Park. Sigma began at Kajen and moved to Oslo.",
)


@pytest.mark.parametrize("span", ["- Sigma in Lund", "Sigma in Lund is"])
def test_where_another_is_does_not_tell_where_this_one_is(span: str) -> None:
    # The reader takes it for that.
    leanings = {span: Leaning(yes=0.99, no=0.0)}
    assistant = make_assistant([PARK], {span: 4.0}, leanings=leanings)
    assert assistant.ask("Is Harbour Park in Lund?", NEW).answer.short_answer != "Yes"


def test_where_another_was_does_not_tell_where_this_one_is_not() -> None:
    leanings = {"at Kajen": Leaning(yes=0.0, no=0.99)}
    assistant = make_assistant([PARK, FIRMS], {"at Kajen": 4.0}, leanings=leanings)
    answer = assistant.ask("Is Harbour Park still at Kajen?", NEW).answer
    assert answer.short_answer is None


FEES = make_document(
    "Alfa Days",
    "A ticket to Alfa Days costs SEK 900. Alfa Days are paid for by Beta. "
    "The Alfa Days school is free for companies with fewer than 50 employees. "
    "There is no fee for the Alfa Days walk.\n\n"
    "The Alfa Days camp:\n\n- We invest EUR 40,000 in every team.\n- There is no programme fee.",
)


@pytest.mark.parametrize(
    ("question", "span", "verdict"),
    [
        ("Is Alfa Days free?", "SEK 900", "No"),
        ("Is the Alfa Days walk free of charge?", "no fee", "Yes"),
        ("Is the Alfa Days camp free?", "invest EUR", "Yes"),
        ("Is the Alfa Days school free?", "free for companies", None),
        ("Is Alfa Days free?", "paid for by Beta", None),
    ],
)
def test_what_something_costs_tells_whether_it_is_free(
    question: str, span: str, verdict: str | None
) -> None:
    # The reader takes whatever it is shown for a No.
    leanings = {span: Leaning(yes=0.0, no=0.99)}
    assistant = make_assistant([FEES], {span: 4.0}, leanings=leanings)
    assert assistant.ask(question, NEW).answer.short_answer == verdict
