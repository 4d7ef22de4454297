"""Several questions asked at once: which they are, and their answers as one."""

from dataclasses import replace

import pytest

from assistant.composing.together import together
from assistant.model import Answer, Citation, Conflict, Conversation, Coverage
from assistant.question.clauses import is_bare
from assistant.question.following.sluicing import sluiced
from assistant.question.parts import parts_of
from tests.fakes_answering import make_assistant, make_document

ALFA = make_document("Alfa", "Alfa is a science park in Lund. Alfa was founded in 2016.")
NEW = Conversation(conversation_id="new")


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("What is Alfa and who funds it?", ("What is Alfa?", "Who funds it?")),
        (
            "What is Alfa, who runs it and when did it start?",
            ("What is Alfa?", "Who runs it?", "When did it start?"),
        ),
        (
            "Does Alfa take equity and does it charge rent?",
            ("Does Alfa take equity?", "Does it charge rent?"),
        ),
        (
            "Where was Alfa founded and in which year?",
            ("Where was Alfa founded?", "In which year was Alfa founded?"),
        ),
        ("Where does Alfa meet and when?", ("Where does Alfa meet?", "When does Alfa meet?")),
        ("Who founded Alfa and why?", ("Who founded Alfa?", "Why was Alfa founded?")),
        ("Who runs Alfa, and since when?", ("Who runs Alfa?", "Since when?")),
        ("What is Alfa? And who runs it?", ("What is Alfa?", "Who runs it?")),
        ("Who runs Alfa? Is it free?", ("Who runs Alfa?", "Is it free?")),
        (
            "From when to when did Alfa exist?",
            ("When was Alfa founded?", "When was Alfa closed down?"),
        ),
        (
            "In which years was Alfa active?",
            ("When was Alfa founded?", "When was Alfa closed down?"),
        ),
        ("Which years did Alfa receive money?", ("Which years did Alfa receive money?",)),
        ("Why and how was it closed?", ("Why was it closed?", "How was it closed?")),
        (
            "What is Alfa, who runs it, when did it start, and what does it cost?",
            ("What is Alfa?", "Who runs it?", "When did it start?", "What does it cost?"),
        ),
        (
            "I need a lab. Who rents one out and what does it cost?",
            ("I need a lab. Who rents one out?", "What does it cost?"),
        ),
        ("Who invested in Alfa and when?", ("Who invested in Alfa?", "When?")),
        ("Who is behind Alfa and since when?", ("Who is behind Alfa?", "Since when?")),
        (
            "When was Alfa founded, by whom and where?",
            ("When was Alfa founded?", "By whom was Alfa founded?", "Where was Alfa founded?"),
        ),
        (
            "How much does Alfa invest, and in what kinds of companies?",
            ("How much does Alfa invest?", "In what kinds of companies?"),
        ),
        ("When is Alfa, and what can one win?", ("When is Alfa?", "What can one win?")),
        ("When is Alfa held and may children come?", ("When is Alfa held?", "May children come?")),
        (
            "What is Alfa, and what was it called before?",
            ("What is Alfa?", "What was it called before?"),
        ),
        ("Is there a lab in Lund? Who runs it?", ("Is there a lab in Lund?", "Who runs it?")),
        (
            "how many apply and how many are let in at Alfa?",
            ("How many apply?", "How many are let in at Alfa?"),
        ),
        (
            "How long is Alfa’s programme; and what does it cost?",
            ("How long is Alfa's programme?", "What does it cost?"),
        ),
    ],
)
def test_questions_asked_at_once_are_told_apart(question: str, parts: tuple[str, ...]) -> None:
    assert parts_of(question) == parts


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("How many are let in, and when does the autumn round begin?",
         ("How many are let in?", "When does the autumn round begin?")),
        ("who set it up, & when was that?", ("Who set it up?", "When was that?")),
        ("which parks and incubators are there?", ("which parks and incubators are there?",)),
        ("I'd love to come. When do they show people round, and is it free?",
         ("I'd love to come. When do they show people round?", "Is it free?")),
        ("heard they renamed it. whats the new name and who organises it",
         ("heard they renamed it. Whats the new name?", "Who organises it?")),
        ("ok and how many get in, and in which language is it taught? my swedish is bad",
         ("How many get in?", "In which language is it taught?")),
        ("in which city was that again? and what colour was their booth",
         ("In which city was that again?", "What colour was their booth?")),
        ("we are three people, would they let us in? whats the minimum",
         ("we are three people, would they let us in?", "Whats the minimum?")),
        ("how much do they get from the state, and until when",
         ("How much do they get from the state?", "Until when?")),
        ("where are they moving to and when", ("Where are they moving to?", "When?")),
        ("when and where is the next one", ("When is the next one?", "Where is the next one?")),
        ("How many teams are there, and what for", ("How many teams are there, and what for",)),
        ("where is it and since when?", ("where is it and since when?",)),
        ("Is it free or do they want something back?",
         ("Is it free or do they want something back?",)),
        ("Has a company ever come out of it? Which?",
         ("Has a company ever come out of it? Which?",)),
        ("They started it, right? Who else?", ("They started it, right? Who else?",)),
        ("When I was there it was small. Who runs it?",
         ("When I was there it was small. Who runs it?",)),
        ("What do mentors and founders get", ("What do mentors and founders get",)),
    ],
)  # fmt: skip
def test_parts_of_a_follow_up_may_leave_out_what_they_are_about(
    question: str, parts: tuple[str, ...]
) -> None:
    assert parts_of(question, of_topic=True) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Which incubators and science parks are in Lund?",
        "Which incubators are in Lund and which take no equity?",
        "Does Alfa take equity and charge rent?",
        "What do Alfa and Beta have in common and how do they differ?",
        "Is there a body for food, and what is its name?",
        "Do you know Alfa? What does it do?",
        "Tell me who runs Alfa and what it does.",
        "Which incubators are in Lund and when were they founded?",
        "What do startups get and what do they pay?",
        "What is Alfa, which is in Lund?",
        "Who founded and funded Alfa, and when?",
        "What does Alfa offer and where?",
        "How much does it cost to join, and how much to stay?",
        "Who runs Alfa? I forgot.",
        "Who founded and runs Alfa?",
        "Is Alfa in Lund or in Malmö?",
        "Which firms work in Lund and are members of Alfa?",
        "Is there a park in Lund? What is it called?",
    ],
)
def test_one_question_stays_one(question: str) -> None:
    assert parts_of(question) == (question,)


