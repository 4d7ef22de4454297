"""What questions ask for."""

import pytest

from assistant.question.kind import AnswerType, AskedFor, QuestionKind, classify, core_question


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hej!", QuestionKind.SMALL_TALK),
        ("no thanks", QuestionKind.SMALL_TALK),
        ("Thanks a lot, that was helpful", QuestionKind.SMALL_TALK),
        ("What can you do?", QuestionKind.SMALL_TALK),
        ("What can you do about patents at SmiLe?", QuestionKind.FACT),
        ("What is NOME?", QuestionKind.DESCRIPTION),
        ("Who are Medeon?", QuestionKind.DESCRIPTION),
        ("Tell me about Medicon Village.", QuestionKind.DESCRIPTION),
        ("can you tell me about CAMP", QuestionKind.DESCRIPTION),
        ("What is the goal of NOME?", QuestionKind.FACT),
        ("Which partners take part in Stockholm Life Tech?", QuestionKind.ENUMERATION),
        ("List the founders of Mobile Heights", QuestionKind.ENUMERATION),
        ("Who were the founders of Mobile Heights?", QuestionKind.ENUMERATION),
        ("What vision do the members of TIM share?", QuestionKind.FACT),
        ("Which seminars do the members arrange?", QuestionKind.ENUMERATION),
        ("What do members get?", QuestionKind.ENUMERATION),
        ("Does SmiLe take equity?", QuestionKind.YES_NO),
        ("Can you make the stay at SmiLe longer?", QuestionKind.YES_NO),
        ("Could you rent a desk at SmiLe?", QuestionKind.YES_NO),
        ("Can you give me the rent at SmiLe?", QuestionKind.FACT),
        ("Could you please list the founders of Mobile Heights?", QuestionKind.ENUMERATION),
        ("Which year did SciLifeLab open?", QuestionKind.FACT),
    ],
)
def test_kind(question: str, kind: QuestionKind) -> None:
    assert classify(question).kind is kind


@pytest.mark.parametrize(
    ("question", "answer_type"),
    [
        ("When did SciLifeLab open?", AnswerType.DATE),
        ("How many sites does it have?", AnswerType.NUMBER),
        ("How much money does CAMP get?", AnswerType.MONEY),
        ("Who heads Flemingsberg Science?", AnswerType.NAME),
        ("What is the street address of SmiLe?", AnswerType.CONTACT),
        ("In which event does it end?", AnswerType.ANY),
        ("What percentage of Beta belongs to SmiLe?", AnswerType.NUMBER),
        ("What do companies pay a month at SmiLe?", AnswerType.MONEY),
        ("What was the turnover of SmiLe?", AnswerType.MONEY),
        ("What is the rent at SmiLe?", AnswerType.MONEY),
        ("What equipment can we rent at SmiLe?", AnswerType.ANY),
        ("On what street is SmiLe?", AnswerType.CONTACT),
    ],
)
def test_answer_type(question: str, answer_type: AnswerType) -> None:
    assert classify(question) == AskedFor(kind=QuestionKind.FACT, answer_type=answer_type)


@pytest.mark.parametrize(
    ("question", "core"),
    [
        (
            "ok thanks, something else: can teams at Alfa get a prize?",
            "Can teams at Alfa get a prize?",
        ),
        ("Thanks. New subject: who leads Alfa?", "Who leads Alfa?"),
        ("cool. Moving on, how long is Alfa?", "How long is Alfa?"),
        ("unrelated, but what does Alfa cost?", "What does Alfa cost?"),
        ("new question - who funds Alfa?", "Who funds Alfa?"),
        ("different topic: what about Alfa?", "Tell me about Alfa?"),
        ("Something new in Lund: is it Alfa?", "Something new in Lund: is it Alfa?"),
        ("Another question: who funds it?", "Another question: who funds it?"),
        ("Is the new subject: physics taught?", "Is the new subject: physics taught?"),
    ],
)
def test_what_only_changes_the_topic_is_left_out(question: str, core: str) -> None:
    assert core_question(question) == core
