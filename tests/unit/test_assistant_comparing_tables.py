"""Comparisons: the table, its quotes, the verdict, and when to decline."""

import pytest

from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
ALFA = make_document("Alfa", "Alfa is a network. Alfa was founded in 2010. Eva funds Alfa.")
BETA = make_document("Beta", "Beta is a fund. Beta was founded in 2006, in Lund.")


def _asked(question: str, *spans: str) -> Answer:
    assistant = make_assistant([ALFA, BETA], dict.fromkeys(spans, 4.0))
    return assistant.ask(question, NEW).answer


def test_a_row_holds_a_verified_quote_for_each_thing() -> None:
    answer = _asked("Compare Alfa and Beta on age", "2010", "2006")
    assert answer.text.splitlines() == [
        "| | Alfa | Beta |",
        "|---|---|---|",
        "| Founded | Alfa was founded in 2010. [1] | Beta was founded in 2006, in Lund. [2] |",
    ]
    assert all(citation.verified for citation in answer.citations)


def test_what_one_does_not_state_is_called_so() -> None:
    answer = _asked("Compare Alfa and Beta on funding", "Eva")
    assert "| Funding | Eva funds Alfa. [1] | not stated |" in answer.text


def test_the_older_one_is_named_before_the_table() -> None:
    answer = _asked("Which is older, Alfa or Beta?", "2010", "2006")
    assert answer.short_answer == "Beta"
    assert answer.text.startswith("Older: **Beta**, 2006 [1]; Alfa: 2010 [2].\n\n| | Alfa | Beta |")


def test_a_claimed_order_is_affirmed_or_denied() -> None:
    assert _asked("Is Beta older than Alfa?", "2010", "2006").short_answer == "Yes"
    assert _asked("Is Alfa older than Beta?", "2010", "2006").text.startswith("No.")


def test_without_a_property_it_says_what_each_thing_is() -> None:
    answer = _asked("Compare Alfa and Beta", "2010", "2006")
    assert "| What it is | Alfa is a network. [1] | Beta is a fund. [2] |" in answer.text
    assert "| Founded |" in answer.text
    assert "| Funding |" not in answer.text


def test_an_unknown_thing_or_nothing_stated_of_either_is_declined() -> None:
    assert _asked("Compare Alfa and Zorblax on age", "2010").status == "declined"
    assert _asked("Compare Alfa and Beta on parking").status == "declined"


def test_the_things_of_which_a_claim_holds_are_named() -> None:
    docs = [
        make_document("Alfa", "Alfa is a hub. Alfa does not take equity."),
        make_document("Beta", "Beta is a hub. Beta takes equity in each company."),
    ]
    assistant = make_assistant(docs, {"equity": 4.0})
    answer = assistant.ask("Alfa or Beta: which of the two takes equity?", NEW).answer
    assert answer.short_answer == "Beta"
    assert answer.text.startswith("Takes equity: **Beta**.")


def test_what_several_have_in_common_is_a_name_told_of_all() -> None:
    docs = [
        make_document("Alfa", "Alfa is a hub. Alfa is funded by the Nordin Fund and Eva Ek."),
        make_document("Beta", "Beta is a network. Beta was set up with the Nordin Fund."),
    ]
    answer = make_assistant(docs, {}).ask("What do Alfa and Beta have in common?", NEW).answer
    assert answer.text.startswith("In common: **Nordin Fund**.")
    assert "Eva Ek**" not in answer.text


def test_values_in_different_units_give_no_winner() -> None:
    docs = [
        make_document("Alfa", "Alfa is a hub. A desk at Alfa costs SEK 900."),
        make_document("Beta", "Beta is a hub. A desk at Beta costs EUR 200."),
    ]
    assistant = make_assistant(docs, {"SEK 900": 4.0, "EUR 200": 4.0})
    answer = assistant.ask("Which is cheaper, Alfa or Beta?", NEW).answer
    assert answer.short_answer is None
    assert "SEK 900" in answer.text
    assert "EUR 200" in answer.text


