"""Answers agree with the tie, the frequency, the place and the superlative that are asked for."""

import pytest

from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")

TANK = make_document(
    "Mole Tank",
    "Mole Tank was founded in 2016. Mole Tank has four co-founders:\n\n"
    "- Delta Bank\n- Epsilon University\n- the City of Lund\n- Ax:son Fund",
)
DOCK = make_document(
    "Pixel Dock",
    "Pixel Dock is a Danish-Swedish hub for games. Pixel Dock has two funders: Delta Bank and "
    "Nord Fund. Pixel Dock funds Kite Camp. Kite Camp is held every second year. "
    "Pixel Dock runs a lab in Kista, and Rose Trust has money for others. "
    "A company can get the Pixel cheque only once. The call is open from 3 May to 7 June 2024. "
    "Pixel Dock has 12 employees. Pixel Dock is the oldest hub in Kista.",
)
PARTNERS = make_document(
    "Quay",
    "Quay presents these collaboration partners:\n\n- Delta Bank\n- Mole Tank\n- Nord Fund\n\n"
    "Quay has two supporting partners:\n\n- Rose Trust\n- Tide Mutual",
)


def _asked(question: str, *spans: str) -> Answer:
    assistant = make_assistant([TANK, DOCK, PARTNERS], dict.fromkeys(spans, 6.0))
    return assistant.ask(question, NEW).answer


def test_founders_are_no_funders() -> None:
    assert _asked("Who founded Mole Tank?", "Delta Bank").status == "answered"
    assert _asked("Who funds Mole Tank?", "Delta Bank").status == "declined"
    assert _asked("Who owns Mole Tank?", "Delta Bank").status == "declined"


def test_who_is_funded_is_not_told_by_whom_it_funds() -> None:
    answer = _asked("Who funds Pixel Dock?", "Kite Camp", "Delta Bank and Nord Fund")

    assert answer.short_answer == "Delta Bank and Nord Fund"


def test_who_takes_part_in_joint_ventures_is_not_therefore_run_by_them() -> None:
    ventures = make_document(
        "Quay",
        "Quay takes part in joint ventures:\n\n- Quay supports Kite Lab.\n- Quay joined Nord.",
    )
    assistant = make_assistant([ventures], {"Nord": 6.0})
    assert assistant.ask("Who runs Quay?", NEW).answer.status == "declined"


def test_what_somebody_offers_of_leading_people_does_not_run_it() -> None:
    offers = make_document(
        "Quay", "Quay offers the following:\n\n- good labs\n- a circle of leading innovators"
    )
    assistant = make_assistant([offers], {"good labs": 6.0})
    assert assistant.ask("Who runs Quay?", NEW).answer.status == "declined"


@pytest.mark.parametrize("question", ["Who runs Quay?", "who manages Quay?", "Who leads Quay?"])
def test_who_is_told_to_run_nothing_is_run_by_its_head(question: str) -> None:
    head = make_document("Quay", "Quay is a park. Head of park: Ada Alm. It has two floors.")
    assistant = make_assistant([head], {"Ada Alm": 6.0})
    assert assistant.ask(question, NEW).answer.short_answer == "Ada Alm"


LIST = "- Delta Bank\n- Swedish Union of Ports"


def test_a_list_in_the_own_page_of_who_is_asked_about_is_given() -> None:
    page = make_document(
        "Supporting partners of Quay",
        "Supporting partners of Quay are companies that back it.\n\n"
        f"Quay has two supporting partners:\n\n{LIST}",
    )
    assistant = make_assistant([page], {"Delta Bank": 6.0, "companies that back it": 4.0})
    answer = assistant.ask("Which companies are supporting partners of Quay?", NEW).answer
    assert answer.short_answer == "Delta Bank, Swedish Union of Ports"


def test_a_word_of_a_listed_name_is_not_who_is_asked_about() -> None:
    page = make_document(
        "Quay Project", f"Two organisations are partners in Quay Project:\n\n{LIST}"
    )
    land = make_document("Swedish", "Swedish is spoken in ports.")
    assistant = make_assistant([page, land], {"Delta Bank": 6.0})
    asked = "Who are the partners in Quay Project, which is about Swedish ports?"
    assert assistant.ask(asked, NEW).answer.short_answer == "Delta Bank, Swedish Union of Ports"


