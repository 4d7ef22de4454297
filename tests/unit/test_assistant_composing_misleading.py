"""Sentences that sound like a verdict on what is asked, and tell of something else."""

import pytest

from assistant.composing.claim import claim_of
from assistant.evidence.reading import Leaning
from assistant.model import Answer, Conversation
from tests.fakes_answering import make_assistant, make_document

NEW = Conversation(conversation_id="new")
YES, NO = Leaning(yes=0.99, no=0.0), Leaning(yes=0.0, no=0.99)
GRAFIT = make_document(
    "Grafit",
    "Grafit also takes 3 per cent of the shares when a company enters. "
    "Companies that only take part in First Spade give no shares. "
    "The hall of Grafit cost SEK 38 million, of which a fund paid half. "
    "Grafit is free of charge for students.",
)
QUAY = make_document(
    "Quay",
    "Quay was started in 2018 by the port together with the ferry company Sundlinjen. "
    "The company Sealume was founded by Per Dahl and took part in a batch of Quay.",
)


def _asked(question: str, leanings: dict[str, Leaning], *documents: object) -> Answer:
    spans = dict.fromkeys(leanings, 6.0)
    pages = documents or (GRAFIT,)
    return make_assistant(pages, spans, leanings=leanings).ask(question, NEW).answer  # type: ignore[arg-type]


def test_those_who_take_part_in_something_else_decide_nothing() -> None:
    leanings = {"give no shares": NO}
    spade = make_document(
        "Grafit", "Companies that only take part in First Spade give no shares. Grafit is a house."
    )
    assert _asked("Does Grafit take shares?", leanings, spade).short_answer is None
    assert _asked("Does First Spade take shares?", leanings, spade).short_answer == "No"


def test_a_share_that_is_taken_is_taken_whatever_the_reader_makes_of_it() -> None:
    assert _asked("Does Grafit take shares?", {"3 per cent": NO}).short_answer == "Yes"


def test_what_it_cost_to_build_is_no_price() -> None:
    assert _asked("Is the hall of Grafit free?", {"38 million": NO}).short_answer is None


def test_free_of_charge_charges_nothing() -> None:
    answer = _asked("Does Grafit charge students anything?", {"free of charge": NO})
    assert answer.short_answer == "No"


@pytest.mark.parametrize(
    "question", ["Is Alfa a member of anything?", "Was it taken part in somewhere?"]
)
def test_anything_is_no_value_that_could_be_another(question: str) -> None:
    assert claim_of(question) is None


def test_another_company_s_founder_does_not_deny_who_founded_this_one() -> None:
    leanings = {"by the port": Leaning(yes=0.5, no=0.4), "founded by Per Dahl": NO}
    answer = _asked("Was Quay started by Sundlinjen?", leanings, QUAY)
    assert answer.short_answer == "Yes"


def test_the_end_of_a_house_tells_nothing_of_all_its_companies() -> None:
    house = make_document("House", "House was closed in June 2022. Its six companies left.")
    answer = _asked("Did all of House's companies close?", {"closed in June": YES}, house)
    assert answer.short_answer != "Yes"
    assert _asked("Was House closed down?", {"closed in June": YES}, house).short_answer == "Yes"


def test_what_is_owned_by_a_foundation_is_no_foundation() -> None:
    park = make_document("Park", "Park is a Swedish science park for medicine.")
    answer = _asked("Is Park owned by a foundation?", {"science park": NO}, park)
    assert answer.short_answer is None
    assert _asked("Is Park a foundation?", {"science park": NO}, park).short_answer == "No"


@pytest.mark.parametrize(
    "said", ["Sigma runs a hall with Beta University.", "Sigma helps Beta AB."]
)
def test_what_does_not_say_by_whom_denies_nobody(said: str) -> None:
    page = make_document("Sigma", said)
    assert _asked("Is Sigma run by a university?", {said[6:18]: NO}, page).short_answer is None


@pytest.mark.parametrize(
    ("said", "question", "verdict"),
    [
        ("Delta is run by a club.", "Is Delta run by a university?", "No"),
        ("Delta is run by Beta Bank.", "Is Delta run by a university?", "No"),
        ("Delta is run by Ada Ek.", "Is Delta run by a student?", None),
        ("Delta is run by a professor.", "Is Delta run by a student?", "No"),
    ],
)
def test_a_name_tells_that_it_is_no_house_and_not_that_one_is_no_student(
    said: str, question: str, verdict: str | None
) -> None:
    page = make_document("Delta", said)
    assert _asked(question, {said[9:20]: NO}, page).short_answer == verdict
