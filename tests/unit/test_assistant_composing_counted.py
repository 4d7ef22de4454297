"""Of several numbers or places that are read, the one of the kind asked for is given."""

import pytest

from assistant.composing.counted import labelled_first
from assistant.composing.kind_told import naming_kind_first
from assistant.evidence.ranking import Candidate
from assistant.evidence.reading import Leaning, Span
from assistant.evidence.statements import statements_of
from assistant.model import Conversation
from assistant.question.analysis import analyse
from tests.fakes_answering import make_assistant, make_document, make_passage

NEW = Conversation(conversation_id="new")
FACTS = make_document(
    "Fjordvolt",
    "Fjordvolt makes batteries for ferries.\n\n"
    "Revenue: SEK 210 million\n\nSwapping stations: 17\n\nFerries in service: 29\n",
)
PARK = make_document(
    "Kajen Park",
    "Ember Incubator lies in Kajen Park. "
    "Ember Incubator has the whole of building C.\n\n"
    "The network Kelp is important to Kajen Park in several respects. "
    "Growth and a larger interest agree with the new strategy. "
    "Kelp is known abroad.",
)
FIRM = make_document(
    "Nervio",
    "The idea came from the clinic. Nervio was developed at Ember Incubator.",
)
EMBER = make_document("Ember Incubator", "Ember Incubator was founded in 2006.")
DOCUMENTS = [FACTS, PARK, FIRM, EMBER]


@pytest.mark.parametrize(
    ("question", "spans", "short"),
    [
        (
            "How many swapping stations does Fjordvolt have?",
            {"SEK 210 million": 9.0, "17": 6.0},
            "17",
        ),
        ("How many ferries in service does Fjordvolt have?", {"17": 9.0, "29": 6.0}, "29"),
        (
            "Which building is Ember Incubator in?",
            {"Kajen Park": 8.0, "building C": 8.0},
            "building C",
        ),
        ("Where is Ember Incubator?", {"Kajen Park": 8.0}, "Kajen Park"),
        ("Why did Nervio start?", {"from the clinic": 8.0}, "the clinic"),
        ("Why is Kelp important to Kajen Park?", {"Growth": 8.0}, "Growth"),
    ],
)
def test_what_is_of_the_kind_asked_for_is_given(
    question: str, spans: dict[str, float], short: str
) -> None:
    answer = make_assistant(DOCUMENTS, spans).ask(question, NEW).answer
    assert short in (answer.short_answer or ""), answer.text


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("How many factories does Fjordvolt have?", "SEK 210 million"),
        ("Which floor is Ember Incubator on?", "building C"),
        ("Why did Ember Incubator start?", "from the clinic"),
        ("Why is Kelp known abroad?", "known abroad"),
    ],
)
def test_what_is_of_another_kind_is_declined(question: str, span: str) -> None:
    answer = make_assistant(DOCUMENTS, {span: 8.0}).ask(question, NEW).answer
    assert answer.status == "declined"


def _candidate(text: str, span: str) -> Candidate:
    statement = statements_of(make_passage(make_document("Fjordvolt", text)))[0]
    at = text.index(span)
    read = Span(start=at, end=at + len(span), text=span, score=5.0)
    return Candidate(statement=statement, spans=(read,), features={}, probability=0.99)


def test_the_number_under_the_label_for_what_is_counted_comes_first() -> None:
    stations = _candidate("Swapping stations: 17", "17")
    ferries = _candidate("Ferries in service: 29", "29")
    told = _candidate("It has 30 ferries.", "30")
    asked = analyse("How many ferries does Fjordvolt have?", [])
    assert labelled_first(asked, [stations, ferries]) == [ferries, stations]
    assert labelled_first(asked, [told, ferries]) == [told, ferries]
    boats = analyse("How many boats does Fjordvolt have?", [])
    assert labelled_first(boats, [stations, ferries]) == [stations, ferries]


def test_what_is_read_as_a_building_comes_first_where_one_is_asked_for() -> None:
    park = _candidate("Ember Lab lies in Kajen Park.", "Kajen Park")
    other = _candidate("Kelp Yard has all of building A.", "building A")
    own = _candidate("Ember Lab has all of building C.", "building C")
    told = [one.statement.passage for one in (park, other, own)]
    which = analyse("Which building is Ember Lab in?", told)
    assert naming_kind_first(which, [park, other, own]) == [own, park, other]
    assert naming_kind_first(which, [park, other]) == [park, other]
    where = analyse("Where is Ember Lab?", told)
    assert naming_kind_first(where, [park, own]) == [park, own]


@pytest.mark.parametrize("code", ["phone", "telephone", "registration", "room"])
def test_a_number_that_something_has_counts_nothing(code: str) -> None:
    assert analyse(f"What is the {code} number of Kelp Yard?", []).counted == ()
    assert analyse("What is the number of members of Kelp Yard?", []).counted != ()


def test_what_is_denied_behind_a_number_is_counted_all_the_same() -> None:
    page = make_document(
        "Open Shelf", "Open Shelf is a catalogue of 140 inventions that nobody has picked up."
    )
    assistant = make_assistant([page], {"140": 6.0})
    answer = assistant.ask("How many inventions are in Open Shelf?", NEW).answer
    assert answer.short_answer == "140"


INCUBATOR = make_document(
    "Ember Incubator",
    "Ember Incubator helps new companies. Ember Incubator works with each company for 24 months. "
    "A bench at Ember Incubator is rented for SEK 2,200 a month.\n\n"
    "Measure | January 2024\nCompanies in the incubator | 28\n"
    "Companies that have left | 51\nPatents granted to companies | 130\n",
)


@pytest.mark.parametrize(
    "question",
    ["How many companies does Ember Incubator have?", "How many companies are in Ember Incubator?"],
)
def test_of_rows_that_speak_of_companies_the_one_that_counts_them_is_given(question: str) -> None:
    table = "Companies in the incubator | 28"
    answer = make_assistant([INCUBATOR], {table: 8.0}).ask(question, NEW).answer
    assert answer.short_answer == "28"
    assert answer.text == "**Ember Incubator**: Companies in the incubator: 28 [1]"


def test_money_is_no_number_of_months() -> None:
    question = "Is 24 months the maximum at Ember Incubator?"
    leaning = {"A bench at Ember Incubator is rented": Leaning(yes=0.0, no=0.99)}
    assistant = make_assistant([INCUBATOR], {"SEK 2,200 a month": 8.0}, leanings=leaning)
    assert assistant.ask(question, NEW).answer.short_answer != "No"


BAY = make_document(
    "Test Bay",
    "Test Bay is a testbed. Small companies can get a voucher worth EUR 15,000 that pays for time "
    "in Test Bay. Larger companies pay EUR 900 a day at Test Bay.",
)


def test_what_a_voucher_is_worth_is_no_price() -> None:
    scores = {"EUR 15,000": 8.0, "EUR 900 a day": 6.0}
    answer = make_assistant([BAY], scores).ask("How much do companies pay at Test Bay?", NEW).answer
    assert answer.short_answer == "EUR 900 a day"


def test_what_larger_companies_pay_affirms_nothing_of_small_ones() -> None:
    question = "Is EUR 900 a day for a small company at Test Bay?"
    leaning = {"Larger companies pay": Leaning(yes=0.99, no=0.0)}
    scores = {"EUR 900 a day": 8.0}
    answer = make_assistant([BAY], scores, leanings=leaning).ask(question, NEW).answer
    assert answer.short_answer != "Yes"
