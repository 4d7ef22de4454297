"""Phrases that say the same: found in questions and texts, and written for each other."""

import pytest

from assistant.evidence.agreement import demands_of
from assistant.evidence.statements import StatementKind, statements_of
from assistant.evidence.table_cells import cell_asked
from assistant.model import Conversation
from assistant.question.alike import meanings, meanings_in, terms_alike
from assistant.question.analysis import analyse
from assistant.question.reworded import reworded
from assistant.question.said_otherwise import said_otherwise
from tests.fakes_answering import make_assistant, make_document, make_passage

NEW = Conversation(conversation_id="new")
LISTED = ["Six were listed on a stock exchange, after two had gone public."]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("21 had gone public through an IPO", "were listed on the stock market"),
        ("is quoted on a bourse", "it floated on the stock exchange"),
        ("companies listed on Nasdaq", "it went public"),
        ("66 were handed out", "Granted"),
        ("she came up with it", "devised by two parks"),
        ("it takes place in May", "it was held in May"),
        ("the closing date", "deadlines"),
        ("business angels", "an angel investor"),
        ("it filed for bankruptcy", "it went bust"),
    ],
)
def test_phrases_that_say_the_same_share_a_meaning(one: str, other: str) -> None:
    assert meanings_in(one) & meanings_in(other)


@pytest.mark.parametrize(
    "text",
    [
        "It is a public park.",
        "The grant is for two years.",
        "The design is new, and so is the issue of rent.",
        "The names are listed below.",
        "It is on the quay.",
    ],
)
def test_nouns_and_common_words_are_no_phrases_of_the_field(text: str) -> None:
    assert not meanings_in(text)


def test_no_phrase_stands_in_two_meanings_as_the_same_kind_of_word() -> None:
    first = [(one.forms[0], one.is_verb) for meaning in meanings() for one in meaning.phrases]
    assert len(first) == len(set(first))


@pytest.mark.parametrize(
    ("query", "texts", "ways"),
    [
        ("How many firms went public?", LISTED, "How many firms were listed on a stock exchange?"),
        ("When did Alfa go public?", LISTED, "When was Alfa listed on a stock exchange?"),
        ("When was Alfa listed on the stock market?", LISTED, "When did Alfa go public?"),
        ("How many have been listed on the stock market?", LISTED, "How many have gone public?"),
        ("Which firms are listed on Nasdaq?", LISTED, "Which firms go public?"),
        ("Who came up with it?", ["They designed it."], "Who designed it?"),
        ("Who was it thought up by?", ["It was devised by Alfa."], "Who was it devised by?"),
        ("What are the entrance fees?", ["Tickets cost 9."], "What are the tickets?"),
        ("What is the closing date?", ["The deadline is May."], "What is the deadline?"),
        ("How many get in?", ["Ten are admitted."], "How many are admitted?"),
    ],
)
def test_a_question_is_asked_in_the_phrase_of_the_texts(
    query: str, texts: list[str], ways: str
) -> None:
    assert said_otherwise(query, texts)[0] == ways


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        # No text has another phrase, or only a noun that is written alike.
        ("Who came up with it?", ["It was founded in May."]),
        ("Who hands out prizes?", ["The grant is for two years."]),
        # Yes or no is decided by one sentence, whatever its words.
        ("Did Alfa go public?", LISTED),
        ("Who runs Alfa?", LISTED),
    ],
)
def test_a_question_is_not_asked_again_otherwise(query: str, texts: list[str]) -> None:
    assert said_otherwise(query, texts) == ()


def test_terms_are_met_by_another_phrase_of_the_meaning() -> None:
    query = "How many of the companies have been listed on the stock market?"
    assert {"list", "stock", "market"} <= terms_alike(query, "21 of them had gone public.")
    assert not terms_alike(query, "21 of them had moved.")


PARK = make_document(
    "Alfa Park",
    "Alfa Park is a science park in Lund. Alfa Park has raised EUR 7 million, and 21 of its "
    "companies had gone public. The foundation of Alfa Park hands out about EUR 2.4 million a "
    "year. The call of Alfa Park opens on 1 June and closes on 31 August.",
)
TABLE = make_document(
    "Growth Vouchers",
    "Growth Vouchers by year:\n\nYear | Applications | Granted | Average sum\n"
    "2021 | 156 | 60 | 78 000\n2022 | 174 | 66 | 83 000\n\n"
    "The most common use in 2022 was a prototype (29 vouchers).",
)


@pytest.mark.parametrize(
    ("question", "span", "short"),
    [
        ("How many of Alfa Park's companies are listed on the stock market?", "21", "21"),
        ("How many of the companies of Alfa Park did an IPO?", "21", "21"),
        ("When is the deadline of Alfa Park?", "1 June and closes on 31 August", "31 August"),
        ("When does the call of Alfa Park open?", "1 June", "1 June"),
    ],
)
def test_what_is_told_in_another_phrase_is_given(question: str, span: str, short: str) -> None:
    answer = make_assistant([PARK], {span: 6.0}).ask(question, NEW).answer
    assert answer.short_answer == short


def test_a_sum_does_nothing() -> None:
    reads = {"EUR 2.4 million": 6.0}
    answer = make_assistant([PARK], reads).ask("Who hands out grants at Alfa Park?", NEW).answer
    assert answer.short_answer is None


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("How many Growth Vouchers were handed out in 2022?", "66"),
        ("How many Growth Vouchers were given out in 2021?", "60"),
        ("How many Growth Vouchers were applied for in 2022?", "174"),
        ("How many Growth Vouchers were turned down in 2022?", None),
        ("How many Growth Vouchers were handed out in 2019?", None),
    ],
)
def test_a_column_is_named_in_another_phrase(question: str, cell: str | None) -> None:
    passage = make_passage(TABLE)
    (table,) = (one for one in statements_of(passage) if one.kind is StatementKind.TABLE)
    assert cell_asked(analyse(question, [passage]), table) == cell


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("When is it too late?", "When does it close?"),
        ("When will it be too late for us to apply?", "When is the deadline to apply?"),
        ("Is it too late to apply?", "Is it too late to apply?"),
        ("When is it late?", "When is it late?"),
    ],
)
def test_too_late_asks_for_a_deadline(question: str, asked: str) -> None:
    assert reworded(question) == asked


@pytest.mark.parametrize(
    ("question", "text", "is_met"),
    [
        ("what can you win in the contest", "It is a yearly contest.", False),
        ("What do the winners of the contest get?", "It draws attention to talent.", False),
        ("What can you win in the contest?", "The best picture is awarded SEK 5,000.", True),
        ("What is the contest?", "It is a yearly contest.", True),
        ("What has she won?", "It is a yearly contest.", True),
    ],
)
def test_what_is_won_is_told_by_what_speaks_of_a_prize(
    question: str, text: str, *, is_met: bool
) -> None:
    assert demands_of(question).are_met_by(text) is is_met