def test_a_year_of_something_else_is_no_founding_year() -> None:
    beta = make_document("Beta", "Beta has been listed since 2021. Beta was started in 2013.")
    assistant = make_assistant([ALFA, beta], {"2010": 4.0, "2021": 4.0, "2013": 1.0})
    answer = assistant.ask("Which is older, Alfa or Beta?", NEW).answer
    assert answer.text.startswith("Older: **Alfa**, 2010 [1]; Beta: 2013 [2].")


def test_what_is_free_is_a_price_and_a_prize_is_none() -> None:
    docs = [
        make_document("Alfa", "Alfa is a course.\n\n- Length: 8 weeks\n- Price: free"),
        make_document("Beta", "Beta costs SEK 900."),
    ]
    assistant = make_assistant(docs, {"free": 4.0, "SEK 900": 4.0})
    answer = assistant.ask("Compare Alfa and Beta on price", NEW).answer
    assert "Price: free [1] | Beta costs SEK 900. [2]" in answer.text


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Were Alfa and Beta founded in the same year?", "No"),
        ("Are Alfa and Beta equally old?", "No"),
        ("Is Beta as old as Alfa?", "Yes"),
        ("Is Alfa as old as Beta?", "No"),
        ("Is there a difference in age between Alfa and Beta?", "Yes"),
    ],
)
def test_whether_things_are_alike_is_affirmed_or_denied(question: str, short: str) -> None:
    assert _asked(question, "2010", "2006").short_answer == short


def test_nothing_to_pay_is_less_than_any_price() -> None:
    docs = [
        make_document("Alfa", "Alfa is a course. Alfa costs SEK 900."),
        make_document("Beta", "Beta is a course.\n\n- Length: 8 weeks\n- Price: free"),
    ]
    assistant = make_assistant(docs, {"SEK 900": 4.0, "free": 4.0})
    answer = assistant.ask("Which is cheaper, Alfa or Beta?", NEW).answer
    assert answer.text.startswith("Cheaper: **Beta**, free [1]; Alfa: SEK 900 [2].")


def test_who_takes_no_shares_takes_less_than_any() -> None:
    docs = [
        make_document("Alfa", "Alfa is a hub. Alfa takes a stake of 4 per cent in each company."),
        make_document("Beta", "Beta is a hub. Beta takes no shares."),
    ]
    assistant = make_assistant(docs, {"4 per cent": 4.0})
    less = assistant.ask("Who takes less equity, Alfa or Beta?", NEW).answer
    assert less.short_answer == "Beta"
    taking = assistant.ask("Does Alfa or Beta take equity?", NEW).answer
    assert taking.short_answer == "Alfa"
    assert "| Yes. Alfa takes" in taking.text


def test_what_began_must_be_the_thing_itself() -> None:
    alfa = make_document(
        "Alfa Park", "Alfa Park is a park. Beta Hub, founded in 2006, is our partner."
    )
    beta = make_document("Beta Hub", "Beta Hub is a hub. It opened in 2012 and rents in Alfa Park.")
    assistant = make_assistant([alfa, beta], {"2006": 4.0, "2012": 4.0})
    answer = assistant.ask("Which is older, Alfa Park or Beta Hub?", NEW).answer
    assert "| Founded | not stated |" in answer.text


def test_what_stands_in_brackets_is_told_of_the_name_before() -> None:
    atlas = make_document(
        "Atlas", "For a desk go to Alfa in Lund (SEK 900 a month) or to Beta in Ystad (SEK 700)."
    )
    answer = (
        make_assistant([atlas], {"SEK 900 a month": 4.0})
        .ask("What does a desk cost at Alfa, and what at Beta?", NEW)
        .answer
    )
    assert "| Alfa in Lund (SEK 900 a month) [1] | Beta in Ystad (SEK 700) [2] |" in answer.text


def test_a_table_tells_numbers_of_many_things() -> None:
    report = make_document(
        "Report",
        "The actors in figures.\n\nActor | Started | Students\nAlfa | 2003 | 5,300\n"
        "Beta | 2011 | 14,200\n",
    )
    assistant = make_assistant([report], {})
    older = assistant.ask("Is Alfa older than Beta?", NEW).answer
    assert older.text.startswith("Yes. Alfa: 2003 [1]; Beta: 2011 [2].")
    more = assistant.ask("Which has more students, Alfa or Beta?", NEW).answer
    assert more.short_answer == "Beta"
    assert "| Students | Students: 5,300" in more.text


