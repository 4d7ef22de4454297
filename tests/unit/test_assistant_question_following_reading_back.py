"""What the model of follow-ups points at, as rules take it in."""

import pytest

from assistant.model import Answer, Conversation, Turn
from assistant.question.following.condenser import FollowUpCondenser
from assistant.question.following.reading_back import (
    BackReader,
    NoBackReader,
    PointedAt,
    ReadBack,
    history_of,
)

HISTORY = "Asked: Who is the largest customer of Alfa? Answer: Betamat. Alfa sells to Betamat."


class PointsAt:
    """A model that is sure of one text."""

    def __init__(self, text: str, share: float = 0.9) -> None:
        """Choose it."""
        self.text, self.share = text, share
        self.asked: list[tuple[str, str]] = []

    def read_back(self, question: str, history: str) -> tuple[PointedAt, ...]:
        """Find the text."""
        self.asked.append((question, history))
        start = history.find(self.text)
        return (PointedAt(start=start, end=start + len(self.text), share=self.share),)


def _turn(question: str, text: str = "", short: str | None = None) -> Turn:
    answer = Answer(status="answered" if text else "declined", text=text, short_answer=short)
    return Turn(turn_id="1", question=question, query=question, answer=answer)


def _read(*pointed: tuple[str, float]) -> ReadBack:
    spans = ((HISTORY.index(text), len(text), share) for text, share in pointed)
    return ReadBack(
        history=HISTORY,
        pointed=tuple(PointedAt(start=at, end=at + size, share=share) for at, size, share in spans),
    )


def _condensed(question: str, *turns: Turn, by: BackReader) -> str:
    conversation = Conversation(conversation_id="c", turns=turns)
    return FollowUpCondenser(back_reader=by).condense(question, conversation).query


def test_the_share_of_a_name_is_that_of_the_stretches_that_are_it() -> None:
    read = _read(("Betamat", 0.7), ("Alfa", 0.2))
    assert read.share("betamat") == pytest.approx(0.7)
    assert read.share("Alfa") == pytest.approx(0.2)
    assert read.share("Gamma") == 0.0


def test_a_part_of_what_is_pointed_at_counts_by_its_length() -> None:
    read = _read(("largest customer of Alfa", 0.8))
    assert read.share("largest customer of Alfa") == pytest.approx(0.8)
    assert read.share("Alfa") == pytest.approx(0.8 * 4 / 24)


def test_words_must_stand_whole_and_one_after_another() -> None:
    read = _read(("Betamat", 1.0))
    assert (read.share("Beta"), read.share("customer Betamat"), read.share("")) == (0.0, 0.0, 0.0)


def test_the_history_has_the_newest_turn_first_without_markers() -> None:
    turns = [_turn("Who owns Alfa?", "**Alfa**: Beta owns it. [1]", "Beta"), _turn("Why?")]
    newest, earlier = "Asked: Why? Answer: ", "Asked: Who owns Alfa? Answer: Beta owns it."
    assert history_of(turns) == f"{newest} {earlier}"


def test_of_a_long_history_the_last_turns_are_read_and_answers_cut() -> None:
    turns = [_turn(f"Question {number}?", "word " * 200) for number in range(9)]
    history = history_of(turns)
    assert "Question 8?" in history
    assert "Question 5?" in history
    assert "Question 4?" not in history
    assert len(history) < 1_000


def test_what_the_model_is_sure_of_is_meant() -> None:
    turn = _turn("Who is the largest customer of Alfa?", "Betamat is Alfa's largest.", "Betamat")
    asked = "how many shops do they have?"
    plain = _condensed(asked, turn, by=NoBackReader())
    assert _condensed(asked, turn, by=PointsAt("Betamat")) == "How many shops does Betamat have?"
    assert _condensed(asked, turn, by=PointsAt("Betamat", share=0.01)) == plain


def test_a_plain_thing_that_no_rule_has_is_meant_where_the_model_is_sure() -> None:
    turn = _turn("What is in the hall of Alfa?", "Alfa has a wave tank that is 30 metres long.")
    tank = PointsAt("a wave tank")
    assert _condensed("What did it cost?", turn, by=tank) == "What did the wave tank of Alfa cost?"
    unsure = PointsAt("a wave tank", share=0.2)
    assert "wave tank" not in _condensed("What did it cost?", turn, by=unsure)


