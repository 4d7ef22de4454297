"""What an answer gave, and which of what was spoken of the words of a follow-up choose."""

import pytest

from assistant.model import Turn
from assistant.question.condenser import Condensed
from assistant.question.following.condenser import FollowUpCondenser
from tests.fakes_following import MemoryNames, said, talk

NAMES = MemoryNames(
    kinds={
        "Alfa Park": ["science park"],
        "Nerva": ["incubator"],
        "Nerva Incubator": ["incubator"],
        "Nervio": ["company"],
        "Gran Incubator": ["incubator"],
        "SmiLe": ["incubator"],
        "Frost Hall": ["cold chamber"],
        "Winter Works": ["company"],
        "City of Lund": ["public authority"],
        "Coast Foundation": ["foundation"],
        "Care Office": ["public authority"],
        "National testbed for new care": ["testbed"],
        "Women at the Helm": ["mentoring programme"],
        "Contests and hackathons": ["competition"],
        "Twins": ["agreement"],
        "Beta Cluster": ["cluster"],
        "Gamma Cluster": ["cluster"],
    },
    texts={
        "Nerva": "Nerva is led and charged by a board that owns labs.",
        "Beta Cluster": "The five clusters signed the plan in May besides.",
    },
)
PARK = said("What is Alfa Park?", titles=["Alfa Park"])


def asked_behind(question: str, *turns: Turn) -> Condensed:
    """Condense a question behind some turns, knowing `NAMES`."""
    return FollowUpCondenser(known=NAMES).condense(question, talk(*turns))


@pytest.mark.parametrize(
    ("question", "query"),
    [
        (
            "since when has SmiLe been its partner?",
            "Since when has SmiLe been Alfa Park’s partner?",
        ),
        ("Is SmiLe its tenant?", "Is SmiLe Alfa Park’s tenant?"),
        (
            "Was the Coast Foundation its landlord?",
            "Was the Coast Foundation Alfa Park’s landlord?",
        ),
        ("Did SmiLe become its partner?", "Did SmiLe become Alfa Park’s partner?"),
        ("When did SmiLe stop being its owner?", "When did SmiLe stop being Alfa Park’s owner?"),
        ("Has SmiLe always been its neighbour?", "Has SmiLe always been Alfa Park’s neighbour?"),
    ],
)
def test_what_somebody_is_said_to_be_is_of_another(question: str, query: str) -> None:
    assert asked_behind(question, PARK) == Condensed(query)


@pytest.mark.parametrize(
    "question",
    [
        "Does SmiLe publish its budget?",
        "Is SmiLe its own boss?",
        "Is SmiLe paid by its members?",
        "Was SmiLe sold by its owner?",
        "Who at SmiLe is its director?",
        "What is Nerva and is SmiLe its partner?",
    ],
)
def test_what_somebody_has_is_their_own(question: str) -> None:
    assert asked_behind(question, PARK) == Condensed(question)


def listed(query: str, rows: list[str], title: str) -> Turn:
    """A turn whose answer lists rows."""
    text = "Yes. They are: [1]\n\n" + "\n".join(f"- {row}" for row in rows)
    return said(query, "Yes", text=text, titles=[title])


HELM = "Women at the Helm: Women at the Helm is a mentoring programme for women. [1]"


@pytest.mark.parametrize(
    ("turn", "question", "query"),
    [
        (
            said("Which is the largest company that came out of Nerva?", "Nervio"),
            "Who is in charge of it?",
            "Who is in charge of Nervio?",
        ),
        (
            said("What is the youngest firm at Nerva?", "Nervio"),
            "Which board leads it?",
            "Which board leads Nervio?",
        ),
        (
            said(
                "What's the youngest incubator called?",
                "Skarmark",
                text="**Gran Incubator**: We are the youngest incubator in Skarmark. [1]",
                titles=["Gran Incubator"],
            ),
            "Who pays for it?",
            "Who pays for Gran Incubator?",
        ),
        (
            listed(
                "Is there a testbed for care?",
                ["Hall, since 2010", "the National testbed for new care"],
                "Coast Foundation",
            ),
            "Whose idea was it?",
            "Whose idea was National testbed for new care?",
        ),
        (
            said("Is there a mentoring programme for women?", "Yes", text=f"Yes. {HELM}",
                 titles=["Women at the Helm"]),
            "When did it start?",
            "When did Women at the Helm start?",
        ),
        (
            said("Who operates the Frost Hall?", "the company Winter Works"),
            "What else do they run?",
            "What else does Winter Works run?",
        ),
    ],
)  # fmt: skip
def test_what_was_found_is_spoken_of(turn: Turn, question: str, query: str) -> None:
    assert asked_behind(question, turn) == Condensed(query)


@pytest.mark.parametrize(
    ("turn", "question", "query"),
    [
        # The customer and the incubator are as much spoken of.
        (
            said("Who is the largest owner of Nerva?", "Nervio"),
            "Which board leads it?",
            "Which board leads Nerva?",
        ),
        (
            said("Which test did Nerva buy?", "Nervio"),
            "Which board leads it?",
            "Which board leads Nerva?",
        ),
    ],
)
def test_an_owner_that_was_found_is_not_spoken_of_before_what_is_owned(
    turn: Turn, question: str, query: str
) -> None:
    assert asked_behind(question, turn) == Condensed(query)