def test_a_clause_on_others_tells_nothing_of_the_one_asked_about() -> None:
    assert _asked("Who funds Pixel Dock?", "Rose Trust").status == "declined"


def test_a_founder_is_not_said_to_fund() -> None:
    answer = _asked("Is Mole Tank funded by Delta Bank?", "Delta Bank")

    assert answer.short_answer is None
    assert answer.status == "declined"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is Kite Camp held every second year?", "Yes"),
        ("Is Kite Camp held every other year?", "Yes"),
        ("Is Kite Camp held every year?", "No"),
        ("Is Kite Camp an annual event?", "No"),
        ("Does Kite Camp take place twice a year?", "No"),
    ],
)
def test_every_second_year_is_not_every_year(question: str, verdict: str) -> None:
    assert _asked(question, "every second year").short_answer == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is Pixel Dock in Denmark?", "Yes"),
        ("Is Pixel Dock in Sweden?", "Yes"),
        ("Is Pixel Dock in Norway?", "No"),
    ],
)
def test_a_country_is_told_by_its_people(question: str, verdict: str) -> None:
    assert _asked(question, "Danish-Swedish hub").short_answer == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is Delta Bank a collaboration partner of Quay?", "Yes"),
        ("Is Rose Trust a collaboration partner of Quay?", "No"),
        ("Is Rose Trust a supporting partner of Quay?", "Yes"),
        ("Is Delta Bank a supporting partner of Quay?", "No"),
    ],
)
def test_a_complete_list_of_one_kind_of_partners_leaves_out_the_other(
    question: str, verdict: str
) -> None:
    assert _asked(question, "Delta Bank", "Rose Trust").short_answer == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Can a company get the Pixel cheque more than once?", "No"),
        ("Can a company get the Pixel cheque several times?", "No"),
        ("Can a company get the Pixel cheque only once?", "Yes"),
    ],
)
def test_only_once_is_not_more_than_once(question: str, verdict: str) -> None:
    assert _asked(question, "only once").short_answer == verdict


def test_until_when_asks_for_the_end() -> None:
    answer = _asked("Until when is the call of Pixel Dock open?", "3 May to 7 June 2024")

    assert answer.short_answer == "7 June 2024"


@pytest.mark.parametrize(
    "question",
    [
        "What is the best hub?",
        "Which hub is the nicest?",
        "Is Pixel Dock better than Mole Tank?",
        "Which hub would you recommend?",
    ],
)
def test_judgements_are_declined_with_what_can_be_asked(question: str) -> None:
    answer = _asked(question, "the oldest hub", "Pixel Dock")

    assert answer.status == "declined"
    assert "do not judge" in answer.text


def test_a_superlative_that_is_stated_is_answered_and_no_other() -> None:
    assert (
        _asked("What is the oldest hub in Kista?", "Pixel Dock is the oldest").status == "answered"
    )
    assert (
        _asked("What is the largest hub in Kista?", "Pixel Dock is the oldest").status == "declined"
    )


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How long has Mole Tank existed?", "since 2016"),
        ("How long has Mole Tank been running?", "since 2016"),
        ("How many folks are on the payroll of Pixel Dock?", "12"),
        ("What is the headcount of Pixel Dock?", "12"),
    ],
)
def test_idioms_are_answered_as_their_plain_wording(question: str, short: str) -> None:
    assert (_asked(question, "2016", "12").short_answer or "").startswith(short)


def test_contact_details_are_no_list_of_something_else() -> None:
    assert _asked("What are the contact details of Quay?", "Delta Bank").status == "declined"


def test_where_is_not_answered_by_when() -> None:
    assert _asked("Where was Mole Tank founded?", "2016").status == "declined"


BIO = make_document(
    "Biota",
    "The member companies of Biota work in three fields:\n\n- diagnostics\n- pharma\n- biotech\n\n"
    "Biota marked its first 15 years in January 2023. Rose Lab pays for Biota with money from the "
    "Swedish Water Board.",
)
LISTED = make_document(
    "Lantern Park",
    "Lantern Park presents these partners:\n\n- Biota\n- Nerva, Japan\n- Kite Lab, Belgium\n\n"
    "As of 2018, Tide Mutual works with Lantern Park.",
)