def test_a_name_said_in_passing_is_meant_where_the_model_is_sure() -> None:
    text = "Alfa helps researchers, and the company Delta Ventures owns shares in their firms."
    turn = _turn("Who helps researchers to start?", text, "Alfa")
    asked = "In how many firms does it own shares?"
    sure = _condensed(asked, turn, by=PointsAt("Delta Ventures"))
    assert sure == "In how many firms does Delta Ventures own shares?"
    unsure = _condensed(asked, turn, by=PointsAt("Delta Ventures", share=0.3))
    assert unsure == "In how many firms does Alfa own shares?"


def test_the_programmes_of_somebody_were_said_to_be_programmes() -> None:
    read = ReadBack(history="the programmes", pointed=(PointedAt(start=4, end=14, share=0.5),))
    assert read.share("programmes of Alfa") == pytest.approx(0.5)


def test_a_first_question_is_not_read() -> None:
    model = PointsAt("Alfa")
    assert _condensed("Who funds it?", by=model) == "Who funds it?"
    assert not model.asked


@pytest.mark.parametrize(
    ("question", "completed"),
    [
        ("Which foreign languages do the advisers know?", "the advisers of Alfa Desk"),
        ("Is there somewhere to eat?", "at Alfa Desk"),
        ("is that an annual thing?", "Is Alfa Desk an annual thing?"),
    ],
)
def test_what_surely_points_at_something_is_completed(question: str, completed: str) -> None:
    turn = _turn("What is Alfa Desk?", "Alfa Desk gives advice to start-ups.")
    assert completed in _condensed(question, turn, by=PointsAt("Alfa Desk", share=0.99))


@pytest.mark.parametrize(
    "question",
    ["Who runs the radiotherapy testbed?", "What is the cost?", "which languages do advisers know"],
)
def test_what_points_at_nothing_is_left_as_typed(question: str) -> None:
    turn = _turn("What is Alfa Desk?", "Alfa Desk gives advice to start-ups.")
    nothing = PointsAt("Alfa Desk", share=0.01)
    asked = _condensed(question, turn, by=nothing).rstrip("?")
    assert asked.lower() == question.rstrip("?").lower()


def test_no_weather_is_of_what_was_spoken_of() -> None:
    turn = _turn("What is Alfa Desk?", "Alfa Desk gives advice to start-ups.")
    sure = PointsAt("Alfa Desk", share=0.99)
    asked = "Will it rain in Lund tomorrow?"
    assert _condensed(asked, turn, by=sure) == asked


def test_what_several_do_they_do() -> None:
    turn = _turn("Who leads Alfa Desk?", "Beta and Gamma share the work.")
    assert (
        _condensed("since when?", turn, by=NoBackReader()) == "Since when do they lead Alfa Desk?"
    )


def test_how_surely_anything_is_pointed_at_is_all_shares_together() -> None:
    assert _read(("Betamat", 0.7), ("Alfa", 0.2)).points == pytest.approx(0.9)
    assert _read().points is None


def test_what_a_greeting_gave_as_examples_is_not_read() -> None:
    model = PointsAt("Alfa")
    hello = _turn("Good morning", "Hello! Ask me, for example: Who runs Alfa?")
    conversation = Conversation(conversation_id="c", turns=(hello,))
    asked = "and what's the deadline for that?"
    assert FollowUpCondenser(back_reader=model).condense(asked, conversation).asks_back is not None
    assert model.asked == []


def test_they_are_all_of_a_list_though_the_model_points_at_the_first_of_it() -> None:
    listed = "- **Alfa**: Alfa is an incubator. [1]\n- **Beta**: Beta is an incubator. [2]"
    turn = _turn("Which incubators are there in Lund?", listed, "Alfa, Beta")
    query = _condensed("What do they cost?", turn, by=PointsAt("Alfa"))
    assert query == "What do Alfa and Beta cost?"
    assert _condensed("What does it cost?", turn, by=PointsAt("Alfa")) == "What does Alfa cost?"