def test_no_row_of_a_list_is_meant_before_what_was_asked_about() -> None:
    rows = said("How many clusters take part?", "2", stated=["Beta Cluster", "Gamma Cluster"])
    twins = said("What is Twins?", titles=["Twins"])
    assert asked_behind("Who signed it besides the five clusters?", twins, rows) == Condensed(
        "Who signed Twins besides the five clusters?"
    )


CONTESTS = said(
    "Since when has the Care Office held hackathons?", "2013", titles=["Contests and hackathons"]
)
LAMPS = said("Does Nervio sell lamps?", "Yes")


@pytest.mark.parametrize(
    ("turn", "question", "query"),
    [
        (CONTESTS, "What are they good for?", "What are Contests and hackathons good for?"),
        (LAMPS, "How much are they worth?", "How much are the lamps of Nervio worth?"),
        (LAMPS, "How long do they last?", "How long do the lamps of Nervio last?"),
        (LAMPS, "Who can get them?", "Who can get the lamps of Nervio?"),
        (LAMPS, "Who uses them?", "Who uses the lamps of Nervio?"),
        (LAMPS, "Who are they for?", "Who are the lamps of Nervio for?"),
    ],
)
def test_what_is_said_of_things_is_said_of_those_that_somebody_has(
    turn: Turn, question: str, query: str
) -> None:
    assert asked_behind(question, turn) == Condensed(query)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Who founded them?", "Who founded Nervio?"),
        ("What else do they make?", "What else does Nervio make?"),
        ("How do I reach them?", "How do I reach Nervio?"),
        ("How many people work for them?", "How many people work for Nervio?"),
        ("When were they founded?", "When was Nervio founded?"),
    ],
)
def test_what_is_said_of_those_who_have_things_is_not_said_of_these(
    question: str, query: str
) -> None:
    assert asked_behind(question, LAMPS) == Condensed(query)


LENGTH = (said("How long is Nerva?", "a year"), said("How long is SmiLe?", typed="And SmiLe?"))


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Who runs the second one?", "Who runs SmiLe?"),
        ("Who runs the first one?", "Who runs Nerva?"),
        ("Where is the latter?", "Where is SmiLe?"),
        ("What does the last one cost?", "What does SmiLe cost?"),
    ],
)
def test_what_the_same_was_asked_of_can_be_picked(question: str, query: str) -> None:
    assert asked_behind(question, *LENGTH) == Condensed(query)


def test_a_list_is_picked_from_before_what_was_asked_of_some_of_it() -> None:
    rows = said("Which incubators are there?", stated=["SmiLe", "Gran Incubator", "Nerva"])
    assert asked_behind("Who runs the second one?", rows, *LENGTH) == Condensed(
        "Who runs Gran Incubator?"
    )
    assert asked_behind("Who runs the third one?", *LENGTH).asks_back is not None
    other = said("Who owns Nerva?", "City of Lund"), said("How long is SmiLe?")
    assert asked_behind("Who runs the second one?", *other).asks_back is not None


def test_a_share_is_no_part_of_a_name() -> None:
    owners = "City of Lund (60 per cent) and Coast Foundation (40 per cent)"
    turn = said("Who owns Nerva?", owners)
    assert asked_behind("What does the first one pay?", turn) == Condensed(
        "What does City of Lund pay?"
    )


WHERE = said("Where is Nervio's office?", "Alfa Park")


@pytest.mark.parametrize(
    ("turn", "question", "query"),
    [
        (WHERE, "Are the lamps made there too?", "Are the lamps made at Alfa Park too?"),
        (WHERE, "Who else is there?", "Who else is at Alfa Park?"),
        (WHERE, "Since when has Nervio been there?", "Since when has Nervio been at Alfa Park?"),
        (WHERE, "What else can one do there?", "What else can one do at Alfa Park?"),
        (
            said("Where is Nervio's office?", "Lund"),
            "Are the lamps made there too?",
            "Are the lamps made in Lund too?",
        ),
        # Without "too" it may as well be the office.
        (WHERE, "How many people work there?", "How many people work at Nervio?"),
        (
            said("Who founded Nervio?", "Ada Alm"),
            "When did she leave it?",
            "When did Ada Alm leave Nervio?",
        ),
        (
            said("Who founded Nervio?", "Ada Alm"),
            "Does she teach her staff there?",
            "Does Ada Alm teach her staff at Nervio?",
        ),
    ],
)
def test_there_is_where_it_was_told_to_be(turn: Turn, question: str, query: str) -> None:
    assert asked_behind(question, turn) == Condensed(query)


LAB = said("Does Nervio have a wet lab?", "Yes")


@pytest.mark.parametrize(
    ("turn", "question", "query"),
    [
        (LAB, "How often can one use it?", "How often can one use the wet lab of Nervio?"),
        (LAB, "Can I book it for a day?", "Can I book the wet lab of Nervio for a day?"),
        (LAB, "Who founded it?", "Who founded Nervio?"),
        (
            said("Who owns Alfa Park?", "Coast Foundation"),
            "Is Nervio one of its owners?",
            "Is Nervio one of Alfa Park’s owners?",
        ),
        (
            said("Who owns Alfa Park?", "Coast Foundation"),
            "Which university is among its owners?",
            "Which university is among Alfa Park’s owners?",
        ),
        (
            said("Who owns Alfa Park?", "Coast Foundation"),
            "What is the address of its owner?",
            "What is the address of Coast Foundation?",
        ),
    ],
)
def test_who_is_asked_of_and_what_is_used(turn: Turn, question: str, query: str) -> None:
    assert asked_behind(question, turn) == Condensed(query)
