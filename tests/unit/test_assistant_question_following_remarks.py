"""Questions behind something that is only remarked, and plain nouns that they point at."""

import pytest

from assistant.question.condenser import Condensed
from assistant.question.following.condenser import FollowUpCondenser
from assistant.question.following.remarks import remarked, without_remark
from tests.fakes_following import CONDENSER, NOME, condense, said, talk

PLAIN = FollowUpCondenser()


@pytest.mark.parametrize(
    "remark",
    [
        "Thanks!", "That's good to know.", "Wow, that is a lot.", "I see, that makes sense.",
        "Hm, that sounds expensive.", "Really? I had no idea.", "No, that's not what I asked.",
        "My friend told me about it.", "I don't understand this answer.",
    ],
)  # fmt: skip
def test_a_remark_stays_as_it_is_and_the_question_behind_it_is_made_standalone(remark: str) -> None:
    assert condense(f"{remark} Who funds it?", NOME) == Condensed(f"{remark} Who funds NOME?")
    assert without_remark(f"{remark} Who funds NOME?") == "Who funds NOME?"


def test_what_asks_without_a_verb_is_asked_behind_a_remark() -> None:
    costs = talk(said("What does NOME cost?"))
    assert condense("fair enough. lunch included?", costs).query == (
        "fair enough. Is lunch included at NOME?"
    )


def test_what_asks_by_itself_is_no_remark_before_what_asks_without_a_verb() -> None:
    said_whole = "who runs NOME. lunch included?"
    assert remarked(said_whole).asked == said_whole
    assert remarked("").asked == ""


def test_who_puts_a_question_right_with_a_question_mark_is_understood() -> None:
    before = talk(said("Where is NOME?"))
    assert condense("Sorry, I meant Vinnova?", before).query == "Where is Vinnova?"


@pytest.mark.parametrize("told", ["I run a bakery.", "Wow, the Kit Kat Club is great!"])
def test_what_tells_of_something_is_what_the_question_may_point_at(told: str) -> None:
    question = f"{told} Where is it?"
    assert condense(question, NOME) == Condensed(question)
    assert without_remark(question) == question


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Aha, I missed that. and how many members has it got?",
         "How many members has NOME got?"),
        ("That fits us, we build sonar buoys. how long can we stay with them?",
         "How long can we stay with NOME?"),
        ("Poor apples, haha. Anyway, who funds it?", "Who funds NOME?"),
        ("I'd love to bring my class. When do they show people round?",
         "When does NOME show people round?"),
        ("We are twelve people and make films. Where is it?", "Where is NOME?"),
    ],
)  # fmt: skip
def test_what_is_told_of_oneself_is_not_what_a_question_behind_it_is_about(
    question: str, query: str
) -> None:
    condensed = condense(question, NOME)
    assert (without_remark(condensed.query), condensed.asks_back) == (query, None)


def test_behind_what_is_told_of_oneself_a_question_may_be_of_the_topic_or_of_anything() -> None:
    question = "we are a small football club and need money for goals. When can we apply?"
    readings = CONDENSER.readings(question, question, NOME)
    assert "NOME" in readings.ways[0]
    assert "football" not in readings.ways[0]
    assert (readings.ways[-1], readings.likeliest) == (question, question)


def test_a_question_behind_a_remark_that_stands_alone_is_not_changed() -> None:
    question = "That's surprising. Which incubators take equity?"
    assert condense(question, NOME) == Condensed(question)


def test_what_was_remarked_before_an_earlier_question_is_not_meant() -> None:
    before = talk(said("My friend told me about that. What is throat cancer?"))
    assert PLAIN.condense("Is it treatable?", before).query == "Is throat cancer treatable?"


def test_sentences_that_all_ask_are_one_question() -> None:
    question = "Are sharks endangered? If so, which species?"
    assert remarked(question).asked == question


@pytest.mark.parametrize(
    ("turns", "question", "query"),
    [
        ([("Is it treatable?", "Is throat cancer treatable?")],
         "Does it spread?", "Does throat cancer spread?"),
        ([("What is the history of toilets?", "")],
         "Why are they important?", "Why are toilets important?"),
        ([("What are the differences with spareribs?", "")],
         "How do I cook them?", "How do I cook spareribs?"),
        ([("What is solar energy?", ""), ("Is solar energy reliable?", "")],
         "Can it be stored?", "Can solar energy be stored?"),
    ],
)  # fmt: skip
def test_plain_nouns_are_meant_without_what_is_told_of_them(
    turns: list[tuple[str, str]], question: str, query: str
) -> None:
    before = talk(*(said(asked or typed, typed=typed) for typed, asked in turns))
    assert PLAIN.condense(question, before).query == query