def _asked_bio(question: str, *spans: str) -> Answer:
    assistant = make_assistant([BIO, LISTED], dict.fromkeys(spans, 6.0))
    return assistant.ask(question, NEW).answer


@pytest.mark.parametrize("span", ["diagnostics", "Nerva"])
def test_members_are_neither_fields_nor_those_on_a_list_of_another(span: str) -> None:
    assert _asked_bio("Who are the members of Biota?", span).status == "declined"


def test_partners_of_whom_the_list_is_are_given() -> None:
    answer = _asked_bio("Who are the partners of Lantern Park?", "Nerva")

    assert answer.short_answer == "Biota, Nerva, Japan, Kite Lab, Belgium"


def test_who_takes_part_once_is_no_partner() -> None:
    rod = make_document(
        "Rod", "Rod was founded by Per Dahl and took part in a batch of Quay in 2020."
    )
    quay = make_document("Quay", "Quay is a hub. Its partner is Tide Mutual.")
    spans = {"Per Dahl": 8.0, "Tide Mutual": 6.0}

    answer = make_assistant([rod, quay], spans).ask("Who are the partners of Quay?", NEW).answer

    assert answer.short_answer == "Tide Mutual"


def test_of_a_list_the_one_item_that_is_asked_for_answers() -> None:
    answer = _asked_bio("Which partner of Lantern Park is in Japan?", "Nerva", "Kite Lab")

    assert answer.short_answer == "Nerva"
    assert answer.text.endswith("partners: [1]\n\n- Nerva, Japan")


def test_years_that_are_marked_are_no_beginning() -> None:
    assert _asked_bio("When did Biota start?", "January 2023").status == "declined"


def test_whom_something_works_with_is_no_place() -> None:
    assert _asked_bio("Where is Lantern Park located?", "Tide Mutual").status == "declined"


def test_a_list_of_services_does_not_tell_what_happened() -> None:
    assert _asked_bio("What happened to Biota?", "pharma").status == "declined"


def test_who_is_named_and_not_denied_is_not_left_out() -> None:
    leanings = {"Swedish Water Board": Leaning(yes=0.0, no=0.99)}
    spans = {"Swedish Water Board": 6.0}
    assistant = make_assistant([BIO], spans, leanings=leanings)

    answer = assistant.ask("Is Biota funded by the Swedish Water Board?", NEW).answer

    assert answer.short_answer != "No"


def test_a_chair_that_is_funded_leads_nothing_and_a_list_tells_by_the_item_that_answers() -> None:
    page = make_document(
        "Rose Trust",
        "Rose Trust has three tasks:\n\n- Kite Lab\n- the Rose Forum\n- the Rose chair in age",
    )
    assistant = make_assistant([page], {"the Rose Forum": 6.0})
    assert assistant.ask("Who is in charge of Rose Trust?", NEW).answer.status == "declined"


@pytest.mark.parametrize(
    ("question", "short"),
    [("When was the wave tank opened?", "19 October"), ("When was the wave tank closed?", None)],
)
def test_what_is_put_into_use_is_opened_and_not_closed(question: str, short: str | None) -> None:
    page = make_document("News", "The wave tank was put into use on 19 October.")
    answer = make_assistant([page], {"19 October": 6.0}).ask(question, NEW).answer
    assert answer.short_answer == short