def test_the_amount_of_a_thing_stands_in_its_own_paragraph() -> None:
    fund = make_document(
        "Fund",
        "We invest in two ways.\n\nSeed ticket. A loan of up to two million kronor.\n\n"
        "Growth ticket. Shares for up to 15 million kronor.",
    )
    answer = (
        make_assistant([fund], {})
        .ask("Seed ticket versus growth ticket - what amounts are we talking about?", NEW)
        .answer
    )
    assert "A loan of up to two million kronor. [1] | Shares for up to" in answer.text


def test_amounts_a_month_and_a_year_are_not_put_in_order() -> None:
    docs = [
        make_document("Alfa", "Alfa is a hub. Members of Alfa pay SEK 900 a month."),
        make_document("Beta", "Beta is a hub. Members of Beta pay SEK 6,000 a year."),
    ]
    assistant = make_assistant(docs, {"SEK 900 a month": 4.0, "SEK 6,000 a year": 4.0})
    answer = assistant.ask("Which has the cheaper membership, Alfa or Beta?", NEW).answer
    assert answer.short_answer is None
    assert "SEK 6,000 a year" in answer.text


def test_whom_an_association_represents_it_says_in_its_name() -> None:
    alfa = make_document(
        "Alfa",
        "Alfa is an association with national coverage. "
        "Alfa is the national association for science parks.",
    )
    beta = make_document("Beta", "Beta is the trade association of bakers.")
    assistant = make_assistant([alfa, beta], {"an association": 4.0, "science parks": 1.0,
                                              "bakers": 4.0})  # fmt: skip
    answer = assistant.ask("How do Alfa and Beta differ in whom they represent?", NEW).answer
    assert "| Alfa is the national association for science parks. [1] |" in answer.text


def test_what_was_opened_under_a_name_began_then() -> None:
    gamma = make_document("Gamma", "A centre of ours was opened in 2012 with the name Gamma Lab.")
    assistant = make_assistant([ALFA, gamma], {"2010": 6.0, "2012": 6.0})

    answer = assistant.ask("Which is older, Alfa or Gamma Lab?", NEW).answer

    assert answer.text.startswith("Older: **Alfa**, 2010 [1]; Gamma Lab: 2012 [2].")


def test_what_is_asked_may_follow_a_colon_and_a_month_is_no_place() -> None:
    docs = [
        make_document("Alfa", "Alfa is in Lund. Alfa began with ten people."),
        make_document("Beta", "Beta is a fund. Beta marked ten years in January 2023."),
    ]
    assistant = make_assistant(docs, {"Lund": 6.0, "in January 2023": 6.0})

    answer = assistant.ask("Compare Alfa and Beta: where are they?", NEW).answer

    assert answer.text.endswith("| Place | Alfa is in Lund. [1] | not stated |")


def test_neither_is_not_said_where_nothing_decides() -> None:
    docs = [
        make_document("Alfa", "Ask Alfa about childcare."),
        make_document("Beta", "Ask Beta about childcare."),
    ]
    assistant = make_assistant(docs, {"Alfa about childcare": 6.0, "Beta about childcare": 6.0})
    answer = assistant.ask("Which offers childcare, Alfa or Beta?", NEW).answer
    assert answer.short_answer != "Neither"


def test_who_pays_is_told_of_each_by_itself() -> None:
    answer = _asked("Who funds Alfa and Beta?", "Eva")
    assert answer.text.splitlines()[2] == "| Funding | Eva funds Alfa. [1] | not stated |"


def test_a_name_with_and_in_it_may_be_one() -> None:
    docs = [make_document("Alfa and Beta", "Alfa and Beta is a fund. Eva funds Alfa and Beta.")]
    answer = make_assistant(docs, {"Eva": 6.0}).ask("Who funds Alfa and Beta?", NEW).answer
    assert answer.short_answer == "Eva"