def test_each_part_is_answered_or_said_not_to_be() -> None:
    assistant = make_assistant([ALFA], {"2016": 6.0})

    turn = assistant.ask("When was Alfa founded and how many members does it have?", NEW)

    assert turn.query == "When was Alfa founded? How many members does Alfa have?"
    assert turn.answer.status == "answered"
    founded, members = turn.answer.text.split("**How many members does Alfa have?**")
    assert founded.startswith("**When was Alfa founded?**\n\nAlfa was founded in 2016. [1]")
    assert members.strip() == (
        "The documents do not answer this. I searched for “How many members does Alfa have?” "
        "and read 1 passage."
    )
    assert turn.answer.short_answer is None
    assert {"condense", "retrieve", "read", "compose"} <= turn.timings_ms.keys()


@pytest.mark.parametrize(
    "question",
    [
        "When was Alfa founded and when was Beta founded?",
        "Who funds Alfa and who funds Beta?",
        "What is Alfa and what is Beta?",
    ],
)
def test_the_same_asked_of_two_is_compared(question: str) -> None:
    beta = make_document("Beta", "Beta is a think tank. Beta was founded in 2014.")

    turn = make_assistant([ALFA, beta], {"2016": 6.0, "2014": 6.0}).ask(question, NEW)

    assert turn.query == question