def test_a_largest_customer_is_told_as_such() -> None:
    page = make_document(
        "Volt", "Volt began at Grafit. Its biggest buyer is Sundlinjen. Volt has a large hall."
    )
    question = "Who is Volt's largest customer?"
    told = make_assistant([page], {"Sundlinjen": 6.0}).ask(question, NEW).answer
    assert told.short_answer == "Sundlinjen"
    assert make_assistant([page], {"Grafit": 6.0}).ask(question, NEW).answer.status == "declined"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Who won Kite Cup last time?", None),
        ("Who got first prize in Kite Cup?", None),
        ("Who came first in Kite Cup?", None),
        ("Who started Kite Cup?", "Delta Bank"),
        ("Who won the prize of Oak Camp?", "Mira Ek"),
        ("Who was given the prize of Oak Camp?", "Mira Ek"),
    ],
)
def test_who_won_is_told_by_nobody_who_started_it(question: str, short: str | None) -> None:
    cup = make_document(
        "Kite Cup",
        "Kite Cup is a yearly contest started by Delta Bank. The winner receives SEK 900.",
    )
    camp = make_document("Oak Camp", "Oak Camp has a prize. Mira Ek won the prize of Oak Camp.")
    spans = {"Delta Bank": 6.0, "SEK 900": 5.0, "Mira Ek": 6.0}
    answer = make_assistant([cup, camp], spans).ask(question, NEW).answer

    assert answer.short_answer == short


@pytest.mark.parametrize(
    ("question", "text", "is_told"),
    [
        ("Since when has Nord Yard organised cups?", "As of 2019, it organises cups.", False),
        ("How long has Nord Yard lent boats?", "It lends boats for up to three weeks.", False),
        ("Since when has Nord Yard organised cups?", "It began to organise cups in 2016.", True),
        ("How long has Nord Yard lent boats?", "It has lent boats for some years.", True),
        ("Since when has Nord Yard run camps?", "It runs:\n\n- a fair\n- camps, since 2013", True),
        (
            "Since when has Nord Yard run a fair?",
            "It runs:\n\n- a fair\n- camps, since 2013",
            False,
        ),
    ],
)
def test_since_when_is_told_by_nothing_that_is_so_as_of_a_year(
    question: str, text: str, *, is_told: bool
) -> None:
    yard = make_document("Nord Yard", f"Nord Yard is a yard. {text}")
    spans = dict.fromkeys(("2019", "three weeks", "2016", "some years", "2013", "camps"), 6.0)
    answer = make_assistant([yard], spans).ask(question, NEW).answer

    assert (answer.status == "answered") is is_told


@pytest.mark.parametrize(
    "question",
    ["Who set up Nord Trust?", "Who founded Nord Trust?", "When was Nord Trust founded?"],
)
def test_what_somebody_set_up_may_stand_between(question: str) -> None:
    trust = make_document("Nord Trust", "Nord Trust gives grants. Mira Ek set it up in 1987.")
    answer = make_assistant([trust], {"Mira Ek": 6.0, "1987": 5.0}).ask(question, NEW).answer

    assert "set it up" in answer.text


def test_what_somebody_founded_is_told_by_a_list_of_the_founders() -> None:
    answer = _asked("What did Epsilon University co-found?", "Mole Tank has four co-founders")

    assert answer.status == "answered"
    assert "Mole Tank has four co-founders" in answer.text
    funds = _asked("What does Epsilon University fund?", "Mole Tank has four co-founders")
    assert "co-founders" not in funds.text


def test_what_a_page_says_in_its_own_voice_is_said_by_whom_its_title_names() -> None:
    page = make_document(
        "Grants - Rose Fund", "Rose Fund is a fund. We give grants in two fields: art and music."
    )
    assistant = make_assistant([page], {"art and music": 6.0})
    answer = assistant.ask("Which fields does the Rose Fund support?", NEW).answer
    assert answer.short_answer == "art and music"


def test_what_a_company_pays_is_asked_of_no_funder() -> None:
    page = make_document(
        "Rent a Researcher", "Rent a Researcher is a scheme. The company pays 30,000 kronor."
    )
    assistant = make_assistant([page], {"30,000 kronor": 6.0})
    answer = assistant.ask("What does a company pay for Rent a Researcher?", NEW).answer
    assert answer.short_answer == "30,000 kronor"


def test_the_statement_is_about_who_is_asked_to_be_involved() -> None:
    page = make_document("Kite", "Kite is a camp. Taking part is free of charge.")
    leanings = {"free of charge": Leaning(yes=0.0, no=0.97)}
    assistant = make_assistant([page], {"free of charge": 6.0}, leanings=leanings)
    assert assistant.ask("Is the city involved in Kite?", NEW).answer.status == "declined"
