"""Questions that say nothing but what is different: "Who else?", "What for?", "Can anybody go?"."""

import pytest

from assistant.question.condenser import Condensed
from tests.fakes_following import NOTHING, condense, said, talk


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("Does Vinnova fund NOME?", "Who else?", "Who else funds NOME?"),
        ("Did Vinnova found NOME?", "and who else?", "Who else founded NOME?"),
        ("Did the Ax:son Berg foundation fund the NOME?", "Anyone else?",
         "Who else funded the NOME?"),
        ("Is Vinnova a partner of NOME?", "Who else?", "Who else is a partner of NOME?"),
        ("Were Vinnova among the founders of NOME?", "any others?",
         "Who else was among the founders of NOME?"),
        # No other is asked about: the same is asked again.
        ("Does NOME take equity?", "Who else?", "Does NOME take equity?"),
        ("Does NOME hold seminars?", "What for?", "Why does NOME hold seminars?"),
        ("Is NOME free?", "Since when?", "Since when is NOME free?"),
        ("Does Vinnova own part of NOME?", "who else does?", "Who else owns part of NOME?"),
        ("Does NOME train engineers?", "so who does?", "Who trains engineers?"),
        ("Does NOME train engineers?", "who else does that?", "Who else trains engineers?"),
        ("Is Vinnova a partner of NOME?", "who else is?", "Who else is a partner of NOME?"),
        ("How often has NOME been a founder?", "of what?", "Of what has NOME been a founder?"),
        ("When does NOME pay?", "within what time?", "Within what time does NOME pay?"),
        ("Which two schools were merged to create NOME?", "what year?",
         "What year were the two schools merged to create NOME?"),
        ("Which year was Grow Lund founded?", "where?", "Where was Grow Lund founded?"),
        ("Does NOME offer courses?", "are there evening classes as well?",
         "Does NOME offer evening classes?"),
        ("Does NOME have a gym?", "parking too?", "Does NOME have parking?"),
        ("Are there labs at NOME?", "offices too?", "Are there offices at NOME?"),
        ("Are there labs at NOME?", "is there a canteen as well?", "Is there a canteen at NOME?"),
    ],
)  # fmt: skip
def test_a_few_words_ask_the_last_yes_or_no_of_others(
    before: str, question: str, query: str
) -> None:
    assert condense(question, talk(said(before))) == Condensed(query)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("can anybody go?", "Can anybody go to Harbour Days?"),
        ("can people come?", "Can anybody come to Harbour Days?"),
        ("And is anyone welcome?", "Is anyone welcome at Harbour Days?"),
        ("Who's ahead?", "Who's ahead in Harbour Days?"),
        ("who won?", "Who won Harbour Days?"),
        ("Can anybody rent a lab in Lund?", "Can anybody rent a lab in Lund?"),
    ],
)
def test_what_makes_no_sense_alone_is_asked_of_what_was_spoken_of(
    question: str, query: str
) -> None:
    assert condense(question, talk(said("What is Harbour Days?"))).query == query


@pytest.mark.parametrize("question", ["can anybody go?", "Who's ahead?", "who won?"])
def test_what_makes_no_sense_alone_is_asked_back_where_nothing_was_spoken_of(
    question: str,
) -> None:
    assert condense(question, NOTHING).asks_back is not None


@pytest.mark.parametrize("question", ["And before?", "and before that?", "Earlier?"])
def test_what_was_before_is_not_answered_by_what_is(question: str) -> None:
    asked = condense(question, talk(said("How fast does NOME answer companies now?")))
    assert asked.asks_back is not None


def test_no_plural_is_made_of_a_name() -> None:
    before = said("How many firms were in Frostköping when it closed?")
    assert condense("how many of them took the new places?", talk(before)) == Condensed(
        "How many of the firms in Frostköping took the new places?"
    )


def test_a_colon_in_a_name_parts_no_clauses() -> None:
    asked = condense("Did the Ax:son Berg foundation start it?", talk(said("What is NOME?")))
    assert asked == Condensed("Did the Ax:son Berg foundation start NOME?")


@pytest.mark.parametrize(
    ("before", "question", "query"),
    [
        ("Is CAMP a partner of NOME?", "who are the others?", "Who else is a partner of NOME?"),
        ("Is CAMP a partner of NOME?", "and the other three?", "Who else is a partner of NOME?"),
        ("Does Vinnova fund NOME?", "who are the other ones?", "Who else funds NOME?"),
    ],
)
def test_the_others_behind_a_yes_or_no_of_one_are_who_else(
    before: str, question: str, query: str
) -> None:
    assert condense(question, talk(said(before, "Yes"))).query == query


def test_the_others_of_no_list_are_asked_back() -> None:
    asked = condense("who are the other three?", talk(said("Is CAMP part of a project?", "Yes")))
    assert asked.asks_back is not None