def test_another_thing_is_asked_about_in_each_part() -> None:
    beta = make_document("Beta", "Beta is a think tank. Beta was founded in 2014.")
    assistant = make_assistant([ALFA, beta], {"2016": 6.0, "2014": 6.0})
    first = assistant.ask("When was Alfa founded and how many members does it have?", NEW)

    turn = assistant.ask("What about Beta?", NEW.append(first))

    assert turn.query == "When was Beta founded? How many members does Beta have?"
    assert "Beta was founded in 2014. [1]" in turn.answer.text


def test_where_only_the_first_is_declined_the_other_is_answered() -> None:
    turn = make_assistant([ALFA], {"2016": 6.0}).ask(
        "Who chairs Alfa and when was it founded?", NEW
    )

    assert turn.query == "Who chairs Alfa? When was Alfa founded?"
    chair, founded = turn.answer.text.split("**When was Alfa founded?**")
    assert "The documents do not answer this." in chair
    assert founded.strip() == "Alfa was founded in 2016. [1]"


def test_where_all_are_declined_they_are_asked_as_one() -> None:
    turn = make_assistant([ALFA], {}).ask("Who chairs Alfa and when was it founded?", NEW)

    assert turn.query == "Who chairs Alfa and when was it founded?"


@pytest.mark.parametrize(
    ("clause", "is_without_verb"),
    [
        ("in what kinds of companies", True),
        ("from how many towns", True),
        ("in which city was that again", False),
        ("in which language is it taught", False),
    ],
)
def test_what_asks_with_a_verb_is_not_bare(clause: str, *, is_without_verb: bool) -> None:
    assert is_bare(clause) is is_without_verb


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("I heard they're moving. where to and when?", "Where are they moving to and when?"),
        ("It got a new boss, since when?", "Since when did it get a new boss?"),
        ("SmiLe has a lab. Where?", "Where does SmiLe have a lab?"),
        ("We are twelve people. Where?", "We are twelve people. Where?"),
        ("When was Alfa founded, by whom?", "When was Alfa founded, by whom?"),
        ("That is clear. When?", "That is clear. When?"),
    ],
)
def test_a_few_words_ask_of_what_was_told(told: str, asked: str) -> None:
    assert sluiced(told) == asked


def cited(number: int, start: int) -> Citation:
    """A citation of this number, of four characters from `start`."""
    return Citation(
        number=number, document_id="d", title="Alfa", source="alfa.md", heading=None, page=None,
        passage_id="p", quote="Alfa", start=start, end=start + 4, score=1.0, verified=True,
    )  # fmt: skip


def test_citations_and_conflicts_are_numbered_through() -> None:
    first = Answer(
        status="answered", text="A. [1]\n\nB \\[1\\]. [2]", short_answer="A",
        citations=(cited(1, 0), cited(2, 9)), confidence=0.9,
    )  # fmt: skip
    second = Answer(
        status="answered", text="C [1] or D [2].", short_answer="C",
        citations=(cited(1, 20), cited(2, 0)),
        conflicts=(Conflict(about="it", citation_numbers=(1, 2)),), confidence=0.7,
        coverage=Coverage(
            checked=2, stated=("C",), denied=("D",), silent=(),
            citation_numbers={"C": (1, 2), "D": (2,)},
        ),
    )  # fmt: skip

    whole = together([("A?", first), ("C?", second)])

    assert whole.text == "**A?**\n\nA. [1]\n\nB \\[1\\]. [2]\n\n**C?**\n\nC [3] or D [1]."
    assert [each.number for each in whole.citations] == [1, 2, 3]
    assert whole.conflicts == (Conflict(about="it", citation_numbers=(3, 1)),)
    assert whole.short_answer == "A; C"
    assert whole.confidence == 0.7
    assert second.coverage
    moved = {"C": (3, 1), "D": (1,)}
    assert whole.coverage == replace(second.coverage, citation_numbers=moved)


def test_what_answers_both_is_said_once() -> None:
    one = Answer(status="answered", text="A. [1]", short_answer="A", citations=(cited(1, 0),))

    whole = together([("When?", one), ("Where?", replace(one, short_answer="B"))])

    assert whole.text == "A. [1]"
    assert whole.short_answer == "A; B"
